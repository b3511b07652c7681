/** The reflection prompt before anything is written, and its list of saved reflections. */
import { countWork } from '../../../scripts/bench/measure.mjs';

/* global MutationObserver, document, indexedDB, requestAnimationFrame -- in functions that run on the page */

const list = (page) => page.getByText('Saved notes', { exact: true });
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();

/** Saves one reflection as a person does, then copies it in the database. */
async function saveThousand(page) {
  await page.getByLabel('Your thoughts').fill('The first of many');
  for (const name of ['Done', 'Save on this device', 'Save without password']) await press(page, name);
  await page.getByText('Saved on this device.').waitFor();
  await page.evaluate(async () => {
    const result = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await result(indexedDB.open('havenkit-reflections'));
    const store = database.transaction('entries', 'readwrite').objectStore('entries');
    const [first] = await result(store.getAll());
    for (let count = 1; count < 1000; count++)
      store.put({ ...first, id: crypto.randomUUID(), text: 'Some words about a day. '.repeat(20) });
    await new Promise((resolve) => (store.transaction.oncomplete = resolve));
    database.close();
  });
}

async function setPassword(page, password) {
  await list(page).click();
  await page.getByText('Manage saved notes').click();
  await press(page, 'Set a password');
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('Confirm new password').fill(password);
  await press(page, 'Set a password');
  await page.getByText('Password set. You need it to open your notes from now on.').waitFor();
}

/** Clicks in the page itself, because Playwright's own click is work for the page too. */
const showList = (page, control) =>
  page.evaluate((selector) => {
    const root = document.querySelector('haven-reflection-prompt').shadowRoot;
    root.querySelector(selector).click();
    return new Promise((shown) => {
      new MutationObserver(
        () => root.querySelectorAll('.saved li').length > 19 && requestAnimationFrame(() => setTimeout(shown)),
      ).observe(root, { subtree: true, childList: true });
    });
  }, control);

/**
 * Measures how long the page's main thread works to open a list of 1,000 saved reflections. With a password they are
 * encrypted first, and opened again after a reload.
 */
async function openThousand(open, password) {
  const page = await open();
  await saveThousand(page);
  if (password) await setPassword(page, password);
  await page.reload();
  await page.waitForFunction(() => globalThis.rendered);
  if (password) {
    await list(page).click();
    await page.getByLabel('Password', { exact: true }).fill(password);
  }
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((tasks) => {
      for (const { duration } of tasks.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'longtask' });
  });
  const totalWork = await countWork(page);
  const before = await totalWork();
  await showList(page, password ? '#unlock [type=submit]' : '.saved summary');
  const work = (await totalWork()) - before;
  // The browser reports tasks of 50 ms and more.
  const longest = await page.evaluate(() => globalThis.longest);
  await page.context().close();
  return { work, longest };
}

async function measureActions(open) {
  const results = [];
  for (const [how, password] of [['unencrypted'], ['with a password', 'a small boat in the rain']]) {
    const { work, longest } = await openThousand(open, password);
    const title = `Opening 1,000 saved reflections, ${how}`;
    results.push(
      { title: `${title}: work`, value: work, limit: 100, unit: 'ms' },
      { title: `${title}: longest task`, value: longest, limit: 50, unit: 'ms' },
    );
  }
  return results;
}

export const cases = [
  {
    title: 'Reflection prompt',
    copies: 50,
    measureActions,
    configuration: {
      title: 'Between two meetings',
      choice: 'order',
      prompts: [
        { id: 'week', text: 'What stayed with you from our meeting?', hint: 'A word is enough.' },
        { id: 'hello', text: 'Who was glad to see you come home?' },
      ],
    },
  },
];

/** The texts that any page has to show. */
export const texts = ({ title, prompts: [{ text, hint }] }) => [title, text, hint];
