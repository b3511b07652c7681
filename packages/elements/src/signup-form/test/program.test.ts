import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { Temporal } from 'temporal-polyfill';
import { parseProgram } from '../model/program.js';
import { course, dated, known, read, weekly } from './program-fixtures.js';

describe('a program', () => {
  it('has its sessions with every meeting, at the same local time across a change to daylight saving time', () => {
    const { program, reported, warned } = read(course);
    expect([reported, warned]).to.deep.equal([[], []]);
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

  it('meets at the same local time, whatever zone its start is written in', () => {
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
          const { program, reported } = dated({
            name: 'S',
            startDate,
            courseSchedule: { repeatFrequency, repeatCount, scheduleTimezone },
          });
          expect(reported).to.deep.equal([]);
          const first = start.toZonedDateTimeISO(scheduleTimezone);
          expect(program!.sessions[0]!.meetings.map((meeting) => meeting.start)).to.deep.equal(
            Array.from({ length: repeatCount }, (_, index) =>
              // A local time that a day has twice or not at all follows Temporal's rule; the first one is `startDate` itself.
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
      { numRuns: runs(500) },
    );
  });

  it('has only its first meeting if it is unclear how it repeats, and reports that', () => {
    const { scheduleTimezone, ...zoneless } = weekly.courseSchedule;
    for (const [courseSchedule, ...more] of [
      [{ ...weekly.courseSchedule, repeatFrequency: 'P1M' }, 'repeatFrequency: a rhythm such as P1W'],
      [{ ...weekly.courseSchedule, repeatFrequency: undefined }],
      [{ scheduleTimezone, repeatCount: 8 }],
      [{ ...weekly.courseSchedule, byDay: ['https://schema.org/Tuesday', 'https://schema.org/Thursday'] }],
      [{ ...weekly.courseSchedule, exceptDate: '2027-02-23' }],
      [zoneless],
    ] as [object, ...string[]][]) {
      const { program, reported } = dated({ ...weekly, courseSchedule });
      expect(
        program!.sessions[0]!.meetings.map(({ start }) => start),
        JSON.stringify(courseSchedule),
      ).to.deep.equal([Date.parse(weekly.startDate)]);
      expect(reported).to.deep.equal(
        [
          ...more.map((report) => `.${report}`),
          ': repeatFrequency and scheduleTimezone, one byDay and no exceptDate',
        ].map((report) => `hasCourseInstance[0].courseSchedule${report}`),
      );
    }
    // One meeting does not repeat; a single day is the weekday of the start.
    expect(dated({ ...weekly, courseSchedule: { ...zoneless, repeatCount: 1 } }).reported).to.deep.equal([]);
    const oneDay = dated({
      ...weekly,
      courseSchedule: { ...weekly.courseSchedule, byDay: ['https://schema.org/Tuesday'] },
    });
    expect([oneDay.reported, oneDay.program!.sessions[0]!.meetings.length]).to.deep.equal([[], 8]);
  });

  it('ignores a day that does not exist', () => {
    for (const startDate of ['2027-02-30T18:30:00-08:00', '2027-02-29T18:30Z', '2027-02-16', '2027-02-16T18:30:00']) {
      const { program, reported } = dated({ ...weekly, startDate });
      expect(program!.sessions[0]!.meetings).to.deep.equal([]);
      expect(reported).to.deep.equal(['hasCourseInstance[0].startDate: a time such as 2027-02-16T18:30-08:00']);
    }
  });

  it('leaves out sessions that are over', () => {
    const names = (now: string, ...instances: object[]): string[] =>
      read({ ...course, hasCourseInstance: instances }, Date.parse(now)).program!.sessions.map(({ name }) => name);
    const { endDate, ...endless } = weekly;
    const dateless = { name: 'Some day' };
    expect(names('2027-04-07T02:59:59Z', endless, dateless)).to.deep.equal(['Tuesday evenings', 'Some day']);
    expect(names('2027-04-07T03:00:01Z', endless, dateless)).to.deep.equal(['Some day']);
    // Without a schedule it is over at its `endDate`.
    const plain = { name: 'Plain', startDate: weekly.startDate, endDate };
    expect(names('2027-04-01T00:00:00Z', plain)).to.deep.equal(['Plain']);
    expect(names('2027-04-08T00:00:00Z', plain)).to.deep.equal([]);
  });

  it('gives each session an id of its own', () => {
    const { program, reported } = dated(
      { name: 'Evenings' },
      { name: 'Evenings' },
      { '@id': '#c', name: 'C' },
      { '@id': 'unsure', name: 'D' },
    );
    expect(program!.sessions.map(({ id }) => id)).to.deep.equal(['Evenings', 'Evenings[1]', '#c', 'unsure[3]']);
    expect(reported).to.deep.equal([
      'hasCourseInstance[1].@id: an id of its own',
      'hasCourseInstance[3].@id: an id of its own',
    ]);
  });

  it('has no endpoint if nothing can be sent', () => {
    const given = (more: object): [string | undefined, string[]] => {
      const { program, reported } = read({ name: 'P', ...more });
      return [program!.endpoint, reported];
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
    // Google silently drops unknown fields.
    const google = { adapter: 'google-forms', endpoint: 'https://docs.google.com/forms/d/e/abc/viewform' };
    expect(given(google)).to.deep.equal([undefined, ['fields.rest: the name of a question for all other answers']]);
    expect(given({ ...google, fields: { rest: 'entry.1' } })).to.deep.equal([google.endpoint, []]);
    expect(given({ adapter: 'event', endpoint: 'https://x.example/' })).to.deep.equal([undefined, []]);
  });

  it('reads the settings of the form', () => {
    for (const fields of [5, 'abc', ['a'], true])
      expect(read({ ...course, fields }).reported, JSON.stringify(fields)).to.deep.equal(['fields: an object']);
    const { program, reported } = read({
      ...course,
      fields: { name: 'entry.1', _subject: '', rest: {} },
      formats: 'group group',
    });
    expect(program!.fields).to.deep.equal({ name: 'entry.1', _subject: '', rest: '' });
    expect(reported).to.deep.equal(['fields.rest: a text']);
    expect(program!.formats).to.deep.equal(['group']);
    expect(known({ ...course, draft: 'session' }).draft).to.equal('session');
    expect(read({ ...course, draft: 'local' }).reported).to.deep.equal(['draft: one of session']);
  });

  it('is complete without dates', () => {
    const { program, reported } = read({ name: 'P', endpoint: '/signups', hasCourseInstance: [] });
    expect(reported).to.deep.equal([]);
    expect(program!.sessions).to.deep.equal([]);
    expect(program!.endpoint).to.equal('https://practice.example/signups');
    expect(program!.formats).to.deep.equal(['individual', 'group', 'unsure']);
  });

  it('reports errors with their paths', () => {
    expect(read({}).reported).to.deep.equal(["name: the program's name"]);
    const { reported } = read({
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
    expect(reported).to.deep.equal([
      'formats[1]: one of individual, group, unsure',
      'hasCourseInstance[0].startDate: a time such as 2027-02-16T18:30-08:00',
      'hasCourseInstance[0].remainingAttendeeCapacity: a number from 0 up',
      'hasCourseInstance[0].courseSchedule.scheduleTimezone: a time zone such as America/New_York',
      'hasCourseInstance[1]: an object',
      "hasCourseInstance[2].name: the session's name",
      'endpoint: an https address without a password',
    ]);
  });

  it('accepts a challenge of the endpoint or the page, if the adapter supports it and the browser can solve it', () => {
    const given = (challenge: string, more: object = {}) => {
      const { program, reported } = read({ ...course, challenge, ...more });
      return [program!.challenge, reported.map((report) => report.split(':')[0])];
    };
    const own = 'https://receiver.example/challenge';
    expect(given(own)).to.deep.equal([own, []]);
    expect(given('/challenge')).to.deep.equal(['https://practice.example/challenge', []]);
    expect(given(own, { adapter: 'form' })[0]).to.equal(own);
    const ignored = [undefined, ['challenge']];
    for (const wrong of ['https://elsewhere.example/', 'https://receiver.example.evil.example/', 'javascript:alert(1)'])
      expect(given(wrong), wrong).to.deep.equal(ignored);
    expect(given('http://receiver.example/challenge')).to.deep.equal(ignored);
    expect(given(own, { adapter: 'formspree' })).to.deep.equal(ignored);
    expect(given('/challenge', { adapter: 'event' })).to.deep.equal(ignored);
    const reported: string[] = [];
    const insecure = parseProgram(
      { ...course, challenge: own },
      { report: (path) => reported.push(path), warn: () => undefined, base: 'http://practice.example/' },
      0,
      false,
    );
    expect([insecure!.challenge, reported]).to.deep.equal(ignored);
  });

  it('accepts numbers as text, and times of day with one digit', () => {
    const { program, reported } = read({
      ...course,
      hasCourseInstance: [
        {
          ...weekly,
          remainingAttendeeCapacity: '4',
          courseSchedule: { ...weekly.courseSchedule, startTime: '9:00', endTime: '10:30' },
        },
      ],
    });
    expect(reported).to.deep.equal([]);
    const [session] = program!.sessions;
    expect(session!.places).to.equal(4);
    expect(session!.meetings[0]!.end - session!.meetings[0]!.start).to.equal(90 * 60_000);
  });

  it('never throws, whatever it is given', () => {
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
      { numRuns: runs(5000) },
    );
  });
});
