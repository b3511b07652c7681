import { html, nothing, type TemplateResult } from 'lit';
import { strings } from '../words/strings.js';
import { fieldOf, type Answers } from './field.view.js';
import type { Question } from './schema.js';
import { itemsOf, type Path } from './values.js';
import { isObject } from '@havenkit/embed/builder';

type List = Question & { kind: 'list' };

/** Moves the focus when the page has the items of the list that a button changed. */
const focusLater = (event: Event, find: (list: HTMLElement) => HTMLElement | null | undefined): void => {
  const list = (event.target as HTMLElement).closest('fieldset');
  requestAnimationFrame(() => list && find(list)?.focus());
};

const itemsIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(':scope > .item')];

/** An item without answers, with an id that nothing else has where one is needed. */
function newItem({ key, item }: List, present: unknown): unknown {
  if (item.kind === 'text') return '';
  const needsId = item.kind === 'group' && item.questions.some((each) => each.key === 'id' && each.required);
  if (!needsId) return {};
  const known = JSON.stringify(present);
  for (let number = 1; ; number++) {
    const id = `${key.replace(/s$/, '')}-${number}`;
    if (!known.includes(`"${id}"`)) return { id };
  }
}

/**
 * A list of answers of the same kind.
 *
 * @param itemView - shows the question about one item
 */
export function listView(
  question: List,
  path: Path,
  answers: Answers,
  itemView: (question: Question, path: Path) => TemplateResult,
): TemplateResult {
  const { item, title, min, max } = question;
  const { value, hint, error, describedBy } = fieldOf(question, path, answers);
  const items = itemsOf(value);
  const one = strings.oneOf[question.key] ?? title;
  const name = (index: number): string => strings.item(one, index + 1);
  /** With what it is called on the widget, so that a person finds it. */
  const longName = (each: unknown, index: number): string =>
    [name(index), ...(isObject(each) ? [each['label'] ?? each['name'] ?? each['text']] : [])]
      .filter((part) => typeof part === 'string' && part)
      .join(': ');
  const set = (next: readonly unknown[]): void => answers.answer(path, next.length ? next : undefined);
  const add = (event: Event): void => {
    const added: unknown[] = [];
    while (!added.length || items.length + added.length < min)
      added.push(newItem(question, [answers.configuration, added]));
    set([...items, ...added]);
    focusLater(event, (list) => itemsIn(list)[items.length]?.querySelector<HTMLElement>('input, select, textarea'));
  };
  const remove = (event: Event, index: number): void => {
    set(items.filter((_item, other) => other !== index));
    // The next item is in its place now.
    focusLater(event, (list) => {
      const { [index]: next = list } = itemsIn(list);
      return next.querySelector<HTMLElement>(':scope > .remove') ?? list.querySelector<HTMLElement>(':scope > .add');
    });
  };
  return html`<fieldset aria-describedby=${describedBy}>
    <legend>${title}</legend>
    ${hint} ${error}
    ${items.map(
      (each, index) =>
        html`<div class="item">
          ${itemView({ ...item, title: longName(each, index) }, [...path, index])}
          <button type="button" class="quiet remove" @click=${(event: Event) => remove(event, index)}>
            ${strings.remove(name(index))}
          </button>
        </div>`,
    )}
    ${items.length < max ? html`<button type="button" class="add" @click=${add}>${strings.add(one)}</button>` : nothing}
  </fieldset>`;
}
