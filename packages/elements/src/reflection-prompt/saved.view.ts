import { html, nothing, type TemplateResult } from 'lit';
import { dateFormat, viewerZone } from '../foundation/formats/intl.js';
import type { Localized } from '../foundation/localization/strings.js';
import { buttonView } from './button.view.js';
import type { ReflectionPromptStrings } from './locales/en.js';
import { openerId, type Panel } from './model/panel.js';
import { hasContent, type Reflection } from './model/reflection.js';
import { panelView, questionView, type PanelActions, type PanelModel } from './panel.view.js';

/** What a person can do with saved reflections. */
export interface SavedActions extends PanelActions {
  /** The list was opened or closed. */
  readonly toggle: (event: Event) => void;
  readonly change: (reflection: Reflection) => void;
  readonly remove: (id: string) => void;
  readonly showMore: () => void;
  readonly exportAs: (format: 'txt' | 'md') => void;
  readonly lock: () => void;
}

interface SavedModel extends PanelModel {
  /** Newest first. */
  readonly reflections: readonly Reflection[];
  readonly strings: Localized<ReflectionPromptStrings>;
  readonly actions: SavedActions;
}

/** What is saved on this device. The store is not read before the list is opened. */
export const savedView = (model: SavedModel): TemplateResult =>
  html`<details class="kept" ?open=${model.saved.expanded} @toggle=${model.actions.toggle}>
    <summary>${model.strings.kept}</summary>
    ${model.saved.expanded ? listView(model) : nothing}
  </details>`;

function listView(model: SavedModel): TemplateResult {
  const { saved, reflections, strings, actions } = model;
  const { visible, state, panel } = saved;
  const openPanel = panelView(model);
  return html`${noticeView(model)}
  ${
    reflections.length
      ? html`<ul role="list">
          ${reflections.slice(0, visible).map((reflection) => reflectionView(model, reflection))}
        </ul>`
      : state === 'none' || state === 'open'
        ? html`<p>${strings.nothingKept}</p>`
        : nothing
  }
  ${reflections.length > visible ? buttonView(strings.more, actions.showMore, { quiet: true }) : nothing} ${openPanel}
  ${openPanel && panel ? nothing : toolsView(model)}`;
}

function noticeView({ saved, strings }: SavedModel): unknown {
  const { state } = saved;
  const problem =
    state === 'unavailable' || state === 'damaged' ? state : saved.saved.damaged.length ? 'unread' : undefined;
  return problem && html`<p class="notice">${strings[problem]}</p>`;
}

/** One reflection, with what can be done with it. */
function reflectionView({ saved, strings, actions }: SavedModel, reflection: Reflection): TemplateResult {
  const { id, prompt, text, created, version } = reflection;
  const { panel } = saved;
  const remove: Panel = { name: 'remove', id };
  const describedBy = `asked-${id}`;
  const date = dateFormat(strings.$locale, { dateStyle: 'long' }, viewerZone()).format(new Date(created));
  return html`<li>
    <p class="hint">${date}${version ? '' : `: ${strings.untilLeave}`}</p>
    <p id=${describedBy}><strong>${prompt}</strong></p>
    <p class="words">${text}</p>
    ${
      panel?.name === 'remove' && panel.id === id
        ? html`${questionView(strings.removeSure)}
            <div class="keep">
              ${buttonView(strings.remove, () => actions.remove(id), { describedBy })}
              ${buttonView(strings.cancel, actions.closePanel, { describedBy })}
            </div>`
        : html`<div class="keep">
            ${buttonView(strings.edit, () => actions.change(reflection), { id: `change-${id}`, describedBy })}
            ${buttonView(strings.remove, () => actions.openPanel(remove), { id: openerId(remove), describedBy })}
          </div>`
    }
  </li>`;
}

/** What can be done with all reflections. */
function toolsView({ saved, reflections, strings, actions }: SavedModel): TemplateResult {
  const { state, encrypted } = saved;
  const tool = (label: string, act: () => void): TemplateResult => buttonView(label, act, { quiet: true });
  const opener = (name: 'backup' | 'restore' | 'passphrase' | 'clear', label: string): TemplateResult =>
    buttonView(label, () => actions.openPanel({ name }), { quiet: true, id: openerId({ name }) });
  return html`<div class="keep tools">
    ${
      reflections.length
        ? [
            tool(strings.asText, () => actions.exportAs('txt')),
            tool(strings.asMarkdown, () => actions.exportAs('md')),
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
    ${state === 'open' && encrypted ? tool(strings.lock, actions.lock) : nothing}
    ${state && hasContent(state) ? opener('clear', strings.clear) : nothing}
  </div>`;
}
