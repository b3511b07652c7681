import { html, nothing, type TemplateResult } from 'lit';
import { dateFormat, viewerZone } from '../foundation/formats/intl.js';
import type { Localized } from '../foundation/localization/strings.js';
import { buttonView } from './button.view.js';
import type { Fields, KeptController } from './controllers/kept-controller.js';
import type { ReflectionPromptStrings } from './locales/en.js';
import type { Reflection } from './model/reflection.js';
import { meaningView } from './write.view.js';

/** What a person can do with what is kept. */
export interface KeptActions {
  /** The list was opened or closed. */
  readonly toggle: (event: Event) => void;
  readonly edit: (reflection: Reflection) => void;
  readonly remove: (id: string) => void;
  readonly more: () => void;
  /** Opens what has that name; without one, closes what is open. */
  readonly open: (panel?: string) => void;
  readonly save: (format: 'txt' | 'md') => void;
  readonly lock: () => void;
  readonly submit: (event: Event) => void;
  readonly drop: (event: Event) => void;
  readonly restore: (mode: 'merge' | 'replace') => void;
  readonly clear: () => void;
}

type W = Localized<ReflectionPromptStrings>;

/** A question before something is deleted. It has the focus, so that one more press of a key is no answer. */
const sureView = (question: string): TemplateResult => html`<p id="sure" tabindex="-1">${question}</p>`;

/** The form or the question that is open; `undefined` where it is none of these. */
function panelView(controller: KeptController, words: W, asked: boolean, actions: KeptActions): unknown {
  const { panel, fault, busy, backup, state, encrypted } = controller;
  const cancel = buttonView(words.cancel, () => actions.open(), 'quiet');
  const meaning = state === 'none' && !asked ? meaningView(words) : nothing;
  /** A field, with what is wrong beside it. */
  const field = (name: keyof Fields, label: string, autocomplete: string): TemplateResult => {
    const wrong = fault?.[0] === name;
    return html`<div class="field">
      <label for=${name}>${label}</label>
      ${wrong ? html`<p class="error" id="error">${words[fault[1]]}</p>` : nothing}
      <input
        id=${name}
        name=${name}
        type=${name === 'file' ? name : 'password'}
        accept=".json"
        autocomplete=${autocomplete}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'error' : nothing}
      />
    </div>`;
  };
  /** A small form. Which fields it has decides what it does. */
  const form = (content: unknown, submit: string, more: unknown = cancel): TemplateResult =>
    html`<form id="panel" @submit=${actions.submit}>
      ${content}
      <div class="keep">
        <button type="submit" aria-disabled=${busy}>${submit}</button>
        ${more}
      </div>
    </form>`;
  const next = (): TemplateResult =>
    html`${field('next', words.newPassphrase, 'new-password')} ${field('again', words.repeat, 'new-password')}`;
  const current = (autocomplete: string): TemplateResult => field('current', words.passphrase, autocomplete);
  switch (panel) {
    case 'passphrase':
      return form(
        html`${meaning}
          <p>${words.noRecovery}</p>
          ${encrypted ? current('current-password') : nothing} ${next()}`,
        encrypted ? words.changePassphrase : words.setPassphrase,
        html`${encrypted ? buttonView(words.dropPassphrase, actions.drop, 'quiet') : nothing}${cancel}`,
      );
    case 'backup':
      return form(
        html`<p>${words.backupText} ${words.noRecovery}</p>
          ${next()}`,
        words.backup,
      );
    case 'restore':
      return backup
        ? html`<div id="panel" tabindex="-1">
            ${meaning}
            <div class="keep">
              ${buttonView(words.merge, () => actions.restore('merge'))}
              ${buttonView(words.replace, () => actions.restore('replace'))} ${cancel}
            </div>
          </div>`
        : form(html`${field('file', words.backupFile, 'off')} ${current('off')}`, words.check);
    case 'clear':
      return html`<div id="panel">
        ${sureView(words.clearSure)}
        <div class="keep">${buttonView(words.clear, actions.clear)} ${cancel}</div>
      </div>`;
    default:
      return state === 'locked' ? form(current('current-password'), words.open, nothing) : undefined;
  }
}

/** One thing that is kept, with what can be done with it. */
function reflectionView(
  reflection: Reflection,
  panel: string | undefined,
  words: W,
  { edit, open, remove }: KeptActions,
): TemplateResult {
  const { id, prompt, text, created, version } = reflection;
  const asking = `remove-${id}`;
  const press = (label: string, act: () => void, name: string | typeof nothing = nothing): TemplateResult =>
    buttonView(label, act, nothing, name, `asked-${id}`);
  return html`<li>
    <p class="hint">
      ${dateFormat(words.$locale, { dateStyle: 'long' }, viewerZone()).format(new Date(created))}${
        version ? '' : `: ${words.untilLeave}`
      }
    </p>
    <p id=${`asked-${id}`}><strong>${prompt}</strong></p>
    <p class="words">${text}</p>
    ${
      panel === asking
        ? html`${sureView(words.removeSure)}
            <div class="keep">${press(words.remove, () => remove(id))} ${press(words.cancel, () => open())}</div>`
        : html`<div class="keep">
            ${press(words.edit, () => edit(reflection))} ${press(words.remove, () => open(asking), asking)}
          </div>`
    }
  </li>`;
}

/** The list of what is kept, and what can be done with it as a whole. */
function listView(controller: KeptController, words: W, asked: boolean, actions: KeptActions): TemplateResult {
  const { all, lastRead, shown, panel, state, encrypted, exists } = controller;
  const { open, save } = actions;
  const tool = (label: string, act: () => void): TemplateResult => buttonView(label, act, 'quiet');
  const opener = (name: string, label: string): TemplateResult => buttonView(label, () => open(name), 'quiet', name);
  const writable = state === 'none' || state === 'open';
  const notice = state === 'unavailable' || state === 'damaged' ? state : lastRead.damaged[0] && 'unread';
  const form = panelView(controller, words, asked, actions);
  return html` ${notice && html`<p class="notice">${words[notice]}</p>`}
  ${
    all[0]
      ? html`<ul role="list">
          ${all.slice(0, shown).map((one) => reflectionView(one, panel, words, actions))}
        </ul>`
      : writable
        ? html`<p>${words.nothingKept}</p>`
        : nothing
  }
  ${all[shown] ? tool(words.more, actions.more) : nothing} ${form}
  ${
    form && panel
      ? nothing
      : html`<div class="keep tools">
          ${
            all[0]
              ? [
                  tool(words.asText, () => save('txt')),
                  tool(words.asMarkdown, () => save('md')),
                  // Browsers encrypt for pages over https alone.
                  isSecureContext ? opener('backup', words.backup) : nothing,
                ]
              : nothing
          }
          ${
            writable && isSecureContext
              ? [
                  opener('restore', words.restore),
                  opener('passphrase', encrypted ? words.changePassphrase : words.setPassphrase),
                ]
              : nothing
          }
          ${state === 'open' && encrypted ? tool(words.lock, actions.lock) : nothing}
          ${exists ? opener('clear', words.clear) : nothing}
        </div>`
  }`;
}

/**
 * What is kept on this device. It is looked for when it is opened, not before.
 *
 * @param asked - whether it is being said already what it means to keep something
 */
export const keptView = (
  controller: KeptController,
  open: boolean,
  words: W,
  asked: boolean,
  actions: KeptActions,
): TemplateResult =>
  html`<details class="kept" open=${open ? '' : nothing} @toggle=${actions.toggle}>
    <summary>${words.kept}</summary>
    ${open ? listView(controller, words, asked, actions) : nothing}
  </details>`;
