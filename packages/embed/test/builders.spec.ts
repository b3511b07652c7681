/** What the embed builder offers agrees with the bench, and its texts are for somebody who writes no code. */
import { expect, test } from '@playwright/test';
import { readingEaseInSpanish, readingGrade } from '@havenkit/elements/reading-grade';
import { builders, formsOf, reasonAgainst, type BuilderId } from '../src/site-builders/builders.js';
import {
  hasSiteScript,
  steps,
  texts,
  type Instructions,
  type StepsOptions,
  type TextLanguage,
} from '../src/site-builders/steps.js';
import type { Form } from '../src/snippet/forms.js';
import { forms, whyUntested, widgetNames, type Host } from './bench/host.js';
import { builders as hosts } from './bench/hosts.js';

const languages: readonly TextLanguage[] = ['en', 'es'];

/** The steps for a card, or another widget, in Spanish, which has most of them. */
const stepsFor = (id: BuilderId, form: Form, language: TextLanguage, more: Partial<StepsOptions> = {}): Instructions =>
  steps(
    {
      builder: id,
      form,
      widget: 'contact-card',
      pieces: id === 'wix' ? [{ id: 'strings-script' }] : [],
      height: { phone: 1000, computer: 1000 },
      ...more,
    },
    language,
  );

const hostOf = (id: BuilderId): Host => hosts.find(({ builder }) => builder === id)!;

test('there is a page of the bench for every builder, in the same order', () => {
  expect(hosts.map(({ builder }) => builder)).toEqual(builders.map(({ id }) => id));
});

for (const { id } of builders)
  test(`${id} is offered what passes in the bench, and nothing else`, () => {
    for (const widget of widgetNames) {
      const passes = forms.filter((form) => !whyUntested(hostOf(id), form, widget));
      expect([...formsOf(id, widget)].sort()).toEqual([...passes].sort());
      for (const form of forms)
        expect(reasonAgainst(id, form, widget) !== undefined, `${form} of ${widget}`).toBe(!passes.includes(form));
    }
  });

test('a prompt is private first, where the code would be in the page of the builder', () => {
  expect(formsOf('wordpress', 'reflection-prompt')[0]).toBe('frame');
  expect(formsOf('framer', 'reflection-prompt')[0]).toBe('frame');
  expect(formsOf('google-sites', 'reflection-prompt')[0]).toBe('element');
  expect(formsOf('wordpress-author', 'reflection-prompt')).toEqual(['loader', 'html']);
});

for (const language of languages) {
  test(`there are at most eight steps in ${language}, each with one action`, () => {
    for (const { id, forms: possible } of builders)
      for (const form of possible) {
        const { steps: list, plan, replace, missing, menus } = stepsFor(id, form, language);
        expect(list.length, `${id} ${form}`).toBeLessThanOrEqual(8);
        expect(new Set(list).size).toBe(list.length);
        for (const text of [...list, plan, replace, missing, menus]) expect(text).toMatch(/^[\p{Lu}“¿].*[.?]$/su);
        for (const step of list) expect(step.split(/\s+/).length, step).toBeLessThanOrEqual(30);
      }
  });

  test(`the last step in ${language} is about the widget`, () => {
    const lastOf = (widget: string): string => stepsFor('wordpress', 'element', language, { widget }).steps.at(-1)!;
    expect(new Set([...widgetNames, 'kindness-note'].map(lastOf)).size).toBe(widgetNames.length + 1);
    expect(lastOf('kindness-note')).toBe(texts[language].steps.look);
    expect(lastOf('contact-card')).not.toBe(lastOf('signup-form'));
  });

  test(`the steps in ${language} say how tall a box has to be, where that is known`, () => {
    const height = { phone: 640, computer: 480 };
    for (const id of ['wix', 'google-sites', 'godaddy', 'framer'] as const) {
      const [form] = formsOf(id, 'contact-card');
      expect(stepsFor(id, form!, language, { height }).steps.join(' ')).toMatch(/640 px.* 480 px/);
      expect(stepsFor(id, form!, language, { height: undefined }).steps.join(' ')).not.toContain('px');
    }
  });

  test(`the script for a language is a step in ${language}, if there is one`, () => {
    const { stringsScript } = texts[language].steps;
    expect(stepsFor('wix', 'element', language).steps).toContain(stringsScript);
    expect(stepsFor('wix', 'element', language, { pieces: [] }).steps).not.toContain(stringsScript);
  });

  test(`the steps in ${language} say to put a script on the site only where there is one`, () => {
    const { pasteSiteScript, askForSiteScript } = texts[language].steps;
    for (const { id, forms: possible } of builders)
      for (const form of possible) {
        const mentions = stepsFor(id, form, language).steps.some((step) =>
          [pasteSiteScript, askForSiteScript].includes(step),
        );
        expect(mentions, `${id} ${form}`).toBe(hasSiteScript(id, form));
      }
  });
}

/** All texts of a language, without the names that stand in quotation marks. */
const allTexts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value.replace(/“[^”]*”/g, 'it')]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(allTexts)
      : [];

test('the texts need at most eight years of school', () => {
  const english = allTexts(texts.en);
  expect(readingGrade(english.join('\n'))).toBeLessThanOrEqual(8);
  const hard = english.filter((text) => text.split(' ').length >= 20 && readingGrade(text) > 8);
  expect(hard).toEqual([]);
  expect(readingEaseInSpanish(allTexts(texts.es).join('\n'))).toBeGreaterThanOrEqual(65);
});

test('both languages have the same places, and menus with the same names', () => {
  const menus = (text: string): string[] => [...text.matchAll(/“([^”]*)”/g)].map(([, name = '']) => name).sort();
  for (const { id, forms: possible } of builders)
    for (const form of possible) {
      const [english, spanish] = languages.map((language) => menus(stepsFor(id, form, language).steps.join(' ')));
      for (const name of spanish!) expect(english, `${id} ${form}`).toContain(name);
    }
});
