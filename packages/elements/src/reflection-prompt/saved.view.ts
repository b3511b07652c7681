import { html, nothing, type TemplateResult } from 'lit';
import { dateFormat, viewerZone } from '../foundation/formats/intl.js';
import { buttonView } from './button.view.js';
import { openerId, type Panel } from './model/panel.js';
import { toMarkdown, toPlainText } from './model/reflection-export.js';
import type { Reflection } from './model/reflection.js';
import { panelView, questionView } from './panel.view.js';
import type { ViewContext } from './view-context.js';

/** What is saved on this device. The store is not read before the list is opened. */
export function savedView(context: ViewContext): TemplateResult {
  const { saved, panels, strings } = context;
  const onToggle = ({ target }: Event): void => panels.toggleList((target as HTMLDetailsElement).open);
  return html`<details class="kept" ?open=${saved.expanded} @toggle=${onToggle}>
    <summary>${strings.kept}</summary>
    ${saved.expanded ? listView(context) : nothing}
  </details>`;
}

function listView(context: ViewContext): TemplateResult {
  const { saved, panels, strings } = context;
  const { reflections, state } = saved;
  const { panel, visible } = panels;
  const openPanel = panelView(context);
  return html`${noticeView(context)}
  ${
    reflections.length
      ? html`<ul role="list">
          ${reflections.slice(0, visible).map((reflection) => reflectionView(context, reflection))}
        </ul>`
      : state === 'none' || state === 'open'
        ? html`<p>${strings.nothingKept}</p>`
        : nothing
  }
  ${reflections.length > visible ? buttonView(strings.more, () => panels.showMore(), { quiet: true }) : nothing}
  ${openPanel} ${openPanel && panel ? nothing : toolsView(context)}`;
}

function noticeView({ saved, strings }: ViewContext): unknown {
  const { state } = saved;
  const problem = state === 'unavailable' || state === 'damaged' ? state : saved.damaged ? 'unread' : undefined;
  return problem && html`<p class="notice">${strings[problem]}</p>`;
}

/** One reflection, with what can be done with it. */
function reflectionView(context: ViewContext, reflection: Reflection): TemplateResult {
  const { writing, panels, strings } = context;
  const { id, prompt, text, created, version } = reflection;
  const { panel } = panels;
  const remove: Panel = { name: 'remove', id };
  const describedBy = `asked-${id}`;
  return html`<li>
    <p class="hint">${formatDate(context, created)}${version ? '' : `: ${strings.untilLeave}`}</p>
    <p id=${describedBy}><strong>${prompt}</strong></p>
    <p class="words">${text}</p>
    ${
      panel?.id === id
        ? html`${questionView(strings.removeSure)}
            <div class="keep">
              ${buttonView(strings.remove, () => void panels.remove(id), { describedBy })}
              ${buttonView(strings.cancel, () => panels.cancel(), { describedBy })}
            </div>`
        : html`<div class="keep">
            ${buttonView(strings.edit, () => writing.change(reflection), { id: `change-${id}`, describedBy })}
            ${buttonView(strings.remove, () => panels.open(remove), { id: openerId(remove), describedBy })}
          </div>`
    }
  </li>`;
}

/** What can be done with all reflections. */
function toolsView(context: ViewContext): TemplateResult {
  const { saved, panels, strings } = context;
  const { reflections, state, encrypted, exists } = saved;
  const tool = (label: string, act: () => void): TemplateResult => buttonView(label, act, { quiet: true });
  const opener = (name: 'backup' | 'restore' | 'passphrase' | 'clear', label: string): TemplateResult =>
    buttonView(label, () => panels.open({ name }), { quiet: true, id: openerId({ name }) });
  return html`<div class="keep tools">
    ${
      reflections.length
        ? [
            tool(strings.asText, () => exportAs(context, 'txt')),
            tool(strings.asMarkdown, () => exportAs(context, 'md')),
            // Browsers encrypt only on https pages.
            isSecureContext ? opener('backup', strings.backup) : nothing,
          ]
        : nothing
    }
    ${
      isSecureContext && (state === 'none' || state === 'open')
        ? [
            opener('restore', strings.restore),
            opener('passphrase', encrypted ? strings.changePassphrase : strings.setPassphrase),
          ]
        : nothing
    }
    ${state === 'open' && encrypted ? tool(strings.lock, () => panels.lockNow()) : nothing}
    ${exists ? opener('clear', strings.clear) : nothing}
  </div>`;
}

const formatDate = ({ strings }: ViewContext, instant: string): string =>
  dateFormat(strings.$locale, { dateStyle: 'long' }, viewerZone()).format(new Date(instant));

function exportAs(context: ViewContext, extension: 'txt' | 'md'): void {
  const { saved, panels, set } = context;
  const write = extension === 'md' ? toMarkdown : toPlainText;
  const text = write(saved.reflections, set.title, (instant) => formatDate(context, instant));
  panels.export(text, extension);
}
