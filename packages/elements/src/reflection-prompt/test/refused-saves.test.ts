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
      ['QuotaExceededError', 'no room left'],
      ['UnknownError', 'did not keep it'],
    ] as const)
      it(`announces it, keeps the text on the page, and offers a download: ${name}`, async () => {
        const files = recordDownloads();
        const page = await openPrompt();
        const actions = page.recordActions();
        refuse(name);
        await page.write(written);
        await page.press('I am done', 'Keep it on this device', 'Keep it here');
        await until(() => page.status.includes(message));
        expect(page.textArea.value).to.equal(written);
        expect(asksBeforeLeaving()).to.equal(true);
        await page.press('Download it', 'What you have kept');
        await until(() => files.size === 1);
        expect(files.get('a-quiet-moment.txt')).to.equal(written);
        await until(() => page.text.includes('Only until you leave this page'));
        // It is edited in its original field, with the text added since.
        await page.write(`${written}, and more`);
        await page.press('Another prompt', 'Change');
        expect(page.textArea.value).to.equal(`${written}, and more`);
        expect(actions).to.deep.equal(['exported']);
        await page.press('I am done', 'Let it go');
        expect(page.saved).to.deep.equal([]);
        expect(asksBeforeLeaving()).to.equal(false);
      });

    it('lists a refused change in place of the saved text until it is discarded', async () => {
      const page = await openPrompt();
      await page.save('one');
      await page.press('Change');
      await page.write('two');
      refuse('QuotaExceededError');
      await page.press('Keep the change');
      await until(() => page.status.includes('no room left'));
      await page.press('Another prompt');
      expect(asksBeforeLeaving()).to.equal(true);
      expect(page.saved).to.deep.equal(['two']);
      expect(page.text).to.contain('Only until you leave this page');
      await page.press('Change');
      expect(page.textArea.value).to.equal('two');
      await page.press('Keep the change');
      await until(() => page.status.includes('no room left'));
      await page.press('Let it go', 'Another prompt');
      expect(page.saved).to.deep.equal(['one']);
      expect(asksBeforeLeaving()).to.equal(false);
    });

    it('backs up everything in the list, saved or not', async () => {
      const files = recordDownloads();
      const page = await openPrompt();
      refuse('QuotaExceededError');
      await page.write(written);
      await page.press('I am done', 'Keep it on this device', 'Keep it here');
      await until(() => page.status.includes('no room left'));
      await page.press('What you have kept', 'Make a backup');
      await page.fill({ next: 'a small boat', again: 'a small boat' });
      await page.press('Make a backup');
      await until(() => files.size === 1);
      const found = await readBackup(files.get('a-quiet-moment.json')!, 'a small boat');
      expect((found as Reflection[]).map(({ text, version }) => [text, version])).to.deep.equal([[written, 1]]);
    });

    it('announces that there is no room for a passphrase, and saves nothing unencrypted instead', async () => {
      const page = await openPrompt();
      refuse('QuotaExceededError');
      await page.write(written);
      await page.press('I am done', 'Keep it on this device', 'Keep it with a passphrase');
      await page.setPassphrase('a small boat');
      await until(() => page.status === 'This device has no room left. Nothing was changed.');
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
      await page.press('I am done', 'Keep it on this device');
      await until(() => page.has('Keep it here') || page.status !== '');
      if (page.has('Keep it here')) await page.press('Keep it here');
      await until(() => page.status.includes('did not keep it'));
      expect(page.textArea.value).to.equal(written);
      await page.press('What you have kept');
      await until(() => page.text.includes('does not let this page keep anything'));
    });
  });
});
