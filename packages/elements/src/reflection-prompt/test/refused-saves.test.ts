import { expect } from '@open-wc/testing';
import { atEnd, until } from '../../../test-support/index.js';
import type { Reflection } from '../model/reflection.js';
import { readBackup } from '../store/backup.js';
import { asksBeforeLeaving, deleteDatabase, openPrompt, recordDownloads, written } from './reflection-prompt.page.js';

describe('the reflection prompt', () => {
  beforeEach(deleteDatabase);

  describe('when the browser refuses to save', () => {
    function refuse(name: string): void {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('', name);
      };
      atEnd(() => (IDBObjectStore.prototype.put = put));
    }

    for (const [name, message] of [
      ['QuotaExceededError', 'no space left'],
      ['UnknownError', 'did not save it'],
    ] as const)
      it(`announces it, keeps the text on the page, and offers a download: ${name}`, async () => {
        const files = recordDownloads();
        const page = await openPrompt({ now: '2026-11-28T12:00:00' });
        const actions = page.recordActions();
        refuse(name);
        await page.write(written);
        await page.press('Done', 'Save on this device', 'Save without password');
        await until(() => page.status.includes(message));
        expect(page.textArea.value).to.equal(written);
        expect(asksBeforeLeaving()).to.equal(true);
        await page.press('Download this note', 'Saved notes');
        await until(() => files.size === 1);
        expect(files.get('a-quiet-moment-2026-11-28.txt')).to.equal(written);
        await until(() => page.text.includes('gone when you leave this page'));
        // It is edited in its original field, with the text added since.
        await page.write(`${written}, and more`);
        await page.next();
        await page.press('Edit');
        expect(page.textArea.value).to.equal(`${written}, and more`);
        expect(actions).to.deep.equal(['exported']);
        await page.press('Done', 'Clear what I wrote');
        expect(page.saved).to.deep.equal([]);
        expect(asksBeforeLeaving()).to.equal(false);
      });

    it('lists a refused change in place of the saved text until it is discarded', async () => {
      const page = await openPrompt();
      await page.save('one');
      await page.press('Edit');
      await page.write('two');
      refuse('QuotaExceededError');
      await page.press('Save changes');
      await until(() => page.status.includes('no space left'));
      await page.next();
      expect(asksBeforeLeaving()).to.equal(true);
      expect(page.saved).to.deep.equal(['two']);
      expect(page.text).to.contain('gone when you leave this page');
      await page.press('Edit');
      expect(page.textArea.value).to.equal('two');
      await page.press('Save changes');
      await until(() => page.status.includes('no space left'));
      await page.press('Clear what I wrote', 'Another question');
      expect(page.saved).to.deep.equal(['one']);
      expect(asksBeforeLeaving()).to.equal(false);
    });

    it('backs up everything in the list, saved or not', async () => {
      const files = recordDownloads();
      const page = await openPrompt({ now: '2026-11-28T12:00:00' });
      refuse('QuotaExceededError');
      await page.write(written);
      await page.press('Done', 'Save on this device', 'Save without password');
      await until(() => page.status.includes('no space left'));
      await page.press('Saved notes', 'Download a backup');
      await page.fill({ next: 'a small boat', again: 'a small boat' });
      await page.press('Download a backup');
      await until(() => files.size === 1);
      const found = await readBackup(files.get('a-quiet-moment-backup-2026-11-28.json')!, 'a small boat');
      expect((found as Reflection[]).map(({ text, version }) => [text, version])).to.deep.equal([[written, 1]]);
    });

    it('announces that there is no room for a password, and saves nothing unencrypted instead', async () => {
      const page = await openPrompt();
      refuse('QuotaExceededError');
      await page.write(written);
      await page.press('Done', 'Save on this device', 'Save with password');
      await page.setPassword('a small boat');
      await until(() => page.status === 'There is no space left for this page on this device. Nothing was changed.');
      await page.press('Cancel');
      expect(page.textArea.value).to.equal(written);
    });

    it('saves where tabs cannot notify each other', async () => {
      const { BroadcastChannel } = window;
      window.BroadcastChannel = function () {
        throw new DOMException('', 'SecurityError');
      } as unknown as typeof BroadcastChannel;
      atEnd(() => (window.BroadcastChannel = BroadcastChannel));
      await (await openPrompt()).save();
    });

    it('announces that nothing can be saved without IndexedDB', async () => {
      const own = Object.getOwnPropertyDescriptor(window, 'indexedDB');
      Object.defineProperty(window, 'indexedDB', {
        configurable: true,
        get: () => {
          throw new DOMException('', 'SecurityError');
        },
      });
      atEnd(() => Object.defineProperty(window, 'indexedDB', own!));
      const page = await openPrompt();
      await page.write(written);
      await page.press('Done', 'Save on this device');
      await until(() => page.has('Save without password') || page.status !== '');
      if (page.has('Save without password')) await page.press('Save without password');
      await until(() => page.status.includes('did not save it'));
      expect(page.textArea.value).to.equal(written);
      await page.press('Saved notes');
      await until(() => page.text.includes('does not let this page save notes'));
    });
  });
});
