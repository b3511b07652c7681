import { html, nothing, type TemplateResult } from 'lit';
import { strings } from '../words/strings.js';
import { fieldOf, type Answers } from './field.view.js';
import type { Question } from './schema.js';
import { itemsOf, type Path } from './values.js';

type List = Question & { kind: 'list' };

/** Moves the focus when the page has the items of the list that a button changed. */
const focusLater = (event: Event, find: (list: HTMLElement) => HTMLElement | null | undefined): void => {
  const list = (event.target as HTMLElement).closest('fieldset');
  requestAnimationFrame(() => list && find(list)?.focus());
};

const itemsIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(':scope > .item')];

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
  const set = (next: readonly unknown[]): void => answers.answer(path, next.length ? next : undefined);
  const add = (event: Event): void => {
    const added = Array.from({ length: Math.max(1, min - items.length) }, () => (item.kind === 'text' ? '' : {}));
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
      (_, index) =>
        html`<div class="item">
          ${itemView({ ...item, title: name(index) }, [...path, index])}
          <button type="button" class="quiet remove" @click=${(event: Event) => remove(event, index)}>
            ${strings.remove(name(index))}
          </button>
        </div>`,
    )}
    ${items.length < max ? html`<button type="button" class="add" @click=${add}>${strings.add(one)}</button>` : nothing}
  </fieldset>`;
}
