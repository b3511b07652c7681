import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import type { Reflection } from '../model/reflection.js';
import { Writings } from '../model/writings.js';

const prompts = ['a', 'b', 'c'].map((id) => ({ id, text: `${id}?` }));
const savedReflections = ['1', '2'].map((id): Reflection => ({
  id,
  promptId: 'a',
  prompt: 'a?',
  text: `savedReflections ${id}`,
  created: '',
  changed: '',
  version: 3,
}));

function create(): Writings {
  let count = 0;
  return new Writings(() => `new ${++count}`);
}

describe('texts in progress', () => {
  it('stay whichever prompt a person goes to, and whatever is changed and canceled meanwhile', () => {
    const action = fc.oneof(
      fc.record({ go: fc.nat(2) }),
      fc.record({ type: fc.string() }),
      fc.record({ change: fc.nat(1) }),
      fc.constant({ cancel: true }),
      fc.constant({ lock: true }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const writings = create();
        const expected = ['', '', ''];
        let at = 0;
        for (const step of actions) {
          const prompt = prompts[at]!;
          if ('go' in step && !writings.editing) {
            writings.leave(prompt);
            at = step.go;
          } else if ('type' in step) {
            writings.at(prompt).text = step.type;
            if (!writings.editing) expected[at] = step.type;
          } else if ('change' in step) expect(writings.edit(savedReflections[step.change]!)).to.equal(undefined);
          else if ('cancel' in step && writings.editing) writings.leave(prompt);
          else if ('lock' in step) writings.lock();
        }
        if (writings.editing) writings.leave(prompts[at]!);
        expect(prompts.map((prompt) => writings.at(prompt).text)).to.deep.equal(expected);
        // Unsaved changes count too, so there may be more than the answers.
        if (expected.some((text) => text.trim())) expect(writings.unsaved).to.equal(true);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('start a new answer after a discarded continuation was left', () => {
    const writings = create();
    const first = writings.at(prompts[0]!);
    Object.assign(first, { text: 'and more', id: '9', version: 1, saved: 'kept', phase: 'cleared' });
    writings.leave(prompts[0]!);
    expect(writings.at(prompts[0]!)).to.deep.include({ text: '', version: 0, id: 'new 2' });
  });

  it('are changed in the field of their prompt when they could not be saved', () => {
    const writings = create();
    const writing = writings.at(prompts[1]!);
    writing.text = 'refused, and written on';
    expect(writings.edit({ ...savedReflections[0]!, id: writing.id, version: 0 })).to.equal('b');
    expect([writings.editing, writings.at(prompts[1]!).text]).to.deep.equal([false, 'refused, and written on']);
  });

  it('are forgotten by their id, under any key', () => {
    const writings = create();
    writings.edit(savedReflections[0]!);
    // Saved beside a change of another tab, it has another id.
    writings.at(prompts[0]!).id = 'other';
    writings.forget(({ id }) => id === 'other');
    expect([writings.editing, writings.at(prompts[0]!).text]).to.deep.equal([false, '']);
  });

  it('stay when the store is locked, unless they are saved', () => {
    const writings = create();
    writings.at(prompts[0]!).text = 'not kept';
    writings.edit(savedReflections[0]!);
    writings.lock();
    expect([writings.editing, writings.at(prompts[0]!).text]).to.deep.equal([false, 'not kept']);
    writings.edit(savedReflections[0]!);
    writings.at(prompts[0]!).text = 'changed';
    writings.lock();
    expect(writings.at(prompts[0]!).text).to.equal('changed');
  });
});
