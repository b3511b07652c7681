import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { loadableUrl, safeUrl } from './safe-url.js';

const base = 'https://practice.example/page/';

/** The protocol that the browser finds in an `href`. */
function browserProtocol(href: string): string {
  const link = document.createElement('a');
  link.href = href;
  return link.protocol;
}

describe('links from configuration', () => {
  it('keep the URLs that a practice uses', () => {
    expect(safeUrl('https://practice.example/a?b#c')).to.equal('https://practice.example/a?b#c');
    expect(safeUrl('tel:+1-919-555-0100;ext=2')).to.equal('tel:+1-919-555-0100;ext=2');
    expect(safeUrl('mailto:a@practice.example')).to.equal('mailto:a@practice.example');
    expect(safeUrl('sms:+19195550100')).to.equal('sms:+19195550100');
    expect(safeUrl('../card.vcf', base)).to.equal('https://practice.example/card.vcf');
  });

  it('reject every spelling of a URL that could run a script or read a file', () => {
    for (const url of [
      'javascript:alert(1)',
      ' \u0000javascript:alert(1)',
      'jAvAsCrIpT:alert(1)',
      'java\nscript:alert(1)',
      'java\tscript:alert(1)',
      '\u0001\u001fjavascript:alert(1)',
      'vbscript:x',
      'data:text/html,<script>alert(1)</script>',
      'blob:https://practice.example/1',
      'file:///etc/hosts',
      'view-source:https://practice.example',
      'intent://scan/#Intent;end',
    ])
      expect(safeUrl(url, base), JSON.stringify(url)).to.equal(undefined);
    for (const value of [undefined, null, 1, {}, [], Symbol('x'), () => 'https://a.example'])
      expect(safeUrl(value, base)).to.equal(undefined);
  });

  it('never accept another scheme (60,000 generated)', function () {
    this.timeout(120_000);
    const scheme = fc.constantFrom(
      'javascript',
      'data',
      'vbscript',
      'blob',
      'file',
      'https',
      'tel',
      'about',
      'filesystem',
    );
    const noise = fc.string({ unit: fc.constantFrom(...'\0\x01\t\n\r \x1f\x7f\u200b\u202e%/\\:'), maxLength: 3 });
    const split = fc
      .tuple(scheme, fc.nat(10), fc.constantFrom('', '\t', '\n', '\r', '\0', '%00', '&#9;', ' '))
      .map(([name, at, gap]) => name.slice(0, at) + gap + name.slice(at));
    const cased = fc
      .tuple(split, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }))
      .map(([name, upper]) => [...name].map((letter, at) => (upper[at] ? letter.toUpperCase() : letter)).join(''));
    const colon = fc.constantFrom(':', '%3A', '&colon;', '\u2236', '::', ' :');
    const attack = fc.tuple(noise, cased, colon, fc.string()).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(attack, fc.string({ unit: 'binary' }), fc.webUrl()), fc.boolean(), (value, relative) => {
        const url = safeUrl(value, relative ? base : undefined);
        if (url === undefined) return;
        expect(browserProtocol(url)).to.match(/^(https?|mailto|tel|sms):$/);
        expect(safeUrl(url)).to.equal(url);
      }),
      { numRuns: runs(60_000) },
    );
  });

  it('load configuration only over https or from the same origin', () => {
    const page = 'http://127.0.0.1:8000/page/';
    expect(loadableUrl('practice.json', page)).to.equal('http://127.0.0.1:8000/page/practice.json');
    expect(loadableUrl('https://elsewhere.example/practice.json', page)).to.equal(
      'https://elsewhere.example/practice.json',
    );
    for (const url of [
      'http://elsewhere.example/x.json',
      'data:application/json,{}',
      'blob:x',
      'javascript:1',
      '//127.0.0.1:1/x',
    ])
      expect(loadableUrl(url, page), url).to.equal(undefined);
    expect(loadableUrl('file:///etc/hosts', 'file:///page.html')).to.equal(undefined);
  });
});
