import { element } from './dom.js';
import type { Endpoint } from './endpoint.js';
import type { Examined } from './examine.js';
import { countOf, type Finding } from './finding.js';
import { shownAddress } from './scene.js';
import type { Texts } from './texts.js';

/** What a person can do in the panel. */
export interface Actions {
  readonly close: () => void;
  readonly again: () => void;
  /** Tests an endpoint, and returns what it answered. */
  readonly test: (endpoint: Endpoint) => Promise<Finding>;
  /** Copies the report. Returns whether that worked. */
  readonly copy: () => Promise<boolean>;
  readonly report: () => string;
}

/** A part of the panel. Its heading is enough to find it: a landmark would be said as well. */
const section = (title: string, ...content: readonly (Node | false)[]): HTMLElement =>
  element('div', { class: 'section' }, element('h3', {}, title), ...content);

function findingView(
  name: 'li' | 'div',
  heading: 'h3' | 'h4',
  { severity, explain, detail, code }: Finding,
  texts: Texts,
): HTMLElement {
  const { what, why, todo } = explain(texts.findings);
  const labelled = (label: string, text: string, lang = texts.lang): HTMLElement =>
    element('p', {}, element('strong', {}, label), ' ', element('span', { lang }, text));
  return element(
    name,
    { class: `finding ${severity}` },
    element(heading, {}, element('span', { class: 'severity' }, texts.severities[severity]), ' ', what),
    detail !== undefined && labelled(texts.reported, detail, 'en'),
    labelled(texts.why, why),
    labelled(texts.todo, todo),
    code !== undefined && element('pre', { translate: 'no' }, code),
  );
}

/** The gravest first. */
function findingsView({ findings }: Examined, texts: Texts): HTMLElement[] {
  const isRight = findings.every(({ severity }) => severity === 'notice');
  const views = findings.map((each) => findingView('li', 'h3', each, texts));
  return [
    ...(isRight ? [element('p', {}, texts.allRight)] : []),
    ...(views.length ? [element('ul', { role: 'list', class: 'findings' }, ...views)] : []),
  ];
}

function presentView({ present }: Examined, texts: Texts): HTMLElement {
  if (!present.length) return element('p', {}, texts.nothingLoaded);
  return element(
    'ul',
    { role: 'list', class: 'present' },
    ...present.map(({ widget, state, version }) =>
      element(
        'li',
        {},
        `${texts.nameOf(widget)}: `,
        element('span', { class: state }, texts.state[state]),
        version && `, ${texts.version(version)}`,
      ),
    ),
  );
}

function endpointView(endpoint: Endpoint, texts: Texts, { test }: Actions): HTMLElement {
  const result = element('div', { 'aria-live': 'polite' });
  const press = async (): Promise<void> => {
    result.replaceChildren(element('p', {}, texts.testing));
    result.replaceChildren(findingView('div', 'h4', await test(endpoint), texts));
  };
  const { url, adapter } = endpoint;
  const address = !url ? adapter : url.protocol === 'mailto:' ? 'mailto:' : shownAddress(url);
  return element(
    'div',
    { class: 'endpoint' },
    element('p', {}, element('code', { translate: 'no' }, address)),
    element('button', { type: 'button', onclick: () => void press() }, texts.test),
    result,
  );
}

/** Milliseconds in which a screen reader learns that a message has gone. */
const pause = 100;

/** Says something in a live region, also when it said the same before: Orca leaves out what it has just said, to the letter. */
function announce(region: HTMLElement, text: string): void {
  const next = region.textContent === text ? `${text}\u00a0` : text;
  region.textContent = '';
  setTimeout(() => (region.textContent = next), pause);
}

function reportView(texts: Texts, { copy, report }: Actions): HTMLElement {
  const status = element('p', { 'aria-live': 'polite' });
  const text = element('textarea', {
    readonly: '',
    rows: '8',
    'aria-label': texts.report,
    spellcheck: 'false',
    dir: 'ltr',
  });
  text.value = report();
  const press = async (): Promise<void> => {
    const isCopied = await copy();
    announce(status, isCopied ? texts.copied : texts.copyByHand);
    if (!isCopied) text.select();
  };
  return section(
    texts.report,
    element('p', { class: 'hint' }, texts.reportHint),
    text,
    element(
      'div',
      { class: 'row' },
      element('button', { type: 'button', class: 'primary', onclick: () => void press() }, texts.copyReport),
      status,
    ),
  );
}

/** The top of the panel, which stays while the rest scrolls. */
export function headView(texts: Texts, { close }: Pick<Actions, 'close'>): HTMLElement {
  return element(
    'div',
    { class: 'head' },
    element('h2', { tabindex: '-1' }, texts.title),
    element('button', { type: 'button', onclick: close }, texts.close),
  );
}

/** How much was found, for the eye and for a screen reader. */
export function summaryView({ findings }: Examined, texts: Texts): string {
  return `${texts.summary(countOf(findings))}.`;
}

/** Everything that was found. */
export function resultView(
  examined: Examined,
  endpoints: readonly Endpoint[],
  texts: Texts,
  actions: Actions,
): HTMLElement[] {
  const { limitations } = examined;
  return [
    ...findingsView(examined, texts),
    section(texts.onThisPage, presentView(examined, texts)),
    ...(endpoints.length
      ? [
          section(
            texts.connection,
            element('p', { class: 'hint' }, texts.connectionHint),
            ...endpoints.map((endpoint) => endpointView(endpoint, texts, actions)),
          ),
        ]
      : []),
    ...(limitations.length
      ? [
          section(
            texts.notExamined,
            element('ul', {}, ...limitations.map((each) => element('li', {}, texts.limitations[each]))),
          ),
        ]
      : []),
    reportView(texts, actions),
    element('p', {}, element('button', { type: 'button', onclick: actions.again }, texts.again)),
  ];
}

/** The gravest that was found, which comes first, for the color of the summary. Notices are no reason for one. */
export const gravest = ({ findings: [first] }: Examined): string =>
  first && first.severity !== 'notice' ? first.severity : 'right';
