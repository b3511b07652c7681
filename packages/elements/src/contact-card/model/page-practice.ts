import { merge, readJsonLd, typesOf, type JsonLd } from '../../foundation/configuration/json-ld.js';
import { isObject, list, type RawConfiguration, type Reading } from '../../foundation/configuration/readers.js';
import { parseUrl } from '../../foundation/configuration/safe-url.js';
import { addressKeys, practiceTypes } from './practice.js';

/** Properties with which a page or a service names the practice that it is about. */
const subjectKeys = { Page: ['mainEntity', 'about'], Service: ['provider'] };

/** Properties that a card can show. A block of reviews, for example, has none of them. */
const detailKeys = ['telephone', 'email', 'contactPoint', 'address', 'openingHours', 'openingHoursSpecification'];

/** A node that may describe the practice, with what tells two practices apart. */
interface Candidate {
  readonly node: RawConfiguration;
  readonly name: string | undefined;
  /** The name and all other names. */
  readonly names: readonly string[];
  /** Digits only. */
  readonly telephones: readonly string[];
  /** House number, postal code and so on, which are written in one way only. */
  readonly address: readonly string[];
  /** Host and path. */
  readonly url: string | undefined;
}

const texts = (value: unknown): readonly string[] =>
  list(value)
    .filter((item) => !isObject(item))
    .map(String);

function candidate(node: RawConfiguration, { follow }: JsonLd): Candidate {
  const names = (key: string): readonly string[] =>
    texts(node[key]).map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
  const address = list(node['address'])
    .map(follow)
    .flatMap((item) => (isObject(item) ? addressKeys.flatMap((key) => texts(item[key])) : texts(item)));
  const url = parseUrl(texts(node['url'])[0]);
  return {
    node,
    name: names('name')[0],
    names: ['name', 'legalName', 'alternateName'].flatMap(names),
    telephones: texts(node['telephone']).flatMap((telephone) => telephone.replace(/\D/g, '') || []),
    address: address.join(' ').match(/\d+/g) ?? [],
    url: url && url.host.replace(/^www\./, '') + url.pathname.replace(/\/$/, ''),
  };
}

/** One of two numbers may lack the country code, or have an extension. A short one is part of many others. */
const isSameNumber = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) > 6 && (a.includes(b) || b.includes(a)));

/** Whether two nodes describe the same practice at the same place. */
function isSame(a: Candidate, b: Candidate): boolean {
  const bothHave = (key: 'name' | 'telephones' | 'address' | 'url'): boolean => !!a[key]?.length && !!b[key]?.length;
  const within = (some: readonly string[], all: readonly string[]): boolean => some.every((item) => all.includes(item));
  const sameAddress = bothHave('address') && (within(a.address, b.address) || within(b.address, a.address));
  // Two offices of one practice.
  if (bothHave('address') && !sameAddress) return false;
  if (a.telephones.some((first) => b.telephones.some((second) => isSameNumber(first, second)))) return true;
  const otherTelephone = bothHave('telephones');
  const sameUrl = !!a.url && a.url === b.url;
  const otherHost = bothHave('url') && a.url?.split('/')[0] !== b.url?.split('/')[0];
  if (a.names.some((name) => b.names.includes(name))) return sameUrl || sameAddress || !(otherTelephone || otherHost);
  // A node without a name belongs to the site, as another one without a name or at the same address does.
  return !bothHave('name') && !otherTelephone && (sameAddress || !(a.names.length || b.names.length));
}

const isOfType =
  (matches: (type: string) => boolean) =>
  (node: unknown): node is RawConfiguration =>
    isObject(node) && typesOf(node).some(matches);

/** The nodes of each list of types. Those without anything that a card could show are left out if there are others. */
function describing(nodes: readonly unknown[], data: JsonLd): readonly (readonly Candidate[])[] {
  return practiceTypes.map((types) => {
    const found = nodes.filter(isOfType((type) => types.has(type)));
    const detailed = found.filter((node) => detailKeys.some((key) => key in node));
    return (detailed.length ? detailed : found.filter((node) => 'name' in node)).map((node) => candidate(node, data));
  });
}

/**
 * Finds the page's own practice in its JSON-LD: at the top of a block or in a `@graph`, otherwise the subject of a page or a
 * service. A node inside anything else is the place of an event, the author of a review and so on. Businesses come before other
 * organizations, because on many pages the organization is the agency that made the page. Nodes that describe the same practice
 * are merged; among different ones, the subject of the page is chosen. Reports when there is no practice, or more than one.
 *
 * @param blocks - the parsed JSON-LD blocks, in any order; `undefined` for one that is not JSON
 * @returns the configuration. It may contain itself, where nodes refer to each other
 */
export function pagePractice(
  blocks: readonly unknown[],
  { base, report }: Pick<Reading, 'base' | 'report'>,
): RawConfiguration | undefined {
  const data = readJsonLd(blocks, base);
  const { nodes, follow, resolve } = data;
  const subjects = Object.entries(subjectKeys).flatMap(([suffix, keys]) =>
    nodes
      .filter(isOfType((type) => type.endsWith(suffix)))
      .flatMap((node) => keys.flatMap((key) => list(node[key]).map(follow))),
  );
  const [businesses = [], organizations = []] =
    [nodes, subjects].map((found) => describing([...new Set(found)], data)).find((found) => found.flat().length) ?? [];
  const found = businesses.length
    ? [...businesses, ...organizations.filter((other) => businesses.some((business) => isSame(business, other)))]
    : organizations;
  if (!found.length) {
    const types = [...new Set(nodes.flatMap(typesOf))].filter((type) => /^\w{1,40}$/.test(type)).sort();
    if (blocks.includes(undefined)) types.push('a block that is not JSON');
    report(
      'source',
      `JSON-LD of a practice on this page, such as a MedicalBusiness; found ${types.slice(0, 9).join(', ') || 'none'}`,
      'missing-value',
    );
    return undefined;
  }
  const areSame = (some: readonly Candidate[]): boolean => some.every((a) => some.every((b) => isSame(a, b)));
  // The page may say which one it is about.
  const chosen = areSame(found) ? found : found.filter(({ node }) => subjects.includes(node));
  if (!chosen.length || !areSame(chosen)) {
    report('source', 'JSON-LD of one practice on this page; found several. Nodes of one practice need the same @id');
    return undefined;
  }
  const practice = chosen.map(({ node }) => node).reduce(merge);
  const place = list(practice['location']).map(follow).find(isObject);
  const { name } = nodes.filter(isOfType((type) => type === 'WebSite')).reduce(merge, {});
  // Without `@id`, so that it is not replaced by one of the nodes that it was merged from.
  return resolve({ ...place, name: practice['legalName'] ?? name, ...practice, '@id': undefined });
}
