import { expect } from '@open-wc/testing';
import { failing, faulty } from '../../../test-support/index.js';
import {
  draft,
  dump,
  exists,
  keep,
  open,
  raw,
  replaceSubtle,
  settled,
  texts,
  useOwnDatabase,
} from './reflection-store.fixture.js';

describe('a store of reflections', () => {
  useOwnDatabase();

  describe('with a passphrase', () => {
    it('leaves nothing in clear', async () => {
      const store = open();
      const { id } = await keep(store, 'Secret words.');
      await keep(store, 'More words.');
      expect(await dump()).to.contain('Secret words.');
      expect(await store.setPassphrase('', 'correct horse')).to.equal('done');
      await keep(store, 'Words of later.');
      const stored = await dump();
      for (const told of [
        'ecret',
        'ords',
        'notice',
        'prompt-one',
        'correct',
        'horse',
        '2026',
        btoa('Secret words.').slice(0, 12),
      ])
        expect(stored, told).not.to.contain(told);
      expect(stored).to.contain(id);
      expect(await texts(store)).to.deep.equal(['Words of later.', 'More words.', 'Secret words.']);
      expect([store.state, store.encrypted]).to.deep.equal(['open', true]);
    });

    it('is locked for who does not know it, and open for who does', async () => {
      await keep(open(), 'x');
      await open().setPassphrase('', 'p');
      const store = open();
      expect([await store.refresh(), store.encrypted]).to.deep.equal(['locked', true]);
      expect(await store.list()).to.deep.equal({ reflections: [], damaged: 0 });
      expect(await store.save(draft('y'), 0)).to.equal('locked');
      expect(await store.restore([], 'replace')).to.equal('locked');
      expect(await store.setPassphrase('', 'q')).to.equal('locked');
      expect(await store.unlock('q')).to.equal('wrong-passphrase');
      expect(store.state).to.equal('locked');
      expect(await store.unlock('p')).to.equal('done');
      expect([store.state, await texts(store)]).to.deep.equal(['open', ['x']]);
      await keep(store, 'y');
      store.lock();
      expect([store.state, store.encrypted]).to.deep.equal(['locked', true]);
      expect(await texts(store)).to.deep.equal([]);
      expect(await store.refresh()).to.equal('locked');
    });

    it('stays locked when it was locked while it was being unlocked', async () => {
      await keep(open(), 'x');
      await open().setPassphrase('', 'p');
      const store = open();
      const unlocking = store.unlock('p');
      store.lock();
      await unlocking;
      expect([await store.refresh(), await texts(store)]).to.deep.equal(['locked', []]);
    });

    it('finishes a save in hand when it is locked, encrypted', async () => {
      const store = open();
      await keep(store, 'first');
      await store.setPassphrase('', 'p');
      const saving = store.save(draft('Secret words.'), 0);
      await indexedDB.databases();
      store.lock();
      expect(await saving).to.satisfy((result: unknown) => typeof result === 'object' || result === 'locked');
      expect(store.state).to.equal('locked');
      expect(await dump()).not.to.contain('ecret');
    });

    it('is changed without encrypting anything anew', async () => {
      const store = open();
      await keep(store, 'x');
      await store.setPassphrase('', 'p');
      const entries = (): Promise<unknown> => raw((store) => settled(store.getAll()));
      const before = await entries();
      expect(await store.setPassphrase('wrong', 'q')).to.equal('wrong-passphrase');
      expect(await store.setPassphrase('p', 'q')).to.equal('done');
      expect(await entries()).to.deep.equal(before);
      expect([store.state, await texts(store)]).to.deep.equal(['open', ['x']]);
      const other = open();
      expect(await other.unlock('p')).to.equal('wrong-passphrase');
      expect(await other.unlock('q')).to.equal('done');
      expect(await texts(other)).to.deep.equal(['x']);
    });

    it('is taken away, and all is in clear again', async () => {
      const store = open();
      const first = await keep(store, 'x');
      await store.setPassphrase('', 'p');
      expect(await open().setPassphrase('q', '')).to.equal('wrong-passphrase');
      expect(await open().setPassphrase('p', '')).to.equal('done');
      expect(await open().refresh()).to.equal('open');
      expect([(await open().list()).reflections, open().encrypted]).to.deep.equal([[first], false]);
      expect(JSON.parse(await dump())).to.deep.equal([[first], [first.id], [], []]);
    });

    it('can be set before anything is saved', async () => {
      const store = open();
      expect(await store.setPassphrase('', 'p')).to.equal('done');
      expect([store.state, store.encrypted]).to.deep.equal(['open', true]);
      await keep(store, 'Secret words.');
      expect(await dump()).not.to.contain('ecret');
      expect(await texts(store)).to.deep.equal(['Secret words.']);
    });

    it('that another tab has set stops this one from writing in clear', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'x');
      await other.setPassphrase('', 'p');
      expect(await one.save({ ...first, text: 'Secret words.' }, 1)).to.equal('locked');
      expect(await one.save(draft('Secret words.'), 0)).to.equal('locked');
      expect(await one.restore([first], 'merge')).to.equal('locked');
      expect([one.state, one.encrypted]).to.deep.equal(['locked', true]);
      expect(await dump()).not.to.contain('ecret');
    });

    it('that another tab sets in between does not let a word in clear through', async () => {
      const other = open();
      await keep(other, 'x');
      let setting: Promise<unknown> | undefined;
      let transactions = 0;
      // It is set after this tab has read that there is none, and before it writes.
      const store = open({
        indexedDB: faulty((step) => {
          if (step === 'transaction' && ++transactions === 2) {
            setting = other.setPassphrase('', 'p');
            throw new DOMException('', 'UnknownError');
          }
        }),
      });
      const saving = store.save(draft('Secret words.'), 0);
      const result = await saving;
      await setting;
      expect(result).to.satisfy(() => typeof result === 'object' || result === 'locked');
      expect(await dump()).not.to.contain('ecret');
      expect((await other.list()).reflections).to.have.lengthOf(typeof result === 'object' ? 2 : 1);
    });

    it('that another tab sets between writing and reading back is told; saved again it is not there twice', async () => {
      const other = open();
      await keep(other, 'x');
      let setting: Promise<unknown> | undefined;
      let transactions = 0;
      const meddling = faulty((step) => {
        if (step !== 'transaction' || ++transactions !== 3) return;
        setting = other.setPassphrase('', 'p');
        throw new DOMException('', 'UnknownError');
      });
      const store = open({
        indexedDB: new Proxy(meddling, {
          get: (target, key: keyof IDBFactory) =>
            key === 'databases' ? () => Promise.resolve(setting).then(() => indexedDB.databases()) : target[key],
        }),
      });
      const one = draft('Secret words.');
      expect(await store.save(one, 0)).to.equal('locked');
      expect(await store.unlock('p')).to.equal('done');
      expect(await store.save(one, 0)).to.be.an('object');
      expect(await texts(store)).to.deep.equal(['Secret words.', 'x']);
      expect(await dump()).not.to.contain('ecret');
    });

    it('that was replaced by another one stops a tab from writing with the old key', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'x');
      await one.setPassphrase('', 'p');
      await other.setPassphrase('p', '');
      await other.setPassphrase('', 'p');
      expect(await one.save({ ...first, text: 'y' }, 1)).to.equal('locked');
      expect(await one.unlock('p')).to.equal('done');
      expect(await one.save({ ...first, text: 'y' }, 1)).to.be.an('object');
      expect(await texts(other)).to.deep.equal(['y']);
    });

    it('that was taken away elsewhere is told before anything is written in clear', async () => {
      const [one, other] = [open(), open()];
      await keep(one, 'x');
      await one.setPassphrase('', 'p');
      await other.setPassphrase('p', '');
      expect(await one.save(draft('Secret words.'), 0)).to.equal('locked');
      expect([one.state, one.encrypted]).to.deep.equal(['open', false]);
      expect(await dump()).not.to.contain('ecret');
      await keep(one, 'y');
    });

    it('went with the database: a tab that had it does not write in clear unasked', async () => {
      const [one, other] = [open(), open()];
      await one.setPassphrase('', 'p');
      await other.clear();
      expect(await one.save(draft('Secret words.'), 0)).to.equal('locked');
      expect([one.state, one.encrypted, await exists()]).to.deep.equal(['none', false, false]);
    });

    it('changed in one tab stays good in another that is unlocked', async () => {
      const [one, other] = [open(), open()];
      await keep(one, 'x');
      await one.setPassphrase('', 'p');
      await other.unlock('p');
      await one.setPassphrase('p', 'q');
      await keep(other, 'y');
      expect([await texts(one), await texts(other)]).to.deep.equal([
        ['y', 'x'],
        ['y', 'x'],
      ]);
    });

    for (const how of ['with', 'without'])
      it(`is set once when two tabs set one at the same time, and nothing is lost (${how} locks)`, async () => {
        const locks = how === 'with' ? navigator.locks : undefined;
        const [one, other] = [open({ locks }), open({ locks })];
        for (const text of ['1', '2', '3']) await keep(one, text);
        const results = await Promise.all([one.setPassphrase('', 'p'), other.setPassphrase('', 'q')]);
        expect([...results].sort()).to.deep.equal(['done', 'locked']);
        const winner = results[0] === 'done' ? one : other;
        expect(await texts(winner)).to.deep.equal(['3', '2', '1']);
        const fresh = open();
        expect(await fresh.unlock(winner === one ? 'p' : 'q')).to.equal('done');
        expect(await texts(fresh)).to.deep.equal(['3', '2', '1']);
      });

    for (const rivals of [0, 1, 4, 5, 8])
      it(`is not set when it says so, after ${rivals} saves of another tab just before it could be`, async () => {
        let left = rivals;
        const other = open();
        const subtle = new Proxy(crypto.subtle, {
          get: (target, name: keyof SubtleCrypto) =>
            async function (...given: unknown[]): Promise<unknown> {
              if (name === 'deriveKey' && left-- > 0) await keep(other, `Rival ${left}`);
              return (target[name] as (...all: unknown[]) => unknown).apply(target, given);
            },
        });
        replaceSubtle(subtle);
        const store = open();
        await keep(store, 'x');
        const result = await store.setPassphrase('', 'p');
        expect(result).to.equal(rivals < 5 ? 'done' : 'failed');
        expect([await open().refresh(), (await texts(store)).length]).to.deep.equal(
          rivals < 5 ? ['locked', 1 + rivals] : ['open', 1 + Math.min(rivals, 6)],
        );
      });

    it('encrypts what another tab saves meanwhile, too', async () => {
      const [one, other] = [open(), open()];
      for (let at = 0; at < 60; at++) await keep(one, `Secret ${at}`);
      const saved: string[] = [];
      const setting = one.setPassphrase('', 'p');
      for (let at = 0; at < 100; at++) {
        const result = await other.save(draft(`Secret meanwhile ${at}`), 0);
        if (typeof result === 'string') break;
        saved.push(result.text);
      }
      // It gives way as often as it has to, or says that it could not.
      const result = await setting;
      if (result === 'done') expect(await dump()).not.to.contain('ecret');
      else expect([result, one.encrypted]).to.deep.equal(['failed', false]);
      expect(await texts(one)).to.have.members([...saved, ...Array.from({ length: 60 }, (_, at) => `Secret ${at}`)]);
    });

    it('set with fewer rounds is wrapped anew when it is used', async () => {
      const iterations = (): Promise<number> =>
        raw(async (_, meta) => (await settled<{ iterations: number }>(meta.get('key'))).iterations);
      await keep(open(), 'x');
      await open({ iterations: 10 }).setPassphrase('', 'p');
      expect(await iterations()).to.equal(10);
      expect(await open({ iterations: 20 }).unlock('q')).to.equal('wrong-passphrase');
      expect(await iterations()).to.equal(10);
      const store = open({ iterations: 20 });
      expect(await store.unlock('p')).to.equal('done');
      expect([await iterations(), store.state, await texts(store)]).to.deep.equal([20, 'open', ['x']]);
      expect(await open({ iterations: 5 }).unlock('p')).to.equal('done');
      expect(await iterations()).to.equal(20);
      // Reading matters more.
      const full = open({ iterations: 30, indexedDB: failing('put', 'QuotaExceededError') });
      expect([await full.unlock('p'), full.state, await texts(full)]).to.deep.equal(['done', 'open', ['x']]);
      expect(await iterations()).to.equal(20);
    });

    it('has 600,000 rounds when nobody says otherwise', async () => {
      const store = open({ iterations: undefined! });
      await keep(store, 'x');
      expect(await store.setPassphrase('', 'p')).to.equal('done');
      expect(await dump()).to.contain('"iterations":600000');
      expect(await open({ iterations: undefined! }).unlock('p')).to.equal('done');
    });

    it('is told done when another tab changes something just after it was set', async () => {
      const other = open();
      await keep(other, 'x');
      for (const [current, next] of [
        ['', 'p'],
        ['p', 'q'],
        ['q', ''],
      ] as const) {
        let puts = 0;
        let meddling: Promise<unknown> | undefined;
        const store = open({
          indexedDB: faulty((step) => {
            if (step === 'put') puts++;
            if (step === 'transaction' && puts && !meddling) {
              meddling = raw((entries) =>
                settled(entries.delete('none')).then(() => settled(entries.put({ id: '~' }))),
              );
            }
          }),
        });
        expect(await store.setPassphrase(current, next)).to.equal('done');
        await meddling;
        await raw((entries) => settled(entries.delete('~')));
        expect(await texts(store)).to.deep.equal(['x']);
      }
    });
  });
});
