import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

interface WixResponse {
  status: number;
  headers: Record<string, string>;
  body?: { reference?: string; code?: string; fieldErrors?: Record<string, string> };
}
interface Functions {
  options_signups: (request: object) => WixResponse;
  post_signups: (request: object) => Promise<WixResponse>;
  saveSubmission: (signup: unknown) => Promise<Record<string, unknown>>;
  items: Map<string, object>;
  fail: { next: boolean };
}

/** The templates, with fakes of Wix's modules: responses, and a collection that refuses a duplicate id. */
async function functions(): Promise<Functions> {
  const source = ['signup-store', 'http-functions', 'signups.web']
    .map((name) => readFileSync(`packages/embed/recipes/wix/${name}.js`, 'utf8').replace(/^import .*$/gm, ''))
    .join('');
  const wix = `
    const items = new Map(), fail = { next: false };
    const response = (options) => options;
    const Permissions = { Anyone: 'anyone' }, webMethod = (permission, method) => method;
    const check = (options) => {
      if (!options?.suppressAuth) throw new Error('WDE0027: permission denied');
      if (fail.next) throw new Error('WDE0028: timed out');
    };
    const wixData = {
      async get(collection, id, options) { check(options); return items.get(id) ?? null; },
      async insert(collection, item, options) {
        check(options);
        if (items.has(item._id)) throw new Error('WDE0074: duplicate item');
        items.set(item._id, item);
      },
    };
    export { items, fail };`;
  return await import(`data:text/javascript,${encodeURIComponent(wix + source)}#${Math.random()}`);
}

const origin = 'https://www.your-site.example';
const submission = {
  submissionId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  program: 'Growing Secure',
  name: 'Ana',
  telephone: '503 555 0142',
  consent: { given: true, version: '1', text: 'Yes.' },
  locale: 'en',
  elapsed: 100,
};
const post = (body: unknown, from = origin): object => ({
  headers: { origin: from },
  body: { json: async () => (typeof body === 'string' ? (JSON.parse(body) as unknown) : body) },
});

test('stores a sign-up once, and recognizes a retry', async () => {
  const wix = await functions();
  const first = await wix.post_signups(post(submission));
  expect([first.status, first.body]).toEqual([201, { reference: '3F2504E0' }]);
  const again = await wix.post_signups(post({ ...submission, elapsed: 900 }));
  expect([again.status, again.body]).toEqual([200, { reference: '3F2504E0' }]);
  const { consent, name, ...others } = submission;
  const upper = {
    consent,
    ...others,
    name: ` ${name} `,
    altcha: 'another solution',
    submissionId: submission.submissionId.toUpperCase(),
  };
  expect((await wix.post_signups(post(upper))).status).toBe(200);
  expect((await wix.post_signups(post({ ...submission, name: 'Other' }))).status).toBe(422);
  expect(wix.items.size).toBe(1);
});

test('confirms a stored sign-up to the page, but not a changed retry', async () => {
  const wix = await functions();
  const confirmed = { outcome: 'confirmed', reference: '3F2504E0' };
  for (const elapsed of [100, 900]) expect(await wix.saveSubmission({ ...submission, elapsed })).toEqual(confirmed);
  expect(await wix.saveSubmission({ ...submission, telephone: '503 555 0199' })).toMatchObject({
    outcome: 'unconfirmed',
    message: expect.stringContaining('contact us'),
  });
  expect(await wix.saveSubmission({ ...submission, name: ' ' })).toEqual({
    outcome: 'refused',
    fieldErrors: { name: 'missing' },
  });
  wix.fail.next = true;
  expect(await wix.saveSubmission(submission)).toMatchObject({ outcome: 'unknown' });
  expect(wix.items.size).toBe(1);
});

test('two simultaneous attempts are one sign-up', async () => {
  const wix = await functions();
  const responses = await Promise.all([wix.post_signups(post(submission)), wix.post_signups(post(submission))]);
  expect(responses.map(({ status }) => status).sort()).toEqual([201, 503]);
  expect(wix.items.size).toBe(1);
  expect((await wix.post_signups(post(submission))).status).toBe(200);
});

test('reports invalid fields, stores nothing from a bot, and confirms only what it stored', async () => {
  const wix = await functions();
  expect((await wix.post_signups(post({ submissionId: submission.submissionId }))).body?.fieldErrors).toEqual({
    name: 'missing',
    telephone: 'missing',
    consent: 'missing',
  });
  for (const wrong of ['not JSON', '[]', 'null']) expect((await wix.post_signups(post(wrong))).status).toBe(400);
  for (const wrong of [
    { submissionId: [submission.submissionId] },
    { consent: { given: 'false' } },
    { consent: null },
    { name: {} },
    { name: '   ' },
    { telephone: 5 },
  ]) {
    expect((await wix.post_signups(post({ ...submission, ...wrong }))).status).toBe(400);
    expect((await wix.saveSubmission({ ...submission, ...wrong }))['outcome']).toBe('refused');
  }
  expect((await wix.post_signups(post({ ...submission, message: 'x'.repeat(600_000) }))).status).toBe(413);
  const deep = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)) as unknown;
  expect((await wix.post_signups(post({ ...submission, message: deep }))).status).toBe(413);
  expect((await wix.post_signups(post({ ...submission, website: 'spam' }))).status).toBe(201);
  wix.fail.next = true;
  expect((await wix.post_signups(post(submission))).status).toBe(503);
  expect(wix.items.size).toBe(0);
});

test('lets only the listed origins read its responses', async () => {
  const wix = await functions();
  expect(wix.options_signups(post({})).headers['Access-Control-Allow-Origin']).toBe(origin);
  expect(wix.options_signups(post({}, 'https://elsewhere.example')).headers).not.toHaveProperty(
    'Access-Control-Allow-Origin',
  );
});
