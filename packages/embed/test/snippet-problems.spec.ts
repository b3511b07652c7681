/** `havenkit snippet`: what it says about a configuration and about its arguments, and how it exits. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { execute } from '../src/commands/index.js';
import { configurations, files } from './embedded.page.js';

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly lines: readonly string[];
}

async function run(...args: string[]): Promise<Ended> {
  const { output, notes, code = 0 } = await execute(args);
  return { status: code, stdout: output, lines: notes.join('\n').split('\n') };
}

/** Writes a file of the test's own, and returns its path. */
function write(name: string, content: string | Buffer): string {
  const path = test.info().outputPath(name);
  writeFileSync(path, content);
  return path;
}

const print = (configuration: object, widget: string, ...options: string[]): Promise<Ended> =>
  run('snippet', write('configuration.json', JSON.stringify(configuration)), '--widget', widget, ...options);

const card = { name: 'Riverbend', telephone: '+1-503-555-0142' };
const form = configurations['signup-form'];
const { endpoint: _, ...withoutEndpoint } = form;
const html = ['--form', 'html'];
const frame = ['--form', 'frame', '--files', files];

test('says that a form has no telephone number, and prints the snippet', async () => {
  const { provider: __, ...alone } = form;
  const { status, stdout, lines } = await print(alone, 'signup-form');
  expect(lines).toContain('telephone: missing, so nobody can call you when a sign-up does not arrive');
  expect(status).toBe(0);
  expect(stdout).toContain('<haven-signup-form');
  for (const reachable of [
    form,
    { ...alone, telephone: '5' },
    { ...alone, adapter: 'mailto', endpoint: 'mailto:a@b.example' },
  ])
    expect((await print(reachable, 'signup-form')).lines.join()).not.toContain('telephone: missing');
});

for (const [name, configuration, widget, options, expected] of [
  ['no endpoint', withoutEndpoint, 'signup-form', [], /^endpoint: .*, so nobody can sign up$/],
  [
    'an unusable endpoint',
    { ...form, endpoint: 'mail us' },
    'signup-form',
    html,
    /^endpoint: .*, so nobody can sign up$/,
  ],
  [
    'an adapter without a page',
    { ...form, adapter: 'event' },
    'signup-form',
    html,
    /^adapter: .*, so nobody can sign up$/,
  ],
  [
    'an adapter without a listener',
    { ...form, adapter: 'event' },
    'signup-form',
    frame,
    /^adapter: .* frame, so nobody can sign up$/,
  ],
  [
    'an endpoint without https',
    { ...form, endpoint: 'formspree.io/f/abc', adapter: 'formspree' },
    'signup-form',
    [],
    /^endpoint: expected an address that begins with https:.*, so nobody can sign up$/,
  ],
  [
    'an endpoint without encryption',
    { ...form, endpoint: 'http://receiver.example/signups' },
    'signup-form',
    [],
    /^endpoint: expected an https address, so nobody can sign up$/,
  ],
  [
    'no endpoint of a service',
    { ...withoutEndpoint, adapter: 'formspree' },
    'signup-form',
    [],
    /^endpoint: expected the address that formspree gives you, such as .*, so nobody can sign up$/,
  ],
  ...(
    [
      ['formspree', 'https://formspree.io/f/…'],
      ['basin', 'https://usebasin.com/f/…'],
      ['web3forms', 'https://api.web3forms.com/submit'],
      ['formspark', 'https://submit-form.com/…'],
      ['hubspot', 'https://api.hsforms.com/submissions/v3/integration/submit/…/…'],
      ['google-forms', 'https://docs.google.com/forms/d/e/…/viewform'],
    ] as const
  ).map(
    ([adapter, example]) =>
      [
        `a form of ${adapter} in place of its address`,
        { ...form, endpoint: 'xyzabcde', adapter },
        'signup-form',
        [],
        new RegExp(
          `^endpoint: expected the address that ${adapter} gives you, such as ${example}, so nobody can sign up$`,
        ),
      ] as const,
  ),
  [
    'the name of a form in place of a path',
    { ...form, endpoint: 'xyzabcde', adapter: 'netlify' },
    'signup-form',
    [],
    /^endpoint: expected a path of your own site, such as \/, so nobody can sign up$/,
  ],
  [
    'a refused number',
    { ...card, email: 'a@b.example', telephone: 'x' },
    'contact-card',
    [],
    /^telephone: expected a telephone number, so no/,
  ],
  [
    "a form's refused number",
    { ...form, telephone: 'x' },
    'signup-form',
    [],
    /^telephone: expected a telephone number, so no/,
  ],
  [
    'unreadable hours',
    { ...card, openingHours: 'mornings' },
    'contact-card',
    [],
    /^openingHours: .*, so no hours are shown$/,
  ],
] as const)
  test(`prints the snippet and fails because of ${name}`, async () => {
    const { status, stdout, lines } = await print(configuration, widget, ...options);
    expect(stdout).toContain('</div>');
    expect(lines.filter((line) => expected.test(line))).toHaveLength(1);
    expect(lines.at(-1)).toContain('lacks what visitors need');
    expect(status).toBe(1);
  });

test('leaves no form that would be sent to the site itself', async () => {
  for (const endpoint of ['xyzabcde', 'my form', 'hello@riverbend.example', 'formspree.io/f/xyzabcde'])
    for (const options of [html, []]) {
      const { stdout } = await print({ ...form, endpoint, adapter: 'formspree' }, 'signup-form', ...options);
      expect(stdout).not.toMatch(/<form|action=/);
      expect(stdout).toContain('</div>');
    }
  // A path may lead on from there.
  const proxied = await print({ ...form, endpoint: '/forms/xyzabcde', adapter: 'formspree' }, 'signup-form', ...html);
  expect(proxied.stdout).toContain('action="/forms/xyzabcde"');
  expect(proxied.status).toBe(0);
});

test('what visitors do not need is only noted, once, with the name that was probably meant', async () => {
  const { status, lines } = await print(
    { ...card, phone: '1', hours: 'Mo', tz: 'UTC', mail: 'x', 'brand-color': 'teal' },
    'contact-card',
    ...html,
  );
  expect(lines).toEqual([
    'phone: unknown, so it is ignored. Did you mean telephone?',
    'hours: unknown, so it is ignored. Did you mean openingHours?',
    'tz: unknown, so it is ignored. Did you mean timeZone?',
    'mail: unknown, so it is ignored. Did you mean email?',
    'brand-color: unknown, so it is ignored. Did you mean brand?',
  ]);
  expect(status).toBe(0);
});

/** A program with one session. */
const program = (startDate: string, timeZone?: string, more = {}): object => ({
  ...form,
  hasCourseInstance: [{ name: 'Evenings', startDate, courseSchedule: { scheduleTimezone: timeZone }, ...more }],
});
const start = 'hasCourseInstance[0].startDate';

for (const [name, configuration, expected] of [
  [
    "another zone's offset",
    program('2099-02-02T18:30-08:00', 'America/New_York'),
    `${start}: 2099-02-02T18:30-08:00 is 9:30 PM in America/New_York; for 6:30 PM write 2099-02-02T18:30-05:00`,
  ],
  [
    "another season's offset",
    program('2099-07-02T18:30:00-05:00', 'America/New_York'),
    `${start}: 2099-07-02T18:30-05:00 is 7:30 PM in America/New_York; for 6:30 PM write 2099-07-02T18:30-04:00`,
  ],
  [
    'a time on the next day',
    program('2099-02-02T22:00-08:00', 'America/New_York'),
    `${start}: 2099-02-02T22:00-08:00 is February 3 at 1:00 AM in America/New_York; for 10:00 PM write 2099-02-02T22:00-05:00`,
  ],
  [
    'no offset',
    program('2099-02-02T18:30', 'America/New_York'),
    `${start}: expected an offset from UTC; for America/New_York write 2099-02-02T18:30-05:00`,
  ],
  [
    'a session that is over',
    program('2020-02-02T18:30-05:00', 'America/New_York'),
    'hasCourseInstance[0]: is not shown, because it was over on February 2, 2020',
  ],
] as const)
  test(`says what visitors see of ${name}`, async () => {
    expect(await print(configuration, 'signup-form', ...html)).toMatchObject({ status: 0, lines: [expected] });
  });

test('says what visitors see without a time zone, and nothing about a right one', async () => {
  const { lines } = await print(program('2099-02-02T18:30-05:00'), 'signup-form', ...html);
  expect(lines).toEqual([
    expect.stringMatching(/scheduleTimezone: expected a zone .* visitors see the times in their own/),
  ]);
  for (const time of ['2099-02-02T18:30-05:00', '2099-07-02T18:30:00-0400'])
    expect((await print(program(time, 'America/New_York'), 'signup-form', ...html)).lines).toEqual(['']);
});

for (const [name, content, expected] of [
  ['a trailing comma', '{\n  "name": "A",\n}', 'line 2, column 14: there is a comma too many'],
  ['typographic quotation marks', '{\n  “name”: “A”\n}', 'line 2, column 3: typographic quotation mark “'],
  ['a typographic quotation mark at the end', '{"name”: "A"}', 'typographic quotation marks'],
  ['single quotation marks', "{'name': 'A'}", 'line 1, column 2: single quotation mark'],
  ['a missing comma', '{\n  "name": "A"\n  "sms": "1"\n}', 'line 2, column 14: a comma is missing'],
  ['a quotation mark in a text', '{"name": "The "Good" Place"}', 'line 1, column 15: write \\" for a quotation mark'],
  ['a comment', '{\n  "name": "A" // mine\n}', 'line 2, column 15: JSON has no comments'],
  ['a line break in a text', '{\n  "name": "A\nB"\n}', 'line 2, column 11: a text has a line break'],
  ['no closing brace', '{"name": "A"', 'line 1, column 13: the closing } is missing'],
  ['an RTF document', '{\\rtf1\\ansi {"name": "A"}}', 'this is an RTF document'],
  ['a Word document', 'PK\x03\x04', 'this is a document of Word'],
  ['UTF-16', Buffer.from('\ufeff{"name": "A"}', 'utf16le'), 'saved as UTF-16'],
  ['Latin-1', Buffer.from('{\n  "name": "Café"}', 'latin1'), 'line 2, column 15: a letter such as é'],
  ['nothing', '', 'it is empty'],
] as const)
  test(`says where and why a file cannot be read: ${name}`, async () => {
    const path = write('practice.json', content);
    const { status, lines } = await run('snippet', path, '--widget', 'contact-card');
    expect(lines).toEqual([expect.stringContaining(`${path}: `)]);
    expect(lines[0]).toContain(expected);
    expect(status).toBe(1);
  });

test('reports a folder or a missing file, and suggests a similar name', async () => {
  const path = write('practice.json', '{}');
  const folder = join(path, '..');
  const other = join(folder, 'practise.json');
  mkdirSync(join(folder, 'drafts'));
  for (const [file, expected] of [
    [other, `there is no file ${other}; did you mean ${path}?`],
    [path.replace('.json', ''), `did you mean ${path}?`],
    [folder, `is a folder; expected a file, such as ${path}`],
  ] as const) {
    const { status, lines } = await run('snippet', file, '--widget', 'contact-card');
    expect(lines).toEqual([expect.stringContaining(expected)]);
    expect(lines[0]).not.toMatch(/ENOENT|EISDIR/);
    expect(status, basename(file)).toBe(1);
  }
});

test('says what is wrong with the arguments before the usage of the command', async () => {
  for (const [args, problem] of [
    [['snipet'], 'havenkit: there is no command snipet. Did you mean snippet?'],
    [['snippet', 'a.json'], 'havenkit snippet: expected --widget with one of circle-diagram, '],
    [
      ['snippet', '--widget', 'contact-card'],
      'havenkit snippet: expected a file with the configuration of the contact-card',
    ],
    [
      ['snippet', 'a.json', '--widgets', 'contact-card'],
      'havenkit snippet: there is no option --widgets. Did you mean --widget?',
    ],
    [['snippet', 'a.json', '--widget', 'contact-cart'], 'Did you mean contact-card?'],
    [['snippet', 'a.json', '--widget', 'card'], 'Did you mean contact-card?'],
    [['snippet', 'a.json', '--widget'], 'havenkit snippet: --widget needs a value: circle-diagram, '],
    [['snippet', 'a.json', 'b.json', '--widget', 'contact-card'], 'havenkit snippet: expected one file, found 2'],
  ] as const) {
    const { status, lines } = await run(...args);
    expect(lines[0]).toContain(problem);
    expect(lines).toContain('Usage:');
    expect(status).toBe(2);
  }
  const { stdout, status } = await run('snippet', '--help');
  expect(stdout).toContain('havenkit snippet ');
  expect(stdout).not.toContain('havenkit check');
  expect(status).toBe(0);
});

test('the files are on a site, not on a computer', async () => {
  for (const folder of ['/Users/ana/havenkit', 'C:\\havenkit', 'havenkit', 'http://practice.example/havenkit']) {
    const { status, lines } = await print(card, 'contact-card', '--files', folder);
    expect(lines).toEqual([expect.stringContaining('--files: expected the address of the folder on your own site')]);
    expect(status).toBe(1);
  }
});

test('the circle and the prompt need no file', async () => {
  for (const widget of ['circle-diagram', 'reflection-prompt'])
    expect(await run('snippet', '--widget', widget)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`<haven-${widget}`),
    });
});
