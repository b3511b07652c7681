import { expect, fixture, html } from '@open-wc/testing';
import { createChallenge, verifySolution, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import {
  applyCss,
  atEnd,
  atWidth,
  click,
  control,
  expectAccessible,
  findOverflow,
  focused,
  hostileCss,
  painted,
  press,
  rightToLeft,
  textSpacing,
  traces,
  type,
  until,
} from '../../../test-support/index.js';
import '../define.js';
import '../../locales/es.js';
import type { Result } from '../adapters/adapter.js';
import type { HavenSignupEvent, SignupForm, Submission } from '../signup-form.js';

const session = (id: string, name: string, places: number): object => ({
  '@id': id,
  name,
  // Far enough away not to be over, with the weekdays of 2027.
  startDate: '2055-02-16T18:30:00-08:00',
  courseSchedule: {
    repeatFrequency: 'P1W',
    repeatCount: 8,
    startTime: '18:30',
    endTime: '20:00',
    scheduleTimezone: 'America/Los_Angeles',
  },
  remainingAttendeeCapacity: places,
});
const dated = {
  name: 'Growing Secure',
  provider: { name: 'Riverbend Family Center', telephone: '+1-503-555-0142' },
  hasCourseInstance: [session('#tuesday', 'Tuesday evenings', 3), session('#saturday', 'Saturdays', 0)],
};
const undated = { ...dated, hasCourseInstance: [] };

async function form(config: object = undated, attributes: Record<string, string> = {}): Promise<SignupForm> {
  const element = await fixture<SignupForm>(
    html`<haven-signup-form .config=${{ endpoint: '/signups', ...config }}></haven-signup-form>`,
  );
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.updateComplete;
  return element;
}

interface Sent {
  url: string;
  headers: Headers;
  body: Submission;
  /** What is no JSON. */
  fields: FormData;
}

/** Answers in place of an endpoint, one after another; the last one again and again. Gives what was sent. */
function endpoint(...answers: (Response | 'nothing' | 'hang')[]): Sent[] {
  const sent: Sent[] = [];
  const { fetch } = window;
  atEnd(() => (window.fetch = fetch));
  window.fetch = async (input, init) => {
    const request = new Request(new URL(input as string, location.href), init);
    sent.push({
      url: request.url,
      headers: request.headers,
      fields: await request
        .clone()
        .formData()
        .catch(() => new FormData()),
      body: (await request.json().catch(() => ({}))) as Submission,
    });
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    if (answer === 'hang') return new Promise<Response>(() => undefined);
    if (answer === 'nothing') throw new TypeError('Failed to fetch');
    return answer.clone();
  };
  return sent;
}
const json = (status: number, body: object, headers = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

/** Sends a sign-up that gets no answer; then somebody comes back to the page and fills the form in. */
async function sendAndReturn(element: SignupForm, sent: readonly unknown[]): Promise<void> {
  await answerAll(element);
  await send(element);
  await until(() => sent.length === 1);
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await until(() => state(element) === 'unknown');
  await answerAll(element);
}

const inside = <Found extends Element = HTMLElement>(element: Element, selector: string): Found[] => [
  ...(element.shadowRoot?.querySelectorAll<Found>(selector) ?? []),
];
const words = (node: Element | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const text = (element: Element): string => words(inside(element, '[part=form]')[0]);
const field = (element: Element, name: string): HTMLInputElement =>
  inside<HTMLInputElement>(element, `#${name}`)[0] ?? expect.fail(`There is no field ${name}.`);
/** The control with a label. */
const labelled = (element: Element, label: string): HTMLInputElement =>
  [...inside<HTMLLabelElement>(element, 'label')].find((one) => words(one).startsWith(label))
    ?.control as HTMLInputElement;

async function fill(element: SignupForm, name: string, value: string): Promise<void> {
  const input = field(element, name);
  input.focus();
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.blur();
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}
async function choose(element: SignupForm, ...labels: string[]): Promise<void> {
  for (const label of labels) {
    labelled(element, label).click();
    await element.updateComplete;
  }
}
/** Answers everything that is needed, for a program without dates. */
async function answerAll(element: SignupForm): Promise<void> {
  await choose(element, 'One to one', 'Call me');
  await fill(element, 'name', 'Ana Ortiz');
  await fill(element, 'telephone', '(503) 555-0142');
  await choose(element, 'Yes', 'Riverbend Family Center may keep');
}
const send = async (element: SignupForm, name = 'Send sign-up'): Promise<void> => {
  control(element, name).click();
  await element.updateComplete;
};
/** Whether the focus is at what has to be read first. */
const told = (): boolean => focused()?.getAttribute('role') === 'group';
const state = (element: Element): string => (element as SignupForm).state;

describe('the sign-up form', () => {
  it('asks with native controls in one form, with autocomplete and marked optional fields', async () => {
    const element = await form();
    expect(inside(element, 'form')).to.have.lengthOf(1);
    expect(words(inside(element, 'h2')[0])).to.equal('Sign up: Growing Secure');
    const tokens = inside<HTMLInputElement>(element, 'input[autocomplete]').map((one) => [one.name, one.autocomplete]);
    expect(tokens).to.deep.equal([
      ['name', 'name'],
      ['telephone', 'tel'],
      ['email', 'email'],
      ['website', 'off'],
    ]);
    expect(
      inside(element, 'label')
        .filter((one) => one.textContent.includes('(optional)'))
        .map(words),
    ).to.deep.equal(['E-mail address (optional)']);
    expect(text(element)).to.contain('Which times suit you? (optional)');
    expect(inside(element, '[placeholder], [required], [maxlength]')).to.deep.equal([]);
    expect(field(element, 'consent').checked).to.equal(false);
  });

  it('says what is missing only when it is sent, at the top and at each field, and leads there', async () => {
    const sent = endpoint(json(201, { reference: 'R' }));
    const element = await form();
    await fill(element, 'email', 'ana');
    expect(inside(element, '.error')).to.deep.equal([]);
    await send(element);
    await until(() => told());
    const links = inside(element, '[role=group] a');
    expect(links.map(words)).to.deep.equal([
      'Choose how you would like to take part',
      'Enter your name',
      'Choose how we should reach you',
      'Enter an e-mail address like name@example.com',
      'Tick the box so that we may keep what you wrote',
    ]);
    expect(inside(element, '.error').map(words)).to.deep.equal(links.map(words));
    expect(field(element, 'name').getAttribute('aria-invalid')).to.equal('true');
    expect(field(element, 'name').getAttribute('aria-describedby')).to.equal('name-notes');
    const { href } = location;
    links[1]!.click();
    expect(focused()?.id).to.equal('name');
    expect([location.href, sent.length, field(element, 'email').value]).to.deep.equal([href, 0, 'ana']);
    expect(text(element)).not.to.match(/please|sorry|invalid|oops/i);
  });

  it('sends once what was asked, with its id, and shows the reference and what comes next', async () => {
    const sent = endpoint(json(201, { reference: 'HK-7Q2M' }));
    const element = await form(undated, {
      lang: 'en',
      keeps: '6 months',
      'response-time': 'We call you within two days.',
    });
    const seen: object[] = [];
    element.addEventListener('haven-signup', ({ detail }: HavenSignupEvent) => seen.push(detail));
    await answerAll(element);
    const button = control(element, 'Send sign-up');
    button.click();
    button.click();
    await element.updateComplete;
    button.click();
    await until(() => state(element) === 'confirmed');
    expect(sent).to.have.lengthOf(1);
    const { url, headers, body } = sent[0]!;
    const { submissionId, elapsed, ...rest } = body;
    expect(new URL(url).pathname).to.equal('/signups');
    expect(headers.get('Idempotency-Key')).to.equal(`"${submissionId}"`);
    expect(submissionId).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(elapsed).to.be.at.least(0);
    expect(rest).to.deep.equal({
      program: 'Growing Secure',
      format: 'individual',
      name: 'Ana Ortiz',
      telephone: '(503) 555-0142',
      preferredContact: 'telephone',
      leaveMessage: 'yes',
      consent: {
        given: true,
        version: '1',
        text: 'Riverbend Family Center may keep what I wrote here to answer me and to plan the program. It is kept for 6 months.',
      },
      locale: 'en',
    });
    await until(() => !!focused()?.classList.contains('gone'));
    expect(text(element))
      .to.contain('Your sign-up has arrived')
      .and.to.contain('HK-7Q2M')
      .and.to.contain('within two days')
      .and.to.contain('+1-503-555-0142');
    expect(seen).to.deep.equal([{ state: 'sending' }, { state: 'confirmed', reference: 'HK-7Q2M' }]);
  });

  it('can be filled in and sent with the keyboard alone', async () => {
    const sent = endpoint(json(201, { reference: 'R' }));
    const element = await form();
    const before = document.createElement('button');
    element.before(before);
    before.focus();
    await press('Tab', 'Space');
    // Past four kinds of times.
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    expect(focused()).to.equal(field(element, 'name'));
    await type('Ana');
    await press('Tab', 'Space', 'Tab');
    await type('5035550142');
    await press('Tab', 'Space');
    await until(() => !!inside(element, '[name=leaveMessage]:checked')[0]);
    await press('Tab', 'Tab', 'Space', 'Tab', 'Enter');
    await until(() => state(element) === 'confirmed');
    expect(sent[0]!.body.name).to.equal('Ana');
    before.remove();
  });

  describe('with dates', () => {
    it('shows when, how often and how many places, and takes a full group as a way to the waiting list', async () => {
      const sent = endpoint(json(201, { reference: 'W-1', waitingList: true }));
      const element = await form(dated);
      expect(text(element))
        .to.contain('Tuesday, February 16, 2055')
        .and.to.contain('8 meetings')
        .and.to.contain('3 places left');
      expect(text(element)).to.contain('Full. You can join the waiting list.');
      await answerAll(element);
      await choose(element, 'In a group', 'Saturdays');
      await send(element);
      await until(() => state(element) === 'confirmed');
      expect([sent[0]!.body.session, sent[0]!.body.waitingList]).to.deep.equal(['#saturday', true]);
      expect(text(element)).to.contain('You are on the waiting list');
      // There is no date to keep yet.
      expect(text(element)).not.to.contain('Add to calendar');
    });

    it('says that there is no place to who is not sure of a group, too', async () => {
      endpoint(json(409, { code: 'full', message: 'All groups are full.' }));
      const element = await form(dated);
      await answerAll(element);
      await choose(element, 'In a group');
      inside(element, '[name=session][value=unsure]')[0]?.click();
      await send(element);
      await until(() => told());
      expect(state(element)).to.equal('full');
      expect(text(element)).to.contain('This group has just filled up').and.to.contain('All groups are full.');
    });

    it('names the group and its dates in what is to be kept', async () => {
      endpoint(json(201, { reference: 'R' }));
      const element = await form(dated);
      await answerAll(element);
      await choose(element, 'In a group', 'Tuesday evenings');
      await send(element);
      await until(() => state(element) === 'confirmed');
      expect(text(element))
        .to.contain('Tuesday evenings')
        .and.to.contain('February 16, 2055')
        .and.not.to.contain('left');
      expect(control(element, 'Add to calendar')).to.not.equal(null);
    });

    const chosen = (element: SignupForm, name: string): string[] =>
      inside<HTMLInputElement>(element, `[name=${name}]:checked`).map(({ value }) => value);

    it('keeps to what was chosen when sessions and ways to take part change their places, or clears it', async () => {
      const element = await form(dated);
      await choose(element, 'In a group', 'Saturdays');
      element.config = { ...dated, hasCourseInstance: dated.hasCourseInstance.toReversed() };
      element.setAttribute('formats', 'group individual');
      await element.updateComplete;
      expect([...chosen(element, 'session'), ...chosen(element, 'format')]).to.deep.equal(['#saturday', 'group']);
      element.config = { ...dated, hasCourseInstance: [session('#tuesday', 'Tuesday evenings', 3)] };
      await element.updateComplete;
      expect(chosen(element, 'session')).to.deep.equal([]);
    });

    it('remembers the group while somebody looks at one to one', async () => {
      const element = await form(dated);
      await choose(element, 'In a group', 'Tuesday evenings', 'One to one', 'In a group');
      expect(chosen(element, 'session')).to.deep.equal(['#tuesday']);
    });

    it('offers no waiting list of a group that is not chosen any more', async () => {
      const sent = endpoint(json(409, { code: 'full' }), json(201, { reference: 'R' }));
      const element = await form({
        ...dated,
        hasCourseInstance: [session('#tuesday', 'Tuesday evenings', 3), session('#friday', 'Fridays', 3)],
      });
      await answerAll(element);
      await choose(element, 'In a group', 'Tuesday evenings');
      await send(element);
      await until(() => text(element).includes('just filled up'));
      await choose(element, 'Fridays');
      expect(text(element)).not.to.match(/just filled up|Join the/);
      await send(element);
      await until(() => state(element) === 'confirmed');
      expect(sent[1]!.body.waitingList).to.equal(undefined);
    });

    it('offers the waiting list when a group has filled up meanwhile, under the same id', async () => {
      const sent = endpoint(json(409, { code: 'full' }), json(201, { reference: 'W-2', waitingList: true }));
      const element = await form(dated);
      await answerAll(element);
      await choose(element, 'In a group', 'Tuesday evenings');
      await send(element);
      await until(() => state(element) === 'full');
      expect(text(element)).to.contain('just filled up');
      await send(element, 'Join the waiting list');
      await until(() => state(element) === 'confirmed');
      expect(sent.map(({ body }) => body.waitingList)).to.deep.equal([undefined, true]);
      expect(sent[0]!.body.submissionId).to.equal(sent[1]!.body.submissionId);
    });
  });

  describe('when it does not go well', () => {
    /** Waits between tries take no time. */
    const atOnce = (): void => {
      const { random } = Math;
      atEnd(() => (Math.random = random));
      Math.random = () => 0;
    };

    it('says that it does not know, keeps the answers, gives the number, and tries again under the same id', async () => {
      atOnce();
      const sent = endpoint('nothing', 'nothing', 'nothing', 'nothing', json(201, { reference: 'R' }));
      const element = await form();
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'unknown');
      expect(text(element)).to.contain('We do not know whether your sign-up arrived').and.to.contain('counts once');
      expect(text(element).split('You can also call +1-503-555-0142')).to.have.lengthOf(2);
      expect(inside<HTMLAnchorElement>(element, '[href^="tel:"]').map(({ href }) => href)).to.deep.equal([
        'tel:+15035550142',
      ]);
      expect(field(element, 'name').value).to.equal('Ana Ortiz');
      await until(() => told());
      await send(element, 'Try again');
      await until(() => state(element) === 'confirmed');
      expect(sent).to.have.lengthOf(5);
      expect(new Set(sent.map(({ body }) => body.submissionId)).size).to.equal(1);
    });

    it('does not try again by itself where a sign-up could count twice', async () => {
      const sent = endpoint('nothing');
      const element = await form(undated, { adapter: 'basin' });
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'unknown');
      expect(sent).to.have.lengthOf(1);
      expect(text(element)).to.contain('it may arrive twice').and.not.to.contain('counts once');
    });

    it('is a new form after it was cleared: with another id, and without what was said', async () => {
      const sent = endpoint('nothing', json(200, { success: true }));
      const element = await form(undated, { adapter: 'web3forms' });
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'unknown');
      await click(control(element, 'Clear the form'));
      await element.updateComplete;
      expect([state(element), field(element, 'name').value]).to.deep.equal(['idle', '']);
      expect(text(element)).not.to.contain('We do not know');
      await answerAll(element);
      await send(element);
      await until(() => sent.length === 2);
      expect(sent[0]!.fields.get('submissionId')).not.to.equal(sent[1]!.fields.get('submissionId'));
    });

    it('takes nothing that is typed while it is sent, and warns who leaves', async () => {
      endpoint('hang');
      const element = await form();
      const leaves = (): boolean => dispatchEvent(new Event('beforeunload', { cancelable: true }));
      await answerAll(element);
      expect(leaves()).to.equal(true);
      await send(element);
      await until(() => focused() === inside(element, '[type=submit]')[0]);
      field(element, 'name').focus();
      expect(focused()?.id).not.to.equal('name');
      expect(leaves()).to.equal(false);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await element.updateComplete;
      expect([state(element), leaves(), field(element, 'name').value]).to.deep.equal(['unknown', true, '']);
      expect(text(element)).to.contain('We do not know').and.not.to.contain('still here');
    });

    it('keeps what was typed while a setting is wrong, and tells', async () => {
      const { warn } = console;
      atEnd(() => (console.warn = warn));
      const warned: string[] = [];
      console.warn = (one: string) => warned.push(one);
      const element = await form();
      await answerAll(element);
      element.config = { endpoint: '/signups' };
      await element.updateComplete;
      expect([field(element, 'name').value, field(element, 'consent').checked]).to.deep.equal(['Ana Ortiz', true]);
      expect(warned.join()).to.contain("expected the program's name");
    });

    it('asks for consent again when its words or their version change', async () => {
      const element = await form();
      for (const [name, value] of [
        ['keeps', '50 years'],
        ['consent-version', '2'],
      ] as const) {
        await choose(element, 'Riverbend Family Center may keep');
        element.setAttribute(name, value);
        await element.updateComplete;
        expect(field(element, 'consent').checked, name).to.equal(false);
      }
    });

    it('opens what leads away from it in another tab', async () => {
      const element = await form(undated, { 'privacy-url': '/privacy' });
      const [link] = inside<HTMLAnchorElement>(element, 'a[href$="/privacy"]');
      expect([link?.target, link?.rel]).to.deep.equal(['_blank', 'noreferrer']);
      expect(words(link)).to.contain('new tab');
    });

    it('says that an earlier version has arrived where a Wix function says so', async () => {
      endpoint('nothing', json(422, { code: 'mismatch' }));
      const element = await form(undated, { adapter: 'wix' });
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'unknown');
      await fill(element, 'name', 'Ana Maria');
      await send(element, 'Try again');
      await until(() => state(element) === 'unconfirmed');
      expect(text(element)).to.contain('An earlier version of it has arrived. To change it, call us.');
    });

    it('says that it was not sent when there is no connection', async () => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
      atEnd(() => Reflect.deleteProperty(navigator, 'onLine'));
      const sent = endpoint('nothing');
      const element = await form();
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'offline');
      expect([text(element).includes('was not sent'), sent.length]).to.deep.equal([true, 0]);
    });

    it('places what the endpoint does not take on its fields', async () => {
      endpoint(json(400, { fieldErrors: { telephone: 'invalid', email: 'This address is not known to us.' } }));
      const element = await form();
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'refused');
      expect(inside(element, '[role=group] a').map(words)).to.deep.equal([
        'Enter the telephone number, with the area code',
        'This address is not known to us.',
      ]);
    });

    it('says what the endpoint does not take in words that help, and leads only to fields that are there', async () => {
      endpoint(
        json(400, {
          fieldErrors: {
            childAgeBand: 'invalid',
            session: 'too-long',
            name: 'constructor',
            toString: 'x',
            consent: 'Odd one.',
          },
          message: 'We looked twice.',
        }),
      );
      const element = await form(undated, { ask: 'child-age-band' });
      await answerAll(element);
      await send(element);
      await until(() => told());
      expect(inside(element, '[role=group] li').map(words)).to.deep.equal([
        'Enter a shorter answer',
        'Enter your name',
        'Check your answer: How old is your child?',
        'Odd one.',
      ]);
      expect(inside(element, '[role=group] a').map(words)).not.to.include('Enter a shorter answer');
      expect(words(inside(element, '[role=group]')[0])).to.contain('We looked twice.');
      expect(field(element, 'childAgeBand').getAttribute('aria-invalid')).to.equal('true');
      expect(words(inside(element, '#childAgeBand-notes')[0])).to.contain('Check your answer');
    });

    it('waits as long as it is asked to and tries again by itself', async () => {
      const sent = endpoint(
        json(429, {}, { 'Retry-After': '0' }),
        json(503, {}, { 'Retry-After': '0' }),
        json(201, { reference: 'R' }),
      );
      atOnce();
      const element = await form();
      await answerAll(element);
      const elsewhere = document.body.appendChild(document.createElement('input'));
      atEnd(() => elsewhere.remove());
      const tries: boolean[] = [];
      element.addEventListener('haven-signup', () => {
        if (state(element) !== 'sending') return;
        tries.push(document.activeElement === elsewhere);
        elsewhere.focus();
      });
      await send(element);
      await until(() => state(element) === 'confirmed');
      expect(new Set(sent.map(({ body }) => body.submissionId)).size).to.equal(1);
      expect(sent.length).to.equal(3);
      // Who has gone on reading elsewhere stays there until there is something to read here.
      expect(tries).to.deep.equal([false, false, true]);
    });

    it('asks for the waiting list where there is no group to choose, as well', async () => {
      const sent = endpoint(json(409, { code: 'full' }), json(201, { reference: 'W', waitingList: true }));
      const element = await form();
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'full');
      await send(element, 'Join the waiting list');
      await until(() => state(element) === 'confirmed');
      expect(sent.map(({ body }) => body.waitingList)).to.deep.equal([undefined, true]);
    });

    it('shows a mistake no longer than it is one, and the wait that goes on; a new form waits, too', async () => {
      const sent = endpoint(json(429, {}, { 'Retry-After': '90' }));
      const element = await form();
      await answerAll(element);
      await send(element);
      await until(() => text(element).includes('Try again in 2 min.'));
      await fill(element, 'name', '');
      await send(element, 'Try again');
      await until(() => text(element).includes('There is a problem'));
      await fill(element, 'name', 'Ana Ortiz');
      await send(element, 'Try again');
      await until(() => !text(element).includes('There is a problem'));
      expect(text(element)).to.contain('was not taken').and.to.contain('Try again in 2 min.');
      expect(field(element, 'name').getAttribute('aria-invalid')).to.equal(null);
      element.setAttribute('draft', 'session');
      await element.updateComplete;
      control(element, 'Clear the form').click();
      await element.updateComplete;
      await answerAll(element);
      await send(element);
      expect(text(element)).to.contain('Try again in 2 min.');
      expect(sent).to.have.lengthOf(1);
    });

    it('asks before leaving while one of two forms is sending, whatever the other one does', async () => {
      const sent = endpoint('hang');
      const [one, other] = [await form(undated, { draft: 'session' }), await form(undated, { draft: 'session' })];
      atEnd(() => sessionStorage.clear());
      await answerAll(one);
      await send(one);
      await until(() => sent.length === 1);
      control(other, 'Clear the form').click();
      await other.updateComplete;
      const leaves = (): boolean => dispatchEvent(new Event('beforeunload', { cancelable: true }));
      expect(leaves()).to.equal(false);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await one.updateComplete;
      expect(leaves()).to.equal(true);
    });

    it('neither sends again nor shows anything to whoever comes back', async () => {
      const sent = endpoint(json(201, { reference: 'SECRET-REFERENCE' }));
      const element = await form();
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'confirmed');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await element.updateComplete;
      expect(state(element)).to.equal('idle');
      expect(text(element)).not.to.contain('SECRET-REFERENCE');
      expect(field(element, 'name').value).to.equal('');
      expect(sent).to.have.lengthOf(1);
    });

    it('knows that it has arrived for good, however late that was heard', async () => {
      atEnd(() => sessionStorage.clear());
      const element = await form(undated, { adapter: 'event', draft: 'session' });
      element.addEventListener('haven-signup-request', (event) => event.preventDefault());
      await answerAll(element);
      await send(element);
      element.settle({ outcome: 'unknown' });
      await element.updateComplete;
      element.settle({ outcome: 'confirmed', reference: 'LATE' });
      await until(() => text(element).includes('LATE'));
      expect(sessionStorage.length).to.equal(0);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await element.updateComplete;
      expect([state(element), sessionStorage.length]).to.deep.equal(['idle', 0]);
    });

    it('shows what is heard late to nobody who has come back, and takes nothing of theirs', async () => {
      let answer: (response: Response) => void = () => undefined;
      const { fetch } = window;
      atEnd(() => (window.fetch = fetch));
      const sent: unknown[] = [];
      window.fetch = () => new Promise((give) => sent.push((answer = give)));
      const element = await form();
      await sendAndReturn(element, sent);
      await fill(element, 'name', 'Ben Silva');
      answer(json(201, { reference: 'FIRST' }));
      await painted();
      expect([state(element), field(element, 'name').value]).to.deep.equal(['unknown', 'Ben Silva']);
      expect(text(element)).not.to.contain('FIRST');
    });

    it('has another id for another person who comes back to a draft', async () => {
      atEnd(() => sessionStorage.clear());
      const sent = endpoint(json(500, {}), json(201, { reference: 'R' }));
      const element = await form(undated, { adapter: 'form', draft: 'session' });
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'unknown');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await element.updateComplete;
      expect(field(element, 'name').value).to.equal('Ana Ortiz');
      await fill(element, 'name', 'Ben Silva');
      await fill(element, 'telephone', '(503) 555-0199');
      await send(element, 'Try again');
      await until(() => state(element) === 'confirmed');
      expect(sent[1]?.fields.get('submissionId')).not.to.equal(sent[0]?.fields.get('submissionId'));
    });

    it('keeps what was written and surely not sent for whoever comes back', async () => {
      endpoint(json(403, { message: 'Closed' }));
      const element = await form();
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'refused');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await element.updateComplete;
      expect([state(element), field(element, 'name').value]).to.deep.equal(['refused', 'Ana Ortiz']);
    });

    it('sends what nobody has changed to the letter, in whatever language it is asked again', async () => {
      const sent = endpoint('nothing', json(201, { reference: 'R' }));
      const element = await form(undated, { adapter: 'wix' });
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'unknown');
      element.lang = 'es';
      await element.updateComplete;
      field(element, 'consent').checked = true;
      await send(element, 'Intentar de nuevo');
      await until(() => state(element) === 'confirmed');
      expect(sent[1]?.body).to.deep.equal(sent[0]?.body);
    });

    it('shows no group, and has none for the calendar, where an earlier version is what has arrived', async () => {
      endpoint('nothing', json(422, { code: 'mismatch' }));
      const element = await form(dated, { adapter: 'wix' });
      await answerAll(element);
      await choose(element, 'In a group', 'Tuesday evenings');
      await send(element);
      await until(() => state(element) === 'unknown');
      await choose(element, 'Saturdays');
      await send(element, 'Try again');
      await until(() => state(element) === 'unconfirmed');
      expect(text(element)).not.to.match(/Saturdays|Tuesday|calendar/);
    });

    it('takes what is heard of one sign-up for no other one, and gives another person an id of their own', async () => {
      const { fetch } = window;
      atEnd(() => (window.fetch = fetch));
      const sent: Submission[] = [];
      const answers: ((response: Response) => void)[] = [];
      window.fetch = (_, init) => {
        sent.push(JSON.parse(init?.body as string) as Submission);
        return new Promise((answer) => answers.push(answer));
      };
      const element = await form();
      await sendAndReturn(element, sent);
      await fill(element, 'name', 'Ben Silva');
      await fill(element, 'telephone', '(503) 555-0199');
      await send(element, 'Try again');
      await until(() => sent.length === 2);
      expect(sent[1]).to.include({ name: 'Ben Silva' }).and.not.include({ submissionId: sent[0]?.submissionId });
      answers[0]?.(json(201, { reference: 'FIRST' }));
      await painted();
      expect(state(element)).to.equal('sending');
      answers[1]?.(json(201, { reference: 'SECOND' }));
      await until(() => state(element) === 'confirmed');
      expect(text(element)).to.contain('SECOND');
    });

    it('goes on under the same id for the person who comes back', async () => {
      const sent = endpoint('hang', json(201, { reference: 'R' }));
      const element = await form();
      await sendAndReturn(element, sent);
      await send(element, 'Try again');
      await until(() => state(element) === 'confirmed');
      expect(new Set(sent.map(({ body }) => body.submissionId)).size).to.equal(1);
    });

    it('keeps what was typed when the page returns before anything was sent, and when words or settings change', async () => {
      const element = await form();
      await fill(element, 'name', 'Ana Ortiz');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      element.setAttribute('lang', 'es');
      element.setAttribute('ask', 'message');
      await element.updateComplete;
      expect(field(element, 'name').value).to.equal('Ana Ortiz');
      expect(text(element)).to.contain('Su nombre');
    });
  });

  describe('where the endpoint asks for proof of work', () => {
    const secret = 'of a test';
    const challenge = async (): Promise<Response> =>
      json(
        200,
        await createChallenge({
          algorithm: 'PBKDF2/SHA-256',
          cost: 20,
          counter: 5,
          deriveKey,
          hmacSignatureSecret: secret,
          hmacKeySignatureSecret: secret,
        }),
      );
    const solved = async ({ body }: Sent): Promise<boolean> => {
      const payload = JSON.parse(atob(body.altcha!)) as Payload;
      return (await verifySolution({ ...payload, deriveKey, hmacSignatureSecret: secret })).verified;
    };
    const asking = (attributes: object = {}): Promise<SignupForm> =>
      form(undated, { challenge: '/challenge', ...attributes });
    const paths = (sent: readonly Sent[]): string[] => sent.map(({ url }) => new URL(url).pathname);
    const atOnce = (): void => {
      const { random } = Math;
      atEnd(() => (Math.random = random));
      Math.random = () => 0;
    };

    it('asks for a challenge when it is sent and not before, and sends the solution along', async () => {
      const sent = endpoint(await challenge(), json(201, { reference: 'R' }));
      const element = await asking();
      await answerAll(element);
      expect(sent).to.deep.equal([]);
      await send(element);
      await until(() => state(element) === 'confirmed');
      expect(paths(sent)).to.deep.equal(['/challenge', '/signups']);
      expect(await solved(sent[1]!)).to.equal(true);
    });

    it('sends the same solution under the same id again while nobody knows whether it has arrived', async () => {
      atOnce();
      const sent = endpoint(await challenge(), 'nothing', json(503, {}), json(201, { reference: 'R' }));
      const element = await asking();
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'confirmed');
      expect(paths(sent)).to.deep.equal(['/challenge', '/signups', '/signups', '/signups']);
      expect(new Set(sent.slice(1).map(({ body }) => `${body.submissionId} ${body.altcha}`)).size).to.equal(1);
    });

    it('gets another challenge by itself where the solution came too late, under the same id', async () => {
      atOnce();
      const sent = endpoint(
        await challenge(),
        json(403, { code: 'challenge' }),
        await challenge(),
        json(201, { reference: 'R' }),
      );
      const element = await asking();
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'confirmed');
      const [, first, , second] = sent;
      expect(first!.body.submissionId).to.equal(second!.body.submissionId);
      expect(first!.body.altcha).not.to.equal(second!.body.altcha);
      expect(await solved(second!)).to.equal(true);
    });

    it('says that it was not sent when there is no challenge, or none that it can solve; another try goes on', async () => {
      const sent = endpoint(
        'nothing',
        json(429, { code: 'too-many' }),
        json(200, { parameters: { algorithm: 'ARGON2ID' } }),
        await challenge(),
        json(201, { reference: 'R' }),
      );
      const element = await asking();
      await answerAll(element);
      for (const name of ['Send sign-up', 'Try again', 'Try again']) {
        await send(element, name);
        await until(() => state(element) === 'offline' && told());
        expect(text(element)).to.contain('was not sent').and.to.contain('still here').and.to.contain('+1-503-555-0142');
        expect(field(element, 'name').value).to.equal('Ana Ortiz');
      }
      await send(element, 'Try again');
      await until(() => state(element) === 'confirmed');
      expect(paths(sent)).to.deep.equal([...Array<string>(4).fill('/challenge'), '/signups']);
    });

    it('gives up where the challenge takes too long', async () => {
      const { setTimeout: start } = window;
      atEnd(() => Object.assign(window, { setTimeout: start }));
      const late: (() => void)[] = [];
      Object.assign(window, {
        setTimeout: (act: () => void, delay = 0) => (delay >= 20_000 ? late.push(act) : start(act, delay)),
      });
      const sent = endpoint('hang');
      const element = await asking();
      await answerAll(element);
      await send(element);
      await until(() => late.length === 1 && sent.length === 1);
      late[0]!();
      await until(() => state(element) === 'offline');
      expect(paths(sent)).to.deep.equal(['/challenge']);
    });

    it('stops when somebody leaves while it is solved, and sends nothing', async () => {
      const { deriveBits } = SubtleCrypto.prototype;
      atEnd(() => (SubtleCrypto.prototype.deriveBits = deriveBits));
      let attempts = 0;
      SubtleCrypto.prototype.deriveBits = function (...all) {
        attempts++;
        return deriveBits.apply(this, all);
      };
      // As good as never solved.
      const endless = { algorithm: 'PBKDF2/SHA-256', cost: 20, keyPrefix: 'f'.repeat(64) };
      const sent = endpoint(json(200, await createChallenge({ ...endless, deriveKey })), json(201, { reference: 'R' }));
      const element = await asking();
      await answerAll(element);
      await send(element);
      await until(() => attempts > 3);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await painted();
      const before = attempts;
      await painted();
      await painted();
      expect([state(element), paths(sent), attempts]).to.deep.equal(['unknown', ['/challenge'], before]);
    });

    it('never asks another site for one, and tells its owner', async () => {
      const { warn } = console;
      atEnd(() => (console.warn = warn));
      const warned: string[] = [];
      console.warn = (one: string) => warned.push(one);
      const sent = endpoint(json(201, { reference: 'R' }));
      const element = await asking({ challenge: 'https://elsewhere.example/challenge' });
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'confirmed');
      expect(paths(sent)).to.deep.equal(['/signups']);
      expect(sent[0]!.body).not.to.have.property('altcha');
      expect(warned.join()).to.contain('challenge: expected');
    });
  });

  it('tells other forms that a sign-up was sent once it was, and nothing more', async () => {
    const heard: unknown[] = [];
    const channel = new BroadcastChannel('havenkit-signup');
    atEnd(() => channel.close());
    channel.addEventListener('message', ({ data }) => heard.push(data));
    endpoint(json(400, {}), json(201, { reference: 'R' }));
    const other = await form();
    const element = await form();
    await answerAll(element);
    await send(element);
    await until(() => state(element) === 'refused');
    await send(element, 'Try again');
    await until(() => text(other).includes('just sent on this device'));
    await until(() => heard.length > 0);
    expect(heard).to.deep.equal(['Growing Secure']);
    expect(text(element)).not.to.contain('on this device');
  });

  it('shows the field that has to stay empty to whose browser has filled it, rather than lose the sign-up', async () => {
    const sent = endpoint(json(201, { reference: 'R' }));
    const element = await form();
    await answerAll(element);
    const trap = inside<HTMLInputElement>(element, '[name=website]')[0]!;
    expect(trap.tabIndex).to.equal(-1);
    trap.value = 'https://ana.example';
    await send(element);
    await until(() => told());
    expect(sent).to.deep.equal([]);
    const shown = field(element, 'website');
    expect(shown.closest('[aria-hidden]')).to.equal(null);
    shown.value = '';
    await send(element);
    await until(() => state(element) === 'confirmed');
    expect(sent[0]!.body).not.to.have.property('website');
  });

  it('suggests what an address may have been meant to be, and does not insist', async () => {
    atEnd(() => sessionStorage.clear());
    const element = await form();
    element.setAttribute('draft', 'session');
    await element.updateComplete;
    await fill(element, 'email', 'ana@gmial.com');
    expect(text(element)).to.contain('Did you mean ana@gmail.com?');
    await click(control(element, 'Use that'));
    expect(field(element, 'email').value).to.equal('ana@gmail.com');
    expect(Object.values(sessionStorage).join()).to.contain('ana@gmail.com').and.not.to.contain('gmial');
  });

  it('moves nothing while something is pressed, and suggests in a live region that was there before', async () => {
    const element = await form();
    const [region] = inside(element, '[role=status]');
    expect(getComputedStyle(region!).display).not.to.equal('none');
    const [button] = inside(element, '[type=submit]');
    button!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await fill(element, 'email', 'ana@gmial.com');
    button!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    field(element, 'email').dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    button!.click();
    await element.updateComplete;
    expect(words(region)).to.contain('Did you mean ana@gmail.com?');
  });

  it('goes on with what was typed into the form between the tags before the script was there', async () => {
    const tag = 'haven-signup-form-late';
    const late = await fixture<HTMLElement>(
      `<${tag} name="P" endpoint="/signups"><form><input name="name" /><input name="telephone" /></form></${tag}>`,
    );
    const [name, telephone] = late.querySelectorAll('input');
    name!.value = 'Typed early';
    telephone!.value = '503';
    telephone!.focus();
    (customElements.get('haven-signup-form') as typeof SignupForm).define(tag);
    const element = late as SignupForm;
    await element.updateComplete;
    expect([field(element, 'name').value, field(element, 'telephone').value]).to.deep.equal(['Typed early', '503']);
    await until(() => focused()?.id === 'telephone');
  });

  it('goes on at the choice that was chosen, also at one that an answer brings up', async () => {
    const tag = 'haven-signup-form-choices';
    const late = await fixture<HTMLElement>(
      `<${tag} name="P" endpoint="/signups"><form><input name="telephone" /><input type="radio" name="leaveMessage" value="yes" /><input type="radio" name="leaveMessage" value="no" /></form></${tag}>`,
    );
    const [telephone, , no] = late.querySelectorAll('input');
    telephone!.value = '503 555 0142';
    no!.checked = true;
    no!.focus();
    (customElements.get('haven-signup-form') as typeof SignupForm).define(tag);
    await until(() => inside(late, '[name=leaveMessage]').some((choice) => choice === focused()));
    expect(focused()).to.include({ value: 'no', checked: true });
    expect([telephone!.value, no!.checked], 'what stays in the page').to.deep.equal(['', false]);
  });

  it('takes over from what has no name, too', async () => {
    const tag = 'haven-signup-form-nameless';
    const late = await fixture<HTMLElement>(
      `<${tag} name="P" endpoint="/signups"><form><input name="name" /><button>Send</button></form></${tag}>`,
    );
    late.querySelector('input')!.value = 'Ana';
    late.querySelector('button')!.focus();
    (customElements.get('haven-signup-form') as typeof SignupForm).define(tag);
    await until(() => !!inside(late, '#name')[0]);
    expect(field(late, 'name').value).to.equal('Ana');
  });

  it('asks what follows from an answer that begins with a space', async () => {
    const element = await form();
    await fill(element, 'telephone', ' ');
    expect(inside(element, '[name=leaveMessage]')).to.have.lengthOf(0);
    await fill(element, 'telephone', ' 5035550142');
    expect(inside(element, '[name=leaveMessage]')).to.have.lengthOf(2);
  });

  it('says where it is from the start, a copy too', async () => {
    endpoint(json(201, { reference: 'R' }));
    const element = await form();
    expect(state(element)).to.equal('idle');
    await answerAll(element);
    await send(element);
    await until(() => state(element) === 'confirmed');
    const copy = element.cloneNode(true) as SignupForm;
    element.after(copy);
    atEnd(() => copy.remove());
    expect(state(copy)).to.equal('idle');
  });

  it('hands the sign-up to the page where that is asked for, and takes its answer', async () => {
    const element = await form(undated, { adapter: 'event' });
    const taken: Submission[] = [];
    element.addEventListener('haven-signup-request', (event) => {
      event.preventDefault();
      taken.push(event.detail.submission);
    });
    await answerAll(element);
    await send(element);
    await until(() => taken.length === 1);
    expect([taken[0]!.name, state(element)]).to.deep.equal(['Ana Ortiz', 'sending']);
    element.setAttribute('result', JSON.stringify({ outcome: 'confirmed', reference: 'WIX-1' }));
    await until(() => state(element) === 'confirmed');
    expect(text(element)).to.contain('WIX-1');
  });

  it('takes an answer of the page for the sign-up that it names', async () => {
    const element = await form(undated, { adapter: 'event' });
    const ids: string[] = [];
    element.addEventListener('haven-signup-request', (event) => {
      event.preventDefault();
      ids.push(event.detail.submission.submissionId);
    });
    await answerAll(element);
    await send(element);
    await until(() => ids.length === 1);
    element.settle({ outcome: 'unknown' });
    await element.updateComplete;
    control(element, 'Clear the form').click();
    await element.updateComplete;
    await answerAll(element);
    await send(element);
    await until(() => ids.length === 2);
    const [first, second] = ids as [string, string];
    element.settle({ outcome: 'confirmed', reference: 'FIRST', submissionId: first });
    expect(state(element)).to.equal('sending');
    element.settle({ outcome: 'confirmed', reference: 'SECOND', submissionId: second });
    await until(() => text(element).includes('SECOND'));
  });

  describe('when another program is configured', () => {
    const other = { endpoint: '/signups', name: 'Other program', provider: { telephone: '+1-919-555-0100' } };
    const change = async (element: SignupForm): Promise<void> => {
      element.config = other;
      await element.updateComplete;
      await element.updateComplete;
    };

    it('is a new form, and what was written goes on in it', async () => {
      const sent = endpoint(json(409, { code: 'full' }), json(201, { reference: 'R' }));
      const element = await form();
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'full');
      await change(element);
      expect([state(element), field(element, 'name').value]).to.deep.equal(['idle', 'Ana Ortiz']);
      expect(text(element)).to.contain('Other program').and.not.contain('filled up');
      field(element, 'consent').checked = true;
      await send(element);
      await until(() => state(element) === 'confirmed');
      expect(sent[1]?.body).to.include({ program: 'Other program' });
      expect(sent[1]?.body.submissionId).not.to.equal(sent[0]?.body.submissionId);
    });

    it('stays with what was sent until that is known and was shown, then is a new form', async () => {
      atEnd(() => sessionStorage.clear());
      const answers: ((response: Response) => void)[] = [];
      const { fetch } = window;
      atEnd(() => (window.fetch = fetch));
      window.fetch = () => new Promise((answer) => answers.push(answer));
      const element = await form(undated, { draft: 'session', adapter: 'form' });
      await answerAll(element);
      await send(element);
      await until(() => answers.length === 1);
      await change(element);
      answers[0]?.(json(500, {}));
      await until(() => state(element) === 'unknown');
      expect(text(element)).to.contain('Growing Secure').and.not.contain('Other');
      await send(element, 'Try again');
      await until(() => answers.length === 2);
      answers[1]?.(json(200, { reference: 'R-1' }));
      await until(() => text(element).includes('R-1'));
      expect(text(element)).to.match(/^Sign up: Growing Secure/);
      expect(sessionStorage.length).to.equal(0);
      element.config = { ...undated, description: 'Changed' };
      await element.updateComplete;
      await change(element);
      expect([state(element), field(element, 'name').value]).to.deep.equal(['idle', '']);
      expect(text(element)).to.contain('Other program');
    });

    it('shows what became of it also when both come at once, and leads on to the other one', async () => {
      const element = await form(undated, { adapter: 'event' });
      element.addEventListener('haven-signup-request', (event) => event.preventDefault(), { once: true });
      await answerAll(element);
      await send(element);
      element.config = other;
      element.settle({ outcome: 'confirmed', reference: 'R-1' });
      await until(() => text(element).includes('R-1'));
      expect(text(element)).to.match(/^Sign up: Growing Secure/);
      control(element, 'Sign up: Other program').click();
      await until(() => text(element).startsWith('Sign up: Other program'));
      expect(state(element)).to.equal('idle');
    });
  });

  it('tells what became of it also while it is not in the page', async () => {
    endpoint('nothing');
    const element = await form(undated, { adapter: 'form' });
    await answerAll(element);
    const states: string[] = [];
    element.addEventListener('haven-signup', ({ detail }) => states.push(detail.state));
    await send(element);
    element.remove();
    await until(() => states.includes('unknown'));
  });

  it('says that it does not know when the page gives an answer that nobody understands, and tells its owner', async () => {
    const ways: [string, (element: SignupForm) => void][] = [
      ['settle()', (element) => element.settle({} as Result)],
      ['settle()', (element) => element.settle(undefined as unknown as Result)],
      ['result', (element) => element.setAttribute('result', '{bad')],
      ['result', (element) => element.setAttribute('result', '{"outcome":"sending"}')],
    ];
    for (const [path, answer] of ways) {
      const element = await form(undated, { adapter: 'event' });
      element.addEventListener('haven-signup-request', (event) => event.preventDefault());
      const told: object[] = [];
      element.addEventListener('haven-error', ({ detail }) => told.push(detail));
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'sending');
      answer(element);
      await until(() => state(element) === 'unknown');
      await element.updateComplete;
      const message = `${path}: expected an outcome, one of confirmed, unconfirmed, refused, full, retry, unknown`;
      expect(told).to.deep.equal([{ code: 'invalid-value', message, path }]);
      // What it says later counts.
      element.settle({ outcome: 'confirmed' });
      await until(() => state(element) === 'confirmed');
    }
  });

  it('says that it does not know when the page does not answer in time, and takes a late answer', async () => {
    const { setTimeout: start } = window;
    atEnd(() => Object.assign(window, { setTimeout: start }));
    const late: (() => void)[] = [];
    Object.assign(window, {
      // Only the form waits as long as this.
      setTimeout: (act: () => void, delay = 0) => (delay >= 20_000 ? late.push(act) : start(act, delay)),
    });
    const element = await form(undated, { adapter: 'event' });
    await answerAll(element);
    await send(element);
    await until(() => late.length === 1);
    late[0]!();
    await until(() => state(element) === 'unknown');
    expect(field(element, 'name').value).to.equal('Ana Ortiz');
    element.settle({ outcome: 'confirmed', reference: 'LATE' });
    await until(() => state(element) === 'confirmed');
  });

  describe('with an e-mail program', () => {
    /** Sends with these answers, and gives the links that were opened. */
    async function mail(config: object, name: string, message: string): Promise<string[]> {
      const { click } = HTMLAnchorElement.prototype;
      atEnd(() => (HTMLAnchorElement.prototype.click = click));
      const opened: string[] = [];
      HTMLAnchorElement.prototype.click = function () {
        opened.push(this.href);
      };
      const element = await form({ ...undated, adapter: 'mailto', ask: 'message', ...config });
      await answerAll(element);
      await fill(element, 'name', name);
      await fill(element, 'message', message);
      await send(element);
      await until(() => state(element) === 'unconfirmed');
      expect(text(element)).to.contain('Now send the e-mail').and.to.contain('only when you send it');
      expect(field(element, 'telephone').value).to.equal('(503) 555-0142');
      return opened;
    }

    // RFC 6068, sections 2 and 5.
    it('writes what was typed into the body, whatever signs are in it, and nothing into a header', async () => {
      const name = 'Ana & Zoë?cc=a@b.example#x=1 100 % +%0D%0ABcc:a@b.example 小林';
      const [href = '', ...others] = await mail(
        { endpoint: 'mailto:intake+signups@practice.example', name: 'Safe & Sound: 50 % #1?' },
        name,
        'One\nTwo\r\n&bcc=a@b.example',
      );
      expect(others).to.deep.equal([]);
      expect(href).to.match(/^mailto:intake\+signups@practice\.example\?subject=[^?#&=+\s]+&body=[^?#&=+\s]+$/);
      // Visible ASCII, and every line break is %0D%0A.
      expect(href).to.match(/^[!-~]+$/);
      expect(href.replaceAll('%0D%0A', '')).not.to.match(/%0[AD]/i);
      const [subject = '', body = ''] = href
        .split(/\?subject=|&body=/)
        .slice(1)
        .map(decodeURIComponent);
      expect(subject).to.equal('Safe & Sound: 50 % #1?');
      const lines = body.split('\r\n');
      expect(lines).to.include(`name: ${name}`);
      expect(body).to.include('message: One\r\nTwo\r\n&bcc=a@b.example\r\n');
      expect(lines[0]).to.match(/^\w+: /);
    });

    it('writes to its address alone, and half a sign stops nothing', async () => {
      expect((await mail({ endpoint: 'mailto:a@practice.example' }, 'Ana \ud83d', 'x'))[0]).to.match(
        /^mailto:a@practice\.example\?subject=Growing%20Secure&body=[^&#?]*Ana%20%EF%BF%BD[^&#?]*$/,
      );
    });
  });

  describe('privacy', () => {
    it('leaves what was typed nowhere but in the request: not in events, address, title, console or storage', async () => {
      const marks = ['Zyxwvut Marker', '503-555-9981', 'marker9981@example.com'];
      const said: unknown[] = [];
      const { log, warn, error, info } = console;
      atEnd(() => Object.assign(console, { log, warn, error, info }));
      const note = (...parts: unknown[]): unknown => said.push(parts);
      Object.assign(console, { log: note, warn: note, error: note, info: note });
      const sent = endpoint(json(201, { reference: 'R' }));
      const heard: unknown[] = [];
      for (const name of ['haven-signup', 'haven-error', 'haven-ready', 'input', 'change', 'submit'])
        document.addEventListener(name, (event) => heard.push((event as CustomEvent).detail ?? name), { once: false });
      const left = await traces(async () => {
        const element = await form();
        await answerAll(element);
        await fill(element, 'name', marks[0]!);
        await fill(element, 'telephone', marks[1]!);
        await fill(element, 'email', marks[2]!);
        await send(element);
        await until(() => state(element) === 'confirmed');
        const outside = [element.cloneNode(false) as Element].map((one) => one.outerHTML).join();
        expect(outside).not.to.match(/Marker|9981/);
        expect(element.className).to.contain('ph-no-capture');
        expect(element.hasAttribute('data-hj-suppress')).to.equal(true);
      });
      expect(sent[0]!.body.name).to.equal(marks[0]);
      expect(left.stored).to.deep.equal([]);
      const everywhere = JSON.stringify([said, heard, location.href, document.title, history.state]);
      for (const mark of marks) expect(everywhere).not.to.contain(mark);
    });

    it('keeps a draft in the tab only when asked, without consent, until it is sent or cleared', async () => {
      atEnd(() => sessionStorage.clear());
      const first = await form(dated, { draft: 'session' });
      await answerAll(first);
      await choose(first, 'In a group', 'Tuesday evenings');
      expect(text(first)).to.contain('kept in this tab');
      first.remove();
      const second = await form(dated, { draft: 'session' });
      await until(
        () => !!inside(second, '[name=leaveMessage]:checked')[0] && !!inside(second, '[name=session]:checked')[0],
      );
      expect([field(second, 'name').value, field(second, 'consent').checked]).to.deep.equal(['Ana Ortiz', false]);
      control(second, 'Clear the form').click();
      await second.updateComplete;
      expect([field(second, 'name').value, sessionStorage.length]).to.deep.equal(['', 0]);
      await answerAll(second);
      await choose(second, 'In a group', 'Tuesday evenings');
      expect(sessionStorage.length).to.equal(1);
      endpoint(json(201, { reference: 'R' }));
      await send(second);
      await until(() => state(second) === 'confirmed');
      expect(sessionStorage.length).to.equal(0);
    });

    for (const [name, telephone, same] of [
      ['Ana Ortiz', '(503) 555-0142', true],
      ['Ana Ortis', '(503) 555-0142', true],
      ['Ana Ortiz', '(503) 555-0199', true],
      ['Ben Silva', '(503) 555-0199', false],
    ] as const)
      it(`goes on after a reload under ${same ? 'the same' : 'another'} id for ${name}, ${telephone}`, async () => {
        atEnd(() => sessionStorage.clear());
        const sent = endpoint('hang', json(201, { reference: 'R' }));
        const first = await form(undated, { draft: 'session' });
        await answerAll(first);
        await send(first);
        await until(() => sent.length === 1);
        first.remove();
        const second = await form(undated, { draft: 'session' });
        await until(() => state(second) === 'unknown' && !!inside(second, '[name=leaveMessage]:checked')[0]);
        await fill(second, 'name', name);
        await fill(second, 'telephone', telephone);
        field(second, 'consent').click();
        await send(second, 'Try again');
        await until(() => state(second) === 'confirmed');
        expect(sent[1]?.body.name).to.equal(name);
        expect(sent[1]?.body.submissionId === sent[0]?.body.submissionId).to.equal(same);
      });

    it('stays on the waiting list over a reload', async () => {
      atEnd(() => sessionStorage.clear());
      const sent = endpoint(json(409, { code: 'full' }), 'hang', json(201, { reference: 'W', waitingList: true }));
      const first = await form(dated, { draft: 'session' });
      await answerAll(first);
      await choose(first, 'In a group', 'Tuesday evenings');
      await send(first);
      await until(() => state(first) === 'full');
      await send(first, 'Join the waiting list');
      await until(() => sent.length === 2);
      first.remove();
      const second = await form(dated, { draft: 'session' });
      await until(() => state(second) === 'unknown' && !!inside(second, '[name=session]:checked')[0]);
      field(second, 'consent').click();
      await send(second, 'Try again');
      await until(() => state(second) === 'confirmed');
      expect(sent[2]?.body).to.deep.equal(sent[1]?.body);
      expect(text(second)).to.contain('You are on the waiting list').and.not.contain('calendar');
    });

    it('does not say that it keeps a draft where the browser keeps none', async () => {
      const { setItem } = Storage.prototype;
      atEnd(() => (Storage.prototype.setItem = setItem));
      Storage.prototype.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
      const element = await form(undated, { draft: 'session' });
      await fill(element, 'name', 'Ana');
      await until(() => !text(element).includes('kept in this tab'));
      expect(field(element, 'name').value).to.equal('Ana');
    });

    it('keeps the id, too, where a draft is wanted only in doubt', async () => {
      atEnd(() => sessionStorage.clear());
      const sent = endpoint(json(500, {}), json(201, { reference: 'R' }));
      const first = await form(undated, { adapter: 'form' });
      await answerAll(first);
      await send(first);
      await until(() => state(first) === 'unknown');
      first.setAttribute('draft', 'session');
      await first.updateComplete;
      first.remove();
      const second = await form(undated, { adapter: 'form', draft: 'session' });
      await until(() => state(second) === 'unknown' && !!inside(second, '[name=leaveMessage]:checked')[0]);
      field(second, 'consent').click();
      await send(second, 'Try again');
      await until(() => state(second) === 'confirmed');
      expect(sent[1]?.fields.get('submissionId')).to.equal(sent[0]?.fields.get('submissionId'));
    });

    it('keeps a draft over the defaults of the form between the tags, however often it is loaded', async () => {
      atEnd(() => sessionStorage.clear());
      const load = async (): Promise<SignupForm> => {
        const element = await fixture<SignupForm>(html`
          <haven-signup-form name="P" endpoint="/signups" draft="session">
            <form>
              <input type="hidden" name="csrf" value="SECRET" /><input name="name" />
              <input name="telephone" value="+1" />
              <input type="radio" name="preferredContact" value="telephone" checked />
              <button type="reset" name="reset">Reset</button>
            </form>
          </haven-signup-form>
        `);
        await element.updateComplete;
        return element;
      };
      const first = await load();
      expect([field(first, 'telephone').value, sessionStorage.length]).to.deep.equal(['+1', 0]);
      await fill(first, 'name', 'Ana');
      await fill(first, 'telephone', '+1 503 555 0142');
      await choose(first, 'Write me an e-mail');
      for (let time = 0; time < 3; time++) {
        inside(document.body, 'haven-signup-form').forEach((one) => one.remove());
        const again = await load();
        await until(() => field(again, 'name').value === 'Ana');
        expect(field(again, 'telephone').value).to.equal('+1 503 555 0142');
        expect(labelled(again, 'Write me an e-mail').checked).to.equal(true);
      }
      expect(JSON.stringify({ ...sessionStorage })).not.to.contain('SECRET');
    });

    it('keeps at once what was written before the draft was wanted, and two forms of a page apart by their ids', async () => {
      atEnd(() => sessionStorage.clear());
      const [one, two] = [await form(undated, { id: 'top' }), await form(undated, { id: 'end', draft: 'session' })];
      await fill(one, 'name', 'Ana');
      expect(sessionStorage.length).to.equal(0);
      one.setAttribute('draft', 'session');
      await one.updateComplete;
      await fill(two, 'name', 'Ben');
      expect(
        Object.values(sessionStorage).map((draft) => (JSON.parse(draft as string) as { name: string[] }).name[0]),
      ).to.have.members(['Ana', 'Ben']);
    });

    it('keeps no draft that is not promised: after an answer that nobody can read, and when it is not wanted any more', async () => {
      atEnd(() => sessionStorage.clear());
      endpoint(new Response('<p>Thanks</p>'));
      const first = await form(undated, { draft: 'session', adapter: 'form' });
      await answerAll(first);
      await send(first);
      await until(() => state(first) === 'unconfirmed');
      expect(sessionStorage.length).to.equal(0);
      const second = await form(undated, { draft: 'session' });
      await fill(second, 'name', 'Ana');
      expect(sessionStorage.length).to.equal(1);
      second.removeAttribute('draft');
      await second.updateComplete;
      await fill(second, 'name', 'Ana Ortiz');
      expect(sessionStorage.length).to.equal(0);
    });

    it('keeps the id with the draft while nobody knows whether it has arrived, and says so again', async () => {
      atEnd(() => sessionStorage.clear());
      const sent = endpoint('nothing', json(200, { success: true }));
      const comma = { ...dated, hasCourseInstance: [session('Tuesdays, late', 'Tuesdays, late', 3)] };
      const first = await form(comma, { draft: 'session', adapter: 'web3forms' });
      await answerAll(first);
      await choose(first, 'In a group', 'Tuesdays, late');
      await send(first);
      await until(() => state(first) === 'unknown');
      first.remove();
      const second = await form(comma, { draft: 'session', adapter: 'web3forms' });
      await until(() => state(second) === 'unknown' && text(second).includes('We do not know'));
      await until(() => !!inside(second, '[name=session]:checked')[0]);
      await choose(second, 'Riverbend Family Center may keep');
      await send(second, 'Try again');
      await until(() => sent.length === 2);
      expect(sent[0]!.fields.get('submissionId')).to.equal(sent[1]!.fields.get('submissionId'));
    });

    it('says exactly what is sent, and to which host', async () => {
      const element = await form(undated, { endpoint: 'https://receiver.example/signups' });
      await answerAll(element);
      const details = inside(element, 'details')[0]!;
      expect(words(details)).to.contain('receiver.example');
      expect([...details.querySelectorAll('li')].map(words)).to.deep.equal([
        'How would you like to take part?',
        'Your name',
        'How should we reach you?',
        'Telephone number',
        'If you do not pick up, may we leave a message?',
        'Riverbend Family Center may keep what I wrote here to answer me and to plan the program.',
        'The program, your language, how long it took, and a number for this sign-up',
      ]);
      const other = await form(dated);
      await answerAll(other);
      await choose(other, 'In a group', 'Tuesday evenings');
      expect(words(inside(other, 'details ul')[0])).to.contain('Which group suits you?');
      // Then none is sent.
      labelled(other, 'Tuesday evenings')
        .closest('fieldset')!
        .querySelector<HTMLInputElement>('[value=unsure]')!
        .click();
      await other.updateComplete;
      expect(words(inside(other, 'details ul')[0])).not.to.contain('Which group suits you?');
    });

    it('asks nothing of the network and stores nothing before it is sent', async () => {
      const left = await traces(async () => {
        const element = await form(dated);
        await answerAll(element);
      });
      expect(left).to.deep.equal({ requests: [], stored: [] });
    });
  });

  it('tells its owner what is missing, and shows the form between the tags', async () => {
    const { warn } = console;
    atEnd(() => (console.warn = warn));
    const warned: string[] = [];
    console.warn = (one: string) => warned.push(one);
    const element = await fixture<SignupForm>(
      html`<haven-signup-form
        ><form action="/signups" method="post"><button>Send</button></form></haven-signup-form
      >`,
    );
    expect(element.shadowRoot?.querySelector('slot')?.hidden).to.equal(false);
    expect(warned).to.deep.equal(["<haven-signup-form> name: expected the program's name"]);
  });

  it('is accessible: empty, with errors, unknown, and sent; in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      atEnd(() => document.documentElement.style.removeProperty('color-scheme'));
      const element = await form(dated, { ask: 'child-age-band message' });
      await expectAccessible(element);
      await send(element);
      await expectAccessible(element);
      endpoint(json(201, { reference: 'R' }));
      await answerAll(element);
      await send(element);
      await until(() => state(element) === 'confirmed');
      await expectAccessible(element);
    }
  });

  it('fits from 256 pixels on, in both directions, with text spacing and hostile CSS', async () => {
    const element = await form(dated, { ask: 'child-age-band message' });
    await send(element);
    for (const width of [256, 320, 480, 720, 1100]) {
      await atWidth(element, width);
      expect(findOverflow(element), `${width}`).to.deep.equal([]);
    }
    await rightToLeft();
    await textSpacing(element);
    for (const width of [256, 320, 1100]) {
      await atWidth(element, width);
      expect(findOverflow(element), `rtl ${width}`).to.deep.equal([]);
    }
    await applyCss(hostileCss);
    await painted();
    expect(findOverflow(element)).to.deep.equal([]);
    expect(getComputedStyle(field(element, 'name')).display).to.equal('block');
  });

  it('has targets of 44 pixels', async () => {
    const element = await form(dated);
    await atWidth(element, 320);
    for (const target of inside(element, 'button, summary, #name, label:has([type=radio])'))
      expect(target.offsetHeight, words(target)).to.be.at.least(44);
  });

  it('is translated in every word', async () => {
    const element = await form(dated, { lang: 'es', ask: 'child-age-band message' });
    await send(element, 'Enviar inscripción');
    expect(text(element)).not.to.match(/\b(Your|Choose|Enter|Send|How|Which|places|meetings|optional|sent)\b/);
  });
});
