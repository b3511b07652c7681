// Fails the build when custom-elements.json leaves anything public without a description or a type, or disagrees with
// the built classes on their attributes.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @param {object} manifest - a custom elements manifest, schema 1 or 2
 * @returns {string[]} one line for every gap
 */
export function gaps(manifest) {
  const elements = manifest.modules
    .flatMap((module) => module.declarations ?? [])
    .filter((one) => one.customElement && one.tagName);
  const found = elements.length ? [] : ['no custom element is described'];
  for (const element of elements) {
    const need = (kind, items, typed) => {
      for (const item of items ?? []) {
        const name = `<${element.tagName}> ${kind} ${item.name || '(default)'}`;
        if (!item.description?.trim()) found.push(`${name}: no description`);
        if (typed && !item.type?.text && !item.return?.type?.text) found.push(`${name}: no type`);
      }
    };
    if (!element.description?.trim()) found.push(`<${element.tagName}>: no description`);
    need('attribute', element.attributes, true);
    need('member', element.members, true);
    need('event', element.events, true);
    need('custom property', element.cssProperties, true);
    need('slot', element.slots, false);
    need('part', element.cssParts, false);
    for (const kind of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'])
      if (!element[kind]?.length) found.push(`<${element.tagName}>: no ${kind}`);
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = JSON.parse(readFileSync(new URL('dist/custom-elements.json', import.meta.url), 'utf8'));
  const problems = gaps(manifest);
  for (const { path, declarations } of manifest.modules)
    for (const { name, tagName, attributes } of declarations ?? []) {
      if (!tagName) continue;
      const element = (await import(new URL(path, import.meta.url)))[name];
      const described = new Set((attributes ?? []).map((attribute) => attribute.name));
      for (const attribute of element.observedAttributes)
        if (!described.delete(attribute)) problems.push(`<${tagName}> attribute ${attribute}: not described`);
      for (const attribute of described) problems.push(`<${tagName}> attribute ${attribute}: not observed`);
    }
  for (const problem of problems) console.error(`custom-elements.json: ${problem}`);
  if (problems.length) process.exitCode = 1;
}
