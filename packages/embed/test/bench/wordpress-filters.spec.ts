/** The copies of WordPress's filters do what was seen in WordPress 6.1 and 7.1. */
import { expect, test } from '@playwright/test';
import { autop } from '@wordpress/autop';
import { kses, texturize } from './wordpress-filters.js';

test('KSES takes away tags, scripts, styles, frames and fields, and leaves what is in them', () => {
  expect(kses('<haven-contact-card name="Riverbend"><p>Call us</p></haven-contact-card>')).toBe('<p>Call us</p>');
  expect(texturize(kses('<script type="application/json">{"name": "A"}</script>'))).toBe('{“name”: “A”}');
  expect(kses('<style>p{color:red}</style><iframe src="https://a.example"></iframe>')).toBe('p{color:red}');
  expect(kses('<form action="/"><label>Name <input name="name" /></label><button>Sign up</button></form>')).toBe(
    '<label>Name </label><button>Sign up</button>',
  );
});

test('KSES leaves a comment of a style, which ends at the first > when it has several lines', () => {
  expect(kses('<style><!-- ul>li{--a:1} --></style>')).toBe('<!-- ul&gt;li{-a:1} -->');
  expect(kses('<style><!--\nul>li{}\n--></style>')).toBe('<!--\nul&gt;-->li{}\n--&gt;');
});

test('KSES keeps data of a box, and no handler', () => {
  const box = '<div data-haven="contact-card" data-config="{&quot;a&quot;:1}" lang="en" onclick="x()">Call</div>';
  expect(kses(box)).toBe(box.replace(' onclick="x()"', ''));
  expect(kses('<a href="tel:988" tabindex="0">988</a>')).toBe('<a href="tel:988">988</a>');
});

test('KSES leaves lengths of a style, and no logical size or address', () => {
  const style = 'container-type:inline-size;min-height:max(40em,70em - 120cqi)';
  expect(kses(`<div style="${style};min-block-size:9em;width:url(x);--a:1">A</div>`)).toBe(
    `<div style="${style}">A</div>`,
  );
});

test('the first > ends a tag, also in an attribute', () => {
  expect(texturize('<p title="a > b" class="c">d</p>')).toBe('<p title="a > b” class=”c”>d</p>');
  expect(texturize('<p title="a &gt; b" class="c">"d" -- 3x3</p>')).toBe('<p title="a &gt; b" class="c">“d” — 3×3</p>');
});

test('a tag at the start of a line becomes a paragraph of its own, and not in a <div>', () => {
  expect(autop('<haven-contact-card name="A">\n<p>Call</p>\n</haven-contact-card>')).toContain(
    '<p><haven-contact-card',
  );
  expect(autop('<div>\n<haven-contact-card name="A">\n<p>Call</p>\n</haven-contact-card>\n</div>')).not.toContain(
    '<p><haven-contact-card',
  );
});
