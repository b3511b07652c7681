import { expect, fixture, html } from '@open-wc/testing';
import {
  applyCss,
  atEnd,
  atWidth,
  click,
  control,
  expectAccessible,
  findOverflow,
  focused,
  hostileCss,
  painted,
  press,
  rightToLeft,
  textSpacing,
  traces,
  type,
  until,
} from '../../../test-support/index.js';
import '../../circle-diagram/define.js';
import '../../locales/es.js';
import { readBackup } from '../store/backup.js';
import '../define.js';
import type { Reflection } from '../model/reflection.js';
import type { HavenReflectionEvent, ReflectionPrompt } from '../reflection-prompt.js';

const databaseName = 'havenkit-reflections';
const written = 'We stopped at the puddle';

const deleteDatabase = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('The database did not open.'));
  });

const databases = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name);

/** Everything in the store, as text. */
const raw = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName);
    request.onerror = () => reject(new Error('The database did not open.'));
    request.onsuccess = () => {
      const database = request.result;
      const all: unknown[] = [];
      const transaction = database.transaction([...database.objectStoreNames]);
      for (const name of database.objectStoreNames)
        transaction.objectStore(name).getAll().onsuccess = (event) => all.push((event.target as IDBRequest).result);
      transaction.oncomplete = () => {
        database.close();
        resolve(JSON.stringify(all));
      };
    };
  });

async function prompt(attributes: Record<string, string> = {}, config?: object): Promise<ReflectionPrompt> {
  const element = await fixture<ReflectionPrompt>(
    html`<haven-reflection-prompt choice="order" .config=${config ?? null}></haven-reflection-prompt>`,
  );
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.updateComplete;
  return element;
}

const inside = (element: ReflectionPrompt, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const text = (element: ReflectionPrompt): string => inside(element, 'section')[0]?.innerText ?? '';
const area = (element: ReflectionPrompt): HTMLTextAreaElement => inside(element, 'textarea')[0] as HTMLTextAreaElement;
const question = (element: ReflectionPrompt): string => inside(element, '#question')[0]?.textContent ?? '';
const said = (element: ReflectionPrompt): string => inside(element, '[role=status]')[0]?.textContent ?? '';
const has = (element: ReflectionPrompt, name: string): boolean =>
  inside(element, 'button, summary').some((one) => one.textContent.trim() === name);

async function write(element: ReflectionPrompt, words: string): Promise<void> {
  area(element).value = words;
  area(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
}

/** Presses a control, as soon as it is there. */
async function go(element: ReflectionPrompt, ...names: string[]): Promise<void> {
  for (const name of names) {
    await until(() => has(element, name));
    control(element, name).click();
    await element.updateComplete;
  }
}

async function fill(element: ReflectionPrompt, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await until(() => !!inside(element, `input[name=${name}]`)[0]);
    (inside(element, `input[name=${name}]`)[0] as HTMLInputElement).value = value;
  }
}

/** Writes and keeps something; the list is open afterwards. */
async function keep(element: ReflectionPrompt, words = written): Promise<void> {
  if (has(element, 'Write more')) await go(element, 'Write more');
  await write(element, words);
  await go(element, 'I am done', 'Keep it on this device');
  await until(() => has(element, 'Keep it here') || said(element) === 'Saved on this device.');
  if (has(element, 'Keep it here')) await go(element, 'Keep it here');
  await until(() => said(element) === 'Saved on this device.');
  if (!inside(element, 'details.kept')[0]?.hasAttribute('open')) await go(element, 'What you have kept');
  await until(() => kept(element).includes(words));
}

const kept = (element: ReflectionPrompt): string[] => inside(element, '.kept .words').map((one) => one.textContent);

/** Sets a passphrase by the form that is open. */
async function setPassphrase(element: ReflectionPrompt, next: string, current?: string): Promise<void> {
  await fill(element, { next, again: next, ...(current && { current }) });
  await go(element, current ? 'Change the passphrase' : 'Set a passphrase');
}

/** Files that are handed over for download, as text, by name. */
function downloads(): Map<string, string> {
  const files = new Map<string, string>();
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  const stop = (event: Event): void => {
    const link = event.target as HTMLAnchorElement;
    if (!link.download) return;
    event.preventDefault();
    void blobs
      .get(link.href)
      ?.text()
      .then((content) => files.set(link.download, content));
  };
  URL.createObjectURL = (blob: Blob) => {
    const url = createObjectURL(blob);
    blobs.set(url, blob);
    return url;
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    this.addEventListener('click', stop);
    click.call(this);
  };
  atEnd(() => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  });
  return files;
}

function actions(element: ReflectionPrompt): string[] {
  const heard: string[] = [];
  element.addEventListener('haven-reflection', (event: HavenReflectionEvent) => heard.push(event.detail.action));
  return heard;
}

/** Whether leaving the page would ask first. */
const asksBeforeLeaving = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('the reflection prompt', () => {
  beforeEach(deleteDatabase);

  it('is a prompt, set like a quotation, a labelled text area, and skip as prominent as answer', async () => {
    const element = await prompt();
    expect(inside(element, 'blockquote')[0]?.textContent).to.contain('look at you before setting off');
    expect(area(element).labels[0]?.textContent).to.equal('Your words');
    expect(area(element).getAttribute('aria-describedby')).to.contain('question');
    const [done, skip] = ['I am done', 'Skip this one'].map((name) => getComputedStyle(control(element, name)));
    for (const property of ['color', 'backgroundColor', 'borderColor', 'fontSize', 'fontWeight'] as const)
      expect(done![property], property).to.equal(skip![property]);
    expect(text(element)).not.to.match(/streak|score|\d+ of \d+/i);
  });

  it('asks nothing of the network and stores nothing until something is to be kept', async () => {
    const left = await traces(async () => {
      const element = await prompt();
      await write(element, written);
      await go(element, 'I am done', 'Write more', 'Another prompt', 'Skip this one', 'Back to this one');
      await go(element, 'What you have kept');
      await until(() => text(element).includes('Nothing is kept on this device.'));
      await write(element, written);
      await go(element, 'I am done', 'Keep it on this device');
      await until(() => has(element, 'Do not keep it'));
      await go(element, 'Do not keep it');
      element.remove();
    });
    expect(left).to.deep.equal({ requests: [], stored: [] });
  });

  it('does not even look for what is kept before the list is opened', async () => {
    const { databases } = indexedDB;
    const { open } = indexedDB;
    let looked = 0;
    const count = (run: unknown) =>
      function (this: IDBFactory, ...given: unknown[]): unknown {
        looked++;
        return (run as (...given: unknown[]) => unknown).apply(this, given);
      };
    Object.assign(IDBFactory.prototype, { databases: count(databases), open: count(open) });
    atEnd(() => Object.assign(IDBFactory.prototype, { databases, open }));
    const element = await prompt();
    await write(element, written);
    await go(element, 'I am done', 'Write more', 'Another prompt');
    await painted();
    expect(looked).to.equal(0);
    await go(element, 'What you have kept');
    await until(() => looked > 0);
  });

  it('can be used with the keyboard alone, from writing to keeping and reading again', async () => {
    const element = await prompt();
    const heard = actions(element);
    control(element, 'Hide').focus();
    await press('Tab');
    expect(focused()).to.equal(area(element));
    await type('Bedtime was late');
    const at = async (name: string): Promise<void> => {
      for (let count = 0; count < 8 && focused()?.textContent.trim() !== name; count++) await press('Tab');
      expect(focused()?.textContent.trim()).to.equal(name);
    };
    await at('I am done');
    await press('Enter');
    await until(() => focused()?.id === 'after');
    await at('Keep it on this device');
    await press('Enter');
    await until(() => has(element, 'Keep it here') && focused()?.id === 'after');
    await at('Keep it here');
    await press('Space');
    await until(() => said(element) === 'Saved on this device.');
    expect(heard).to.deep.equal(['saved']);
    await at('What you have kept');
    await press('Enter');
    await until(() => kept(element)[0] === 'Bedtime was late');
  });

  describe('prompts', () => {
    it('follow one another, each with its own words, which come back with it', async () => {
      const element = await prompt(
        {},
        {
          prompts: [
            { id: 'a', text: 'One?' },
            { id: 'b', text: 'Two?' },
          ],
        },
      );
      const heard = actions(element);
      await write(element, 'to the first');
      await go(element, 'Another prompt');
      expect([question(element), element.prompt, area(element).value]).to.deep.equal(['Two?', 'b', '']);
      await write(element, 'to the second');
      await go(element, 'Another prompt');
      expect([question(element), area(element).value]).to.deep.equal(['One?', 'to the first']);
      expect(heard).to.deep.equal([]);
      await go(element, 'Skip this one');
      expect(text(element)).to.contain('Nothing here needs an answer');
      expect(focused()?.id).to.equal('after');
      expect(heard).to.deep.equal(['skipped']);
      await go(element, 'Back to this one');
      expect(area(element).value).to.equal('to the first');
    });

    it('are the same all day long, and others on the next', async () => {
      const at = async (now: string): Promise<string> => question(await prompt({ choice: 'day', now }));
      const morning = await at('2027-03-01T06:00:00');
      expect(await at('2027-03-01T23:00:00')).to.equal(morning);
      expect(await at('2027-03-02T06:00:00')).not.to.equal(morning);
    });

    it('can be let go, and brought back', async () => {
      const element = await prompt();
      await write(element, written);
      await go(element, 'I am done');
      expect(text(element)).to.contain('One small thing to try');
      await go(element, 'Let it go');
      expect(text(element)).not.to.contain(written);
      expect(asksBeforeLeaving()).to.equal(false);
      await go(element, 'Bring them back');
      expect(asksBeforeLeaving()).to.equal(true);
      expect(area(element).value).to.equal(written);
      await go(element, 'I am done', 'Let it go', 'Another prompt');
      for (let count = 0; count < 23; count++) await go(element, 'Another prompt');
      expect(area(element).value).to.equal('');
    });

    for (const first of ['circle', 'prompt'])
      it(`are those for the stop of a circle, whichever is there first: the ${first}`, async () => {
        const both = [
          () => fixture(html`<haven-circle-diagram id="road" step="rest"></haven-circle-diagram>`),
          () =>
            fixture<ReflectionPrompt>(
              html`<haven-reflection-prompt choice="order" for="road"></haven-reflection-prompt>`,
            ),
        ];
        const [one, other] = first === 'circle' ? both : both.reverse();
        const made = [await one!(), await other!()];
        const element = made.find((one) => one.localName === 'haven-reflection-prompt') as ReflectionPrompt;
        const circle = made.find((one) => one !== element)!;
        await until(() => question(element).includes('calm with you'));
        circle.setAttribute('step', 'joy');
        await until(() => question(element).includes('light up'));
        // Somebody is writing: the words stay, and the next prompt is one for the new place.
        await write(element, written);
        circle.setAttribute('step', 'shelter');
        await until(() => said(element) !== '');
        expect([question(element).includes('light up'), area(element).value]).to.deep.equal([true, written]);
        await go(element, 'Another prompt');
        expect(question(element)).to.contain('scares your child');
        circle.remove();
        for (let count = 0; count < 3; count++) await go(element, 'Another prompt');
        expect(question(element)).not.to.match(/scares|Where does|When you are afraid/);
      });
  });

  describe('prompts of a page that changes', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, text: `${id.toUpperCase()}?`, hint: `About ${id}.` }));

    it('follow the language and the configuration, but for one that is being answered', async () => {
      const element = await prompt({}, { prompts: [a] });
      expect(area(element).getAttribute('aria-describedby')).to.contain(inside(element, '.hint')[0]?.id);
      element.config = { prompts: [{ ...a, text: 'Another A?', hint: 'Another hint.' }] };
      await until(() => question(element) === 'Another A?' && text(element).includes('Another hint.'));
      element.config = null;
      await until(() => question(element).startsWith('When'));
      element.lang = 'es';
      await until(() => question(element).startsWith('¿Cuándo'));
      await write(element, 'una palabra');
      element.lang = 'en';
      await until(() => has(element, 'I am done'));
      expect([question(element).slice(0, 7), area(element).value]).to.deep.equal(['¿Cuándo', 'una palabra']);
    });

    it('lose no words when they go, and are no mistake of the owner’s', async () => {
      const element = await prompt({}, { prompts: [a, b] });
      const errors: unknown[] = [];
      element.addEventListener('haven-error', ({ detail }) => errors.push(detail));
      await write(element, written);
      element.config = { prompts: [b, c] };
      await element.updateComplete;
      expect([question(element), area(element).value]).to.deep.equal(['A?', written]);
      await go(element, 'Another prompt', 'Another prompt', 'Another prompt');
      expect([question(element), area(element).value]).to.deep.equal(['A?', written]);
      await go(element, 'I am done', 'Let it go', 'Another prompt', 'Another prompt', 'Another prompt');
      expect(question(element)).to.equal('B?');
      element.config = { prompts: [c] };
      await until(() => question(element) === 'C?');
      expect(errors).to.deep.equal([]);
    });

    it('are those of a circle in the same shadow root, which may come later', async () => {
      const host = await fixture(html`<div></div>`);
      const root = host.attachShadow({ mode: 'closed' });
      const element = document.createElement('haven-reflection-prompt');
      element.setAttribute('for', 'road');
      root.append(element);
      await element.updateComplete;
      const circle = document.createElement('haven-circle-diagram');
      Object.assign(circle, { id: 'road' }).setAttribute('step', 'rest');
      element.setAttribute('choice', 'order');
      root.append(circle);
      await until(() => question(element).includes('calm with you'));
      circle.setAttribute('step', 'joy');
      await until(() => question(element).includes('light up'));
    });
  });

  describe('what is kept', () => {
    it('is kept only after it was said what that means, read back, listed, changed and deleted', async () => {
      const element = await prompt();
      const heard = actions(element);
      await write(element, written);
      await go(element, 'I am done', 'Keep it on this device');
      await until(() => has(element, 'Keep it here'));
      expect(text(element)).to.contain('stays in this browser').and.to.contain('private window');
      if (navigator.vendor.startsWith('Apple')) expect(text(element)).to.contain('7 days');
      if (self !== top) expect(text(element)).to.contain('inside another site');
      expect(await databases()).not.to.include(databaseName);
      await go(element, 'Keep it here');
      await until(() => said(element) === 'Saved on this device.');
      expect(await raw()).to.contain(written);
      expect(element.storage).to.equal('device');
      await go(element, 'What you have kept', 'Change');
      expect([area(element).value, focused()]).to.deep.equal([written, area(element)]);
      await write(element, `${written} twice`);
      await go(element, 'Keep the change');
      await until(() => kept(element)[0] === `${written} twice`);
      expect(await raw()).to.contain(`${written} twice`);
      await go(element, 'Delete');
      expect(text(element)).to.contain('Delete this for good?');
      // One more press of a key is no answer.
      expect(focused()?.textContent).to.equal('Delete this for good?');
      await go(element, 'Cancel');
      expect(kept(element)).to.have.length(1);
      expect(focused()).to.equal(control(element, 'Delete'));
      await go(element, 'Delete', 'What you have kept');
      await until(() => kept(element).length === 0);
      await go(element, 'What you have kept');
      await until(() => kept(element).length === 1);
      expect(text(element)).not.to.contain('for good?');
      await go(element, 'Delete');
      inside(element, '#sure + .keep button')[0]?.click();
      await until(() => said(element) === 'Done: Delete');
      expect(await raw()).not.to.contain('puddle');
      expect(heard).to.deep.equal(['saved', 'saved', 'deleted']);
    });

    it('is there again for a new element, which looks only when it is opened', async () => {
      const first = await prompt();
      await keep(first);
      first.remove();
      const second = await prompt();
      expect(text(second)).not.to.contain(written);
      await go(second, 'What you have kept');
      await until(() => kept(second)[0] === written);
    });

    it('is never overwritten by another tab: both are kept', async () => {
      const [one, other] = [await prompt(), await prompt()];
      await keep(one);
      await go(other, 'What you have kept');
      await until(() => kept(other)[0] === written);
      await go(one, 'Change');
      await go(other, 'Change');
      await write(one, 'as one has it');
      await go(one, 'Keep the change');
      await until(() => said(one) === 'Saved on this device.');
      await write(other, 'as the other has it');
      await go(other, 'Keep the change');
      await until(() => said(other).startsWith('This was changed or deleted in another tab'));
      // Each tab is told of what the other one does.
      await until(() => kept(one).length === 2 && kept(other).length === 2);
      expect(kept(one)).to.have.members(['as one has it', 'as the other has it']);
      // The change is over, and what was changed can be changed again.
      expect(has(other, 'Keep the change')).to.equal(false);
      const first = kept(other).indexOf('as one has it');
      inside(other, '.kept li')[first]?.querySelector('button')?.click();
      await other.updateComplete;
      expect(area(other).value).to.equal('as one has it');
    });

    it('stays when what was written on is let go, and another answer to the prompt is kept', async () => {
      const element = await prompt();
      const asked = question(element);
      await write(element, written);
      await go(element, 'I am done', 'Keep it on this device');
      await until(() => has(element, 'Keep it here'));
      control(element, 'Keep it here').click();
      // While it is being kept.
      await write(element, `${written} and more`);
      await until(() => said(element) === 'Saved on this device.');
      await go(element, 'Let it go', 'Another prompt');
      while (question(element) !== asked) await go(element, 'Another prompt');
      await keep(element, 'another answer');
      expect(kept(element)).to.have.members([written, 'another answer']);
    });

    it('is not changed to nothing', async () => {
      const element = await prompt();
      await keep(element);
      await go(element, 'Change');
      await write(element, ' ');
      await go(element, 'Keep the change');
      await until(() => said(element) === 'Write something first.');
      expect(focused()).to.equal(area(element));
      expect(kept(element)).to.deep.equal([written]);
    });

    it('is there again, and looked at again, when the element was taken off the page and put back', async () => {
      const element = await prompt();
      await keep(element);
      await go(element, 'Change');
      const parent = element.parentElement!;
      element.remove();
      await painted();
      parent.append(element);
      await until(() => kept(element)[0] === written);
      // What is on the device is not left in the field.
      expect(inside(element, 'textarea')).to.deep.equal([]);
    });

    it('is looked for when the page says so later', async () => {
      const first = await prompt();
      await keep(first);
      first.remove();
      const element = await prompt();
      element.setAttribute('storage', 'device');
      await element.updateComplete;
      await keep(element, 'one more');
      await until(() => kept(element).length === 2);
      // What it means was read before.
      expect(has(element, 'Do not keep it')).to.equal(false);
    });

    it('is not called saved any more as soon as a letter is changed', async () => {
      const element = await prompt();
      await keep(element);
      await go(element, 'Change');
      expect(said(element)).to.equal('Saved on this device.');
      await write(element, `${written}!`);
      expect(said(element)).to.equal('');
    });

    it('can be deleted as a whole, and nothing is left', async () => {
      const element = await prompt();
      await keep(element);
      const other = await prompt();
      await go(other, 'What you have kept');
      await until(() => other.storage === 'device');
      await go(element, 'Change');
      await write(element, 'being changed');
      await go(element, 'Delete everything');
      expect(text(element)).to.contain('for good?');
      expect(focused()?.textContent).to.contain('for good?');
      inside(element, '#panel button')[0]?.click();
      await until(() => said(element) === 'Done: Delete everything');
      expect(await databases()).not.to.include(databaseName);
      expect(element.storage).to.equal('none');
      expect(inside(element, 'textarea')).to.deep.equal([]);
      await until(() => other.storage === 'none');
    });

    it('can be taken along as text and as Markdown', async () => {
      const files = downloads();
      const element = await prompt();
      const heard = actions(element);
      await keep(element, '# no heading');
      await go(element, 'Download all as text', 'Download all as Markdown');
      await until(() => files.size === 2);
      expect(said(element)).to.equal('Done: Download it');
      expect(files.get('a-quiet-moment.txt')).to.contain('# no heading');
      expect(files.get('a-quiet-moment.md')).to.contain('\\# no heading');
      expect(heard).to.deep.equal(['saved', 'exported', 'exported']);
    });

    it('can be backed up, encrypted, and read back after it was checked', async () => {
      const files = downloads();
      const element = await prompt();
      const heard = actions(element);
      await keep(element);
      await go(element, 'Make a backup');
      await fill(element, { next: 'a small boat', again: 'a small boot' });
      await go(element, 'Make a backup');
      await until(() => text(element).includes('same passphrase twice'));
      await fill(element, { next: 'a small boat', again: 'a small boat' });
      await go(element, 'Make a backup');
      await until(() => files.size === 1);
      expect(said(element)).to.equal('Done: Make a backup');
      const backup = files.get('a-quiet-moment.json') ?? '';
      expect(backup).not.to.contain('puddle');
      expect(heard).to.deep.equal(['saved', 'exported']);
      await until(() => has(element, 'Delete everything'));
      await go(element, 'Delete everything');
      inside(element, '#panel button')[0]?.click();
      await until(() => said(element).startsWith('Done: Delete'));

      await go(element, 'Read a backup', 'Check the file');
      await until(() => text(element).includes('Choose a file.'));
      expect((focused() as HTMLInputElement).name).to.equal('file');
      const choose = async (content: string, current: string): Promise<void> => {
        await until(() => !!inside(element, '#file')[0]);
        const chosen = new DataTransfer();
        chosen.items.add(new File([content], 'backup.json'));
        (inside(element, '#file')[0] as HTMLInputElement).files = chosen.files;
        await fill(element, { current });
        await go(element, 'Check the file');
      };
      await choose(backup.slice(0, -9), 'a small boat');
      await until(() => text(element).includes('damaged or is no backup'));
      expect((focused() as HTMLInputElement).name).to.equal('file');
      // The file may be gone by now.
      const { text: read } = Blob.prototype;
      Blob.prototype.text = () => Promise.reject(new DOMException('', 'NotFoundError'));
      atEnd(() => (Blob.prototype.text = read));
      await choose(backup, 'a small boat');
      await until(() => text(element).includes('damaged or is no backup'));
      Blob.prototype.text = read;
      await choose(backup, 'a big boat');
      await until(() => text(element).includes('not the passphrase'));
      await choose(backup, 'a small boat');
      await until(() => said(element) === 'The backup is whole.');
      expect(await databases()).not.to.include(databaseName);
      // Nothing was kept here yet: what that means is said first.
      expect(text(element)).to.contain('stays in this browser');
      await go(element, 'Add it to what is here');
      await until(() => kept(element)[0] === written);
      expect(said(element)).to.equal('Done: Add it to what is here');
      expect(element.storage).to.equal('device');
    });

    it('shows a hundred more when asked', async () => {
      const element = await prompt({}, { prompts: [{ id: 'a', text: 'One?' }] });
      for (let count = 1; count <= 22; count++) await keep(element, `number ${count}`);
      expect(kept(element)).to.have.length(20);
      await go(element, 'Show more');
      expect(kept(element)).to.have.length(22);
      expect(focused()?.closest('li')?.textContent).to.contain('number 2');
    });
  });

  describe('a passphrase', () => {
    it('is set after it was said that there is no recovery, and leaves nothing in clear', async () => {
      const element = await prompt();
      await keep(element);
      await go(element, 'Set a passphrase');
      expect(text(element)).to.contain('There is no recovery');
      await go(element, 'Set a passphrase');
      await until(() => text(element).includes('Enter a passphrase.'));
      expect((focused() as HTMLInputElement).name).to.equal('next');
      await setPassphrase(element, 'a small boat');
      await until(() => said(element) === 'Done: Set a passphrase');
      expect(await raw()).not.to.match(/puddle|look at you/);
      expect(kept(element)).to.deep.equal([written]);

      await go(element, 'Lock now');
      await until(() => kept(element).length === 0);
      expect((focused() as HTMLInputElement).name).to.equal('current');
      expect(text(element)).not.to.contain(written);
      await fill(element, { current: 'a big boat' });
      await go(element, 'Open');
      await until(() => text(element).includes('not the passphrase'));
      await fill(element, { current: 'a small boat' });
      await go(element, 'Open');
      await until(() => kept(element)[0] === written);

      await go(element, 'Change the passphrase');
      await setPassphrase(element, 'a long river', 'a small boat');
      await until(() => said(element) === 'Done: Change the passphrase');
      await go(element, 'Change the passphrase', 'Take the passphrase away');
      await until(() => text(element).includes('Enter a passphrase.'));
      expect((focused() as HTMLInputElement).name).to.equal('current');
      await fill(element, { current: 'a long river' });
      await go(element, 'Take the passphrase away');
      await until(() => said(element) === 'Done: Take the passphrase away');
      expect(await raw()).to.contain('puddle');
    });

    it('can be there before the first word is kept', async () => {
      const element = await prompt();
      await write(element, written);
      await go(element, 'I am done', 'Keep it on this device', 'Keep it with a passphrase');
      await fill(element, { next: 'a small boat', again: 'a small boat' });
      // Pressed twice.
      for (const press of ['first', 'second'])
        expect(inside(element, '#panel [type=submit]')[0]?.click(), press).to.equal(undefined);
      await until(() => said(element) === 'Saved on this device.');
      expect(await raw()).not.to.contain('puddle');
    });

    it('can be set before anything is kept, when it was said what that means', async () => {
      const element = await prompt();
      await go(element, 'What you have kept', 'Set a passphrase');
      expect(text(element)).to.contain('stays in this browser').and.to.contain('private window');
      await setPassphrase(element, 'a small boat');
      await until(() => said(element) === 'Done: Set a passphrase');
      expect(element.storage).to.equal('device');
      await go(element, 'Change the passphrase');
      expect(text(element)).not.to.contain('stays in this browser');
    });

    it('stays when it would be taken away with something that cannot be read', async () => {
      const element = await prompt();
      await keep(element);
      await go(element, 'Set a passphrase');
      await setPassphrase(element, 'a small boat');
      await until(() => said(element) === 'Done: Set a passphrase');
      await new Promise((resolve) => {
        const request = indexedDB.open(databaseName);
        request.onsuccess = () => {
          const transaction = request.result.transaction('entries', 'readwrite');
          transaction.objectStore('entries').put({ id: 'x', version: 1, sealed: 'AAAA' });
          transaction.oncomplete = resolve;
          request.result.onversionchange = () => request.result.close();
        };
      });
      await go(element, 'Change the passphrase');
      await fill(element, { current: 'a small boat' });
      await go(element, 'Take the passphrase away');
      await until(() => said(element) === 'Something kept here cannot be read. Nothing was deleted.');
      expect(kept(element)).to.deep.equal([written]);
    });

    it('locks again when the widget is hidden', async () => {
      const element = await prompt();
      await keep(element);
      await go(element, 'Set a passphrase');
      await setPassphrase(element, 'a small boat');
      await until(() => said(element) === 'Done: Set a passphrase');
      await go(element, 'Change', 'Hide', 'Show');
      expect(inside(element, 'textarea')).to.deep.equal([]);
      await go(element, 'What you have kept');
      await until(() => has(element, 'Open'));
      expect(kept(element)).to.deep.equal([]);
    });

    it('that was not set after all keeps nothing', async () => {
      const element = await prompt();
      await write(element, written);
      await go(element, 'I am done', 'Keep it on this device', 'Keep it with a passphrase', 'Cancel');
      await go(element, 'Set a passphrase');
      await setPassphrase(element, 'a small boat');
      await until(() => said(element) === 'Done: Set a passphrase');
      expect(kept(element)).to.deep.equal([]);
      expect(area(element).value).to.equal(written);
    });

    it('locks again when the page was out of sight for a while; words that are not kept stay', async () => {
      const element = await prompt();
      await keep(element);
      await go(element, 'Set a passphrase');
      await setPassphrase(element, 'a small boat');
      await until(() => said(element) === 'Done: Set a passphrase');
      await go(element, 'Another prompt');
      await write(element, 'not kept yet');
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
      await element.updateComplete;
      expect(kept(element)).to.deep.equal([written]);
      hidden = true;
      document.dispatchEvent(new Event('visibilitychange'));
      Date.now = () => now() + 10 * 60_000;
      hidden = false;
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => has(element, 'Open'));
      expect(text(element)).not.to.contain(written);
      expect(area(element).value).to.equal('not kept yet');
      // Keeping leads to the lock first, and loses nothing.
      await go(element, 'I am done', 'Keep it on this device');
      await until(() => (focused() as HTMLInputElement | null)?.name === 'current');
      await fill(element, { current: 'a small boat' });
      await go(element, 'Open');
      await until(() => kept(element).length === 1);
      expect(area(element).value).to.equal('not kept yet');
      await go(element, 'Keep it on this device');
      await until(() => kept(element).length === 2);
    });
  });

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
        const files = downloads();
        const element = await prompt();
        const heard = actions(element);
        refuse(name);
        await write(element, written);
        await go(element, 'I am done', 'Keep it on this device', 'Keep it here');
        await until(() => said(element).includes(words));
        expect(area(element).value).to.equal(written);
        expect(asksBeforeLeaving()).to.equal(true);
        await go(element, 'Download it', 'What you have kept');
        await until(() => files.size === 1);
        expect(files.get('a-quiet-moment.txt')).to.equal(written);
        await until(() => text(element).includes('Only until you leave this page'));
        // It is changed where it was written, with whatever was added meanwhile.
        await write(element, `${written}, and more`);
        await go(element, 'Another prompt', 'Change');
        expect(area(element).value).to.equal(`${written}, and more`);
        expect(heard).to.deep.equal(['exported']);
        await go(element, 'I am done', 'Let it go');
        expect(kept(element)).to.deep.equal([]);
        expect(asksBeforeLeaving()).to.equal(false);
      });

    it('keeps a change on the page, in the place of what is kept, until it is let go', async () => {
      const element = await prompt();
      await keep(element, 'one');
      await go(element, 'Change');
      await write(element, 'two');
      refuse('QuotaExceededError');
      await go(element, 'Keep the change');
      await until(() => said(element).includes('no room left'));
      await go(element, 'Another prompt');
      expect(asksBeforeLeaving()).to.equal(true);
      expect(kept(element)).to.deep.equal(['two']);
      expect(text(element)).to.contain('Only until you leave this page');
      await go(element, 'Change');
      expect(area(element).value).to.equal('two');
      await go(element, 'Keep the change');
      await until(() => said(element).includes('no room left'));
      await go(element, 'Let it go', 'Another prompt');
      expect(kept(element)).to.deep.equal(['one']);
      expect(asksBeforeLeaving()).to.equal(false);
    });

    it('makes a backup of what is listed, whether it could be kept or not', async () => {
      const files = downloads();
      const element = await prompt();
      refuse('QuotaExceededError');
      await write(element, written);
      await go(element, 'I am done', 'Keep it on this device', 'Keep it here');
      await until(() => said(element).includes('no room left'));
      await go(element, 'What you have kept', 'Make a backup');
      await fill(element, { next: 'a small boat', again: 'a small boat' });
      await go(element, 'Make a backup');
      await until(() => files.size === 1);
      const found = await readBackup(crypto, files.get('a-quiet-moment.json')!, 'a small boat');
      expect((found as Reflection[]).map(({ text, version }) => [text, version])).to.deep.equal([[written, 1]]);
    });

    it('says of a passphrase that there was no room for it, and keeps nothing in clear instead', async () => {
      const element = await prompt();
      refuse('QuotaExceededError');
      await write(element, written);
      await go(element, 'I am done', 'Keep it on this device', 'Keep it with a passphrase');
      await setPassphrase(element, 'a small boat');
      await until(() => said(element) === 'This device has no room left. Nothing was changed.');
      expect(area(element).value).to.equal(written);
    });

    it('keeps it all the same where tabs cannot tell each other', async () => {
      const { BroadcastChannel } = window;
      window.BroadcastChannel = function () {
        throw new DOMException('', 'SecurityError');
      } as unknown as typeof BroadcastChannel;
      atEnd(() => (window.BroadcastChannel = BroadcastChannel));
      await keep(await prompt());
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
      const element = await prompt();
      await write(element, written);
      await go(element, 'I am done', 'Keep it on this device');
      await until(() => has(element, 'Keep it here') || said(element) !== '');
      if (has(element, 'Keep it here')) await go(element, 'Keep it here');
      await until(() => said(element).includes('did not keep it'));
      expect(area(element).value).to.equal(written);
      await go(element, 'What you have kept');
      await until(() => text(element).includes('does not let this page keep anything'));
    });
  });

  it('asks before words that are not kept are left, and only then', async () => {
    const element = await prompt();
    expect(asksBeforeLeaving()).to.equal(false);
    await write(element, written);
    expect(asksBeforeLeaving()).to.equal(true);
    await keep(element);
    expect(asksBeforeLeaving()).to.equal(false);
    await go(element, 'Change');
    expect(asksBeforeLeaving()).to.equal(false);
    await write(element, 'changed');
    expect(asksBeforeLeaving()).to.equal(true);
    element.remove();
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('is blank at one press, or when Escape is pressed twice, and has everything again after', async () => {
    const element = await prompt();
    await write(element, written);
    await click(control(element, 'Hide'));
    await element.updateComplete;
    expect(text(element).trim()).to.equal('Show');
    expect(focused()).to.equal(control(element, 'Show'));
    await go(element, 'Show');
    expect(area(element).value).to.equal(written);
    await press('Escape');
    expect(has(element, 'Show')).to.equal(false);
    await press('Escape');
    await until(() => has(element, 'Show'));
    expect(element.shadowRoot?.textContent).not.to.contain('puddle');
    await go(element, 'Show');
    expect(area(element).value).to.equal(written);
  });

  it('leaves what was written nowhere but in the store: not in events, address, title, console or other storage', async () => {
    const mark = 'Zyxwvut marker';
    const noted: unknown[] = [];
    const { log, warn, error, info } = console;
    atEnd(() => Object.assign(console, { log, warn, error, info }));
    const note = (...parts: unknown[]): unknown => noted.push(parts);
    Object.assign(console, { log: note, warn: note, error: note, info: note });
    for (const name of ['haven-reflection', 'haven-error', 'haven-ready', 'haven-step'])
      document.addEventListener(name, (event) => noted.push((event as CustomEvent).detail));
    const left = await traces(async () => {
      const element = await prompt();
      await keep(element, mark);
      await go(element, 'Change', 'Cancel', 'Another prompt', 'Skip this one');
      noted.push(element.outerHTML, element.className);
      element.remove();
    });
    expect(left).to.deep.equal({ requests: [], stored: ['indexedDB'] });
    expect(JSON.stringify([noted, location.href, document.title, history.state])).not.to.contain('marker');
    expect(JSON.stringify(noted)).to.contain('saved').and.to.contain('ph-no-capture');
  });

  it('keeps everything when it is moved', async () => {
    const element = await prompt();
    await keep(element);
    await go(element, 'Another prompt');
    await write(element, 'half a sentence');
    document.body.append(element);
    atEnd(() => element.remove());
    await element.updateComplete;
    expect(area(element).value).to.equal('half a sentence');
    expect(kept(element)).to.deep.equal([written]);
    await go(element, 'I am done', 'Keep it on this device');
    await until(() => kept(element).length === 2);
  });

  it('tells its owner of what is wrong, and shows our own prompts', async () => {
    const { warn } = console;
    atEnd(() => (console.warn = warn));
    const warned: string[] = [];
    console.warn = (one: string) => warned.push(one);
    const element = await prompt({ prompt: 'nowhere', storage: 'cloud' }, { prompts: [{ id: 'a' }] });
    expect(question(element)).not.to.equal('');
    expect(warned.join('\n'))
      .to.contain('prompts[0].text: expected a text')
      .and.to.contain('prompt: expected the id of a prompt')
      .and.to.contain('storage: expected one of none, device');
  });

  it('has crisis help within reach, or the reason why it has none', async () => {
    const element = await prompt();
    await go(element, 'If you need help right now');
    expect(text(element)).to.contain('911').and.to.contain('988').and.to.contain('1-833-852-6262');
    element.setAttribute('crisis', 'none');
    element.setAttribute('crisis-reason', 'Numbers are at the end of this page.');
    await element.updateComplete;
    expect(text(element)).to.contain('Numbers are at the end of this page.').and.not.to.contain('988');
  });

  it('prints the prompt and the answer, or lines to write on', async () => {
    const element = await prompt();
    const paper = (): HTMLElement | undefined => inside(element, '.paper')[0];
    dispatchEvent(new Event('beforeprint'));
    expect(paper()?.querySelectorAll('hr').length).to.be.greaterThan(4);
    expect(paper()?.textContent).to.contain('look at you before setting off');
    dispatchEvent(new Event('afterprint'));
    expect(paper()).to.equal(undefined);
    await write(element, written);
    area(element).focus();
    dispatchEvent(new Event('beforeprint'));
    expect(paper()?.textContent).to.contain(written);
    expect(paper()?.querySelector('hr')).to.equal(null);
    dispatchEvent(new Event('afterprint'));
    expect([area(element).value, focused()]).to.deep.equal([written, area(element)]);
    await go(element, 'I am done', 'Let it go');
    dispatchEvent(new Event('beforeprint'));
    expect(paper()?.textContent).not.to.contain(written);
    dispatchEvent(new Event('afterprint'));
  });

  it('is accessible in each of its states, in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      await deleteDatabase();
      document.documentElement.style.colorScheme = scheme;
      atEnd(() => document.documentElement.style.removeProperty('color-scheme'));
      const element = await prompt();
      await expectAccessible(element);
      await write(element, written);
      await go(element, 'I am done');
      await expectAccessible(element);
      await go(element, 'Keep it on this device');
      await until(() => has(element, 'Keep it here'));
      await expectAccessible(element);
      await go(element, 'Keep it here', 'What you have kept', 'Set a passphrase', 'Set a passphrase');
      await until(() => text(element).includes('Enter a passphrase.'));
      await expectAccessible(element);
      await go(element, 'Cancel', 'Read a backup');
      await expectAccessible(element);
      await go(element, 'Cancel', 'Hide');
      await expectAccessible(element);
      element.remove();
    }
  });

  it('fits from 256 pixels on, in both directions, with text spacing and hostile CSS', async () => {
    const element = await prompt();
    await keep(element, 'Immer und immer wieder Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen');
    await go(element, 'Change', 'Set a passphrase');
    for (const width of [256, 320, 480, 720, 1100]) {
      await atWidth(element, width);
      expect(findOverflow(element), `${width}`).to.deep.equal([]);
    }
    await rightToLeft();
    await textSpacing(element);
    for (const width of [256, 320, 1100]) {
      await atWidth(element, width);
      expect(findOverflow(element), `rtl ${width}`).to.deep.equal([]);
    }
    await applyCss(hostileCss);
    await painted();
    expect(findOverflow(element)).to.deep.equal([]);
    expect(getComputedStyle(area(element)).display).to.equal('block');
  });

  it('has targets of 44 pixels, and a text area that grows with what is in it', async () => {
    const element = await prompt();
    await keep(element);
    await atWidth(element, 320);
    for (const target of inside(element, 'button, summary, input, textarea'))
      expect(target.offsetHeight, target.textContent).to.be.at.least(44);
    await go(element, 'Another prompt');
    const before = area(element).offsetHeight;
    await write(element, 'a line\n'.repeat(20));
    expect(area(element).offsetHeight).to.be.greaterThan(before + 200);
    expect(area(element).scrollHeight).to.be.at.most(area(element).clientHeight);
  });

  it('cuts no word off when its width changes, or when it was out of sight', async () => {
    const whole = (): boolean =>
      area(element).clientHeight > 60 && area(element).scrollHeight <= area(element).clientHeight;
    const element = await prompt();
    await atWidth(element, 900);
    await write(element, 'a long line of many words '.repeat(40));
    await atWidth(element, 320);
    await until(whole);
    element.hidden = true;
    await write(element, 'a long line of many words '.repeat(80));
    element.hidden = false;
    await until(whole);
  });

  it('does not move the page while somebody writes', async () => {
    const element = await prompt();
    await write(element, 'a line\n'.repeat(80));
    scrollTo(0, document.documentElement.scrollHeight);
    const before = scrollY;
    expect(before).to.be.greaterThan(0);
    await write(element, `${area(element).value}.`);
    expect(scrollY).to.equal(before);
  });

  it('has a place for what is said that is there before it is said, and takes no room', async () => {
    const element = await prompt();
    const status = inside(element, '[role=status]')[0] as HTMLElement;
    expect(status.checkVisibility()).to.equal(true);
    expect(status.offsetHeight).to.equal(0);
    const [before, after] = [status.previousElementSibling, status.nextElementSibling].map((one) =>
      one!.getBoundingClientRect(),
    );
    expect(after!.top - before!.bottom).to.be.below(20);
  });

  it('is translated in every word', async () => {
    const element = await prompt({ lang: 'es' });
    await write(element, 'hola');
    await go(element, 'He terminado', 'Guardar en este aparato');
    await until(() => has(element, 'Guardar aquí'));
    await go(element, 'Guardar aquí');
    await until(() => said(element) === 'Guardado en este aparato.');
    await go(element, 'Lo que ha guardado', 'Poner una contraseña');
    expect(text(element)).not.to.match(/\b(Your|Keep|Delete|words|passphrase|Enter|device|Another|prompt)\b/);
  });
});
