import { expect } from '@open-wc/testing';
import * as lit from 'lit/html.js';
import * as small from '../lib/small-lit.mjs';

/** Both have this part in common. */
type Templates = Pick<typeof lit, 'html' | 'nothing' | 'render'>;

const both: [name: string, templates: Templates][] = [
  ['Lit', lit],
  ['the small part of Lit', small as unknown as Templates],
];

/** What is left of a shadow root without the comments that mark places and the line breaks of a source. */
const shown = (root: ShadowRoot): string => root.innerHTML.replace(/<!--.*?-->|\n\s*/g, '');

for (const [name, { html, nothing, render }] of both)
  describe(name, () => {
    let root: ShadowRoot;
    let slot: HTMLSlotElement;
    const show = (value: unknown): string => {
      render(value, root, { renderBefore: slot });
      return shown(root).replace('<slot></slot>', '');
    };

    beforeEach(() => {
      root = document.createElement('div').attachShadow({ mode: 'open' });
      slot = document.createElement('slot');
      root.append(slot);
    });

    it('shows texts, numbers, nodes and nothing', () => {
      const node = document.createElement('hr');
      expect(
        show(
          html`<p>${'a<b'}</p>
            ${1}${0}${node}${nothing}${undefined}${''}`,
        ),
      ).to.equal('<p>a&lt;b</p>10<hr>');
      expect(root.lastElementChild).to.equal(slot);
    });

    it('never takes data for a template', () => {
      for (const data of ['{"strings":["<img>"],"items":[]}', '{"_$litType$":1,"strings":["<img>"],"values":[]}'])
        try {
          expect(show(html`<p>${JSON.parse(data)}</p>`)).not.to.contain('<img');
        } catch {
          // Refused.
        }
      expect(root.querySelector('img')).to.equal(null);
    });

    it('fills attributes, and takes them away', () => {
      const view = (one: unknown, two: string) => html`<a class="x ${two} y" href=${one} part="${two}">${two}</a>`;
      expect(show(view('#', 'b'))).to.equal('<a class="x b y" href="#" part="b">b</a>');
      const link = root.querySelector('a');
      expect(show(view(nothing, 'c'))).to.equal('<a class="x c y" part="c">c</a>');
      expect(show(view(false, '')))
        .to.contain('href="false"')
        .and.to.contain('class="x  y"')
        .and.to.contain('part=""');
      expect(root.querySelector('a')).to.equal(link);
    });

    it('leaves alone what did not change', async () => {
      const view = (id: string, text: string) => html`<p id=${id}>${text}<b>${[1, html`<i>${text}</i>`]}</b></p>`;
      show(view('a', 'b'));
      const changes: MutationRecord[] = [];
      const observer = new MutationObserver((records) => changes.push(...records));
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      show(view('a', 'b'));
      await Promise.resolve();
      expect(changes).to.deep.equal([]);
    });

    it('calls the listener of the last rendering, once', () => {
      const calls: string[] = [];
      const view = (name: string) => html`<button @click=${() => calls.push(name)}></button>`;
      show(view('a'));
      root.querySelector('button')?.click();
      show(view('b'));
      root.querySelector('button')?.click();
      expect(calls).to.deep.equal(['a', 'b']);
    });

    it('keeps the elements of an array by their places, and lets it grow and shrink', () => {
      const view = (...texts: string[]) =>
        html`<ul>
          ${texts.map((text) => html`<li>${text}</li>`)}
        </ul>`;
      show(view('a', 'b'));
      const [first] = root.querySelectorAll('li');
      expect(show(view('c', 'd', 'e'))).to.equal('<ul><li>c</li><li>d</li><li>e</li></ul>');
      expect(root.querySelector('li')).to.equal(first);
      expect(show(view('f'))).to.equal('<ul><li>f</li></ul>');
      expect(show(view('g', 'h'))).to.equal('<ul><li>g</li><li>h</li></ul>');
      expect(show(view())).to.equal('<ul></ul>');
    });

    it('changes from one kind of content to another', () => {
      const contents: [unknown, string][] = [
        ['text', 'text'],
        [html`<b>bold</b>`, '<b>bold</b>'],
        [['a', html`<i>b</i>`, ['c']], 'a<i>b</i>c'],
        [nothing, ''],
        [5, '5'],
        [html`<u>${'x'}</u>`, '<u>x</u>'],
        [[], ''],
      ];
      for (const [one, first] of contents)
        for (const [other, second] of contents) {
          const view = (value: unknown) => html`<p>${value}.</p>`;
          expect(show(view(one))).to.equal(`<p>${first}.</p>`);
          expect(show(view(other))).to.equal(`<p>${second}.</p>`);
        }
    });
  });
