/** Who gets to know what a family writes. */
export type Receiver = 'own' | 'site' | 'service' | 'unread' | 'page' | 'email';

/** Who receives sign-ups, by the kind of endpoint. */
export const receivers: Readonly<Record<string, Receiver>> = {
  json: 'own',
  form: 'service',
  formspree: 'service',
  netlify: 'service',
  basin: 'service',
  web3forms: 'service',
  formspark: 'service',
  'google-forms': 'unread',
  hubspot: 'service',
  'contact-form-7': 'site',
  wix: 'service',
  event: 'page',
  mailto: 'email',
};
