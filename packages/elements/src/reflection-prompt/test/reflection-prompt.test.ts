import { expect } from '@open-wc/testing';
import { atEnd, focused, painted, press, traces, type, until } from '../../../test-support/index.js';
import '../../locales/es.js';
import { deleteDatabase, openPrompt, written } from './reflection-prompt.page.js';

describe('the reflection prompt', () => {
  beforeEach(deleteDatabase);

  it('shows a prompt as a quotation, a labeled text area, and “done” as the one primary button', async () => {
    const page = await openPrompt();
    expect(page.all('blockquote')[0]?.textContent).to.contain('check your face before running off');
    expect(page.textArea.labels[0]?.textContent).to.equal('Your thoughts');
    const [question] = page.textArea.getAttribute('aria-describedby')!.split(' ');
    expect(page.all(`#${question}`)[0]!.textContent).to.equal(page.question);
    // Firefox leaves a blockquote out of a description.
    expect(page.all(`blockquote#${question}`)).to.deep.equal([]);
    expect(page.all('.primary').map(({ textContent }) => textContent.trim())).to.deep.equal(['Done']);
    const [done, skip] = ['Done', 'Skip this question'].map((name) => page.control(name));
    expect(skip!.offsetHeight).to.equal(done!.offsetHeight);
    expect(page.text).not.to.match(/streak|score|\d+ of \d+/i);
  });

  it('requests nothing and stores nothing until a person saves', async () => {
    const left = await traces(async () => {
      const page = await openPrompt();
      await page.write(written);
      await page.press('Done', 'Write more', 'Done', 'Another question', 'Skip this question');
      await page.press('Saved notes');
      await until(() => page.text.includes('No notes are saved here.'));
      await page.write(written);
      await page.press('Done', 'Save on this device');
      await until(() => page.has('Do not save'));
      await page.press('Do not save');
      page.element.remove();
    });
    expect(left).to.deep.equal({ requests: [], stored: [] });
  });

  it('does not open or list databases before the list is opened', async () => {
    const { databases } = indexedDB;
    const { open } = indexedDB;
    let calls = 0;
    const count = (method: unknown) =>
      function (this: IDBFactory, ...args: unknown[]): unknown {
        calls++;
        return (method as (...args: unknown[]) => unknown).apply(this, args);
      };
    Object.assign(IDBFactory.prototype, { databases: count(databases), open: count(open) });
    atEnd(() => Object.assign(IDBFactory.prototype, { databases, open }));
    const page = await openPrompt();
    await page.write(written);
    await page.press('Done', 'Write more', 'Done', 'Another question');
    await painted();
    expect(calls).to.equal(0);
    await page.press('Saved notes');
    await until(() => calls > 0);
  });

  it('can be operated with the keyboard alone, from writing to saving and reading', async () => {
    const page = await openPrompt();
    const actions = page.recordActions();
    page.control('Hide').focus();
    await press('Tab');
    await until(() => focused() === page.textArea);
    await type('Bedtime was late');
    const at = async (name: string): Promise<void> => {
      for (let count = 0; count < 8 && focused()?.textContent.trim() !== name; count++) await press('Tab');
      expect(focused()?.textContent.trim()).to.equal(name);
    };
    await at('Done');
    await press('Enter');
    await until(() => focused()?.id === 'after-title');
    await at('Save on this device');
    await press('Enter');
    await until(() => page.has('Save without password') && focused()?.id === 'after-title');
    await at('Save without password');
    await press('Space');
    await until(() => page.status === 'Saved on this device.');
    expect(actions).to.deep.equal(['saved']);
    await at('Saved notes');
    await press('Enter');
    await until(() => page.saved[0] === 'Bedtime was late');
  });

  it('keeps its state when it is moved in the document', async () => {
    const page = await openPrompt();
    await page.save();
    await page.next();
    await page.write('half a sentence');
    document.body.append(page.element);
    atEnd(() => page.element.remove());
    await page.element.updateComplete;
    expect(page.textArea.value).to.equal('half a sentence');
    expect(page.saved).to.deep.equal([written]);
    await page.press('Done', 'Save on this device');
    await until(() => page.saved.length === 2);
  });

  it('reports an invalid configuration, and shows the default prompts', async () => {
    const { warn } = console;
    atEnd(() => (console.warn = warn));
    const warned: string[] = [];
    console.warn = (message: string) => warned.push(message);
    const page = await openPrompt({ prompt: 'nowhere', storage: 'cloud' }, { prompts: [{ id: 'a' }] });
    expect(page.question).not.to.equal('');
    expect(warned.join('\n'))
      .to.contain('prompts[0].text: expected a text')
      .and.to.contain('prompt: expected the id of a prompt')
      .and.to.contain('storage: expected one of none, device');
  });

  it('shows crisis help, or the reason why there is none', async () => {
    const page = await openPrompt();
    expect(page.text).to.match(/Need help right now\? Call(?: or text)? 988/);
    await page.press('All help numbers');
    expect(page.text).to.contain('911').and.to.contain('988').and.to.contain('1-833-852-6262');
    page.element.setAttribute('crisis', 'none');
    page.element.setAttribute('crisis-reason', 'Numbers are at the end of this page.');
    await page.element.updateComplete;
    expect(page.text).to.contain('Numbers are at the end of this page.').and.not.to.contain('988');
  });

  it('prints the prompt and the answer, or lines to write on', async () => {
    const page = await openPrompt();
    const paper = (): HTMLElement | undefined => page.all('.paper')[0];
    dispatchEvent(new Event('beforeprint'));
    expect(paper()?.querySelectorAll('hr').length).to.be.greaterThan(4);
    expect(paper()?.textContent).to.contain('check your face before running off');
    dispatchEvent(new Event('afterprint'));
    expect(paper()).to.equal(undefined);
    await page.write(written);
    page.textArea.focus();
    dispatchEvent(new Event('beforeprint'));
    expect(paper()?.textContent).to.contain(written);
    expect(paper()?.querySelector('hr')).to.equal(null);
    dispatchEvent(new Event('afterprint'));
    expect([page.textArea.value, focused()]).to.deep.equal([written, page.textArea]);
    await page.press('Done', 'Clear what I wrote');
    dispatchEvent(new Event('beforeprint'));
    expect(paper()?.textContent).not.to.contain(written);
    dispatchEvent(new Event('afterprint'));
  });

  it('is fully translated', async () => {
    const page = await openPrompt({ lang: 'es' });
    await page.write('hola');
    await page.press('Listo', 'Guardar en este dispositivo');
    await until(() => page.has('Guardar sin contraseña'));
    await page.press('Guardar sin contraseña');
    await until(() => page.status === 'Guardado en este dispositivo.');
    await page.press('Notas guardadas', 'Administrar notas guardadas', 'Poner contraseña');
    expect(page.text).not.to.match(/\b(Your|Save|Delete|words|password|Enter|device|Another|Need|prompt)\b/);
  });
});
