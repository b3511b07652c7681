import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { atEnd, failing, faulty, withoutList } from '../../../test-support/index.js';
import { draft, exists, keep, open, texts, useOwnDatabase } from './reflection-store.fixture.js';

describe('a store of reflections', () => {
  useOwnDatabase();

  describe('before anything is saved', () => {
    it('creates nothing by looking', async () => {
      const store = open();
      expect(await store.refresh()).to.equal('none');
      expect(await store.list()).to.deep.equal({ reflections: [], damaged: 0 });
      expect(await store.remove('a')).to.equal('done');
      expect(await store.unlock('p')).to.equal('done');
      expect(await store.setPassphrase('', '')).to.equal('done');
      expect(await store.save(draft('x'), 3)).to.equal('conflict');
      expect([store.state, store.encrypted, await exists()]).to.deep.equal(['none', false, false]);
    });

    for (const [which, listless] of [
      ['has no list of its databases', withoutList],
      ['fails to list them, as Firefox after a crash', failing('databases', 'UnknownError')],
    ] as const)
      it(`creates nothing by looking in a browser that ${which}`, async () => {
        const store = open({ indexedDB: listless });
        expect(await store.refresh()).to.equal('none');
        expect(await store.list()).to.deep.equal({ reflections: [], damaged: 0 });
        expect(await store.save(draft('x'), 3)).to.equal('conflict');
        expect(await exists()).to.equal(false);
        await keep(store, 'Kept');
        expect([store.state, await texts(store)]).to.deep.equal(['open', ['Kept']]);
        expect(await open({ indexedDB: listless }).refresh()).to.equal('open');
      });
  });

  describe('saving', () => {
    it('keeps what was written, with its times and its version', async () => {
      const store = open();
      const first = draft('A quiet hour.');
      expect(await store.save(first, 0)).to.deep.equal({
        ...first,
        created: '2026-03-01T09:01:00.000Z',
        changed: '2026-03-01T09:01:00.000Z',
        version: 1,
      });
      const changed = await store.save({ ...first, text: 'A loud hour.' }, 1);
      expect(changed).to.deep.equal({
        ...first,
        text: 'A loud hour.',
        created: '2026-03-01T09:01:00.000Z',
        changed: '2026-03-01T09:02:00.000Z',
        version: 2,
      });
      expect(store.state).to.equal('open');
      store.close();
      // After the page was closed and opened again.
      const again = open();
      expect(await again.refresh()).to.equal('open');
      expect((await again.list()).reflections).to.deep.equal([changed]);
    });

    it('keeps every text to the letter, in clear and encrypted', async () => {
      const store = open();
      const any = fc.string({ unit: 'binary', maxLength: 50 });
      for (const passphrase of ['', 'p']) {
        await store.setPassphrase('', passphrase);
        await fc.assert(
          fc.asyncProperty(fc.oneof(any, fc.constantFrom('', ' ', '\ud800', '\u0000', '\r\n')), async (text) => {
            const { id } = await keep(store, text);
            expect((await store.list()).reflections.find((one) => one.id === id)?.text).to.equal(text);
          }),
          { numRuns: 25 },
        );
      }
    });

    it('lists the newest first', async () => {
      const store = open();
      for (const text of ['1', '2', '3', '4']) await keep(store, text);
      expect(await texts(store)).to.deep.equal(['4', '3', '2', '1']);
    });

    it('says saved only after what was written has been read back', async () => {
      const steps: string[] = [];
      const store = open({ indexedDB: faulty((step) => void steps.push(step)) });
      await keep(store, 'x');
      expect(steps.slice(-3)).to.deep.equal(['transaction', 'put', 'transaction']);
    });

    it('does not say saved when it cannot be read back', async () => {
      let written = false;
      const store = open({
        indexedDB: faulty((step) => {
          if (step === 'put') written = true;
          else if (written) throw new DOMException('', 'UnknownError');
        }),
      });
      expect(await store.save(draft('x'), 0)).to.equal('failed');
    });

    it('does not say saved when the browser only claims to have written', async () => {
      const store = open();
      await keep(store, 'before');
      const original = IDBObjectStore.prototype.put;
      atEnd(() => (IDBObjectStore.prototype.put = original));
      IDBObjectStore.prototype.put = function () {
        return this.get('nothing');
      };
      expect(await store.save(draft('x'), 0)).to.equal('failed');
      IDBObjectStore.prototype.put = original;
      expect(await texts(store)).to.deep.equal(['before']);
    });

    it('asks for what is saved to be on the disk', async () => {
      const asked: unknown[] = [];
      const original = IDBDatabase.prototype.transaction;
      atEnd(() => (IDBDatabase.prototype.transaction = original));
      IDBDatabase.prototype.transaction = function (stores, mode, options) {
        asked.push([mode, options?.durability]);
        return original.call(this, stores, mode, options);
      };
      await keep(open(), 'x');
      expect(asked).to.deep.include(['readwrite', 'strict']);
    });

    it('is one when it was pressed twice', async () => {
      const store = open();
      const one = draft('x');
      const results = await Promise.all([store.save(one, 0), store.save(one, 0)]);
      expect(results[0]).to.be.an('object');
      expect(results[0]).to.deep.equal(results[1]);
      expect((await store.list()).reflections).to.have.lengthOf(1);
    });

    it('refuses what could not be read again, and changes nothing', async () => {
      const store = open();
      for (const wrong of [draft('x', ''), draft('x', 'a b'), draft('x'.repeat(1_000_001))])
        expect(await store.save(wrong, 0)).to.equal('failed');
      expect(await exists()).to.equal(false);
    });
  });
});
