import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import type { Result } from '../model/result.js';
import {
  advance,
  idle,
  resultOf,
  submissionInDoubt,
  waitBefore,
  type Progress,
  type Sending,
  type SignupEvent,
} from '../model/submission-state.js';
import type { Submission } from '../model/submission.js';

const submission = (submissionId: string): Submission => ({
  submissionId,
  program: 'P',
  name: 'N',
  consent: { given: true, version: '1', text: 'T' },
  locale: 'en',
});
const submit = (id: string): SignupEvent => ({ type: 'submit', id, create: submission });
const answer = (attempt: number, result: Result, retryAfter?: number): SignupEvent => ({
  type: 'answer',
  attempt,
  result,
  retryAfter,
});

/** Applies events one after another. Returns the last progress and every attempt. */
function run(events: readonly SignupEvent[], idempotent = true, now = 0): { progress: Progress; sends: Sending[] } {
  const sends: Sending[] = [];
  let progress: Progress = idle;
  for (const event of events) {
    const next = advance(progress, event, { idempotent, now, random: 0.5 });
    if (next !== progress && next.state === 'sending') sends.push(next);
    progress = next;
  }
  return { progress, sends };
}

const idOf = (progress: Progress): string | undefined =>
  progress.state === 'idle' ? undefined : progress.submission.submissionId;
const notBefore = (progress: Progress): number | undefined =>
  progress.state === 'sending' ? undefined : progress.notBefore;

describe('a submission', () => {
  it('is confirmed by the endpoint, with its reference', () => {
    const { progress, sends } = run([submit('a'), answer(1, { outcome: 'confirmed', reference: 'R-1' })]);
    expect([progress.state, resultOf(progress)?.reference, sends.length]).to.deep.equal(['confirmed', 'R-1', 1]);
  });

  it('is sent once, however often the button is pressed', () => {
    const { progress, sends } = run([submit('a'), submit('b'), submit('c')]);
    expect([idOf(progress), sends.length]).to.deep.equal(['a', 1]);
    expect(run([submit('a'), answer(1, { outcome: 'confirmed' }), submit('b')]).sends).to.have.lengthOf(1);
  });

  it('keeps its id across attempts', () => {
    const { sends } = run(
      [
        submit('a'),
        { type: 'failure', attempt: 1, sent: true },
        submit('b'),
        answer(2, { outcome: 'refused' }),
        submit('c'),
      ],
      false,
    );
    expect(sends.map((send) => send.submission.submissionId)).to.deep.equal(['a', 'a', 'a']);
  });

  it('is sent unchanged if the answers are unchanged, whatever time they took', () => {
    const timed =
      (elapsed: number): ((id: string) => Submission) =>
      (id) => ({ ...submission(id), elapsed });
    const lost: SignupEvent = { type: 'failure', attempt: 1, sent: true };
    const { sends } = run(
      [{ type: 'submit', id: 'a', create: timed(5) }, lost, { type: 'submit', id: 'b', create: timed(9) }],
      false,
    );
    expect(sends[1]!.submission).to.equal(sends[0]!.submission);
  });

  it('is unknown without an answer, and offline if it was not sent', () => {
    const failure = (sent: boolean): SignupEvent => ({ type: 'failure', attempt: 1, sent });
    expect(run([submit('a'), failure(true)], false).progress.state).to.equal('unknown');
    expect(run([submit('a'), failure(false)], false).progress.state).to.equal('offline');
  });

  it('is unknown instead of offline if an earlier attempt may have arrived', () => {
    const { progress } = run(
      [
        submit('a'),
        { type: 'failure', attempt: 1, sent: true },
        submit('b'),
        { type: 'failure', attempt: 2, sent: false },
      ],
      false,
    );
    expect(progress.state).to.equal('unknown');
  });

  it('is unknown instead of refused if an earlier attempt may have arrived, unless there are field errors', () => {
    const lost: SignupEvent = { type: 'failure', attempt: 1, sent: true };
    const second = (result: Result): string =>
      run([submit('a'), lost, submit('b'), answer(2, result)], false).progress.state;
    expect(second({ outcome: 'refused', message: 'Too many of you' })).to.equal('unknown');
    expect(second({ outcome: 'refused', fieldErrors: { email: 'invalid' } })).to.equal('refused');
  });

  it('is retried automatically only if the endpoint recognizes its id or has not accepted it', () => {
    const lost: SignupEvent = { type: 'failure', attempt: 1, sent: true };
    expect(run([submit('a'), lost], true).sends).to.have.lengthOf(2);
    expect(run([submit('a'), lost], false).sends).to.have.lengthOf(1);
    expect(run([submit('a'), answer(1, { outcome: 'retry' })], false).sends).to.have.lengthOf(2);
    expect(run([submit('a'), answer(1, { outcome: 'unknown' })], false).progress.state).to.equal('unknown');
  });

  it('is refused after three automatic retries', () => {
    const { progress, sends } = run([
      submit('a'),
      ...[1, 2, 3, 4].map((attempt) => answer(attempt, { outcome: 'retry' })),
    ]);
    expect([sends.length, progress.state]).to.deep.equal([4, 'refused']);
  });

  it('is not sent before the endpoint accepts another attempt', () => {
    const busy = run([submit('a'), answer(1, { outcome: 'retry' }, 120_000)], true, 5000).progress;
    expect([busy.state, notBefore(busy)]).to.deep.equal(['refused', 125_000]);
    expect(advance(busy, submit('b'), { idempotent: true, now: 124_999, random: 0 })).to.equal(busy);
    const progress = advance(busy, submit('b'), { idempotent: true, now: 125_000, random: 0 });
    expect([progress.state, idOf(progress)]).to.deep.equal(['sending', 'a']);
    // The next answer replaces the delay.
    const settled = advance(progress, answer(2, { outcome: 'refused' }), {
      idempotent: true,
      now: 130_000,
      random: 0,
    });
    expect(notBefore(settled)).to.equal(undefined);
    // A short delay also counts after the last automatic retry.
    const retries = [1, 2, 3, 4].map((attempt) => answer(attempt, { outcome: 'retry' }, 3000));
    expect(notBefore(run([submit('a'), ...retries], true, 5000).progress)).to.equal(8000);
  });

  it('accepts a late confirmation, and no late refusal', () => {
    const lost: SignupEvent = { type: 'failure', attempt: 1, sent: true };
    for (const outcome of ['unconfirmed', 'refused', 'full', 'unknown'] as const) {
      const late = [submit('a'), answer(1, { outcome }), answer(1, { outcome: 'confirmed', reference: 'R' })];
      const { progress } = run(late, false);
      expect([progress.state, resultOf(progress)?.reference], outcome).to.deep.equal(['confirmed', 'R']);
    }
    expect(run([answer(0, { outcome: 'confirmed' })]).progress.state).to.equal('idle');
    expect(run([submit('a'), lost, answer(1, { outcome: 'confirmed' })], false).progress.state).to.equal('confirmed');
    expect(run([submit('a'), lost, answer(1, { outcome: 'refused' })], false).progress.state).to.equal('unknown');
  });

  it('is neither sent again nor shown after a return to the page', () => {
    const { progress, sends } = run([
      submit('a'),
      { type: 'return' },
      answer(1, { outcome: 'confirmed', reference: 'R' }),
    ]);
    expect([progress.state, idOf(progress), resultOf(progress), sends.length]).to.deep.equal([
      'idle',
      undefined,
      undefined,
      1,
    ]);
  });

  it('waits longer before each retry, with jitter, and as long as the endpoint requests', () => {
    expect([1, 2, 3].map((retry) => waitBefore(retry, 1))).to.deep.equal([2000, 4000, 8000]);
    expect(waitBefore(1, 0)).to.equal(0);
    expect(waitBefore(1, 0, 5000)).to.equal(5000);
    expect(waitBefore(1, 0, 60_000)).to.equal(undefined);
    expect(waitBefore(4, 0)).to.equal(undefined);
  });

  /** What may happen to a request and its response if the endpoint recognizes submissions by their id. */
  const fates = [
    'arrives',
    'answer lost',
    'request lost',
    'too many',
    'fault before',
    'fault after',
    'refused',
  ] as const;

  it('is never lost or duplicated, whatever happens to requests and responses', () => {
    const steps = fc.array(
      fc.record({
        act: fc.constantFrom('submit', 'answer', 'answer', 'answer', 'return'),
        fate: fc.constantFrom(...fates),
        random: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, fc.boolean(), (steps, idempotent) => {
        const stored = new Set<string>();
        const sent = new Set<string>();
        let progress = idle as Progress;
        let waiting: Sending | undefined;
        let ids = 0;
        const feed = (event: SignupEvent, random = 0): void => {
          const next = advance(progress, event, { idempotent, now: 0, random });
          if (next !== progress && next.state === 'sending') waiting = next;
          progress = next;
        };
        for (const { act, fate, random } of steps) {
          if (act === 'submit') feed(submit(`id-${ids++}`));
          else if (act === 'return') {
            feed({ type: 'return' });
            if (progress.state === 'idle') waiting = undefined;
          } else if (waiting) {
            const { attempt, submission } = waiting;
            waiting = undefined;
            sent.add(submission.submissionId);
            if (['arrives', 'answer lost', 'fault after'].includes(fate)) stored.add(submission.submissionId);
            const isStored = stored.has(submission.submissionId);
            if (fate === 'answer lost' || fate === 'request lost')
              feed({ type: 'failure', attempt, sent: true }, random);
            else {
              const outcome = {
                arrives: 'confirmed',
                'too many': 'retry',
                refused: isStored ? 'confirmed' : 'refused',
              }[fate as 'arrives'] as Result['outcome'] | undefined;
              feed({ type: 'answer', attempt, result: { outcome: outcome ?? 'unknown' } }, random);
            }
          }
          const { state } = progress;
          const submissionId = idOf(progress) ?? '';
          // What is reported as stored is stored.
          if (state === 'confirmed') expect(stored.has(submissionId)).to.equal(true);
          // What is reported as not stored is not stored.
          if (state === 'refused' || state === 'offline')
            expect(stored.has(submissionId) && !submissionInDoubt(progress)).to.equal(false);
          if (state === 'sending') expect(!!waiting).to.equal(true);
        }
        // A sign-up has one id until it is confirmed or somebody returns to the page.
        const returns = steps.filter(({ act }) => act === 'return').length;
        expect(sent.size).to.be.at.most(returns + 1);
      }),
      { numRuns: runs(5000) },
    );
  });
});
