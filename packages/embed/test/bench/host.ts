/** What a host of the bench is: a page, made from what is pasted into it, that imitates a site builder or has something hostile. */
import type { FrameLocator, Page } from '@playwright/test';
import type { Form } from '@havenkit/embed/snippets';
import type { BuilderId } from '../../src/site-builders/builders.js';

// The built file, because Node reads this module for the table of docs/embedding.md.
export { forms, type Form } from '@havenkit/embed/snippets';

export const widgetNames = ['circle-diagram', 'contact-card', 'reflection-prompt', 'signup-form'] as const;
export type Widget = (typeof widgetNames)[number];

/** Where the widgets of a page are: in the page, or in a frame of it. */
export type Scope = Page | FrameLocator;
/** Where they are, or where each is. */
export type Place = Scope | ((widget: Widget) => Scope);

/** What a site owner enters for a Wix Custom Element. */
export interface CustomElement {
  readonly address: string;
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a site owner enters and pastes. */
export interface Content {
  readonly form: Form;
  /** The snippets of the widgets that can have the form. */
  readonly snippets: readonly string[];
  /** The snippets, one after the other, and then the scripts that the site has once. */
  readonly pasted: string;
  /** The snippets without their scripts. */
  readonly markup: string;
  /** The script tags, each once. */
  readonly scripts: readonly string[];
  /** The widgets, where a builder takes no HTML. */
  readonly customElements: readonly CustomElement[];
  /** Addresses of framed pages, where a builder takes nothing else. */
  readonly addresses: readonly string[];
  /** Directives of a Content Security Policy that each of the widgets needs. */
  readonly policies: readonly string[];
}

/** A page that imitates a site builder, or that has something hostile. */
export interface Host {
  readonly name: string;
  /** The builder that it imitates. Without one, it gets what a page written by hand gets. */
  readonly builder?: BuilderId;
  /** What of it is imitated, as a sentence for the documentation. */
  readonly imitates: string;
  /** Forms, or widgets in a form, that are not tested there, and why: the cell of the table in the documentation. */
  readonly untested?: Readonly<Partial<Record<Form, string | Readonly<Partial<Record<Widget, string>>>>>>;
  /** Forms that only `npm run test:thorough` tests. */
  readonly thorough?: readonly Form[];
  /** Without scripts, the widgets show their fallback content. */
  readonly scripts?: false;
  /** On paper nothing can be pressed. */
  readonly paper?: true;
  /** Whether the snippets reserve room for the widgets. */
  readonly reservesRoom?: true;
  /** What may be in the console. */
  readonly expectedProblems?: RegExp;
  /** Headers of the pages. */
  readonly headers?: Readonly<Record<string, string>> | ((content: Content) => Readonly<Record<string, string>>);
  /** Headers of Havenkit's files. */
  readonly fileHeaders?: Readonly<Record<string, string>>;
  /** Pages by path, or by URL on another site. The visitor starts at `/`. */
  pages(content: Content): Readonly<Record<string, string>>;
  /** What happens until the widgets are on the screen. Returns where they are; default the page. */
  visit?(page: Page, content: Content): Promise<Place>;
  /** What else has to hold when the visitor is done. */
  after?(page: Page, content: Content): Promise<void>;
}

/** The cell of a form that cannot work there. */
export const notPossible = (why: string): string => `not possible: ${why}`;

/** Why a widget is not tested in a form, or `undefined` when it is. */
export function whyUntested({ untested }: Host, form: Form, widget: Widget): string | undefined {
  const reason = untested?.[form];
  return typeof reason === 'object' ? reason[widget] : reason;
}
