import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { maxLineage, mergeReflections, stateOf } from '../model/lineage.js';
import type { Reflection } from '../model/reflection.js';
import { empty, fingerprint, type Content } from '../store/database.js';
import { planRestore, planSave } from '../store/plans.js';
import { draft } from './reflection-store.fixture.js';

const clocks = ['1970-01-01', '2026-03-01', '2031-01-01'].map((day) => `${day}T09:00:00.000Z`);
/** Enough that most are different, and few enough that some are the same. */
const texts = [...'abcdefghijklmnopqrstuvwxyz'];

/** Some devices with their own clocks, without a database. */
class Devices {
  readonly backups: Reflection[][] = [];
  /** The state that each state was made from. */
  readonly #origins = new Map<string, string | undefined>();
  readonly #contents = new Map<number, Content>();

  reflectionsOf(device: number): Reflection[] {
    return this.#contentOf(device).entries as Reflection[];
  }

  /** Saves a new reflection, or a change. */
  async save(device: number, text: string, now: string, before?: Reflection): Promise<Reflection> {
    const { id, lineage } = before ?? draft('');
    const stored = this.reflectionsOf(device);
    const plan = planSave(undefined, { ...draft(text, id), lineage }, before?.version ?? 0, now);
    const { result } = await plan({ key: undefined, entries: stored.filter((entry) => entry.id === id) });
    if (typeof result === 'string') throw new Error(`not saved: ${result}`);
    if (!this.#origins.has(stateOf(result))) this.#origins.set(stateOf(result), before && stateOf(before));
    this.#contents.set(device, { key: undefined, entries: [...stored.filter((entry) => entry.id !== id), result] });
    return result;
  }

  remove(device: number, id: string): void {
    const entries = this.reflectionsOf(device).filter((entry) => entry.id !== id);
    this.#contents.set(device, { key: undefined, entries });
  }

  backUp(device: number): Reflection[] {
    this.backups.push(this.reflectionsOf(device));
    return this.reflectionsOf(device);
  }

  async restore(device: number, backup: readonly Reflection[]): Promise<void> {
    const { content, result } = await planRestore(undefined, backup, 'merge')(this.#contentOf(device));
    expect(result).to.equal('done');
    this.#contents.set(device, content!);
  }

  /** Those of some reflections that none of the others was made from, directly or indirectly. */
  newest(reflections: readonly Reflection[]): Reflection[] {
    const earlier = new Set<string | undefined>();
    for (const reflection of reflections)
      for (let state = this.#origins.get(stateOf(reflection)); state; state = this.#origins.get(state))
        earlier.add(state);
    return reflections.filter((reflection) => !earlier.has(stateOf(reflection)));
  }

  fingerprint(device: number): string {
    return fingerprint(this.#contentOf(device));
  }

  #contentOf(device: number): Content {
    return this.#contents.get(device) ?? empty;
  }
}

const textsOf = (reflections: readonly Reflection[]): string[] => reflections.map(({ text }) => text).sort();

describe('a backup that is added to saved reflections', () => {
  it('never loses the newest text of a line, whatever the clocks say, and is added once', async () => {
    const device = fc.nat(1);
    const at = fc.nat();
    const [text, now] = [fc.constantFrom(...texts), fc.constantFrom(...clocks)];
    const step = fc.oneof(
      fc.record({ kind: fc.constantFrom('save' as const, 'change' as const), device, at, text, now }),
      fc.record({ kind: fc.constantFrom('remove' as const, 'back up' as const, 'restore' as const), device, at }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), async (steps) => {
        const devices = new Devices();
        for (const step of steps) {
          const stored = devices.reflectionsOf(step.device);
          const chosen = stored[step.at % stored.length];
          const backup = devices.backups[step.at % devices.backups.length];
          if (step.kind === 'save') await devices.save(step.device, step.text, step.now);
          else if (step.kind === 'change' && chosen) await devices.save(step.device, step.text, step.now, chosen);
          else if (step.kind === 'remove' && chosen) devices.remove(step.device, chosen.id);
          else if (step.kind === 'back up') devices.backUp(step.device);
          else if (step.kind === 'restore' && backup) {
            await devices.restore(step.device, backup);
            const after = devices.reflectionsOf(step.device);
            expect(textsOf(after)).to.include.members(textsOf(devices.newest([...stored, ...backup])));
            const once = devices.fingerprint(step.device);
            await devices.restore(step.device, backup);
            expect(devices.fingerprint(step.device)).to.equal(once);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('does not replace newer words that were saved after the clock was corrected', async () => {
    const devices = new Devices();
    const [, right = '', wrong = ''] = clocks;
    const first = await devices.save(0, 'old words', wrong);
    const backup = devices.backUp(0);
    const { changed } = await devices.save(0, 'newer words', right, first);
    expect(changed).to.equal('2031-01-01T09:00:00.001Z');
    await devices.restore(0, backup);
    expect(textsOf(devices.reflectionsOf(0))).to.deep.equal(['newer words']);
  });

  it('keeps a text that is the same as one that is replaced', async () => {
    const devices = new Devices();
    const first = await devices.save(0, 'same words', clocks[0]!);
    await devices.restore(1, devices.backUp(0));
    await devices.save(0, 'same words', clocks[0]!);
    await devices.save(0, 'changed words', clocks[0]!, first);
    for (const backup of [devices.backUp(0), devices.backUp(0).toReversed()]) {
      await devices.restore(1, backup);
      expect(textsOf(devices.reflectionsOf(1))).to.deep.equal(['changed words', 'same words']);
    }
  });

  it('replaces older words, even if they were saved with a clock that was ahead', async () => {
    const devices = new Devices();
    const [past = '', , future = ''] = clocks;
    await devices.restore(1, [await devices.save(0, 'old words', future)]);
    await devices.save(0, 'newer words', past, devices.reflectionsOf(0)[0]);
    await devices.restore(1, devices.backUp(0));
    expect(textsOf(devices.reflectionsOf(1))).to.deep.equal(['newer words']);
  });

  it('keeps both texts when two devices changed the same one, at the same time or not', async () => {
    for (const now of clocks) {
      const devices = new Devices();
      const first = await devices.save(0, 'first', clocks[1]!);
      await devices.restore(1, devices.backUp(0));
      await devices.save(0, 'here', clocks[1]!, first);
      await devices.save(1, 'there', now, first);
      await devices.restore(0, devices.backUp(1));
      expect(textsOf(devices.reflectionsOf(0))).to.deep.equal(['here', 'there']);
      expect(new Set(devices.reflectionsOf(0).map(({ id }) => id)).size).to.equal(2);
    }
  });

  it('keeps both texts where the first release saved them, and the change of one that it had saved', async () => {
    const reflection = (text: string, changed: string, version: number): Reflection => ({
      ...draft(text, 'from-the-first-release'),
      created: clocks[0]!,
      changed,
      version,
    });
    const [early, late] = [reflection('early', clocks[1]!, 1), reflection('late', clocks[2]!, 2)];
    const newId = (): string => 'another-id';
    for (const [stored, backup] of [
      [early, late],
      [late, early],
    ] as const) {
      const both = mergeReflections([stored], [backup], newId);
      expect(textsOf(both)).to.deep.equal(['early', 'late']);
      expect(mergeReflections(both, [backup], newId)).to.deep.equal(both);
    }
    const { result } = await planSave(
      undefined,
      { ...early, text: 'changed' },
      1,
      clocks[0]!,
    )({ ...empty, entries: [early] });
    expect(mergeReflections([result as Reflection], [early], newId)).to.deep.equal([result]);
    expect(mergeReflections([early], [result as Reflection], newId)).to.deep.equal([result]);
  });

  it('keeps both texts when so many changes lie between them that their order is not known', async () => {
    const devices = new Devices();
    let last = await devices.save(0, 'first', clocks[1]!);
    const backup = devices.backUp(0);
    for (let count = 0; count < maxLineage; count++) last = await devices.save(0, `change ${count}`, clocks[1]!, last);
    expect(last.lineage).to.have.lengthOf(maxLineage);
    await devices.restore(0, backup);
    expect(textsOf(devices.reflectionsOf(0))).to.deep.equal([last.text, 'first']);
  });
});
