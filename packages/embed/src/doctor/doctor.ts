import type { Fallback } from '@havenkit/elements/foundation';
import { element } from './dom.js';
import { sheets } from './doctor.styles.js';
import { en } from './en.js';
import { endpointsOf, testEndpoint, type Endpoint } from './endpoint.js';
import { es } from './es.js';
import { examine, type Examined } from './examine.js';
import type { Finding } from './finding.js';
import { reportOf } from './report.js';
import { gather, shownAddress, type Scene } from './scene.js';
import type { Texts } from './texts.js';
import { gravest, headView, resultView, summaryView, type Actions } from './view.js';

const tag = 'haven-doctor';

/** The page's language, if the doctor speaks it. */
const textsFor = (lang: string): Texts => (/^es\b/i.test(lang) ? es : en);

/**
 * Shows the doctor, a panel over the page that does not move it. It examines the page, and says what is wrong.
 *
 * @param version - of Havenkit
 * @param fallbacks - of each widget, by its name
 */
export function startDoctor(version: string, fallbacks: Readonly<Record<string, Fallback>>): void {
  // Until then, what seems to be missing may follow.
  if (document.readyState !== 'complete') return addEventListener('load', () => startDoctor(version, fallbacks));
  const open = document.querySelector(tag);
  if (open) return open.shadowRoot?.getElementById('title')?.focus();
  const texts = textsFor(document.documentElement.lang || navigator.language);
  const before = document.activeElement as HTMLElement | null;
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  const close = (): void => {
    host.remove();
    before?.focus();
  };
  host.lang = texts.lang;
  host.role = 'dialog';
  host.ariaLabel = texts.title;
  host.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  const content = element('main', {});
  root.append(headView(texts, { close }), content);
  document.body.append(host);
  // In the top layer, nothing of the page can cover it.
  host.popover = 'manual';
  host.showPopover?.();
  root.getElementById('title')?.focus();

  const show = async (): Promise<void> => {
    const summary = element('strong', {});
    const lead = element('div', { class: 'lead' }, summary, element('p', { class: 'hint' }, texts.onlyYou));
    const live = element('div', { role: 'status' }, lead);
    content.replaceChildren(live);
    summary.textContent = texts.examining;
    const scene = await gather(host, { version, fallbacks });
    const examined = await examine(scene).catch((error: unknown) => {
      // A page may have replaced what the browser provides.
      summary.textContent = `${texts.failed} ${String(error)}`;
      throw error;
    });
    const tested = new Map<unknown, Finding>();
    const actions = actionsFor(scene, examined, tested, texts, { close, again: () => void showAgain() });
    const test = async (endpoint: Endpoint): Promise<Finding> => {
      const finding = await actions.test(endpoint);
      const report = root.querySelector('textarea');
      if (report) report.value = actions.report();
      return finding;
    };
    lead.classList.add(gravest(examined));
    summary.textContent = summaryView(examined, texts);
    content.append(...resultView(examined, endpointsOf(scene), texts, { ...actions, test }));
  };
  const showAgain = async (): Promise<void> => {
    root.getElementById('title')?.focus();
    await show();
  };
  void show();
}

function actionsFor(
  scene: Scene,
  examined: Examined,
  tested: Map<unknown, Finding>,
  texts: Texts,
  { close, again }: Pick<Actions, 'close' | 'again'>,
): Actions {
  const report = (): string =>
    reportOf(
      examined,
      [...tested.values()],
      {
        page: shownAddress(new URL(location.href)),
        version: scene.version,
        browser: navigator.userAgent,
        window: `${innerWidth} × ${innerHeight}`,
      },
      texts,
    );
  return {
    close,
    again,
    report,
    test: async (endpoint) => {
      const finding = await testEndpoint(scene, endpoint);
      tested.set(endpoint, finding);
      return finding;
    },
    copy: async () => {
      try {
        await navigator.clipboard.writeText(report());
        return true;
      } catch {
        return false;
      }
    },
  };
}
