/** The built sign-up form against the special answers of each service. */
import { expect, test } from '@playwright/test';
import type { ServiceName } from '../../elements/test-support/form-services.js';
import {
  ends,
  expectShown,
  fill,
  ids,
  open,
  posts,
  press,
  start,
  type Shown,
  useServices,
} from './fakes/signup-services.js';

useServices();

/** A case of one service: what its form is like, what it does, and what the person is shown. */
interface Case {
  readonly what: string;
  /** Of the configuration: `endpoint`, `fields`. */
  readonly more?: object;
  /** What the service does with this try, and with those that the form makes by itself. */
  readonly next?: string[];
  readonly answers?: Parameters<typeof fill>[1];
  readonly shown: Shown;
  readonly words?: string;
  readonly link?: string;
  /** Default one where it is `confirmed`, else none. */
  readonly stored?: number;
  /** How often it is sent. Default once. */
  readonly tries?: number;
}

const cases: Partial<Record<ServiceName, Case[]>> = {
  form: [
    { what: 'thanks as a page', next: ['page'], shown: 'unconfirmed', stored: 1 },
    { what: 'the form again as a page, with 200', next: ['form again'], shown: 'unconfirmed' },
    { what: 'errors inside 200', next: ['errors'], shown: 'problem', words: 'Enter your full name.' },
  ],
  formspree: [
    { what: 'its page of thanks', shown: 'confirmed', link: 'https://formspree.io/thanks?language=en' },
    { what: 'no such form', more: { endpoint: '/f/missing' }, shown: 'refused', words: 'Form not found' },
    { what: 'an inactive form', more: { endpoint: '/f/inactive' }, shown: 'refused', words: 'This form is inactive' },
    { what: 'reCAPTCHA is on', next: ['captcha'], shown: 'refused', words: 'reCAPTCHA must first be disabled' },
    {
      what: 'an e-mail address in the place of a key wants a referrer, which the form does not tell',
      more: { endpoint: '/f/practice@home.example' },
      shown: 'refused',
      words: 'Invalid "Referer" header',
    },
    { what: 'nobody has confirmed the address yet', next: ['activation'], shown: 'unconfirmed', stored: 1 },
    {
      what: 'an address that it does not take',
      answers: { email: 'añá@home.example' },
      shown: 'problem',
      words: 'Enter an e-mail address like name@example.com',
    },
  ],
  netlify: [
    { what: 'thanks of its own', more: { endpoint: '/own-thanks' }, shown: 'unconfirmed', stored: 1 },
    { what: "a site's catch-all page", more: { endpoint: '/app' }, shown: 'unconfirmed' },
    { what: 'a form that is not declared', more: { fields: { 'form-name': 'other' } }, shown: 'unconfirmed' },
    { what: 'a form that is gone', more: { endpoint: '/gone' }, shown: 'refused', words: 'Page not found' },
  ],
  basin: [
    { what: 'an address without .json', more: { endpoint: '/f/abcd' }, shown: 'confirmed' },
    { what: 'no such form', more: { endpoint: '/f/missing' }, shown: 'refused', words: 'Form not found' },
  ],
  web3forms: [
    { what: 'its own words', shown: 'confirmed', words: 'Email sent successfully!' },
    { what: 'words beside the body', next: ['beside'], shown: 'confirmed', words: 'Email sent successfully!' },
    { what: 'no access key', more: { fields: {} }, shown: 'refused', words: 'Access key is required' },
    { what: 'a failure inside 200', next: ['blocked'], shown: 'refused', words: 'Domain is not allowed' },
    {
      what: 'a fault that says that nothing was sent, again and again',
      next: Array(4).fill('fault'),
      shown: 'refused',
      tries: 4,
    },
    { what: 'the same, once', next: ['fault'], shown: 'confirmed', tries: 2 },
  ],
  formspark: [
    { what: 'a success that is no JSON', next: ['text'], shown: 'confirmed' },
    { what: 'no such form', more: { endpoint: '/missing' }, shown: 'refused', words: 'Form not found' },
  ],
  'google-forms': [
    // Nobody could see that it is dropped, so it is not sent.
    { what: 'fields that its owner has not named', more: { fields: {} }, shown: 'refused', tries: 0 },
    {
      what: 'the address that it is sent to',
      more: { endpoint: '/forms/d/e/abcd/formResponse' },
      shown: 'unconfirmed',
      stored: 1,
    },
  ],
  hubspot: [
    { what: 'its own words, as text', shown: 'confirmed', words: 'Thanks for submitting the form.' },
    { what: 'its page of thanks', next: ['redirect'], shown: 'confirmed', link: 'https://practice.example/thanks' },
    {
      what: 'a field that its form does not have',
      more: { fields: { telephone: 'telephone' } },
      answers: { telephone: '(503) 555-0100' },
      shown: 'refused',
      words: 'Field is not in form definition',
    },
    {
      what: 'an address that it does not take',
      answers: { email: 'añá@home.example' },
      shown: 'problem',
      words: 'Enter an e-mail address like name@example.com',
    },
  ],
  'contact-form-7': [
    { what: 'its own words', shown: 'confirmed', words: 'Thank you for your message. It has been sent.' },
    ...['spam', 'acceptance_missing', 'aborted'].map((status): Case => ({
      what: `${status}, with 200`,
      next: [status],
      shown: 'refused',
      words: 'There was an error ‹b>trying‹/b> to send.',
    })),
    // An add-on may keep it all the same.
    {
      what: 'mail that fails',
      next: ['mail_failed'],
      shown: 'unknown',
      words: 'There was an error ‹b>trying‹/b> to send.',
    },
    {
      what: 'no such form',
      more: { endpoint: '/wp-json/contact-form-7/v1/contact-forms/404/feedback' },
      shown: 'refused',
      words: 'The requested contact form was not found.',
    },
    {
      what: 'a unit tag that is none',
      more: { fields: { _wpcf7_unit_tag: 'not a tag' } },
      shown: 'refused',
      words: 'There is no valid unit tag.',
    },
    {
      what: 'an e-mail address, which its first form wants of everybody',
      answers: { email: '', telephone: '(503) 555-0100' },
      shown: 'problem',
      words: 'Please fill out this field.',
    },
  ],
};

for (const [name, rows] of Object.entries(cases) as [ServiceName, Case[]][])
  test(`${name}: its own ways to take a sign-up, and not to`, async ({ page }) => {
    const setting = await start(name);
    const { server, service } = setting;
    let button = '';
    for (const { what, more, next = [], answers, shown, words, link, stored, tries = 1 } of rows)
      await test.step(what, async () => {
        if (!button || more || answers) {
          await open(page, name, setting, more);
          await fill(page, answers);
          button = 'Send sign-up';
        }
        server.seen.length = service.stored.length = 0;
        service.next.push(...next);
        await press(page, button);
        button = more || answers || ends.includes(shown) ? '' : 'Try again';
        await expectShown(page, shown, words);
        if (link) await expect(page.getByRole('link', { name: 'Go on' })).toHaveAttribute('href', link);
        expect(service.stored).toHaveLength(stored ?? (shown === 'confirmed' ? 1 : 0));
        expect([posts(server).length, ids(posts(server)).length]).toEqual([tries, Math.min(tries, 1)]);
        if (shown !== 'problem') return;
        // What it is about is at the top and at its field; with another answer it goes, as the same sign-up.
        await page.getByRole('link', { name: words ?? '' }).click();
        await expect(page.getByLabel(name === 'form' ? 'Your name' : 'E-mail address')).toBeFocused();
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type(name === 'form' ? 'Ana María Löwe' : 'ana@home.example');
        await press(page, 'Try again');
        await expectShown(page, 'confirmed');
        button = '';
        expect(service.stored).toHaveLength(1);
        expect(ids(posts(server))).toHaveLength(1);
      });
  });
