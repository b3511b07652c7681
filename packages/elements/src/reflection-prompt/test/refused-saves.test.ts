import { expect } from '@open-wc/testing';
import { atEnd, until } from '../../../test-support/index.js';
import type { Reflection } from '../model/reflection.js';
import { readBackup } from '../store/backup.js';
import { asksBeforeLeaving, deleteDatabase, openPrompt, recordDownloads, written } from './reflection-prompt.page.js';

describe('the reflection prompt', () => {
  beforeEach(deleteDatabase);

  describe('when the browser does not keep it', () => {
    function refuse(name: string): void {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('', name);
      };
      atEnd(() => (IDBObjectStore.prototype.put = put));
    }

    for (const [name, words] of [
      ['QuotaExceededError', 'no room left'],
      ['UnknownError', 'did not keep it'],
    ] as const)
      it(`says so plainly, keeps the words on the page, and offers a download: ${name}`, async () => {
        const files = recordDownloads();
        const page = await openPrompt();
        const heard = page.recordActions();
        refuse(name);
        await page.write(written);
        await page.press('I am done', 'Keep it on this device', 'Keep it here');
        await until(() => page.status.includes(words));
        expect(page.textArea.value).to.equal(written);
        expect(asksBeforeLeaving()).to.equal(true);
        await page.press('Download it', 'What you have kept');
        await until(() => files.size === 1);
        expect(files.get('a-quiet-moment.txt')).to.equal(written);
        await until(() => page.text.includes('Only until you leave this page'));
        // It is changed where it was written, with whatever was added meanwhile.
        await page.write(`${written}, and more`);
        await page.press('Another prompt', 'Change');
        expect(page.textArea.value).to.equal(`${written}, and more`);
        expect(heard).to.deep.equal(['exported']);
        await page.press('I am done', 'Let it go');
        expect(page.saved).to.deep.equal([]);
        expect(asksBeforeLeaving()).to.equal(false);
      });

    it('keeps a change on the page, in the place of what is kept, until it is let go', async () => {
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

    it('makes a backup of what is listed, whether it could be kept or not', async () => {
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

    it('says of a passphrase that there was no room for it, and keeps nothing in clear instead', async () => {
      const page = await openPrompt();
      refuse('QuotaExceededError');
      await page.write(written);
      await page.press('I am done', 'Keep it on this device', 'Keep it with a passphrase');
      await page.setPassphrase('a small boat');
      await until(() => page.status === 'This device has no room left. Nothing was changed.');
      expect(page.textArea.value).to.equal(written);
    });

    it('keeps it all the same where tabs cannot tell each other', async () => {
      const { BroadcastChannel } = window;
      window.BroadcastChannel = function () {
        throw new DOMException('', 'SecurityError');
      } as unknown as typeof BroadcastChannel;
      atEnd(() => (window.BroadcastChannel = BroadcastChannel));
      await (await openPrompt()).save();
    });

    it('says that nothing can be kept where there is no IndexedDB', async () => {
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
