import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import {
  applyCss,
  atWidth,
  click,
  expectAccessible,
  findOverflow,
  findViolations,
  focused,
  hostileCss,
  pageWith,
  painted,
  press,
  rightToLeft,
  textSpacing,
  traces,
  type,
  until,
} from './index.js';

/** Creates an element with the given markup in its shadow root. */
async function withShadow(markup: string, width = 300): Promise<HTMLElement> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.style.display = 'block';
  host.style.maxInlineSize = `${width}px`;
  host.attachShadow({ mode: 'open' }).innerHTML = markup;
  return host;
}

async function rejection(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return `${error}`;
  }
  throw new Error('Nothing was thrown.');
}

describe('test-support', () => {
  describe('keys and pointer', () => {
    it('moves the focus with Tab and Shift+Tab, through shadow roots', async () => {
      await withShadow('<button id="one">1</button><a id="two" href="#">2</a><input id="three" aria-label="3">');
      await press('Tab');
      expect(focused()?.id).to.equal('one');
      await press('Tab', 'Tab');
      expect(focused()?.id).to.equal('three');
      await press('Shift+Tab');
      expect(focused()?.id).to.equal('two');
      expect(focused()?.matches(':focus-visible')).to.equal(true);
    });

    it('activates a button with Enter and Space', async () => {
      const button = await fixture<HTMLButtonElement>(html`<button>Press</button>`);
      const events: string[] = [];
      button.addEventListener('click', () => events.push('click'));
      button.addEventListener('keydown', ({ key }) => events.push(key));
      button.focus();
      await press('Enter', 'Space');
      expect(events).to.deep.equal(['Enter', 'click', ' ', 'click']);
    });

    it('moves the caret with arrow keys, Home and End', async () => {
      const input = await fixture<HTMLInputElement>(html`<input aria-label="Text" value="abc" />`);
      input.focus();
      await press('Home', 'ArrowRight');
      expect(input.selectionStart).to.equal(1);
      await press('End', 'ArrowLeft', 'Backspace');
      expect(input.value).to.equal('ac');
      await press('Shift+Home');
      expect(input.selectionEnd).to.equal(1);
    });

    it('types into the focused element', async () => {
      const input = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
      input.focus();
      await type('Ana Li, 555-0100 (x)?');
      expect(input.value).to.equal('Ana Li, 555-0100 (x)?');
    });

    it('clicks and hovers with trusted events', async () => {
      const button = await fixture<HTMLButtonElement>(html`<button>Press</button>`);
      let trusted = false;
      button.addEventListener('click', (event) => (trusted = event.isTrusted));
      await click(button);
      expect(trusted).to.equal(true);
      expect(button.matches(':hover')).to.equal(true);
    });
  });

  describe('until', () => {
    it('waits for a condition', async () => {
      let ready = false;
      requestAnimationFrame(() => (ready = true));
      await until(() => ready, 'the next frame');
      expect(ready).to.equal(true);
    });

    it('times out with a message that names what was awaited', async () => {
      expect(await rejection(until(() => false, 'the response', 50))).to.contain('Not within 50 ms: the response');
      const never = (): boolean => false;
      expect(await rejection(until(never, undefined, 50))).to.contain(`${never}`);
    });
  });

  describe('axe', () => {
    it('finds a violation inside a shadow root and names its place', async () => {
      const host = await withShadow(
        '<button></button><img src="data:,"><p style="color:#bbb;background:#fff">Pale</p>',
      );
      const message = await rejection(expectAccessible(host));
      expect(message).to.match(/button-name: .*\n {2}at .+ >>> button/);
      expect(message).to.contain('image-alt').and.to.contain('color-contrast');
    });

    it('finds targets that are too small, a criterion of WCAG 2.2', async () => {
      const tiny = '<button aria-label="A" style="inline-size:9px;block-size:9px;padding:0;border:0"></button>';
      const host = await withShadow(`${tiny}${tiny.replace('"A"', '"B"')}`);
      expect(await findViolations(host)).to.match(/target-size/);
      expect(await findViolations(host, ['target-size'])).to.deep.equal([]);
    });

    it('accepts accessible content', async () => {
      await expectAccessible(await withShadow('<h2>Hours</h2><p>Mondays <a href="#x">and more</a></p>'));
    });
  });

  describe('viewport and layout', () => {
    it('sets the viewport', async () => {
      await setViewport({ width: 640, height: 500 });
      expect([innerWidth, innerHeight]).to.deep.equal([640, 500]);
      expect(document.hasFocus()).to.equal(true);
      await setViewport({ width: 800, height: 600 });
    });

    it('sets the width of an element', async () => {
      const element = await fixture<HTMLElement>(html`<p>Words</p>`);
      await atWidth(element, 256);
      expect(element.getBoundingClientRect().width).to.equal(256);
    });

    it('finds text that sticks out or is cut off, but not text that wraps', async () => {
      const long = 'w'.repeat(99);
      const sticking = await withShadow(`<p>${long} <b>${long}</b></p>`);
      expect(findOverflow(sticking).map(({ localName }) => localName)).to.deep.equal(['b']);
      const cut = await withShadow(`<p style="overflow:clip">${long}</p>`);
      expect(findOverflow(cut).map(({ localName }) => localName)).to.deep.equal(['p']);
      expect(findOverflow(await withShadow(`<p>${'wrap '.repeat(99)}</p>`))).to.deep.equal([]);
    });

    it('applies text spacing in shadow roots too', async () => {
      const host = await withShadow('<p style="font-size:20px">Words</p>');
      const style = getComputedStyle(host.shadowRoot?.querySelector('p') as Element);
      await textSpacing(host);
      expect(style.lineHeight).to.equal('30px');
      expect(parseFloat(style.letterSpacing)).to.be.closeTo(2.4, 0.01);
      expect(parseFloat(style.wordSpacing)).to.be.closeTo(3.2, 0.01);
      expect(style.marginBlockEnd).to.equal('40px');
    });

    it('breaks elements outside a widget with hostile CSS', async () => {
      const link = await fixture<HTMLElement>(html`<a href="#x">Link</a>`);
      await applyCss(hostileCss);
      expect(getComputedStyle(link).display).to.equal('none');
    });

    it('sets the page from right to left', async () => {
      const element = await fixture(html`<p>Words</p>`);
      await rightToLeft();
      expect(element.matches(':dir(rtl):lang(ar)')).to.equal(true);
    });

    it('has undone all changes', () => {
      expect(document.adoptedStyleSheets).to.have.lengthOf(0);
      expect(document.documentElement.dir).to.equal('');
    });
  });

  describe('a separate page', () => {
    it('runs under a strict policy and records violations', async () => {
      const page = await pageWith({
        csp: "default-src 'none'; script-src 'self'",
        body: '<p style="color: red">Words</p><script>window.ran = true</script><img src="/x.png">',
      });
      expect(page.window).not.to.have.property('ran');
      expect(page.violations.join('\n')).to.match(/style-src-attr inline/);
      expect(page.violations.join('\n')).to.match(/script-src-elem inline/);
      expect(page.violations.join('\n')).to.match(/img-src .*x\.png/);
      expect(getComputedStyle(page.document.querySelector('p') as Element).color).to.equal('rgb(0, 0, 0)');
    });

    it('enforces Trusted Types', async () => {
      const page = await pageWith({ csp: "require-trusted-types-for 'script'; trusted-types 'none'", body: '<p></p>' });
      expect(() => ((page.document.querySelector('p') as Element).innerHTML = '<b>')).to.throw();
      await painted();
      expect(page.violations.join()).to.match(/require-trusted-types-for trusted-types-sink/);
    });

    it('records errors, and nothing else', async () => {
      const page = await pageWith({ body: '<p>Words</p>' });
      expect([...page.violations, ...page.errors]).to.deep.equal([]);
      page.window.setTimeout('throw new Error("thrown")');
      await painted();
      expect(page.errors.join()).to.match(/thrown/);
    });

    it('has the width that media queries see', async () => {
      const page = await pageWith({ body: '', width: 320 });
      expect(page.window.matchMedia('(width: 320px)').matches).to.equal(true);
    });
  });

  describe('traces', () => {
    it('finds requests of scripts and of elements, and storage writes', async () => {
      const found = await traces(async () => {
        navigator.sendBeacon('/beacon');
        localStorage.setItem('a', '1');
        document.cookie = 'a=1';
        await fetch('/package.json');
        const image = new Image();
        image.src = '/nothing.png';
        await new Promise((resolve) => image.addEventListener('error', resolve));
      });
      localStorage.clear();
      document.cookie = 'a=; max-age=0';
      expect(found.requests.map((url) => new URL(url).pathname)).to.have.members([
        '/beacon',
        '/package.json',
        '/nothing.png',
      ]);
      expect(found.stored).to.deep.equal(['cookie', 'localStorage']);
    });

    it('finds nothing when there is nothing', async () => {
      expect(await traces(() => press('Tab'))).to.deep.equal({ requests: [], stored: [] });
    });
  });
});
