/**
 * Form services as their documentation and sources say they behave, traps included. "Assumed" marks what nothing says that
 * was read. Each is a function from a standard request to a standard answer, so that one definition serves the tests of
 * the adapters in three engines and, behind a real HTTP server, those of whole pages. What happens between browser and
 * service (preflight, a lost answer, a gateway's error page) is the server's: packages/site/test/fakes/loopback.ts.
 */
import { form, formspree, netlify, basin, web3forms, formspark } from './form-services/form-back-ends.js';
import type { FormService } from './form-services/form-service.js';
import { googleForms, hubspot, contactForm7, wix } from './form-services/crm-and-site-services.js';

export { htmlPage, mediaType, type FormService, type Sharing } from './form-services/form-service.js';

/** Makes a service, by the value of the attribute `adapter`. `json` has none: its service is the reference receiver. */
export const formServices = {
  form,
  formspree,
  netlify,
  basin,
  web3forms,
  formspark,
  'google-forms': googleForms,
  hubspot,
  'contact-form-7': contactForm7,
  wix,
} as const satisfies Readonly<Record<string, () => FormService>>;

export type ServiceName = keyof typeof formServices;
