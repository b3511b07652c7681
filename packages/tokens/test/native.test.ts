import { expect } from '@open-wc/testing';
import * as styles from '@havenkit/tokens/styles';
import { tokenNames } from '@havenkit/tokens/tokens';

const css = async (name: string): Promise<string> => {
  const response = await fetch(new URL(`../dist/${name}.css`, import.meta.url));
  return response.text();
};

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

function adopt(text: string, root: Document | ShadowRoot = document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  cleanups.push(() => (root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet)));
}

function onPage(markup: string): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = markup;
  document.body.append(box);
  cleanups.push(() => box.remove());
  return box.firstElementChild as HTMLElement;
}

const sample = `
  <h1>One</h1><h2>Two</h2><h3>Three</h3><h4>Four</h4>
  <p>Some <a href="#a">text</a>.</p>
  <button>Save</button><button class="primary">Call</button><button class="quiet">Copy</button>
  <button disabled>Full</button><button class="primary" aria-disabled="true">Full</button><a class="button" href="#b">Site</a>
  <form><label for="i">Name</label><span class="hint">Hint</span><input id="i" aria-invalid="true">
    <span class="error">Error</span><select><option>One</option></select><textarea></textarea><input disabled value="x">
    <fieldset><legend>Choose</legend><label><input type="radio">A</label><label><input type="checkbox">B</label></fieldset>
    <input type="submit" value="Send"></form>
  <ul><li>One</li><li>Two</li></ul><ol><li>One</li></ol><dl><dt>Term</dt><dd>Description</dd></dl>
  <table><caption>Hours</caption><thead><tr><th scope="col">Day</th></tr></thead>
    <tbody><tr><th scope="row">Monday</th><td>9</td></tr></tbody></table>
  <div class="notice danger"><p>Not sent</p></div><details><summary>More</summary><p>Text</p></details><p hidden>Hidden</p>`;

/** A host with a shadow root that has all styles. */
function widget(
  content = `<section>${sample}</section>`,
  tag = 'tokens-test',
): { host: HTMLElement; root: ShadowRoot } {
  const host = onPage(`<${tag}></${tag}>`);
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = content;
  adopt(Object.values(styles).join(''), root);
  return { host, root };
}

const styleOf = (root: ParentNode, selector: string): CSSStyleDeclaration =>
  getComputedStyle(root.querySelector(selector)!);

/** The computed value of a color inside a root or element. */
function colorOf(root: ParentNode & Node, name: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(--haven-color-${name})`;
  (root.querySelector('section') ?? root).append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

describe('styles in a shadow root', () => {
  it('reset inherited text styles, except font, size, spacing and direction', () => {
    adopt(`
      body { color: rgb(1 2 3) !important; cursor: wait; font: italic small-caps 900 17px/3 monospace !important; hyphens: auto;
        letter-spacing: 2px; line-height: 3 !important; list-style: inside square; text-align: center !important; text-indent: 3em;
        text-shadow: 1px 1px red; text-transform: uppercase; user-select: none; white-space: nowrap; word-break: break-all;
        word-spacing: 4px; direction: rtl; quotes: none; }
      * { line-height: 4 !important; text-align: right !important; }`);
    const { root } = widget();
    const text = styleOf(root, 'p');
    expect(text.color).to.equal(colorOf(root, 'text'));
    expect(text.color).not.to.equal('rgb(1, 2, 3)');
    expect(text.cursor).to.equal('auto');
    expect(text.fontStyle).to.equal('normal');
    expect(text.fontVariantCaps).to.equal('normal');
    expect(text.fontWeight).to.equal('400');
    expect(parseFloat(text.lineHeight)).to.equal(17 * 1.5);
    expect(text.textAlign).to.equal('start');
    expect(text.textIndent).to.equal('0px');
    expect(text.textShadow).to.equal('none');
    expect(text.textTransform).to.equal('none');
    expect(text.whiteSpace).to.equal('normal');
    expect(text.wordBreak).to.equal('normal');
    expect(styleOf(root, 'ul').listStylePosition).to.equal('outside');
    for (const selector of ['p', 'button', 'input', 'textarea', 'select']) {
      expect(styleOf(root, selector).letterSpacing, selector).to.equal('2px');
      expect(styleOf(root, selector).wordSpacing, selector).to.equal('4px');
      expect(styleOf(root, selector).fontFamily, selector).to.equal('monospace');
      expect(styleOf(root, selector).fontSize, selector).to.equal('17px');
    }
    expect(text.direction).to.equal('rtl');
  });

  it('do not change slotted content', () => {
    adopt('body { color: rgb(1 2 3); text-transform: uppercase }');
    const { host } = widget('<slot></slot>');
    host.innerHTML = '<p>Call us</p>';
    expect(styleOf(host, 'p').textTransform).to.equal('uppercase');
    expect(styleOf(host, 'p').color).to.equal('rgb(1, 2, 3)');
  });

  it('let `hidden` win over any style', () => {
    adopt('[hidden] { display: block !important }');
    const { host, root } = widget();
    expect(getComputedStyle(host).display).to.equal('block');
    expect(styleOf(root, '[hidden]').display).to.equal('none');
    host.hidden = true;
    expect(getComputedStyle(host).display).to.equal('none');
    host.hidden = false;
    adopt('tokens-test { display: none }');
    expect(getComputedStyle(host).display).to.equal('none');
  });

  it('make controls at least 44 pixels high', () => {
    const { root } = widget();
    for (const element of root.querySelectorAll(
      'button, .button, form > input, select, textarea, label:has(input), summary',
    ))
      expect(element.getBoundingClientRect().height, element.outerHTML).to.be.at.least(44);
  });

  it('keep the text of a button on one line, even with elements in it', () => {
    const { root } = widget('<section><a class="button" href="#a">Call <bdi>555</bdi> <b>now</b></a></section>');
    expect(root.querySelector('a')!.getBoundingClientRect().height).to.be.closeTo(44, 0.5);
    const [number, word] = [...root.querySelectorAll('bdi, b')].map((element) => element.getBoundingClientRect());
    expect(word!.left - number!.right).to.be.within(1, 10);
  });

  it('draw checkboxes and radio buttons with the outline of a control', () => {
    const { root } = widget();
    for (const input of root.querySelectorAll<HTMLInputElement>('[type="checkbox"], [type="radio"]')) {
      const { borderTopColor, inlineSize, blockSize } = getComputedStyle(input);
      expect([inlineSize, blockSize]).to.deep.equal(['24px', '24px']);
      expect(borderTopColor).to.equal(colorOf(root, 'border-strong'));
      input.checked = true;
      expect(getComputedStyle(input).borderTopColor).to.equal(colorOf(root, 'brand-fill'));
      expect(parseFloat(getComputedStyle(input, '::before').borderBottomWidth)).to.be.at.least(3);
    }
  });

  it('break long words instead of overflowing', () => {
    const { host, root } = widget(
      `<section><p>${'word'.repeat(60)}</p><button>${'word'.repeat(60)}</button></section>`,
    );
    host.style.inlineSize = '200px';
    for (const element of root.querySelectorAll('p, button'))
      expect(element.getBoundingClientRect().width).to.be.at.most(200);
  });

  it('mark disabled, invalid and primary controls', () => {
    const { root } = widget();
    const [disabled, ariaDisabled] = root.querySelectorAll('button:disabled, [aria-disabled]');
    for (const button of [disabled!, ariaDisabled!]) {
      expect(getComputedStyle(button).backgroundColor).to.equal(colorOf(root, 'disabled-surface'));
      expect(getComputedStyle(button).color).to.equal(colorOf(root, 'disabled-text'));
    }
    expect(styleOf(root, 'input:disabled').color).to.equal(colorOf(root, 'disabled-text'));
    expect(styleOf(root, '[aria-invalid]').borderTopColor).to.equal(colorOf(root, 'danger'));
    expect(styleOf(root, '[aria-invalid]').borderTopWidth).to.equal('2px');
    expect(styleOf(root, '.primary').backgroundColor).to.equal(colorOf(root, 'brand-fill'));
    expect(styleOf(root, '.primary').color).to.equal(colorOf(root, 'on-brand'));
  });

  it('outline the focused element, 3 pixels wide and with a gap', () => {
    const { root } = widget();
    for (const selector of ['input', 'button', '.button', 'a', 'summary', 'select', 'textarea']) {
      const element = root.querySelector<HTMLElement>(selector)!;
      element.focus({ focusVisible: true });
      if (!element.matches(':focus-visible')) continue;
      const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(element);
      expect([outlineStyle, outlineWidth, outlineOffset], selector).to.deep.equal(['solid', '3px', '2px']);
      expect(outlineColor, selector).to.equal(colorOf(root, 'focus'));
    }
    expect(root.activeElement?.matches(':focus-visible')).to.equal(true);
  });

  it('stay usable in a browser that cannot compute the colors', () => {
    adopt('body { color: rgb(1 2 3) }');
    const { host, root } = widget();
    // Makes the derived colors invalid, as relative colors are in an older browser.
    host.style.setProperty('--haven-brand', 'not a color');
    for (const selector of ['p', 'a', 'button', '.primary', 'button:disabled', 'input', 'dt', 'label']) {
      const { color, backgroundColor } = styleOf(root, selector);
      expect(color, selector).to.equal('rgb(1, 2, 3)');
      expect(backgroundColor, selector).to.match(/^(rgba\(0, 0, 0, 0\)|transparent)$/);
    }
    for (const selector of ['button', '.primary', 'select', 'textarea', 'button:disabled'])
      expect(styleOf(root, selector).borderTopColor, selector).to.equal('rgb(1, 2, 3)');
    root.querySelector('input')!.focus();
    expect(styleOf(root, 'input').outlineStyle).to.equal('solid');
    expect(styleOf(root, 'input').outlineColor).not.to.match(/, 0\)$/);
  });
});

describe('the theme', () => {
  it('takes a brand from the page, from an ancestor and from the host', () => {
    const { host, root } = widget();
    const values = [colorOf(root, 'brand')];
    document.documentElement.style.setProperty('--haven-brand', 'rgb(122 59 105)');
    cleanups.push(() => document.documentElement.style.removeProperty('--haven-brand'));
    values.push(colorOf(root, 'brand'));
    host.parentElement!.style.setProperty('--haven-brand', 'rgb(0 94 184)');
    values.push(colorOf(root, 'brand'));
    host.style.setProperty('--haven-brand', 'rgb(165 20 40)');
    values.push(colorOf(root, 'brand'));
    expect(new Set(values).size).to.equal(4);
  });

  it('lets the page override a token of a widget', () => {
    adopt('tokens-test { --haven-color-text: rgb(9 8 7); --haven-radius: 0 }');
    const { root } = widget();
    expect(styleOf(root, 'p').color).to.equal('rgb(9, 8, 7)');
    expect(styleOf(root, 'button').borderTopLeftRadius).to.equal('0px');
  });

  it('follows the inherited color scheme', () => {
    const { host, root } = widget();
    const light = colorOf(root, 'surface');
    host.parentElement!.style.colorScheme = 'dark';
    expect(colorOf(root, 'surface')).not.to.equal(light);
    expect(getComputedStyle(host).colorScheme).to.equal('dark');
  });

  it('declares every token except the brand', async () => {
    for (const file of ['theme', 'native']) {
      const text = await css(file);
      for (const name of tokenNames)
        expect(text.includes(`  ${name}: `), `${name} in ${file}.css`).to.equal(name !== '--haven-brand');
    }
    for (const name of tokenNames) expect(styles.theme.includes(`${name}:`), name).to.equal(name !== '--haven-brand');
  });

  it('applies to a page with theme.css', async () => {
    adopt(await css('theme'));
    const { color, paddingTop } = getComputedStyle(
      onPage('<p style="color: var(--haven-color-danger); padding-top: var(--haven-space-4)">Text</p>'),
    );
    expect(color).to.match(/^oklch\(0.44 /);
    expect(paddingTop).to.equal('16px');
  });
});

describe('native.css', () => {
  const snapshot = (root: Element): string[] =>
    [...root.querySelectorAll('*'), root].map((element) => {
      const style = getComputedStyle(element);
      const names = [...style].filter((name) => !name.startsWith('--'));
      return `${element.tagName} ${names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ')}`;
    });

  it('changes nothing outside .haven-native', async () => {
    const outside = onPage(`<div>${sample}</div>`);
    const page = (): string[] => [
      ...snapshot(outside),
      ...[document.documentElement, document.body].flatMap((element) => [getComputedStyle(element).cssText]),
    ];
    const before = page();
    adopt(await css('native'));
    expect(page()).to.deep.equal(before);
    for (const element of [document.documentElement, outside])
      expect(getComputedStyle(element).getPropertyValue('--haven-color-text')).to.equal('');
    const inside = onPage(`<div class="haven-native">${sample}</div>`);
    expect(styleOf(inside, 'button').minHeight).to.equal('44px');
    expect(styleOf(outside, 'button').minHeight).not.to.equal('44px');
  });

  it('scopes every rule, including those in media queries, except a layer that changes nothing', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await css('native'));
    const selectors = (rules: CSSRuleList): string[] =>
      [...rules].flatMap((rule) =>
        rule instanceof CSSLayerBlockRule
          ? []
          : rule instanceof CSSStyleRule
            ? [rule.selectorText]
            : selectors((rule as CSSGroupingRule).cssRules),
      );
    const all = selectors(sheet.cssRules);
    expect(all.length).to.be.above(50);
    for (const list of all)
      for (const selector of list.split(/,(?![^(]*\))/)) expect(selector.trim()).to.match(/^:where\(\.haven-native\)/);
  });

  it('styles elements like the sheets for shadow roots', async () => {
    adopt(await css('native'));
    const inside = onPage(`<div class="haven-native">${sample}</div>`);
    const { root } = widget();
    const names = [
      'color',
      'backgroundColor',
      'borderTopColor',
      'borderTopWidth',
      'borderTopLeftRadius',
      'minHeight',
      'fontWeight',
      'textDecorationLine',
      'paddingTop',
      'paddingLeft',
    ] as const;
    for (const selector of [
      'button',
      '.primary',
      '.quiet',
      '.button',
      'button:disabled',
      'a',
      'input',
      'select',
      'label',
      '.hint',
      '.error',
      '.notice',
      'th',
      'td',
    ])
      for (const name of names)
        // These inherit the text color of the page.
        if (
          !(name === 'color' && ['label', 'th', 'td'].includes(selector)) &&
          !(name === 'borderTopColor' && styleOf(root, selector).borderTopWidth === '0px')
        )
          expect(styleOf(inside, selector)[name], `${selector} ${name}`).to.equal(styleOf(root, selector)[name]);
  });

  it('accepts its own brand, and lets page styles override it', async () => {
    adopt(await css('native'));
    const inside = onPage(`<div class="haven-native">${sample}</div>`);
    const before = styleOf(inside, '.primary').backgroundColor;
    inside.style.setProperty('--haven-brand', 'rgb(122 59 105)');
    expect(styleOf(inside, '.primary').backgroundColor).not.to.equal(before);
    adopt('.haven-native { --haven-radius: 0 } label { font-weight: 300 }');
    expect(styleOf(inside, 'button').borderTopLeftRadius).to.equal('0px');
    expect(styleOf(inside, 'label').fontWeight).to.equal('300');
  });
});
