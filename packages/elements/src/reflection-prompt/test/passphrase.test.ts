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

describe('the reflection prompt', () => {
  beforeEach(deleteDatabase);

  describe('a passphrase', () => {
    it('is set by a click or by Enter where a sandbox forbids forms', async () => {
      const { document, errors } = await pageWith({
        csp: 'sandbox allow-scripts allow-same-origin',
        body: `<script type="module" src="/packages/elements/src/reflection-prompt/define.ts"></script>
          <haven-reflection-prompt></haven-reflection-prompt>`,
      });
      const page = new ReflectionPromptPage(document.querySelector('haven-reflection-prompt') as ReflectionPrompt);
      await page.press('What you have kept', 'Set a passphrase', 'Set a passphrase');
      await until(() => page.text.includes('Enter a passphrase.'));
      await page.fill({ next: 'a small boat', again: 'a small boat' });
      page.all('#again')[0]?.focus();
      await press('Enter');
      await until(() => page.status === 'Done: Set a passphrase');
      expect(errors).to.deep.equal([]);
    });

    it('is set after a warning that there is no recovery, and leaves nothing unencrypted', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Set a passphrase');
      expect(page.text).to.contain('There is no recovery');
      await page.press('Set a passphrase');
      await until(() => page.text.includes('Enter a passphrase.'));
      expect((focused() as HTMLInputElement).name).to.equal('next');
      await page.setPassphrase('a small boat');
      await until(() => page.status === 'Done: Set a passphrase');
      expect(await rawContent()).not.to.match(/puddle|look at you/);
      expect(page.saved).to.deep.equal([written]);

      await page.press('Lock now');
      await until(() => page.saved.length === 0);
      expect((focused() as HTMLInputElement).name).to.equal('current');
      expect(page.text).not.to.contain(written);
      await page.fill({ current: 'a big boat' });
      await page.press('Open');
      await until(() => page.text.includes('not the passphrase'));
      await page.fill({ current: 'a small boat' });
      await page.press('Open');
      await until(() => page.saved[0] === written);

      await page.press('Change the passphrase');
      await page.setPassphrase('a long river', 'a small boat');
      await until(() => page.status === 'Done: Change the passphrase');
      await page.press('Change the passphrase', 'Take the passphrase away');
      await until(() => page.text.includes('Enter a passphrase.'));
      expect((focused() as HTMLInputElement).name).to.equal('current');
      await page.fill({ current: 'a long river' });
      await page.press('Take the passphrase away');
      await until(() => page.status === 'Done: Take the passphrase away');
      expect(await rawContent()).to.contain('puddle');
    });

    it('can be set with the first save', async () => {
      const page = await openPrompt();
      await page.write(written);
      await page.press('I am done', 'Keep it on this device', 'Keep it with a passphrase');
      await page.fill({ next: 'a small boat', again: 'a small boat' });
      // A double click.
      for (const press of ['first', 'second'])
        expect(page.all('#panel [type=submit]')[0]?.click(), press).to.equal(undefined);
      await until(() => page.status === 'Saved on this device.');
      expect(await rawContent()).not.to.contain('puddle');
    });

    it('can be set before anything is saved, after the explanation of saving', async () => {
      const page = await openPrompt();
      await page.press('What you have kept', 'Set a passphrase');
      expect(page.text).to.contain('stays in this browser').and.to.contain('private window');
      await page.setPassphrase('a small boat');
      await until(() => page.status === 'Done: Set a passphrase');
      expect(page.element.storage).to.equal('device');
      await page.press('Change the passphrase');
      expect(page.text).not.to.contain('stays in this browser');
    });

    it('is not removed while an entry cannot be read', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Set a passphrase');
      await page.setPassphrase('a small boat');
      await until(() => page.status === 'Done: Set a passphrase');
      await new Promise((resolve) => {
        const request = indexedDB.open(databaseName);
        request.onsuccess = () => {
          const transaction = request.result.transaction('entries', 'readwrite');
          transaction.objectStore('entries').put({ id: 'x', version: 1, sealed: 'AAAA' });
          transaction.oncomplete = resolve;
          request.result.onversionchange = () => request.result.close();
        };
      });
      await page.press('Change the passphrase');
      await page.fill({ current: 'a small boat' });
      await page.press('Take the passphrase away');
      await until(() => page.status === 'Something kept here cannot be read. Nothing was deleted.');
      expect(page.saved).to.deep.equal([written]);
    });

    it('locks when the widget is hidden', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Set a passphrase');
      await page.setPassphrase('a small boat');
      await until(() => page.status === 'Done: Set a passphrase');
      await page.press('Change', 'Hide', 'Show');
      expect(page.all('textarea')).to.deep.equal([]);
      await page.press('What you have kept');
      await until(() => page.has('Open'));
      expect(page.saved).to.deep.equal([]);
    });

    it('saves nothing when setting it was canceled', async () => {
      const page = await openPrompt();
      await page.write(written);
      await page.press('I am done', 'Keep it on this device', 'Keep it with a passphrase', 'Cancel');
      await page.press('Set a passphrase');
      await page.setPassphrase('a small boat');
      await until(() => page.status === 'Done: Set a passphrase');
      expect(page.saved).to.deep.equal([]);
      expect(page.textArea.value).to.equal(written);
    });

    it('locks when the page was in the background for a while, and unsaved text stays', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Set a passphrase');
      await page.setPassphrase('a small boat');
      await until(() => page.status === 'Done: Set a passphrase');
      await page.press('Another prompt');
      await page.write('not kept yet');
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
      await until(() => page.has('Open'));
      expect(page.text).not.to.contain(written);
      expect(page.textArea.value).to.equal('not kept yet');
      // Saving asks for the passphrase first, and loses nothing.
      await page.press('I am done', 'Keep it on this device');
      await until(() => (focused() as HTMLInputElement | null)?.name === 'current');
      await page.fill({ current: 'a small boat' });
      await page.press('Open');
      await until(() => page.saved.length === 1);
      expect(page.textArea.value).to.equal('not kept yet');
      await page.press('Keep it on this device');
      await until(() => page.saved.length === 2);
    });
  });
});
