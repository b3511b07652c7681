import type { Fallback } from '@havenkit/elements/foundation';
import { element } from './dom.js';
import { en } from './en.js';
import { endpointsOf, testEndpoint, type Endpoint } from './endpoint.js';
import { es } from './es.js';
import { examine, type Examined } from './examine.js';
import type { Finding } from './finding.js';
import { focusOpenPanel, openPanel, type Panel } from './panel.js';
import { reportOf } from './report.js';
import { gather, shownAddress, type Scene } from './scene.js';
import type { Texts } from './texts.js';
import { gravest, headView, resultView, summaryView, type Actions } from './view.js';

/** The page's language, if the doctor speaks it. */
const textsFor = (lang: string): Texts => (/^es\b/i.test(lang) ? es : en);

type Widgets = Pick<Scene, 'version' | 'fallbacks'>;

/**
 * Shows the doctor, a panel over the page. It examines the page, and says what is wrong.
 *
 * @param version - of Havenkit
 * @param fallbacks - of each widget, by its name
 */
export function startDoctor(version: string, fallbacks: Readonly<Record<string, Fallback>>): void {
  // Until then, what seems to be missing may follow.
  if (document.readyState !== 'complete') return addEventListener('load', () => startDoctor(version, fallbacks));
  if (focusOpenPanel()) return;
  const texts = textsFor(document.documentElement.lang || navigator.language);
  const panel = openPanel(texts);
  const summary = element('div', { role: 'status' });
  // In an element of its own: who reads on would hear of a status with bare text only what it is.
  const say = (text: string): void => summary.replaceChildren(element('strong', {}, text));
  const lead = element('div', {}, summary, element('p', { class: 'hint' }, texts.onlyYou));
  const content = element('div', { class: 'content' });
  panel.root.append(headView(texts, panel), element('div', { class: 'body' }, lead, content));
  const show = async (): Promise<void> => {
    focusOpenPanel();
    panel.host.scrollTop = 0;
    content.replaceChildren();
    lead.className = 'lead';
    say(texts.examining);
    try {
      const scene = await gather(panel.host, { version, fallbacks } satisfies Widgets);
      const examined = await examine(scene);
      lead.classList.add(gravest(examined));
      say(summaryView(examined, texts));
      content.append(
        ...resultView(examined, endpointsOf(scene), texts, actionsFor(scene, examined, texts, panel, show)),
      );
    } catch (error) {
      say(`${texts.failed} ${String(error)}`);
      throw error;
    }
  };
  void show();
}

function actionsFor(
  scene: Scene,
  examined: Examined,
  texts: Texts,
  { root, close }: Panel,
  show: () => Promise<void>,
): Actions {
  const tested = new Map<Endpoint, Finding>();
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
    again: () => void show(),
    report,
    test: async (endpoint) => {
      const finding = await testEndpoint(scene, endpoint);
      tested.set(endpoint, finding);
      const shown = root.querySelector('textarea');
      if (shown) shown.value = report();
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
