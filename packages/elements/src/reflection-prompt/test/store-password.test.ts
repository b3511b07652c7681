import { expect } from '@open-wc/testing';
import { failing, faulty } from '../../../test-support/index.js';
import {
  draft,
  dump,
  exists,
  saveNew,
  open,
  raw,
  replaceSubtle,
  settled,
  texts,
  useOwnDatabase,
} from './reflection-store.fixture.js';

describe('a store of reflections', () => {
  useOwnDatabase();

  describe('with a password', () => {
    it('stores nothing unencrypted', async () => {
      const store = open();
      const { id } = await saveNew(store, 'Secret words.');
      await saveNew(store, 'More words.');
      expect(await dump()).to.contain('Secret words.');
      expect(await store.setPassword('', 'correct horse')).to.equal('done');
      await saveNew(store, 'Words of later.');
      const stored = await dump();
      for (const secret of [
        'ecret',
        'ords',
        'notice',
        'prompt-one',
        'correct',
        'horse',
        '2026',
        btoa('Secret words.').slice(0, 12),
      ])
        expect(stored, secret).not.to.contain(secret);
      expect(stored).to.contain(id);
      expect(await texts(store)).to.deep.equal(['Words of later.', 'More words.', 'Secret words.']);
      expect([store.state, store.encrypted]).to.deep.equal(['open', true]);
    });

    it('is locked without it, and open with it', async () => {
      await saveNew(open(), 'x');
      await open().setPassword('', 'p');
      const store = open();
      expect([await store.refresh(), store.encrypted]).to.deep.equal(['locked', true]);
      expect(await store.list()).to.deep.equal({ reflections: [], damaged: 0 });
      expect(await store.save(draft('y'), 0)).to.equal('locked');
      expect(await store.restore([], 'replace')).to.equal('locked');
      expect(await store.setPassword('', 'q')).to.equal('locked');
      expect(await store.unlock('q')).to.equal('wrong-password');
      expect(store.state).to.equal('locked');
      expect(await store.unlock('p')).to.equal('done');
      expect([store.state, await texts(store)]).to.deep.equal(['open', ['x']]);
      await saveNew(store, 'y');
      store.lock();
      expect([store.state, store.encrypted]).to.deep.equal(['locked', true]);
      expect(await texts(store)).to.deep.equal([]);
      expect(await store.refresh()).to.equal('locked');
    });

    it('stays locked when it was locked during unlocking', async () => {
      await saveNew(open(), 'x');
      await open().setPassword('', 'p');
      const store = open();
      const unlocking = store.unlock('p');
      store.lock();
      await unlocking;
      expect([await store.refresh(), await texts(store)]).to.deep.equal(['locked', []]);
    });

    it('finishes a save in progress encrypted when it is locked', async () => {
      const store = open();
      await saveNew(store, 'first');
      await store.setPassword('', 'p');
      const saving = store.save(draft('Secret words.'), 0);
      await indexedDB.databases();
      store.lock();
      expect(await saving).to.satisfy((result: unknown) => typeof result === 'object' || result === 'locked');
      expect(store.state).to.equal('locked');
      expect(await dump()).not.to.contain('ecret');
    });

    it('changes it without encrypting the entries again', async () => {
      const store = open();
      await saveNew(store, 'x');
      await store.setPassword('', 'p');
      const entries = (): Promise<unknown> => raw((store) => settled(store.getAll()));
      const before = await entries();
      expect(await store.setPassword('wrong', 'q')).to.equal('wrong-password');
      expect(await store.setPassword('p', 'q')).to.equal('done');
      expect(await entries()).to.deep.equal(before);
      expect([store.state, await texts(store)]).to.deep.equal(['open', ['x']]);
      const other = open();
      expect(await other.unlock('p')).to.equal('wrong-password');
      expect(await other.unlock('q')).to.equal('done');
      expect(await texts(other)).to.deep.equal(['x']);
    });

    it('decrypts everything when it is removed', async () => {
      const store = open();
      const first = await saveNew(store, 'x');
      await store.setPassword('', 'p');
      expect(await open().setPassword('q', '')).to.equal('wrong-password');
      expect(await open().setPassword('p', '')).to.equal('done');
      expect(await open().refresh()).to.equal('open');
      expect([(await open().list()).reflections, open().encrypted]).to.deep.equal([[first], false]);
      expect(JSON.parse(await dump())).to.deep.equal([[first], [first.id], [], []]);
    });

    it('accepts one before anything is saved', async () => {
      const store = open();
      expect(await store.setPassword('', 'p')).to.equal('done');
      expect([store.state, store.encrypted]).to.deep.equal(['open', true]);
      await saveNew(store, 'Secret words.');
      expect(await dump()).not.to.contain('ecret');
      expect(await texts(store)).to.deep.equal(['Secret words.']);
    });

    it('does not write unencrypted after another tab has set one', async () => {
      const [tab, other] = [open(), open()];
      const first = await saveNew(tab, 'x');
      await other.setPassword('', 'p');
      expect(await tab.save({ ...first, text: 'Secret words.' }, 1)).to.equal('locked');
      expect(await tab.save(draft('Secret words.'), 0)).to.equal('locked');
      expect(await tab.restore([first], 'merge')).to.equal('locked');
      expect([tab.state, tab.encrypted]).to.deep.equal(['locked', true]);
      expect(await dump()).not.to.contain('ecret');
    });

    it('does not write unencrypted when another tab sets one in between', async () => {
      const other = open();
      await saveNew(other, 'x');
      let setting: Promise<unknown> | undefined;
      let transactions = 0;
      // It is set after this tab has found none, and before this tab writes.
      const store = open({
        indexedDB: faulty((step) => {
          if (step === 'transaction' && ++transactions === 2) {
            setting = other.setPassword('', 'p');
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

    it('reports one that another tab sets before reading back, and does not save twice', async () => {
      const other = open();
      await saveNew(other, 'x');
      let setting: Promise<unknown> | undefined;
      let transactions = 0;
      const meddling = faulty((step) => {
        if (step !== 'transaction' || ++transactions !== 3) return;
        setting = other.setPassword('', 'p');
        throw new DOMException('', 'UnknownError');
      });
      const store = open({
        indexedDB: new Proxy(meddling, {
          get: (target, key: keyof IDBFactory) =>
            key === 'databases' ? () => Promise.resolve(setting).then(() => indexedDB.databases()) : target[key],
        }),
      });
      const secret = draft('Secret words.');
      expect(await store.save(secret, 0)).to.equal('locked');
      expect(await store.unlock('p')).to.equal('done');
      expect(await store.save(secret, 0)).to.be.an('object');
      expect(await texts(store)).to.deep.equal(['Secret words.', 'x']);
      expect(await dump()).not.to.contain('ecret');
    });

    it('does not write with a replaced key', async () => {
      const [tab, other] = [open(), open()];
      const first = await saveNew(tab, 'x');
      await tab.setPassword('', 'p');
      await other.setPassword('p', '');
      await other.setPassword('', 'p');
      expect(await tab.save({ ...first, text: 'y' }, 1)).to.equal('locked');
      expect(await tab.unlock('p')).to.equal('done');
      expect(await tab.save({ ...first, text: 'y' }, 1)).to.be.an('object');
      expect(await texts(other)).to.deep.equal(['y']);
    });

    it('reports that another tab has removed it before writing unencrypted', async () => {
      const [tab, other] = [open(), open()];
      await saveNew(tab, 'x');
      await tab.setPassword('', 'p');
      await other.setPassword('p', '');
      expect(await tab.save(draft('Secret words.'), 0)).to.equal('locked');
      expect([tab.state, tab.encrypted]).to.deep.equal(['open', false]);
      expect(await dump()).not.to.contain('ecret');
      await saveNew(tab, 'y');
    });

    it('reports that the database was deleted before writing unencrypted', async () => {
      const [tab, other] = [open(), open()];
      await tab.setPassword('', 'p');
      await other.clear();
      expect(await tab.save(draft('Secret words.'), 0)).to.equal('locked');
      expect([tab.state, tab.encrypted, await exists()]).to.deep.equal(['none', false, false]);
    });

    it('stays unlocked when another tab has changed it', async () => {
      const [tab, other] = [open(), open()];
      await saveNew(tab, 'x');
      await tab.setPassword('', 'p');
      await other.unlock('p');
      await tab.setPassword('p', 'q');
      await saveNew(other, 'y');
      expect([await texts(tab), await texts(other)]).to.deep.equal([
        ['y', 'x'],
        ['y', 'x'],
      ]);
    });

    for (const how of ['with', 'without'])
      it(`accepts one of two that are set at the same time, and loses nothing (${how} locks)`, async () => {
        const locks = how === 'with' ? navigator.locks : undefined;
        const [tab, other] = [open({ locks }), open({ locks })];
        for (const text of ['1', '2', '3']) await saveNew(tab, text);
        const results = await Promise.all([tab.setPassword('', 'p'), other.setPassword('', 'q')]);
        expect([...results].sort()).to.deep.equal(['done', 'locked']);
        const winner = results[0] === 'done' ? tab : other;
        expect(await texts(winner)).to.deep.equal(['3', '2', '1']);
        const fresh = open();
        expect(await fresh.unlock(winner === tab ? 'p' : 'q')).to.equal('done');
        expect(await texts(fresh)).to.deep.equal(['3', '2', '1']);
      });

    for (const rivals of [0, 1, 4, 5, 8])
      it(`reports correctly whether it was set after ${rivals} concurrent saves of another tab`, async () => {
        let left = rivals;
        const other = open();
        const subtle = new Proxy(crypto.subtle, {
          get: (target, name: keyof SubtleCrypto) =>
            async function (...args: unknown[]): Promise<unknown> {
              if (name === 'deriveKey' && left-- > 0) await saveNew(other, `Rival ${left}`);
              return (target[name] as (...all: unknown[]) => unknown).apply(target, args);
            },
        });
        replaceSubtle(subtle);
        const store = open();
        await saveNew(store, 'x');
        const result = await store.setPassword('', 'p');
        expect(result).to.equal(rivals < 5 ? 'done' : 'failed');
        expect([await open().refresh(), (await texts(store)).length]).to.deep.equal(
          rivals < 5 ? ['locked', 1 + rivals] : ['open', 1 + Math.min(rivals, 6)],
        );
      });

    it('also encrypts reflections that another tab saves meanwhile', async () => {
      const [tab, other] = [open(), open()];
      for (let at = 0; at < 60; at++) await saveNew(tab, `Secret ${at}`);
      const saved: string[] = [];
      const setting = tab.setPassword('', 'p');
      for (let at = 0; at < 100; at++) {
        const result = await other.save(draft(`Secret meanwhile ${at}`), 0);
        if (typeof result === 'string') break;
        saved.push(result.text);
      }
      // It retries as often as needed, or reports a failure.
      const result = await setting;
      if (result === 'done') expect(await dump()).not.to.contain('ecret');
      else expect([result, tab.encrypted]).to.deep.equal(['failed', false]);
      expect(await texts(tab)).to.have.members([...saved, ...Array.from({ length: 60 }, (_, at) => `Secret ${at}`)]);
    });

    it('wraps the key again when it was set with fewer iterations', async () => {
      const iterations = (): Promise<number> =>
        raw(async (_, meta) => (await settled<{ iterations: number }>(meta.get('key'))).iterations);
      await saveNew(open(), 'x');
      await open({ iterations: 10 }).setPassword('', 'p');
      expect(await iterations()).to.equal(10);
      expect(await open({ iterations: 20 }).unlock('q')).to.equal('wrong-password');
      expect(await iterations()).to.equal(10);
      const store = open({ iterations: 20 });
      expect(await store.unlock('p')).to.equal('done');
      expect([await iterations(), store.state, await texts(store)]).to.deep.equal([20, 'open', ['x']]);
      expect(await open({ iterations: 5 }).unlock('p')).to.equal('done');
      expect(await iterations()).to.equal(20);
      // Unlocking succeeds although the key could not be wrapped again.
      const full = open({ iterations: 30, indexedDB: failing('put', 'QuotaExceededError') });
      expect([await full.unlock('p'), full.state, await texts(full)]).to.deep.equal(['done', 'open', ['x']]);
      expect(await iterations()).to.equal(20);
    });

    it('uses 600,000 iterations by default', async () => {
      const store = open({ iterations: undefined! });
      await saveNew(store, 'x');
      expect(await store.setPassword('', 'p')).to.equal('done');
      expect(await dump()).to.contain('"iterations":600000');
      expect(await open({ iterations: undefined! }).unlock('p')).to.equal('done');
    });

    it('reports success when another tab makes a change right after it was set', async () => {
      const other = open();
      await saveNew(other, 'x');
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
        expect(await store.setPassword(current, next)).to.equal('done');
        await meddling;
        await raw((entries) => settled(entries.delete('~')));
        expect(await texts(store)).to.deep.equal(['x']);
      }
    });
  });
});
