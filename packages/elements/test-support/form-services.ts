/**
 * Stubs of form services that behave as documented or as in their source code, special responses (traps) included. "Assumed"
 * marks undocumented behavior. Each is a function from a standard `Request` to a `Response`. So one definition serves the
 * adapter tests in three engines and, behind a real HTTP server, the page tests. packages/site/test/fakes/loopback.ts
 * simulates what happens between browser and service: preflights, lost responses and a gateway's error pages.
 */
import { form, formspree, netlify, basin, web3forms, formspark } from './form-services/form-back-ends.js';
import type { FormService } from './form-services/form-service.js';
import { googleForms, hubspot, contactForm7, wix } from './form-services/crm-and-site-services.js';

export { htmlPage, mediaType, type FormService, type Sharing } from './form-services/form-service.js';

/** Creates a service for each value of the attribute `adapter`, except `json`: its service is the reference receiver. */
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
