import type { Program } from '../model/program.js';
import type { Adapter } from './adapter.js';
import { basin } from './basin.js';
import { contactForm7 } from './contact-form-7.js';
import { form } from './form.js';
import { formspark } from './formspark.js';
import { formspree } from './formspree.js';
import { googleForms } from './google-forms.js';
import { hubspot } from './hubspot.js';
import { json } from './json.js';
import { netlify } from './netlify.js';
import { web3forms } from './web3forms.js';
import { wix } from './wix.js';

const byName = {
  json,
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
} satisfies Record<Exclude<Program['adapter'], 'event' | 'mailto'>, Adapter>;

/** Adapters by the values of the attribute `adapter`. `event` and `mailto` make no request and have none. */
export const adapters: Readonly<Record<string, Adapter>> = byName;
