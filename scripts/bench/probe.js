// Runs in the measured page, before its body. Says when everything is rendered and laid out, and what moved.
const { copies, event } = document.currentScript.dataset;
let shift = 0;
const moved = (entries) => entries.forEach(({ value }) => (shift += value));
const shifts = new PerformanceObserver((list) => moved(list.getEntries()));
shifts.observe({ type: 'layout-shift', buffered: true });
// Tells the server that something stands on the screen: it may hold the element's script until then.
new PerformanceObserver(() => void fetch('/painted')).observe({ type: 'paint', buffered: true });

window.result = new Promise((done) => {
  let left = Number(copies);
  const rendered = () => {
    if (--left > 0) return;
    // Layout is part of what a visitor waits for, and must not wait for the next frame of the screen.
    document.body.getBoundingClientRect();
    const laidOut = performance.now();
    const script = performance.getEntriesByType('resource').find(({ name }) => /\/element-[^/]*\.js$/.test(name));
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          moved(shifts.takeRecords());
          done({ laidOut, sinceScript: script && laidOut - script.responseEnd, shift });
        }),
      ),
    );
  };
  if (event) addEventListener(event, rendered);
  else {
    left = 1;
    addEventListener('DOMContentLoaded', rendered);
  }
});
