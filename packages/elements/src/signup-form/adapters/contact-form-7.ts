import { service } from './shared.js';

/**
 * Contact Form 7 of a WordPress site, `…/wp-json/contact-form-7/v1/contact-forms/{id}/feedback`
 * (rocklobster-in/contact-form-7: rest-api.php, submission.php).
 *
 * Multipart alone is taken (else 415), and a `_wpcf7_unit_tag` must be there (else 400): both it and `_wpcf7` follow from
 * the id in the address, and may be set in `fields`. Its mail holds only the fields that its template names, so the
 * default is the form that the plugin sets up: `your-name`, `your-email`, `your-subject`, and `your-message` for all the
 * rest. There is no honeypot.
 *
 * Failures have HTTP 200: `status` counts. `mail_failed` says that no mail went; whether an add-on keeps a record (Flamingo
 * does) nobody knows, so it is `unknown`, as is a status that is not known.
 */
export const contactForm7 = service(
  'multipart',
  ({ status }, taken) => (status === 'mail_failed' ? 'unknown' : taken && status === 'mail_sent' && 'confirmed'),
  (endpoint) => {
    const id = /contact-forms\/(\d+)/.exec(endpoint)?.[1] ?? '0';
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
