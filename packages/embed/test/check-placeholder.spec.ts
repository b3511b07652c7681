/** `havenkit check` on placeholders, as the loader finds them. */
import { expect, test } from '@playwright/test';
import { fallback } from '@havenkit/elements/contact-card/fallback';
import { findEmbeds } from '../src/check/embeds.js';
import { parsePage } from '../src/check/parse-page.js';
import { render } from '../src/node/render.js';
import { snippet } from '../src/snippet/snippet.js';
import { kses } from './bench/wordpress-filters.js';
import { configurations, files } from './embedded.page.js';

test('what WordPress leaves of an author is a widget, and no form of HTML', () => {
  const room = { mouse: [{ width: 14, height: 40 }], touch: [{ width: 14, height: 40 }] };
  const { markup } = snippet({
    widget: 'contact-card',
    configuration: configurations['contact-card'],
    language: 'en',
    form: 'loader',
    styleAttributes: true,
    ...{ room, files, fallback, render },
  });
  const { widgets, wrappers, htmlForms } = findEmbeds(parsePage(kses(markup)), []);
  expect(widgets.map(({ widget, placeholder }) => [widget, placeholder])).toEqual([['contact-card', true]]);
  expect(wrappers).toHaveLength(1);
  expect(htmlForms).toEqual([]);
});
