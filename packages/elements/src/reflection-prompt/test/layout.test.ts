import { expect } from '@open-wc/testing';
import {
  applyCss,
  atEnd,
  atWidth,
  expectAccessible,
  findOverflow,
  hostileCss,
  painted,
  rightToLeft,
  textSpacing,
  until,
} from '../../../test-support/index.js';
import { deleteDatabase, openPrompt, written } from './reflection-prompt.page.js';

describe('the reflection prompt', () => {
  beforeEach(deleteDatabase);

  it('is accessible in each of its states, in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      await deleteDatabase();
      document.documentElement.style.colorScheme = scheme;
      atEnd(() => document.documentElement.style.removeProperty('color-scheme'));
      const page = await openPrompt();
      await expectAccessible(page.element);
      await page.write(written);
      await page.press('Done');
      await expectAccessible(page.element);
      await page.press('Save on this device');
      await until(() => page.has('Save without password'));
      await expectAccessible(page.element);
      await page.press('Save without password', 'Saved notes', 'Manage saved notes');
      await expectAccessible(page.element);
      await page.press('Set a password', 'Set a password');
      await until(() => page.text.includes('Enter a password.'));
      await expectAccessible(page.element);
      await page.press('Cancel', 'Restore from backup');
      await expectAccessible(page.element);
      await page.press('Cancel', 'Delete');
      await expectAccessible(page.element);
      await page.press('Cancel', 'Edit');
      await expectAccessible(page.element);
      await page.press('Hide');
      await expectAccessible(page.element);
      page.element.remove();
    }
  });

  it('does not overflow from a width of 256 pixels on, in both directions, with text spacing and hostile CSS', async () => {
    const page = await openPrompt();
    await page.save('Immer und immer wieder Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen');
    await page.press('Manage saved notes', 'Edit');
    for (const tool of ['Set a password', 'Restore from backup', 'Delete all notes']) {
      for (const width of [256, 320, 480, 720, 1100]) {
        await atWidth(page.element, width);
        expect(findOverflow(page.element), `before ${tool}, ${width}`).to.deep.equal([]);
      }
      await page.press(tool);
      for (const width of [256, 320, 1100]) {
        await atWidth(page.element, width);
        expect(findOverflow(page.element), `${tool}, ${width}`).to.deep.equal([]);
      }
      await page.press('Cancel');
    }
    await rightToLeft();
    await textSpacing(page.element);
    for (const width of [256, 320, 1100]) {
      await atWidth(page.element, width);
      expect(findOverflow(page.element), `rtl ${width}`).to.deep.equal([]);
    }
    await applyCss(hostileCss);
    await painted();
    expect(findOverflow(page.element)).to.deep.equal([]);
    expect(getComputedStyle(page.textArea).display).to.equal('block');
  });

  it('has targets of 44 pixels, and a text area that grows with its text', async () => {
    const page = await openPrompt();
    await page.save();
    await page.press('Manage saved notes');
    await atWidth(page.element, 320);
    for (const target of page.all('button, summary, input, textarea'))
      expect(target.offsetHeight, target.textContent).to.be.at.least(44);
    await page.next();
    const before = page.textArea.offsetHeight;
    await page.write('a line\n'.repeat(20));
    expect(page.textArea.offsetHeight).to.be.greaterThan(before + 200);
    expect(page.textArea.scrollHeight).to.be.at.most(page.textArea.clientHeight);
  });

  it('shows the whole text after its width has changed, and after it was hidden', async () => {
    const whole = (): boolean =>
      page.textArea.clientHeight > 60 && page.textArea.scrollHeight <= page.textArea.clientHeight;
    const page = await openPrompt();
    await atWidth(page.element, 900);
    await page.write('a long line of many words '.repeat(40));
    await atWidth(page.element, 320);
    await until(whole);
    page.element.hidden = true;
    await page.write('a long line of many words '.repeat(80));
    page.element.hidden = false;
    await until(whole);
  });

  it('does not scroll the page while a person writes', async () => {
    const page = await openPrompt();
    await page.write('a line\n'.repeat(80));
    scrollTo(0, document.documentElement.scrollHeight);
    const before = scrollY;
    expect(before).to.be.greaterThan(0);
    await page.write(`${page.textArea.value}.`);
    expect(scrollY).to.equal(before);
  });

  it('has a status region before anything is announced, which takes no space', async () => {
    const page = await openPrompt();
    const status = page.all('[aria-live]')[0] as HTMLElement;
    expect(status.checkVisibility()).to.equal(true);
    // Nothing of it is painted.
    expect(getComputedStyle(status).clipPath).to.equal('inset(50%)');
    const widget = status.parentElement!;
    const height = widget.offsetHeight;
    status.style.display = 'none';
    expect(widget.offsetHeight).to.equal(height);
  });
});
