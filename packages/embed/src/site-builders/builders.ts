import { forms, type Form } from '../snippet/forms.js';
import type { Reason } from './texts.js';

/** What a site owner can enter: code, the parts of a Wix Custom Element, or the address of a page. */
export type Takes = 'code' | 'custom-element' | 'address';

/** A site builder, or one way of putting code into it. */
interface Definition {
  readonly id: string;
  /** The forms that work there, the best one first. */
  readonly forms: readonly Form[];
  /** Why the other forms do not work there. */
  readonly impossible: Readonly<Partial<Record<Form, Reason>>>;
  /** Widgets that do not work in one of its forms, and why. */
  readonly exceptions?: Readonly<Partial<Record<Form, Readonly<Record<string, Reason>>>>>;
  readonly takes: Takes;
  /** Whose page the code is in. Another site's scripts and origin are not those of the page around it. */
  readonly runsIn: 'page' | 'own frame' | 'frame of another site';
  /** Whether scripts go into a place of their own, because those in the content do not always run. */
  readonly scriptsApart?: true;
  /** Whether the code is in a box whose height somebody enters. */
  readonly fixedHeight?: true;
  /** Whether `<style>` is removed, and `style` attributes stay. */
  readonly removesStyles?: true;
  /** Whether a site owner can put code into the head of a page. */
  readonly hasHead?: true;
}

const inPage = {
  forms,
  impossible: {},
  takes: 'code',
  runsIn: 'page',
  hasHead: true,
} as const;

/** A loader has no use in a box of its own, but it works. */
const inBox = {
  forms: ['element', 'frame', 'html', 'loader'],
  impossible: {},
  takes: 'code',
  runsIn: 'frame of another site',
  fixedHeight: true,
} as const;

/** What each site builder takes, in the order of docs/embedding.md. The bench tests every form of every widget in each of them. */
export const builders = [
  {
    id: 'wix',
    forms: ['element'],
    impossible: { loader: 'noHtml', frame: 'noHtml', html: 'noHtml' },
    takes: 'custom-element',
    runsIn: 'page',
    fixedHeight: true,
    hasHead: true,
  },
  { id: 'wix-embed', ...inBox, hasHead: true },
  { id: 'wordpress', ...inPage },
  { id: 'wordpress-classic', ...inPage },
  {
    id: 'wordpress-author',
    ...inPage,
    removesStyles: true,
    forms: ['loader', 'html'],
    impossible: { element: 'tagsRemoved', frame: 'framesRemoved' },
    exceptions: { html: { 'signup-form': 'fieldsRemoved' } },
  },
  { id: 'squarespace', ...inPage, scriptsApart: true },
  { id: 'webflow', ...inPage },
  { id: 'shopify', ...inPage },
  { id: 'ghost', ...inPage },
  { id: 'framer', ...inBox, runsIn: 'own frame', hasHead: true },
  { id: 'google-sites', ...inBox },
  { id: 'godaddy', ...inBox, runsIn: 'own frame' },
  { id: 'weebly', ...inBox, hasHead: true },
  {
    id: 'notion',
    forms: ['frame'],
    impossible: { element: 'onlyAddress', loader: 'onlyAddress', html: 'onlyAddress' },
    takes: 'address',
    runsIn: 'page',
  },
  { id: 'other', ...inPage },
] as const satisfies readonly Definition[];

/** Such as `wix`. */
export type BuilderId = (typeof builders)[number]['id'];

/** What a builder takes. */
export const builderOf = (id: BuilderId): Definition => builders.find((each) => each.id === id) as Definition;

/** Why a widget does not work in a form in a builder: a key of the texts. `undefined` when it works. */
export function reasonAgainst(id: BuilderId, form: Form, widget: string): Reason | undefined {
  const { impossible, exceptions } = builderOf(id);
  return impossible[form] ?? exceptions?.[form]?.[widget];
}

/**
 * The forms that a widget can have in a builder, the best one first. What is written into a prompt is private only in a frame: in the
 * page itself, the page's scripts can read it.
 */
export function formsOf(id: BuilderId, widget: string): readonly Form[] {
  const { forms, runsIn } = builderOf(id);
  const possible = forms.filter((form) => !reasonAgainst(id, form, widget));
  if (widget !== 'reflection-prompt' || runsIn === 'frame of another site' || !possible.includes('frame'))
    return possible;
  return ['frame', ...possible.filter((form) => form !== 'frame')];
}
