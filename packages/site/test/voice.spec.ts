/** Every text that a visitor can read follows docs/voice.md. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from '@playwright/test';
import { JSDOM } from 'jsdom';
import { readingEaseInSpanish, readingGrade } from '@havenkit/elements/reading-grade';
import { en as answerPageEn, es as answerPageEs } from '../../receiver/src/response-messages.js';
import { wordsIn } from '../../receiver/src/desk/words/words.js';
import { findBreaches, glossary, properNames, type Language } from './voice/rules.js';
import { textsIn, type Text } from './voice/texts.js';

const pages = 'packages/site/pages';

/** Words of the answer page for visitors. The rest is for the site owner. */
const forVisitors = ({ owner: _, repairs: __, ...messages }: typeof answerPageEn): object => messages;

/** The visible texts of a page, one per block. Texts of the practice, such as its name, are not ours. */
function pageTexts(path: string): Text[] {
  const { document } = new JSDOM(readFileSync(`${pages}/${path}`, 'utf8')).window;
  const blocks = document.querySelectorAll(
    'title, h1, h2, p:not(.practice, .actions, haven-contact-card p), .actions a, li',
  );
  return [...blocks].map(({ textContent }, index) => ({
    path: `${path}[${index}]`,
    text: textContent.replace(/\s+/g, ' ').trim(),
  }));
}

const jsonTexts = (path: string, keys: RegExp): Text[] =>
  textsIn(JSON.parse(readFileSync(`${pages}/${path}`, 'utf8')), path).filter((each) => keys.test(each.path));

interface Source {
  name: string;
  language: Language;
  texts: Text[];
}

/** The strings of every widget, the answer page and the example pages. */
async function sources(): Promise<Source[]> {
  const found: Source[] = [
    { name: 'answer page', language: 'en', texts: textsIn(forVisitors(answerPageEn)) },
    { name: 'answer page', language: 'es', texts: textsIn(forVisitors(answerPageEs)) },
    { name: 'desk', language: 'en', texts: textsIn(wordsIn('en')) },
    { name: 'desk', language: 'es', texts: textsIn(wordsIn('es')) },
    {
      name: 'practice page',
      language: 'en',
      texts: [
        ...pageTexts('index.html'),
        ...pageTexts('private.html'),
        ...jsonTexts('program.json', /^[^[]*\.description/),
      ],
    },
    {
      name: 'partner page',
      language: 'es',
      texts: [
        ...pageTexts('partner/index.html'),
        ...jsonTexts('partner/program.json', /^[^[]*\.description/),
        ...jsonTexts('partner/circle.json', /\.(title|summary|label|text|try)$/),
        ...jsonTexts('partner/prompts.json', /\.(title|text|hint)$/),
      ],
    },
  ];
  for (const file of globSync('packages/elements/src/{*,foundation/*}/locales/*{en,es}.ts').sort()) {
    const language = file.endsWith('es.ts') ? 'es' : 'en';
    const module = (await import(`../../../${file.replace(/\.ts$/, '.js')}`)) as Record<string, unknown>;
    const name = file.split('/').at(-3)!;
    const strings = Object.values(module).filter((value) => typeof value === 'object');
    found.push({ name, language, texts: strings.flatMap((value) => textsIn(value)) });
  }
  return found;
}

/** A text without the proper names, which nobody can make shorter. */
const plain = ({ text }: Text): string => text.replace(properNames, 'it');

const all = await sources();
const byLanguage = (wanted: Language): Source[] => all.filter(({ language }) => language === wanted);

test('every widget has English and Spanish texts', () => {
  const widgets = globSync('packages/elements/src/*/locales/en.ts').map((folder) =>
    basename(folder.replace(/\/locales\/.*/, '')),
  );
  expect(widgets.length).toBeGreaterThan(3);
  for (const language of ['en', 'es'] as const)
    expect(byLanguage(language).map(({ name }) => name)).toEqual(expect.arrayContaining([...widgets, 'crisis']));
  for (const { name, texts } of all) expect(texts.length, name).toBeGreaterThan(name === 'crisis' ? 5 : 15);
});

test('the glossary names words to avoid in both languages', () => {
  expect(glossary.en.length).toBeGreaterThan(30);
  expect(glossary.es.length).toBeGreaterThan(15);
});

for (const [language, source, text, breaches] of [
  ['en', 'signup-form', 'Ticked boxes and e-mails', ['“e-mail”', '“tick”']],
  ['en', 'signup-form', 'Tickets for a promptly kept-up list', ['“kept”']],
  ['en', 'signup-form', 'Please don’t go', ['“please”', 'a negative contraction']],
  ['en', 'signup-form', 'Sign Up Now', ['a capital within a sentence']],
  ['en', 'signup-form', 'Call on Monday. Then write to JavaScript “Is it OK?”', []],
  ['en', 'signup-form', "It's done...", ['a straight quotation mark', 'three periods']],
  ['en', 'reflection-prompt', 'We saw what you should do', ['“should”', '“we” where the practice sees nothing']],
  ['en', 'signup-form', 'We saw what you should do', []],
  ['es', 'signup-form', 'Escribe tu nombre', ['tú', 'tú as the subject']],
  ['es', 'signup-form', 'Escriba su nombre', []],
  ['es', 'reflection-prompt', 'Diga: “Esperaste tu turno.”', []],
  ['es', 'reflection-prompt', 'Qué dice «hola»?', ['a question without ¿', 'quotation marks of another country']],
] as const)
  test(`the rules find ${breaches.length} breaches in “${text}” of the ${source}`, () => {
    const found = findBreaches({ path: 'key', text }, language, source);
    expect(found.sort()).toEqual(breaches.map((breach) => `${breach}: key: ${text}`).sort());
  });

for (const { name, language, texts } of all)
  test(`the ${name} speaks with our voice in ${language === 'en' ? 'English' : 'Spanish'}`, () => {
    expect(texts.flatMap((text) => findBreaches(text, language, name))).toEqual([]);
  });

for (const { name, texts } of byLanguage('en'))
  test(`the ${name} needs at most eight years of school in English`, () => {
    expect(readingGrade(texts.map(plain).join('\n'))).toBeLessThanOrEqual(8);
    const long = texts.filter(({ text }) => text.split(' ').length >= 25);
    expect(long.filter((text) => readingGrade(plain(text)) > 8)).toEqual([]);
  });

for (const { name, texts } of byLanguage('es'))
  test(`the ${name} needs at most eight years of school in Spanish`, () => {
    expect(readingEaseInSpanish(texts.map(({ text }) => text).join('\n'))).toBeGreaterThanOrEqual(65);
  });
