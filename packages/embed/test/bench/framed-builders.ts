/** Builders that put pasted code into a frame. */
import { notPossible, widgetNames, type Content, type Host } from './host.ts';
import { frame, pageOf, quoted, sandboxWarning } from './pages.ts';

const byAddress = notPossible('it takes only the address of a page; use a frame');

const inFrame = {
  expectedProblems: sandboxWarning,
  async visit(page) {
    return page.frameLocator('[name=embedded]');
  },
} satisfies Partial<Host>;

/** What a builder makes of the addresses of pages. */
const frames = ({ addresses }: Content): string =>
  addresses
    .map((address) => `<iframe title="Embedded page" width="100%" height="640" src="${quoted(address)}"></iframe>`)
    .join('\n');

/** The styles that Framer puts into the frame. */
const framer = `<style>
  html, body { margin: 0; padding: 0; }
  body { display: flex; justify-content: center; align-items: center; min-height: 100vh; }
  * { box-sizing: border-box; }
  h1, h2, h3, h4, h5, h6, p, figure { margin: 0; }
</style>`;

const google = 'https://sites-googleusercontent.example';

export const framedBuilders: readonly Host[] = [
  {
    name: 'Framer, Embed',
    builder: 'framer',
    thorough: ['loader', 'frame'],
    reservesRoom: true,
    imitates:
      'Code with a script is the source text of a frame, one for each widget, which centers what is in it and takes its margins away. ' +
      'Code without a script is in the page.',
    pages: ({ form, snippets }) => {
      const source = (snippet: string): string => `<html><head>${framer}</head><body>${snippet}</body></html>`;
      return {
        '/': pageOf(
          form === 'html'
            ? snippets.map((snippet) => `<div>${snippet}</div>`).join('')
            : snippets.map((snippet) => frame(`srcdoc="${quoted(source(snippet))}"`)).join(''),
        ),
      };
    },
    async visit(page, { form }) {
      if (form === 'html') return page;
      return (widget) => page.locator('[name=embedded]').nth(widgetNames.indexOf(widget)).contentFrame();
    },
  },
  {
    ...inFrame,
    name: 'Google Sites, Embed code',
    builder: 'google-sites',
    thorough: ['loader', 'frame', 'html'],
    imitates: 'A sandboxed frame of another site, in which a second frame gets the code by document.write.',
    pages: ({ pasted }) => ({
      '/': pageOf(
        frame(
          `sandbox="allow-scripts allow-popups allow-forms allow-same-origin allow-popups-to-escape-sandbox allow-downloads allow-modals" src="${google}/embed"`,
        ),
      ),
      [`${google}/embed`]: pageOf(
        `<iframe name="code" title="Code" width="100%" height="600"></iframe>
<script type="text/plain" id="pasted">${pasted.replaceAll('</script', '<\\/script')}</script>
<script>
  const inner = document.querySelector('iframe').contentDocument;
  inner.open();
  inner.write('<!doctype html><base target="_blank"><body>' + pasted.text.replaceAll('<\\\\/script', '</' + 'script'));
  inner.close();
</script>`,
      ),
    }),
    async visit(page) {
      return page.frameLocator('[name=embedded]').frameLocator('[name=code]');
    },
  },
  {
    ...inFrame,
    name: 'GoDaddy, HTML section',
    builder: 'godaddy',
    imitates:
      'The source text of a frame without a doctype, in a box of a fixed height that does not follow the content.',
    thorough: ['loader', 'frame', 'html'],
    pages: ({ pasted }) => ({ '/': pageOf(frame(`srcdoc="${quoted(pasted)}"`, 400)) }),
  },
  {
    ...inFrame,
    name: 'Weebly, Embed code',
    builder: 'weebly',
    imitates: 'A sandboxed frame of another site, without permission to open windows.',
    thorough: ['loader', 'frame', 'html'],
    pages: ({ pasted }) => ({
      '/': pageOf(
        frame('sandbox="allow-same-origin allow-scripts allow-forms" src="https://embed-editmysite.example/1.html"'),
      ),
      'https://embed-editmysite.example/1.html': pageOf(pasted),
    }),
  },
  {
    name: 'Notion and others that embed an address',
    builder: 'notion',
    imitates: 'A frame with the address, without the script that follows its height.',
    untested: { element: byAddress, loader: byAddress, html: byAddress },
    pages: (content) => ({ '/': pageOf(`<main style="max-width: 700px">${frames(content)}</main>`) }),
  },
];
