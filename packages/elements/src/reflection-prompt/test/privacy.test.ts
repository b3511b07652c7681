import { expect } from '@open-wc/testing';
import { atEnd, click, focused, press, traces, until } from '../../../test-support/index.js';
import { asksBeforeLeaving, deleteDatabase, openPrompt, written } from './reflection-prompt.page.js';

describe('the reflection prompt', () => {
  beforeEach(deleteDatabase);

  it('asks for confirmation before unsaved text is lost, and only then', async () => {
    const page = await openPrompt();
    expect(asksBeforeLeaving()).to.equal(false);
    await page.write(written);
    expect(asksBeforeLeaving()).to.equal(true);
    await page.save();
    expect(asksBeforeLeaving()).to.equal(false);
    await page.press('Edit');
    expect(asksBeforeLeaving()).to.equal(false);
    await page.write('changed');
    expect(asksBeforeLeaving()).to.equal(true);
    page.element.remove();
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('is hidden by one press, or by Escape twice, and shown again with everything', async () => {
    const page = await openPrompt();
    await page.write(written);
    await click(page.control('Hide'));
    await page.element.updateComplete;
    expect(page.text.trim()).to.equal('Show');
    await until(() => focused() === page.control('Show'));
    await page.press('Show');
    expect(page.textArea.value).to.equal(written);
    await press('Escape');
    expect(page.has('Show')).to.equal(false);
    await press('Escape');
    await until(() => page.has('Show'));
    expect(page.element.shadowRoot?.textContent).not.to.contain('puddle');
    await page.press('Show');
    expect(page.textArea.value).to.equal(written);
  });

  it('is not hidden by Escape held down, or pressed to end the input of a character', async () => {
    const page = await openPrompt();
    await page.write(written);
    const escape = (init: KeyboardEventInit): boolean =>
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', ...init }));
    escape({});
    for (let count = 0; count < 3; count++) escape({ repeat: true });
    escape({ isComposing: true });
    await page.element.updateComplete;
    expect(page.has('Show')).to.equal(false);
    escape({});
    await until(() => page.has('Show'));
  });

  it('writes the text only to its store, not to events, the URL, the title, the console or other storage', async () => {
    const marker = 'Zyxwvut marker';
    const recorded: unknown[] = [];
    const { log, warn, error, info } = console;
    atEnd(() => Object.assign(console, { log, warn, error, info }));
    const record = (...parts: unknown[]): unknown => recorded.push(parts);
    Object.assign(console, { log: record, warn: record, error: record, info: record });
    for (const name of ['haven-reflection', 'haven-error', 'haven-ready', 'haven-step'])
      document.addEventListener(name, (event) => recorded.push((event as CustomEvent).detail));
    const left = await traces(async () => {
      const page = await openPrompt();
      await page.save(marker);
      await page.press('Edit', 'Cancel', 'Another question', 'Skip this question');
      recorded.push(page.element.outerHTML, page.element.className);
      page.element.remove();
    });
    expect(left).to.deep.equal({ requests: [], stored: ['indexedDB'] });
    expect(JSON.stringify([recorded, location.href, document.title, history.state])).not.to.contain('marker');
    expect(JSON.stringify(recorded)).to.contain('saved').and.to.contain('ph-no-capture');
  });
});
