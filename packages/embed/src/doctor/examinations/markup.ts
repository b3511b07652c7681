import { isKnown, needsSettings, strippedWrappers } from '../../check/embeds.js';
import { descendants, formAround, type PageElement } from '../../check/page.js';
import { shownCode } from '../../check/shown-code.js';
import { attributesOf } from '../../widgets.js';
import { failure, warning, type Finding } from '../finding.js';
import { nodeOf, widgetsOf, type Scene } from '../scene.js';

/** What a site builder removed from a snippet, or made of it. */
export function examineMarkup(scene: Scene): Finding[] {
  const { page, embeds } = scene;
  const findings: Finding[] = [];
  for (const { text } of page.texts) {
    const code = shownCode(text);
    if (code === 'snippet') findings.push(failure((texts) => texts.snippetAsText()));
    if (code === 'settings') findings.push(failure((texts) => texts.settingsAsText()));
  }
  findings.push(...strippedWrappers(embeds).map(() => failure((texts) => texts.emptyWrapper())));
  for (const form of embeds.htmlForms) findings.push(...examineForm(scene, form));
  for (const embedded of widgetsOf(scene)) {
    const { element, widget, attributes } = embedded;
    if (!isKnown(widget)) continue;
    if ([...attributes.values()].some((value) => /^[“”„‟«»‘’‚]/.test(value)))
      findings.push(failure((texts) => texts.typographicQuotes(widget)));
    if (isBare(scene, element, widget) && !nodeOf(scene, embedded)?.config)
      findings.push(failure((texts) => texts.noSettings(widget)));
    if (!attributesOf(widget).has('endpoint')) continue;
    if (formAround(page, element)) findings.push(warning((texts) => texts.outerForm()));
    if (lacksFields(element)) findings.push(warning((texts) => texts.fieldsRemoved()));
  }
  return findings;
}

/** Whether a widget that needs settings has none. The circle and the prompt need none. */
function isBare({ page }: Scene, element: PageElement, widget: string): boolean {
  const known = attributesOf(widget);
  const names = [...element.attributes.keys()].map((name) => name.replace(/^data-(?!haven$)/, ''));
  const hasJson = page.nodes.get(element)?.querySelector('script[type*=json]');
  return (
    needsSettings(widget) &&
    !hasJson &&
    ![...known.values(), 'src', 'source', 'config'].some((name) => names.includes(name))
  );
}

/** Whether buttons of a form are left, but no questions. */
function lacksFields(element: PageElement): boolean {
  const names = descendants(element).map(({ name, attributes }) =>
    name === 'button' || attributes.get('type') === 'submit' ? 'button' : name,
  );
  return names.includes('button') && !names.some((name) => /^(?:input|textarea|select)$/.test(name));
}

/** Plain HTML: its questions can be sent only with the form around them. */
function examineForm(scene: Scene, form: PageElement): Finding[] {
  if (lacksFields(form)) return [failure((texts) => texts.fieldsRemoved())];
  const names = descendants(form).map(({ name }) => name);
  if (!names.includes('input')) return [];
  if (formAround(scene.page, form)) return [failure((texts) => texts.outerForm())];
  return names.includes('form') ? [] : [failure((texts) => texts.formRemoved())];
}
