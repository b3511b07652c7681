/** WordPress: what its filters do to a post by role and by editor, in the page of a block theme. */
import { autop } from '@wordpress/autop';
import { expect } from '@playwright/test';
import { notPossible, type Content, type Host } from './host.ts';
import { inline, pageOf } from './pages.ts';
import { emoji, kses, texturize } from './wordpress-filters.ts';

const emojiPicture = 'https://s-w-org.example/1f331.svg';

/** Part of what a block theme and WordPress itself add to a page. */
const theme = `<style>
  :root { font-size: 18px; }
  :where(.wp-site-blocks *:focus) { outline-width: 2px; outline-style: solid; }
  .is-layout-constrained > :where(:not(.alignleft):not(.alignright):not(.alignfull)) { max-width: 645px; margin-left: auto !important; margin-right: auto !important; }
  .is-layout-flow > * { margin-block: 1.2rem 0; }
  img.emoji { display: inline !important; height: 1em !important; width: 1em !important; }
</style>`;

/** The published page of a post. */
const postOf = (content: string, script = ''): Readonly<Record<string, string>> => ({
  '/': pageOf(
    `<div class="wp-site-blocks"><main><h1>Our program 🌱</h1>
<div class="entry-content is-layout-constrained">${content}</div></main></div>${script}`,
    theme + inline(emoji),
  ),
  [emojiPicture]: '<svg xmlns="http://www.w3.org/2000/svg"/>',
});

/** What is in a Custom HTML block is not made into paragraphs. */
const block = (html: string): string => texturize(`<div class="wp-block-group is-layout-flow">${html}</div>`);

/** The loader is put on the site once, by an administrator or a plugin. */
const loader = ({ form, scripts }: Content): string => (form === 'loader' ? scripts.join('') : '');

/** Words of a widget whose tags are gone. */
const onlyWords = notPossible('WordPress takes the tag and the script away from what authors save');

export const wordpress: readonly Host[] = [
  {
    name: 'WordPress, Custom HTML block',
    builder: 'wordpress',
    reservesRoom: true,
    imitates:
      'What administrators and editors save, after wptexturize and the replacement of emoji, in the styles of a block theme.',
    pages: ({ pasted }) => postOf(block(pasted)),
  },
  {
    name: 'WordPress, classic editor',
    builder: 'wordpress-classic',
    thorough: ['frame'],
    imitates: 'The same in a post without blocks: WordPress’s own function makes lines into paragraphs.',
    pages: ({ pasted }) => postOf(texturize(autop(pasted))),
    async after(page, { form }) {
      // The paragraphs leave the fallback content inside the element, where the widget is shown in its place.
      if (form === 'element' || form === 'loader')
        await expect(page.getByRole('button', { name: 'Sign up' }).filter({ visible: true })).toHaveCount(0);
    },
  },
  {
    name: 'WordPress, author',
    builder: 'wordpress-author',
    imitates:
      'What authors and contributors save in a Custom HTML block, after KSES. The loader’s script was put on the site by an administrator.',
    untested: {
      element: onlyWords,
      frame: notPossible('WordPress takes frames away from what authors save'),
      html: {
        'signup-form': notPossible('WordPress takes the fields of a form away from what authors save'),
      },
    },
    pages: (content) =>
      postOf(block(kses(content.form === 'loader' ? content.markup : content.pasted)), loader(content)),
  },
];
