import type { Reading, Report } from '../../foundation/configuration/readers.js';
import { safeUrl } from '../../foundation/configuration/safe-url.js';
import type { Program } from './program.js';
import { fieldNames } from './validation.js';

/**
 * The documented address of a service, and its own hosts, which have to have it. Another host is accepted where the answer can
 * be read: it may be a proxy, and an answer that is not the service's never confirms. Without hosts every host has to have it.
 *
 * In an address `{number}` is digits, any other `{name}` a key or a name, `…` anything, and `( )?` optional. `json`, `form` and
 * `netlify` have no fixed address.
 */
const services: Partial<Record<Program['adapter'], readonly [address: string, hosts?: RegExp]>> = {
  // The usual mistake is the address of a dashboard. An email address instead of the key needs a referrer, and none is sent.
  formspree: ['https://formspree.io/(p/{project}/)?f/{key}', /\bformspree\.io$/],
  basin: ['https://(www.)?usebasin.com/f/{id}(.json)?', /\busebasin\.com$/],
  web3forms: ['https://api.web3forms.com/submit', /\bweb3forms\.com$/],
  formspark: ['https://submit-form.com/{id}', /\b(submit-form\.com|formspark\.io)$/],
  // The host differs by region: `api-eu1`, `api-na2`.
  hubspot: [
    'https://api(-{region})?.hsforms.com/submissions/v3/integration/submit/{portal}/{form}',
    /\b(hsforms\.(com|net)|hubspot\.com)$/,
  ],
  // No answer can be read. At `forms.gle` and `…/edit` nothing arrives, and it looks the same, so no other address is accepted.
  'google-forms': ['https://docs.google.com/forms/(u/{number}/)?d/e/{id}/(viewform|formResponse)'],
  // The last two run on the site's own host, and depend on the end of the path, also behind a proxy. WordPress without
  // permalinks has the path in `?rest_route=`.
  'contact-form-7': ['…/contact-form-7/v1/contact-forms/{number}/feedback'],
  wix: ['…/_functions(-dev)?/{name}(/…)?'],
};

const matches = (url: string, address: string): boolean =>
  new RegExp(
    `^${address
      .replaceAll('.', '\\.')
      .replaceAll('…', '.*')
      .replaceAll('{number}', '\\d+')
      .replace(/{\w+}/g, '[\\w-]+')}/?([?&#]|$)`,
  ).test(url.replace(/%2F/gi, '/'));

/** What the address of a service looks like, such as `https://formspree.io/f/…`; `undefined` if it is on any site. */
export const serviceExample = (adapter: string): string | undefined => {
  const [address = ''] = services[adapter as Program['adapter']] ?? [];
  return address.startsWith('https:')
    ? address
        .replace(/\(.*?\)\?/g, '')
        .replace(/\((\w+)\|.*?\)/g, '$1')
        .replace(/{\w+}/g, '…')
    : undefined;
};

/** A path without what may be a key or an email address. */
const outline = (path: string): string => path.replace(/[^/]{16,}|[^/]*@[^/]*/g, '…');

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
  const { host, hostname, origin, pathname } = new URL(url);
  const [address, hosts] = services[adapter] ?? [];
  const isOwnHost = !hosts || hosts.test(hostname);
  if (address && isOwnHost && !matches(url, address))
    return refuse('endpoint', `${address.replace(/\(.*?\)\?/g, '')}, found ${host}${outline(pathname)}`);
  // A page of another origin can read no answer of Netlify, so no sign-up would ever be confirmed.
  if (adapter === 'netlify' && base && origin !== new URL(base).origin)
    return refuse('endpoint', `an address of this site, found ${host}`);
  // A proxy may add the key.
  if (adapter === 'web3forms' && isOwnHost && !fields['access_key'])
    return refuse('fields.access_key', 'the access key', 'missing-value');
  if (adapter !== 'google-forms') return url;
  // Google silently drops what it has no name for. Without `rest`, nobody could be called back.
  const { rest, name, telephone, email } = fields;
  const unknown = [...fieldNames, 'rest'].find((key) => !/^(entry\.\d+|emailAddress)?$/.test(fields[key] ?? ''));
  if (unknown) return refuse(`fields.${unknown}`, 'a name such as entry.1234');
  if (!rest && !(name && telephone && email))
    return refuse('fields.rest', 'the name of a question for all other answers', 'missing-value');
  return url;
}
