import { html, nothing, type TemplateResult } from 'lit';
import { buttonView } from './button.view.js';
import { openerId, type Panel } from './model/panel.js';
import { toPlainText } from './model/reflection-export.js';
import { noteDate } from './note-date.js';
import type { ViewContext } from './view-context.js';

/** What can be done with all notes, in groups. Deleting them stands apart. */
export function toolsView(context: ViewContext): unknown {
  const { saved, panels, strings } = context;
  const groups = [fileTools(context), passwordTools(context), saved.exists ? [deleteAllView(context)] : []];
  return groups.some(({ length }) => length)
    ? html`<details class="tools" ?open=${panels.toolsOpen} @toggle=${panels.toggleTools}>
        <summary>${strings.tools}</summary>
        ${groups.map((tools) => (tools.length ? html`<div class="group">${tools}</div>` : nothing))}
      </details>`
    : nothing;
}

/** Deletes everything, after a confirmation. */
export const deleteAllView = ({ panels, strings }: ViewContext): TemplateResult =>
  buttonView(strings.deleteAll, () => panels.open({ name: 'deleteAll' }), { kind: 'danger', id: 'deleteAll' });

const toolView = (label: string, act: () => void, id?: string): TemplateResult =>
  buttonView(label, act, { kind: 'quiet', id });

/** Opens a panel. */
const openerView = ({ panels }: ViewContext, label: string, panel: Panel): TemplateResult =>
  toolView(label, () => panels.open(panel), openerId(panel));

/** Whether everything can be encrypted and restored: browsers encrypt only on https pages. */
const isOperable = ({ saved: { state } }: ViewContext): boolean =>
  isSecureContext && (state === 'none' || state === 'open');

function fileTools(context: ViewContext): readonly TemplateResult[] {
  const { saved, panels, set, strings } = context;
  const { reflections } = saved;
  const download = (): void =>
    panels.export(toPlainText(reflections, set.title, (instant) => noteDate(strings, instant)));
  return [
    ...(reflections.length ? [toolView(strings.downloadAll, download)] : []),
    ...(reflections.length && isSecureContext ? [openerView(context, strings.backup, { name: 'backup' })] : []),
    ...(isOperable(context) ? [openerView(context, strings.restore, { name: 'restore' })] : []),
  ];
}

function passwordTools(context: ViewContext): readonly TemplateResult[] {
  const { saved, panels, strings } = context;
  if (!isOperable(context)) return [];
  if (!saved.encrypted) return [openerView(context, strings.setPassword, { name: 'password' })];
  return [
    openerView(context, strings.changePassword, { name: 'password' }),
    openerView(context, strings.removePassword, { name: 'removePassword' }),
    toolView(strings.lock, () => panels.lockNow()),
  ];
}
