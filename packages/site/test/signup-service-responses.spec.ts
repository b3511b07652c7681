/** The built sign-up form with the special responses of each service. */
import { expect, test } from '@playwright/test';
import type { ServiceName } from '../../elements/test-support/form-services.js';
import {
  expectShown,
  fill,
  finalResults,
  open,
  posts,
  press,
  start,
  submissionIds,
  type Shown,
  useServices,
} from './fakes/signup-services.js';

useServices();

/** A special response of one service, and what the form shows then. */
interface Case {
  readonly title: string;
  /** Settings that differ: `endpoint`, `fields`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The service's traps for this attempt and the automatic retries. */
  readonly next?: string[];
  readonly answers?: Parameters<typeof fill>[1];
  readonly shown: Shown;
  /** Text of the service's message. */
  readonly message?: string;
  readonly link?: string;
  /** The number of stored sign-ups. Default 1 if `confirmed`, otherwise 0. */
  readonly stored?: number;
  /** How often it is sent. Default once. */
  readonly attempts?: number;
}

const cases: Partial<Record<ServiceName, Case[]>> = {
  form: [
    { title: 'a thank-you page', next: ['page'], shown: 'unconfirmed', stored: 1 },
    { title: 'the form as a page, with 200', next: ['form again'], shown: 'unconfirmed' },
    { title: 'errors with 200', next: ['errors'], shown: 'problem', message: 'Enter your full name.' },
  ],
  formspree: [
    { title: 'a thank-you page', shown: 'confirmed', link: 'https://formspree.io/thanks?language=en' },
    { title: 'an unknown form', settings: { endpoint: '/f/missing' }, shown: 'refused', message: 'Form not found' },
    {
      title: 'an inactive form',
      settings: { endpoint: '/f/inactive' },
      shown: 'refused',
      message: 'This form is inactive',
    },
    {
      title: 'reCAPTCHA is turned on',
      next: ['captcha'],
      shown: 'refused',
      message: 'reCAPTCHA must first be disabled',
    },
    {
      title: 'an email address as the key, which requires a referrer',
      settings: { endpoint: '/f/practice@home.example' },
      shown: 'refused',
      message: 'Invalid "Referer" header',
    },
    { title: 'an address that its owner has not confirmed', next: ['activation'], shown: 'unconfirmed', stored: 1 },
    {
      title: 'an email address that the service rejects',
      answers: { email: 'añá@home.example' },
      shown: 'problem',
      message: 'Enter an email address like name@example.com',
    },
  ],
  netlify: [
    { title: 'a custom thank-you page', settings: { endpoint: '/own-thanks' }, shown: 'unconfirmed', stored: 1 },
    { title: 'a catch-all page', settings: { endpoint: '/app' }, shown: 'unconfirmed' },
    { title: 'a form that is not declared', settings: { fields: { 'form-name': 'other' } }, shown: 'unconfirmed' },
    { title: 'a deleted form', settings: { endpoint: '/gone' }, shown: 'refused', message: 'Page not found' },
  ],
  basin: [
    { title: 'an endpoint without .json', settings: { endpoint: '/f/abcd' }, shown: 'confirmed' },
    { title: 'an unknown form', settings: { endpoint: '/f/missing' }, shown: 'refused', message: 'Form not found' },
  ],
  web3forms: [
    { title: 'a message', shown: 'confirmed', message: 'Email sent successfully!' },
    { title: 'a message outside the body', next: ['beside'], shown: 'confirmed', message: 'Email sent successfully!' },
    { title: 'no access key', settings: { fields: {} }, shown: 'refused', message: 'Access key is required' },
    { title: 'a failure with 200', next: ['blocked'], shown: 'refused', message: 'Domain is not allowed' },
    {
      title: 'a persistent error that says that nothing was sent',
      next: Array(4).fill('fault'),
      shown: 'refused',
      attempts: 4,
    },
    { title: 'a temporary error that says that nothing was sent', next: ['fault'], shown: 'confirmed', attempts: 2 },
  ],
  formspark: [
    { title: 'a success without JSON', next: ['text'], shown: 'confirmed' },
    { title: 'an unknown form', settings: { endpoint: '/missing' }, shown: 'refused', message: 'Form not found' },
  ],
  'google-forms': [
    // Google drops unknown fields silently, so the form does not send them.
    { title: 'fields that the site owner has not mapped', settings: { fields: {} }, shown: 'refused', attempts: 0 },
    {
      title: 'the address of the responses as the endpoint',
      settings: { endpoint: '/forms/d/e/abcd/formResponse' },
      shown: 'unconfirmed',
      stored: 1,
    },
  ],
  hubspot: [
    { title: 'a message in HTML', shown: 'confirmed', message: 'Thanks for submitting the form.' },
    { title: 'a thank-you page', next: ['redirect'], shown: 'confirmed', link: 'https://practice.example/thanks' },
    {
      title: 'a field that the form does not have',
      settings: { fields: { telephone: 'telephone' } },
      answers: { telephone: '(503) 555-0100' },
      shown: 'refused',
      message: 'Field is not in form definition',
    },
    {
      title: 'an email address that the service rejects',
      answers: { email: 'añá@home.example' },
      shown: 'problem',
      message: 'Enter an email address like name@example.com',
    },
  ],
  'contact-form-7': [
    { title: 'a message', shown: 'confirmed', message: 'Thank you for your message. It has been sent.' },
    ...['spam', 'acceptance_missing', 'aborted'].map((status): Case => ({
      title: `${status}, with 200`,
      next: [status],
      shown: 'refused',
      message: 'There was an error ‹b>trying‹/b> to send.',
    })),
    // A plugin may store the submission anyway.
    {
      title: 'an email that fails',
      next: ['mail_failed'],
      shown: 'unknown',
      message: 'There was an error ‹b>trying‹/b> to send.',
    },
    {
      title: 'an unknown form',
      settings: { endpoint: '/wp-json/contact-form-7/v1/contact-forms/404/feedback' },
      shown: 'refused',
      message: 'The requested contact form was not found.',
    },
    {
      title: 'an invalid unit tag',
      settings: { fields: { _wpcf7_unit_tag: 'not a tag' } },
      shown: 'refused',
      message: 'There is no valid unit tag.',
    },
    {
      title: 'an email address, which the default form requires',
      answers: { email: '', telephone: '(503) 555-0100' },
      shown: 'problem',
      message: 'Please fill out this field.',
    },
  ],
};

for (const [name, rows] of Object.entries(cases) as [ServiceName, Case[]][])
  test(`${name}: special responses`, async ({ page }) => {
    const setup = await start(name);
    const { server, service } = setup;
    let button = '';
    for (const { title, settings, next = [], answers, shown, message, link, stored, attempts = 1 } of rows)
      await test.step(title, async () => {
        if (!button || settings || answers) {
          await open(page, name, setup, settings);
          await fill(page, answers);
          button = 'Sign up';
        }
        server.requests.length = service.stored.length = 0;
        service.next.push(...next);
        await press(page, button);
        button = settings || answers || finalResults.includes(shown) ? '' : 'Try again';
        await expectShown(page, shown, message);
        if (link) await expect(page.getByRole('link', { name: 'Continue' })).toHaveAttribute('href', link);
        expect(service.stored).toHaveLength(stored ?? (shown === 'confirmed' ? 1 : 0));
        expect([posts(server).length, submissionIds(posts(server)).length]).toEqual([attempts, Math.min(attempts, 1)]);
        if (shown !== 'problem') return;
        // The error summary links to the field. With another answer, the same sign-up is accepted.
        await page.getByRole('link', { name: message ?? '' }).click();
        await expect(page.getByLabel(name === 'form' ? 'Your name' : 'Email address')).toBeFocused();
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type(name === 'form' ? 'Ana María Löwe' : 'ana@home.example');
        await press(page, 'Try again');
        await expectShown(page, 'confirmed');
        button = '';
        expect(service.stored).toHaveLength(1);
        expect(submissionIds(posts(server))).toHaveLength(1);
      });
  });
