import { isObject, type Problem } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { answerBehind, meetingsOf } from './questions/session.js';
import { itemsOf } from './questions/values.js';

/** Questions that a session needs an answer to, in their order. The others come after them. */
const needed = ['name', 'date', 'from', 'to', 'zone'];

/** The item that a problem is in, and its path there. */
const place = /^hasCourseInstance\[(\d+)\]\.(.+)$/;

/**
 * The session that a person has just added and is still in. A question that she has not come to has no answer yet, which is no mistake:
 * it is reported when she has left its field, or a later one, or the session.
 */
export class UnfinishedItem implements ReactiveController {
  #id = '';
  /** Questions whose fields she has left. */
  readonly #left = new Set<string>();
  /** One that she leaves by pressing something else: nothing may move below the pointer until she releases it. */
  #leaving = '';
  #isPressed = false;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const [type, listener] of this.#listeners) this.host.addEventListener(type, listener);
  }

  hostDisconnected(): void {
    for (const [type, listener] of this.#listeners) this.host.removeEventListener(type, listener);
  }

  /** @param id - of the item */
  readonly begin = (id: string): void => {
    this.#id = id;
    this.#left.clear();
  };

  /** The problems without those of questions that are still to come. */
  reported(problems: readonly Problem[], { hasCourseInstance }: RawConfiguration): readonly Problem[] {
    const index = this.#id
      ? itemsOf(hasCourseInstance).findIndex((item) => isObject(item) && item['@id'] === this.#id)
      : -1;
    const session = itemsOf(hasCourseInstance)[index];
    if (!isObject(session)) return problems;
    const answers: Readonly<Record<string, unknown>> = { ...meetingsOf(session), name: session['name'] };
    return problems.filter(({ path }) => {
      const [, number, setting = ''] = place.exec(path) ?? [];
      const question = setting === 'name' ? 'name' : answerBehind(setting);
      return Number(number) !== index || !question || answers[question] || this.#isPassed(question);
    });
  }

  #isPassed(question: string): boolean {
    const before = needed.slice(0, needed.indexOf(question));
    return !needed.includes(question) || [...this.#left].some((each) => !before.includes(each));
  }

  #isInside(target: EventTarget | null): boolean {
    return target instanceof Element && target.closest<HTMLElement>('[data-item]')?.dataset['item'] === this.#id;
  }

  #goOn(isEnd: boolean): void {
    if (isEnd) this.#id = '';
    if (this.#leaving) this.#left.add(this.#leaving);
    this.#leaving = '';
    // A choice that is clicked has changed only after the event.
    setTimeout(() => this.host.requestUpdate());
  }

  readonly #onFocusOut = ({ target }: Event): void => {
    if (!this.#id || !this.#isInside(target)) return;
    this.#leaving = (target as Element).id.replace(/^.*-/, '');
    if (!this.#isPressed) this.#goOn(false);
  };

  readonly #onFocusIn = ({ target }: Event): void => {
    if (this.#id && !this.#isPressed && !this.#isInside(target)) this.#goOn(true);
  };

  readonly #onClick = ({ target }: Event): void => {
    this.#isPressed = false;
    const isAdd = target instanceof Element && target.closest('.add');
    if (this.#id && !isAdd) this.#goOn(!this.#isInside(target));
  };

  readonly #onPointer = ({ type }: Event): void => {
    this.#isPressed = type === 'pointerdown';
  };

  readonly #listeners = [
    ['focusout', this.#onFocusOut],
    ['focusin', this.#onFocusIn],
    ['click', this.#onClick],
    ['pointerdown', this.#onPointer],
    ['pointercancel', this.#onPointer],
    ['keydown', this.#onPointer],
  ] as const;
}
