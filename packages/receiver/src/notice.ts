import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { type Notice } from './receiver.js';

export interface MailOptions {
  /** The mail server: `smtp://user:password@host:587`, or `smtps://` for TLS from the start. */
  url: string;
  from: string;
  to: string;
  /** Milliseconds before each further attempt; as many attempts as numbers, and one. Default 2 s, 10 s, 60 s. */
  retryAfter?: readonly number[];
}

/**
 * Tells by e-mail that a sign-up waits. The mail names the reference and nothing else: mail is read on telephones, is
 * forwarded and is kept, so what the person wrote stays in the database.
 *
 * @returns a function for `createReceiver`'s `notify`; it throws when every attempt has failed
 * @throws {RangeError} at an address that is none of a mail server
 */
export function mailNotice({ url, from, to, retryAfter = [2000, 10_000, 60_000] }: MailOptions) {
  if (!/^smtps?:$/.test(URL.parse(url)?.protocol ?? '') || !URL.parse(url)?.hostname)
    throw new RangeError('This is no address of a mail server, such as smtp://user:password@mail.example:587.');
  const transport = createTransport(url);
  return async ({ reference, waitingList }: Notice): Promise<void> => {
    const where = waitingList ? ' (waiting list)' : '';
    const mail = {
      from,
      to,
      subject: `A new sign-up is waiting: ${reference}`,
      text: `A new sign-up is waiting: ${reference}${where}.\n\nThis mail holds no personal data. Look it up where your sign-ups are kept.\n`,
    };
    for (let attempt = 0; ; attempt++) {
      try {
        await transport.sendMail(mail);
        return;
      } catch (error) {
        const delay = retryAfter[attempt];
        if (delay === undefined) throw error;
        // A process that ends does not wait for this; the sign-up is stored and in the next export.
        await pause(delay, undefined, { ref: false });
      }
    }
  };
}
