import { expect } from '@open-wc/testing';
import { until } from '../../../test-support/index.js';
import { fakeEndpoint, json } from './fake-endpoint.js';
import { announcementIsFocused, dated, session, SignupFormPage, textOf } from './signup-form.page.js';

describe('sign-up form: sessions', () => {
  it('shows dates, meetings and places, and offers the waiting list of a full group', async () => {
    const sent = fakeEndpoint(json(201, { reference: 'W-1', waitingList: true }));
    const form = await SignupFormPage.open(dated);
    expect(form.text)
      .to.contain('Tuesdays, 6:30 to 8:00 PM Pacific time')
      .and.to.contain('February 16 to April 6, 2055')
      .and.to.contain('8 meetings')
      .and.to.contain('3 spots left');
    expect(form.text).to.contain('Full. You can join the waiting list.');
    await form.answerAll();
    await form.choose('In a group', 'Saturdays');
    await form.send('Join the waiting list');
    await form.reaches('confirmed');
    expect([sent[0]!.body.session, sent[0]!.body.waitingList]).to.deep.equal(['#saturday', true]);
    expect(form.text)
      .to.contain('You’re on the waiting list')
      .and.to.contain('if a spot opens up')
      .and.not.to.contain('next steps');
    // Nobody on the waiting list has a date yet.
    expect(form.text).not.to.contain('Add to calendar');
  });

  it('names the language of a group that meets in another one than the form', async () => {
    const groups = [
      ['en-US', '#1'],
      ['es-MX', '#2'],
      ['French', '#3'],
      ['', '#4'],
    ].map(([inLanguage, id]) => ({
      ...session(id!, `Group ${id}`, 3),
      inLanguage,
    }));
    const form = await SignupFormPage.open({ ...dated, hasCourseInstance: groups });
    await form.choose('In a group');
    const languages = form
      .all('.more')
      .map(textOf)
      .filter((text) => text.startsWith('In '));
    expect(languages).to.deep.equal(['In Spanish', 'In French']);
  });

  it('reports that no place is left to somebody who is not sure of a group', async () => {
    fakeEndpoint(json(409, { code: 'full', message: 'All groups are full.' }));
    const form = await SignupFormPage.open(dated);
    await form.answerAll();
    await form.choose('In a group');
    form.all('[name=session][value=unsure]')[0]?.click();
    await form.send();
    await until(() => announcementIsFocused());
    expect(form.state).to.equal('full');
    expect(form.text).to.contain('This group is full').and.to.contain('All groups are full.');
  });

  it('names the group and its dates in the confirmation', async () => {
    fakeEndpoint(json(201, { reference: 'R' }));
    const form = await SignupFormPage.open(dated);
    await form.answerAll();
    await form.choose('In a group', 'Tuesday evenings');
    await form.send();
    await form.reaches('confirmed');
    expect(form.text).to.contain('Tuesday evenings').and.to.contain('April 6, 2055').and.not.to.contain('left');
    expect(form.button('Add to calendar')).to.not.equal(null);
  });

  it('is named by its name, day and time, and described by the rest', async () => {
    const form = await SignupFormPage.open(dated);
    const choice = form.labeled('Saturdays');
    const textBy = (attribute: string): string => textOf(form.all(`#${choice.getAttribute(attribute)}`)[0]);
    expect(textBy('aria-labelledby')).to.equal('Saturdays Tuesdays, 6:30 to 8:00 PM Pacific time');
    expect(textBy('aria-describedby')).to.match(/to April 6, 2055 8 meetings Full\. You can join the waiting list\.$/);
  });

  it('keeps the choice when sessions and formats change their order, and clears it when the session is gone', async () => {
    const form = await SignupFormPage.open(dated);
    await form.choose('In a group', 'Saturdays');
    form.element.config = { ...dated, hasCourseInstance: dated.hasCourseInstance.toReversed() };
    form.element.setAttribute('formats', 'group individual');
    await form.updateComplete;
    expect([...form.chosen('session'), ...form.chosen('format')]).to.deep.equal(['#saturday', 'group']);
    form.element.config = { ...dated, hasCourseInstance: [session('#tuesday', 'Tuesday evenings', 3)] };
    await form.updateComplete;
    expect(form.chosen('session')).to.deep.equal([]);
  });

  it('remembers the group while another format is chosen', async () => {
    const form = await SignupFormPage.open(dated);
    await form.choose('In a group', 'Tuesday evenings', 'One-on-one', 'In a group');
    expect(form.chosen('session')).to.deep.equal(['#tuesday']);
  });

  it('offers no waiting list for a group that is no longer chosen', async () => {
    const sent = fakeEndpoint(json(409, { code: 'full' }), json(201, { reference: 'R' }));
    const form = await SignupFormPage.open({
      ...dated,
      hasCourseInstance: [session('#tuesday', 'Tuesday evenings', 3), session('#friday', 'Fridays', 3)],
    });
    await form.answerAll();
    await form.choose('In a group', 'Tuesday evenings');
    await form.send();
    await until(() => form.text.includes('group is full'));
    await form.choose('Fridays');
    expect(form.text).not.to.match(/group is full|Join the/);
    await form.send();
    await form.reaches('confirmed');
    expect(sent[1]!.body.waitingList).to.equal(undefined);
  });

  it('offers the waiting list under the same id when a group has filled up', async () => {
    const sent = fakeEndpoint(json(409, { code: 'full' }), json(201, { reference: 'W-2', waitingList: true }));
    const form = await SignupFormPage.open(dated);
    await form.answerAll();
    await form.choose('In a group', 'Tuesday evenings');
    await form.send();
    await form.reaches('full');
    await form.updateComplete;
    expect(form.text).to.contain('group is full').and.not.to.contain('3 spots left');
    await form.send('Join the waiting list');
    await form.reaches('confirmed');
    expect(sent.map(({ body }) => body.waitingList)).to.deep.equal([undefined, true]);
    expect(sent[0]!.body.submissionId).to.equal(sent[1]!.body.submissionId);
  });

  it('offers the waiting list if there is no group to choose', async () => {
    const sent = fakeEndpoint(json(409, { code: 'full' }), json(201, { reference: 'W', waitingList: true }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await form.reaches('full');
    await form.send('Join the waiting list');
    await form.reaches('confirmed');
    expect(sent.map(({ body }) => body.waitingList)).to.deep.equal([undefined, true]);
  });

  it('shows no group or calendar if the endpoint has an earlier version', async () => {
    fakeEndpoint('nothing', json(422, { code: 'mismatch' }));
    const form = await SignupFormPage.open(dated, { adapter: 'wix', endpoint: '/_functions/signup' });
    await form.answerAll();
    await form.choose('In a group', 'Tuesday evenings');
    await form.send();
    await form.reaches('unknown');
    await form.choose('Saturdays');
    await form.send('Try again');
    await form.reaches('unconfirmed');
    expect(form.text)
      .to.contain('We got your earlier sign-up')
      .and.not.to.match(/Saturdays|Tuesday|calendar/);
  });
});
