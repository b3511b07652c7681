import { expect, fixture, html } from '@open-wc/testing';
import { atEnd, until } from '../../../test-support/index.js';
import type { SignupForm } from '../signup-form.js';
import { fakeEndpoint, json, useSessionStorage } from './fake-endpoint.js';
import { dated, session, SignupFormPage, undated } from './signup-form.page.js';

describe('sign-up form: draft', () => {
  it('is stored in the tab only if configured, without consent, until it is sent or cleared', async () => {
    useSessionStorage();
    const first = await SignupFormPage.open(dated, { draft: 'session' });
    await first.answerAll();
    await first.choose('In a group', 'Tuesday evenings');
    expect(first.text).to.contain('stay in this tab');
    first.element.remove();
    const second = await SignupFormPage.open(dated, { draft: 'session' });
    await until(() => !!second.all('[name=leaveMessage]:checked')[0] && !!second.all('[name=session]:checked')[0]);
    expect([second.field('name').value, second.field('consent').checked]).to.deep.equal(['Ana Ortiz', false]);
    await second.clear();
    expect([second.field('name').value, sessionStorage.length]).to.deep.equal(['', 0]);
    await second.answerAll();
    await second.choose('In a group', 'Tuesday evenings');
    expect(sessionStorage.length).to.equal(1);
    fakeEndpoint(json(201, { reference: 'R' }));
    await second.send();
    await second.reaches('confirmed');
    expect(sessionStorage.length).to.equal(0);
  });

  for (const [name, telephone, same] of [
    ['Ana Ortiz', '(503) 555-0142', true],
    ['Ana Ortis', '(503) 555-0142', true],
    ['Ana Ortiz', '(503) 555-0199', true],
    ['Ben Silva', '(503) 555-0199', false],
  ] as const)
    it(`continues after a reload under ${same ? 'the same' : 'another'} id for ${name}, ${telephone}`, async () => {
      useSessionStorage();
      const sent = fakeEndpoint('hang', json(201, { reference: 'R' }));
      const first = await SignupFormPage.open(undated, { draft: 'session' });
      await first.answerAll();
      await first.send();
      await until(() => sent.length === 1);
      first.element.remove();
      const second = await SignupFormPage.open(undated, { draft: 'session' });
      await until(() => second.state === 'unknown' && !!second.all('[name=leaveMessage]:checked')[0]);
      await second.fill('name', name);
      await second.fill('telephone', telephone);
      second.field('consent').click();
      await second.send('Try again');
      await second.reaches('confirmed');
      expect(sent[1]?.body.name).to.equal(name);
      expect(sent[1]?.body.submissionId === sent[0]?.body.submissionId).to.equal(same);
    });

  it('stays on the waiting list across a reload', async () => {
    useSessionStorage();
    const sent = fakeEndpoint(json(409, { code: 'full' }), 'hang', json(201, { reference: 'W', waitingList: true }));
    const first = await SignupFormPage.open(dated, { draft: 'session' });
    await first.answerAll();
    await first.choose('In a group', 'Tuesday evenings');
    await first.send();
    await first.reaches('full');
    await first.send('Join the waiting list');
    await until(() => sent.length === 2);
    first.element.remove();
    const second = await SignupFormPage.open(dated, { draft: 'session' });
    await until(() => second.state === 'unknown' && !!second.all('[name=session]:checked')[0]);
    second.field('consent').click();
    await second.send('Try again');
    await second.reaches('confirmed');
    expect(sent[2]?.body).to.deep.equal(sent[1]?.body);
    expect(second.text).to.contain('You’re on the waiting list').and.not.contain('calendar');
  });

  it('is not announced if the browser cannot store it', async () => {
    const { setItem } = Storage.prototype;
    atEnd(() => (Storage.prototype.setItem = setItem));
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    const form = await SignupFormPage.open(undated, { draft: 'session' });
    await form.fill('name', 'Ana');
    await until(() => !form.text.includes('stay in this tab'));
    expect(form.field('name').value).to.equal('Ana');
  });

  it('keeps the id if the draft is enabled only after sending', async () => {
    useSessionStorage();
    const sent = fakeEndpoint(json(500, {}), json(201, { reference: 'R' }));
    const first = await SignupFormPage.open(undated, { adapter: 'form' });
    await first.answerAll();
    await first.send();
    await first.reaches('unknown');
    first.element.setAttribute('draft', 'session');
    await first.updateComplete;
    first.element.remove();
    const second = await SignupFormPage.open(undated, { adapter: 'form', draft: 'session' });
    await until(() => second.state === 'unknown' && !!second.all('[name=leaveMessage]:checked')[0]);
    second.field('consent').click();
    await second.send('Try again');
    await second.reaches('confirmed');
    expect(sent[1]?.fields.get('submissionId')).to.equal(sent[0]?.fields.get('submissionId'));
  });

  it('wins over the defaults of the fallback form, however often the page is loaded', async () => {
    useSessionStorage();
    const load = async (): Promise<SignupFormPage> => {
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
      return new SignupFormPage(element);
    };
    let page = await load();
    expect([page.field('telephone').value, sessionStorage.length]).to.deep.equal(['+1', 0]);
    await page.fill('name', 'Ana');
    await page.fill('telephone', '+1 503 555 0142');
    await page.choose('Email me');
    for (let time = 0; time < 3; time++) {
      page.element.remove();
      page = await load();
      await until(() => page.field('name').value === 'Ana');
      expect(page.field('telephone').value).to.equal('+1 503 555 0142');
      expect(page.labeled('Email me').checked).to.equal(true);
    }
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain('SECRET');
  });

  it('contains what was typed before it was enabled, and is separate for forms with different ids', async () => {
    useSessionStorage();
    const [first, second] = [
      await SignupFormPage.open(undated, { id: 'top' }),
      await SignupFormPage.open(undated, { id: 'end', draft: 'session' }),
    ];
    await first.fill('name', 'Ana');
    expect(sessionStorage.length).to.equal(0);
    first.element.setAttribute('draft', 'session');
    await first.updateComplete;
    await second.fill('name', 'Ben');
    expect(
      Object.values(sessionStorage).map((draft) => (JSON.parse(draft as string) as { name: string[] }).name[0]),
    ).to.have.members(['Ana', 'Ben']);
  });

  it('is separate for two forms of one program, also across a reload, and one does not delete what the other has sent', async () => {
    useSessionStorage();
    const sent = fakeEndpoint('hang', json(201, { reference: 'R' }));
    const open = async (): Promise<SignupFormPage[]> => [
      await SignupFormPage.open(undated, { draft: 'session' }),
      await SignupFormPage.open(undated, { draft: 'session' }),
    ];
    const [first, second] = (await open()) as [SignupFormPage, SignupFormPage];
    await first.answerAll();
    await first.send();
    await until(() => sent.length === 1);
    await second.fill('name', 'Ben');
    for (const form of [first, second]) {
      // Moved within the page.
      form.element.parentElement?.after(form.element);
      await form.updateComplete;
    }
    await second.clear();
    await second.fill('name', 'Cleo');
    first.element.remove();
    second.element.remove();
    const [again, other] = (await open()) as [SignupFormPage, SignupFormPage];
    await again.reaches('unknown');
    expect([again, other].map((form) => form.field('name').value)).to.deep.equal(['Ana Ortiz', 'Cleo']);
    expect(other.state).to.equal('idle');
  });

  it('is deleted after an unreadable response, and when it is disabled', async () => {
    useSessionStorage();
    fakeEndpoint(new Response('<p>Thanks</p>'));
    const first = await SignupFormPage.open(undated, { draft: 'session', adapter: 'form' });
    await first.answerAll();
    await first.send();
    await first.reaches('unconfirmed');
    expect(sessionStorage.length).to.equal(0);
    const second = await SignupFormPage.open(undated, { draft: 'session' });
    await second.fill('name', 'Ana');
    expect(sessionStorage.length).to.equal(1);
    second.element.removeAttribute('draft');
    await second.updateComplete;
    await second.fill('name', 'Ana Ortiz');
    expect(sessionStorage.length).to.equal(0);
  });

  it('keeps the id while it is unknown whether the sign-up arrived, and reports that again', async () => {
    useSessionStorage();
    const sent = fakeEndpoint('nothing', json(200, { success: true }));
    const commas = { ...dated, hasCourseInstance: [session('Tuesdays, late', 'Tuesdays, late', 3)] };
    const first = await SignupFormPage.open(commas, { draft: 'session', adapter: 'web3forms' });
    await first.answerAll();
    await first.choose('In a group', 'Tuesdays, late');
    await first.send();
    await first.reaches('unknown');
    first.element.remove();
    const second = await SignupFormPage.open(commas, { draft: 'session', adapter: 'web3forms' });
    await until(() => second.state === 'unknown' && second.text.includes('We do not know'));
    await second.restored('session');
    await second.choose('I agree');
    await second.send('Try again');
    await until(() => sent.length === 2);
    expect(sent[0]!.fields.get('submissionId')).to.equal(sent[1]!.fields.get('submissionId'));
  });
});
