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
    it('are saved only after an explanation, then read back, listed, edited and deleted', async () => {
      const page = await openPrompt();
      const actions = page.recordActions();
      await page.write(written);
      await page.press('Done', 'Save on this device');
      await until(() => page.has('Save without password'));
      expect(page.text).to.contain('stays in this browser').and.to.contain('private window');
      if (navigator.vendor.startsWith('Apple')) expect(page.text).to.contain('7 days');
      if (self !== top) expect(page.text).to.contain('inside another site');
      expect(await databases()).not.to.include(databaseName);
      await page.press('Save without password');
      await until(() => page.status === 'Saved on this device.');
      expect(await rawContent()).to.contain(written);
      expect(page.element.storage).to.equal('device');
      await page.press('Saved notes', 'Edit');
      expect([page.textArea.value, focused()]).to.deep.equal([written, page.textArea]);
      await page.write(`${written} twice`);
      await page.press('Save changes');
      await until(() => page.saved[0] === `${written} twice`);
      expect(await rawContent()).to.contain(`${written} twice`);
      await page.press('Delete');
      expect(page.text).to.contain('Delete this note? You cannot undo this.').and.to.contain(`${written} twice`);
      // A repeated key press does not confirm.
      await until(() => focused() === page.control('Cancel'));
      await page.press('Cancel');
      expect(page.saved).to.have.length(1);
      await until(() => focused() === page.control('Delete'));
      await page.press('Delete', 'Delete note');
      await until(() => page.status === 'Note deleted.');
      expect(await rawContent()).not.to.contain('puddle');
      expect(actions).to.deep.equal(['saved', 'saved', 'deleted']);
    });

    it('are listed by a new element once its list is opened', async () => {
      const first = await openPrompt();
      await first.save();
      first.element.remove();
      const second = await openPrompt();
      expect(second.text).not.to.contain(written);
      await second.press('Saved notes');
      await until(() => second.saved[0] === written);
    });

    it('are never overwritten by another tab: both versions are saved', async () => {
      const [tab, other] = [await openPrompt(), await openPrompt()];
      await tab.save();
      await other.press('Saved notes');
      await until(() => other.saved[0] === written);
      await tab.press('Edit');
      await other.press('Edit');
      await tab.write('first version');
      await tab.press('Save changes');
      await until(() => tab.status === 'Saved on this device.');
      await other.write('second version');
      await other.press('Save changes');
      await until(() => other.status.startsWith('This note was changed or deleted in another tab'));
      // Each tab is notified of changes in the other one.
      await until(() => tab.saved.length === 2 && other.saved.length === 2);
      expect(tab.saved).to.have.members(['first version', 'second version']);
      // The change has ended, and the saved version can be changed again.
      expect(other.has('Save changes')).to.equal(false);
      const first = other.saved.indexOf('first version');
      other.all('.saved li')[first]?.querySelector('button')?.click();
      await other.element.updateComplete;
      expect(other.textArea.value).to.equal('first version');
    });

    it('stay when their continuation is discarded and another answer to the prompt is saved', async () => {
      const page = await openPrompt();
      const question = page.question;
      await page.write(written);
      await page.press('Done', 'Save on this device');
      await until(() => page.has('Save without password'));
      page.control('Save without password').click();
      // While it is being saved.
      await page.write(`${written} and more`);
      await until(() => page.status === 'Saved on this device.');
      await page.press('Clear what I wrote', 'Another question');
      while (page.question !== question) await page.next();
      await page.save('another answer');
      expect(page.saved).to.have.members([written, 'another answer']);
    });

    it('cannot be changed to a blank text', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Edit');
      await page.write(' ');
      await page.press('Save changes');
      await until(() => page.status === 'Write something first.');
      await until(() => focused() === page.textArea);
      expect(page.saved).to.deep.equal([written]);
    });

    it('are read again when the element was removed and inserted again', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Edit');
      const parent = page.element.parentElement!;
      page.element.remove();
      await painted();
      parent.append(page.element);
      await until(() => page.saved[0] === written);
      // The saved text does not stay in the field.
      expect(page.all('textarea')).to.deep.equal([]);
    });

    it('are read when the page sets storage later', async () => {
      const first = await openPrompt();
      await first.save();
      first.element.remove();
      const page = await openPrompt();
      page.element.setAttribute('storage', 'device');
      await page.element.updateComplete;
      await page.save('one more');
      await until(() => page.saved.length === 2);
      // The explanation was shown before.
      expect(page.has('Do not save')).to.equal(false);
    });

    it('are no longer announced as saved once they are being edited', async () => {
      const page = await openPrompt();
      await page.save();
      expect(page.status).to.equal('Saved on this device.');
      await page.press('Edit');
      expect(page.status).to.equal('');
      await page.write(`${written}!`);
      await page.press('Save changes');
      await until(() => page.status === 'Saved on this device.');
    });

    it('can all be deleted, and nothing is left', async () => {
      const page = await openPrompt();
      await page.save();
      const other = await openPrompt();
      await other.press('Saved notes');
      await until(() => other.element.storage === 'device');
      await page.press('Edit');
      await page.write('being changed');
      await page.press('Delete all notes');
      expect(page.text).to.contain('Delete all saved notes? You cannot undo this.');
      await until(() => focused() === page.control('Cancel'));
      await page.press('Yes, delete all');
      await until(() => page.status === 'All saved notes are deleted.');
      expect(await databases()).not.to.include(databaseName);
      expect(page.element.storage).to.equal('none');
      expect(page.all('textarea')).to.deep.equal([]);
      await until(() => other.element.storage === 'none');
    });

    it('can be downloaded as text', async () => {
      const files = recordDownloads();
      const page = await openPrompt({ now: '2026-11-28T12:00:00' });
      const actions = page.recordActions();
      await page.save('# no heading');
      await page.press('Download all as text');
      await until(() => files.size === 1);
      await until(() => page.status === 'Look for the file in your downloads.');
      expect(files.get('a-quiet-moment-2026-11-28.txt')).to.contain('# no heading');
      expect(actions).to.deep.equal(['saved', 'exported']);
    });

    it('can be backed up, encrypted, and restored after a check', async () => {
      const files = recordDownloads();
      const page = await openPrompt({ now: '2026-11-28T12:00:00' });
      const actions = page.recordActions();
      await page.save();
      await page.press('Download a backup');
      await page.fill({ next: 'a small boat', again: 'a small boot' });
      await page.press('Download a backup');
      await until(() => page.text.includes('same password in both fields'));
      await page.fill({ next: 'a small boat', again: 'a small boat' });
      await page.press('Download a backup');
      await until(() => files.size === 1);
      await until(() => page.status.startsWith('Look for the backup in your downloads.'));
      const backup = files.get('a-quiet-moment-backup-2026-11-28.json') ?? '';
      expect(backup).not.to.contain('puddle');
      expect(actions).to.deep.equal(['saved', 'exported']);
      await until(() => page.has('Delete all notes'));
      await page.press('Delete all notes', 'Yes, delete all');
      await until(() => page.status === 'All saved notes are deleted.');

      await page.press('Restore from backup', 'Open backup');
      await until(() => page.text.includes('Choose a backup file.'));
      await until(() => (focused() as HTMLInputElement).name === 'file');
      const chooseFile = async (content: string, current: string): Promise<void> => {
        await until(() => !!page.all('#file')[0]);
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], 'backup.json'));
        (page.all('#file')[0] as HTMLInputElement).files = transfer.files;
        await page.fill({ current });
        await page.press('Open backup');
      };
      await chooseFile(backup.slice(0, -9), 'a small boat');
      await until(() => page.text.includes('This is not a backup file'));
      await until(() => (focused() as HTMLInputElement).name === 'file');
      // The file may be gone by now.
      const { text: blobText } = Blob.prototype;
      Blob.prototype.text = () => Promise.reject(new DOMException('', 'NotFoundError'));
      atEnd(() => (Blob.prototype.text = blobText));
      await chooseFile(backup, 'a small boat');
      await until(() => page.text.includes('This is not a backup file'));
      Blob.prototype.text = blobText;
      await chooseFile(backup, 'a big boat');
      await until(() => page.text.includes('did not work'));
      await chooseFile(backup, 'a small boat');
      await until(() => page.text.includes('The backup is complete.'));
      await until(() => /1 note, from \w+ \d+, \d{4}\./.test(focused()?.textContent ?? ''));
      expect(await databases()).not.to.include(databaseName);
      // Nothing is saved on this device yet: saving is explained first.
      expect(page.text).to.contain('stays in this browser');
      await page.press('Add to saved notes');
      await until(() => page.saved[0] === written);
      await until(() => page.status === 'The backup was added to your notes.');
      expect(page.element.storage).to.equal('device');
    });

    it('are listed a hundred more at a time', async () => {
      const page = await openPrompt({}, { prompts: [{ id: 'a', text: 'One?' }] });
      for (let count = 1; count <= 22; count++) await page.save(`number ${count}`);
      expect(page.saved).to.have.length(20);
      await page.press('Show more notes');
      expect(page.saved).to.have.length(22);
      await until(() => !!focused()?.closest('li')?.textContent.includes('number 2'));
    });
  });
});
