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
});
