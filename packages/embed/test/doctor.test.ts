/** The doctor in every engine: what it finds depends on what a browser computes and reports. */
import { expect } from '@open-wc/testing';
import { pageWith, until } from '../../elements/test-support/index.js';

const script = (file: string): string => `<script src="/packages/embed/dist/${file}"></script>`;
const strict = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; require-trusted-types-for 'script'";

describe('the doctor', () => {
  it('finds a setting, a contrast and a blocked endpoint under a strict policy', async () => {
    const page = await pageWith({
      csp: `${strict}; trusted-types havenkit`,
      body: `<style>haven-contact-card::part(name) { color: oklch(80% 0.02 200) }</style>
        <haven-contact-card name="Riverbend" telephone="+1-503-555-0142" tel="1"></haven-contact-card>
        <haven-signup-form name="Growing Secure" endpoint="https://receiver.example/signups"></haven-signup-form>
        ${script('haven.classic.js')}${script('doctor.classic.js')}`,
    });
    const root = (): ShadowRoot | null | undefined => page.document.querySelector('haven-doctor')?.shadowRoot;
    await until(() => !!root()?.querySelector('textarea'), 'the report');
    const report = root()?.querySelector('textarea')?.value ?? '';
    expect(report).to.contain('Contact card: it has no setting “tel”.');
    expect(report).to.match(/Contact card: a heading has too little contrast, 1\.8\d to 1\./);
    expect(report).to.contain('blocks sign-ups (https://receiver.example)');
    expect(report).to.contain('default-src https://receiver.example');
    expect(page.errors).to.deep.equal([]);
  });

  it('takes Escape only when nothing of the page does, and gives the focus back', async () => {
    const { document, window } = await pageWith({
      body: `<dialog>Of the page</dialog><button>First</button>
        <script>document.querySelector('button').focus()</script>${script('doctor.classic.js')}`,
    });
    const panel = (): HTMLElement | null => document.querySelector('haven-doctor');
    const press = (target: Element): boolean =>
      target.dispatchEvent(
        new window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, composed: true }),
      );
    await until(() => !!panel()?.shadowRoot?.querySelector('textarea'), 'the report');
    const focused = (): string | undefined => document.activeElement?.localName;
    expect(focused()).to.equal('haven-doctor');
    const dialog = document.querySelector('dialog')!;
    dialog.showModal();
    press(document.body);
    expect(!!panel()).to.equal(true);
    dialog.close();
    press(document.body);
    expect(!!panel()).to.equal(false);
    expect(focused()).to.equal('button');
  });
});
