/** Drives the built widget by its buttons and fields, and reads the outcomes from what it shows. */
import { en } from '../../src/reflection-prompt/locales/en.js';
import { serve, type Driver } from './page.js';

// Iterations are tested elsewhere.
const { deriveKey, deriveBits } = SubtleCrypto.prototype;
const quick = <Algorithm>(algorithm: Algorithm): Algorithm =>
  typeof algorithm === 'object' && algorithm && 'iterations' in algorithm
    ? { ...algorithm, iterations: 10 }
    : algorithm;
SubtleCrypto.prototype.deriveKey = function (algorithm, ...rest) {
  return deriveKey.call(this, quick(algorithm), ...rest);
};
SubtleCrypto.prototype.deriveBits = function (algorithm, ...rest) {
  return deriveBits.call(this, quick(algorithm), ...rest);
};

const outcomes: Readonly<Record<string, string>> = {
  [en.saved]: 'saved',
  [en.savedBoth]: 'both',
  [`${en.noSpace} ${en.stays}`]: 'quota',
  [`${en.noSpace} ${en.unchanged}`]: 'quota',
  [`${en.notSaved} ${en.stays}`]: 'failed',
  [`${en.failed} ${en.unchanged}`]: 'failed',
  [en.damaged]: 'damaged',
  [en.unread]: 'damaged',
  [en.locked]: 'locked',
  [en.mustEnter]: 'locked',
  [en.wrong]: 'wrong-password',
  ...Object.fromEntries(
    [en.deleted, en.allDeleted, en.unlocked, en.passwordSet, en.passwordChanged, en.passwordRemoved].map((sentence) => [
      sentence,
      'done',
    ]),
  ),
};

const widget = document.querySelector('haven-reflection-prompt') as HTMLElement & { updateComplete: Promise<unknown> };

async function open(): Promise<void> {
  await customElements.whenDefined(widget.localName);
  await widget.updateComplete;
}

const find = (selector: string): HTMLElement | null =>
  (widget.shadowRoot as ShadowRoot).querySelector<HTMLElement>(selector);
const area = (): HTMLTextAreaElement | null => find('textarea') as HTMLTextAreaElement | null;

/** A button by its label: outside the list, unless `place` is given. */
const button = (label: string, place?: string | Element | null): HTMLElement | undefined => {
  const root = typeof place === 'string' ? find(place) : (place ?? find('section'));
  return [...(root?.querySelectorAll<HTMLElement>('button') ?? [])].find(
    (element) => element.textContent.trim() === label && (place || !element.closest('.saved')),
  );
};

/** Waits for a condition, which is checked after every change of the shadow root. */
const until = (condition: () => unknown, description: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (act: () => void): void => {
      clearTimeout(timeout);
      observer.disconnect();
      act();
    };
    const check = (): unknown => condition() && end(resolve);
    const observer = new MutationObserver(check);
    const timeout = setTimeout(
      () => end(() => reject(new Error(`timeout of ${description}; shown: ${find('section')?.innerText ?? ''}`))),
      30_000,
    );
    observer.observe(widget.shadowRoot as ShadowRoot, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    check();
  });

async function press(element: HTMLElement | null | undefined): Promise<boolean> {
  element?.click();
  await widget.updateComplete;
  return !!element;
}

/** The outcome that is announced, or shown beside a field. */
const shownOutcome = (): string | undefined =>
  outcomes[find('.error')?.textContent ?? ''] ?? outcomes[find('[aria-live]')?.textContent ?? ''];
async function outcome(): Promise<string> {
  await until(shownOutcome, 'an outcome');
  return shownOutcome()!;
}

async function type(text: string): Promise<void> {
  const field = area()!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await widget.updateComplete;
}

/** Leaves the text in progress, for an empty field. */
async function begin(): Promise<void> {
  for (let steps = 0; steps < 20; steps++) {
    if (button(en.clear)) await press(button(en.clear));
    else if (button(en.cancel)) await press(button(en.cancel));
    else if (button(en.doNotSave)) await press(button(en.doNotSave));
    else if (button(en.undo)) await press(button(en.another));
    else if (!area()) await press(button(en.writeSomething));
    else if (area()!.value) await press(button(en.done));
    else return;
  }
  throw new Error('no empty field');
}

let saves = 0;

/** Saves the text in the field. */
async function save(text: string, label: string): Promise<string> {
  // Sometimes the person continues writing during the save.
  const later = ++saves % 3 ? text : `${text} and more`;
  await press(button(label));
  const asked = (): HTMLElement | undefined => button(en.saveWithout);
  await until(() => shownOutcome() ?? asked(), 'an outcome or a question');
  if (asked()) {
    asked()!.click();
    // Before the next rendering.
    if (later !== text) await type(later);
    await press(undefined);
  }
  const typed = area()?.value;
  const result = await outcome();
  // Text that was not saved is still in the field.
  const left = area()?.value ?? '';
  const isSaved = result === 'saved' || result === 'both';
  if (!isSaved && left !== text && left !== typed)
    throw new Error(`"${text}" is lost from the page: ${result}, "${left}"`);
  await begin();
  return result;
}

const items = (): HTMLElement[] => [...(find('.saved')?.querySelectorAll<HTMLElement>('.saved li') ?? [])];
const textOf = (item: HTMLElement): string => item.querySelector('.answer')?.textContent ?? '';
const isShown = (): boolean => (find('.saved')?.childElementCount ?? 0) > 1;

/** Opens the list, which reads the store. */
async function openList(again = false): Promise<void> {
  if (isShown() && !again) return;
  for (const shown of isShown() ? [false, true] : [true]) {
    find('.saved summary')!.click();
    await until(() => isShown() === shown, shown ? 'the list' : 'the end of the list');
  }
}

async function closePanel(): Promise<void> {
  await press(button(en.cancel, '#panel'));
  await openList();
}

async function fill(values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = find(`input[name=${name}]`) as HTMLInputElement | null;
    if (field) field.value = value;
  }
}

const driver: Driver = {
  async list() {
    await open();
    await closePanel();
    await openList(true);
    while (await press(button(en.more, '.saved')));
    const has = (text: string): boolean => !!find('.saved')?.innerText.includes(text);
    return {
      state: find('#unlock') ? 'locked' : has(en.damaged) ? 'damaged' : has(en.unavailable) ? 'unavailable' : 'open',
      texts: items()
        .filter((item) => !item.innerText.includes(en.untilLeave))
        .map(textOf),
      damaged: has(en.unread) ? 1 : 0,
    };
  },
  async add(text) {
    await begin();
    await type(text);
    await press(button(en.done));
    return save(text, en.save);
  },
  async change(from, to) {
    await begin();
    await closePanel();
    const item = items().find((candidate) => textOf(candidate) === from);
    if (!(await press(button(en.edit, item ?? null)))) return 'gone';
    // Unless it was changed at this moment.
    if (area()?.value !== from) throw new Error(`"${from}" is not in the field, but "${area()?.value}"`);
    // Writing takes a while, in which another tab can make changes.
    for (let turn = 0; turn < 3; turn++) await fetch('/turn').catch(() => undefined);
    await type(to);
    return save(to, en.saveChanges);
  },
  async remove(text) {
    await closePanel();
    const item = (): HTMLElement | undefined => items().find((candidate) => textOf(candidate) === text);
    if (!item() || !(await press(button(en.delete, item())))) return 'gone';
    if (!(await press(button(en.deleteYes, '#panel')))) return 'gone';
    return outcome();
  },
  async clear() {
    await closePanel();
    if (!(await press(button(en.deleteAll, '.saved'))) || !(await press(button(en.deleteAllYes, '#panel'))))
      return 'gone';
    return outcome();
  },
  async unlock(password) {
    await open();
    await closePanel();
    if (!find('#unlock')) return 'done';
    await fill({ current: password });
    await press(button(en.unlock, '#unlock'));
    return outcome();
  },
  async setPassword(current, next) {
    await closePanel();
    const tool = (place: string): HTMLElement | undefined =>
      next ? (button(en.setPassword, place) ?? button(en.changePassword, place)) : button(en.removePassword, place);
    if (!(await press(tool('.saved')))) return 'gone';
    await fill({ current, next, again: next });
    const pressed = await press(tool('#panel'));
    const result = pressed ? await outcome() : 'gone';
    await closePanel();
    return result;
  },
};

serve(() => driver);
