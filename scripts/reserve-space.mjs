/**
 * Measures the widgets of the example pages and writes their heights to `space.css`, so that nothing moves when they appear.
 *
 *   npm run build && npm run reserve-space
 *
 * Run it again after a change of a widget's words or layout.
 */
/* global document, requestAnimationFrame -- in functions that run on the page */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './machine/launch-chromium.mjs';
import { startServer } from '../packages/site/server.mjs';

/** Window widths from which heights are measured, up to the next one. */
const widths = [256, 304, 320, 344, 360, 384, 408, 440, 480, 520, 560, 600, 640, 700, 760, 840, 940, 1040, 1100];

/** Pixels that may stay empty before a width gets a height of its own. */
const tolerance = 12;

/** The widgets, and the name of the custom property with the height. */
const heights = {
  'haven-circle-diagram': '--circle',
  'haven-reflection-prompt': '--prompt',
  'haven-signup-form': '--form',
  'haven-contact-card': '--card',
};

/** In the page: the greatest height of each widget, over a month of prompts and over open and closed hours. */
async function measure(tags) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const elements = tags.map((tag) => document.querySelector(tag));
  const greatest = tags.map(() => 0);
  for (let day = 1; day <= 28; day++) {
    const hour = day % 2 ? '11' : '20';
    for (const element of elements.filter((each) => 'now' in each))
      element.setAttribute('now', `2026-12-${String(day).padStart(2, '0')}T${hour}:00:00-08:00`);
    await Promise.all(elements.map((element) => element.updateComplete));
    await frame();
    for (const [index, element] of elements.entries()) {
      element.style.setProperty('min-block-size', '0');
      greatest[index] = Math.max(greatest[index], element.getBoundingClientRect().height);
      element.style.removeProperty('min-block-size');
    }
  }
  return greatest;
}

/** The heights at every width, as `[width, heights]`, without heights that the rule before covers. */
async function rules(page) {
  const tags = Object.keys(heights);
  const all = [];
  for (const [index, width] of widths.entries()) {
    const measured = [];
    for (const each of [width, (widths[index + 1] ?? width + 1) - 1]) {
      await page.setViewportSize({ width: each, height: 800 });
      measured.push(await page.evaluate(measure, tags));
    }
    all.push([width, tags.map((_, tag) => Math.max(...measured.map((heights) => heights[tag])))]);
  }
  const current = tags.map(() => 0);
  return all.map(([width, measured]) => [
    width,
    measured.flatMap((height, tag) => {
      if (height <= current[tag] && height >= current[tag] - tolerance) return [];
      current[tag] = Math.ceil(height / 4) * 4;
      return `${heights[tags[tag]]}: ${current[tag] / 16}rem;`;
    }),
  ]);
}

const block = (query, declarations) => `@media ${query} {\n  :root {\n    ${declarations.join('\n    ')}\n  }\n}\n`;

function css(mouse, touch) {
  const selectors = Object.keys(heights);
  const is = `:is(${selectors.join(', ')})`;
  const blocks = (list, media = '') =>
    list.flatMap(([width, declarations]) =>
      declarations.length > 0 ? block(`${media}(min-width: ${width}px)`, declarations) : [],
    );
  return [
    '/* Written by scripts/reserve-space.mjs. The widgets need these heights, so nothing moves when they appear. */\n',
    ...blocks(mouse),
    // A finger needs larger targets than a mouse.
    ...blocks(touch, '(pointer: coarse) and '),
    ...selectors.map((tag) => `${tag} {\n  min-block-size: var(${heights[tag]});\n}\n`),
    '/* After sign-up the form is gone: release its space. */\n',
    "haven-signup-form[state$='confirmed'] {\n  min-block-size: auto;\n}\n",
    '/* Without scripts no widget appears, and on paper nothing moves. */\n',
    `@media print, (scripting: none) {\n  ${is} {\n    min-block-size: auto;\n  }\n}\n`,
  ].join('');
}

const site = await startServer();
const chrome = await launchChromium();
for (const path of ['/', '/partner/']) {
  const measured = [];
  for (const touch of [false, true]) {
    // A time zone that is not the program's, so that its dates have a second line.
    const page = await chrome.newPage({ hasTouch: touch, isMobile: touch, timezoneId: 'UTC', reducedMotion: 'reduce' });
    await page.goto(site.origin + path);
    await page.waitForFunction(
      (tags) => tags.every((tag) => document.querySelector(tag)?.shadowRoot?.querySelector('h2, h3')),
      Object.keys(heights),
    );
    measured.push(await rules(page));
    await page.close();
  }
  writeFileSync(fileURLToPath(new URL(`../packages/site/pages${path}space.css`, import.meta.url)), css(...measured));
}
await chrome.close();
await site.close();
