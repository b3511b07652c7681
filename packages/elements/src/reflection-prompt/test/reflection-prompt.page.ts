import { fixture, html } from '@open-wc/testing';
import { atEnd, until } from '../../../test-support/index.js';
import '../define.js';
import type { HavenReflectionEvent, ReflectionPrompt } from '../reflection-prompt.js';

export const databaseName = 'havenkit-reflections';

/** An answer that tests write. */
export const written = 'We stopped at the puddle';

/** The widget as a person sees and uses it. */
export class ReflectionPromptPage {
  constructor(readonly element: ReflectionPrompt) {}

  /** All visible text. */
  get text(): string {
    return this.all('section')[0]?.innerText ?? '';
  }

  /** Text of the prompt. */
  get question(): string {
    return this.all('#question')[0]?.textContent ?? '';
  }

  get textArea(): HTMLTextAreaElement {
    return this.all('textarea')[0] as HTMLTextAreaElement;
  }

  /** The announcement. */
  get status(): string {
    return this.all('[aria-live]')[0]?.textContent ?? '';
  }

  /** Texts of the listed notes. */
  get saved(): string[] {
    return this.all('.saved .answer').map(({ textContent }) => textContent);
  }

  all(selector: string): HTMLElement[] {
    return [...(this.element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  }

  /** The first button or summary with this visible label. @throws when there is none */
  control(label: string): HTMLElement {
    const found = this.#find(label);
    if (!found) throw new Error(`There is no control with the label "${label}".`);
    return found;
  }

  has(label: string): boolean {
    return !!this.#find(label);
  }

  /** Presses controls one after another, each as soon as it exists. The focus has moved afterwards. */
  async press(...labels: string[]): Promise<void> {
    for (const label of labels) {
      await until(() => this.has(label));
      // As a mouse does.
      this.control(label).focus();
      this.control(label).click();
      await this.element.updateComplete;
      // What was pressed may have gone.
      await until(() => !!this.element.shadowRoot!.activeElement);
    }
  }

  async write(text: string): Promise<void> {
    this.textArea.value = text;
    this.textArea.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await this.element.updateComplete;
  }

  /** Fills the fields of the open form, by name. */
  async fill(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      await until(() => !!this.all(`input[name=${name}]`)[0]);
      (this.all(`input[name=${name}]`)[0] as HTMLInputElement).value = value;
    }
  }

  /** Goes to another question, from the writing or after it. */
  async next(times = 1): Promise<void> {
    for (let count = 0; count < times; count++) {
      if (this.has('Done')) await this.press('Done');
      await this.press('Another question');
    }
  }

  /** Writes and saves a text; the list is open afterwards. */
  async save(text = written): Promise<void> {
    if (this.has('Write something')) await this.press('Write something');
    await this.write(text);
    await this.press('Done', 'Save on this device');
    await until(() => this.has('Save without password') || this.status === 'Saved on this device.');
    if (this.has('Save without password')) await this.press('Save without password');
    await until(() => this.status === 'Saved on this device.');
    if (!this.all('details.saved')[0]?.hasAttribute('open')) await this.press('Saved notes');
    await until(() => this.saved.includes(text));
  }

  /** Sets or changes the password in the open form. */
  async setPassword(next: string, current?: string): Promise<void> {
    await this.fill({ next, again: next, ...(current && { current }) });
    await this.press(current ? 'Change password' : 'Set a password');
  }

  #find(label: string): HTMLElement | undefined {
    return this.all('button, summary').find(({ textContent }) => textContent.trim() === label);
  }

  /** Records the actions of `haven-reflection` from now on. */
  recordActions(): string[] {
    const actions: string[] = [];
    this.element.addEventListener('haven-reflection', ({ detail }: HavenReflectionEvent) =>
      actions.push(detail.action),
    );
    return actions;
  }
}

/** Puts a widget with the default prompts in order on the page. */
export async function openPrompt(
  attributes: Record<string, string> = {},
  config?: object,
): Promise<ReflectionPromptPage> {
  const element = await fixture<ReflectionPrompt>(
    html`<haven-reflection-prompt choice="order" .config=${config ?? null}></haven-reflection-prompt>`,
  );
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.updateComplete;
  return new ReflectionPromptPage(element);
}

export const deleteDatabase = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('The database did not open.'));
  });

/** Names of the page's databases. */
export const databases = async (): Promise<(string | undefined)[]> =>
  (await indexedDB.databases()).map(({ name }) => name);

/** Everything in the store, as text. */
export const rawContent = (): Promise<string> =>
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

/** Records downloads instead of starting them: their text, by file name. */
export function recordDownloads(): Map<string, string> {
  const files = new Map<string, string>();
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  const record = (event: Event): void => {
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
    this.addEventListener('click', record);
    click.call(this);
  };
  atEnd(() => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  });
  return files;
}

/** Whether leaving the page would ask for confirmation. */
export const asksBeforeLeaving = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
