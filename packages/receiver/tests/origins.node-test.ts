import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReceiver, type LogEntry } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { origin, sendForm } from './support/http.ts';

describe('the allowed origins', () => {
  const database = openDatabase(':memory:');
  const create = (...allowedOrigins: string[]) => createReceiver({ database, allowedOrigins });

  it('are what a browser sends', () => {
    for (const text of [
      'https://practice.example',
      'http://localhost:4173',
      'https://127.0.0.1:8443',
      'http://[::1]:8080',
      'https://xn--mnchen-3ya.example',
      'https://my_site.example',
    ])
      create(text);
  });

  it('are refused at the start if no browser would ever send them, with what to write instead', () => {
    const cases: [text: string, advice: RegExp][] = [
      ['https://*.practice.example', /no wildcards: list each origin/],
      ['*', /no wildcards: list each origin/],
      ['https://*', /no wildcards/],
      ['https://practice.example:*', /no wildcards/],
      ['https://practice.example/', /Write https:\/\/practice\.example\.$/],
      ['https://practice.example/sign-up', /Write https:\/\/practice\.example\.$/],
      ['https://practice.example?', /Write https:\/\/practice\.example\.$/],
      ['https://Practice.Example', /Write https:\/\/practice\.example\.$/],
      ['HTTPS://practice.example', /Write https:\/\/practice\.example\.$/],
      ['https://practice.example:443', /Write https:\/\/practice\.example\.$/],
      ['http://practice.example:80', /Write http:\/\/practice\.example\.$/],
      ['https://user@practice.example', /Write https:\/\/practice\.example\.$/],
      ['https://münchen.example', /Write https:\/\/xn--mnchen-3ya\.example\.$/],
      ['http://127.1', /Write http:\/\/127\.0\.0\.1\.$/],
      [' https://practice.example', /Write https:\/\/practice\.example\.$/],
      ['null', /Write it like https:\/\/example\.org, without a path/],
      ['', /Write it like/],
      ['practice.example', /Write it like/],
      ['practice.example:8080', /Write it like/],
      ['//practice.example', /Write it like/],
      ['https://practice.example;', /Write it like/],
      ['https://a.example,https://b.example', /is not an origin/],
      ['ftp://practice.example', /Write it like/],
      ['file:///index.html', /Write it like/],
    ];
    for (const [text, message] of cases)
      assert.throws(
        () => create(origin, text),
        (error: unknown) =>
          error instanceof RangeError &&
          error.message.startsWith(`"${text}" is not an origin.`) &&
          message.test(error.message),
        text,
      );
  });

  it('explain a refused form to its visitor, to the site owner and in the log', async () => {
    const entries: LogEntry[] = [];
    const app = createReceiver({ database, allowedOrigins: [origin], log: (entry) => entries.push(entry) });
    const fields = { program: 'Growing', name: 'Ana', telephone: '503 555 0142', consent: 'yes' };
    for (const [headers, outcome, repair] of [
      [
        { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
        'origin-null',
        /no-referrer.*strict-origin.*allow-same-origin/,
      ],
      [{ Origin: 'null' }, 'origin-null', /hides its origin \(Origin: null\)/],
      [{ Origin: 'https://elsewhere.example' }, 'origin', /such as https:\/\/example\.org, to ALLOWED_ORIGINS/],
      [{}, 'origin', /ALLOWED_ORIGINS/],
    ] as const) {
      const response = await sendForm(app, fields, headers);
      assert.equal(response.status, 403);
      const page = await response.text();
      assert.match(page, /Something is wrong with this form, not with your answers\. Nothing was saved\. Call us/);
      assert.match(page, repair);
      assert.equal(entries.at(-1)?.outcome, outcome);
      const inSpanish = await (await sendForm(app, { ...fields, locale: 'es' }, headers)).text();
      assert.match(inSpanish, /Algo está mal en este formulario.*Para quien administra el sitio: /s);
      const json = await sendForm(app, fields, { ...headers, Accept: 'application/json' });
      assert.deepEqual(await json.json(), { code: outcome });
    }
  });
});
