import { html, nothing, type TemplateResult } from 'lit';
import { buttonView, quietView } from './button.view.js';
import { formView, passwordsView } from './form.view.js';
import { distinct } from './model/distinct.js';
import { openerId, type Panel } from './model/panel.js';
import type { Reflection } from './model/reflection.js';
import { noteDate } from './note-date.js';
import { noteView } from './note.view.js';
import { deleteAllView, toolsView } from './tools.view.js';
import type { ViewContext } from './view-context.js';

/** The list of saved notes. The store is not read before it is opened. */
export function savedView(context: ViewContext): TemplateResult {
  const { saved, panels, strings } = context;
  const onToggle = ({ target }: Event): void => panels.toggleList((target as HTMLDetailsElement).open);
  return html`<details class="saved" ?open=${saved.expanded} @toggle=${onToggle}>
    <summary>${strings.notes}</summary>
    ${saved.expanded ? listView(context) : nothing}
  </details>`;
}

function listView(context: ViewContext): TemplateResult {
  const { saved, panels, strings } = context;
  const { reflections, state } = saved;
  const shown = reflections.slice(0, panels.visible);
  const dates = distinct(shown.map(({ created }) => noteDate(strings, created)));
  return html`${noticeView(context)} ${state === 'locked' ? unlockView(context) : toolsView(context)}
  ${
    shown.length
      ? html`<ul role="list">
          ${shown.map((reflection, index) => itemView(context, reflection, dates[index]))}
        </ul>`
      : state === 'none' || state === 'open'
        ? html`<p>${strings.noNotes}</p>`
        : nothing
  }
  ${reflections.length > shown.length ? quietView([strings.more, () => panels.showMore()]) : nothing}`;
}

function noticeView({ saved, strings }: ViewContext): unknown {
  const { state } = saved;
  const problem = state === 'unavailable' || state === 'damaged' ? state : saved.damaged ? 'unread' : undefined;
  return problem && html`<p class="notice">${strings[problem]}</p>`;
}

/** A note, with its buttons unless it is being edited. */
function itemView(context: ViewContext, reflection: Reflection, date = ''): TemplateResult {
  const { writing, panels, strings } = context;
  const { id, version } = reflection;
  const toDelete: Panel = { name: 'delete', id };
  return html`<li>
    ${noteView(reflection, version ? date : `${date}: ${strings.untilLeave}`)}
    ${
      writing.current.id === id
        ? nothing
        : html`<div class="actions">
            ${buttonView(strings.edit, () => writing.edit(reflection), {
              id: `edit-${id}`,
              name: strings.editNote(date),
            })}
            ${buttonView(strings.delete, () => panels.open(toDelete), {
              kind: 'danger',
              id: openerId(toDelete),
              name: strings.deleteNote(date),
            })}
          </div>`
    }
  </li>`;
}

/** Asks for the password. */
function unlockView(context: ViewContext): TemplateResult {
  const { panels, strings } = context;
  return html`<div id="unlock">
    ${formView(
      context,
      passwordsView(context, ['current', strings.password, 'current-password']),
      strings.unlock,
      (fields) => panels.unlock(fields),
    )}
    <details ?open=${panels.toolsOpen} @toggle=${panels.toggleTools}>
      <summary>${strings.forgot}</summary>
      <p>${strings.forgotText}</p>
      ${deleteAllView(context)}
    </details>
  </div>`;
}
