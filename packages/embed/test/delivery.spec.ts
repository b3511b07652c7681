/** What a site owner copies is what her builder, page and receiver need, and no more. */
import { runInNewContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import type { Fallback } from '@havenkit/elements/foundation';
import { parseOrigins } from '../../receiver/src/origins.js';
import { builders, formsOf, type BuilderId } from '../src/site-builders/builders.js';
import { delivery, type Delivery, type DeliveryOptions, type Piece } from '../src/site-builders/delivery.js';
import { render } from '../src/node/render.js';
import { eventsOf, widgets } from '../src/widgets.js';
import { configurations, files } from './embedded.page.js';

type Widget = keyof typeof configurations;
type Options = Partial<Omit<DeliveryOptions, 'widget'>>;

async function deliver(widget: string, builder: BuilderId, options: Options = {}): Promise<Delivery> {
  const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
  return delivery({
    widget,
    builder,
    configuration: configurations[widget as Widget],
    language: 'en',
    form: formsOf(builder, widget)[0]!,
    files,
    fallback,
    render,
    ...options,
  });
}

const code = ({ pieces }: Delivery, id: Piece['id']): string | undefined => {
  const piece = pieces.find((each) => each.id === id);
  return piece?.kind === 'code' ? piece.code : undefined;
};

const ids = ({ pieces }: Delivery): string[] => pieces.map(({ id }) => id);

test('every widget has something to copy in every form of every builder', async () => {
  for (const { id } of builders)
    for (const widget of widgets)
      for (const form of formsOf(id, widget)) {
        const { pieces, complete, problems } = await deliver(widget, id, { form });
        expect(pieces.length, `${id} ${form} ${widget}`).toBeGreaterThan(0);
        expect(new Set(pieces.map((piece) => piece.id)).size).toBe(pieces.length);
        for (const { title, where } of pieces) expect([title.en, title.es, where.en, where.es]).not.toContain('');
        expect(problems).toEqual([]);
        expect(complete).toBe(true);
      }
});

test('a form that a builder cannot take is refused', async () => {
  await expect(deliver('contact-card', 'wix', { form: 'html' })).rejects.toThrow(RangeError);
  await expect(deliver('signup-form', 'wordpress-author', { form: 'html' })).rejects.toThrow(RangeError);
});

test('a script that the whole site needs is apart, and the snippet has none', async () => {
  const squarespace = await deliver('contact-card', 'squarespace');
  expect(code(squarespace, 'snippet')).not.toContain('<script');
  expect(code(squarespace, 'site-script')).toBe(`<script defer src="${files}contact-card.classic.js"></script>`);
  const author = await deliver('contact-card', 'wordpress-author');
  expect(code(author, 'snippet')).toContain('<div data-haven="contact-card" data-name="Riverbend Family Center"');
  expect(code(author, 'site-script')).toBe(`<script defer src="${files}loader.classic.js"></script>`);
  // In a box of its own, a widget sees no other script.
  const box = await deliver('contact-card', 'godaddy', { form: 'loader' });
  expect(code(box, 'snippet')).toContain('loader.classic.js');
  expect(ids(box)).not.toContain('site-script');
});

test('says how tall a box has to be on a phone and on a computer, and nothing where there is no box', async () => {
  const samples = [14, 24, 30, 50].map((width) => ({ width, height: 60 - width }));
  const room = { mouse: samples, touch: samples.map(({ width, height }) => ({ width, height: height + 1 })) };
  const heightIn = async (builder: BuilderId, options: Options = {}): Promise<unknown> =>
    (await deliver('contact-card', builder, { room, ...options })).height;
  // 47.25em from 14em on, 37.25em from 24em on, 31.25em from 30em on, and 11.25em from 50em on.
  expect(await heightIn('wix')).toEqual({ phone: 600, computer: 180 });
  expect(await heightIn('wix', { fontSize: 20 })).toEqual({ phone: 950, computer: 630 });
  // The page in the box has a margin.
  expect(await heightIn('google-sites')).toEqual({ phone: 780, computer: 200 });
  expect(await heightIn('wordpress')).toBeUndefined();
  expect(await heightIn('wix', { room: undefined })).toBeUndefined();
});

test('room is reserved in style attributes where style elements are removed', async () => {
  const samples = [14, 20, 30].map((width) => ({ width, height: 80 - width }));
  const snippetOf = async (builder: BuilderId): Promise<string> =>
    code(
      await deliver('contact-card', builder, { form: 'loader', room: { mouse: samples, touch: samples } }),
      'snippet',
    )!;
  const author = await snippetOf('wordpress-author');
  expect(author).toMatch(/<div data-haven="contact-card" [^>]*style="min-height:max\([^"]*cqi[^"]*\)">/);
  const other = await snippetOf('other');
  expect(other).toContain('[data-haven=contact-card]{--havenkit-room:');
  expect(other).not.toContain(' style="');
});

test('a Custom Element gets its address, its tag, and every setting as a row', async () => {
  const result = await deliver('contact-card', 'wix', { language: 'es' });
  expect(code(result, 'script-address')).toBe(`${files}contact-card.js`);
  expect(code(result, 'tag-name')).toBe('haven-contact-card');
  expect(code(result, 'strings-script')).toContain(`${files}locales/es/contact-card.js`);
  const table = result.pieces.find(({ kind }) => kind === 'table');
  const { employee, ...settings } = configurations['contact-card'];
  expect(table).toMatchObject({
    rows: [
      { name: 'name', value: settings.name },
      { name: 'telephone', value: settings.telephone },
      { name: 'email', value: settings.email },
      { name: 'opening-hours', value: settings.openingHours },
      { name: 'time-zone', value: settings.timeZone },
      { name: 'config', value: JSON.stringify({ employee }) },
      { name: 'lang', value: 'es' },
    ],
  });
  expect(ids(await deliver('contact-card', 'wix'))).not.toContain('strings-script');
});

test('the code of a Wix page sets the same attributes, and hears every event', async () => {
  for (const widget of widgets) {
    const result = await deliver(widget, 'wix');
    const set: { name: string; value: string }[] = [];
    const heard: string[] = [];
    const element = {
      setAttribute: (name: string, value: string) => set.push({ name, value }),
      on: (type: string) => heard.push(type),
    };
    const $w = Object.assign(() => element, { onReady: (run: () => void) => run() });
    runInNewContext(code(result, 'velo')!, { $w });
    expect(result.pieces.find(({ kind }) => kind === 'table')).toMatchObject({ rows: set });
    expect(heard).toEqual(eventsOf(widget));
    expect(heard).toContain('haven-ready');
  }
});

test('a builder that takes an address gets only that', async () => {
  const result = await deliver('contact-card', 'notion');
  expect(ids(result)).toEqual(['frame-address']);
  expect(new URL(code(result, 'frame-address')!).origin + '/havenkit/').toBe(files);
});

test('a frame on a mirror of npm is incomplete, and a hint says why', async () => {
  const mirror = 'https://cdn.jsdelivr.net/npm/@havenkit/embed@0.1.0/dist/';
  const { complete, hints } = await deliver('contact-card', 'notion', { files: mirror });
  expect(complete).toBe(false);
  expect(hints[0]?.en).toContain('npm');
});

test('a hint says that a prompt is private only in a frame of another site', async () => {
  const hinted = async (builder: BuilderId, form: DeliveryOptions['form'], page?: string): Promise<boolean> =>
    (await deliver('reflection-prompt', builder, { form, page })).hints.some(({ en }) => en.includes('private'));
  expect(await hinted('wordpress', 'element')).toBe(true);
  expect(await hinted('wordpress', 'frame')).toBe(false);
  expect(await hinted('wordpress', 'frame', 'https://practice.example/about')).toBe(false);
  expect(await hinted('wordpress', 'frame', `${files}about.html`)).toBe(true);
  expect(await hinted('weebly', 'element')).toBe(false);
});

test.describe('allowed origins', () => {
  const page = 'https://www.practice.example/program';
  const endpoint = 'https://receiver.example/signups';
  const withForm = async (builder: BuilderId, form: DeliveryOptions['form'], settings: object = {}) =>
    deliver('signup-form', builder, {
      form,
      page,
      configuration: { ...configurations['signup-form'], endpoint, ...settings },
    });

  for (const [builder, form, origin, hint] of [
    ['wordpress', 'element', 'https://www.practice.example', undefined],
    ['godaddy', 'element', 'https://www.practice.example', undefined],
    ['wix', 'element', 'https://www.practice.example', undefined],
    ['wix-embed', 'element', 'https://www-practice-example.filesusr.com', 'Wix shows'],
    ['wix-embed', 'frame', 'https://widgets.example', undefined],
    ['notion', 'frame', 'https://widgets.example', undefined],
    ['weebly', 'html', undefined, 'This builder shows'],
  ] as const)
    test(`${builder}, ${form}`, async () => {
      const result = await withForm(builder, form);
      const line = code(result, 'allowed-origins');
      expect(line).toBe(origin && `ALLOWED_ORIGINS="${origin}"`);
      if (origin) expect([...parseOrigins([origin])]).toEqual([origin]);
      expect(result.hints[0]?.en.slice(0, hint?.length)).toBe(hint);
    });

  test('are only for the reference receiver on another site', async () => {
    for (const settings of [
      { endpoint: 'https://www.practice.example/signups' },
      { endpoint: 'https://formspree.io/f/abcdefgh', adapter: 'formspree' },
      { endpoint: 'mailto:hello@riverbend.example', adapter: 'mailto' },
    ])
      expect(ids(await withForm('wordpress', 'element', settings))).not.toContain('allowed-origins');
    expect(ids(await deliver('contact-card', 'wordpress', { page }))).not.toContain('allowed-origins');
  });
});

test.describe('data for search engines', () => {
  const data = async (widget: string, configuration?: object): Promise<Record<string, unknown> | undefined> => {
    const text = code(
      await deliver(widget, 'wordpress', configuration && { configuration: configuration as Record<string, unknown> }),
      'json-ld',
    );
    if (text === undefined) return undefined;
    // No value can end the script.
    expect(text.match(/<\/?script/g)).toHaveLength(2);
    return JSON.parse(text.replace(/^<script[^>]*>|<\/script>$/g, '')) as Record<string, unknown>;
  };

  test('are a practice and a program, without settings', async () => {
    const editor = { $schema: 'https://cdn.example/contact-card.schema.json' };
    const card = { ...editor, ...configurations['contact-card'], brand: 'teal', links: 'always' };
    expect(await data('contact-card', card)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'MedicalBusiness',
      name: 'Riverbend Family Center',
      telephone: '+1-503-555-0142',
      email: 'hello@riverbend.example',
      openingHours: 'Mo-Th 09:00-17:30, Fr 09:00-13:00',
      employee: configurations['contact-card'].employee,
    });
    const session = { name: 'Tuesdays', startDate: '2027-02-16T18:30:00-08:00' };
    const program = {
      ...configurations['signup-form'],
      ...editor,
      ...{ brand: 'teal', telephone: '+1-503-555-0199', fields: { name: 'full_name' }, draft: 'session', nmae: 'x' },
      hasCourseInstance: [session],
      description: '</script><script>alert(1)</script>',
    };
    expect(await data('signup-form', program)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Course',
      name: 'Growing <Secure>',
      description: program.description,
      provider: { '@type': 'Organization', ...program.provider },
      hasCourseInstance: [{ '@type': 'CourseInstance', ...session }],
    });
  });

  test('leave out what is invalid, and are only where a builder has a place for them', async () => {
    const wrong = { ...configurations['signup-form'], provider: 7, hasCourseInstance: [{ name: '' }] };
    expect(Object.keys((await data('signup-form', wrong))!)).toEqual(['@context', '@type', 'name']);
    for (const widget of ['circle-diagram', 'reflection-prompt']) expect(await data(widget)).toBeUndefined();
    expect(ids(await deliver('contact-card', 'google-sites'))).not.toContain('json-ld');
  });
});
