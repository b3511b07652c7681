import { expect } from '@open-wc/testing';
import type { Reflection } from '../model/reflection.js';
import { readBackup, writeBackup } from '../store/backup.js';
import {
  draft,
  dump,
  keep,
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
    it('bring everything back, to the letter, into an empty store', async () => {
      const store = open();
      for (const text of ['1', '2', '3']) await keep(store, text);
      const { reflections } = await store.list();
      for (const passphrase of ['', 'p']) {
        if (passphrase) await store.setPassphrase('', passphrase);
        const backup = await writeBackup(reflections, 'backup words', 10);
        expect(await readBackup(backup, 'p')).to.equal('wrong-passphrase');
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

    it('merge keeps what is here, and of two the later', async () => {
      const store = open();
      const [same, older, newer] = [await keep(store, 'same'), await keep(store, 'old'), await keep(store, 'kept')];
      const { reflections: backup } = await store.list();
      await store.save({ ...older, text: 'changed since' }, 1);
      const added = await keep(store, 'added since');
      await store.remove(newer.id);
      expect(await store.restore(backup, 'merge')).to.equal('done');
      expect(await texts(store)).to.deep.equal([added.text, newer.text, 'changed since', same.text]);
      // One that is later than what is here.
      const later = { ...same, text: 'later', changed: '2027-01-01T00:00:00.000Z' };
      expect(await store.restore([later], 'merge')).to.equal('done');
      expect((await store.list()).reflections.find(({ id }) => id === same.id)).to.deep.equal({ ...later, version: 2 });
    });

    it('replace leaves nothing but what was in the backup', async () => {
      const store = open();
      const first = await keep(store, 'first');
      const { reflections: backup } = await store.list();
      await store.save({ ...first, text: 'changed' }, 1);
      await keep(store, 'gone for good');
      expect(await store.restore(backup, 'replace')).to.equal('done');
      expect((await store.list()).reflections).to.deep.equal([{ ...first, version: 3 }]);
      expect(await dump()).not.to.contain('gone for good');
      expect(await store.restore([], 'replace')).to.equal('done');
      expect(await texts(store)).to.deep.equal([]);
    });

    it('is noticed by a tab that was changing what it has replaced', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'first');
      const { reflections: backup } = await one.list();
      await one.save({ ...first, text: 'changed' }, 1);
      await other.restore(backup, 'replace');
      expect(await one.save({ ...first, text: 'mine' }, 2)).to.equal('conflict');
      expect(await texts(one)).to.deep.equal(['first']);
    });

    it('encrypts what is restored where a passphrase is set', async () => {
      const store = open();
      await keep(store, 'Secret words.');
      const { reflections } = await store.list();
      await store.clear();
      await store.setPassphrase('', 'p');
      expect(await store.restore(reflections, 'merge')).to.equal('done');
      expect((await store.list()).reflections).to.deep.equal(reflections);
      expect(await dump()).not.to.contain('ecret');
    });

    it('mends what is damaged', async () => {
      const store = open();
      const first = await keep(store, 'first');
      await raw((entries) => settled(entries.put({ ...first, text: 7 })));
      expect((await store.list()).damaged).to.equal(1);
      expect(await store.restore([first], 'merge')).to.equal('done');
      expect(await store.list()).to.deep.equal({ reflections: [first], damaged: 0 });
    });

    it('changes nothing when one of them is no reflection', async () => {
      const store = open();
      const first = await keep(store, 'first');
      const good = { ...first, id: 'other' };
      for (const wrong of [{}, null, { ...good, version: 0 }, { ...good, text: 'x'.repeat(1_000_001) }])
        for (const mode of ['merge', 'replace'] as const)
          expect(await store.restore([good, wrong as Reflection], mode)).to.equal('damaged');
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
      expect(await store.setPassphrase('', 'p')).to.equal('done');
      expect(await dump()).not.to.contain('Reflection');
      expect((await store.list()).reflections).to.deep.equal(newestFirst);
      const opened = await readBackup(await writeBackup(newestFirst, 'b', 10), 'b');
      expect(opened).to.deep.equal(newestFirst);
      expect(await store.setPassphrase('p', '')).to.equal('done');
      expect((await store.list()).reflections).to.deep.equal(newestFirst);
    });

    it('lets the page have its turn while it decrypts, and asks for few at once', async () => {
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
      await store.setPassphrase('', 'p');
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
