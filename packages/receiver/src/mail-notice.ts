import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { type Notice } from './notice.js';

export interface MailOptions {
  /** The mail server: `smtp://user:password@host:587`, or `smtps://` for implicit TLS. */
  url: string;
  from: string;
  to: string;
  /** Milliseconds before each retry. Default 2 s, 10 s and 60 s. */
  retryAfter?: readonly number[];
}

/**
 * Sends an email for each new sign-up. It names the reference and nothing else: email is read on telephones, forwarded and
 * archived, so personal data stays in the database.
 *
 * @returns a function for `createReceiver`'s `notify`. It rejects when every attempt has failed.
 * @throws {RangeError} if the address is not that of a mail server
 */
export function mailNotice({ url, from, to, retryAfter = [2000, 10_000, 60_000] }: MailOptions) {
  const parsed = URL.parse(url);
  if (!/^smtps?:$/.test(parsed?.protocol ?? '') || !parsed?.hostname)
    throw new RangeError('Expected the address of a mail server, such as smtp://user:password@mail.example:587.');
  const transport = createTransport(url);
  return async ({ reference, waitingList }: Notice): Promise<void> => {
    const mail = {
      from,
      to,
      subject: `New ${waitingList ? 'waiting list ' : ''}sign-up: ${reference}`,
      text: `You have a new sign-up${waitingList ? ' for the waiting list' : ''}. Reference number: ${reference}.\n\nThis email has no personal details. To see them, look up the reference number in your sign-ups.\n`,
    };
    for (let attempt = 0; ; attempt++) {
      try {
        await transport.sendMail(mail);
        return;
      } catch (error) {
        const delay = retryAfter[attempt];
        if (delay === undefined) throw error;
        // Does not keep the process alive: the sign-up is stored, and in the next export.
        await pause(delay, undefined, { ref: false });
      }
    }
  };
}
