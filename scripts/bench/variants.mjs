/**
 * The two elements that a case compares: the widget and a bare Lit element. The second is derived from the DOM and CSS
 * that the first renders, so that they stay equal when the widget changes.
 */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { newPage, visit } from './measure.mjs';
import { pageHtml } from './serve.mjs';

/* global document -- in a function that runs on the page */

const bundle = async (contents) => {
  const options = { bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' };
  const stdin = { contents, resolveDir: process.cwd() };
  const { outputFiles } = await build({ ...options, stdin, conditions: ['production'] });
  return outputFiles[0].text;
};

/**
 * What a widget renders, and the texts that the case formats from the same configuration. The browser formats them,
 * because Node may have other locale data.
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
 * A `LitElement` whose template is the widget's DOM, with an expression wherever a text depends on the configuration.
 * It formats those texts itself.
 *
 * @throws when the widget does not show one of them: the case has to be brought up to date
 */
function bareElement({ tag, file, html, css, texts }) {
  const missing = texts.find((text) => !html.includes(escapeHtml(text)));
  if (missing !== undefined) throw new Error(`${file}: the widget does not show "${missing}".`);
  let template = html.replace(/[\\`]|\$(?=\{)/g, '\\$&');
  // Longest first, since "9:00 AM – 1:00 PM" contains "1:00 PM".
  for (const text of [...new Set(texts)].sort((a, b) => b.length - a.length))
    template = template.replaceAll(escapeHtml(text), `\uE000${texts.indexOf(text)}\uE001`);
  return `
    import { html, LitElement, unsafeCSS } from 'lit';
    import { texts } from ${JSON.stringify(file)};
    class BareElement extends LitElement {
      static styles = unsafeCSS(${JSON.stringify(css)});
      static properties = { configuration: { type: Object } };
      render() {
        const text = texts(this.configuration);
        return html\`${template.replaceAll(/\uE000(\d+)\uE001/g, '${text[$1]}')}\`;
      }
    }
    customElements.define('${tag}', BareElement);`;
}

/**
 * Serves the pages of a case: each of the two elements once, and in copies.
 *
 * @param {import('./cases.mjs').Case} entry
 * @param {object} tools
 * @param {string} tools.path - starts the addresses of the pages
 * @param {Awaited<ReturnType<import('./serve.mjs').serve>>} tools.server
 * @param {import('@playwright/test').Browser} tools.browser
 * @returns their addresses
 */
export async function addPages({ widget, file, configuration, copies }, { path, server, browser }) {
  const tag = `haven-${widget}`;
  const json = JSON.stringify(configuration);
  const script = server.addScript(`${path}/widget.js`, readFileSync(`packages/embed/dist/${widget}.js`, 'utf8'));
  const body = `<${tag}><script type="application/json">${json}</script></${tag}>`;
  const textsUrl = server.addScript(`${path}/texts.js`, await bundle(`export * from ${JSON.stringify(file)};`));

  const page = await newPage(browser);
  await visit(page, server.addPage(path, pageHtml({ tag, script, body })));
  const { html, css, height, texts } = await inspect(page, { tag, textsUrl, configuration });
  await page.context().close();

  const bareTag = `bare-${widget}`;
  const bareCode = await bundle(bareElement({ tag: bareTag, file, html, css, texts }));
  const bareScript = server.addScript(`${path}/bare.js`, bareCode);
  const bareBody = `<${bareTag} configuration="${escapeHtml(json).replaceAll('"', '&quot;')}"></${bareTag}>`;

  const style = `${tag}, ${bareTag} { display: block; min-block-size: ${height}px; }`;
  const add = (count) => ({
    widget: server.addPage(`${path}/widget/${count}`, pageHtml({ style, tag, script, body: body.repeat(count) })),
    bare: server.addPage(
      `${path}/bare/${count}`,
      pageHtml({ style, tag: bareTag, script: bareScript, body: bareBody.repeat(count) }),
    ),
  });
  return { one: add(1), many: add(copies) };
}
