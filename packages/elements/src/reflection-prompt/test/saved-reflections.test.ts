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

  describe('what is kept', () => {
    it('is kept only after it was said what that means, read back, listed, changed and deleted', async () => {
      const page = await openPrompt();
      const heard = page.recordActions();
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
      // One more press of a key is no answer.
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
      page.all('#sure + .keep button')[0]?.click();
      await until(() => page.status === 'Done: Delete');
      expect(await rawContent()).not.to.contain('puddle');
      expect(heard).to.deep.equal(['saved', 'saved', 'deleted']);
    });

    it('is there again for a new element, which looks only when it is opened', async () => {
      const first = await openPrompt();
      await first.save();
      first.element.remove();
      const second = await openPrompt();
      expect(second.text).not.to.contain(written);
      await second.press('What you have kept');
      await until(() => second.saved[0] === written);
    });

    it('is never overwritten by another tab: both are kept', async () => {
      const [one, other] = [await openPrompt(), await openPrompt()];
      await one.save();
      await other.press('What you have kept');
      await until(() => other.saved[0] === written);
      await one.press('Change');
      await other.press('Change');
      await one.write('as one has it');
      await one.press('Keep the change');
      await until(() => one.status === 'Saved on this device.');
      await other.write('as the other has it');
      await other.press('Keep the change');
      await until(() => other.status.startsWith('This was changed or deleted in another tab'));
      // Each tab is told of what the other one does.
      await until(() => one.saved.length === 2 && other.saved.length === 2);
      expect(one.saved).to.have.members(['as one has it', 'as the other has it']);
      // The change is over, and what was changed can be changed again.
      expect(other.has('Keep the change')).to.equal(false);
      const first = other.saved.indexOf('as one has it');
      other.all('.kept li')[first]?.querySelector('button')?.click();
      await other.element.updateComplete;
      expect(other.textArea.value).to.equal('as one has it');
    });

    it('stays when what was written on is let go, and another answer to the prompt is kept', async () => {
      const page = await openPrompt();
      const asked = page.question;
      await page.write(written);
      await page.press('I am done', 'Keep it on this device');
      await until(() => page.has('Keep it here'));
      page.control('Keep it here').click();
      // While it is being kept.
      await page.write(`${written} and more`);
      await until(() => page.status === 'Saved on this device.');
      await page.press('Let it go', 'Another prompt');
      while (page.question !== asked) await page.press('Another prompt');
      await page.save('another answer');
      expect(page.saved).to.have.members([written, 'another answer']);
    });

    it('is not changed to nothing', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Change');
      await page.write(' ');
      await page.press('Keep the change');
      await until(() => page.status === 'Write something first.');
      expect(focused()).to.equal(page.textArea);
      expect(page.saved).to.deep.equal([written]);
    });

    it('is there again, and looked at again, when the element was taken off the page and put back', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Change');
      const parent = page.element.parentElement!;
      page.element.remove();
      await painted();
      parent.append(page.element);
      await until(() => page.saved[0] === written);
      // What is on the device is not left in the field.
      expect(page.all('textarea')).to.deep.equal([]);
    });

    it('is looked for when the page says so later', async () => {
      const first = await openPrompt();
      await first.save();
      first.element.remove();
      const page = await openPrompt();
      page.element.setAttribute('storage', 'device');
      await page.element.updateComplete;
      await page.save('one more');
      await until(() => page.saved.length === 2);
      // What it means was read before.
      expect(page.has('Do not keep it')).to.equal(false);
    });

    it('is not called saved any more as soon as a letter is changed', async () => {
      const page = await openPrompt();
      await page.save();
      await page.press('Change');
      expect(page.status).to.equal('Saved on this device.');
      await page.write(`${written}!`);
      expect(page.status).to.equal('');
    });

    it('can be deleted as a whole, and nothing is left', async () => {
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

    it('can be taken along as text and as Markdown', async () => {
      const files = recordDownloads();
      const page = await openPrompt();
      const heard = page.recordActions();
      await page.save('# no heading');
      await page.press('Download all as text', 'Download all as Markdown');
      await until(() => files.size === 2);
      expect(page.status).to.equal('Done: Download it');
      expect(files.get('a-quiet-moment.txt')).to.contain('# no heading');
      expect(files.get('a-quiet-moment.md')).to.contain('\\# no heading');
      expect(heard).to.deep.equal(['saved', 'exported', 'exported']);
    });

    it('can be backed up, encrypted, and read back after it was checked', async () => {
      const files = recordDownloads();
      const page = await openPrompt();
      const heard = page.recordActions();
      await page.save();
      await page.press('Make a backup');
      await page.fill({ next: 'a small boat', again: 'a small boot' });
      await page.press('Make a backup');
      await until(() => page.text.includes('same passphrase twice'));
      await page.fill({ next: 'a small boat', again: 'a small boat' });
      await page.press('Make a backup');
      await until(() => files.size === 1);
      expect(page.status).to.equal('Done: Make a backup');
      const backup = files.get('a-quiet-moment.json') ?? '';
      expect(backup).not.to.contain('puddle');
      expect(heard).to.deep.equal(['saved', 'exported']);
      await until(() => page.has('Delete everything'));
      await page.press('Delete everything');
      page.all('#panel button')[0]?.click();
      await until(() => page.status.startsWith('Done: Delete'));

      await page.press('Read a backup', 'Check the file');
      await until(() => page.text.includes('Choose a file.'));
      expect((focused() as HTMLInputElement).name).to.equal('file');
      const choose = async (content: string, current: string): Promise<void> => {
        await until(() => !!page.all('#file')[0]);
        const chosen = new DataTransfer();
        chosen.items.add(new File([content], 'backup.json'));
        (page.all('#file')[0] as HTMLInputElement).files = chosen.files;
        await page.fill({ current });
        await page.press('Check the file');
      };
      await choose(backup.slice(0, -9), 'a small boat');
      await until(() => page.text.includes('damaged or is no backup'));
      expect((focused() as HTMLInputElement).name).to.equal('file');
      // The file may be gone by now.
      const { text: read } = Blob.prototype;
      Blob.prototype.text = () => Promise.reject(new DOMException('', 'NotFoundError'));
      atEnd(() => (Blob.prototype.text = read));
      await choose(backup, 'a small boat');
      await until(() => page.text.includes('damaged or is no backup'));
      Blob.prototype.text = read;
      await choose(backup, 'a big boat');
      await until(() => page.text.includes('not the passphrase'));
      await choose(backup, 'a small boat');
      await until(() => page.status === 'The backup is whole.');
      expect(await databases()).not.to.include(databaseName);
      // Nothing was kept here yet: what that means is said first.
      expect(page.text).to.contain('stays in this browser');
      await page.press('Add it to what is here');
      await until(() => page.saved[0] === written);
      expect(page.status).to.equal('Done: Add it to what is here');
      expect(page.element.storage).to.equal('device');
    });

    it('shows a hundred more when asked', async () => {
      const page = await openPrompt({}, { prompts: [{ id: 'a', text: 'One?' }] });
      for (let count = 1; count <= 22; count++) await page.save(`number ${count}`);
      expect(page.saved).to.have.length(20);
      await page.press('Show more');
      expect(page.saved).to.have.length(22);
      expect(focused()?.closest('li')?.textContent).to.contain('number 2');
    });
  });
});
