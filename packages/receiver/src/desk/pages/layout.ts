import { html } from 'hono/html';
import { type Provider } from '../../program.js';
import { randomToken } from '../sessions.js';
import { type Language, type Words } from '../words/words.js';

/** Markup in which every text is escaped. */
export type Html = ReturnType<typeof html>;

/** What every page needs to know. */
export interface View {
  words: Words;
  language: Language;
  /** The path of the desk: `/desk`, or longer if the receiver is mounted below another path. */
  base: string;
  /** The address of the style sheet. */
  styleSheet: string;
  provider: Provider | undefined;
  /** What every form of a session holds. Absent if nobody is signed in. */
  formToken: string | undefined;
  /** Shows a time in the practice's time zone. */
  time: (iso: string) => string;
}

/** A form with a button. Its id makes sure that it counts once, however often it is sent. */
export const form = (
  { base, formToken = '' }: View,
  path: string,
  fields: Readonly<Record<string, string | number>>,
  content: Html,
): Html =>
  html`<form method="post" accept-charset="utf-8" action="${base}/${path}">
    ${Object.entries({ ...fields, id: randomToken(), token: formToken }).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    ${content}
  </form>`;

/** The address of a page about a sign-up. */
export const linkTo = ({ base }: View, page: string, reference: string): string =>
  `${base}/${page}?${new URLSearchParams({ reference })}`;

/** A message at the top of a page. It also starts the title, so that a screen reader reads it first. */
export interface Message {
  text: string;
  success?: boolean;
  /** What follows the text, such as a button that takes the change back. */
  more?: Html | undefined;
}

const showMessage = ({ text, success, more }: Message): Html =>
  html`<div class="notice ${success ? 'success' : ''}" role="status">
    <p>${text}</p>
    ${more}
  </div>`;

/** A whole page. */
export function page(
  view: View,
  { title, message, content }: { title: string; message?: Message | undefined; content: Html },
): Html {
  const { words, provider, base } = view;
  const titles = [message?.text, title, provider?.name].filter(Boolean).join(' | ');
  const signOut = form(view, 'sign-out', {}, html`<button class="quiet">${words.signOut}</button>`);
  return html`<!doctype html>
    <html lang="${view.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>${titles}</title>
        <link rel="stylesheet" href="${view.styleSheet}" />
      </head>
      <body class="haven-native">
        ${
          view.formToken === undefined
            ? ''
            : html`<header><a href="${base}">${provider?.name ?? words.title}</a>${signOut}</header>`
        }
        <main>${message && showMessage(message)}${content}</main>
      </body>
    </html>`;
}

/** A page that says one thing. */
export const notePage = (view: View, { title, text }: { title: string; text: string }): Html =>
  page(view, {
    title,
    content: html`<h1>${title}</h1>
      <p>${text}</p>
      <p><a class="button" href="${view.base}">${view.words.back}</a></p>`,
  });
