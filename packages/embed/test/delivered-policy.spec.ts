/** `havenkit check` accepts a page with the Content Security Policy that is printed for it, and misses each part of it. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Fallback } from '@havenkit/elements/foundation';
import { runs } from '../../elements/test-support/runs.js';
import { allows, parsePolicies, sourceFor } from '../src/check/content-security-policy.js';
import { findEmbeds } from '../src/check/embeds.js';
import { checkPolicies } from '../src/check/files.js';
import { parsePage } from '../src/check/parse-page.js';
import { formsOf } from '../src/site-builders/builders.js';
import { policyFor } from '../src/site-builders/policy.js';
import { render } from '../src/node/render.js';
import { measuredWidths } from '../src/reserved-room.js';
import type { Form } from '../src/snippet/forms.js';
import { snippet } from '../src/snippet/snippet.js';
import { widgets } from '../src/widgets.js';
import { configurations } from './embedded.page.js';

const names = Object.keys(JSON.parse(readFileSync('packages/embed/dist/integrity.json', 'utf8')) as object);
const fallbacks = new Map(
  await Promise.all(
    widgets.map(async (widget) => {
      const module = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
      return [widget, module.fallback] as const;
    }),
  ),
);
const sample = measuredWidths.map((width) => ({ width, height: 40 }));

/** Allows nothing. The first directive of a name counts, so what is before it is allowed. */
const nothing = "default-src 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const folder = fc
  .tuple(
    fc.constantFrom(
      'https://cdn.example',
      'https://widgets.example:8443',
      'https://practice.example',
      'http://localhost:4000',
    ),
    fc.array(fc.constantFrom('havenkit', 'a b', 'x;y', 'p,q', 'ä', '@havenkit', 'embed@0.1.0', '%'), { maxLength: 3 }),
  )
  .map(([origin, path]) => [origin, ...path.map((part) => encodeURIComponent(part)), ''].join('/'));

const embedding = fc.record({
  widget: fc.constantFrom(...widgets),
  form: fc.constantFrom<Form>(...formsOf('other', 'contact-card')),
  files: folder,
  language: fc.constantFrom('en', 'es'),
  page: fc.constantFrom('https://practice.example/about', 'https://widgets.example:8443/'),
  settings: fc.record(
    {
      endpoint: fc.constantFrom(
        '/signups',
        'https://receiver.example/signups?a=1&b=2',
        'https://practice.example/signups',
      ),
      challenge: fc.constantFrom('/challenge', 'https://receiver.example/challenge'),
      adapter: fc.constantFrom('json', 'form', 'event'),
      src: fc.constantFrom('/program.json', 'https://other.example/program.json'),
    },
    { requiredKeys: [] },
  ),
  hasRoom: fc.boolean(),
});

/** What is wrong on a page with a snippet and a policy. */
function findings(html: string, page: string, policy: string): string[] {
  const parsed = parsePage(`<!doctype html><body>${html}`, new URL(page), [policy]);
  return checkPolicies(parsed, findEmbeds(parsed, names)).map(({ problem }) => problem);
}

test('a page with the printed policy has no finding, and one with less has', () => {
  fc.assert(
    fc.property(embedding, ({ widget, form, files, language, page, settings, hasRoom }) => {
      const own = configurations[widget as keyof typeof configurations];
      const configuration = { ...own, ...(widget === 'signup-form' ? settings : { src: settings.src }) };
      const options = { widget, form, files, language, page, configuration };
      const room = hasRoom ? { mouse: sample, touch: sample } : undefined;
      const { html } = snippet({ ...options, room, fallback: fallbacks.get(widget)!, render });
      const lines = policyFor({ ...options, html })
        .split('\n')
        .filter(Boolean);
      expect(findings(html, page, [...lines, nothing].join(' '))).toEqual([]);
      for (const line of lines) {
        const isRead = form === 'html' || !line.startsWith('form-action');
        const rest = lines.filter((each) => each !== line);
        if (isRead) expect(findings(html, page, [...rest, nothing].join(' ')), line).not.toEqual([]);
      }
      // None of its parts is there for nothing, and none allows every site.
      for (const directive of parsePolicies(lines.join(' ')).flatMap((policy) => [...policy.values()]))
        for (const source of directive) expect(source).not.toMatch(/^\*$|^https?:$|'unsafe-/);
    }),
    { numRuns: runs(400) },
  );
});

test('a source allows its own address, and no other', () => {
  const address = folder.map((url) => new URL(url));
  fc.assert(
    fc.property(address, address, (url, other) => {
      for (const extent of ['origin', 'path'] as const) {
        const [policy] = parsePolicies(`connect-src ${sourceFor(url, extent)}`);
        const page = new URL('https://page.example/');
        expect(allows(policy!, 'connect-src', { url }, page)).toBe(true);
        const isWithin = extent === 'origin' ? other.origin === url.origin : other.href.startsWith(url.href);
        expect(allows(policy!, 'connect-src', { url: other }, page)).toBe(isWithin);
      }
    }),
    { numRuns: runs(500) },
  );
});
