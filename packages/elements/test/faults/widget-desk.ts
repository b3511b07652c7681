/**
 * What a test page does with reflections by the buttons and fields of the widget, which comes from its built file. What the
 * widget shows is all that counts as shown.
 */
import { en } from '../../src/reflection-prompt/locales/en.js';
import { serve, type Desk } from './page.js';

// Rounds are tested elsewhere.
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
  [en.both]: 'both',
  [`${en.noRoom} ${en.stay}`]: 'quota',
  [`${en.noRoom} ${en.unchanged}`]: 'quota',
  [`${en.notKept} ${en.stay}`]: 'failed',
  [`${en.failed} ${en.unchanged}`]: 'failed',
  [en.damaged]: 'damaged',
  [en.unread]: 'damaged',
  [en.locked]: 'locked',
  [en.mustEnter]: 'locked',
  [en.wrong]: 'wrong-passphrase',
  ...Object.fromEntries(
    [en.remove, en.clear, en.open, en.setPassphrase, en.changePassphrase, en.dropPassphrase].map((pressed) => [
      `${en.did} ${pressed}`,
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

/** A button by its words: of what is being written, unless another place is given. */
const button = (words: string, place?: string | Element | null): HTMLElement | undefined => {
  const root = typeof place === 'string' ? find(place) : (place ?? find('section'));
  return [...(root?.querySelectorAll<HTMLElement>('button') ?? [])].find(
    (one) => one.textContent.trim() === words && (place || !one.closest('.kept')),
  );
};

/** Resolves as soon as it is so; whatever the widget shows, it shows by a change. */
const until = (isSo: () => unknown, what: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (act: () => void): void => {
      clearTimeout(patience);
      observer.disconnect();
      act();
    };
    const look = (): unknown => isSo() && end(resolve);
    const observer = new MutationObserver(look);
    const patience = setTimeout(
      () => end(() => reject(new Error(`waited for ${what}; shown: ${find('section')?.innerText ?? ''}`))),
      30_000,
    );
    observer.observe(widget.shadowRoot as ShadowRoot, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    look();
  });

async function press(one: HTMLElement | null | undefined): Promise<boolean> {
  one?.click();
  await widget.updateComplete;
  return !!one;
}

/** What is said, or stands beside a field, when the thing that is being done is done. */
const shownOutcome = (): string | undefined =>
  outcomes[find('.error')?.textContent ?? ''] ?? outcomes[find('[role=status]')?.textContent ?? ''];
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

/** Leaves whatever is being written, for an empty field. */
async function begin(): Promise<void> {
  for (let steps = 0; steps < 20; steps++) {
    const change = button(en.keepChange);
    if (button(en.letGo)) await press(button(en.letGo));
    else if (change) await press(button(en.cancel, change.parentElement));
    else if (button(en.askNo)) await press(button(en.askNo));
    else if (button(en.bringBack)) await press(button(en.another));
    else if (!area()) await press(button(en.write));
    else if (area()!.value) await press(button(en.done));
    else return;
  }
  throw new Error('no empty field');
}

let keepings = 0;

/** Keeps what is in the field. */
async function keep(text: string, words: string): Promise<string> {
  // Now and then somebody goes on writing while it is kept.
  const later = ++keepings % 3 ? text : `${text} and more`;
  await press(button(words));
  const asked = (): HTMLElement | undefined => button(en.askYes);
  await until(() => shownOutcome() ?? asked(), 'an outcome or a question');
  if (asked()) {
    asked()!.click();
    // Before anything is rendered.
    if (later !== text) await type(later);
    await press(undefined);
  }
  const typed = area()?.value;
  const result = await outcome();
  // What is not kept is still there.
  const left = area()?.value ?? '';
  const isKept = result === 'saved' || result === 'both';
  if (!isKept && left !== text && left !== typed)
    throw new Error(`"${text}" is lost from the page: ${result}, "${left}"`);
  await begin();
  return result;
}

const items = (): HTMLElement[] => [...(find('.kept')?.querySelectorAll<HTMLElement>('.kept li') ?? [])];
const textOf = (item: HTMLElement): string => item.querySelector('.words')?.textContent ?? '';
const isShown = (): boolean => (find('.kept')?.childElementCount ?? 0) > 1;

/** Opens the list, which makes it look. */
async function openList(again = false): Promise<void> {
  if (isShown() && !again) return;
  for (const shown of isShown() ? [false, true] : [true]) {
    find('.kept summary')!.click();
    await until(() => isShown() === shown, shown ? 'the list' : 'the end of the list');
  }
}

async function closePanel(): Promise<void> {
  await openList();
  await press(button(en.cancel, '#panel'));
}

async function fill(values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = find(`#panel input[name=${name}]`) as HTMLInputElement | null;
    if (field) field.value = value;
  }
}

const desk: Desk = {
  async list() {
    await open();
    await closePanel();
    await openList(true);
    while (await press(button(en.more, '.kept')));
    const has = (words: string): boolean => !!find('.kept')?.innerText.includes(words);
    return {
      state: find('#panel input[name=current]')
        ? 'locked'
        : has(en.damaged)
          ? 'damaged'
          : has(en.unavailable)
            ? 'unavailable'
            : 'open',
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
    return keep(text, en.keep);
  },
  async change(from, to) {
    await begin();
    await closePanel();
    const item = items().find((one) => textOf(one) === from);
    if (!(await press(button(en.edit, item ?? null)))) return 'gone';
    // Unless it was changed in this very moment.
    if (area()?.value !== from) throw new Error(`"${from}" is not in the field, but "${area()?.value}"`);
    // Writing takes a while, and another tab does something meanwhile.
    for (let turn = 0; turn < 3; turn++) await fetch('/turn').catch(() => undefined);
    await type(to);
    return keep(to, en.keepChange);
  },
  async remove(text) {
    await closePanel();
    const item = (): HTMLElement | undefined => items().find((one) => textOf(one) === text);
    if (!item() || !(await press(button(en.remove, item())))) return 'gone';
    if (!item()?.querySelector('#sure')) return 'gone';
    await press(button(en.remove, item()));
    return outcome();
  },
  async clear() {
    await closePanel();
    if (!(await press(button(en.clear, '.kept'))) || !(await press(button(en.clear, '#panel')))) return 'gone';
    return outcome();
  },
  async unlock(passphrase) {
    await open();
    await closePanel();
    if (!find('#panel input[name=current]')) return 'done';
    await fill({ current: passphrase });
    await press(button(en.open, '#panel'));
    return outcome();
  },
  async setPassphrase(current, next) {
    await closePanel();
    const either = (place: string): HTMLElement | undefined =>
      button(en.setPassphrase, place) ?? button(en.changePassphrase, place);
    if (!(await press(either('.kept')))) return 'gone';
    await fill({ current, next, again: next });
    const pressed = await press(next ? either('#panel') : button(en.dropPassphrase, '#panel'));
    const result = pressed ? await outcome() : 'gone';
    await closePanel();
    return result;
  },
};

serve(() => desk);
