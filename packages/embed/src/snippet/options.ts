import type { Fallback, RawConfiguration } from '@havenkit/elements/foundation';
import type { TemplateResult } from 'lit';
import type { Room } from '../reserved-room.js';
import type { Form } from './forms.js';

/** What a snippet is made of. */
export interface SnippetOptions {
  /** Such as `contact-card`. */
  readonly widget: string;
  /** The widget's configuration, and its settings in camel case. */
  readonly configuration: RawConfiguration;
  /** BCP 47 language of the strings. */
  readonly language: string;
  readonly form: Form;
  /** URL of the folder with the CDN files; it ends with a slash. */
  readonly files: string;
  /** The content of `integrity.json`, for files on another server. */
  readonly integrity?: Readonly<Record<string, { readonly integrity: string }>> | undefined;
  /** Address of the page, which relative links count from. Without it, they count from the root of the site. */
  readonly page?: string | undefined;
  /** What the widget needs. Without it no room is reserved. */
  readonly room?: Room | undefined;
  /**
   * Whether the loader's placeholder reserves room in `style` attributes, too. WordPress leaves them to authors, and removes `<style>`.
   * A Content Security Policy may forbid them; then the `<style>` is enough.
   */
  readonly styleAttributes?: boolean | undefined;
  /** The widget's own, from `@havenkit/elements/<widget>/fallback`. */
  readonly fallback: Fallback;
  /** Renders a template to HTML, which a server and a browser do in different ways. */
  readonly render: (template: TemplateResult) => string;
}
