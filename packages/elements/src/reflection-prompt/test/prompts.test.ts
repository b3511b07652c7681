import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { walk } from '../../circle-diagram/model/circle.js';
import { en as circleStrings } from '../../circle-diagram/locales/en.js';
import { usCrisisHelp } from '../../foundation/crisis/crisis.js';
import { readingEaseInSpanish, readingGrade, runs } from '../../../test-support/index.js';
import { en } from '../locales/en.js';
import { es } from '../locales/es.js';
import {
  dayNumber,
  defaultPrompts,
  parsePrompts,
  promptAfter,
  promptOfDay,
  promptsFor,
  type Prompt,
  type PromptSet,
} from '../model/prompts.js';

const standard = { title: en.title, prompts: defaultPrompts(en.prompts) };

/** Parses, and returns the paths that were reported. */
function parse(raw: unknown): { set: PromptSet; reported: string[]; warned: string[] } {
  const reported: string[] = [];
  const warned: string[] = [];
  const set = parsePrompts(
    raw as Record<string, unknown>,
    { report: (path) => reported.push(path), warn: (path) => warned.push(path), base: 'https://example.org/' },
    standard,
  );
  return { set, reported, warned };
}

const prompts: fc.Arbitrary<Prompt[]> = fc
  .uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({ id: fc.constant(id), text: fc.string(), stop: fc.constantFrom('a', 'b', undefined) }),
      ),
    ),
  );

describe('prompts', () => {
  describe('by default', () => {
    it('are at least 24 with unique ids, three for every stop of the default circle', () => {
      expect(standard.prompts.length).to.be.at.least(24);
      expect(new Set(standard.prompts.map(({ id }) => id)).size).to.equal(standard.prompts.length);
      for (const { id } of walk(circleStrings.circle))
        expect(promptsFor(standard.prompts, id).map(({ stop }) => stop)).to.deep.equal([id, id, id]);
    });

    it('have the same stops in Spanish', () => {
      expect(defaultPrompts(es.prompts).map(({ id }) => id)).to.deep.equal(standard.prompts.map(({ id }) => id));
      expect(es.tries.length).to.equal(en.tries.length);
    });

    it('have a reading level of at most grade 8, as do all other strings', () => {
      const words = (value: unknown): string[] =>
        typeof value === 'string'
          ? [value]
          : typeof value === 'object' && value
            ? Object.values(value).flatMap(words)
            : [];
      expect(readingGrade(words(en).join('. '))).to.be.at.most(8);
      expect(readingEaseInSpanish(words(es).join('. '))).to.be.at.least(65);
    });

    it('mention no score, count, streak or reminder, and are not judgmental', () => {
      const all = JSON.stringify([en, en.prompts, en.tries]);
      expect(all).not.to.match(
        /streak|score|points|remind|goal|right answer|wrong answer|should have|good parent|bad /i,
      );
    });
  });

  describe('from the configuration', () => {
    it('replace the default ones, with a title, hints and stops', () => {
      const { set, reported, warned } = parse({
        title: 'Between two meetings',
        prompts: [{ id: 'a', text: 'One?', hint: 'A word.', stop: 'go' }],
      });
      expect(set).to.deep.include({ title: 'Between two meetings', choice: 'day', crisis: usCrisisHelp });
      expect(set.prompts).to.deep.equal([{ id: 'a', text: 'One?', hint: 'A word.', stop: 'go' }]);
      expect([...reported, ...warned]).to.deep.equal([]);
    });

    it('are reported by path when they are invalid; the valid ones are shown', () => {
      const { set, reported, warned } = parse({
        prompts: [{ id: 'a', text: 'One?' }, { id: 'b' }, 'three', { id: 'a', text: 'Four?' }, { text: 'Five?' }],
        colour: 'red',
        choice: 'luck',
      });
      expect(reported).to.include.members([
        'prompts[1].text',
        'prompts[2]',
        'prompts[3].id',
        'prompts[4].id',
        'choice',
      ]);
      expect(warned).to.deep.equal(['colour']);
      expect(set.prompts.map(({ text }) => text)).to.deep.equal(['One?', 'Four?', 'Five?']);
      expect(new Set(set.prompts.map(({ id }) => id)).size).to.equal(3);
    });

    it('fall back to the default ones when none is valid', () => {
      for (const prompts of [[], 'text', [{}], null, { id: 'a' }])
        expect(parse({ prompts }).set.prompts).to.equal(standard.prompts);
    });

    it('may be any value: there is always a prompt with a text and a unique id', () => {
      fc.assert(
        fc.property(fc.oneof(fc.anything(), fc.record({ prompts: fc.array(fc.anything()) })), (raw) => {
          const { set } = parse(raw);
          expect(set.prompts.length).to.be.at.least(1);
          expect(set.prompts.every(({ id, text }) => id && text)).to.equal(true);
          expect(new Set(set.prompts.map(({ id }) => id)).size).to.equal(set.prompts.length);
        }),
        { numRuns: runs(2000) },
      );
    });
  });

  describe('are chosen', () => {
    it('by the day: the same from midnight to midnight local time, and another one on the next day', () => {
      const day = (text: string): number => dayNumber(new Date(text));
      expect(day('2027-03-01T00:00:00')).to.equal(day('2027-03-01T23:59:59'));
      expect(day('2027-03-02T00:00:00')).to.equal(day('2027-03-01T23:59:59') + 1);
      fc.assert(
        fc.property(prompts, fc.integer({ min: -1e6, max: 1e6 }), (all, day) => {
          const chosen = promptOfDay(all, day);
          expect(all).to.include(chosen);
          expect(promptOfDay(all, day)).to.equal(chosen);
          if (all[1]) expect(promptOfDay(all, day + 1)).not.to.equal(chosen);
        }),
      );
    });

    it('in order, each once, and then again from the first', () => {
      fc.assert(
        fc.property(prompts, (all) => {
          const seen = [all[0] as Prompt];
          for (let count = 1; count < all.length; count++) seen.push(promptAfter(all, (seen.at(-1) as Prompt).id));
          expect(seen).to.deep.equal(all);
          expect(promptAfter(all, (all.at(-1) as Prompt).id)).to.equal(all[0]);
          expect(promptAfter(all, 'an id that\0 none has')).to.equal(all[0]);
        }),
      );
    });

    it('for a stop, or all of them when the stop has none', () => {
      fc.assert(
        fc.property(prompts, fc.constantFrom('a', 'b', 'c', null, undefined), (all, stop) => {
          const offered = promptsFor(all, stop);
          const ofStop = all.filter((prompt) => prompt.stop === stop && stop);
          expect(offered).to.deep.equal(ofStop.length ? ofStop : all);
        }),
      );
    });
  });
});
