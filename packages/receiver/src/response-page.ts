/** The page that a person sees after sending a native form. */
import { type Provider } from './program.js';
import { en, es, type Messages } from './response-messages.js';
import { style } from './response-style.js';

/** The body of a response. Clients that accept JSON get it as it is. */
export interface ResponseBody {
  reference?: string;
  waitingList?: boolean;
  fieldErrors?: Record<string, string>;
  code?: string;
}

/** What a page shows besides the response. */
export interface PageContext {
  /** The language of the form, or the request's `Accept-Language`. Default English. */
  language?: string | undefined;
  /** The practice that the person can call. */
  provider?: Provider | undefined;
  /** The address of the page with the form. Its origin is allowed. */
  page?: string | undefined;
}

/** Codes that leave it unknown whether the sign-up is stored. */
const uncertain = new Set(['in-flight', 'unavailable']);

/** Codes whose text needs no words on how to go back. */
const complete = new Set(['mismatch', 'challenge']);

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const paragraph = (text: string): string => `<p>${escape(text)}</p>`;

/** The names of the fields that have an error, in the order of the form. */
const fieldsToCheck = ({ fieldErrors = {} }: ResponseBody, { fields }: Messages): string[] =>
  Object.entries(fields).flatMap(([name, label]) => (Object.hasOwn(fieldErrors, name) ? label : []));

function title(body: ResponseBody, messages: Messages): string {
  const { reference, waitingList, code = '' } = body;
  if (reference) return waitingList ? messages.waiting : messages.stored;
  if (code === 'mismatch') return messages.earlier;
  if (fieldsToCheck(body, messages).length > 0) return messages.problem;
  return uncertain.has(code) ? messages.unknown : messages.failed;
}

/** The result of a sign-up that is not stored, and what the person can do. */
function explain(body: ResponseBody, messages: Messages): string {
  const { code = '' } = body;
  const back = paragraph(messages.back);
  const fields = fieldsToCheck(body, messages);
  if (fields.length > 0)
    return `${paragraph(messages.check)}<ul>${fields.map((field) => `<li>${escape(field)}</li>`).join('')}</ul>${back}`;
  if (uncertain.has(code)) return paragraph(messages.once) + back;
  if (code === 'too-many') return paragraph(messages.again) + back;
  const text = messages.codes[code as keyof Messages['codes']];
  return text ? paragraph(text) + (complete.has(code) ? '' : back) : paragraph(messages.broken);
}

/** The reference of a stored sign-up, and what happens next. */
function confirm({ reference = '', waitingList }: ResponseBody, page: string | undefined, messages: Messages): string {
  const link = page ? `<p><a href="${escape(page)}">${escape(messages.page)}</a></p>` : '';
  const number = `<p>${escape(messages.reference)} <strong>${escape(reference)}</strong></p>`;
  return number + paragraph(waitingList ? messages.nextWaiting : messages.next) + link;
}

/** How the site owner can mend the form, if the form has to be mended. */
function repair({ code = '' }: ResponseBody, { owner, repairs }: Messages): string {
  const text = repairs[code as keyof Messages['repairs']];
  return text ? `<p class="owner">${escape(`${owner} ${text}`)}</p>` : '';
}

/** The practice's name and number. A number that a link cannot hold, such as one with an extension, is text. */
function footer({ name = '', telephone = '' }: Provider, { call }: Messages): string {
  const text = escape(call(telephone));
  const link = /^[+\d(). -]+$/.test(telephone) ? `<a href="tel:${telephone.replace(/[^+\d]/g, '')}">${text}</a>` : text;
  const lines = [escape(name), telephone && link].filter(Boolean);
  return lines.length > 0 ? `<footer><p>${lines.join('<br>')}</p></footer>` : '';
}

/** Renders the result of a sign-up as a page without scripts. It never repeats what was typed. */
export function responsePage(body: ResponseBody, { language = '', provider = {}, page }: PageContext = {}): string {
  const lang = /^es\b/i.test(language) ? 'es' : 'en';
  const messages = lang === 'es' ? es : en;
  const heading = title(body, messages);
  const { reference, code = '' } = body;
  const kind = reference ? 'success' : code === 'mismatch' || uncertain.has(code) ? '' : 'problem';
  const content = reference ? confirm(body, page, messages) : explain(body, messages);
  const practice = provider.name ? ` | ${escape(provider.name)}` : '';
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${heading}${practice}</title><style>${style}</style><main><div class="notice ${kind}"><h1>${heading}</h1>${content}</div>${repair(body, messages)}</main>${footer(provider, messages)}</html>`;
}
