/** Whatever a page gives its text, the texts of a widget stay readable and in place. */
import { expect, fixture, html } from '@open-wc/testing';
import { ContactCard } from '../src/contact-card/contact-card.js';

ContactCard.define();

/** What a widget takes over from the page, by design. */
const inherited = new Set([
  'color-scheme',
  'direction',
  'font-family',
  'font-size',
  'letter-spacing',
  'pointer-events',
  'visibility',
  'word-spacing',
  'text-size-adjust',
  '-webkit-text-size-adjust',
  '-moz-text-size-adjust',
  // The language of the text, for the choice of fonts.
  '-webkit-locale',
  // Follows from `direction`.
  '-webkit-rtl-ordering',
]);

/** Their computed value depends on the room there is. */
const sizes = /^(width|height|inline-size|block-size|(perspective|transform)-origin)$/;

/** Values that differ from the initial value of nearly every inherited property. */
const oddValues = [
  ...[
    'none',
    'all',
    'auto',
    'always',
    'both',
    'both-edges',
    'bottom',
    'collapse',
    'separate',
    'hide',
    'show',
    'crosshair',
  ],
  ...[
    'no-drop',
    'normal',
    'inert',
    'exact',
    'economy',
    'disc',
    'circle',
    'square',
    'inside',
    'outside',
    'url("x.svg")',
  ],
  ...[
    'italic',
    'oblique',
    'bold',
    '900',
    'ultra-condensed',
    'small-caps',
    'all-petite-caps',
    'ordinal',
    'sub',
    'emoji',
  ],
  ...[
    '0',
    '1',
    '3',
    '0.5',
    '1px',
    '9999px',
    '-50px',
    '50%',
    '300%',
    '3px 9px',
    'red',
    'transparent',
    '9px red',
    'rgb(1 2 3)',
  ],
  ...[
    'start',
    'end',
    'left',
    'right',
    'center',
    'justify',
    'middle',
    'under',
    'over right',
    'vertical-rl',
    'sideways',
    'upright',
  ],
  ...[
    'uppercase',
    'capitalize',
    'full-width',
    'underline',
    'filled dot',
    'break-all',
    'keep-all',
    'nowrap',
    'pre',
    'balance',
  ],
  ...[
    'break-word',
    'anywhere',
    'loose',
    'strict',
    'manual',
    'geometricPrecision',
    'optimizeSpeed',
    'pixelated',
    'evenodd',
  ],
  ...[
    'read-write',
    '"x"',
    '"[" "]"',
    '"smcp"',
    '"wght" 900',
    'first',
    'first last',
    'stroke',
    'bevel',
    'round',
    'no-autospace',
  ],
  ...[
    'trim-start',
    'text alphabetic',
    'preserve',
    'hidden',
    'rtl',
    'dark',
    'weight',
    'compact',
    'antialiased',
    'spell-out',
  ],
];

it('takes over from the page nothing that could make its text unreadable or displace it', async () => {
  const page = await fixture<HTMLElement>(html`
    <div>
      <p>Text</p>
      <haven-contact-card name="Riverbend Family Center" telephone="+1-503-555-0142"></haven-contact-card>
    </div>
  `);
  const text = getComputedStyle(page.querySelector('p') as Element);
  const card = page.querySelector('haven-contact-card') as ContactCard;
  await card.ready;
  const widget = getComputedStyle(card.shadowRoot?.querySelector('section') as Element);
  const isInherited = new Set<string>();
  const taken: string[] = [];
  const properties = [...getComputedStyle(page)].filter((name) => !name.startsWith('--') && !sizes.test(name));
  for (const property of properties.filter((name) => !inherited.has(name))) {
    const usual = [text, widget].map((style) => style.getPropertyValue(property));
    for (const value of oddValues.filter((one) => CSS.supports(property, one))) {
      page.style.setProperty(property, value);
      const [inText, inWidget] = [text, widget].map((style) => style.getPropertyValue(property));
      if (inText !== usual[0]) isInherited.add(property);
      if (inText !== usual[0] && inWidget !== usual[1]) taken.push(`${property}: ${value}`);
      page.style.removeProperty(property);
    }
  }
  expect(taken).to.deep.equal([]);
  // Otherwise the values are not odd enough to show anything.
  expect(isInherited.size).to.be.greaterThan(40);
});
