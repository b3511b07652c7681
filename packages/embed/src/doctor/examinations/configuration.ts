import { isKnown, type EmbeddedWidget } from '../../check/embeds.js';
import { readConfiguration, sentence } from '../../problems.js';
import { similarName } from '../../similar-name.js';
import { attributesOf } from '../../widgets.js';
import { broken, risk, type Finding } from '../finding.js';
import { nodeOf, settingsOf, widgetsOf, type Scene } from '../scene.js';

/** Attributes that every element has, or that hosts, builders and the widgets themselves add. */
const ordinary =
  /^(?:id|class|style|lang|dir|hidden|slot|part|tabindex|translate|inert|is|nonce|role|title|data-.*|aria-.*|on.*|x-.*|v-.*|_ng.*|:.*|@.*)$/;

/** What of the configuration was ignored, and why. */
export function examineConfiguration(scene: Scene): Finding[] {
  return widgetsOf(scene).flatMap((embedded) =>
    isKnown(embedded.widget) ? [...examineAttributes(embedded), ...examineSettings(scene, embedded)] : [],
  );
}

function examineAttributes({ widget, attributes, placeholder }: EmbeddedWidget): Finding[] {
  const known = [...attributesOf(widget).values()];
  // Of a placeholder, other scripts may have their own.
  return [...attributes.keys()].flatMap((name) => {
    if (known.includes(name) || ordinary.test(name) || /[^a-z-]/.test(name)) return [];
    const similar = similarName(name, known);
    if (placeholder && !similar) return [];
    const prefix = placeholder ? 'data-' : '';
    return risk((texts) =>
      texts.unknownAttribute(`haven-${widget}`, prefix + name, similar === undefined ? undefined : prefix + similar),
    );
  });
}

function examineSettings(scene: Scene, embedded: EmbeddedWidget): Finding[] {
  const { widget, attributes } = embedded;
  const tag = `haven-${widget}`;
  const node = nodeOf(scene, embedded);
  const own = [...(node?.shadowRoot?.querySelectorAll('[part=problem] li') ?? [])].map(
    ({ textContent }) => textContent,
  );
  const { configuration, unreadable } = settingsOf(scene, embedded);
  // Then the rest is elsewhere, and only the widget knows it.
  const isElsewhere = attributes.has('src') || attributes.has('source');
  const fallback = scene.fallbacks[widget];
  const problems =
    isElsewhere || !fallback || !Object.keys(configuration).length
      ? []
      : readConfiguration({ widget, configuration, fallback, language: 'en', page: document.baseURI }).problems;
  const known = new Set(problems.map(({ path }) => plainPath(path)));
  // What else is missing follows from that.
  if (unreadable.length) return unreadable.map(({ problem, advice }) => finding(tag, '', `${problem} ${advice}`, true));
  return [
    ...problems.map((problem) => finding(tag, problem.path, sentence(problem), problem.severe)),
    // What only the widget knows, such as a file that did not load.
    ...own
      .map((message) => [/^([^\s:]*): /.exec(message)?.[1] ?? '', message] as const)
      .filter(([path]) => !known.has(plainPath(path)))
      .map(([path, message]) => finding(tag, path, message, true)),
  ];
}

const finding = (tag: string, path: string, detail: string, severe: boolean): Finding =>
  (severe ? broken : risk)((texts) => texts.setting(tag, path, severe), { detail });

/** A path as an attribute or as a key of JSON: `opening-hours` and `openingHours`. */
const plainPath = (path: string): string => path.replaceAll('-', '').toLowerCase();
