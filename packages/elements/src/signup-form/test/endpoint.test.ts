import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { adapterValues, type Program } from '../model/program.js';
import { readEndpoint } from '../model/endpoint.js';
import { recordWarnings } from './fake-endpoint.js';
import { SignupFormPage, undated } from './signup-form.page.js';

type Adapter = Program['adapter'];

const mapped = { rest: 'entry.1' };

/** Reads an endpoint. Returns the URL and what was reported. */
function read(
  adapter: Adapter,
  endpoint: string,
  fields: Record<string, string> = adapter === 'google-forms' ? mapped : { access_key: 'k' },
): { url: string | undefined; reported: string[] } {
  const reported: string[] = [];
  const url = readEndpoint(endpoint, adapter, fields, {
    report: (path, expected) => reported.push(`${path}: ${expected}`),
    warn: () => undefined,
    base: 'https://practice.example/page',
  });
  return { url, reported };
}

const accepted: Partial<Record<Adapter, string[]>> = {
  json: ['https://receiver.example/signups', '/signups', 'http://localhost:3000/signups'],
  form: ['/signup.php?lang=en', 'https://forms.gle/abc'],
  formspree: [
    'https://formspree.io/f/xyzabcde',
    'https://formspree.io/f/xyzabcde/?source=page#top',
    'https://formspree.io/p/1234567890/f/contact',
    // A proxy, and a server of one's own.
    'https://practice.example/contact',
    'http://127.0.0.1:8080/f/abcd',
  ],
  basin: ['https://usebasin.com/f/1a2b3c', 'https://usebasin.com/f/1a2b3c.json', 'https://www.usebasin.com/f/1a2b3c'],
  web3forms: ['https://api.web3forms.com/submit', 'https://proxy.example/submit'],
  formspark: ['https://submit-form.com/Ab3dE5', 'https://proxy.example/form'],
  'google-forms': [
    'https://docs.google.com/forms/d/e/1FAIpQLSabc_-9/viewform',
    'https://docs.google.com/forms/d/e/1FAIpQLSabc/viewform?usp=sf_link',
    'https://docs.google.com/forms/d/e/1FAIpQLSabc/formResponse',
    'https://docs.google.com/forms/u/1/d/e/1FAIpQLSabc/viewform',
  ],
  hubspot: [
    'https://api.hsforms.com/submissions/v3/integration/submit/1/78c2891f-ebdd-44c0-bd94-15c012bbbfbf',
    'https://api-eu1.hsforms.com/submissions/v3/integration/submit/1/abcd',
    'https://api-na2.hsforms.com/submissions/v3/integration/submit/1/abcd',
    'https://proxy.example/hubspot',
  ],
  netlify: ['/', '/thanks', 'https://practice.example/signup'],
  'contact-form-7': [
    'https://wordpress.example/wp-json/contact-form-7/v1/contact-forms/12/feedback',
    '/blog/wp-json/contact-form-7/v1/contact-forms/12/feedback/',
    'https://wordpress.example/?rest_route=/contact-form-7/v1/contact-forms/12/feedback',
    'https://wordpress.example/index.php?rest_route=%2Fcontact-form-7%2Fv1%2Fcontact-forms%2F12%2Ffeedback&lang=es',
  ],
  wix: [
    'https://www.practice.example/_functions/signup',
    'https://practice.wixsite.com/site/_functions/signup',
    'https://www.practice.example/_functions-dev/signup/sub?q=1',
  ],
  mailto: ['mailto:intake@practice.example', 'mailto:a@practice.example,b@practice.example'],
};

const refused: Partial<Record<Adapter, string[]>> = {
  formspree: [
    'https://formspree.io/',
    'https://formspree.io/forms/xyzabcde/integration',
    'https://formspree.io/f/',
    'https://formspree.io/login',
    'https://formspree.io/f/ana@practice.example',
    'https://formspree.io/ana@practice.example',
    'http://formspree.io/f/xyzabcde',
    'https://help.formspree.io/f/xyzabcde',
  ],
  basin: [
    'https://usebasin.com/app/forms/75327/submissions',
    'https://usebasin.com/f',
    'https://docs.usebasin.com/f/a',
  ],
  web3forms: ['https://web3forms.com/submit', 'https://api.web3forms.com/', 'http://api.web3forms.com/submit'],
  formspark: ['https://dashboard.formspark.io/forms/abcd', 'https://submit-form.com/', 'https://submit-form.com/a/b'],
  'google-forms': [
    'https://forms.gle/abc',
    'https://docs.google.com/forms/d/1AbC/edit',
    'https://docs.google.com/forms/d/e/1AbC/edit',
    'https://docs.google.com/forms/d/1AbC/viewform',
    'https://docs.google.com/forms/d/e/1AbC/closedform',
    'https://docs.google.com/forms/d/e/1AbC/viewformx',
    'https://docs.google.com/spreadsheets/d/e/1AbC/viewform',
    'http://docs.google.com/forms/d/e/1AbC/viewform',
    'https://docs.google.com.evil.example/forms/d/e/1AbC/viewform',
    'https://proxy.example/forms/d/e/1AbC/viewform',
    'https://proxy.example/?https://docs.google.com/forms/d/e/1AbC/viewform',
  ],
  hubspot: [
    'https://app.hubspot.com/forms/62515/78c2891f-ebdd-44c0-bd94-15c012bbbfbf/edit/',
    'https://share.hsforms.com/1abcd',
    'https://api.hsforms.com/submissions/v3/integration/secure/submit/1/abcd',
    'https://forms.hubspot.com/uploads/form/v2/1/abcd',
    'https://api.hsforms.com/submissions/v3/integration/submit/1',
  ],
  netlify: [
    'https://practice.netlify.app/',
    'http://practice.example/',
    'https://app.netlify.com/sites/practice/forms',
  ],
  'contact-form-7': [
    'https://wordpress.example/wp-json/contact-form-7/v1/contact-forms/547fd9e/feedback',
    'https://wordpress.example/wp-json/contact-form-7/v1/contact-forms/12',
    'https://wordpress.example/wp-admin/admin.php?page=wpcf7&post=110&action=edit',
    'https://wordpress.example/contact/',
  ],
  wix: ['https://www.practice.example/signup', 'https://www.practice.example/_functions/'],
  mailto: ['mailto:', 'mailto:intake', 'mailto:@practice.example', 'intake@practice.example', '/signups'],
};

describe('endpoint', () => {
  for (const adapter of adapterValues)
    it(`${adapter}: accepts the documented addresses, and reports where nothing can arrive`, () => {
      for (const endpoint of accepted[adapter] ?? []) {
        const { url, reported } = read(adapter, endpoint);
        expect([url, reported], endpoint).to.deep.equal([new URL(endpoint, 'https://practice.example/page').href, []]);
      }
      for (const endpoint of refused[adapter] ?? []) {
        const { url, reported } = read(adapter, endpoint);
        expect([url, reported.length], endpoint).to.deep.equal([undefined, 1]);
        expect(reported[0], endpoint).to.match(/^endpoint: /);
      }
    });

  it('is reported with what was found and what was expected, without a key or an email address', () => {
    expect(read('google-forms', 'https://forms.gle/abc?x=secret').reported).to.deep.equal([
      'endpoint: https://docs.google.com/forms/d/e/{id}/(viewform|formResponse), found forms.gle/abc',
    ]);
    expect(read('google-forms', 'https://docs.google.com/forms/d/1FAIpQLSabcdefghij/edit#x').reported).to.deep.equal([
      'endpoint: https://docs.google.com/forms/d/e/{id}/(viewform|formResponse), found docs.google.com/forms/d/…/edit',
    ]);
    expect(read('formspree', 'https://formspree.io/f/a@b.example').reported).to.deep.equal([
      'endpoint: https://formspree.io/f/{key}, found formspree.io/f/…',
    ]);
    expect(
      read('contact-form-7', 'https://w.example/wp-json/contact-form-7/v1/contact-forms/547fd9e/feedback').reported,
    ).to.deep.equal([
      'endpoint: …/contact-form-7/v1/contact-forms/{number}/feedback, found w.example/wp-json/contact-form-7/v1/contact-forms/547fd9e/feedback',
    ]);
  });

  it('needs the settings without which the service drops or refuses everything', () => {
    const google = 'https://docs.google.com/forms/d/e/1AbC/viewform';
    for (const [fields, ...reported] of [
      [{}, 'fields.rest: the name of a question for all other answers'],
      [{ name: 'Your name', rest: 'entry.1' }, 'fields.name: a name such as entry.1234'],
      [{ rest: 'message' }, 'fields.rest: a name such as entry.1234'],
      [{ name: 'entry.1' }, 'fields.rest: the name of a question for all other answers'],
      [{ name: 'entry.1', rest: 'entry.2' }],
      [{ name: 'entry.1', telephone: 'entry.2', email: 'emailAddress' }],
      [{ rest: 'entry.2', 'entry.9': 'Website', fvv: '1' }],
    ] as [Record<string, string>, ...string[]][])
      expect(read('google-forms', google, fields), JSON.stringify(fields)).to.deep.equal({
        url: reported.length ? undefined : google,
        reported,
      });
    expect(read('web3forms', 'https://api.web3forms.com/submit', {})).to.deep.equal({
      url: undefined,
      reported: ['fields.access_key: the access key'],
    });
    // A proxy may add it.
    expect(read('web3forms', 'https://proxy.example/submit', {}).reported).to.deep.equal([]);
  });

  it('never throws, and is either a URL or reported', () => {
    const text = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string(),
      fc.constantFrom(...Object.values({ ...accepted, ...refused }).flat()),
    );
    fc.assert(
      fc.property(fc.constantFrom(...adapterValues), text, (adapter, endpoint) => {
        const { url, reported } = read(adapter, endpoint);
        if (adapter !== 'event') expect(!!url).to.equal(reported.length === 0);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('sends nothing where nothing can arrive, claims nothing, tells the owner why, and shows the number to call', async () => {
    const warnings = recordWarnings();
    const { fetch } = window;
    let requests = 0;
    window.fetch = () => {
      requests++;
      return Promise.reject(new TypeError());
    };
    try {
      const form = await SignupFormPage.open(
        { ...undated, fields: mapped },
        { adapter: 'google-forms', endpoint: 'https://forms.gle/abc' },
      );
      const told = form.element.problems.filter(({ path }) => path === 'endpoint').at(-1);
      expect(told?.message).to.equal(
        'endpoint: expected https://docs.google.com/forms/d/e/{id}/(viewform|formResponse), found forms.gle/abc',
      );
      expect(warnings.join()).to.contain('forms.gle');
      expect(form.all('[part=form] details')).to.deep.equal([]);
      await form.answerAll();
      await form.send();
      await form.reaches('refused');
      await form.updateComplete;
      expect(form.text).to.contain('+1-503-555-0142').and.not.to.contain('on its way');
      expect([requests, form.field('name').value]).to.deep.equal([0, 'Ana Ortiz']);
    } finally {
      window.fetch = fetch;
    }
  });
});
