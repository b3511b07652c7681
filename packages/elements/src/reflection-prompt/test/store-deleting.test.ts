import { expect } from '@open-wc/testing';
import { failing } from '../../../test-support/index.js';
import {
  draft,
  dump,
  exists,
  saveNew,
  name,
  open,
  settled,
  texts,
  useOwnDatabase,
} from './reflection-store.fixture.js';

describe('a store of reflections', () => {
  useOwnDatabase();

  describe('deleting', () => {
    it('removes one reflection completely, and keeps the others', async () => {
      const store = open();
      const gone = await saveNew(store, 'gone for good');
      await saveNew(store, 'stays');
      expect(await store.remove(gone.id)).to.equal('done');
      expect(await texts(store)).to.deep.equal(['stays']);
      const left = await dump();
      expect(left).not.to.contain('gone for good').and.not.to.contain(gone.id);
      expect(await store.remove(gone.id)).to.equal('done');
    });

    it('everything removes the database and the password', async () => {
      const store = open();
      await saveNew(store, 'x');
      await store.setPassword('', 'p');
      expect(await store.clear()).to.equal('done');
      expect([store.state, store.encrypted, await exists()]).to.deep.equal(['none', false, false]);
      expect(await texts(store)).to.deep.equal([]);
      await saveNew(store, 'new');
      expect([await texts(open()), store.encrypted]).to.deep.equal([['new'], false]);
    });

    it('everything works while another tab has the database open, which is notified', async () => {
      const [tab, other] = [open(), open()];
      const first = await saveNew(tab, 'x');
      await other.list();
      expect(await tab.clear()).to.equal('done');
      expect(await exists()).to.equal(false);
      expect(await other.save({ ...first, text: 'y' }, 1)).to.equal('conflict');
      expect([await other.refresh(), await exists()]).to.deep.equal(['none', false]);
    });

    it('everything needs no password', async () => {
      await saveNew(open(), 'x');
      await open().setPassword('', 'p');
      const store = open();
      expect(await store.refresh()).to.equal('locked');
      expect(await store.clear()).to.equal('done');
      expect(await exists()).to.equal(false);
    });

    it('everything succeeds while another page keeps the empty database open, and never hangs', async () => {
      const store = open();
      await saveNew(store, 'secret words');
      const holder = await settled(indexedDB.open(name));
      expect(await store.clear()).to.equal('done');
      const transaction = holder.transaction(['entries', 'meta']);
      for (const storeName of ['entries', 'meta'])
        expect(await settled(transaction.objectStore(storeName).getAll())).to.deep.equal([]);
      expect(await store.refresh()).to.equal('none');
      expect(await texts(store)).to.deep.equal([]);
      expect(await store.save(draft('x'), 0)).to.equal('failed');
      expect(await store.clear()).to.equal('done');
      holder.close();
      await settled(indexedDB.deleteDatabase(name));
      await saveNew(store, 'again');
      expect(await texts(store)).to.deep.equal(['again']);
    });

    it('everything reports a failure', async () => {
      const store = open({ indexedDB: failing('deleteDatabase', 'UnknownError') });
      await saveNew(store, 'x');
      expect(await store.clear()).to.equal('failed');
    });

    it('one reflection reports a failure', async () => {
      const store = open({ indexedDB: failing('delete', 'UnknownError') });
      const { id } = await saveNew(store, 'x');
      expect(await store.remove(id)).to.equal('failed');
      expect(await texts(store)).to.deep.equal(['x']);
    });
  });
});
