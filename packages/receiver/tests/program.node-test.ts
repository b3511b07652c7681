import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseProgram, ProgramError } from '@havenkit/receiver';

describe('the program', () => {
  const course = (...instances: object[]) => ({ '@type': 'Course', hasCourseInstance: instances });

  it('lists each session with its places', () => {
    const { sessions } = parseProgram({
      '@context': 'https://schema.org',
      '@graph': [
        course(
          { '@id': '#a', maximumAttendeeCapacity: 8 },
          { '@id': '#b', maximumAttendeeCapacity: '8', remainingAttendeeCapacity: 3 },
        ),
        { '@type': ['Course', 'Product'], hasCourseInstance: { '@id': '#c' } },
        { '@type': 'Course' },
      ],
    });
    assert.deepEqual(
      [...sessions].map(([id, { places }]) => [id, places]),
      [
        ['#a', 8],
        ['#b', 3],
        ['#c', undefined],
      ],
    );
  });

  it('reads the names and the first day of a session, and how many places there are in all', () => {
    const { sessions } = parseProgram(
      course(
        { '@id': '#a', name: ' Tuesdays ', startDate: '2027-02-16T18:30:00-08:00', maximumAttendeeCapacity: 8 },
        {
          '@id': '#b',
          name: { en: 'Saturdays', es: 'Sábados', de: 7 },
          startDate: 'spring',
          remainingAttendeeCapacity: 3,
        },
        { '@id': '#c', name: 7, startDate: 2027, maximumAttendeeCapacity: 8, remainingAttendeeCapacity: 3 },
      ),
    );
    assert.deepEqual(Object.fromEntries(sessions), {
      '#a': { places: 8, names: { '': 'Tuesdays' }, startDate: '2027-02-16' },
      '#b': { places: 3, names: { en: 'Saturdays', es: 'Sábados' } },
      '#c': { places: 3, capacity: 8 },
    });
  });

  it('reports the path of an error', () => {
    const cases: [json: unknown, message: RegExp][] = [
      [{ '@type': 'Event' }, /Program is not a schema\.org Course/],
      ['Course', /not a schema\.org Course/],
      [course({}), /hasCourseInstance\[0\] has no @id/],
      [course({ '@id': '#a' }, { '@id': '#a' }), /hasCourseInstance\[1\]: the @id #a is not unique/],
      [course({ '@id': '#a', maximumAttendeeCapacity: 'many' }), /\[0\]\.maximumAttendeeCapacity.*"many"/],
      [course({ '@id': '#a', remainingAttendeeCapacity: -1 }), /remainingAttendeeCapacity.*-1/],
      [[course({ '@id': '#a' }), course({})], /Program\[1\]\.hasCourseInstance\[0\]/],
    ];
    for (const [json, message] of cases)
      assert.throws(
        () => parseProgram(json),
        (error) => error instanceof ProgramError && message.test(error.message),
      );
  });
});
