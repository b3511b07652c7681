/** Serves the benchmark's pages and scripts from memory, on loopback and uncached. */
import { once } from 'node:events';
import { createServer } from 'node:http';

export async function serve() {
  const files = new Map();
  const server = createServer(({ url }, response) => {
    const { type, content } = files.get(url) ?? { type: 'text/plain', content: '' };
    response.writeHead(files.has(url) ? 200 : 404, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(content);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const add = (type) => (path, content) => {
    files.set(path, { type, content });
    return `http://127.0.0.1:${server.address().port}${path}`;
  };
  return { addPage: add('text/html'), addScript: add('text/javascript'), close: () => server.close() };
}

/**
 * A page that paints, then loads a script and waits until every element of a tag is rendered and laid out. It adds up
 * the layout shift in `shift`.
 *
 * @param {{ style?: string, body: string, tag: string, script: string }} parts
 */
export const pageHtml = ({ style = '', body, tag, script }) => `<!doctype html>
<html lang="en"><head><title>Benchmark</title><script>
  globalThis.shift = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) globalThis.shift += value; })
    .observe({ type: 'layout-shift', buffered: true });
</script><style>${style}</style></head><body>${body}<p>The rest of the page.</p><script type="module">
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  await import('${script}');
  await Promise.all([...document.querySelectorAll('${tag}')].map((element) => element.updateComplete));
  document.body.getBoundingClientRect();
  globalThis.rendered = true;
</script></body></html>`;
