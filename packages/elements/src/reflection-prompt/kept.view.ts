import { html, nothing, type TemplateResult } from 'lit/html.js';
import { dateFormat, viewerZone } from '../foundation/intl.js';
import type { Words } from '../foundation/strings.js';
import type { KeptController, Panel, Said } from './kept-controller.js';
import type { ReflectionPromptStrings } from './locales/en.js';
import type { Reflection } from './reflection.js';

/** What a person can do with what is kept. */
export interface KeptActions {
  /** The list was opened or closed. */
  readonly toggle: (event: Event) => void;
  readonly edit: (reflection: Reflection) => void;
  readonly askRemove: (id?: string) => void;
  readonly remove: (id: string, version: number) => void;
  readonly more: () => void;
  readonly open: (panel?: Panel) => void;
  readonly save: (format: 'txt' | 'md') => void;
  readonly lock: () => void;
  readonly submit: (event: Event) => void;
  readonly drop: () => void;
  readonly restore: (mode: 'merge' | 'replace') => void;
  readonly clear: () => void;
}

type W = Words<ReflectionPromptStrings>;

/** A field of a form about a passphrase, with what is wrong beside it. */
const passphraseField = (
  name: string,
  label: string,
  autocomplete: string,
  problem: Said | undefined,
  words: W,
): TemplateResult =>
  html`<div class="field">
    <label for=${name}>${label}</label>
    ${problem ? html`<p class="error" id=${`${name}-error`}>${words[problem]}</p>` : nothing}
    <input
      id=${name}
      name=${name}
      type="password"
      autocomplete=${autocomplete}
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${problem ? `${name}-error` : nothing}
    />
  </div>`;

/** A small form about a passphrase. Which fields it has decides what it does. */
function form(content: unknown, submit: string, busy: boolean, more: unknown, actions: KeptActions): TemplateResult {
  return html`<form novalidate id="panel" tabindex="-1" @submit=${actions.submit}>
    ${content}
    <div class="keep">
      <button type="submit" aria-disabled=${busy}>${submit}</button>
      ${more}
    </div>
  </form>`;
}

/** A form to set, change or take away the passphrase. */
export function passphraseView(
  { encrypted }: KeptController['store'],
  { problem, busy }: KeptController,
  words: W,
  cancel: unknown,
  actions: KeptActions,
): TemplateResult {
  const current = problem === 'wrong' || problem === 'damaged' ? problem : undefined;
  return form(
    html`<p>${words.noRecovery}</p>
      ${encrypted ? passphraseField('current', words.passphrase, 'current-password', current, words) : nothing}
      ${passphraseField('next', words.newPassphrase, 'new-password', current ? undefined : problem, words)}
      ${passphraseField('again', words.repeat, 'new-password', undefined, words)}`,
    encrypted ? words.changePassphrase : words.setPassphrase,
    busy,
    html`${
      encrypted
        ? html`<button type="button" class="quiet" @click=${actions.drop}>${words.dropPassphrase}</button>`
        : nothing
    }${cancel}`,
    actions,
  );
}

function panelView(controller: KeptController, words: W, actions: KeptActions): unknown {
  const { panel, problem, busy, backup, store } = controller;
  const plain = (label: string, act: () => void) => html`<button type="button" @click=${act}>${label}</button>`;
  const cancel = html`<button type="button" class="quiet" @click=${() => actions.open()}>${words.cancel}</button>`;
  switch (panel) {
    case 'passphrase':
      return passphraseView(store, controller, words, cancel, actions);
    case 'backup':
      return form(
        html`<p>${words.backupText} ${words.noRecovery}</p>
          ${passphraseField('next', words.newPassphrase, 'new-password', problem, words)}
          ${passphraseField('again', words.repeat, 'new-password', undefined, words)}`,
        words.backup,
        busy,
        cancel,
        actions,
      );
    case 'restore':
      return backup
        ? html`<div id="panel" tabindex="-1" class="keep">
            ${plain(words.merge, () => actions.restore('merge'))}
            ${plain(words.replace, () => actions.restore('replace'))} ${cancel}
          </div>`
        : form(
            html`<div class="field">
                <label for="file">${words.backupFile}</label>
                <input id="file" name="file" type="file" accept=".json,application/json" />
              </div>
              ${passphraseField('current', words.passphrase, 'off', problem, words)}`,
            words.check,
            busy,
            cancel,
            actions,
          );
    case 'clear':
      return html`<div id="panel" tabindex="-1">
        <p>${words.clearSure}</p>
        <div class="keep">${plain(words.clear, actions.clear)} ${cancel}</div>
      </div>`;
    default:
      return nothing;
  }
}

/** One thing that is kept, with what can be done with it. */
function reflectionView(
  reflection: Reflection,
  deleting: boolean,
  words: W,
  { edit, askRemove, remove }: KeptActions,
): TemplateResult {
  const { id, prompt, text, created, version } = reflection;
  const press = (label: string, act: () => void, name: unknown = nothing) =>
    html`<button type="button" id=${name} aria-describedby=${`asked-${id}`} @click=${act}>${label}</button>`;
  return html`<li>
    <p class="hint">
      ${dateFormat(words.$locale, { dateStyle: 'long' }, viewerZone()).format(new Date(created))}${
        version ? '' : `: ${words.untilLeave}`
      }
    </p>
    <p id=${`asked-${id}`} class="asked">${prompt}</p>
    <p class="words">${text}</p>
    ${deleting ? html`<p>${words.removeSure}</p>` : nothing}
    <div class="keep">
      ${
        deleting
          ? html`${press(words.remove, () => remove(id, version), 'sure')} ${press(words.cancel, () => askRemove())}`
          : html`${press(words.edit, () => edit(reflection))} ${press(words.remove, () => askRemove(id))}`
      }
    </div>
  </li>`;
}

/** The list of what is kept, and what can be done with it as a whole. */
function listView(controller: KeptController, words: W, actions: KeptActions): TemplateResult {
  const { all, kept, shown, deleting, panel, problem, busy } = controller;
  const { state, encrypted } = controller.store;
  const { open, save } = actions;
  const tool = (label: string, act: () => void): TemplateResult =>
    html`<button type="button" class="quiet" @click=${act}>${label}</button>`;
  const writable = state === 'none' || state === 'open';
  return html`${
    state === 'locked' && !panel
      ? form(
          passphraseField('current', words.passphrase, 'current-password', problem, words),
          words.open,
          busy,
          nothing,
          actions,
        )
      : nothing
  }
  ${state === 'unavailable' ? html`<p>${words.unavailable}</p>` : nothing}
  ${state === 'damaged' ? html`<p class="notice">${words.damaged}</p>` : nothing}
  ${kept.damaged[0] ? html`<p class="notice">${words.unread}</p>` : nothing}
  ${
    all[0]
      ? html`<ul role="list">
          ${all.slice(0, shown).map((one) => reflectionView(one, one.id === deleting, words, actions))}
        </ul>`
      : writable
        ? html`<p>${words.nothingKept}</p>`
        : nothing
  }
  ${all[shown] ? tool(words.more, actions.more) : nothing}
  ${
    panel
      ? panelView(controller, words, actions)
      : html`<div class="keep tools">
          ${
            all[0]
              ? [
                  tool(words.asText, () => save('txt')),
                  tool(words.asMarkdown, () => save('md')),
                  // Browsers encrypt for pages over https alone.
                  isSecureContext ? tool(words.backup, () => open('backup')) : nothing,
                ]
              : nothing
          }
          ${
            writable && isSecureContext
              ? [
                  tool(words.restore, () => open('restore')),
                  tool(encrypted ? words.changePassphrase : words.setPassphrase, () => open('passphrase')),
                ]
              : nothing
          }
          ${state === 'open' && encrypted ? tool(words.lock, actions.lock) : nothing}
          ${state === 'none' || state === 'unavailable' ? nothing : tool(words.clear, () => open('clear'))}
        </div>`
  }`;
}

/** What is kept on this device. It is looked for when it is opened, not before. */
export const keptView = (controller: KeptController, open: boolean, words: W, actions: KeptActions): TemplateResult =>
  html`<details class="kept" open=${open ? '' : nothing} @toggle=${actions.toggle}>
    <summary>${words.kept}</summary>
    ${open ? listView(controller, words, actions) : nothing}
  </details>`;
