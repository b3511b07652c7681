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
