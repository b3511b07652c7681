/** The benchmark's pages and scripts in memory. Playwright serves them without a network. */

const origin = 'https://benchmark.test';
const files = new Map();

/** Adds a page or a script. @returns {string} its address */
export function addFile(path, body) {
  files.set(origin + path, { body, contentType: path.endsWith('.js') ? 'text/javascript' : 'text/html' });
  return origin + path;
}

/** Responds to a request. @param {import('@playwright/test').Route} route */
export const fulfill = (route) => route.fulfill(files.get(route.request().url()) ?? { status: 404 });

/**
 * A page that paints, then loads a script and waits until every element of a tag is rendered and laid out. It sums up
 * layout shifts in `shift`.
 */
export const pageHtml = ({ style = '', tag, script, body }) => `<!doctype html>
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
