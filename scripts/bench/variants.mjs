/**
 * The two elements that a case compares: the widget and a bare Lit element. The bare element is derived from the DOM and CSS of
 * the widget, so that both stay equal when the widget changes.
 */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { newPage, visit } from './measure.mjs';
import { addFile, pageHtml } from './pages.mjs';

/* global document -- in a function that runs on the page */

const bundle = async (contents) => {
  const options = { bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' };
  const stdin = { contents, resolveDir: process.cwd() };
  const { outputFiles } = await build({ ...options, stdin, conditions: ['production'] });
  return outputFiles[0].text;
};

/**
 * Reads what a widget renders, and formats the case's texts from the same configuration. The browser formats them, because
 * Node may have other locale data.
 */
const inspect = (page, options) =>
  page.evaluate(async ({ tag, textsUrl, configuration }) => {
    const element = document.querySelector(tag);
    const root = element.shadowRoot;
    return {
      html: root.innerHTML.replace(/<!--.*?-->/gs, ''),
      css: root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n'),
      height: Math.ceil(element.getBoundingClientRect().height),
      texts: (await import(textsUrl)).texts(configuration),
    };
  }, options);

const escapeHtml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('\u00A0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The source of a `LitElement` whose template is the widget's DOM, with an expression for each text that depends on the
 * configuration. The element formats those texts itself.
 *
 * @throws if the widget does not show one of them, so that the case is out of date
 */
function bareElement({ tag, file, html, css, texts }) {
  const escaped = texts.map((text) => escapeHtml(text));
  const missing = escaped.find((text) => !html.includes(text));
  if (missing !== undefined) throw new Error(`${file}: the widget does not show "${missing}".`);
  // Longest first, since "9:00 AM – 1:00 PM" contains "1:00 PM".
  const anyText = escaped.toSorted((a, b) => b.length - a.length).map((text) => RegExp.escape(text));
  const template = html
    .replace(/[\\`]|\$(?=\{)/g, '\\$&')
    .replace(new RegExp(anyText.join('|'), 'g'), (text) => `\${text[${escaped.indexOf(text)}]}`);
  return `
    import { html, LitElement, unsafeCSS } from 'lit';
    import { texts } from ${JSON.stringify(file)};
    class BareElement extends LitElement {
      static styles = unsafeCSS(${JSON.stringify(css)});
      static properties = { configuration: { type: Object } };
      render() {
        const text = texts(this.configuration);
        return html\`${template}\`;
      }
    }
    customElements.define('${tag}', BareElement);`;
}

/** Adds the pages of a case: each of the two elements once, and in many copies. Returns their addresses. */
export async function addPages({ widget, file, configuration, copies }, { path, browser }) {
  const json = JSON.stringify(configuration);
  const full = {
    tag: `haven-${widget}`,
    script: addFile(`${path}/widget.js`, readFileSync(`packages/embed/dist/${widget}.js`, 'utf8')),
    body: `<haven-${widget}><script type="application/json">${json}</script></haven-${widget}>`,
  };
  const textsUrl = addFile(`${path}/texts.js`, await bundle(`export * from ${JSON.stringify(file)};`));
  const page = await newPage(browser);
  await visit(page, addFile(path, pageHtml(full)));
  const { html, css, height, texts } = await inspect(page, { tag: full.tag, textsUrl, configuration });
  await page.context().close();

  const tag = `bare-${widget}`;
  const bare = {
    tag,
    script: addFile(`${path}/bare.js`, await bundle(bareElement({ tag, file, html, css, texts }))),
    body: `<${tag} configuration="${escapeHtml(json).replaceAll('"', '&quot;')}"></${tag}>`,
  };
  const addPage = (element, count) => {
    const style = `${element.tag} { display: block; min-block-size: ${height}px; }`;
    const body = element.body.repeat(count);
    return addFile(`${path}/${element.tag}/${count}`, pageHtml({ ...element, style, body }));
  };
  const addBoth = (count) => ({ widget: addPage(full, count), bare: addPage(bare, count) });
  return { single: addBoth(1), many: addBoth(copies) };
}
