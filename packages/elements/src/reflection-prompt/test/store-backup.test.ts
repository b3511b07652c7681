import { expect } from '@open-wc/testing';
import type { Reflection } from '../model/reflection.js';
import { readBackup, writeBackup } from '../store/backup.js';
import {
  draft,
  dump,
  saveNew,
  open,
  raw,
  replaceSubtle,
  settled,
  start,
  texts,
  useOwnDatabase,
} from './reflection-store.fixture.js';

describe('a store of reflections', () => {
  useOwnDatabase();

  describe('backup and restore', () => {
    it('restore everything unchanged into an empty store', async () => {
      const store = open();
      for (const text of ['1', '2', '3']) await saveNew(store, text);
      const { reflections } = await store.list();
      for (const password of ['', 'p']) {
        if (password) await store.setPassword('', password);
        const backup = await writeBackup(reflections, 'backup words', 10);
        expect(await readBackup(backup, 'p')).to.equal('wrong-password');
        expect(await readBackup(backup.slice(0, -9), 'backup words')).to.equal('damaged');
        const opened = await readBackup(backup, 'backup words');
        expect(opened).to.deep.equal(reflections);
        expect((await store.list()).reflections).to.deep.equal(reflections);
        await store.clear();
        expect(await store.restore(opened as Reflection[], 'merge')).to.equal('done');
        expect((await store.list()).reflections).to.deep.equal(reflections);
        expect(await dump()).to.contain(reflections[0]!.text);
      }
    });

    it('keep stored reflections when merging, and the later version of two', async () => {
      const store = open();
      const [same, older, newer] = [
        await saveNew(store, 'same'),
        await saveNew(store, 'old'),
        await saveNew(store, 'removed'),
      ];
      const { reflections: backup } = await store.list();
      await store.save({ ...older, text: 'changed since' }, 1);
      const added = await saveNew(store, 'added since');
      await store.remove(newer.id);
      expect(await store.restore(backup, 'merge')).to.equal('done');
      expect(await texts(store)).to.deep.equal([added.text, newer.text, 'changed since', same.text]);
      // A state that is later than the stored one.
      const later = { ...same, text: 'later', version: 7, lineage: [...same.lineage!, 'another-state'] };
      expect(await store.restore([later], 'merge')).to.equal('done');
      expect((await store.list()).reflections.find(({ id }) => id === same.id)).to.deep.equal(later);
      // One that is neither later nor earlier.
      await store.restore([{ ...same, text: 'from elsewhere', lineage: ['a-third-state'] }], 'merge');
      expect(await texts(store)).to.include.members(['later', 'from elsewhere']);
    });

    it('keep newer words that were saved after a clock was corrected', async () => {
      const [wrong, right] = [Date.parse('2031-01-01'), start];
      const first = await saveNew(open({ now: () => wrong }), 'old words');
      const store = open({ now: () => right });
      const { reflections: backup } = await store.list();
      const newer = await store.save({ ...first, text: 'newer words' }, 1);
      expect(newer).to.include({ changed: new Date(wrong + 1).toISOString() });
      for (let count = 0; count < 2; count++) expect(await store.restore(backup, 'merge')).to.equal('done');
      expect((await store.list()).reflections).to.deep.equal([newer]);
    });

    it('keep what another tab saves meanwhile', async () => {
      const [tab, other] = [open(), open()];
      const first = await saveNew(tab, 'first');
      const { reflections: backup } = await tab.list();
      await tab.save({ ...first, text: 'changed' }, 1);
      const [restored, saved] = await Promise.all([
        tab.restore([...backup, { ...first, id: 'other', lineage: ['x'], text: 'restored' }], 'merge'),
        other.save({ ...(await other.list()).reflections[0]!, text: 'changed again' }, 2),
      ]);
      expect([restored, typeof saved]).to.deep.equal(['done', 'object']);
      expect(await texts(tab)).to.have.members(['changed again', 'restored']);
    });

    it('conflict with a change of what was deleted and restored from elsewhere', async () => {
      const [tab, other] = [open(), open()];
      const first = await saveNew(tab, 'first');
      await other.remove(first.id);
      await other.restore([{ ...first, text: 'from elsewhere', lineage: ['another-state'] }], 'merge');
      expect(await tab.save({ ...first, text: 'mine' }, 1)).to.equal('conflict');
      expect(await texts(tab)).to.deep.equal(['from elsewhere']);
    });

    it('work where the browser refuses locks', async () => {
      const refused = { request: () => Promise.reject(new DOMException('', 'SecurityError')) };
      const store = open({ locks: refused as unknown as LockManager });
      await saveNew(store, 'first');
      const { reflections } = await store.list();
      expect(await store.clear()).to.equal('done');
      expect(await store.restore(reflections, 'merge')).to.equal('done');
      expect(await texts(store)).to.deep.equal(['first']);
    });

    it('leave only the content of the backup when replacing', async () => {
      const store = open();
      const first = await saveNew(store, 'first');
      const { reflections: backup } = await store.list();
      await store.save({ ...first, text: 'changed' }, 1);
      await saveNew(store, 'gone for good');
      expect(await store.restore(backup, 'replace')).to.equal('done');
      expect((await store.list()).reflections).to.deep.equal([{ ...first, version: 3 }]);
      expect(await dump()).not.to.contain('gone for good');
      expect(await store.restore([], 'replace')).to.equal('done');
      expect(await texts(store)).to.deep.equal([]);
    });

    it('conflict with a change in another tab', async () => {
      const [tab, other] = [open(), open()];
      const first = await saveNew(tab, 'first');
      const { reflections: backup } = await tab.list();
      await tab.save({ ...first, text: 'changed' }, 1);
      await other.restore(backup, 'replace');
      expect(await tab.save({ ...first, text: 'mine' }, 2)).to.equal('conflict');
      expect(await texts(tab)).to.deep.equal(['first']);
    });

    it('encrypt restored reflections when a password is set', async () => {
      const store = open();
      await saveNew(store, 'Secret words.');
      const { reflections } = await store.list();
      await store.clear();
      await store.setPassword('', 'p');
      expect(await store.restore(reflections, 'merge')).to.equal('done');
      expect((await store.list()).reflections).to.deep.equal(reflections);
      expect(await dump()).not.to.contain('ecret');
    });

    it('repair damaged entries', async () => {
      const store = open();
      const first = await saveNew(store, 'first');
      await raw((entries) => settled(entries.put({ ...first, text: 7 })));
      expect((await store.list()).damaged).to.equal(1);
      expect(await store.restore([first], 'merge')).to.equal('done');
      expect(await store.list()).to.deep.equal({ reflections: [first], damaged: 0 });
    });

    it('change nothing when any item is not a reflection', async () => {
      const store = open();
      const first = await saveNew(store, 'first');
      const valid = { ...first, id: 'other' };
      for (const invalid of [{}, null, { ...valid, version: 0 }, { ...valid, text: 'x'.repeat(1_000_001) }])
        for (const mode of ['merge', 'replace'] as const)
          expect(await store.restore([valid, invalid as Reflection], mode)).to.equal('damaged');
      expect((await store.list()).reflections).to.deep.equal([first]);
    });
  });

  describe('with 1,000 reflections', () => {
    const many = Array.from({ length: 1000 }, (_, at): Reflection => ({
      ...draft(`Reflection ${at}. ${'It was a long day, and we sat together. '.repeat(15)}`),
      created: new Date(start + at * 60_000).toISOString(),
      changed: new Date(start + at * 60_000).toISOString(),
      version: 1,
    }));

    it('lists, encrypts, decrypts, backs up and restores them all', async () => {
      const store = open();
      expect(await store.restore(many, 'merge')).to.equal('done');
      const newestFirst = [...many].reverse();
      expect((await store.list()).reflections).to.deep.equal(newestFirst);
      expect(await store.setPassword('', 'p')).to.equal('done');
      expect(await dump()).not.to.contain('Reflection');
      expect((await store.list()).reflections).to.deep.equal(newestFirst);
      const opened = await readBackup(await writeBackup(newestFirst, 'b', 10), 'b');
      expect(opened).to.deep.equal(newestFirst);
      expect(await store.setPassword('p', '')).to.equal('done');
      expect((await store.list()).reflections).to.deep.equal(newestFirst);
    });

    it('yields to the page while it decrypts, and decrypts a few at a time', async () => {
      let [pending, most] = [0, 0];
      const subtle = new Proxy(crypto.subtle, {
        get(target, key: keyof SubtleCrypto) {
          const method = target[key].bind(target) as (...args: unknown[]) => Promise<unknown>;
          return key !== 'decrypt'
            ? method
            : (...args: unknown[]) => {
                most = Math.max(most, ++pending);
                return method(...args).finally(() => pending--);
              };
        },
      });
      replaceSubtle(subtle);
      const store = open();
      await store.restore(many, 'merge');
      await store.setPassword('', 'p');
      let turns = 0;
      let listing = true;
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = () => {
        turns++;
        if (listing) port1.postMessage('');
      };
      port1.postMessage('');
      expect((await store.list()).reflections).to.have.lengthOf(1000);
      listing = false;
      port1.close();
      expect(most).to.be.at.most(100);
      expect(turns).to.be.at.least(1);
    });
  });
});
