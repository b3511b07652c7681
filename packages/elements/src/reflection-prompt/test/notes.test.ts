import { expect } from '@open-wc/testing';
import { atEnd, focused, painted, press, until } from '../../../test-support/index.js';
import { deleteDatabase, openPrompt, recordDownloads, written } from './reflection-prompt.page.js';

/** The name of a button for screen readers. */
const nameOf = (button: HTMLElement): string => button.getAttribute('aria-label') ?? button.textContent.trim();

describe('the reflection prompt', () => {
  beforeEach(deleteDatabase);

  describe('saved notes', () => {
    it('say what happens to them while they are edited, and have no buttons meanwhile', async () => {
      const page = await openPrompt();
      expect(page.text).to.contain('gone when you leave this page');
      await page.save();
      const date = page.all('.saved .hint')[0]!.textContent;
      await page.press('Edit');
      expect(page.textArea.labels[0]!.textContent).to.equal(`Edit your note from ${date}`);
      expect(page.text)
        .to.contain('Your saved note stays as it is until you save your changes.')
        .and.not.to.contain('gone when you leave this page');
      expect(page.all('.saved li button').map(nameOf)).to.deep.equal([]);
      expect(page.all('.primary').map(nameOf)).to.deep.equal(['Save changes']);
      await page.press('Cancel');
      await until(() => focused() === page.control('Edit'));
    });

    it('have buttons with names of their own', async () => {
      const page = await openPrompt();
      for (const text of ['one', 'two', 'three']) await page.save(text);
      const names = page.all('.saved li button').map(nameOf);
      expect(names[0]).to.match(/^Edit note from \w+ \d+, \d{4}$/);
      expect(names[3]).to.match(/^Delete note from \w+ \d+, \d{4} \(2\)$/);
      expect(new Set(names).size).to.equal(6);
      // The visible label begins the name (WCAG 2.5.3).
      for (const button of page.all('.saved li button')) expect(nameOf(button)).to.contain(button.textContent.trim());
    });

    it('are deleted only after a question, whatever key is held down', async () => {
      const page = await openPrompt();
      await page.save();
      page.control('Delete').focus();
      await press('Enter');
      await until(() => page.has('Delete note'));
      expect(page.all('blockquote, .after, .saved')).to.have.length(0);
      expect(page.control('Cancel').getAttribute('aria-describedby')).to.equal('sure');
      await until(() => focused() === page.control('Cancel'));
      await press('Enter');
      await until(() => page.saved.length === 1);
      await page.press('Delete', 'Delete note');
      await until(() => page.status === 'Note deleted.');
      await page.press('Manage saved notes');
      expect(page.text).to.contain('No notes are saved here.');
    });

    it('are replaced by a backup only after a question', async () => {
      const files = recordDownloads();
      const page = await openPrompt({ now: '2026-11-28T12:00:00' });
      await page.save('in the backup');
      await page.press('Download a backup');
      await page.fill({ next: 'a small boat', again: 'a small boat' });
      await page.press('Download a backup');
      await until(() => files.size === 1);
      await page.save('since then');
      await page.press('Restore from backup');
      await until(() => !!page.all('#file')[0]);
      const transfer = new DataTransfer();
      transfer.items.add(new File([[...files.values()][0]!], 'backup.json'));
      (page.all('#file')[0] as HTMLInputElement).files = transfer.files;
      await page.fill({ current: 'a small boat' });
      await page.press('Open backup');
      await until(() => page.has('Replace saved notes'));
      expect(page.all('.primary').map(nameOf)).to.deep.equal(['Add to saved notes']);
      await page.press('Replace saved notes');
      expect(page.text).to.contain('Replace all saved notes? The notes you have now will be deleted.');
      await until(() => focused() === page.control('Cancel'));
      await page.press('Cancel');
      expect(page.text).to.contain('The backup is complete.');
      await page.press('Replace saved notes', 'Yes, replace all');
      await until(() => page.status === 'Your notes were replaced with the backup.');
      await until(() => page.saved.length === 1);
      expect(page.saved).to.deep.equal(['in the backup']);
    });

    it('are managed in a folded part, where deleting all stands last and apart', async () => {
      const page = await openPrompt();
      await page.save();
      expect(page.control('Download all as text').checkVisibility()).to.equal(false);
      await page.press('Manage saved notes');
      expect(page.control('Download all as text').checkVisibility()).to.equal(true);
      const groups = page
        .all('.group')
        .map(({ children }) => [...children].map(({ textContent }) => textContent.trim()));
      expect(groups).to.deep.equal([
        ['Download all as text', 'Download a backup', 'Restore from backup'],
        ['Set a password'],
        ['Delete all notes'],
      ]);
      // It stays open when the person comes back to it.
      await page.press('Set a password', 'Cancel');
      await until(() => focused() === page.control('Set a password'));
    });

    it('are announced again at every download', async () => {
      const page = await openPrompt();
      recordDownloads();
      await page.save();
      const announced: string[] = [];
      const status = page.all('[aria-live]')[0]!;
      const observer = new MutationObserver(() => announced.push(page.status));
      observer.observe(status, { childList: true, characterData: true, subtree: true });
      atEnd(() => observer.disconnect());
      for (let count = 0; count < 2; count++) {
        await page.press('Download all as text');
        await until(() => announced.filter(Boolean).length === count + 1);
      }
      expect(new Set(announced)).to.deep.equal(new Set(['', 'Look for the file in your downloads.']));
    });
  });

  it('moves the focus to the heading of a new step, so that it is read', async () => {
    const page = await openPrompt();
    await page.press('Done');
    await until(() => focused()?.localName === 'h3');
    expect(focused()?.textContent).to.equal('Thank you for taking a moment');
    expect(page.all('.primary').map(nameOf)).to.deep.equal(['Another question']);
    await page.press('Write something');
    await until(() => focused() === page.textArea);
    await page.write(written);
    await page.press('Done', 'Save on this device');
    await until(() => focused()?.textContent === 'Before you save');
    // A free choice.
    expect(page.all('.primary').map(nameOf)).to.deep.equal([]);
    await page.press('Do not save', 'Done', 'Clear what I wrote');
    await until(() => focused()?.textContent === 'What you wrote is cleared from this page.');
  });

  it('has one status region, last in the widget', async () => {
    // In Firefox, a real download takes the focus from the page.
    recordDownloads();
    const page = await openPrompt();
    await page.save();
    await page.press('Download all as text');
    await painted();
    const regions = page.all('[role=status], [aria-live]');
    expect(regions).to.have.length(1);
    expect(regions[0]).to.equal(page.all('section > :last-child')[0]);
  });
});
