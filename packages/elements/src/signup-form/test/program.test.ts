import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { calendar } from '../model/calendar.js';
import { makeSubmission } from '../model/make-submission.js';
import { parseProgram, type Program } from '../model/program.js';
import { suggestEmail } from '../model/suggest-email.js';
import { validate, type Answers } from '../model/validation.js';

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

function read(
  raw: object,
  now = Date.UTC(2027, 0, 2),
): { program: Program | undefined; told: string[]; warned: string[] } {
  const [told, warned]: [string[], string[]] = [[], []];
  const program = parseProgram(
    raw as Record<string, unknown>,
    {
      report: (path, expected) => told.push(`${path}: ${expected}`),
      warn: (path) => warned.push(path),
      base: 'https://practice.example/page',
    },
    now,
  );
  return { program, told, warned };
}
/** A program of these sessions. */
const dated = (...hasCourseInstance: object[]): ReturnType<typeof read> => read({ ...course, hasCourseInstance });
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

  it('meets at the same time of its zone in whatever zone its start is written', () => {
    const zones = fc.constantFrom(
      'America/Los_Angeles',
      'Europe/Dublin',
      'Australia/Lord_Howe',
      'America/Santiago',
      'Africa/Casablanca',
      'Asia/Kathmandu',
      'Pacific/Chatham',
      'UTC',
    );
    const halfHours = fc.integer({ min: -24, max: 28 }).map((count) => count * 30);
    const offset = (minutes: number): string =>
      `${minutes < 0 ? '-' : '+'}${[Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => `${part}`.padStart(2, '0')).join(':')}`;
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: Date.UTC(2027, 1) / 60_000, max: Date.UTC(2032, 0) / 60_000 }),
        halfHours,
        fc.constantFrom(['P1D', 1], ['P1W', 7], ['P2W', 14]),
        (scheduleTimezone, minute, written, [repeatFrequency, days]) => {
          const start = Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
          const startDate = start.toString({ timeZone: offset(written), smallestUnit: 'minute' });
          const repeatCount = 30;
          const { program, told } = dated({
            name: 'S',
            startDate,
            courseSchedule: { repeatFrequency, repeatCount, scheduleTimezone },
          });
          expect(told).to.deep.equal([]);
          const first = start.toZonedDateTimeISO(scheduleTimezone);
          expect(program!.sessions[0]!.meetings.map((meeting) => meeting.start)).to.deep.equal(
            Array.from({ length: repeatCount }, (_, index) =>
              // The day's own rule for a time that it has twice or not at all; the first one is the instant that is written.
              index
                ? first
                    .toPlainDateTime()
                    .add({ days: index * (days as number) })
                    .toZonedDateTime(scheduleTimezone).epochMilliseconds
                : minute * 60_000,
            ),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has only its first meeting, and tells, where it is not wholly clear how it repeats', () => {
    const { scheduleTimezone, ...zoneless } = weekly.courseSchedule;
    for (const [courseSchedule, ...more] of [
      [{ ...weekly.courseSchedule, repeatFrequency: 'P1M' }, 'repeatFrequency: a rhythm such as P1W'],
      [{ ...weekly.courseSchedule, repeatFrequency: undefined }],
      [{ scheduleTimezone, repeatCount: 8 }],
      [{ ...weekly.courseSchedule, byDay: ['https://schema.org/Tuesday', 'https://schema.org/Thursday'] }],
      [{ ...weekly.courseSchedule, exceptDate: '2027-02-23' }],
      [zoneless],
    ] as [object, ...string[]][]) {
      const { program, told } = dated({ ...weekly, courseSchedule });
      expect(
        program!.sessions[0]!.meetings.map(({ start }) => start),
        JSON.stringify(courseSchedule),
      ).to.deep.equal([Date.parse(weekly.startDate)]);
      expect(told).to.deep.equal(
        [...more.map((one) => `.${one}`), ': repeatFrequency and scheduleTimezone, one byDay and no exceptDate'].map(
          (one) => `hasCourseInstance[0].courseSchedule${one}`,
        ),
      );
    }
    // One meeting repeats nothing; one day a week is the day that it begins on.
    expect(dated({ ...weekly, courseSchedule: { ...zoneless, repeatCount: 1 } }).told).to.deep.equal([]);
    const oneDay = dated({
      ...weekly,
      courseSchedule: { ...weekly.courseSchedule, byDay: ['https://schema.org/Tuesday'] },
    });
    expect([oneDay.told, oneDay.program!.sessions[0]!.meetings.length]).to.deep.equal([[], 8]);
  });

  it('has no other day in place of one that the calendar does not have', () => {
    for (const startDate of ['2027-02-30T18:30:00-08:00', '2027-02-29T18:30Z', '2027-02-16', '2027-02-16T18:30:00']) {
      const { program, told } = dated({ ...weekly, startDate });
      expect(program!.sessions[0]!.meetings).to.deep.equal([]);
      expect(told).to.deep.equal(['hasCourseInstance[0].startDate: a time such as 2027-02-16T18:30-08:00']);
    }
  });

  it('leaves out what is over', () => {
    const names = (now: string, ...instances: object[]): string[] =>
      read({ ...course, hasCourseInstance: instances }, Date.parse(now)).program!.sessions.map(({ name }) => name);
    const { endDate, ...endless } = weekly;
    const dateless = { name: 'Some day' };
    expect(names('2027-04-07T02:59:59Z', endless, dateless)).to.deep.equal(['Tuesday evenings', 'Some day']);
    expect(names('2027-04-07T03:00:01Z', endless, dateless)).to.deep.equal(['Some day']);
    // Without a schedule it is over when it says that it ends.
    const plain = { name: 'Plain', startDate: weekly.startDate, endDate };
    expect(names('2027-04-01T00:00:00Z', plain)).to.deep.equal(['Plain']);
    expect(names('2027-04-08T00:00:00Z', plain)).to.deep.equal([]);
  });

  it('tells its sessions apart', () => {
    const { program, told } = dated(
      { name: 'Evenings' },
      { name: 'Evenings' },
      { '@id': '#c', name: 'C' },
      { '@id': 'unsure', name: 'D' },
    );
    expect(program!.sessions.map(({ id }) => id)).to.deep.equal(['Evenings', 'Evenings[1]', '#c', 'unsure[3]']);
    expect(told).to.deep.equal([
      'hasCourseInstance[1].@id: an id of its own',
      'hasCourseInstance[3].@id: an id of its own',
    ]);
  });

  it('is sent only where it can be', () => {
    const given = (more: object): [string | undefined, string[]] => {
      const { program, told } = read({ name: 'P', ...more });
      return [program!.endpoint, told];
    };
    const password = ['endpoint: an https address without a password'];
    for (const user of ['user:pass@', 'user@', ':pass@'])
      expect(given({ endpoint: `https://${user}receiver.example/signups` })).to.deep.equal([undefined, password]);
    expect(given({ endpoint: 'https://receiver.example/a@b' })).to.deep.equal(['https://receiver.example/a@b', []]);
    const mail = { adapter: 'mailto', endpoint: 'mailto:a@b.example' };
    expect(given(mail)).to.deep.equal([mail.endpoint, []]);
    for (const more of ['?cc=c@d.example', '#x'])
      expect(given({ ...mail, endpoint: mail.endpoint + more })).to.deep.equal([
        undefined,
        ['endpoint: a mailto: address alone'],
      ]);
    // Google drops what its form does not have, and says nothing.
    const google = { adapter: 'google-forms', endpoint: 'https://docs.google.com/forms/d/e/abc/viewform' };
    expect(given(google)).to.deep.equal([undefined, ['fields: the names of its questions']]);
    expect(given({ ...google, fields: { rest: 'entry.1' } })).to.deep.equal([google.endpoint, []]);
    expect(given({ adapter: 'event', endpoint: 'https://x.example/' })).to.deep.equal([undefined, []]);
  });

  it('takes its settings for what they are', () => {
    for (const fields of [5, 'abc', ['a'], true])
      expect(read({ ...course, fields }).told, JSON.stringify(fields)).to.deep.equal(['fields: an object']);
    const { program, told } = read({
      ...course,
      fields: { name: 'entry.1', _subject: '', rest: {} },
      formats: 'group group',
    });
    expect(program!.fields).to.deep.equal({ name: 'entry.1', _subject: '', rest: '' });
    expect(told).to.deep.equal(['fields.rest: a text']);
    expect(program!.formats).to.deep.equal(['group']);
    expect(known({ ...course, draft: 'session' }).draft).to.equal('session');
    expect(read({ ...course, draft: 'local' }).told).to.deep.equal(['draft: one of session']);
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
      'hasCourseInstance[0].startDate: a time such as 2027-02-16T18:30-08:00',
      'hasCourseInstance[0].remainingAttendeeCapacity: a number from 0 up',
      'hasCourseInstance[0].courseSchedule.scheduleTimezone: an IANA time zone such as America/New_York',
      'hasCourseInstance[1]: an object',
      "hasCourseInstance[2].name: the session's name",
      'endpoint: an https address without a password',
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
      0,
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

  it('has no end in the calendar where none is known', () => {
    const { program } = dated({ name: 'S', startDate: weekly.startDate });
    const text = calendar(program!.sessions[0]!, 'S', 0);
    expect(text).to.contain('DTSTART:20270217T023000Z').and.not.contain('DTEND');
    expect(ICAL.parse(text)).to.be.an('array');
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
    // Digits of any script.
    for (const telephone of ['٠٥٠٣٥٥٥٠١٤٢', '０５０３５５５', '९८७'])
      expect(validate({ ...complete, telephone }, known()), telephone).to.deep.equal({});
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
      '+٤٩٣٠٩٠١٨٢٠',
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
