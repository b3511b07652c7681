import { expect } from '@open-wc/testing';
import { atEnd, focused, pageWith, press, until } from '../../../test-support/index.js';
import type { ReflectionPrompt } from '../reflection-prompt.js';
import {
  databaseName,
  deleteDatabase,
  openPrompt,
  rawContent,
  ReflectionPromptPage,
  written,
} from './reflection-prompt.page.js';

/** Records when a page announces a text, in milliseconds from now. */
function timesOf(page: ReflectionPromptPage, text: string): number[] {
  const times: number[] = [];
  const start = performance.now();
  const observer = new MutationObserver(() => page.status === text && times.push(performance.now() - start));
  observer.observe(page.all('[aria-live]')[0]!, { childList: true, characterData: true, subtree: true });
  atEnd(() => observer.disconnect());
  return times;
}

describe('the reflection prompt', () => {
  beforeEach(deleteDatabase);

  describe('a password', () => {
    it('is set by a click or by Enter where a sandbox forbids forms', async () => {
      const { document, errors } = await pageWith({
        csp: 'sandbox allow-scripts allow-same-origin',
        body: `<script type="module" src="/packages/elements/src/reflection-prompt/define.ts"></script>
          <haven-reflection-prompt></haven-reflection-prompt>`,
      });
      const page = new ReflectionPromptPage(document.querySelector('haven-reflection-prompt') as ReflectionPrompt);
      await page.press('Saved notes', 'Set a password', 'Set a password');
      await until(() => page.text.includes('Enter a password.'));
      await page.fill({ next: 'a small boat', again: 'a small boat' });
      page.all('#again')[0]?.focus();
      await press('Enter');
      await until(() => page.status === 'Password set. You need it to open your notes from now on.');
      expect(errors).to.deep.equal([]);
    });

    it('is set after a warning that there is no recovery, and leaves nothing unencrypted', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Set a password');
      expect(page.text).to.contain('It cannot be reset');
      await page.press('Set a password');
      await until(() => page.text.includes('Enter a password.'));
      await until(() => (focused() as HTMLInputElement).name === 'next');
      await page.setPassword('a small boat');
      await until(() => page.status === 'Password set. You need it to open your notes from now on.');
      expect(await rawContent()).not.to.match(/puddle|check your face/);
      expect(page.saved).to.deep.equal([written]);

      await page.press('Lock now');
      await until(() => page.saved.length === 0);
      await until(() => page.status === 'Locked. Enter your password to see your notes.');
      await until(() => focused() === page.all('input[name=current]')[0]);
      expect(page.text).not.to.contain(written);
      await page.fill({ current: 'a big boat' });
      await page.press('Unlock');
      await until(() => page.text.includes('did not work'));
      // It is announced, in the field that has the focus and is described by it.
      await until(() => page.status === 'That password did not work. Try again.');
      expect(focused()!.getAttribute('aria-describedby')).to.equal(page.all('.error')[0]!.id);
      // What is typed next replaces it.
      const field = focused() as HTMLInputElement;
      expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, 'a big boat'.length]);
      const waiting = timesOf(page, 'One moment.');
      await page.fill({ current: 'a small boat' });
      await page.press('Unlock');
      await until(() => page.saved[0] === written && page.status === 'Unlocked.');
      await until(() => focused() === page.all('.saved li')[0]);
      // A screen reader that is late reads the region at each change: an announcement just before would double this one.
      expect(waiting.filter((time) => time < 800)).to.deep.equal([]);

      await page.press('Change password');
      await page.setPassword('a long river', 'a small boat');
      await until(() => page.status === 'Password changed.');
      await page.press('Remove password', 'Remove password');
      await until(() => page.text.includes('Enter a password.'));
      await until(() => (focused() as HTMLInputElement).name === 'current');
      await page.fill({ current: 'a long river' });
      await page.press('Remove password');
      await until(() => page.status === 'Password removed. Anyone who uses this browser can open your notes.');
      expect(await rawContent()).to.contain('puddle');
    });

    it('can be set with the first save', async () => {
      const page = await openPrompt();
      await page.write(written);
      await page.press('Done', 'Save on this device', 'Save with password');
      await page.fill({ next: 'a small boat', again: 'a small boat' });
      // The form stands in place of the question.
      expect(page.has('Save without password')).to.equal(false);
      // A double click.
      for (const press of ['first', 'second'])
        expect(page.all('#panel [type=submit]')[0]?.click(), press).to.equal(undefined);
      await until(
        () => page.status === 'Password set. You need it to open your notes from now on. Saved on this device.',
      );
      expect(await rawContent()).not.to.contain('puddle');
    });

    it('can be set before anything is saved, after the explanation of saving', async () => {
      const page = await openPrompt();
      await page.press('Saved notes', 'Set a password');
      expect(page.text).to.contain('stays in this browser').and.to.contain('private window');
      await page.setPassword('a small boat');
      await until(() => page.status === 'Password set. You need it to open your notes from now on.');
      expect(page.element.storage).to.equal('device');
      await page.press('Change password');
      expect(page.text).not.to.contain('stays in this browser');
    });

    it('is not removed while an entry cannot be read', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Set a password');
      await page.setPassword('a small boat');
      await until(() => page.status === 'Password set. You need it to open your notes from now on.');
      await new Promise((resolve) => {
        const request = indexedDB.open(databaseName);
        request.onsuccess = () => {
          const transaction = request.result.transaction('entries', 'readwrite');
          transaction.objectStore('entries').put({ id: 'x', version: 1, sealed: 'AAAA' });
          transaction.oncomplete = resolve;
          request.result.onversionchange = () => request.result.close();
        };
      });
      await page.press('Remove password');
      await page.fill({ current: 'a small boat' });
      await page.press('Remove password');
      await until(() => page.status === 'At least one saved note cannot be opened. Nothing was deleted.');
      await page.press('Cancel');
      expect(page.saved).to.deep.equal([written]);
    });

    it('locks when the widget is hidden', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Set a password');
      await page.setPassword('a small boat');
      await until(() => page.status === 'Password set. You need it to open your notes from now on.');
      await page.press('Edit', 'Hide', 'Show');
      expect(page.all('textarea')).to.deep.equal([]);
      await until(() => page.status === 'Locked. Enter your password to see your notes.');
      await page.press('Saved notes');
      await until(() => page.has('Unlock'));
      expect(page.saved).to.deep.equal([]);
    });

    it('can be read while it is typed, until it is used', async () => {
      const page = await openPrompt();
      await page.press('Saved notes', 'Set a password');
      await page.fill({ next: 'a small boat', again: 'a small boot' });
      const checkbox = page.all('[type=checkbox]')[0] as HTMLInputElement;
      const types = (): string[] => ['next', 'again'].map((id) => (page.all(`#${id}`)[0] as HTMLInputElement).type);
      expect(types()).to.deep.equal(['password', 'password']);
      checkbox.click();
      await until(() => types().every((type) => type === 'text'));
      // Otherwise the browser may remember it as a text that was typed.
      await page.press('Set a password');
      await until(() => page.text.includes('in both fields'));
      expect([types(), checkbox.checked]).to.deep.equal([['password', 'password'], false]);
      expect(page.all('#next')[0]!.getAttribute('aria-describedby')).to.equal('error password-hint');
    });

    it('that was forgotten leaves the choice to delete all notes, in a folded part', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Set a password');
      await page.setPassword('a small boat');
      await until(() => page.has('Lock now'));
      await page.press('Lock now', 'Forgot it?');
      expect(page.text).to.contain('It cannot be reset. You can delete all notes and start over.');
      await page.press('Delete all notes');
      expect(page.text).to.contain('Delete all saved notes and the password?');
      await page.press('Cancel');
      await until(() => focused() === page.control('Delete all notes'));
      await page.press('Delete all notes', 'Yes, delete all');
      await until(() => page.status === 'All saved notes are deleted.');
      expect(page.element.storage).to.equal('none');
    });

    it('saves nothing when setting it was canceled', async () => {
      const page = await openPrompt();
      await page.write(written);
      await page.press('Done', 'Save on this device', 'Save with password', 'Cancel');
      expect(focused()?.textContent).to.equal('Before you save');
      await page.press('Saved notes', 'Set a password');
      await page.setPassword('a small boat');
      await until(() => page.status === 'Password set. You need it to open your notes from now on.');
      expect(page.saved).to.deep.equal([]);
      expect(page.textArea.value).to.equal(written);
    });

    it('locks when the page was in the background for a while, and unsaved text stays', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Set a password');
      await page.setPassword('a small boat');
      await until(() => page.status === 'Password set. You need it to open your notes from now on.');
      await page.next();
      await page.write('not saved yet');
      const { now } = Date;
      let hidden = true;
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      atEnd(() => {
        Reflect.deleteProperty(document, 'hidden');
        Date.now = now;
      });
      document.dispatchEvent(new Event('visibilitychange'));
      Date.now = () => now() + 4 * 60_000;
      hidden = false;
      document.dispatchEvent(new Event('visibilitychange'));
      await page.element.updateComplete;
      expect(page.saved).to.deep.equal([written]);
      hidden = true;
      document.dispatchEvent(new Event('visibilitychange'));
      Date.now = () => now() + 10 * 60_000;
      hidden = false;
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => page.has('Unlock'));
      expect(page.text).not.to.contain(written);
      expect(page.textArea.value).to.equal('not saved yet');
      // Saving asks for the password first, and loses nothing.
      await page.press('Done', 'Save on this device');
      await until(() => (focused() as HTMLInputElement | null)?.name === 'current');
      await page.fill({ current: 'a small boat' });
      await page.press('Unlock');
      await until(() => page.saved.length === 1);
      expect(page.textArea.value).to.equal('not saved yet');
      await page.press('Save on this device');
      await until(() => page.saved.length === 2);
    });
  });
});
