/** `havenkit check`: pages as site builders leave them, on real servers. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type OutgoingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import type { Fallback } from '@havenkit/elements/foundation';
import { execute } from '../src/commands/index.js';
import { render } from '../src/node/render.js';
import { snippet, type SnippetOptions } from '../src/snippets.js';
import { configurations } from './embedded.page.js';

interface Answer {
  readonly status?: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body: string | Buffer;
}

/** A page that is checked: what its server sends, and what is changed in its snippet. */
interface Case {
  readonly form?: SnippetOptions['form'];
  readonly widget?: keyof typeof configurations;
  readonly change?: (html: string) => string;
  /** Headers of the page. */
  readonly headers?: OutgoingHttpHeaders;
  /** What the files' server sends instead. */
  readonly file?: Partial<Answer>;
  /** The lines that are printed, in part, and without the numbers of lines. */
  readonly expected: readonly (string | RegExp)[];
}

const dist = new URL('../dist/', import.meta.url);
const integrity = JSON.parse(readFileSync(new URL('integrity.json', dist), 'utf8')) as NonNullable<
  SnippetOptions['integrity']
>;
const room = { mouse: [{ width: 14, height: 40 }], touch: [{ width: 14, height: 40 }] };

let site: Server;
let cdn: Server;
let page: Answer;
let file: Partial<Answer> = {};

async function listen(answer: (path: string) => Answer): Promise<Server> {
  const server = createServer((request, response) => {
    const { status = 200, headers = {}, body } = answer(request.url ?? '');
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

test.beforeAll(async () => {
  site = await listen(() => page);
  cdn = await listen((path) => {
    const type = path.endsWith('.html') ? 'text/html' : 'text/javascript';
    const headers = { 'Content-Type': type, 'Access-Control-Allow-Origin': '*', ...file.headers };
    const found = existsSync(new URL(path.slice(1), dist));
    return found ? { body: readFileSync(new URL(path.slice(1), dist)), ...file, headers } : { status: 404, body: '' };
  });
});
test.afterAll(() => {
  site.close();
  cdn.close();
});

async function snippetOf(widget: keyof typeof configurations, form: SnippetOptions['form']): Promise<string> {
  const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
  const configuration = configurations[widget];
  const files = `${originOf(cdn)}/`;
  return snippet({ widget, configuration, language: 'en', form, files, integrity, room, fallback, render }).html;
}

async function run(...args: string[]): Promise<{ code: number; lines: string[]; errors: string }> {
  const { output, notes, code = 0 } = await execute(['check', ...args]);
  return { code, lines: output.split('\n'), errors: notes.join('\n') };
}

const document = (body: string): string =>
  `<!doctype html>\n<html lang="en">\n<title>Practice</title>\n${body}\n</html>`;
/** The configuration in a script between the tags, as people write it by hand. */
const withScript = (html: string): string =>
  html.replace(
    / config="([^"]*)"(.*)/,
    (_, config: string, end: string) =>
      `${end}\n<script type="application/json">${config.replaceAll('&quot;', '"').replaceAll('&amp;', '&')}</script>`,
  );
const strict = "default-src 'none'; style-src 'unsafe-inline'";

const cases: Readonly<Record<string, Case>> = {
  'the printed snippet': { expected: ['1 widget, 0 frames, 1 script: nothing is wrong.'] },
  'a printed frame': { form: 'frame', expected: ['0 widgets, 1 frame, 1 script: nothing is wrong.'] },
  'a page without Havenkit': {
    change: () => '<p>Hello</p>',
    expected: ['error: Nothing of Havenkit is on the page as the server sends it. If scripts write the page'],
  },
  "a builder's code block in a frame": {
    change: () => '<iframe src="https://block.example/1.html"></iframe>',
    expected: [/^error: Nothing of Havenkit .* Check the frames: https:\/\/block\.example\/1\.html$/],
  },
  'a snippet that is shown as text': {
    change: (html) => html.replaceAll('<', '&lt;'),
    expected: ['error: The snippet is shown to visitors as text.'],
  },
  'a removed script': {
    change: (html) => html.replace(/<script defer.*<\/script>/, ''),
    expected: ['error: Nothing defines <haven-contact-card>: its script is not on the page.'],
  },
  'a removed element': {
    change: (html) => html.replaceAll(/<\/?haven-contact-card[^>]*>/g, ''),
    expected: ["error: A snippet is on the page, but the widget's element was removed from it."],
  },
  'a removed configuration script whose text stays': {
    change: (html) => withScript(html).replaceAll(/<script type="application\/json">(.*?)<\/script>/g, '$1'),
    expected: ['error: A configuration is shown to visitors as text'],
  },
  'a placeholder without the loader': {
    change: () => '<div data-haven="contact-card" data-telephone="+1-503-555-0142" data-name="A"></div>',
    expected: ['error: Nothing replaces the placeholder of contact-card: the loader is not on the page.'],
  },
  'a widget that does not exist': {
    change: (html) => html.replaceAll('haven-contact-card', 'haven-contact-cart'),
    expected: ['error: There is no widget "contact-cart". The widgets are circle-diagram, contact-card,'],
  },
  'a misspelled attribute': {
    change: (html) => html.replace('telephone=', 'telefone='),
    expected: [/^warning: contact-card has no attribute "telefone", so it is ignored\. Did you mean "telephone"\?$/],
  },
  'a misspelled attribute, and a common other name': {
    change: (html) =>
      html.replace(' email=', ' phone="+1-503-555-0142" brand-color="teal" heading="Riverbend" tz="UTC" mail='),
    expected: [
      /^warning: contact-card has no attribute "phone", .* Did you mean "telephone"\?$/,
      /^warning: contact-card has no attribute "brand-color", .* Did you mean "brand"\?$/,
      /^warning: contact-card has no attribute "heading", .* Did you mean "name"\?$/,
      /^warning: contact-card has no attribute "tz", .* Did you mean "time-zone"\?$/,
      /^warning: contact-card has no attribute "mail", .* Did you mean "email"\?$/,
    ],
  },
  'a wrong value': {
    change: (html) => html.replace('09:00-13:00', '09:00-13:00; Sa 99:00'),
    expected: [/^warning: contact-card: openingHours: expected hours such as /],
  },
  'hours of which none can be shown': {
    change: (html) => html.replace('Mo-Th 09:00', 'Mo-Th 99:00').replace('Fr 09:00', 'Fr 99:00'),
    expected: [/^error: contact-card: openingHours: expected hours such as .*, so no hours are shown\. /],
  },
  'a telephone number that is none': {
    change: (html) => html.replace('telephone="+1-503-555-0142"', 'telephone="call us"'),
    expected: [/^error: contact-card: telephone: expected a telephone number, so no telephone number is shown\. /],
  },
  'an endpoint that is none': {
    widget: 'signup-form',
    change: (html) => html.replace('endpoint="https:', 'endpoint="htps:'),
    expected: [/^error: signup-form: endpoint: expected an https address .*, so nobody can sign up\. /],
  },
  'an unknown key inside the configuration': {
    widget: 'signup-form',
    change: (html) => html.replace('&quot;telephone&quot;', '&quot;phone&quot;'),
    expected: [
      /^warning: signup-form: telephone: missing, so nobody can call you when a sign-up does not arrive\. /,
      /^warning: signup-form: provider\.phone: unknown, so it is ignored\. Did you mean telephone\? /,
    ],
  },
  'wrong values in the address of a frame': {
    form: 'frame',
    widget: 'signup-form',
    change: (html) =>
      html.replaceAll('https%3A%2F%2Fpractice.example', 'practice.example').replaceAll('%2B1-503-555-0142', 'none'),
    expected: [
      /^error: signup-form: provider\.telephone: expected a telephone number, so no telephone number is shown\. /,
      /^error: signup-form: endpoint: expected an address that begins with https:.*, so nobody can sign up\. /,
    ],
  },
  'the plain HTML form': { form: 'html', expected: ['0 widgets, 0 frames, 0 scripts, 1 HTML form: nothing is wrong.'] },
  'a sign-up form in plain HTML whose form element was removed': {
    form: 'html',
    widget: 'signup-form',
    change: (html) => html.replaceAll(/<\/?form[^>]*>/g, ''),
    expected: ['error: Nobody can sign up: the <form> around the questions was removed.'],
  },
  'a sign-up form in another form': {
    widget: 'signup-form',
    change: (html) => `<form>\n${html}\n</form>`,
    expected: [
      /^warning: signup-form is in the form of line 4\. Without a script, .* havenkit snippet --form frame\.$/,
    ],
  },
  'a sign-up form in plain HTML in another form': {
    form: 'html',
    widget: 'signup-form',
    change: (html) => `<form>\n${html}\n</form>`,
    expected: [/^error: Nobody can sign up: the questions are in the form of line 4, .* --form frame\.$/],
  },
  'a framed sign-up form in another form': {
    form: 'frame',
    widget: 'signup-form',
    change: (html) => `<form>\n${html}\n</form>`,
    expected: ['0 widgets, 1 frame, 1 script: nothing is wrong.'],
  },
  'typographic quotation marks in tags': {
    change: (html) => html.replaceAll(/(<(?:haven|script)[^>]*>)/g, (tag) => tag.replaceAll(/="([^"]*)"/g, '=“$1”')),
    expected: [/^error: The attributes in lines \d+, \d+ have typographic quotation marks/],
  },
  'the same snippet twice': {
    change: (html) => html + html.replaceAll(/<script.*/g, ''),
    expected: [
      /^notice: The same contact-card is on the page twice, also in line \d+\./,
      '2 widgets, 0 frames, 1 script: nothing is wrong, 1 notice.',
    ],
  },
  'two cards with different settings': {
    change: (html) => html + html.replaceAll(/<script.*/g, '').replace('Riverbend', 'Hillside'),
    expected: ['2 widgets, 0 frames, 1 script: nothing is wrong.'],
  },
  'typographic quotation marks': {
    change: (html) =>
      withScript(html).replace(
        /(<script type="application\/json">)(.*?)(<\/script>)/,
        (_, start: string, json: string, end: string) => start + json.replaceAll('"', '”') + end,
      ),
    expected: [
      /^error: The JSON in the script element of contact-card cannot be read: line 1, column 2: typographic quotation mark ”; expected straight/,
    ],
  },
  'a comma too many in the attribute config': {
    change: (html) => html.replace('}]}"', '}],}"'),
    expected: [
      /^error: The JSON in the attribute config of contact-card cannot be read: line 1, column \d+: .* comma too/,
    ],
  },
  'a missing file': {
    file: { status: 404, body: '' },
    expected: [/^error: \S+contact-card\.classic\.js is missing: the server answers 404\./],
  },
  'a file that is served as a page': {
    file: { headers: { 'Content-Type': 'text/html' } },
    expected: [/^error: \S+ is not served as a script, but as text\/html\./],
  },
  'a changed file': {
    file: { body: 'changed()' },
    expected: [/^error: Browsers do not run contact-card\.classic\.js: it does not have the hash/],
  },
  'a server without CORS': {
    file: { headers: { 'Access-Control-Allow-Origin': 'https://other.example' } },
    expected: [/^error: \S+ does not let other sites load contact-card\.classic\.js with crossorigin/],
  },
  'a tag without crossorigin': {
    change: (html) => html.replace(' crossorigin="anonymous"', ''),
    expected: [/^error: Browsers do not run contact-card\.classic\.js: it has a hash, but no crossorigin/],
  },
  'a tag without a hash, for a file on another port of the same host': {
    change: (html) => html.replace(/ integrity="[^"]*"/, ''),
    expected: ['1 widget, 0 frames, 1 script: nothing is wrong.'],
  },
  'a policy without the server and the policy of Trusted Types': {
    headers: { 'Content-Security-Policy': `${strict}; require-trusted-types-for 'script'; trusted-types other` },
    expected: [
      /^error: The page's Content Security Policy blocks contact-card\.classic\.js \(http\S+\)\. Add \S+ to default-src\.$/,
      /^error: .* does not allow the Trusted Types policy of contact-card\.classic\.js\. Add havenkit-contact-card/,
    ],
  },
  'a policy in the page that allows the server': {
    change: (html) =>
      `<meta http-equiv="Content-Security-Policy" content="${strict}; script-src http://127.0.0.1:*/">${html}`,
    expected: ['1 widget, 0 frames, 1 script: nothing is wrong.'],
  },
  'a policy that forbids the style of the reserved room': {
    headers: { 'Content-Security-Policy': "style-src 'self'" },
    expected: [/^warning: .* blocks the style that reserves room/],
  },
  'a policy that forbids sending': {
    widget: 'signup-form',
    headers: { 'Content-Security-Policy': "connect-src 'self'" },
    expected: [/^error: .* blocks sign-ups \(https:\/\/practice\.example\)\. Add \S+ to connect-src\.$/],
  },
  'a policy that forbids sending to the endpoint of a configuration': {
    widget: 'signup-form',
    change: (html) => withScript(html).replace(/ endpoint="([^"]*)"(.*json">\{)/s, '$2"endpoint":"$1",'),
    headers: { 'Content-Security-Policy': "connect-src 'self'" },
    expected: [/^error: .* blocks sign-ups \(https:\/\/practice\.example\)\. Add \S+ to connect-src\.$/],
  },
  "a policy of a frame's server that forbids sending": {
    form: 'frame',
    widget: 'signup-form',
    file: { headers: { 'Content-Security-Policy': "default-src 'self' 'unsafe-inline'" } },
    expected: [
      /^error: The Content Security Policy that 127\.0\.0\.1:\d+ sends with the frame blocks sign-ups \(https:\/\/practice\.example\)\. Add \S+ to default-src\.$/,
    ],
  },
  'a policy that forbids the frame': {
    form: 'frame',
    headers: { 'Content-Security-Policy': "frame-src 'self'" },
    expected: [/^error: .* blocks the frame \(http\S+\)\. Add \S+ to frame-src\.$/],
  },
  'a server that does not let itself be framed': {
    form: 'frame',
    file: { headers: { 'X-Frame-Options': 'SAMEORIGIN' } },
    expected: [/^error: \S+ does not let this page frame it\./],
  },
  'a frame without scripts, title and settings': {
    form: 'frame',
    change: (html) => html.replace(/ title="[^"]*"/, ' sandbox=""').replace(/#[^"]*/, '#x'),
    expected: [
      'error: The frame may not run scripts.',
      'warning: The frame has no title',
      'error: The frame shows no widget. Expected a JSON object',
    ],
  },
};

for (const [
  name,
  { form = 'element', widget = 'contact-card', change = (html: string) => html, ...answer },
] of Object.entries(cases))
  test(name, async () => {
    const body = document(change(await snippetOf(widget, form)));
    page = { headers: { 'Content-Type': 'text/html; charset=utf-8', ...answer.headers }, body };
    file = answer.file ?? {};
    const { code, lines, errors } = await run(`${originOf(site)}/`);
    expect(errors).toBe('');
    const found = lines.map((line) => line.replace(/, line \d+:/, ':'));
    for (const expected of answer.expected)
      expect(found).toContainEqual(
        typeof expected === 'string' ? expect.stringContaining(expected) : expect.stringMatching(expected),
      );
    expect(code).toBe(lines.some((line) => line.startsWith('error')) ? 1 : 0);
    // The last line sums up.
    const isFinding = (line: unknown): boolean => /error:|warning:|notice:/.test(`${line}`);
    expect(found.slice(0, -1)).toHaveLength(answer.expected.filter(isFinding).length);
  });

test('checks a file as it will be on its page', async () => {
  file = {};
  const path = test.info().outputPath('page.html');
  writeFileSync(
    path,
    document((await snippetOf('contact-card', 'element')).replaceAll(`${originOf(cdn)}/`, '/havenkit/')),
  );
  const { lines } = await run(path, '--page', `${originOf(cdn)}/about`);
  expect(lines).toEqual([
    expect.stringMatching(/^error, line \d+: .*\/havenkit\/contact-card\.classic\.js is missing/),
    expect.stringContaining('1 error, 0 warnings'),
  ]);
});

test('checks the page that an address leads to, and counts relative addresses from there', async () => {
  file = {};
  const html = document((await snippetOf('contact-card', 'element')).replaceAll(`${originOf(cdn)}/`, '../'));
  const other = await listen((path) => {
    const name = path.replace('/site/', '');
    if (path === '/site/about/') return { headers: { 'Content-Type': 'text/html' }, body: html };
    return existsSync(new URL(name, dist))
      ? { headers: { 'Content-Type': 'text/javascript' }, body: readFileSync(new URL(name, dist)) }
      : { status: 404, body: '' };
  });
  const final = `${originOf(other)}/site/about/`;
  page = { status: 302, headers: { Location: final }, body: '' };
  const { lines } = await run(`${originOf(site)}/about`);
  other.close();
  expect(lines).toEqual([
    `${originOf(site)}/about leads to ${final}, which was checked.`,
    '1 widget, 0 frames, 1 script: nothing is wrong.',
  ]);
});

test('a tag without a hash, for a file on another server', async () => {
  file = {};
  const path = test.info().outputPath('page.html');
  const html = (await snippetOf('contact-card', 'element')).replace(/ integrity="[^"]*"/, '');
  writeFileSync(path, document(html));
  const { lines } = await run(path, '--page', 'http://practice.example/about');
  const hash = integrity['contact-card.classic.js']?.integrity;
  expect(lines[0]).toMatch(
    /^warning, line \d+: contact-card\.classic\.js has no hash, so 127\.0\.0\.1:\d+ could change it\./,
  );
  expect(lines[0]).toContain(`add crossorigin="anonymous" integrity="${hash}"`);
  // Without the page's address, the files may be on its own server.
  expect((await run(path)).lines).toEqual(['1 widget, 0 frames, 1 script: nothing is wrong.']);
});

test('says why it cannot check', async () => {
  const closed = await listen(() => ({ body: '' }));
  const address = originOf(closed);
  await new Promise((ended) => closed.close(ended));
  for (const [args, expected] of [
    [['missing.html'], 'there is no file missing.html'],
    [['practice.example/about'], 'for a page on the web write https://practice.example/about'],
    [[address], 'the server refuses connections'],
    [['page.html', '--page', 'practice.example'], '--page: expected a web address'],
  ] as const) {
    const { code, errors } = await run(...args);
    expect(errors).toContain(expected);
    expect(errors).not.toMatch(/ENOENT|ECONNREFUSED|Usage/);
    expect(code).toBe(1);
  }
  expect((await run()).code).toBe(2);
});
