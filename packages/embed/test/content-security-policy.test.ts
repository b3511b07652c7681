import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../elements/test-support/index.js';
import {
  allows,
  allowsStyle,
  hashSource,
  parsePolicies,
  type Directive,
} from '../src/check/content-security-policy.js';

const page = new URL('https://practice.example/about');
const file = 'https://cdn.example/havenkit/contact-card.js';
const hash = 'sha384-abc';
const text = ' .a > b { color: red } ';

const allowed = (policy: string, url = file, load: object = {}, directive: Directive = 'script-src-elem'): boolean =>
  parsePolicies(policy).every((each) => allows(each, directive, { url: new URL(url), ...load }, page));

describe('a Content Security Policy', () => {
  for (const policy of [
    '',
    'img-src *',
    'script-src *',
    'script-src https:',
    'script-src http:',
    'script-src https://cdn.example',
    'Script-Src HTTPS://CDN.example',
    'script-src cdn.example',
    'script-src *.example',
    'script-src https://cdn.example:443',
    'script-src https://cdn.example:*',
    'script-src https://cdn.example/havenkit/',
    `script-src ${file}`,
    'default-src https://cdn.example',
    "default-src 'none'; script-src https://cdn.example",
    "script-src 'none'; script-src-elem https://cdn.example",
    'script-src https://cdn.example; script-src https://other.example',
  ])
    it(`allows the file: ${policy}`, () => {
      expect(allowed(policy)).to.equal(true);
    });

  for (const policy of [
    "script-src 'none'",
    'script-src',
    "script-src 'self'",
    'script-src https://other.example',
    'script-src *.cdn.example',
    'script-src https://cdn.example:8443',
    'script-src https://cdn.example/other/',
    'script-src https://cdn.example/havenkit',
    "default-src 'self'",
    "script-src https://cdn.example 'strict-dynamic'",
    'script-src https://other.example; script-src https://cdn.example',
    "script-src https://cdn.example, script-src 'self'",
  ])
    it(`blocks the file: ${policy}`, () => {
      expect(allowed(policy)).to.equal(false);
    });

  it("allows the page's own files, by a nonce, and by a hash", () => {
    expect(allowed("script-src 'self'", 'https://practice.example/haven.js')).to.equal(true);
    expect(allowed("script-src 'nonce-1' 'strict-dynamic'", file, { nonce: '1' })).to.equal(true);
    expect(allowed("script-src 'nonce-1'", file, { nonce: '2' })).to.equal(false);
    expect(allowed(`script-src '${hash}'`, file, { integrity: hash })).to.equal(true);
    expect(allowed(`script-src '${hash}'`, file, { integrity: `${hash} sha384-other` })).to.equal(false);
    expect(allowed(`connect-src '${hash}'`, file, { integrity: hash }, 'connect-src')).to.equal(false);
  });

  it('allows a style element with its hash or nonce, or with "unsafe-inline" without any', () => {
    const style = (policy: string): boolean => parsePolicies(policy).every((each) => allowsStyle(each, text, '2'));
    for (const algorithm of ['sha256', 'sha384', 'sha512'] as const)
      expect(style(`style-src 'self' ${hashSource(text, algorithm)}`), algorithm).to.equal(true);
    expect(style("default-src 'none' 'nonce-2'")).to.equal(true);
    expect(style(`style-src ${hashSource(`${text} `)} 'unsafe-inline'`)).to.equal(false);
    expect(style("img-src 'self'")).to.equal(true);
    expect(style("default-src 'none'; style-src 'unsafe-inline'")).to.equal(true);
    for (const policy of ["style-src 'self'", "style-src 'unsafe-inline' 'nonce-1'", "default-src 'none'"])
      expect(style(policy), policy).to.equal(false);
  });

  it('has the hash of a text that a browser computes', async () => {
    for (const [algorithm, name] of [
      ['sha256', 'SHA-256'],
      ['sha384', 'SHA-384'],
      ['sha512', 'SHA-512'],
    ] as const)
      for (const each of ['', text, 'ä🌱'.repeat(99)]) {
        const digest = await crypto.subtle.digest(name, new TextEncoder().encode(each));
        const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)));
        expect(hashSource(each, algorithm)).to.equal(`'${algorithm}-${base64}'`);
      }
  });

  it('can be any text', () => {
    const part = fc.oneof(
      fc.constantFrom('script-src', "'self'", '*', '*.a', 'https:', ';', ',', ' ', '/', ':1'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        for (const policy of parsePolicies(parts.join(' '))) {
          expect(allows(policy, 'script-src-elem', { url: new URL(file) }, page)).to.be.a('boolean');
          expect(allowsStyle(policy, text)).to.be.a('boolean');
        }
      }),
      { numRuns: runs(5000) },
    );
  });
});
