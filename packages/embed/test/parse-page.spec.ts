/** How long it takes to parse a page whose HTML is large or broken. */
import { expect, test } from '@playwright/test';
import { findEmbeds } from '../src/check/embeds.js';
import { parsePage } from '../src/check/parse-page.js';

/** Milliseconds that an action takes. */
function timeOf(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

test('reads a page with tags that are never closed in about the time of one that closes them', () => {
  const row = '<div><p>Some words about the practice.</p>';
  const closed = timeOf(() => findEmbeds(parsePage(`${row}</div>`.repeat(900)), []));
  const open = timeOf(() => findEmbeds(parsePage(row.repeat(900)), []));
  // Where each element has the text of all in it, it takes some hundred times as long.
  expect(open).toBeLessThan(10 * closed + 500);
});

test('has the text of an element with everything in it', () => {
  const { elements } = parsePage('<main>One <p>two <b>three</b></p> four</main>');
  expect(elements.find(({ name }) => name === 'main')?.text).toBe('One two three four');
});

test('refuses elements that are nested as on no page, at once', () => {
  const time = timeOf(() => expect(() => parsePage('<div>'.repeat(200_000))).toThrow(RangeError));
  expect(time).toBeLessThan(2000);
});
