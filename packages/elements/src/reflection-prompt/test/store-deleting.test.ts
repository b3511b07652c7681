import { expect } from '@open-wc/testing';
import { failing } from '../../../test-support/index.js';
import { draft, dump, exists, keep, name, open, settled, texts, useOwnDatabase } from './reflection-store.fixture.js';

describe('a store of reflections', () => {
  useOwnDatabase();

  describe('deleting', () => {
    it('leaves no trace of one, and the others as they are', async () => {
      const store = open();
      const gone = await keep(store, 'gone for good');
      await keep(store, 'stays');
      expect(await store.remove(gone.id)).to.equal('done');
      expect(await texts(store)).to.deep.equal(['stays']);
      const left = await dump();
      expect(left).not.to.contain('gone for good').and.not.to.contain(gone.id);
      expect(await store.remove(gone.id)).to.equal('done');
    });

    it('of all deletes the database, the passphrase with it', async () => {
      const store = open();
      await keep(store, 'x');
      await store.setPassphrase('', 'p');
      expect(await store.clear()).to.equal('done');
      expect([store.state, store.encrypted, await exists()]).to.deep.equal(['none', false, false]);
      expect(await texts(store)).to.deep.equal([]);
      await keep(store, 'new');
      expect([await texts(open()), store.encrypted]).to.deep.equal([['new'], false]);
    });

    it('of all works while another tab has it open, which then knows', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'x');
      await other.list();
      expect(await one.clear()).to.equal('done');
      expect(await exists()).to.equal(false);
      expect(await other.save({ ...first, text: 'y' }, 1)).to.equal('conflict');
      expect([await other.refresh(), await exists()]).to.deep.equal(['none', false]);
    });

    it('of all needs no passphrase', async () => {
      await keep(open(), 'x');
      await open().setPassphrase('', 'p');
      const store = open();
      expect(await store.refresh()).to.equal('locked');
      expect(await store.clear()).to.equal('done');
      expect(await exists()).to.equal(false);
    });

    it('of all is done though another page does not let go of the database: it is empty, and hangs nobody', async () => {
      const store = open();
      await keep(store, 'secret words');
      const holder = await settled(indexedDB.open(name));
      expect(await store.clear()).to.equal('done');
      const transaction = holder.transaction(['entries', 'meta']);
      for (const which of ['entries', 'meta'])
        expect(await settled(transaction.objectStore(which).getAll())).to.deep.equal([]);
      expect(await store.refresh()).to.equal('none');
      expect(await texts(store)).to.deep.equal([]);
      expect(await store.save(draft('x'), 0)).to.equal('failed');
      expect(await store.clear()).to.equal('done');
      holder.close();
      await settled(indexedDB.deleteDatabase(name));
      await keep(store, 'again');
      expect(await texts(store)).to.deep.equal(['again']);
    });

    it('of all that cannot be done says so', async () => {
      const store = open({ indexedDB: failing('deleteDatabase', 'UnknownError') });
      await keep(store, 'x');
      expect(await store.clear()).to.equal('failed');
    });

    it('one whose deletion fails does not say done', async () => {
      const store = open({ indexedDB: failing('delete', 'UnknownError') });
      const { id } = await keep(store, 'x');
      expect(await store.remove(id)).to.equal('failed');
      expect(await texts(store)).to.deep.equal(['x']);
    });
  });
});
