/** Many themes set the root's text to 62.5 %, so that `1rem` is 10 pixels, and the body's back to 16. */
import '../src/circle-diagram/define.js';
import '../src/contact-card/define.js';
import '../src/reflection-prompt/define.js';
import '../src/signup-form/define.js';
import { expect, fixture } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { html, unsafeStatic } from 'lit/static-html.js';
import { applyCss, atWidth } from '../test-support/index.js';

for (const widget of ['circle-diagram', 'contact-card', 'reflection-prompt', 'signup-form'])
  describe(`the ${widget} on a page whose root has another text size`, () => {
    it('is laid out the same', async () => {
      await applyCss('body { font-size: 16px }');
      const tag = unsafeStatic(`haven-${widget}`);
      const element = await fixture<LitElement>(
        html`<${tag} name="Riverbend Family Center" telephone="+1-503-555-0142" opening-hours="Mo-Fr 09:00-17:00" endpoint="/signups"></${tag}>`,
      );
      const sizes = async (): Promise<string[]> => {
        const all: string[] = [];
        for (const width of [320, 390, 768, 1100]) {
          await atWidth(element, width);
          for (const control of element.renderRoot.querySelectorAll('a, button, input, summary, textarea, p')) {
            const { x, y, width: inline, height } = control.getBoundingClientRect();
            all.push([width, control.localName, x, y, inline, height].join(' '));
          }
        }
        return all;
      };
      const usual = await sizes();
      await applyCss('html { font-size: 62.5% }');
      expect(await sizes()).to.deep.equal(usual);
    });
  });
