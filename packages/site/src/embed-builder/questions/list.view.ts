import { html, nothing, type TemplateResult } from 'lit';
import { strings } from '../words/strings.js';
import { fieldOf, nameOf, type Answers } from './field.view.js';
import { newId } from './ids.js';
import type { Question } from './schema.js';
import { itemsOf, type Path } from './values.js';
import { isObject } from '@havenkit/embed/snippets';

type List = Question & { kind: 'list' };

/** Moves the focus when the page has the items of the list that a button changed. */
const focusLater = (event: Event, find: (list: HTMLElement) => HTMLElement | null | undefined): void => {
  const list = (event.target as HTMLElement).closest('fieldset');
  requestAnimationFrame(() => list && find(list)?.focus());
};

const itemsIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(':scope > .item')];

const dayFormat = new Intl.DateTimeFormat(strings.code, { dateStyle: 'long', timeZone: 'UTC' });

/** A day in words; `undefined` if it is none. */
const dayOf = (day: unknown): string | undefined =>
  typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && !isNaN(Date.parse(day))
    ? dayFormat.format(new Date(day))
    : undefined;

/** An item without answers. */
const newItem = ({ key, item, hasIds }: List): unknown => {
  if (item.kind === 'text') return '';
  return hasIds ? { id: newId(key) } : {};
};

/**
 * A list of answers of the same kind.
 *
 * @param itemView - shows the question about one item
 */
export function listView(
  question: List,
  path: Path,
  answers: Answers,
  itemView: (question: Question, path: Path, answers: Answers) => TemplateResult,
): TemplateResult {
  const { item, title, min, max } = question;
  const { id, value, hint, error, describedBy: notes } = fieldOf(question, path, answers);
  const items = itemsOf(value);
  const itemName = strings.itemNames[question.key] ?? title;
  const name = (index: number): string => strings.item(itemName, index + 1);
  /** With what it is called on the widget, so that a person finds it. */
  const longName = (each: unknown, index: number): string => {
    const { label, name: named, text, validFrom } = isObject(each) ? each : {};
    const title = label ?? named ?? text ?? dayOf(validFrom);
    return typeof title === 'string' && title ? `${name(index)}: ${title}` : name(index);
  };
  const set = (next: readonly unknown[]): void => answers.answer(path, next.length ? next : undefined);
  const add = (event: Event): void => {
    const added: unknown[] = [];
    while (!added.length || items.length + added.length < min) added.push(newItem(question));
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
  const inside = (index: number): Answers =>
    item.kind === 'group' || item.kind === 'session'
      ? { ...answers, within: [...answers.within, name(index)] }
      : answers;
  // With the only button of an empty list: Orca does not say what a group is described by.
  const [ofGroup, ofButton] = items.length ? [notes, nothing] : [nothing, notes];
  return html`<fieldset id=${id} aria-describedby=${ofGroup}>
    <legend>${title}</legend>
    ${hint} ${error}
    ${items.map(
      (each, index) =>
        html`<div class="item">
          ${itemView({ ...item, title: longName(each, index) }, [...path, index], inside(index))}
          <button type="button" class="quiet remove" @click=${(event: Event) => remove(event, index)}>
            ${nameOf(strings.remove(name(index)), answers)}
          </button>
        </div>`,
    )}
    ${
      items.length < max
        ? html`<button type="button" class="add" aria-describedby=${ofButton} @click=${add}>
            ${nameOf(strings.add(itemName), answers)}
          </button>`
        : nothing
    }
  </fieldset>`;
}
