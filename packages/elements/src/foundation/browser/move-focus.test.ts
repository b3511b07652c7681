import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { focused } from '../../../test-support/index.js';
import { moveFocus } from './move-focus.js';

/** A button, whose place a heading and a field take. */
class Steps extends LitElement {
  pressed = false;

  override render(): unknown {
    return this.pressed
      ? html`<h2>Thank you</h2>
          <input />
          <p>After.</p>`
      : html`<button>Done</button>
          <p>After.</p>`;
  }

  find(selector: string): HTMLElement | null | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>(selector);
  }
}
customElements.define('test-steps', Steps);

describe('moving the focus after the focused element has gone', () => {
  for (const target of ['h2', 'input'])
    it(`focuses the new ${target}, to which no selection leads a screen reader before`, async () => {
      const steps = await fixture<Steps>('<test-steps></test-steps>');
      // What a screen reader does when a person reads up to the button.
      getSelection()!.selectAllChildren(steps.parentElement!);
      steps.find('button')!.focus();
      steps.pressed = true;
      const moved = moveFocus(steps, ['#absent', target]);
      await steps.updateComplete;
      expect([getSelection()!.rangeCount, focused()]).to.deep.equal([0, document.body]);
      await moved;
      expect(focused()).to.equal(steps.find(target));
    });

  it('obeys the last call', async () => {
    const steps = await fixture<Steps>('<test-steps></test-steps>');
    steps.find('button')!.focus();
    steps.pressed = true;
    await Promise.all([moveFocus(steps, ['input']), moveFocus(steps, ['h2'])]);
    expect(focused()).to.equal(steps.find('h2'));
  });

  it('leaves it to a person who moves the focus inside the host in the meantime', async () => {
    const steps = await fixture<Steps>('<test-steps></test-steps>');
    steps.find('button')!.focus();
    steps.pressed = true;
    const moved = moveFocus(steps, ['h2']);
    await steps.updateComplete;
    steps.find('input')!.focus();
    await moved;
    expect(focused()).to.equal(steps.find('input'));
  });

  it('leaves the focus where it is', async () => {
    const steps = await fixture<Steps>('<test-steps></test-steps>');
    const button = steps.find('button')!;
    button.focus();
    await moveFocus(steps, ['button']);
    await moveFocus(steps, ['#absent']);
    expect(focused()).to.equal(button);
  });
});
