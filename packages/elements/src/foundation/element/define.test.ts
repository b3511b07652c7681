import { expect } from '@open-wc/testing';
import { define } from './define.js';

/** A new element class of the given version. */
const element = (version: string) =>
  class extends HTMLElement {
    static readonly version = version;
  };

let count = 0;
const newTag = (): string => `x-define-${++count}`;

/** The console warnings while `run` runs. */
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

  it('does not warn when the same version is registered already', () => {
    const tag = newTag();
    expect(
      warnings(() => {
        define(element('1.0.0'), tag);
        define(element('1.0.0'), tag);
      }),
    ).to.deep.equal([]);
  });

  it('warns once, with both versions, when another version is registered', () => {
    const tag = newTag();
    const lines = warnings(() => {
      define(element('1.0.0'), tag);
      define(element('2.0.0'), tag);
    });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('1.0.0').and.to.contain('2.0.0').and.to.contain(tag);
  });

  it('warns when another element has the tag', () => {
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

  it('does not throw for an invalid custom element name', () => {
    expect(warnings(() => define(element('1.0.0'), 'nodash'))).to.have.length(1);
  });
});
