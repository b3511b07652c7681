import { attributesOf, widgets } from '../widgets.js';
import { isKnown, scriptsFor, strippedWrappers, type EmbeddedWidget, type Embeds } from './embeds.js';
import { failure, warning, type Diagnostic } from './diagnostic.js';
import { descendants, formAround, hasTypographicQuotes, type Page, type PageElement } from './page.js';
import { shownCode } from './shown-code.js';
import { unknownAttributes } from './unknown-attributes.js';

const pasteAgain =
  'Paste it into a block for HTML or code, as a person who may add scripts. Where that is not possible, use the loader, a framed page or plain HTML: havenkit snippet --form loader, frame or html.';

/** What a site builder made of a snippet. */
export function checkMarkup(page: Page, embeds: Embeds): Diagnostic[] {
  const { widgets: found, scripts, frames, wrappers, htmlForms } = embeds;
  const findings: Diagnostic[] = [];
  for (const { line, text } of page.texts) {
    const code = shownCode(text);
    if (code === 'snippet') findings.push(failure(line, 'The snippet is shown to visitors as text.', pasteAgain));
    if (code === 'settings')
      findings.push(
        failure(line, 'A configuration is shown to visitors as text: its script element was removed.', pasteAgain),
      );
  }
  for (const { line } of strippedWrappers(embeds))
    findings.push(failure(line, "A snippet is on the page, but the widget's element was removed from it.", pasteAgain));
  findings.push(...htmlForms.flatMap((wrapper) => checkHtmlForm(page, wrapper)));
  for (const embedded of found) {
    const { element, widget, placeholder } = embedded;
    if (hasTypographicQuotes(element)) continue;
    const name = placeholder ? `the placeholder of ${widget}` : `<${element.name}>`;
    if (!isKnown(widget)) {
      findings.push(failure(element.line, `There is no widget "${widget}".`, `The widgets are ${widgets.join(', ')}.`));
      continue;
    }
    const { defining, loaders } = scriptsFor(embeds, widget);
    if (placeholder && !loaders.length)
      findings.push(
        failure(
          element.line,
          `Nothing replaces ${name}: the loader is not on the page.`,
          'Add the script of loader.classic.js to the site once.',
        ),
      );
    else if (!defining.length && !loaders.length)
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

const where = ({ line }: PageElement): string => (line === undefined ? '' : ` of line ${line}`);

/** A sign-up form in another form. HTML has no forms in forms, so a browser drops the inner one, which is the fallback content. */
function checkOuterForm(page: Page, { element, widget }: EmbeddedWidget): Diagnostic[] {
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
function checkHtmlForm(page: Page, wrapper: PageElement): Diagnostic[] {
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
export function checkQuotes({ elements }: Page, { scripts }: Embeds): Diagnostic[] {
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

function checkAttributes(embedded: EmbeddedWidget): Diagnostic[] {
  const { element, widget } = embedded;
  return unknownAttributes(embedded).map(({ name, similar }) =>
    warning(
      element.line,
      `${widget} has no attribute "${name}", so it is ignored.`,
      similar ? `Did you mean "${similar}"?` : `Its attributes are ${[...attributesOf(widget).values()].join(', ')}.`,
    ),
  );
}
