import { parsePage, type Page, type UnknownAttribute } from '@havenkit/embed/snippets';
import { defaultWords } from 'havenkit:fallbacks';
import { toAnswers } from '../questions/answers.js';
import { questionsAbout, titleOf } from '../questions/schema.js';
import { isColorScheme, type State } from '../state.js';
import { strings } from '../words/strings.js';
import { closedTag, isPart, openedTag } from './cut-off.js';
import { findInCode } from './code-reader.js';
import { keysOf, type FoundWidget } from './found-widget.js';
import { pageFacts } from './page-facts.js';
import { findWidgets } from './snippet-reader.js';

/** What became of a pasted text. */
export interface Pasted {
  /** The answers, unchanged if nothing was found. */
  readonly state: State;
  /** What was found, and what was not. */
  readonly message: string;
  /** Whether everything in the text was read. */
  readonly isRead: boolean;
}

const card = 'contact-card';

/** Characters of the longest text that is read. Pages have some hundred thousand. */
const maxLength = 5_000_000;

/**
 * Reads what a person pasted: snippets, or else a page that says something about the practice. What a page says is used only where
 * there is no answer yet.
 */
export function readPasted(pasted: string, state: State): Pasted {
  const text = pasted.trim();
  const unread = (message: string): Pasted => ({ state, message, isRead: false });
  if (!text) return unread(strings.readEmpty);
  if (text.length > maxLength) return unread(strings.readTooLong);
  const inCode = findInCode(text, state.widget);
  if (inCode) return fromWidgets([inCode], state);
  const closed = closedTag(text);
  const opened = openedTag(text);
  let page: Page;
  try {
    page = parsePage(closed ?? opened ?? text);
  } catch (error) {
    if (error instanceof RangeError) return unread(strings.readTooDeep);
    throw error;
  }
  const found = findWidgets(page, state.widget);
  if (!found.length) return closed !== undefined || isPart(text) ? unread(strings.readCutAll) : fromPage(page, state);
  const isCut = closed !== undefined || opened !== undefined;
  return fromWidgets(isCut ? found.map(asCut) : found, state);
}

/** The last widget of a text is the one that was cut. What is left of a setting's name is no setting. */
const asCut = (found: FoundWidget, index: number, { length }: readonly FoundWidget[]): FoundWidget =>
  index === length - 1 ? { ...found, isCut: true, isDamaged: true, unknown: [] } : found;

/** Whether there is something to take from a widget: settings, or its own words on purpose. */
const isUsable = (found: FoundWidget): boolean =>
  keysOf(found).length > 0 || (!found.isDamaged && !found.unknown.length && defaultWords[found.widget] !== undefined);

const titlesOf = (found: readonly FoundWidget[]): string =>
  [...new Set(found.map(({ widget }) => (widget ? titleOf(widget) : strings.someFrame)))].join(', ');

const suggested = ({ name, similar }: UnknownAttribute): string => (similar ? strings.didYouMean(name, similar) : name);

function fromWidgets(found: readonly FoundWidget[], state: State): Pasted {
  const usable = found.filter(isUsable);
  const cut = found.filter((each) => each.isCut);
  const damaged = found.filter((each) => !each.isCut && (each.isDamaged || (!isUsable(each) && !each.unknown.length)));
  const unknown = found.flatMap((each) => each.unknown);
  const sentences = [
    ...(usable.length ? [strings.readDone(titlesOf(usable))] : []),
    ...(cut.length ? [(cut.some(isUsable) ? strings.readCut : strings.readCutEarly)(titlesOf(cut))] : []),
    ...(damaged.length ? [strings.readDamaged(titlesOf(damaged))] : []),
    ...(unknown.length ? [strings.readUnknown(unknown.map(suggested).join(', '))] : []),
  ];
  return {
    state: usable.reduceRight(withWidget, state),
    message: sentences.join(' '),
    isRead: !cut.length && !damaged.length && !unknown.length,
  };
}

/** The answers with those of a widget. What is lost of its settings stays as it was. */
function withWidget(state: State, { widget, configuration, isDamaged, ...found }: FoundWidget): State {
  const { brand, lang: _, ...answers } = configuration;
  const { files = state.files, colorScheme, form = state.form, language = state.language } = found;
  return {
    ...state,
    widget,
    form,
    language,
    brand: typeof brand === 'string' ? brand : state.brand,
    files,
    colorScheme: isColorScheme(colorScheme) ? colorScheme : state.colorScheme,
    configurations: {
      ...state.configurations,
      [widget]: toAnswers(widget, isDamaged ? { ...state.configurations[widget], ...answers } : answers),
    },
  };
}

function fromPage(page: Page, state: State): Pasted {
  const { facts, isDamaged } = pageFacts(page);
  const damage = isDamaged ? [strings.readBrokenData] : [];
  const result = (next: State, message: string, isRead: boolean): Pasted => ({
    state: next,
    message: [message, ...damage].join(' '),
    isRead,
  });
  if (!Object.keys(facts).length) return result(state, strings.readNothing, false);
  const known = state.configurations[card] ?? {};
  // Hours are one answer, in one of two settings.
  const hours = ['openingHours', 'openingHoursSpecification'];
  const isKnown = (key: string): boolean => (hours.includes(key) ? hours : [key]).some((each) => each in known);
  const fresh = Object.fromEntries(Object.entries(facts).filter(([key]) => !isKnown(key)));
  const titles = questionsAbout(card).filter(
    ({ key }) => key in fresh || (key === 'openingHours' && 'openingHoursSpecification' in fresh),
  );
  if (!titles.length) return result(state, strings.readKnown, false);
  const next = {
    ...state,
    widget: card,
    configurations: { ...state.configurations, [card]: { ...fresh, ...known } },
  };
  return result(next, strings.readFacts(titles.map(({ title }) => title.toLowerCase()).join(', ')), true);
}
