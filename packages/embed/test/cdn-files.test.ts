import { expect } from '@open-wc/testing';
import type {} from '../../elements/src/circle-diagram/define.js';
import { trustedTypes } from '../src/policies.js';
import { expectAccessible, hostileCss, pageWith, until, type TestPage } from '../../elements/test-support/index.js';

const dist = '/packages/embed/dist';
const module = (file: string): string => `<script type="module" src="${dist}/${file}"></script>`;
const classic = (file: string): string => `<script src="${dist}/${file}"></script>`;
const attributes = 'name="Riverbend" telephone="+1-503-555-0142" links="always"';
const card = `<haven-contact-card ${attributes}><p>Riverbend, <a href="tel:+15035550142">call us</a></p></haven-contact-card>`;

const integrity = (await (await fetch(`${dist}/integrity.json`)).json()) as Record<
  string,
  { integrity: string; bytes: number }
>;

/** The strictest policy under which the files run; see the package's README. */
const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "require-trusted-types-for 'script'",
  trustedTypes(integrity),
].join('; ');

/** The text that a visitor sees in the nth card. */
const textOf = ({ document }: TestPage, nth = 0): string =>
  (document.querySelectorAll('haven-contact-card')[nth]?.shadowRoot?.querySelector('.card')?.textContent ?? '').replace(
    /\s+/g,
    ' ',
  );

/** Whether the nth card shows its fallback content. */
const showsFallback = ({ document }: TestPage, nth = 0): boolean => {
  const slot = document.querySelectorAll('haven-contact-card')[nth]?.shadowRoot?.querySelector('slot');
  return !!slot && !slot.hidden && !!slot.assignedElements().length;
};

/** Opens a page and waits until its script has run. Chromium may fire `load` shortly before the first module runs. */
async function cardPage(options: Parameters<typeof pageWith>[0]): Promise<TestPage> {
  const page = await pageWith(options);
  await page.window.customElements.whenDefined('haven-contact-card');
  return page;
}

const files: [string, string][] = [
  ['contact-card.js', module('contact-card.js')],
  ['contact-card.classic.js', classic('contact-card.classic.js')],
  ['haven.js', module('haven.js')],
  ['haven.classic.js', classic('haven.classic.js')],
];

describe('the CDN files', () => {
  for (const [file, script] of files) {
    describe(file, () => {
      it('shows cards under a strict policy with Trusted Types, and requests nothing else', async () => {
        const page = await cardPage({ csp: strict, body: `${card}${script}${card}` });
        expect([...page.violations, ...page.errors]).to.deep.equal([]);
        expect(textOf(page)).to.contain('Riverbend').and.to.contain('503-555-0142').and.to.contain('988');
        expect(textOf(page, 1)).to.contain('Riverbend');
        expect(page.violations).to.deep.equal([]);
        expect(page.errors).to.deep.equal([]);
        const { performance } = page.window;
        expect(performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)).to.deep.equal([
          `${dist}/${file}`,
        ]);
        const { cookie } = page.document;
        expect([cookie, page.window.localStorage.length, page.window.sessionStorage.length]).to.deep.equal(['', 0, 0]);
      });
    });
  }

  it('can be loaded together, and with another copy of Lit that has its own policy', async () => {
    const page = await cardPage({
      csp: `${strict} lit-html`,
      // The other Lit's policy, then ours in both forms.
      body: `<script src="/packages/embed/test/fixtures/other-lit.js"></script>${classic('haven.classic.js')}${module('contact-card.js')}${card}`,
    });
    expect(textOf(page)).to.contain('Riverbend');
    expect(page.errors).to.deep.equal([]);
  });

  it('can be loaded twice without an error', async () => {
    const page = await cardPage({
      body: `${classic('contact-card.classic.js')}${classic('contact-card.classic.js')}${card}${module('contact-card.js')}`,
    });
    expect(textOf(page)).to.contain('Riverbend');
    expect(page.errors).to.deep.equal([]);
  });

  it('are ASCII, so that they work on a page in any encoding', async () => {
    for (const file of ['haven.js', 'haven.classic.js', 'languages.js', 'locales/es.js', 'locales/es/contact-card.js'])
      expect(await (await fetch(`${dist}/${file}`)).text(), file).to.match(/^\p{ASCII}+$/u);
  });

  it('show the fallback content without an uncaught error if their policy is refused', async () => {
    const page = await cardPage({
      csp: "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types other",
      body: `${module('contact-card.js')}${card}`,
    });
    const enforced = 'trustedTypes' in page.window;
    expect(showsFallback(page)).to.equal(enforced);
    if (enforced) expect(page.document.querySelector('haven-contact-card')?.textContent).to.contain('call us');
    expect(page.errors).to.deep.equal([]);
  });

  it("show cards that precede their script, and follow the page's language", async () => {
    const page = await cardPage({
      body: `<div lang="es">${card}</div>${module('locales/es/contact-card.js')}${module('contact-card.js')}`,
    });
    expect(textOf(page)).to.contain('Si necesita ayuda ahora mismo');
  });

  it('use Spanish strings from a file that is loaded later', async () => {
    const page = await cardPage({
      body: `<div lang="es">${card}</div>${classic('contact-card.classic.js')}${classic('locales/es.js')}`,
    });
    expect(textOf(page)).to.contain('Si necesita ayuda ahora mismo');
  });

  it("use a partner's own strings, registered before or after them", async () => {
    const own = classic('../test/fixtures/custom-strings.js');
    const widget = classic('contact-card.classic.js');
    for (const body of [own + widget + card, card + widget + own]) {
      const page = await cardPage({ body });
      await until(() => textOf(page).includes('Add to contacts'));
      expect(textOf(page)).to.contain('Copy all details');
    }
  });

  it('read the structured data of the page', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@type': 'MedicalBusiness',
      name: 'From the page',
      telephone: '+1-503-555-0199',
    };
    const page = await cardPage({
      body: `<script type="application/ld+json">${JSON.stringify(data)}</script>${module('contact-card.js')}<haven-contact-card source="page"></haven-contact-card>`,
    });
    expect(textOf(page)).to.contain('From the page').and.to.contain('503-555-0199');
  });

  it('read the configuration from a child that the parser adds after the tag', async () => {
    const json = JSON.stringify({ name: 'From a child', telephone: '+1-503-555-0199' });
    const page = await cardPage({
      body: `${classic('contact-card.classic.js')}<haven-contact-card><script type="application/json">${json}</script></haven-contact-card>`,
    });
    expect(textOf(page)).to.contain('From a child');
    expect(page.document.querySelector('haven-contact-card')?.shadowRoot?.querySelector('[part=problem]')).to.equal(
      null,
    );
  });

  it('show a complete card on a page with a hostile style sheet', async () => {
    const page = await cardPage({
      body: `<style>${hostileCss}</style>${module('contact-card.js')}${card}`,
      width: 320,
    });
    const element = page.document.querySelector('haven-contact-card') as HTMLElement;
    const heading = element.shadowRoot?.querySelector('h2') as HTMLElement;
    expect(page.window.getComputedStyle(heading).display).to.equal('block');
    expect(heading.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(page.document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('are listed with their integrity, which a browser accepts', async () => {
    for (const [file] of files) expect(integrity[file]?.integrity, file).to.match(/^sha384-/);
    // Each with a different URL, because Chromium caches a refused module for the next page that requests it.
    const withIntegrity = (name: string, file: string): string =>
      `<script type="module" crossorigin="anonymous" integrity="${integrity[file]?.integrity}" src="${dist}/contact-card.js?${name}"></script>${card}`;
    expect(textOf(await cardPage({ body: withIntegrity('right', 'contact-card.js') }))).to.contain('Riverbend');
    const wrong = await pageWith({ body: withIntegrity('wrong', 'haven.classic.js') });
    expect(wrong.document.querySelector('haven-contact-card')?.shadowRoot).to.equal(null);
  });

  it('are accessible on a page', async () => {
    await expectAccessible(
      (await cardPage({ body: `<main><h1>Contact</h1>${card}</main>${module('contact-card.js')}` })).frame,
    );
  });

  for (const file of ['circle-diagram.js', 'circle-diagram.classic.js', 'haven.js', 'haven.classic.js'])
    describe(`${file}, with a circle`, () => {
      const script = file.includes('classic') ? classic(file) : module(file);
      const circle = '<haven-circle-diagram><ol><li>A nod to go</li></ol></haven-circle-diagram>';
      const circlePage = async (options: Parameters<typeof pageWith>[0]): Promise<TestPage> => {
        const page = await pageWith(options);
        await page.window.customElements.whenDefined('haven-circle-diagram');
        return page;
      };
      const rootOf = ({ document }: TestPage, nth = 0) =>
        document.querySelectorAll('haven-circle-diagram')[nth]?.shadowRoot;

      it('draws and exports it under a strict policy with Trusted Types, and requests nothing else', async () => {
        const page = await circlePage({ csp: strict, body: `${circle}${script}${circle}`, width: 1000 });
        await until(() => !!rootOf(page, 1)?.querySelector('.ring .road path'));
        const [element] = page.document.querySelectorAll('haven-circle-diagram');
        element?.next();
        await element?.updateComplete;
        expect(rootOf(page)?.querySelector('[aria-live]')?.textContent.trim()).to.match(/^Step 1 of 8/);
        expect(element?.toSVG()).to.match(/^<svg/);
        page.window.dispatchEvent(new Event('beforeprint'));
        expect(rootOf(page)?.querySelectorAll('.picture svg text').length).to.be.above(8);
        expect([...page.violations, ...page.errors]).to.deep.equal([]);
        const requested = page.window.performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname);
        expect(requested).to.deep.equal([`${dist}/${file}`]);
      });

      it('shows the fallback content if the policy is refused', async () => {
        const page = await circlePage({
          csp: "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types other",
          body: `${script}${circle}`,
        });
        const slot = rootOf(page)?.querySelector('slot');
        expect(!!slot && !slot.hidden).to.equal('trustedTypes' in page.window);
        expect(page.errors).to.deep.equal([]);
      });
    });
});
