import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Reflection } from '../model/reflection.js';
import { Writings } from '../model/writings.js';

const prompts = ['a', 'b', 'c'].map((id) => ({ id, text: `${id}?` }));
const kept = ['1', '2'].map((id): Reflection => ({
  id,
  promptId: 'a',
  prompt: 'a?',
  text: `kept ${id}`,
  created: '',
  changed: '',
  version: 3,
}));

function create(): Writings {
  let count = 0;
  return new Writings(() => `new ${++count}`);
}

describe('what is being written', () => {
  it('is there again whichever prompt a person goes to, and whatever is changed and cancelled between', () => {
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
        const typed = ['', '', ''];
        let at = 0;
        for (const one of actions) {
          const prompt = prompts[at]!;
          if ('go' in one && !writings.changing) {
            writings.leave(prompt);
            at = one.go;
          } else if ('type' in one) {
            writings.at(prompt).text = one.type;
            if (!writings.changing) typed[at] = one.type;
          } else if ('change' in one) expect(writings.change(kept[one.change]!)).to.equal(undefined);
          else if ('cancel' in one && writings.changing) writings.leave(prompt);
          else if ('lock' in one) writings.lock();
        }
        if (writings.changing) writings.leave(prompts[at]!);
        expect(prompts.map((prompt) => writings.at(prompt).text)).to.deep.equal(typed);
        // So is a change that was not kept: there may be more than what is at a prompt.
        if (typed.some((text) => text.trim())) expect(writings.unsaved).to.equal(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is a change of what was kept until it is left, and a new answer afterwards', () => {
    const writings = create();
    const first = writings.at(prompts[0]!);
    Object.assign(first, { text: 'and more', id: '9', version: 1, saved: 'kept', phase: 'discarded' });
    writings.leave(prompts[0]!);
    expect(writings.at(prompts[0]!)).to.deep.include({ text: '', version: 0, id: 'new 2' });
  });

  it('is changed in the field of its prompt when it could not be kept', () => {
    const writings = create();
    const writing = writings.at(prompts[1]!);
    writing.text = 'refused, and written on';
    expect(writings.change({ ...kept[0]!, id: writing.id, version: 0 })).to.equal('b');
    expect([writings.changing, writings.at(prompts[1]!).text]).to.deep.equal([false, 'refused, and written on']);
  });

  it('is forgotten where it is kept, under whatever key', () => {
    const writings = create();
    writings.change(kept[0]!);
    // Kept beside what another tab made of it, it has another id.
    writings.at(prompts[0]!).id = 'other';
    writings.forget(({ id }) => id === 'other');
    expect([writings.changing, writings.at(prompts[0]!).text]).to.deep.equal([false, '']);
  });

  it('stays when it is locked, but for what is kept', () => {
    const writings = create();
    writings.at(prompts[0]!).text = 'not kept';
    writings.change(kept[0]!);
    writings.lock();
    expect([writings.changing, writings.at(prompts[0]!).text]).to.deep.equal([false, 'not kept']);
    writings.change(kept[0]!);
    writings.at(prompts[0]!).text = 'changed';
    writings.lock();
    expect(writings.at(prompts[0]!).text).to.equal('changed');
  });
});
