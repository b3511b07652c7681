import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { atEnd, failing, faulty, withoutList } from '../../../test-support/index.js';
import type { Reflection } from '../model/reflection.js';
import { draft, exists, saveNew, open, texts, useOwnDatabase } from './reflection-store.fixture.js';

describe('a store of reflections', () => {
  useOwnDatabase();

  describe('before anything is saved', () => {
    it('creates nothing by reading', async () => {
      const store = open();
      expect(await store.refresh()).to.equal('none');
      expect(await store.list()).to.deep.equal({ reflections: [], damaged: 0 });
      expect(await store.remove('a')).to.equal('done');
      expect(await store.unlock('p')).to.equal('done');
      expect(await store.setPassword('', '')).to.equal('done');
      expect(await store.save(draft('x'), 3)).to.equal('conflict');
      expect([store.state, store.encrypted, await exists()]).to.deep.equal(['none', false, false]);
    });

    for (const [which, listless] of [
      ['has no list of its databases', withoutList],
      ['fails to list them, as Firefox after a crash', failing('databases', 'UnknownError')],
    ] as const)
      it(`creates nothing by reading in a browser that ${which}`, async () => {
        const store = open({ indexedDB: listless });
        expect(await store.refresh()).to.equal('none');
        expect(await store.list()).to.deep.equal({ reflections: [], damaged: 0 });
        expect(await store.save(draft('x'), 3)).to.equal('conflict');
        expect(await exists()).to.equal(false);
        await saveNew(store, 'Kept');
        expect([store.state, await texts(store)]).to.deep.equal(['open', ['Kept']]);
        expect(await open({ indexedDB: listless }).refresh()).to.equal('open');
      });
  });

  describe('saving', () => {
    it('stores the text with its times and its version', async () => {
      const store = open();
      const first = draft('A quiet hour.');
      const saved = (await store.save(first, 0)) as Reflection;
      expect(saved).to.deep.equal({
        ...first,
        lineage: saved.lineage,
        created: '2026-03-01T09:01:00.000Z',
        changed: '2026-03-01T09:01:00.000Z',
        version: 1,
      });
      const changed = (await store.save({ ...first, text: 'A loud hour.' }, 1)) as Reflection;
      expect(changed.lineage).to.deep.equal([...saved.lineage!, changed.lineage!.at(-1)]);
      expect(changed).to.deep.equal({
        ...first,
        lineage: changed.lineage,
        text: 'A loud hour.',
        created: '2026-03-01T09:01:00.000Z',
        changed: '2026-03-01T09:02:00.000Z',
        version: 2,
      });
      expect(store.state).to.equal('open');
      store.close();
      // After the page was reopened.
      const again = open();
      expect(await again.refresh()).to.equal('open');
      expect((await again.list()).reflections).to.deep.equal([changed]);
    });

    it('stores every text unchanged, with and without encryption', async () => {
      const store = open();
      const any = fc.string({ unit: 'binary', maxLength: 50 });
      for (const password of ['', 'p']) {
        await store.setPassword('', password);
        await fc.assert(
          fc.asyncProperty(fc.oneof(any, fc.constantFrom('', ' ', '\ud800', '\u0000', '\r\n')), async (text) => {
            const { id } = await saveNew(store, text);
            expect((await store.list()).reflections.find((reflection) => reflection.id === id)?.text).to.equal(text);
          }),
          { numRuns: 25 },
        );
      }
    });

    it('lists the newest first', async () => {
      const store = open();
      for (const text of ['1', '2', '3', '4']) await saveNew(store, text);
      expect(await texts(store)).to.deep.equal(['4', '3', '2', '1']);
    });

    it('reports success only after reading back', async () => {
      const steps: string[] = [];
      const store = open({ indexedDB: faulty((step) => void steps.push(step)) });
      await saveNew(store, 'x');
      expect(steps.slice(-3)).to.deep.equal(['transaction', 'put', 'transaction']);
    });

    it('reports a failure when the text cannot be read back', async () => {
      let written = false;
      const store = open({
        indexedDB: faulty((step) => {
          if (step === 'put') written = true;
          else if (written) throw new DOMException('', 'UnknownError');
        }),
      });
      expect(await store.save(draft('x'), 0)).to.equal('failed');
    });

    it('reports a failure when the browser only claims to have written', async () => {
      const store = open();
      await saveNew(store, 'before');
      const original = IDBObjectStore.prototype.put;
      atEnd(() => (IDBObjectStore.prototype.put = original));
      IDBObjectStore.prototype.put = function () {
        return this.get('nothing');
      };
      expect(await store.save(draft('x'), 0)).to.equal('failed');
      IDBObjectStore.prototype.put = original;
      expect(await texts(store)).to.deep.equal(['before']);
    });

    it('requests strict durability', async () => {
      const transactions: unknown[] = [];
      const original = IDBDatabase.prototype.transaction;
      atEnd(() => (IDBDatabase.prototype.transaction = original));
      IDBDatabase.prototype.transaction = function (stores, mode, options) {
        transactions.push([mode, options?.durability]);
        return original.call(this, stores, mode, options);
      };
      await saveNew(open(), 'x');
      expect(transactions).to.deep.include(['readwrite', 'strict']);
    });

    it('saves once when it is called twice', async () => {
      const store = open();
      const newDraft = draft('x');
      const results = await Promise.all([store.save(newDraft, 0), store.save(newDraft, 0)]);
      expect(results[0]).to.be.an('object');
      expect(results[0]).to.deep.equal(results[1]);
      expect((await store.list()).reflections).to.have.lengthOf(1);
    });

    it('refuses invalid reflections, and changes nothing', async () => {
      const store = open();
      for (const invalid of [draft('x', ''), draft('x', 'a b'), draft('x'.repeat(1_000_001))])
        expect(await store.save(invalid, 0)).to.equal('failed');
      expect(await exists()).to.equal(false);
    });
  });
});
