import { isSettingsText } from '../../check/settings-text.js';
import { isKnown } from '../../check/embeds.js';
import { contains, descendants, type PageElement } from '../../check/page.js';
import { attributesOf } from '../../widgets.js';
import { broken, risk, type Finding } from '../finding.js';
import { nodeOf, widgetsOf, type Scene } from '../scene.js';

/** What a site builder removed from a snippet, or made of it. */
export function examineMarkup(scene: Scene): Finding[] {
  const { page, embeds } = scene;
  const findings: Finding[] = [];
  for (const { text } of page.texts) {
    if (/<(?:haven-[a-z]|script\b[^>]*haven)/i.test(text)) findings.push(broken((texts) => texts.snippetAsText()));
    else if (isSettingsText(text)) findings.push(broken((texts) => texts.settingsAsText()));
  }
  for (const wrapper of embeds.wrappers) {
    const whole = [...embeds.widgets.map(({ element }) => element), ...embeds.frames];
    if (!whole.some((each) => contains(wrapper, each))) findings.push(broken((texts) => texts.emptyWrapper()));
  }
  for (const form of embeds.htmlForms) findings.push(...examineForm(scene, form));
  for (const embedded of widgetsOf(scene)) {
    const { element, widget, attributes } = embedded;
    if (!isKnown(widget)) continue;
    const tag = `haven-${widget}`;
    if ([...attributes.values()].some((value) => /^[“”„‟«»‘’‚]/.test(value)))
      findings.push(broken((texts) => texts.typographicQuotes(tag)));
    if (isBare(scene, element, widget) && !nodeOf(scene, embedded)?.config)
      findings.push(broken((texts) => texts.noSettings(tag)));
    if (!attributesOf(widget).has('endpoint')) continue;
    if (isInForm(scene, element)) findings.push(risk((texts) => texts.outerForm()));
    if (lacksFields(element)) findings.push(risk((texts) => texts.fieldsRemoved()));
  }
  return findings;
}

/** Whether a widget that needs settings has none. The circle and the prompt need none. */
function isBare({ page }: Scene, element: PageElement, widget: string): boolean {
  const known = attributesOf(widget);
  const needs = known.has('telephone') || known.has('endpoint');
  const names = [...element.attributes.keys()].map((name) => name.replace(/^data-(?!haven$)/, ''));
  const hasJson = page.nodes.get(element)?.querySelector('script[type*=json]');
  return needs && !hasJson && ![...known.values(), 'src', 'source', 'config'].some((name) => names.includes(name));
}

/** Whether buttons of a form are left, but no questions. */
function lacksFields(element: PageElement): boolean {
  const names = descendants(element).map(({ name, attributes }) =>
    name === 'button' || attributes.get('type') === 'submit' ? 'button' : name,
  );
  return names.includes('button') && !names.some((name) => /^(?:input|textarea|select)$/.test(name));
}

const isInForm = ({ page }: Scene, element: PageElement): boolean => !!page.nodes.get(element)?.closest('form');

/** Plain HTML: its questions can be sent only with the form around them. */
function examineForm(scene: Scene, form: PageElement): Finding[] {
  if (lacksFields(form)) return [broken((texts) => texts.fieldsRemoved())];
  const names = descendants(form).map(({ name }) => name);
  if (!names.includes('input')) return [];
  if (isInForm(scene, form)) return [broken((texts) => texts.outerForm())];
  return names.includes('form') ? [] : [broken((texts) => texts.formRemoved())];
}
