/** What a parsed page takes no time and no room for. */
import { expect, test } from '@playwright/test';
import { parsePage } from '../src/check/parse-page.js';

test('collects the text of an element only when it is asked for', () => {
  const { elements } = parsePage('<main>One <p>two <b>three</b></p> four</main>');
  const main = elements.find(({ name }) => name === 'main');
  expect(main?.text).toBe('One two three four');
  // Tags that are never closed are in each other, and each would have the text of all in it.
  for (const element of elements) expect(Object.getOwnPropertyDescriptor(element, 'text')?.get).toBeDefined();
});

test('refuses elements that are nested as on no page', () => {
  expect(() => parsePage('<div>'.repeat(200_000))).toThrow(RangeError);
  expect(parsePage('<div>'.repeat(500)).elements.length).toBeGreaterThan(500);
});
