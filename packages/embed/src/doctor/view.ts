import { element } from './dom.js';
import type { Endpoint } from './endpoint.js';
import type { Examined } from './examine.js';
import { gravities, type Finding } from './finding.js';
import { countOf } from './report.js';
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

const section = (id: string, title: string, ...content: readonly (Node | false)[]): HTMLElement =>
  element('section', { 'aria-labelledby': id }, element('h3', { id }, title), ...content);

const listItem = (...content: readonly (Node | string)[]): HTMLElement => element('li', {}, ...content);

function findingView({ gravity, explain, detail, code }: Finding, texts: Texts): HTMLElement {
  const { what, why, todo } = explain(texts.findings);
  const labelled = (label: string, text: string, lang = texts.lang): HTMLElement =>
    element('p', {}, element('strong', {}, label), ' ', element('span', { lang }, text));
  return element(
    'article',
    { class: `finding ${gravity}` },
    element('h4', {}, element('span', { class: 'gravity' }, texts.gravities[gravity]), ' ', what),
    detail !== undefined && labelled(texts.reported, detail, 'en'),
    labelled(texts.why, why),
    labelled(texts.todo, todo),
    code !== undefined && element('pre', { tabindex: '0', translate: 'no' }, code),
  );
}

/** The gravest first. */
function findingsView({ findings }: Examined, texts: Texts): HTMLElement {
  const isRight = findings.every(({ gravity }) => gravity === 'note');
  return element(
    'div',
    { class: 'findings' },
    isRight && element('p', {}, texts.allRight),
    ...findings.map((each) => findingView(each, texts)),
  );
}

function presentView({ present }: Examined, texts: Texts): HTMLElement {
  if (!present.length) return element('p', {}, texts.nothingLoaded);
  return element(
    'ul',
    { role: 'list', class: 'present' },
    ...present.map(({ tag, state, version }) =>
      listItem(
        element('code', { translate: 'no' }, `<${tag}>`),
        element(
          'span',
          { class: state },
          [texts.state[state], version && texts.version(version)].filter(Boolean).join(', '),
        ),
      ),
    ),
  );
}

function endpointView(endpoint: Endpoint, texts: Texts, { test }: Actions): HTMLElement {
  const result = element('div', { 'aria-live': 'polite' });
  const press = async (): Promise<void> => {
    result.replaceChildren(element('p', {}, texts.testing));
    result.replaceChildren(findingView(await test(endpoint), texts));
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

function reportView(texts: Texts, { copy, report }: Actions): HTMLElement {
  const status = element('p', { 'aria-live': 'polite', class: 'status' });
  const text = element('textarea', {
    readonly: '',
    rows: '8',
    'aria-labelledby': 'report',
    spellcheck: 'false',
    dir: 'ltr',
  });
  text.value = report();
  const press = async (): Promise<void> => {
    const isCopied = await copy();
    status.textContent = isCopied ? texts.copied : texts.copyByHand;
    if (!isCopied) text.select();
  };
  return section(
    'report',
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
    'header',
    {},
    element('h2', { id: 'title', tabindex: '-1' }, texts.title),
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
  const { unseen } = examined;
  return [
    findingsView(examined, texts),
    section('present', texts.onThisPage, presentView(examined, texts)),
    ...(endpoints.length
      ? [
          section(
            'connection',
            texts.connection,
            element('p', { class: 'hint' }, texts.connectionHint),
            ...endpoints.map((endpoint) => endpointView(endpoint, texts, actions)),
          ),
        ]
      : []),
    ...(unseen.length
      ? [section('unseen', texts.notExamined, element('ul', {}, ...unseen.map((each) => listItem(texts.unseen[each]))))]
      : []),
    reportView(texts, actions),
    element('p', {}, element('button', { type: 'button', onclick: actions.again }, texts.again)),
  ];
}

/** The gravest gravity that was found, for the color of the summary. */
export const gravest = ({ findings }: Examined): string =>
  gravities.find((gravity) => gravity !== 'note' && findings.some((each) => each.gravity === gravity)) ?? 'right';
