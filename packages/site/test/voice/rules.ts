/** The rules of docs/voice.md that a program can check. */
import { readFileSync } from 'node:fs';
import type { Text } from './texts.js';

export type Language = 'en' | 'es';

const guide = readFileSync('docs/voice.md', 'utf8');
const rows = [...guide.matchAll(/^\|(.+)\|$/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim()));

/** The words in code in a column of the glossary. */
const wordsIn = (column: number): string[] =>
  rows.flatMap((row) => [...(row[column] ?? '').matchAll(/`([^`]+)`/g)].map(([, word = '']) => word));

/** Words to avoid, by language. */
export const glossary: Readonly<Record<Language, readonly string[]>> = { en: wordsIn(2), es: wordsIn(4) };

/** Texts that a rule or a word of the glossary does not fit. */
const allowed: readonly { language: Language; breach: string; text: RegExp; reason: string }[] = [
  { language: 'en', breach: '“kept”', text: /^It is kept for/, reason: 'how long the practice may keep a sign-up' },
  { language: 'es', breach: 'tú as the subject', text: /^¿Me estás viendo\?$/, reason: 'a child asks it' },
];

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds a word with its endings: `tick` finds `ticked`, but not `ticket`. */
const pattern = (word: string): RegExp =>
  new RegExp(`(?<!\\p{L})${escape(word)}${/\p{L}$/u.test(word) ? '(s|es|d|ed|ing)?(?!\\p{L})' : ''}`, 'iu');

/** Capitals within a sentence: proper names, and what stands in quotation marks or on a key. */
const names = [
  'Mind and Body Therapeutic Connections',
  'Riverbend Family Center',
  'Growing Secure',
  'Circle of Security( International|® Parenting)?',
  'Hannah Whitley',
  '988 Suicide & Crisis Lifeline',
  'National Maternal Mental Health Hotline',
  'Línea 988 de Prevención del Suicidio y Crisis',
  'Línea Nacional de Asistencia a la Salud Mental Materna',
  'JavaScript|Safari|Markdown|Excel|Escape|English|Spanish|Wix',
  '(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December',
  'Back button|botón Atrás',
  '[A-Z]{2,}s?',
  '“[^”]*”',
];
/** Matches a proper name. */
export const properNames = new RegExp(names.map((name) => `(?:${name})`).join('|'), 'g');

interface Rule {
  breach: string;
  pattern: RegExp;
  /** Default all. */
  sources?: readonly string[];
  /** Whether what somebody says aloud, in quotation marks, is free. */
  spoken?: boolean;
}

const everyLanguage: readonly Rule[] = [
  { breach: 'a straight quotation mark', pattern: /['"]/ },
  { breach: 'quotation marks of another country', pattern: /[«»„‚‘]/ },
  { breach: 'three periods', pattern: /\.\.\./ },
];

const rules: Readonly<Record<Language, readonly Rule[]>> = {
  en: [
    ...everyLanguage,
    { breach: 'a negative contraction', pattern: /\p{L}n’t\b/u },
    { breach: '“should”', pattern: /\bshould\b/i, sources: ['circle-diagram', 'reflection-prompt'] },
    {
      breach: '“we” where the practice sees nothing',
      pattern: /\b(we|us|our)\b/i,
      sources: ['reflection-prompt'],
      spoken: true,
    },
  ],
  es: [
    ...everyLanguage,
    { breach: 'tú', pattern: /(?<!\p{L})(tú|tus?|ti|contigo)(?!\p{L})/iu, spoken: true },
    {
      breach: 'tú as the subject',
      pattern:
        /(^|[.!?:] )(Escribe|Elige|Marca|Revisa|Llama|Llámanos|Guarda|Intenta|Usa|Espera|Haz|Ve|No (escribas|hagas|olvides|dejes|uses|cierres))(?!\p{L})|(?<!\p{L})(puedes|quieres|tienes|eres|estás)(?!\p{L})/u,
      spoken: true,
    },
    { breach: 'a question without ¿', pattern: /^[^¿]*\?/ },
    { breach: 'an exclamation without ¡', pattern: /^[^¡]*!/ },
    {
      breach: '“we” where the practice sees nothing',
      pattern: /\bnosotr[oa]s\b|\bnuestr[oa]s?\b/i,
      sources: ['reflection-prompt'],
      spoken: true,
    },
  ],
};

/** A capital letter after the first word of a sentence. */
const titleCase = (text: string): boolean =>
  /[\p{L}\p{N},;)]\s+\(?\p{Lu}\p{Ll}/u.test(
    text.replace(properNames, (name) => name.toLowerCase()).replace(/^[^:]*: (?=\p{Lu})/u, ''),
  );

/** What a text breaks, in words for whoever wrote it. */
export function findBreaches({ path, text }: Text, language: Language, source: string): string[] {
  const around = text.replace(/“[^”]*”/g, '“”');
  const breaches = rules[language].flatMap(({ breach, pattern: found, sources, spoken }) =>
    (!sources || sources.includes(source)) && found.test(spoken ? around : text) ? breach : [],
  );
  const banned = glossary[language].filter((word) => pattern(word).test(text)).map((word) => `“${word}”`);
  const capital = titleCase(text) ? ['a capital within a sentence'] : [];
  return [...banned, ...breaches, ...capital]
    .filter(
      (breach) => !allowed.some((each) => each.language === language && each.breach === breach && each.text.test(text)),
    )
    .map((breach) => `${breach}: ${path}: ${text}`);
}
