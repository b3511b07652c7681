import { isKnown, type EmbeddedWidget } from '../../check/embeds.js';
import { nameOnPage, unknownAttributes } from '../../check/unknown-attributes.js';
import { readConfiguration, sentence } from '../../problems.js';
import { attributesOf } from '../../widgets.js';
import { failure, warning, type Finding } from '../finding.js';
import { nodeOf, settingsOf, widgetsOf, type Scene } from '../scene.js';

/** What of the configuration was ignored, and why. */
export function examineConfiguration(scene: Scene): Finding[] {
  return widgetsOf(scene).flatMap((embedded) =>
    isKnown(embedded.widget) ? [...examineAttributes(embedded), ...examineSettings(scene, embedded)] : [],
  );
}

function examineAttributes(embedded: EmbeddedWidget): Finding[] {
  // Of a placeholder, other scripts may have their own.
  return unknownAttributes(embedded)
    .filter(({ name, similar }) => !/[^a-z-]/.test(name) && (similar !== undefined || !embedded.placeholder))
    .map(({ name, similar }) => warning((texts) => texts.unknownAttribute(embedded.widget, name, similar)));
}

function examineSettings(scene: Scene, embedded: EmbeddedWidget): Finding[] {
  const { widget, attributes } = embedded;
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
  if (unreadable.length)
    return unreadable.map(({ problem, advice }) => finding(embedded, '', `${problem} ${advice}`, true));
  return [
    ...problems.map((problem) => finding(embedded, problem.path, sentence(problem), problem.severe)),
    // What only the widget knows, such as a file that did not load.
    ...own
      .map((message) => [/^([^\s:]*): /.exec(message)?.[1] ?? '', message] as const)
      .filter(([path]) => !known.has(plainPath(path)))
      .map(([path, message]) => finding(embedded, path, message, true)),
  ];
}

function finding(embedded: EmbeddedWidget, path: string, detail: string, severe: boolean): Finding {
  const name = settingName(embedded, path);
  return (severe ? failure : warning)((texts) => texts.setting(embedded.widget, name, severe), { detail });
}

/** A setting as it is written on the page, where a person looks for it: by its attribute, if there is one. */
function settingName({ widget, attributes, placeholder }: EmbeddedWidget, path: string): string {
  const attribute = attributesOf(widget).get(path);
  return attribute !== undefined && attributes.has(attribute) ? nameOnPage(attribute, placeholder) : path;
}

/** A path as an attribute or as a key of JSON: `opening-hours` and `openingHours`. */
const plainPath = (path: string): string => path.replaceAll('-', '').toLowerCase();
