/** Syntax that sources must not use, with the reasons. */

/** @type {(message: string, ...selectors: string[]) => { selector: string, message: string }[]} */
export const forbid = (message, ...selectors) => selectors.map((selector) => ({ selector, message }));

// A strict CSP and Trusted Types are the normal case: markup comes from templates, styles from sheets and properties.

export const unsafeImports = {
  regex: '^lit(-html)?/directives/(unsafe-|style-map)',
  message: 'This directive writes markup or a style attribute, which a strict CSP blocks.',
};
const template = 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement';
export const unsafeSyntax = [
  ...forbid(
    'Text must never become markup (Trusted Types): use a template.',
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)$/]',
    "CallExpression[callee.object.name='document'][callee.property.name=/^write/]",
    `${template}[value.raw=/\\.(inner|outer)HTML\\s*=/]`,
  ),
  ...forbid(
    'A strict CSP blocks style attributes and <style>: use static styles, a class or style.setProperty.',
    `${template}[value.raw=/\\sstyle\\s*=|<style/]`,
    "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
  ),
  ...forbid(unsafeImports.message, 'ImportExpression[source.value=/directives.(unsafe-|style-map)/]'),
  ...forbid(
    'Add and remove a listener in two statements.',
    'CallExpression[callee.consequent.property.name=/EventListener$/]',
    "CallExpression[callee.property.type='ConditionalExpression']",
  ),
];

// The page is hostile: libraries on it have replaced built-ins. Each message names the replacement that does harm.

export const replacedSyntax = [
  ...forbid(
    'Array.from of Prototype and MooTools ignores its function: spread, as in [...Array(length).keys()].map(f).',
    "MemberExpression[object.name=Array][property.name='from']",
  ),
  ...forbid(
    "Prototype's entries() of an array returns its items: use the index of map or forEach.",
    "CallExpression[callee.property.name='entries'][callee.object.name!='Object']",
  ),
  ...forbid(
    'JSON.stringify calls the toJSON that Prototype and MooTools add to arrays, texts and dates: use toJson().',
    "MemberExpression[object.name=JSON][property.name='stringify']",
  ),
  ...forbid(
    'Date.parse of Datejs and MooTools returns a Date: use +new Date(text).',
    "MemberExpression[object.name=Date][property.name='parse']",
  ),
  ...forbid(
    'Date.now of Datejs returns a Date: use currentTime().',
    "MemberExpression[object.name=Date][property.name='now']",
  ),
  ...forbid(
    'toISOString and toJSON of MooTools write the local time: use isoInstant().',
    'MemberExpression[property.name=/^to(ISOString|JSON)$/]',
  ),
  ...forbid('MooTools replaces Event: use CustomEvent.', 'NewExpression[callee.name=Event]'),
  ...forbid(
    'zone.js before 0.14.3 has one listener for all of an event, which a signal removes for good: use removeEventListener.',
    "CallExpression[callee.property.name='addEventListener'] > ObjectExpression > Property[key.name='signal']",
  ),
];

// A model is pure: it receives time, randomness, network and storage as arguments, and does not access the page.

export const pure = 'A model is pure: pass in time, randomness, network, storage and page data as arguments.';
export const impureSyntax = forbid(
  pure,
  'NewExpression[callee.name=Date][arguments.length=0]',
  'CallExpression[callee.name=Date]',
  "MemberExpression[object.name=Date][property.name='now']",
  "MemberExpression[object.object.name=Temporal][object.property.name='Now']",
  "MemberExpression[object.name=Math][property.name='random']",
  "MemberExpression[object.name=crypto][property.name='randomUUID']",
  'ImportExpression',
);
export const impureGlobals = [
  ...['document', 'window', 'self', 'globalThis', 'navigator', 'location', 'customElements', 'fetch', 'XMLHttpRequest'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'performance', 'setTimeout', 'setInterval'],
];
