import { html } from 'hono/html';
import { type SignupRow } from '../../database/tables.js';
import { type Html, type View } from './layout.js';
import { lineOf } from './name.js';

/** A number as a link holds it. `undefined` for a text that is more than one number. */
const dialable = ({ telephone, telephone_e164 }: SignupRow): string | undefined =>
  telephone_e164 ?? (telephone && /^[+\d(). -]+$/.test(telephone) ? telephone.replace(/[^+\d]/g, '') : undefined);

function telephoneOf(row: SignupRow, { words }: View): Html | '' {
  if (!row.telephone) return '';
  const number = dialable(row);
  if (!number) return html`<span class="contact">${words.telephone(lineOf(row.telephone))}</span>`;
  return html`<a class="contact" href="tel:${number}">${words.call(lineOf(row.telephone))}</a>`;
}

function emailOf({ email }: SignupRow, { words }: View): Html | '' {
  if (!email) return '';
  // Letters such as ? and & would add a subject or a second address.
  const address = encodeURIComponent(email).replace('%40', '@');
  return html`<a class="contact" href="mailto:${address}">${words.email(lineOf(email))}</a>`;
}

/** How to reach a person. The way that they prefer comes first, and what they said about messages stands beside it. */
export function contact(row: SignupRow, view: View): Html {
  const { wishes: words } = view.words;
  const call = telephoneOf(row, view);
  const write = emailOf(row, view);
  const ways = row.preferred_contact === 'email' ? html`${write}${call}` : html`${call}${write}`;
  const wishes = [
    row.preferred_contact === 'sms' ? words.sms : '',
    row.leave_message === 'no' ? words.silent : '',
  ].filter(Boolean);
  return html`<p class="ways">${ways}</p>
    ${wishes.length > 0 ? html`<p class="wish">${wishes.join('. ')}</p>` : ''}`;
}
