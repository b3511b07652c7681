import '../src/circle-diagram/define.js';
import '../src/contact-card/define.js';
import '../src/reflection-prompt/define.js';
import '../src/signup-form/define.js';
import { expect, fixture } from '@open-wc/testing';
import { html, unsafeStatic } from 'lit/static-html.js';
import type { LitElement } from 'lit';

const widgets = ['circle-diagram', 'contact-card', 'reflection-prompt', 'signup-form'];

/** What themes draw around everything that has the focus. */
const themes = [
  ':where(main *:focus) { outline: 2px solid black; }',
  '*:focus, *:focus-within { outline: 3px dotted; outline-offset: 2px; }',
  ':focus { box-shadow: 0 0 0 4px black !important; }',
];

describe('a page that marks everything with the focus', () => {
  for (const widget of widgets)
    it(`draws nothing around the ${widget} while a control in it has the focus`, async () => {
      const tag = unsafeStatic(`haven-${widget}`);
      const main = await fixture(html`<main>
        <style>${unsafeStatic(themes.join(' '))}</style>
        <${tag} name="Riverbend Family Center" telephone="+1-503-555-0142" endpoint="/signups"></${tag}>
      </main>`);
      const element = main.querySelector<LitElement>(`haven-${widget}`)!;
      await element.updateComplete;
      element.renderRoot.querySelector<HTMLElement>('a[href], button, input, textarea')!.focus();
      expect(element.matches(':focus'), 'has the focus').to.equal(true);
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      expect([outlineStyle, boxShadow]).to.deep.equal(['none', 'none']);
    });
});
