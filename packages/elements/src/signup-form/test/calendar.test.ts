import { expect } from '@open-wc/testing';
import ICAL from 'ical.js';
import { calendar } from '../model/calendar.js';
import { dated, known, weekly } from './program-fixtures.js';

describe('a calendar', () => {
  it('has an event for each meeting that another program can read', () => {
    const [session] = known().sessions;
    const text = calendar(session!, 'Growing Secure, on Tuesdays; bring a friend', Date.UTC(2027, 0, 2));
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
    expect(events.map((event) => event.startDate.toJSDate().getTime())).to.deep.equal(
      session!.meetings.map(({ start }) => start),
    );
    expect(events.map((event) => event.endDate.toJSDate().getTime())).to.deep.equal(
      session!.meetings.map(({ end }) => end),
    );
    expect(new Set(events.map(({ uid }) => uid)).size).to.equal(8);
    expect(events[0]!.summary).to.equal('Growing Secure, on Tuesdays; bring a friend');
  });

  it('leaves out an unknown end', () => {
    const { program } = dated({ name: 'S', startDate: weekly.startDate });
    const text = calendar(program!.sessions[0]!, 'S', 0);
    expect(text).to.contain('DTSTART:20270217T023000Z').and.not.contain('DTEND');
    expect(ICAL.parse(text)).to.be.an('array');
  });
});
