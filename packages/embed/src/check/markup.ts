import { isSettingsText } from './settings-text.js';
import { attributesOf, widgets } from '../widgets.js';
import { isKnown, type EmbeddedWidget, type Embeds } from './embeds.js';
import { failure, warning, type Finding } from './finding.js';
import { contains, descendants, hasTypographicQuotes, type Page, type PageElement } from './page.js';
import { unknownAttributes } from './unknown-attributes.js';

const pasteAgain =
  'Paste it into a block for HTML or code, as a person who may add scripts. Where that is not possible, use the loader, a framed page or plain HTML: havenkit snippet --form loader, frame or html.';

/** What a site builder made of a snippet. */
export function checkMarkup(page: Page, { widgets: found, scripts, frames, wrappers, htmlForms }: Embeds): Finding[] {
  const findings: Finding[] = [];
  for (const { line, text } of page.texts) {
    if (/<(?:haven-[a-z]|script\b[^>]*haven)/i.test(text))
      findings.push(failure(line, 'The snippet is shown to visitors as text.', pasteAgain));
    else if (isSettingsText(text))
      findings.push(
        failure(line, 'A configuration is shown to visitors as text: its script element was removed.', pasteAgain),
      );
  }
  for (const wrapper of wrappers) {
    const isWhole = [...found.map(({ element }) => element), ...frames].some((each) => contains(wrapper, each));
    if (!isWhole)
      findings.push(
        failure(wrapper.line, "A snippet is on the page, but the widget's element was removed from it.", pasteAgain),
      );
  }
  findings.push(...htmlForms.flatMap((wrapper) => checkHtmlForm(page, wrapper)));
  const loader = scripts.some(({ file }) => file.startsWith('loader.'));
  for (const embedded of found) {
    const { element, widget, placeholder } = embedded;
    if (hasTypographicQuotes(element)) continue;
    const name = placeholder ? `the placeholder of ${widget}` : `<${element.name}>`;
    if (!isKnown(widget)) {
      findings.push(failure(element.line, `There is no widget "${widget}".`, `The widgets are ${widgets.join(', ')}.`));
      continue;
    }
    const loaded = scripts.some(({ file }) => file.startsWith('haven.') || file.startsWith(`${widget}.`));
    if (placeholder && !loader)
      findings.push(
        failure(
          element.line,
          `Nothing replaces ${name}: the loader is not on the page.`,
          'Add the script of loader.classic.js to the site once.',
        ),
      );
    else if (!loaded && !loader)
      findings.push(
        failure(
          element.line,
          `Nothing defines ${name}: its script is not on the page.`,
          `Add the script of ${widget}.classic.js. If it was in what you pasted, the site builder has removed it. ${pasteAgain}`,
        ),
      );
    findings.push(...checkAttributes(embedded), ...checkOuterForm(page, embedded));
  }
  if (!found.length && !frames.length && !wrappers.length && !htmlForms.length && scripts.length)
    findings.push(failure(scripts[0]?.element.line, 'A script of Havenkit is on the page, but no widget.', pasteAgain));
  return findings;
}

const useFrame = 'Put it outside that form, or use a framed page: havenkit snippet --form frame.';

/** A form around an element. */
const formAround = ({ elements }: Page, inner: PageElement): PageElement | undefined =>
  elements.find((outer) => outer.name === 'form' && contains(outer, inner));

const where = ({ line }: PageElement): string => (line === undefined ? '' : ` of line ${line}`);

/** A sign-up form in another form. HTML has no forms in forms, so a browser drops the inner one, which is the fallback content. */
function checkOuterForm(page: Page, { element, widget }: EmbeddedWidget): Finding[] {
  const outer = attributesOf(widget).has('endpoint') ? formAround(page, element) : undefined;
  return outer
    ? [
        warning(
          element.line,
          `${widget} is in the form${where(outer)}. Without a script, its questions are sent with that form, to another address.`,
          useFrame,
        ),
      ]
    : [];
}

/** The questions of a sign-up form without the form around them cannot be sent. */
function checkHtmlForm(page: Page, wrapper: PageElement): Finding[] {
  const names = descendants(wrapper).map(({ name }) => name);
  if (!names.includes('input')) return [];
  const outer = formAround(page, wrapper);
  if (outer)
    return [
      failure(
        wrapper.line,
        `Nobody can sign up: the questions are in the form${where(outer)}, and are sent with it, to another address.`,
        useFrame,
      ),
    ];
  if (names.includes('form')) return [];
  return [failure(wrapper.line, 'Nobody can sign up: the <form> around the questions was removed.', pasteAgain)];
}

/**
 * Tags whose attributes have the quotation marks of a word processor. Browsers take them for a part of the value, and every word
 * in them for an attribute.
 */
export function checkQuotes({ elements }: Page, { scripts }: Embeds): Finding[] {
  const ours = elements.filter((each) => /haven/i.test(each.tag) || scripts.some(({ element }) => element === each));
  const broken = ours.filter(hasTypographicQuotes);
  if (!broken.length) return [];
  const lines = [...new Set(broken.flatMap(({ line }) => line ?? []))];
  const where = lines.length > 1 ? `lines ${lines.join(', ')}` : 'this tag';
  return [
    failure(
      broken[0]?.line,
      `The attributes in ${where} have typographic quotation marks, so browsers cannot read them.`,
      'Write straight ones, as in name="Riverbend", or copy the snippet again and paste it as plain text into a block for HTML or code.',
    ),
  ];
}

function checkAttributes(embedded: EmbeddedWidget): Finding[] {
  const { element, widget } = embedded;
  return unknownAttributes(embedded).map(({ name, similar }) =>
    warning(
      element.line,
      `${widget} has no attribute "${name}", so it is ignored.`,
      similar ? `Did you mean "${similar}"?` : `Its attributes are ${[...attributesOf(widget).values()].join(', ')}.`,
    ),
  );
}
