import { expect } from '@open-wc/testing';
import { define } from './define.js';

/** A fresh element class of the given version. */
const element = (version: string) =>
  class extends HTMLElement {
    static readonly version = version;
  };

let count = 0;
const newTag = (): string => `x-define-${++count}`;

/** What is written to the console as a warning while `run` runs. */
function warnings(run: () => void): string[] {
  const lines: string[] = [];
  const before = console.warn;
  console.warn = (...parts: unknown[]) => lines.push(parts.join(' '));
  try {
    run();
  } finally {
    console.warn = before;
  }
  return lines;
}

describe('define', () => {
  it('registers an element', () => {
    const tag = newTag();
    const Element = element('1.0.0');
    define(Element, tag);
    expect(customElements.get(tag)).to.equal(Element);
  });

  it('says nothing when the same version is there already', () => {
    const tag = newTag();
    expect(
      warnings(() => {
        define(element('1.0.0'), tag);
        define(element('1.0.0'), tag);
      }),
    ).to.deep.equal([]);
  });

  it('names both versions, once, when another one is there', () => {
    const tag = newTag();
    const lines = warnings(() => {
      define(element('1.0.0'), tag);
      define(element('2.0.0'), tag);
    });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('1.0.0').and.to.contain('2.0.0').and.to.contain(tag);
  });

  it('names a foreign element that took the tag', () => {
    const tag = newTag();
    customElements.define(tag, class extends HTMLElement {});
    expect(warnings(() => define(element('1.0.0'), tag))).to.have.length(1);
  });

  it('registers the same class under a second tag', () => {
    const Element = element('1.0.0');
    const [first, second] = [newTag(), newTag()];
    define(Element, first);
    define(Element, second);
    expect(document.createElement(second)).to.be.instanceOf(Element);
  });

  it('does not throw for a tag that is no custom element name', () => {
    expect(warnings(() => define(element('1.0.0'), 'nodash'))).to.have.length(1);
  });
});
