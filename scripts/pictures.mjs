/**
 * Takes the pictures in docs/images from the built stories: `npm run pictures`.
 *
 * A story with the tag `pictures` is taken at two widths, in two color schemes and two languages. One with the tag
 * `picture` is taken once, as it is.
 */
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { STORY_FINISHED } from 'storybook/internal/core-events';
import { chooseGlobals, openPreview, readEntries, serveStorybook, showStory } from '../stories/preview-page.ts';
import { launchChromium } from './machine/launch-chromium.mjs';

const folder = 'docs/images';
/** Every picture is taken at this time. Dates and "open now" are the same in each run. */
const now = new Date('2026-12-02T10:00:00-05:00');
/** That of the practice in the stories: its visitors are near. */
const timezoneId = 'America/Los_Angeles';
/** Space around the widget, in CSS pixels. */
const margin = 16;

/** A phone, and a laptop. A picture has `scale` pixels for each CSS pixel. */
const viewports = [
  { width: 390, height: 844, scale: 1.5, hasTouch: true, isMobile: true },
  { width: 1100, height: 800, scale: 1, hasTouch: false, isMobile: false },
];

/** @param {import('../stories/preview-page.ts').Entry} story @returns the start of its pictures' names */
const fileName = ({ id }) => id.replace(/^widgets-/, '').replace('--', '-');

/** Saves a picture of the story that the preview shows. @param {import('@playwright/test').Page} page */
async function take(page, path, scale) {
  await page.evaluate('document.fonts.ready.then(() => scrollTo(0, 0))');
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const box = await page.locator('#storybook-root').boundingBox();
  if (!box) throw new Error(`${path}: the story shows nothing.`);
  const end = Math.ceil(box.y + box.height + margin);
  // A picture of more than the window would be taken without the emulated finger.
  await page.setViewportSize({ width, height: Math.max(height, end) });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 70,
    clip: { x: 0, y: 0, width, height: end, scale },
  });
  await page.setViewportSize({ width, height });
  await session.detach();
  writeFileSync(path, Buffer.from(data, 'base64'));
  console.log(path);
}

/** Takes pictures of some stories. @param {string} ending - of the names of the files, before the extension */
async function takeAll(page, stories, scale, ending) {
  for (const story of stories) {
    const answer = await showStory(page, story);
    if (
      !('answer' in answer) ||
      answer.answer !== STORY_FINISHED ||
      !('status' in answer) ||
      answer.status !== 'success'
    )
      throw new Error(`${story.id}: ${JSON.stringify(answer)}`);
    await take(page, `${folder}/${fileName(story)}${ending}.webp`, scale);
  }
}

const browser = await launchChromium();
const { origin, close } = await serveStorybook();
const tagged = (/** @type {string} */ tag) =>
  readEntries().filter(({ type, tags }) => type === 'story' && tags?.includes(tag));

mkdirSync(folder, { recursive: true });
for (const file of globSync(`${folder}/*.webp`)) rmSync(file);
for (const { width, height, scale, ...device } of viewports) {
  const options = {
    viewport: { width, height },
    reducedMotion: /** @type {const} */ ('reduce'),
    timezoneId,
    ...device,
  };
  const page = await openPreview(browser, origin, options);
  await page.clock.setFixedTime(now);
  if (!device.isMobile) await takeAll(page, tagged('picture'), scale, '');
  for (const scheme of ['light', 'dark'])
    for (const lang of ['en', 'es']) {
      await chooseGlobals(page, { scheme, lang });
      await takeAll(page, tagged('pictures'), scale, `-${width}-${scheme}-${lang}`);
    }
  await page.context().close();
}

await browser.close();
close();
