import { expect } from '@open-wc/testing';
import { atEnd, failing, faulty } from '../../../test-support/index.js';
import type { Reflection } from '../model/reflection.js';
import { writeBackup } from '../store/backup.js';
import {
  draft,
  dump,
  saveNew,
  name,
  open,
  replaceSubtle,
  settled,
  texts,
  useOwnDatabase,
} from './reflection-store.fixture.js';

describe('a store of reflections', () => {
  useOwnDatabase();

  describe('when the browser fails', () => {
    it('is unavailable without IndexedDB, or when the browser refuses it', async () => {
      await saveNew(open(), 'x');
      for (const factory of [undefined, failing('open', 'SecurityError'), failing('open', 'UnknownError')]) {
        const store = open({ indexedDB: factory });
        expect(await store.refresh()).to.equal('unavailable');
        expect(await store.list()).to.deep.equal({ reflections: [], damaged: 0 });
        expect(await store.save(draft('x'), 0)).to.equal('failed');
        expect(await store.remove('x')).to.equal('failed');
        expect(await store.setPassword('', 'p')).to.equal('failed');
        expect(await store.unlock('p')).to.equal('failed');
        expect(await store.restore([], 'merge')).to.equal('failed');
        expect(store.state).to.equal('unavailable');
      }
      expect(await open({ indexedDB: undefined }).clear()).to.equal('failed');
    });

    it('reports a full device, and keeps the stored content', async () => {
      const store = open();
      const first = await saveNew(store, 'before');
      for (const step of ['put', 'open', 'transaction'] as const) {
        const full = open({ indexedDB: failing(step, 'QuotaExceededError') });
        expect(await full.save({ ...first, text: 'x' }, 1)).to.equal('quota');
      }
      const full = open({ indexedDB: failing('put', 'QuotaExceededError') });
      expect(await full.setPassword('', 'p')).to.equal('quota');
      expect(await full.restore([{ ...first, id: 'other' }], 'replace')).to.equal('quota');
      expect([full.state, full.encrypted]).to.deep.equal(['open', false]);
      expect((await store.list()).reflections).to.deep.equal([first]);
      expect(await dump()).to.contain('before');
    });

    it('loses nothing when a transaction fails halfway', async () => {
      const store = open();
      for (const text of ['1', '2', '3']) await saveNew(store, text);
      for (const error of ['DataCloneError', 'UnknownError', 'QuotaExceededError'])
        for (const successes of [0, 1, 2]) {
          let puts = 0;
          const breaking = faulty((step) => {
            if (step === 'put' && puts++ >= successes) throw new DOMException('', error);
          });
          const result = await open({ indexedDB: breaking }).setPassword('', 'p');
          expect(result).to.equal(error === 'QuotaExceededError' ? 'quota' : 'failed');
          expect(await texts(store)).to.deep.equal(['3', '2', '1']);
        }
    });

    it('reopens a lost connection', async () => {
      const connections: IDBDatabase[] = [];
      const store = open({
        indexedDB: faulty(
          (_, connection) => connection && !connections.includes(connection) && connections.push(connection),
        ),
      });
      await saveNew(store, '1');
      // Without an event,
      connections.at(-1)!.close();
      await saveNew(store, '2');
      // and with the event of a browser that closes it.
      connections.at(-1)!.dispatchEvent(new Event('close'));
      await saveNew(store, '3');
      expect(await texts(store)).to.deep.equal(['3', '2', '1']);
      expect(connections).to.have.lengthOf(3);
    });

    for (const step of ['open', 'transaction', 'put'] as const)
      it(`saves after two failures (${step})`, async () => {
        await saveNew(open(), 'first');
        const store = open({ indexedDB: failing(step, 'UnknownError', 2) });
        expect(await store.save(draft('x'), 0)).to.be.an('object');
        expect(await texts(store)).to.deep.equal(['x', 'first']);
      });

    it('recognizes its own write when the connection was lost after it', async () => {
      let written = 0;
      const store = open({
        indexedDB: faulty((step) => {
          if (step === 'put') written++;
          if (step === 'transaction' && written === 1) {
            written++;
            throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
          }
        }),
      });
      const result = await store.save(draft('x'), 0);
      expect((result as Reflection).version).to.equal(1);
    });

    it('retries a save whose transaction was aborted', async () => {
      let aborted = false;
      const original = IDBObjectStore.prototype.put;
      atEnd(() => (IDBObjectStore.prototype.put = original));
      IDBObjectStore.prototype.put = function (...args) {
        const request = original.apply(this, args);
        if (!aborted) this.transaction.abort();
        aborted = true;
        return request;
      };
      const store = open();
      await saveNew(store, 'x');
      expect([aborted, await texts(store)]).to.deep.equal([true, ['x']]);
    });

    it('works without locks, channels and encryption', async () => {
      replaceSubtle(undefined);
      const store = open({ locks: undefined, channel: undefined });
      const first = await saveNew(store, 'x');
      expect(await store.save({ ...first, text: 'y' }, 1)).to.be.an('object');
      expect(await store.setPassword('', 'p')).to.equal('failed');
      expect(await writeBackup([], 'p').catch(() => 'failed')).to.equal('failed');
      expect(await texts(store)).to.deep.equal(['y']);
      expect(await store.remove(first.id)).to.equal('done');
      expect(await store.clear()).to.equal('done');
    });

    it('does not touch a database of another version', async () => {
      const request = indexedDB.open(name, 7);
      (await settled(request)).close();
      const store = open();
      expect(await store.refresh()).to.equal('unavailable');
      expect(await store.save(draft('x'), 0)).to.equal('failed');
    });
  });
});
