import { expect } from '@open-wc/testing';
import * as styles from '@havenkit/tokens/styles';

const { theme, ...others } = styles;
const sheets: Readonly<Record<string, string>> = others;
const names = Object.keys(sheets);
const parts = names.filter((name) => name.startsWith('theme'));
const native = names.filter((name) => !parts.includes(name));

/** Whether a sheet refines another one: `buttonQuiet` refines `button`. */
const refines = (name: string, base: string): boolean =>
  name.startsWith(base) && /^[A-Z]/.test(name.slice(base.length));

/** The custom properties that CSS declares, with their values, by media query. */
function declarations(css: string): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const list = (rules: CSSRuleList, media: string): string[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSMediaRule) return list(rule.cssRules, rule.conditionText);
      const { style } = rule as CSSStyleRule;
      return [...style].map((name) => `${media} ${name}: ${style.getPropertyValue(name)}`);
    });
  return list(sheet.cssRules, '').sort();
}

/** Computed styles of every native element in a shadow root with the given sheets. */
function computedStyles(css: string): string[] {
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<section class="card"><h2>Title</h2><p>Text <a href="#a">link</a></p>
    <button>A</button><button class="primary">A</button><button class="quiet">A</button>
    <a class="button primary" href="#b">A</a><a class="button quiet" href="#c">A</a>
    <button class="primary" disabled>B</button><button class="quiet" aria-disabled="true">C</button>
    <form><fieldset><legend>Legend</legend><label>Name <input aria-invalid="true" disabled></label>
      <label><input type="checkbox" aria-invalid="true" checked>A</label><label><input type="radio" disabled>B</label>
      <span class="hint">Hint</span><textarea></textarea><span class="error">Error</span><select></select></fieldset></form>
    <ul role="list"><li>A</li><li>B</li></ul><ol><li>A</li></ol><dl><dt>A</dt><dd>B</dd><dt>C</dt></dl>
    <table><tr><th scope="row">A</th><td>B</td></tr><tr><td>C</td></tr></table>
    <div class="notice danger">A</div><div class="notice success">B</div>
    <details class="notice" hidden><summary>C</summary></details></section>`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const result = [...root.querySelectorAll('*')].map((element) => {
    const style = getComputedStyle(element);
    const properties = [...style].filter((name) => !name.startsWith('--'));
    return `${element.outerHTML} ${properties.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ')}`;
  });
  host.remove();
  return result;
}

describe('the exported sheets', () => {
  it('divide the theme into parts that do not overlap', () => {
    expect(declarations(parts.map((name) => sheets[name]).join(''))).to.deep.equal(declarations(theme));
  });

  it('declare system colors only in the forced parts', () => {
    for (const name of parts) expect(sheets[name]!.includes('forced-colors'), name).to.equal(name.endsWith('Forced'));
  });

  it('give the same result in any order that puts each sheet after the one it refines', () => {
    const bases = native.filter((name) => !native.some((base) => refines(name, base)));
    const reversed = bases
      .toReversed()
      .flatMap((base) => [base, ...native.filter((name) => refines(name, base)).toReversed()]);
    expect([...reversed].sort()).to.deep.equal([...native].sort());
    const text = (order: readonly string[]): string => theme + order.map((name) => sheets[name]).join('');
    expect(computedStyles(text(reversed))).to.deep.equal(computedStyles(text(native)));
  });

  it('use only properties that the theme declares', () => {
    for (const name of native)
      for (const [, property] of sheets[name]!.matchAll(/var\((--[\w-]+)/g))
        expect(theme.includes(`${property}:`), `${property} in ${name}`).to.equal(true);
  });
});
