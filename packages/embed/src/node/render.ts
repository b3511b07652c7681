import { render as renderToChunks } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit';

/** Renders a template to HTML, with Lit's markers. */
export const render = (template: TemplateResult): string => collectResultSync(renderToChunks(template));
