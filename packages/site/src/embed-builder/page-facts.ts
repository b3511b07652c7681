import { parsePage, silent } from '@havenkit/embed/builder';
import { pagePractice } from '@havenkit/elements/contact-card/page-practice';
import { parsePractice } from '@havenkit/elements/contact-card/practice';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { questionsAbout } from './schema.js';
import { days, textOf } from './week.js';

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

/**
 * What a page says about the practice that it is of: in its JSON-LD, or else in its phone and email links and its title.
 *
 * @param html - source of the page
 * @returns settings of the contact card
 */
export function pageFacts(html: string): RawConfiguration {
  const { elements } = parsePage(html);
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
    return href && decodeURI(href.slice(scheme.length).replace(/\?.*/s, '')).trim();
  };
  const siteName = elements
    .find(({ attributes }) => attributes.get('property') === 'og:site_name')
    ?.attributes.get('content');
  const title = elements
    .find(({ name }) => name === 'title')
    ?.text.split(/\s+[|–—-]\s+/)
    .at(-1);
  const seen = { name: (siteName ?? title)?.trim(), telephone: link('tel:'), email: link('mailto:') };
  const found = { ...seen, ...practice, openingHours: usualWeek(practice) };
  const settings = questionsAbout('contact-card').map(({ key }) => key);
  return Object.fromEntries(
    Object.entries(found).filter(([key, value]) => settings.includes(key) && value && isPlain(value)),
  );
}
