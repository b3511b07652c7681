import { html } from 'hono/html';
import { form, type Html, page, type View } from './layout.js';

/** Asks for the password. */
export function signInPage(
  view: View,
  options: {
    /** Where to go afterwards. */
    to: string;
    /** Whether a form was sent in vain, because the session had ended. */
    lost: boolean;
    notice?: string | undefined;
    error?: string;
    /** Whether the error is about the password. */
    wrong?: boolean;
  },
): Html {
  const { words } = view;
  const { to, lost, notice, error, wrong } = options;
  const field = html`
    <p>
      <label for="password">${words.password}</label>
      ${error && html`<span class="error" id="problem">${error}</span>`}
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        ${wrong ? html`aria-invalid="true"` : ''}
        ${error ? html`aria-describedby="problem" autofocus` : ''}
      />
    </p>
    <p><button class="primary">${words.signIn}</button></p>
  `;
  return page(view, {
    title: error ? `${error} ${words.signIn}` : words.signIn,
    message: notice ? { text: notice } : undefined,
    content: html`${view.provider?.name ? html`<p>${view.provider.name}</p>` : ''}
      <h1>${words.signIn}</h1>
      <p>${words.signInIntro}</p>
      ${form(view, 'sign-in', { to, ...(lost && { lost: 'yes' }) }, field)}`,
  });
}
