/** The styles of snippets apply under a policy that has their hashes, and no other style does. */
import { expect } from '@open-wc/testing';
import { pageWith } from '../../elements/test-support/index.js';
import { hashSource } from '../src/check/content-security-policy.js';
import { parsePage } from '../src/check/parse-page.js';
import { reservedRoom } from '../src/reserved-room.js';

const samples = [
  { width: 14, height: 60 },
  { width: 20, height: 50 },
];
const css = reservedRoom('a', '[data-haven=contact-card]', { mouse: samples, touch: samples }).replaceAll('\n', ' ');
/** As in a snippet. */
const style = `<style><!-- ${css} --></style>`;
const box = '<div class="a"><div data-haven="contact-card">Ünlü 🌱</div></div>';

const heightOf = async (csp: string, html: string): Promise<{ height: number; violations: readonly string[] }> => {
  const { document, violations } = await pageWith({ csp, body: html, width: 400 });
  return { height: document.querySelector('[data-haven]')!.getBoundingClientRect().height, violations };
};

describe('the style of a snippet', () => {
  const [parsed] = parsePage(style).elements.filter(({ name }) => name === 'style');
  const strict = `default-src 'none'; style-src ${hashSource(parsed!.text)}`;

  it('applies with the hash of its text, without "unsafe-inline" and "unsafe-hashes"', async () => {
    const { height, violations } = await heightOf(strict, style + box);
    expect(height).to.be.greaterThan(780);
    expect(violations).to.deep.equal([]);
  });

  it('does not apply when it was changed', async () => {
    const { height, violations } = await heightOf(strict, style.replace('--></style>', ' --></style>') + box);
    expect(height).to.be.lessThan(100);
    expect(violations.join()).to.contain('style-src');
  });

  it('still reserves room where the policy blocks the style attributes of a placeholder', async () => {
    const html = style + box.replace('data-haven=', 'style="min-height:9em" data-haven=');
    const { height, violations } = await heightOf(strict, html);
    expect(height).to.be.greaterThan(780);
    expect(violations.join()).to.contain('style-src');
  });

  it('wins over the style attributes of a placeholder, whose room is less exact', async () => {
    const html = style + box.replace('data-haven=', 'style="min-height:90em" data-haven=');
    expect((await heightOf('', html)).height).to.be.within(780, 1000);
  });
});
