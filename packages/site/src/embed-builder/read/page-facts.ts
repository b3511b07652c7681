import { isObject, silent, type Page } from '@havenkit/embed/snippets';
import { pagePractice } from '@havenkit/elements/contact-card/page-practice';
import { parsePractice } from '@havenkit/elements/contact-card/practice';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { questionsAbout } from '../questions/schema.js';
import { pageName } from './page-name.js';
import { itemsOf } from '../questions/values.js';
import { days, textOf } from '../questions/week.js';

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What can be an answer. Nodes of JSON-LD may refer to each other in a circle. */
function isPlain(value: unknown): boolean {
  try {
    return JSON.stringify(value).length < 5000;
  } catch {
    return false;
  }
}

const clock = (minutes: number): string =>
  [minutes / 60, minutes % 60].map((part) => `${Math.floor(part)}`.padStart(2, '0')).join(':');

/** The usual week as a text, in place of hours as data; `undefined` if there are others, such as those of a season. */
function usualWeek(practice: RawConfiguration): string | undefined {
  const { hours } = parsePractice({ ...practice, name: 'Practice' }, silent) ?? {};
  const isSimple =
    hours?.complete &&
    hours.regular.every(
      ({ validFrom, validThrough, spans }) =>
        !validFrom && !validThrough && spans.every(({ closes }) => closes < 24 * 60),
    );
  if (!hours || !isSimple) return undefined;
  const timesOn = (day: number): string =>
    hours.regular
      .filter((rule) => rule.days.includes(day))
      .flatMap(({ spans }) => spans)
      .map(({ opens, closes }) => `${clock(opens)}-${clock(closes)}`)
      .join(' ');
  return textOf(days.map((_, index) => timesOn(index + 1)));
}

/** What follows the scheme of a link. */
function linked(href: string, scheme: string): string {
  const text = href.slice(scheme.length).replace(/\?.*/s, '');
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return text.trim();
  }
}

/** Hours as a text where they are a usual week, and otherwise as the page has them. */
function hoursIn(practice: RawConfiguration): RawConfiguration {
  const week = usualWeek(practice);
  if (week) return { openingHours: week };
  const { openingHours, openingHoursSpecification } = practice;
  return { openingHours, openingHoursSpecification };
}

/** Texts of a property, of which schema.org allows several. */
const joined = (value: unknown): string =>
  itemsOf(value)
    .filter((each) => typeof each === 'string')
    .join(', ')
    .trim();

/** The people of a practice, with what a card shows of them. */
function cliniciansIn({ employee }: RawConfiguration): RawConfiguration {
  const people = itemsOf(employee).flatMap((person) => {
    const { name, honorificPrefix, honorificSuffix } = isObject(person) ? person : { name: person };
    const shown = Object.entries({ name, honorificPrefix, honorificSuffix }).map(([key, value]) => [
      key,
      joined(value),
    ]);
    return joined(name) ? [Object.fromEntries(shown.filter(([, value]) => value)) as RawConfiguration] : [];
  });
  return { employee: people.length ? people : undefined };
}

/**
 * What a page says about the practice that it is of: in its JSON-LD, or else in its phone and email links and its title.
 *
 * @returns settings of the contact card, and whether there is JSON-LD that cannot be read
 */
export function pageFacts(page: Page): { facts: RawConfiguration; isDamaged: boolean } {
  const { elements } = page;
  const blocks = elements
    .filter(
      ({ name, attributes }) =>
        name === 'script' && attributes.get('type')?.trim().toLowerCase() === 'application/ld+json',
    )
    .map(({ text }) => parsed(text));
  const practice = pagePractice(blocks, silent) ?? {};
  const link = (scheme: string): string | undefined => {
    const href = elements
      .find(({ attributes }) => attributes.get('href')?.toLowerCase().startsWith(scheme))
      ?.attributes.get('href');
    return href && linked(href, scheme);
  };
  const seen = { name: pageName(page), telephone: link('tel:'), email: link('mailto:') };
  const settings = ['openingHoursSpecification', ...questionsAbout('contact-card').map(({ key }) => key)];
  // An empty text says nothing.
  const said = Object.fromEntries(Object.entries(practice).filter(([, value]) => value !== ''));
  const facts = Object.fromEntries(
    Object.entries({
      ...seen,
      ...said,
      openingHoursSpecification: undefined,
      ...hoursIn(practice),
      ...cliniciansIn(practice),
    }).filter(([key, value]) => settings.includes(key) && value && isPlain(value)),
  );
  return { facts, isDamaged: blocks.includes(undefined) };
}
