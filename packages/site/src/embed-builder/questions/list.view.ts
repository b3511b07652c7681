import { html, nothing, type TemplateResult } from 'lit';
import { strings } from '../words/strings.js';
import { fieldOf, nameOf, type Answers } from './field.view.js';
import { newId } from './ids.js';
import { itemsIn, itemTitle, movedItem } from './list-items.js';
import type { Question } from './schema.js';
import { itemsOf, type Path } from './values.js';

type List = Question & { kind: 'list' };

/** Moves the focus when the page has the items of the list that a button changed. */
const focusLater = (event: Event, find: (list: HTMLElement) => HTMLElement | null | undefined): void => {
  const list = (event.target as HTMLElement).closest('fieldset');
  requestAnimationFrame(() => list && find(list)?.focus());
};

/** A button of an item itself, not of what is in it. */
const buttonOf = (item: HTMLElement | undefined, name: string): HTMLElement | null | undefined =>
  item?.querySelector<HTMLElement>(`:scope > .actions > .${name}`);

/** An item without answers. */
function newItem(list: List, begin: Answers['begin']): unknown {
  if (list.item.kind === 'text') return '';
  if (!list.idKey) return {};
  const id = newId(list);
  begin(id);
  return { [list.idKey]: id };
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
  itemView: (question: Question, path: Path, answers: Answers) => TemplateResult,
): TemplateResult {
  const { item, title, min, max, hasFirst } = question;
  const { id, value, hint, error, describedBy: notes } = fieldOf(question, path, answers);
  const given = itemsOf(value);
  const items = given.length || !hasFirst ? given : [{}];
  const itemName = strings.itemNames[question.key] ?? title;
  const name = (index: number): string => strings.item(itemName, index + 1);
  const titleAt = (index: number): string => itemTitle(name(index), items[index]);
  const isText = item.kind === 'text';
  const set = (next: readonly unknown[]): void => answers.answer(path, next.length ? next : undefined);
  const add = (event: Event): void => {
    const added: unknown[] = [];
    while (!added.length || items.length + added.length < min) added.push(newItem(question, answers.begin));
    set([...items, ...added]);
    focusLater(event, (list) => itemsIn(list)[items.length]?.querySelector<HTMLElement>('input, select, textarea'));
  };
  const remove = (event: Event, index: number): void => {
    answers.announce(strings.removed(titleAt(index)));
    set(items.filter((_item, other) => other !== index));
    // The next item is in its place now.
    focusLater(
      event,
      (list) => buttonOf(itemsIn(list)[index], 'remove') ?? list.querySelector<HTMLElement>(':scope > .add'),
    );
  };
  const move = (event: Event, index: number, to: number): void => {
    answers.announce(strings.moved(itemTitle('', items[index]) || name(index), to + 1, items.length));
    set(movedItem(items, index, to));
    const [same, other] = to < index ? ['up', 'down'] : ['down', 'up'];
    focusLater(event, (list) => buttonOf(itemsIn(list)[to], same) ?? buttonOf(itemsIn(list)[to], other));
  };
  const inside = (index: number): Answers => ({ ...answers, within: [...answers.within, name(index)] });
  const isGroup = item.kind === 'group' || item.kind === 'session';
  const moveButton = (kind: 'up' | 'down', index: number): TemplateResult | typeof nothing => {
    const to = kind === 'up' ? index - 1 : index + 1;
    if (to < 0 || to >= items.length) return nothing;
    return html`<button type="button" class="quiet ${kind}" @click=${(event: Event) => move(event, index, to)}>
      ${nameOf(strings.move[kind], inside(index))}
    </button>`;
  };
  const removeButton = (index: number): TemplateResult | typeof nothing =>
    given.length
      ? html`<button type="button" class="quiet remove" @click=${(event: Event) => remove(event, index)}>
          ${nameOf(strings.remove(name(index)), answers)}
        </button>`
      : nothing;
  // With the only button of an empty list: Orca does not say what a group is described by.
  const [ofGroup, ofButton] = items.length ? [notes, nothing] : [nothing, notes];
  return html`<fieldset id=${id} aria-describedby=${ofGroup}>
    <legend>${title}</legend>
    ${hint} ${error}
    ${items.map(
      (_item, index) =>
        html`<div class="item">
          ${itemView({ ...item, title: isText ? name(index) : titleAt(index) }, [...path, index], isGroup ? inside(index) : answers)}
          <p class="actions">${moveButton('up', index)} ${moveButton('down', index)} ${removeButton(index)}</p>
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
