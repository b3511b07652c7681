import { parsePractice } from '@havenkit/elements/contact-card/practice';
import type { Fallback, RawConfiguration, Reading } from '@havenkit/elements/foundation';
import { serviceExample } from '@havenkit/elements/signup-form/endpoint';
import type { TemplateResult } from 'lit';
import { knownKeys } from './known-keys.js';
import { sessionNotes } from './session-dates.js';
import { similarName } from './similar-name.js';
import { silent } from './unknown-page.js';
import { attributesOf } from './widgets.js';

/** Something in a configuration that a widget cannot use, or that is probably not meant. */
export interface Problem {
  /** JSON path of the value; empty for the whole configuration. */
  readonly path: string;
  /** What is wrong, without a full stop. */
  readonly text: string;
  /** Whether visitors miss something that they need: where to sign up, a number, or the hours. */
  readonly severe: boolean;
}

/** A problem as a sentence. */
export const sentence = ({ path, text }: Problem): string =>
  `${path || 'configuration'}: ${text}${/[.?]$/.test(text) ? '' : '.'}`;

/** A problem in a line. */
export const describe = ({ path, text }: Problem): string => `${path || 'configuration'}: ${text}`;

/** A configuration that has been read. */
export interface ReadConfiguration {
  /** The widget without a script; `undefined` when there is nothing to show. */
  readonly content: TemplateResult | undefined;
  readonly problems: readonly Problem[];
}

/** What is read, and how. */
export interface ReadOptions {
  readonly widget: string;
  readonly configuration: RawConfiguration;
  /** The widget's own, from `@havenkit/elements/<widget>/fallback`. */
  readonly fallback: Fallback;
  /** BCP 47. */
  readonly language: string;
  /** Address that relative links count from. */
  readonly page: string;
}

/** What visitors miss when a setting cannot be used, by widget and setting. */
const consequences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'contact-card': { telephone: 'so no telephone number is shown' },
  'signup-form': {
    endpoint: 'so nobody can sign up',
    adapter: 'so sign-ups may not arrive',
    fields: 'so nobody can sign up',
    telephone: 'so no telephone number is shown',
    'provider.telephone': 'so no telephone number is shown',
  },
};

/** The settings with opening hours, and what is expected there. */
const hourExamples: Readonly<Record<string, string>> = {
  openingHours: 'Mo-Th 09:00-17:30, Fr 09:00-13:00',
  openingHoursSpecification: '[{ "dayOfWeek": "Monday", "opens": "09:00", "closes": "17:30" }]',
};

/** A host without its scheme, an email address, or words: as an address, each is a path of the page's own site. */
const noPath = /^(?:(?:[^\s/?#:.@]+\.)+(?!(?:html?|php|aspx?|cgi)\b)\p{L}{2,}(?=[/?#:]|$)|[^/:]*[@\s])/iu;

/** Without encryption, everybody on the way can read a sign-up, and a page with https may not send one. A test server is on this device. */
const unencrypted = /^http:\/\/(?!(?:[\w-]+\.)*localhost[:/]|127\.|\[::1\])/i;

/** What an endpoint should be that browsers take for a path, which was not meant; `undefined` when it can be used. */
function expectedEndpoint({ endpoint, adapter = 'json' }: RawConfiguration): string | undefined {
  if (adapter === 'mailto' || adapter === 'event') return undefined;
  const address = typeof endpoint === 'string' ? endpoint.trim() : '';
  if (unencrypted.test(address)) return 'an https address';
  if (noPath.test(address)) return 'an address that begins with https://, such as https://receiver.example/signups';
  const example = serviceExample(String(adapter));
  // A path may be a proxy on the page's own site. Only the name of a form is none.
  if (example && !/^(?:https?:|[./])/i.test(address))
    return `the address that ${String(adapter)} gives you, such as ${example}`;
  return address && adapter === 'netlify' && /^[\w-]+$/.test(address)
    ? 'a path of your own site, such as /'
    : undefined;
}

/** A number that a form would not show: it reads numbers only when it shows them. */
function formNumber({ telephone, provider }: RawConfiguration, reading: Reading): void {
  const own = telephone !== undefined && telephone !== '';
  const value = own ? telephone : (provider as RawConfiguration | undefined)?.['telephone'];
  const path = own ? 'telephone' : 'provider.telephone';
  parsePractice(
    { name: 'Provider', url: '/', telephone: value },
    { ...silent, report: (_, expected) => reading.report(path, expected) },
  );
}

/** Whether a form names no way to reach the practice, which visitors need when their sign-up cannot be sent. */
function hasNoContact({ telephone, provider, adapter, src, source }: RawConfiguration): boolean {
  const isElsewhere = src !== undefined || source !== undefined;
  return !(
    telephone ||
    (provider as RawConfiguration | undefined)?.['telephone'] ||
    adapter === 'mailto' ||
    isElsewhere
  );
}

/** The key with hours of which none can be shown. */
function unreadHours(configuration: RawConfiguration): string | undefined {
  const key = Object.keys(hourExamples).find((each) => configuration[each]);
  const hours = key && parsePractice({ ...configuration, name: 'Practice' }, silent)?.hours;
  return hours && (hours.regular.length || hours.special.length) ? undefined : key;
}

/** Reads a configuration as the widget does, and says what is wrong with it: at most one problem for each path. */
export function readConfiguration(options: ReadOptions): ReadConfiguration {
  const { widget, configuration, fallback, language, page } = options;
  const problems = new Map<string, Problem>();
  const add = (path: string, text: string, consequence?: string): void => {
    if (!problems.has(path))
      problems.set(path, { path, text: consequence ? `${text}, ${consequence}` : text, severe: Boolean(consequence) });
  };
  const reading: Reading = {
    base: page,
    report: (path, expected) =>
      add(path, `expected ${expected}`, consequences[widget]?.[path.replace(/^fields\..*/s, 'fields')]),
    warn: (path, message) => {
      if (message) add(path, message);
      else if (!attributesOf(widget).has(path)) add(path, unknown(widget, path));
    },
  };
  const endpoint = widget === 'signup-form' ? expectedEndpoint(configuration) : undefined;
  if (widget === 'signup-form') {
    for (const { path, text } of sessionNotes(configuration)) add(path, text);
    if (endpoint) reading.report('endpoint', endpoint);
    formNumber(configuration, reading);
    if (hasNoContact(configuration)) add('telephone', 'missing, so nobody can call you when a sign-up does not arrive');
  }
  const hours = widget === 'contact-card' ? unreadHours(configuration) : undefined;
  if (hours) add(hours, `expected hours such as ${hourExamples[hours]}`, 'so no hours are shown');
  const level = Number(configuration['headingLevel'] ?? 2);
  // A form without a script would send a sign-up to a path of the page's site.
  const content = fallback(endpoint ? { ...configuration, endpoint: undefined } : configuration, {
    language,
    level: Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2,
    reading,
  });
  const all = [...problems.values()];
  // Without content, each of them may be the reason.
  return { content, problems: content ? all : all.map((problem) => ({ ...problem, severe: true })) };
}

function unknown(widget: string, path: string): string {
  const [, parent = '', key = ''] = /^(?:(.*)\.)?([^.]*)$/s.exec(path) ?? [];
  const similar = similarName(key, knownKeys(widget, parent));
  return `unknown, so it is ignored${similar ? `. Did you mean ${similar}?` : ''}`;
}
