import schemas from '@havenkit/elements/schemas.json' with { type: 'json' };
import { nameOf } from '@havenkit/embed/snippets';
import { notAsked } from './not-asked.js';
import { strings } from '../words/strings.js';

/** What is used of a JSON Schema. */
interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** How a question is answered. */
export type Kind =
  | {
      readonly kind: 'text';
      readonly type: 'text' | 'tel' | 'email' | 'date' | 'time';
      /** Id of a `<datalist>`; empty if there is none. */
      readonly list: string;
      readonly long: boolean;
      readonly maxLength: number;
      /** Whether it is the address of something on the web. */
      readonly isAddress: boolean;
    }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'several'; readonly options: readonly string[] }
  | { readonly kind: 'switch' }
  | { readonly kind: 'pairs' }
  | { readonly kind: 'week' }
  | { readonly kind: 'group'; readonly questions: readonly Question[] }
  | { readonly kind: 'session'; readonly questions: readonly Question[] }
  | {
      readonly kind: 'list';
      readonly item: Question;
      readonly min: number;
      readonly max: number;
      /** The key of the id that every item needs, which the page makes; empty if they need none. */
      readonly idKey: 'id' | '@id' | '';
      /** Whether there are fields for the first item at once: most people have one. */
      readonly hasFirst: boolean;
    };

/** A question about one setting of a widget, made from its JSON Schema. */
export type Question = Kind & {
  /** Name of the setting, such as `telephone`; empty for an item of a list. */
  readonly key: string;
  readonly title: string;
  /** Empty if the title is enough. */
  readonly description: string;
  /** An example of an answer; empty if there is none. */
  readonly example: string;
  /** The answer that counts if there is none. */
  readonly preset: string;
  readonly required: boolean;
};

/** A widget shows something without them, but visitors cannot do what it is for. */
const needed = new Set(['contact-card.telephone', 'signup-form.endpoint']);

/** Ids, which the page makes, and what JSON-LD has for other programs. */
const isForMachines = (key: string): boolean => key === 'id' || /^[@$]/.test(key);

/** A field of the type `url` would reject relative addresses, which are allowed. */
const typeOf = ({ format }: Schema, key: string): (Question & { kind: 'text' })['type'] => {
  if (/^valid(?:From|Through)$/.test(key)) return 'date';
  if (/^(?:opens|closes)$/.test(key)) return 'time';
  if (format === 'idn-email') return 'email';
  return /^(?:telephone|sms)$/.test(key) ? 'tel' : 'text';
};

/** Sessions have dates, for which there are plain questions. */
function itemOf(key: string, items: Schema): Question {
  // The list itself has the hint.
  const item: Question = { ...question(key, items, true), key: '', description: '' };
  return key === 'hasCourseInstance' && item.kind === 'group' ? { ...item, kind: 'session' } : item;
}

function kindOf(schema: Schema, key: string): Kind {
  if (key === 'openingHours') return { kind: 'week' };
  // schema.org allows any text, of which the form knows these.
  if (key === 'courseMode') return { kind: 'choice', options: ['onsite', 'online'] };
  // The stops of the circle diagram, which are answers, too.
  if (key === 'stop') return { kind: 'choice', options: [] };
  if (schema.enum) return { kind: 'choice', options: schema.enum };
  if (schema.type === 'boolean') return { kind: 'switch' };
  if (schema.items) {
    const { items, minItems = 0, maxItems = Infinity } = schema;
    const item = itemOf(key, items);
    if (item.kind === 'choice') return { kind: 'several', options: item.options };
    // Sign-ups belong to the id of a session, or else to its name, which may change.
    const idKey = item.kind === 'session' ? '@id' : items.required?.includes('id') ? 'id' : '';
    return { kind: 'list', item, min: minItems, max: maxItems, idKey, hasFirst: key === 'employee' };
  }
  if (schema.properties) return { kind: 'group', questions: questionsOf(schema, key) };
  if (typeof schema.additionalProperties === 'object') return { kind: 'pairs' };
  return {
    kind: 'text',
    type: typeOf(schema, key),
    list: schema.format === 'time-zone' ? 'time-zones' : '',
    maxLength: schema.maxLength ?? Infinity,
    isAddress: key === 'endpoint' || schema.format === 'iri-reference',
    long: /^(?:description|summary|text|try|hint|address)$/.test(key),
  };
}

const translated = (text: string): string => strings.questions[text] ?? text;

const printed = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

function question(key: string, all: Schema, required: boolean): Question {
  // The first form is the one for people.
  const [first] = all.anyOf ?? [];
  const schema: Schema = { ...first, ...all };
  const { examples = [] } = schema;
  const title = translated(schema.title ?? '');
  const description = strings.hints[key] ?? translated(schema.description ?? '');
  const kind = kindOf(schema, key);
  // Allowed values have names in the list to choose from.
  const isChosen = kind.kind === 'choice' || kind.kind === 'several';
  return {
    key,
    title,
    description,
    example: isChosen ? '' : translated(printed(examples[0])),
    preset: printed(schema.default),
    required: required || Boolean(schema.minLength),
    ...kind,
  };
}

/** Which special day it is comes first. */
const first = ['validFrom', 'validThrough'];
const rank = ({ key }: Question): number => (first.includes(key) ? -1 : 0);

/** @param path - of the settings, such as `contact-card` or `specialOpeningHoursSpecification` */
function questionsOf({ properties = {}, required = [] }: Schema, path: string): Question[] {
  return Object.entries(properties)
    .filter(([key]) => !isForMachines(key) && !(key in notAsked) && !(`${path}.${key}` in notAsked))
    .map(([key, schema]) => question(key, schema, required.includes(key) || needed.has(`${path}.${key}`)))
    .sort((a, b) => rank(a) - rank(b));
}

const all = schemas as unknown as Readonly<Record<string, Schema>>;

/** The questions about a widget, in the order in which people answer them. */
export const questionsAbout = (widget: string): readonly Question[] => questionsOf(all[widget] ?? {}, widget);

/** What a widget is called, such as "Contact card". */
export const titleOf = (widget: string): string => translated(nameOf(widget));
