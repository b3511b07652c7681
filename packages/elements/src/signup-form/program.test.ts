import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendar } from './calendar.js';
import { makeSubmission } from './make-submission.js';
import { parseProgram, type Program } from './program.js';
import { suggestEmail, validate, type Answers } from './validation.js';

const weekly = {
  '@id': '#tuesday',
  name: 'Tuesday evenings',
  courseMode: 'onsite',
  inLanguage: 'en',
  startDate: '2027-02-16T18:30:00-08:00',
  endDate: '2027-04-06T20:00:00-07:00',
  courseSchedule: {
    repeatFrequency: 'P1W',
    repeatCount: 8,
    startTime: '18:30',
    endTime: '20:00',
    scheduleTimezone: 'America/Los_Angeles',
  },
  remainingAttendeeCapacity: 3,
};
const course = { name: 'Growing Secure', endpoint: 'https://receiver.example/signups', hasCourseInstance: [weekly] };

function read(raw: object): { program: Program | undefined; told: string[]; warned: string[] } {
  const [told, warned]: [string[], string[]] = [[], []];
  const program = parseProgram(raw as Record<string, unknown>, {
    report: (path, expected) => told.push(`${path}: ${expected}`),
    warn: (path) => warned.push(path),
    base: 'https://practice.example/page',
  });
  return { program, told, warned };
}
const known = (raw: object = course): Program => read(raw).program!;

describe('a program', () => {
  it('has its sessions with every meeting, at the same time of the clock across a change to daylight-saving time', () => {
    const { program, told, warned } = read(course);
    expect([told, warned]).to.deep.equal([[], []]);
    const [session] = program!.sessions;
    expect(session!.meetings).to.have.lengthOf(8);
    const local = new Intl.DateTimeFormat('en', {
      timeZone: 'America/Los_Angeles',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    expect(session!.meetings.map(({ start }) => local.format(start).replace(/\s/g, ' '))).to.deep.equal(
      ['2/16', '2/23', '3/2', '3/9', '3/16', '3/23', '3/30', '4/6'].map((day) => `${day}/27, 6:30 PM`),
    );
    for (const { start, end } of session!.meetings) expect(end - start).to.equal(90 * 60_000);
    expect(session!.places).to.equal(3);
  });

  it('without dates is complete', () => {
    const { program, told } = read({ name: 'P', endpoint: '/signups', hasCourseInstance: [] });
    expect(told).to.deep.equal([]);
    expect(program!.sessions).to.deep.equal([]);
    expect(program!.endpoint).to.equal('https://practice.example/signups');
    expect(program!.formats).to.deep.equal(['individual', 'group', 'unsure']);
  });

  it('tells what is wrong by its path', () => {
    expect(read({}).told).to.deep.equal(["name: the program's name"]);
    const { told } = read({
      name: 'P',
      endpoint: 'javascript:alert(1)',
      formats: 'individual alone',
      hasCourseInstance: [
        {
          name: 'S',
          startDate: 'soon',
          remainingAttendeeCapacity: -1,
          courseSchedule: { scheduleTimezone: 'Portland' },
        },
        'x',
        {},
      ],
    });
    expect(told).to.deep.equal([
      'formats[1]: one of individual, group, unsure',
      'endpoint: an https address',
      'hasCourseInstance[0].startDate: a time such as 2027-02-16T18:30-08:00',
      'hasCourseInstance[0].remainingAttendeeCapacity: a number from 0 up',
      'hasCourseInstance[0].courseSchedule.scheduleTimezone: an IANA time zone such as America/New_York',
      'hasCourseInstance[1]: an object',
      "hasCourseInstance[2].name: the session's name",
    ]);
  });

  it('takes a challenge of the endpoint or of the page, where one can be solved and is looked at', () => {
    const given = (challenge: string, more: object = {}) => {
      const { program, told } = read({ ...course, challenge, ...more });
      return [program!.challenge, told.map((one) => one.split(':')[0])];
    };
    const own = 'https://receiver.example/challenge';
    expect(given(own)).to.deep.equal([own, []]);
    expect(given('/challenge')).to.deep.equal(['https://practice.example/challenge', []]);
    expect(given(own, { adapter: 'form' })[0]).to.equal(own);
    const told = [undefined, ['challenge']];
    for (const wrong of ['https://elsewhere.example/', 'https://receiver.example.evil.example/', 'javascript:alert(1)'])
      expect(given(wrong), wrong).to.deep.equal(told);
    expect(given('http://receiver.example/challenge')).to.deep.equal(told);
    expect(given(own, { adapter: 'formspree' })).to.deep.equal(told);
    expect(given('/challenge', { adapter: 'event' })).to.deep.equal(told);
    const reported: string[] = [];
    const insecure = parseProgram(
      { ...course, challenge: own },
      { report: (path) => reported.push(path), warn: () => undefined, base: 'http://practice.example/' },
      false,
    );
    expect([insecure!.challenge, reported]).to.deep.equal(told);
  });

  it('takes numbers as texts, and times of day with one digit', () => {
    const { program, told } = read({
      ...course,
      hasCourseInstance: [
        {
          ...weekly,
          remainingAttendeeCapacity: '4',
          courseSchedule: { ...weekly.courseSchedule, startTime: '9:00', endTime: '10:30' },
        },
      ],
    });
    expect(told).to.deep.equal([]);
    const [session] = program!.sessions;
    expect(session!.places).to.equal(4);
    expect(session!.meetings[0]!.end - session!.meetings[0]!.start).to.equal(90 * 60_000);
  });

  it('never throws on what it is given', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'name',
            'endpoint',
            'challenge',
            'formats',
            'ask',
            'provider',
            'fields',
            'hasCourseInstance',
            '__proto__',
          ),
          fc.anything(),
        ),
        (raw) => {
          read(raw);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('goes into a calendar, one event a meeting, that another program reads', () => {
    const [session] = known().sessions;
    const text = calendar(session!, 'Growing Secure, on Tuesdays; bring a friend', Date.UTC(2027, 0, 2));
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(events.map((event) => event.startDate.toJSDate().getTime())).to.deep.equal(
      session!.meetings.map(({ start }) => start),
    );
    expect(events.map((event) => event.endDate.toJSDate().getTime())).to.deep.equal(
      session!.meetings.map(({ end }) => end),
    );
    expect(new Set(events.map(({ uid }) => uid)).size).to.equal(8);
    expect(events[0]!.summary).to.equal('Growing Secure, on Tuesdays; bring a friend');
  });
});

describe('answers', () => {
  const complete: Answers = {
    format: 'group',
    session: '#tuesday',
    name: 'Ana Ortiz',
    preferredContact: 'telephone',
    telephone: '(503) 555-0142',
    leaveMessage: 'yes',
    consent: 'yes',
  };

  it('are complete with a name, a way to be reached and consent', () => {
    expect(validate(complete, known())).to.deep.equal({});
    expect(
      validate(
        { ...complete, preferredContact: 'email', telephone: '', leaveMessage: '', email: 'a@b.example' },
        known(),
      ),
    ).to.deep.equal({});
  });

  it('are told apart by field and code', () => {
    expect(validate({}, known())).to.deep.equal({
      format: 'missing',
      session: 'missing',
      name: 'missing',
      preferredContact: 'missing',
      consent: 'missing',
    });
    expect(validate({ ...complete, telephone: '' }, known())).to.deep.equal({ telephone: 'missing' });
    expect(validate({ ...complete, telephone: 'call me' }, known())).to.deep.equal({ telephone: 'invalid' });
    expect(validate({ ...complete, leaveMessage: '' }, known())).to.deep.equal({ leaveMessage: 'missing' });
    expect(validate({ ...complete, email: 'ana' }, known())).to.deep.equal({ email: 'invalid' });
    expect(validate({ ...complete, name: 'x'.repeat(300) }, known())).to.deep.equal({ name: 'too-long' });
    expect(validate({ ...complete, format: 'individual', session: '' }, known())).to.deep.equal({});
  });

  it('suggest an address that may have been meant, and leave others alone', () => {
    for (const typed of ['ana@gmial.com', 'ana@gmal.com', 'ana@gmaill.com', 'ana@gnail.com', 'ana@GMIAL.com'])
      expect(suggestEmail(typed), typed).to.equal('ana@gmail.com');
    for (const typed of ['ana@gmail.com', 'ana@practice.example', 'ana@aol.co.uk', 'ana', '', '@gmail.com'])
      expect(suggestEmail(typed), typed).to.equal(undefined);
  });

  it('suggest for every slip of one letter, and for none of two', () => {
    const domain = 'hotmail.com';
    const at = fc.nat({ max: domain.length - 1 });
    const other = fc.constantFrom(...'qwxz');
    const slips = fc.oneof(
      at.map((index) => domain.slice(0, index) + domain.slice(index + 1)),
      fc.tuple(at, other).map(([index, letter]) => domain.slice(0, index) + letter + domain.slice(index)),
      other.map((letter) => domain + letter),
      fc.tuple(at, other).map(([index, letter]) => domain.slice(0, index) + letter + domain.slice(index + 1)),
      fc
        .nat({ max: domain.length - 2 })
        .map((index) => domain.slice(0, index) + domain[index + 1]! + domain[index]! + domain.slice(index + 2)),
    );
    fc.assert(
      fc.property(slips, (slip) => {
        expect(suggestEmail(`ana@${slip}`)).to.equal(`ana@${domain}`);
      }),
    );
    const two = fc.tuple(at, at, other).filter(([one, another]) => one !== another);
    fc.assert(
      fc.property(two, ([one, another, letter]) => {
        const typed = [...domain].map((old, index) => (index === one || index === another ? letter : old)).join('');
        expect(suggestEmail(`ana@${typed}`)).to.equal(undefined);
      }),
    );
  });

  it('make a submission that holds what was asked and nothing else', () => {
    const made = makeSubmission('id-1', { ...complete, email: '' }, known(), {
      consent: 'Yes.',
      locale: 'en',
      waitingList: false,
      elapsed: 5,
    });
    expect(made).to.deep.equal({
      submissionId: 'id-1',
      program: 'Growing Secure',
      session: '#tuesday',
      format: 'group',
      name: 'Ana Ortiz',
      telephone: '(503) 555-0142',
      preferredContact: 'telephone',
      leaveMessage: 'yes',
      consent: { given: true, version: '1', text: 'Yes.' },
      locale: 'en',
      elapsed: 5,
    });
  });

  it('make a submission with the number as E.164 where its country code was typed, beside the number as typed', () => {
    const e164Of = (telephone: string): string | undefined => {
      const made = makeSubmission('i', { ...complete, telephone }, known(), {
        consent: '',
        locale: 'en',
        waitingList: false,
        elapsed: 0,
      });
      expect(made.telephone).to.equal(telephone.trim());
      return made.telephoneE164;
    };
    expect(e164Of(' +1 (503) 555-0142 ')).to.equal('+15035550142');
    expect(e164Of('+44 (0)20 7946 0958')).to.equal('+442079460958');
    expect(e164Of('+49.30.901820')).to.equal('+4930901820');
    for (const uncertain of [
      '503 555 0142',
      '1-503-555-0142',
      '+0 503 555 0142',
      '+44 20 7946 0958 ext. 12',
      '+1 911',
      '+1 503 555 0142 or home',
      '988',
    ])
      expect(e164Of(uncertain), uncertain).to.equal(undefined);
    // Whatever is typed: E.164, or not there.
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'+0123456789() -x') }), (typed) => {
        expect(e164Of(typed.trim() || '1') ?? '+15035550142').to.match(/^\+[1-9]\d{6,14}$/);
      }),
    );
  });

  it('mean the waiting list where a session is full', () => {
    const full = known({ ...course, hasCourseInstance: [{ ...weekly, remainingAttendeeCapacity: 0 }] });
    const circumstances = { consent: '', locale: 'en', waitingList: false, elapsed: 0 };
    expect(makeSubmission('i', complete, full, circumstances).waitingList).to.equal(true);
    expect(makeSubmission('i', complete, known(), circumstances)).not.to.have.property('waitingList');
    expect(makeSubmission('i', complete, known(), { ...circumstances, waitingList: true }).waitingList).to.equal(true);
  });
});
