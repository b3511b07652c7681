import { expect } from '@open-wc/testing';
import { atEnd, focused, painted, until } from '../../../test-support/index.js';
import {
  databaseName,
  databases,
  deleteDatabase,
  openPrompt,
  rawContent,
  recordDownloads,
  written,
} from './reflection-prompt.page.js';

describe('the reflection prompt', () => {
  beforeEach(deleteDatabase);

  describe('saved reflections', () => {
    it('are saved only after an explanation, then blobText back, listed, changed and deleted', async () => {
      const page = await openPrompt();
      const actions = page.recordActions();
      await page.write(written);
      await page.press('I am done', 'Keep it on this device');
      await until(() => page.has('Keep it here'));
      expect(page.text).to.contain('stays in this browser').and.to.contain('private window');
      if (navigator.vendor.startsWith('Apple')) expect(page.text).to.contain('7 days');
      if (self !== top) expect(page.text).to.contain('inside another site');
      expect(await databases()).not.to.include(databaseName);
      await page.press('Keep it here');
      await until(() => page.status === 'Saved on this device.');
      expect(await rawContent()).to.contain(written);
      expect(page.element.storage).to.equal('device');
      await page.press('What you have kept', 'Change');
      expect([page.textArea.value, focused()]).to.deep.equal([written, page.textArea]);
      await page.write(`${written} twice`);
      await page.press('Keep the change');
      await until(() => page.saved[0] === `${written} twice`);
      expect(await rawContent()).to.contain(`${written} twice`);
      await page.press('Delete');
      expect(page.text).to.contain('Delete this for good?');
      // A repeated key press does not confirm.
      expect(focused()?.textContent).to.equal('Delete this for good?');
      await page.press('Cancel');
      expect(page.saved).to.have.length(1);
      expect(focused()).to.equal(page.control('Delete'));
      await page.press('Delete', 'What you have kept');
      await until(() => page.saved.length === 0);
      await page.press('What you have kept');
      await until(() => page.saved.length === 1);
      expect(page.text).not.to.contain('for good?');
      await page.press('Delete');
      page.all('#sure + .actions button')[0]?.click();
      await until(() => page.status === 'Done: Delete');
      expect(await rawContent()).not.to.contain('puddle');
      expect(actions).to.deep.equal(['saved', 'saved', 'deleted']);
    });

    it('are listed by a new element once its list is opened', async () => {
      const first = await openPrompt();
      await first.save();
      first.element.remove();
      const second = await openPrompt();
      expect(second.text).not.to.contain(written);
      await second.press('What you have kept');
      await until(() => second.saved[0] === written);
    });

    it('are never overwritten by another tab: both versions are saved', async () => {
      const [tab, other] = [await openPrompt(), await openPrompt()];
      await tab.save();
      await other.press('What you have kept');
      await until(() => other.saved[0] === written);
      await tab.press('Change');
      await other.press('Change');
      await tab.write('first version');
      await tab.press('Keep the change');
      await until(() => tab.status === 'Saved on this device.');
      await other.write('second version');
      await other.press('Keep the change');
      await until(() => other.status.startsWith('This was changed or deleted in another tab'));
      // Each tab is notified of changes in the other one.
      await until(() => tab.saved.length === 2 && other.saved.length === 2);
      expect(tab.saved).to.have.members(['first version', 'second version']);
      // The change has ended, and the saved version can be changed again.
      expect(other.has('Keep the change')).to.equal(false);
      const first = other.saved.indexOf('first version');
      other.all('.saved li')[first]?.querySelector('button')?.click();
      await other.element.updateComplete;
      expect(other.textArea.value).to.equal('first version');
    });

    it('stay when their continuation is discarded and another answer to the prompt is saved', async () => {
      const page = await openPrompt();
      const question = page.question;
      await page.write(written);
      await page.press('I am done', 'Keep it on this device');
      await until(() => page.has('Keep it here'));
      page.control('Keep it here').click();
      // While it is being saved.
      await page.write(`${written} and more`);
      await until(() => page.status === 'Saved on this device.');
      await page.press('Let it go', 'Another prompt');
      while (page.question !== question) await page.press('Another prompt');
      await page.save('another answer');
      expect(page.saved).to.have.members([written, 'another answer']);
    });

    it('cannot be changed to a blank text', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Change');
      await page.write(' ');
      await page.press('Keep the change');
      await until(() => page.status === 'Write something first.');
      expect(focused()).to.equal(page.textArea);
      expect(page.saved).to.deep.equal([written]);
    });

    it('are blobText again when the element was removed and inserted again', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Change');
      const parent = page.element.parentElement!;
      page.element.remove();
      await painted();
      parent.append(page.element);
      await until(() => page.saved[0] === written);
      // The saved text does not stay in the field.
      expect(page.all('textarea')).to.deep.equal([]);
    });

    it('are blobText when the page sets storage later', async () => {
      const first = await openPrompt();
      await first.save();
      first.element.remove();
      const page = await openPrompt();
      page.element.setAttribute('storage', 'device');
      await page.element.updateComplete;
      await page.save('one more');
      await until(() => page.saved.length === 2);
      // The explanation was shown before.
      expect(page.has('Do not keep it')).to.equal(false);
    });

    it('are no longer announced as saved once a letter has changed', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Change');
      expect(page.status).to.equal('Saved on this device.');
      await page.write(`${written}!`);
      expect(page.status).to.equal('');
    });

    it('can all be deleted, and nothing is left', async () => {
      const page = await openPrompt();
      await page.save();
      const other = await openPrompt();
      await other.press('What you have kept');
      await until(() => other.element.storage === 'device');
      await page.press('Change');
      await page.write('being changed');
      await page.press('Delete everything');
      expect(page.text).to.contain('for good?');
      expect(focused()?.textContent).to.contain('for good?');
      page.all('#panel button')[0]?.click();
      await until(() => page.status === 'Done: Delete everything');
      expect(await databases()).not.to.include(databaseName);
      expect(page.element.storage).to.equal('none');
      expect(page.all('textarea')).to.deep.equal([]);
      await until(() => other.element.storage === 'none');
    });

    it('can be downloaded as text and as Markdown', async () => {
      const files = recordDownloads();
      const page = await openPrompt();
      const actions = page.recordActions();
      await page.save('# no heading');
      await page.press('Download all as text', 'Download all as Markdown');
      await until(() => files.size === 2);
      expect(page.status).to.equal('Look for the file in your downloads.');
      expect(files.get('a-quiet-moment.txt')).to.contain('# no heading');
      expect(files.get('a-quiet-moment.md')).to.contain('\\# no heading');
      expect(actions).to.deep.equal(['saved', 'exported', 'exported']);
    });

    it('can be backed up, encrypted, and restored after a check', async () => {
      const files = recordDownloads();
      const page = await openPrompt();
      const actions = page.recordActions();
      await page.save();
      await page.press('Make a backup');
      await page.fill({ next: 'a small boat', again: 'a small boot' });
      await page.press('Make a backup');
      await until(() => page.text.includes('same passphrase twice'));
      await page.fill({ next: 'a small boat', again: 'a small boat' });
      await page.press('Make a backup');
      await until(() => files.size === 1);
      expect(page.status).to.contain('Look for the backup in your downloads.');
      const backup = files.get('a-quiet-moment.json') ?? '';
      expect(backup).not.to.contain('puddle');
      expect(actions).to.deep.equal(['saved', 'exported']);
      await until(() => page.has('Delete everything'));
      await page.press('Delete everything');
      page.all('#panel button')[0]?.click();
      await until(() => page.status.startsWith('Done: Delete'));

      await page.press('Read a backup', 'Check the file');
      await until(() => page.text.includes('Choose a file.'));
      expect((focused() as HTMLInputElement).name).to.equal('file');
      const chooseFile = async (content: string, current: string): Promise<void> => {
        await until(() => !!page.all('#file')[0]);
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], 'backup.json'));
        (page.all('#file')[0] as HTMLInputElement).files = transfer.files;
        await page.fill({ current });
        await page.press('Check the file');
      };
      await chooseFile(backup.slice(0, -9), 'a small boat');
      await until(() => page.text.includes('damaged or is no backup'));
      expect((focused() as HTMLInputElement).name).to.equal('file');
      // The file may be gone by now.
      const { text: blobText } = Blob.prototype;
      Blob.prototype.text = () => Promise.reject(new DOMException('', 'NotFoundError'));
      atEnd(() => (Blob.prototype.text = blobText));
      await chooseFile(backup, 'a small boat');
      await until(() => page.text.includes('damaged or is no backup'));
      Blob.prototype.text = blobText;
      await chooseFile(backup, 'a big boat');
      await until(() => page.text.includes('not the passphrase'));
      await chooseFile(backup, 'a small boat');
      await until(() => page.status === 'The backup is whole.');
      expect(await databases()).not.to.include(databaseName);
      // Nothing is saved on this device yet: saving is explained first.
      expect(page.text).to.contain('stays in this browser');
      await page.press('Add it to what is here');
      await until(() => page.saved[0] === written);
      expect(page.status).to.equal('Done: Add it to what is here');
      expect(page.element.storage).to.equal('device');
    });

    it('are listed a hundred more at a time', async () => {
      const page = await openPrompt({}, { prompts: [{ id: 'a', text: 'One?' }] });
      for (let count = 1; count <= 22; count++) await page.save(`number ${count}`);
      expect(page.saved).to.have.length(20);
      await page.press('Show more');
      expect(page.saved).to.have.length(22);
      expect(focused()?.closest('li')?.textContent).to.contain('number 2');
    });
  });
});
