/** The host's attributes belong to the page: a framework that hydrates it expects those that it has rendered. */
import { expect, fixture, html } from '@open-wc/testing';
import type { CircleDiagram } from '../src/circle-diagram/circle-diagram.js';
import '../src/circle-diagram/define.js';
import '../src/contact-card/define.js';
import type { HavenElement } from '../src/foundation/index.js';
import '../src/reflection-prompt/define.js';
import '../src/signup-form/define.js';

const tags = [
  'haven-contact-card class="mine" style="color: red" data-a="1" name="Riverbend" telephone="+1-503-555-0142"',
  'haven-circle-diagram class="mine" hash view="list"',
  'haven-signup-form class="mine" name="Growing Secure" endpoint="/signups" draft="session"',
  'haven-reflection-prompt class="mine" storage="device" lang="es" heading-level="3"',
  // What is wrong in a setting is shown inside, and not on the host either.
  ...['contact-card', 'circle-diagram', 'signup-form', 'reflection-prompt'].map(
    (name) => `haven-${name} brand="#7a3b69" heading-level="9" config="not JSON"`,
  ),
];

/** An element without its content, as HTML. */
const startTag = (element: Element): string => (element.cloneNode() as Element).outerHTML;

/** An element that the page has not upgraded yet. */
function parse(tag: string): HavenElement<unknown> {
  const { body } = new DOMParser().parseFromString(`<${tag}>`, 'text/html');
  return body.firstElementChild as HavenElement<unknown>;
}

describe('the attributes of a host', () => {
  for (const tag of tags)
    it(`are those that the page wrote: <${tag}>`, async () => {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      const host = parse(tag);
      const written = startTag(host);
      place.append(host);
      expect(startTag(host), 'connected').to.equal(written);
      await host.ready;
      expect(startTag(host), 'rendered').to.equal(written);
      host.requestUpdate();
      await host.updateComplete;
      expect(startTag(host), 'updated').to.equal(written);
      document.body.append(host);
      await host.updateComplete;
      place.append(host);
      await host.updateComplete;
      expect(startTag(host), 'moved').to.equal(written);
    });

  it('change when a visitor acts, besides the attributes of the page', async () => {
    const circle = await fixture<CircleDiagram>(html`<haven-circle-diagram class="mine"></haven-circle-diagram>`);
    circle.next();
    await circle.updateComplete;
    expect(startTag(circle)).to.equal('<haven-circle-diagram class="mine" step="go"></haven-circle-diagram>');
  });
});
