import { service } from './shared.js';

/**
 * Contact Form 7 of a WordPress site, `…/wp-json/contact-form-7/v1/contact-forms/{id}/feedback`
 * (rocklobster-in/contact-form-7: rest-api.php, submission.php).
 *
 * The number is WordPress's own id of the form. Version 6 shows owners a hash, which that address does not know (404), so
 * model/endpoint.ts refuses it.
 *
 * It accepts only multipart (otherwise 415) with a `_wpcf7_unit_tag` (otherwise 400). That tag and `_wpcf7` are derived from
 * the id in the URL, and can be set in `fields`. Its email has only the fields that its template names. The default is the
 * form that the plugin creates: `your-name`, `your-email`, `your-subject`, and `your-message` for everything else. There is
 * no honeypot.
 *
 * Failures have HTTP 200, so `status` decides. `mail_failed` means that no email was sent. An add-on such as Flamingo may
 * still have stored the submission, so the outcome is `unknown`, as for any unknown status.
 */
export const contactForm7 = service(
  'multipart',
  ({ status }, isSuccess) =>
    status === 'mail_failed' ? 'unknown' : isSuccess && status === 'mail_sent' && 'confirmed',
  (endpoint) => {
    const id = /contact-forms(?:\/|%2F)(\d+)/i.exec(endpoint)?.[1] ?? '0';
    return {
      name: 'your-name',
      email: 'your-email',
      program: 'your-subject',
      rest: 'your-message',
      _wpcf7: id,
      _wpcf7_unit_tag: `wpcf7-f${id}-o1`,
    };
  },
);
