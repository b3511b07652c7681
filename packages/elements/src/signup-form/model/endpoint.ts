import type { Reading, Report } from '../../foundation/configuration/readers.js';
import { safeUrl } from '../../foundation/configuration/safe-url.js';
import type { Program } from './program.js';
import { fieldNames } from './validation.js';

/** The documented address of a service. */
interface Service {
  /**
   * The hosts that have to have this address. A service's own host is enough if its answers can be read: another host may be a
   * proxy, and an answer that is not the service's never confirms.
   */
  readonly hosts: RegExp;
  readonly address: RegExp;
  /** The address as the site owner is told to set it. */
  readonly expected: string;
}

const anyHost = /^/;

/** `json`, `form` and `netlify` have no fixed address. */
const services: Partial<Record<Program['adapter'], Service>> = {
  // The address of a dashboard is the usual mistake. An email address instead of the key needs a referrer, and none is sent.
  formspree: {
    hosts: /\bformspree\.io$/,
    address: /^https:\/\/formspree\.io\/((p\/[\w-]+\/)?f\/)?[\w-]{2,}\/?([?#]|$)/,
    expected: 'https://formspree.io/f/{key}',
  },
  basin: {
    hosts: /\busebasin\.com$/,
    address: /^https:\/\/(www\.)?usebasin\.com\/f\/[\w-]+(\.json)?\/?([?#]|$)/,
    expected: 'https://usebasin.com/f/{id}',
  },
  web3forms: {
    hosts: /\bweb3forms\.com$/,
    address: /^https:\/\/api\.web3forms\.com\/submit\/?([?#]|$)/,
    expected: 'https://api.web3forms.com/submit',
  },
  formspark: {
    hosts: /\b(submit-form\.com|formspark\.io)$/,
    address: /^https:\/\/submit-form\.com\/[\w-]+\/?([?#]|$)/,
    expected: 'https://submit-form.com/{id}',
  },
  // No answer can be read, so an address that is not certain to be a form's is refused, whatever its host: at `forms.gle` and
  // `…/edit` nothing arrives, and it looks the same.
  'google-forms': {
    hosts: anyHost,
    address: /^https:\/\/docs\.google\.com\/forms\/(u\/\d+\/)?d\/e\/[\w-]+\/(viewform\/?|formResponse)([?#]|$)/,
    expected: 'https://docs.google.com/forms/d/e/{id}/viewform',
  },
  // The host differs by region: `api-eu1`, `api-na2`.
  hubspot: {
    hosts: /\b(hsforms\.(com|net)|hubspot\.com)$/,
    address: /^https:\/\/api(-\w+)?\.hsforms\.com\/submissions\/v3\/integration\/submit\/\d+\/[\w-]+\/?([?#]|$)/,
    expected: 'https://api.hsforms.com/submissions/v3/integration/submit/{portal}/{form}',
  },
  // The last two run on the site's own host, and depend on the end of the path, also behind a proxy. WordPress without
  // permalinks has the path in `?rest_route=`.
  'contact-form-7': {
    hosts: anyHost,
    address: /contact-forms(\/|%2F)\d+\1feedback\/?([?&#]|$)/i,
    expected: '…/wp-json/contact-form-7/v1/contact-forms/{number}/feedback',
  },
  wix: {
    hosts: anyHost,
    address: /\/_functions(-dev)?\/\w/,
    expected: '…/_functions/{name}',
  },
};

/** An address without what may be a key or an email address. */
const outline = ({ host, pathname }: URL): string => host + pathname.replace(/[^/]{16,}|[^/]*@[^/]*/g, '…');

/**
 * Reads where sign-ups are sent. An address at which nothing can arrive is reported with what was found, and so is a missing
 * setting of a service.
 *
 * @param fields - the service's names for the fields
 * @returns the absolute URL; `undefined` if nothing can be sent, or if the page itself is the endpoint
 */
export function readEndpoint(
  value: string | undefined,
  adapter: Program['adapter'],
  fields: Program['fields'],
  { report, base }: Reading,
): string | undefined {
  if (adapter === 'event') return undefined;
  const refuse = (...problem: Parameters<Report>): undefined => {
    report(...problem);
    return undefined;
  };
  const url = safeUrl(value, base) ?? '';
  const code = value ? 'invalid-value' : 'missing-value';
  // An email program does not say whether there is such a recipient.
  if (adapter === 'mailto')
    return /^mailto:[^?#@]+@[^?#]+$/.test(url) ? url : refuse('endpoint', 'a mailto: address alone', code);
  // `fetch` accepts no password.
  if (!/^https?:\/\/[^/@]+\//.test(url)) return refuse('endpoint', 'an https address without a password', code);
  const address = new URL(url);
  const service = services[adapter];
  const isOwnHost = !!service?.hosts.test(address.hostname);
  if (service && isOwnHost && !service.address.test(url))
    return refuse('endpoint', `${service.expected}, found ${outline(address)}`);
  // A page of another origin can read no answer of Netlify, so no sign-up would ever be confirmed.
  if (adapter === 'netlify' && base && address.origin !== new URL(base).origin)
    return refuse('endpoint', `an address of this site, found ${address.host}`);
  // A proxy may add the key.
  if (adapter === 'web3forms' && isOwnHost && !fields['access_key'])
    return refuse('fields.access_key', 'the access key', 'missing-value');
  if (adapter !== 'google-forms') return url;
  // Google silently drops what it has no name for. Without `rest`, nobody could be called back.
  if (!Object.keys(fields).length) return refuse('fields', 'the names of its questions', 'missing-value');
  const { rest, name, telephone, email } = fields;
  const unknown = [...fieldNames, 'rest'].find((key) => !/^(entry\.\d+|emailAddress)?$/.test(fields[key] ?? ''));
  if (unknown) return refuse(`fields.${unknown}`, 'a name such as entry.1234');
  if (!rest && !(name && telephone && email))
    return refuse('fields.rest', 'the name of a question for everything without a name of its own', 'missing-value');
  return url;
}
