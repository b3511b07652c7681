import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/views/heading.js';
import { buttonView } from './button.view.js';
import { fileView, formView, newPasswordFields, passwordsView } from './form.view.js';
import { meaningView } from './meaning.view.js';
import type { Fields, Panel } from './model/panel.js';
import type { Reflection } from './model/reflection.js';
import { noteDate } from './note-date.js';
import { noteView } from './note.view.js';
import type { ViewContext } from './view-context.js';

/** A form or a confirmation, in place of the prompt and the list. */
export function panelView(context: ViewContext, panel: Panel): TemplateResult {
  const { panels } = context;
  switch (panel.name) {
    case 'backup':
      return backupPanel(context);
    case 'password':
      return passwordPanel(context);
    case 'removePassword':
      return removePasswordPanel(context);
    case 'restore':
      return panel.backup ? restorePanel(context, panel.backup) : openBackupPanel(context);
    case 'replace':
      return replacePanel(context, () => panels.restore(panel.backup, 'replace'));
    case 'delete':
      return deletePanel(context, panel.id);
    case 'deleteAll':
      return deleteAllPanel(context);
  }
}

const cancelView = ({ panels, strings }: ViewContext, describedBy?: string): TemplateResult =>
  buttonView(strings.cancel, () => panels.cancel(), { kind: 'quiet', id: 'cancel', describedBy });

const titledPanel = ({ level }: ViewContext, title: string, content: TemplateResult): TemplateResult =>
  html`<div id="panel" role="group" aria-labelledby="panel-title">
    ${heading(level + 1, title, 'panel-title')} ${content}
  </div>`;

/** A form whose button has the name of the panel, unless it has its own. */
const formPanel = (
  context: ViewContext,
  title: string,
  content: TemplateResult,
  submit: (fields: Fields) => Promise<void>,
  label = title,
): TemplateResult => titledPanel(context, title, formView(context, content, label, submit, cancelView(context)));

const backupPanel = (context: ViewContext): TemplateResult => {
  const { panels, strings } = context;
  return formPanel(
    context,
    strings.backup,
    html`<p>${strings.backupText} ${strings.noReset}</p>
      ${passwordsView(context, ...newPasswordFields(strings))}`,
    (fields) => panels.makeBackup(fields),
  );
};

function passwordPanel(context: ViewContext): TemplateResult {
  const { saved, panels, strings } = context;
  const { encrypted } = saved;
  return formPanel(
    context,
    encrypted ? strings.changePassword : strings.setPassword,
    html`${firstMeaning(context)}
      <p>${strings.noReset}</p>
      ${passwordsView(context, ...(encrypted ? [currentPassword(context)] : []), ...newPasswordFields(strings))}`,
    (fields) => panels.setPassword(fields),
  );
}

const removePasswordPanel = (context: ViewContext): TemplateResult => {
  const { panels, strings } = context;
  return formPanel(
    context,
    strings.removePassword,
    html`<p>${strings.removePasswordText}</p>
      ${passwordsView(context, currentPassword(context))}`,
    (fields) => panels.removePassword(fields),
  );
};

const currentPassword = ({ strings }: ViewContext) => ['current', strings.currentPassword, 'current-password'] as const;

const openBackupPanel = (context: ViewContext): TemplateResult => {
  const { panels, strings } = context;
  return formPanel(
    context,
    strings.restore,
    html`${fileView(context)} ${passwordsView(context, ['current', strings.backupPassword, 'off'])}`,
    (fields) => panels.openBackup(fields),
    strings.openBackup,
  );
};

/** What a checked backup holds, and what to do with it. */
function restorePanel(context: ViewContext, backup: readonly Reflection[]): TemplateResult {
  const { saved, panels, strings } = context;
  // A backup may begin with a note that could not be saved, whatever its date.
  const dates = backup.map(({ created }) => created).sort();
  const [from, to] = [dates[0], dates.at(-1)].map((created) => created && noteDate(strings, created));
  return titledPanel(
    context,
    strings.restore,
    html`<p id="checked">${strings.complete} ${from && to && strings.backupHolds(backup.length, from, to)}</p>
      ${firstMeaning(context)}
      <div class="actions">
        ${buttonView(strings.add, () => void panels.restore(backup, 'merge'), { kind: 'primary' })}
        ${saved.exists ? buttonView(strings.replace, () => panels.open({ name: 'replace', backup }), { id: 'replace' }) : nothing}
        ${cancelView(context)}
      </div>`,
  );
}

/** Explains saving before the first save. */
const firstMeaning = ({ saved, writing, strings }: ViewContext): unknown =>
  saved.state === 'none' && writing.current.phase !== 'asking' ? meaningView(strings) : nothing;

/** Asks for confirmation. “Cancel” has the focus, so that a key held down deletes nothing. */
const questionPanel = (
  context: ViewContext,
  question: string,
  yes: string,
  confirm: () => Promise<void>,
  content?: TemplateResult,
): TemplateResult =>
  html`<div id="panel" class="notice">
    <p id="sure"><strong>${question}</strong></p>
    ${content}
    <div class="actions">
      ${buttonView(yes, () => void confirm(), { kind: 'danger', describedBy: 'sure' })} ${cancelView(context, 'sure')}
    </div>
  </div>`;

const replacePanel = (context: ViewContext, confirm: () => Promise<void>): TemplateResult =>
  questionPanel(context, context.strings.replaceSure, context.strings.replaceYes, confirm);

function deletePanel(context: ViewContext, id: string): TemplateResult {
  const { saved, panels, strings } = context;
  const note = saved.reflections.find((reflection) => reflection.id === id);
  return questionPanel(
    context,
    strings.deleteSure,
    strings.deleteYes,
    () => panels.delete(id),
    note && html`<div class="excerpt">${noteView(note, noteDate(strings, note.created))}</div>`,
  );
}

const deleteAllPanel = (context: ViewContext): TemplateResult => {
  const { saved, panels, strings } = context;
  return questionPanel(context, strings.deleteAllSure(saved.encrypted), strings.deleteAllYes, () => panels.deleteAll());
};
