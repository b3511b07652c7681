import { decodeEntities } from '../formats/html-entities.js';
import { toJson } from '../formats/json.js';
import { isObject, list, type RawConfiguration } from './readers.js';
import { parseUrl } from './safe-url.js';

/** Levels of objects and arrays that are read, `@graph` included. */
const maxDepth = 12;

/** Keys without a value of the node. In JSON, `__proto__` is a key like any other. */
const ignoredKeys = ['@context', '__proto__'];

const vocabulary = /^(https?:\/\/(www\.)?schema\.org\/|schema:)/i;

/** Whether a text says anything: has a letter or digit. Site builders fill fields that have no value with commas. */
export const hasLetterOrDigit = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Names of the schema.org types of a node, without their prefix. */
export const typesOf = (node: RawConfiguration): readonly string[] =>
  list(node['@type']).map((type) => `${type}`.replace(vocabulary, ''));

/**
 * Merges two descriptions of one thing. Where both have a value for a property, the longer one wins, and among equally long ones
 * the first one in the alphabet, so that the order of the descriptions does not matter.
 */
export function merge(first: RawConfiguration, second: RawConfiguration): RawConfiguration {
  const winner = (values: readonly unknown[]): unknown => {
    const [a = '', b = ''] = values.map(toJson);
    return values[+(b.length > a.length || (b.length === a.length && b < a))];
  };
  const keys = Object.keys({ ...first, ...second }).sort();
  return Object.fromEntries(
    keys.map((key) => {
      const values = [first[key], second[key]];
      return [key, key === '@type' ? [...new Set(values.flatMap(list))].sort() : winner(values)];
    }),
  );
}

/** The structured data of a page. */
export interface JsonLd {
  /** The nodes at the top of a block or in a `@graph`, merged by `@id`. */
  readonly nodes: readonly RawConfiguration[];
  /** Returns the node that a reference names, `undefined` for one that names no node, and any other value as it is. */
  readonly follow: (value: unknown) => unknown;
  /** Replaces all references in a node by the nodes that they name. The result may contain itself. */
  readonly resolve: (node: RawConfiguration) => RawConfiguration;
}

/** Nodes by their `@id`. */
type Nodes = Map<unknown, RawConfiguration>;

/**
 * Makes a function that returns a value without what a reader has no use for, and adds its nodes with an `@id` to a map.
 *
 * @param block - number of the block that the value is in
 */
function cleaner(byId: Nodes, block: number, base: string | undefined) {
  const cleanNode = (value: RawConfiguration, depth: number): RawConfiguration | undefined => {
    const entries = Object.keys(value).flatMap((key): [string, unknown][] => {
      const item = ignoredKeys.includes(key) ? undefined : clean(value[key], depth);
      return item === undefined ? [] : [[key.replace(vocabulary, ''), item]];
    });
    if (entries.every(([key]) => key === '@type')) return undefined;
    const node: RawConfiguration = Object.fromEntries(entries);
    const { '@id': id } = node;
    if (typeof id !== 'string') return node;
    // Names that begin with `_:` are valid in their block only.
    const url = id.startsWith('_:') ? `${block}${id}` : (parseUrl(id, base)?.href ?? id);
    const identified = { ...node, '@id': url };
    // A node with only an `@id` is a reference.
    if (entries.length > 1) byId.set(url, merge(byId.get(url) ?? {}, identified));
    return identified;
  };

  const clean = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') {
      const text = decodeEntities(value)
        .replace(/<br ?\/?>/gi, '\n')
        .trim();
      return hasLetterOrDigit(text) ? text : undefined;
    }
    if (typeof value !== 'object') return value;
    if (!depth) return undefined;
    if (Array.isArray(value)) {
      const items = value.flatMap((item) => clean(item, depth - 1) ?? []);
      return items.length ? items : undefined;
    }
    if (!isObject(value)) return undefined;
    const content = value['@value'] ?? value['@list'] ?? value['@set'];
    return content === undefined ? cleanNode(value, depth - 1) : clean(content, depth - 1);
  };

  return clean;
}

/** Returns a copy of a node in which all references are replaced by the nodes that they name. It may contain itself. */
function resolve(node: RawConfiguration, follow: JsonLd['follow']): RawConfiguration {
  const copies = new Map<unknown, Record<string, unknown>>();
  const pending: RawConfiguration[] = [];
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.flatMap((item) => copy(item) ?? []);
    const target = follow(value);
    if (!isObject(target)) return target;
    if (!copies.has(target)) {
      copies.set(target, {});
      pending.push(target);
    }
    return copies.get(target);
  };
  const result = copy(node);
  // Copying a node may add others.
  for (const original of pending)
    Object.assign(
      copies.get(original) ?? {},
      Object.fromEntries(Object.entries(original).map(([key, value]) => [key, copy(value)])),
    );
  return result as RawConfiguration;
}

/**
 * Reads the JSON-LD blocks of a page: merges the nodes with the same `@id`, unwraps `@value`, `@list` and `@set`, removes the
 * prefix of schema.org from keys, decodes HTML character references, and leaves out texts without a letter or digit.
 *
 * @param blocks - the parsed blocks
 * @param base - URL of the page, which an `@id` may be relative to
 */
export function readJsonLd(blocks: readonly unknown[], base?: string): JsonLd {
  const byId: Nodes = new Map();
  const nodes = new Set<RawConfiguration>();
  const follow = (value: unknown): unknown =>
    isObject(value) && typeof value['@id'] === 'string' ? byId.get(value['@id']) : value;
  const addNodes = (value: unknown): void => {
    for (const item of list(value)) {
      const node = follow(item);
      if (isObject(node)) nodes.add(node);
      if (isObject(item)) addNodes(item['@graph']);
    }
  };
  blocks.map((block, index) => cleaner(byId, index, base)(block, maxDepth)).forEach(addNodes);
  return { nodes: [...nodes], follow, resolve: (node) => resolve(node, follow) };
}
