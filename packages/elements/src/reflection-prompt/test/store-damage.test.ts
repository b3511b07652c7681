import { expect } from '@open-wc/testing';
import { draft, saveNew, open, raw, settled, texts, useOwnDatabase } from './reflection-store.fixture.js';

describe('a store of reflections', () => {
  useOwnDatabase();

  describe('with damaged content', () => {
    it('reads the rest, and leaves unreadable entries untouched', async () => {
      const store = open();
      await saveNew(store, 'good');
      const damagedValues = [
        { id: 'a' },
        { id: 'b', version: 1, sealed: 'AAAA' },
        { ...(await saveNew(store, 'x')), id: 'c', text: 5 },
        { ...(await saveNew(store, 'y')), id: 'd', version: -1 },
      ];
      for (const entry of damagedValues) await raw((entries) => settled(entries.put(entry)));
      const { reflections, damaged } = await store.list();
      expect([reflections.map(({ text }) => text), damaged]).to.deep.equal([['y', 'x', 'good'], 4]);
      for (const entry of damagedValues) {
        expect(await store.save(draft('z', entry.id), (entry as { version?: number }).version ?? 0)).to.equal('failed');
        expect(await raw((entries) => settled(entries.get(entry.id)))).to.deep.equal(entry);
      }
      expect(await store.setPassword('', 'p')).to.equal('done');
      expect(await store.list()).to.deep.equal({ reflections, damaged });
      // Without the key they would be lost.
      expect(await store.setPassword('p', '')).to.equal('damaged');
      expect([store.state, (await store.list()).reflections.length]).to.deep.equal(['open', 3]);
      for (const { id } of damagedValues) expect(await store.remove(id)).to.equal('done');
      expect(await store.setPassword('p', '')).to.equal('done');
      expect(await texts(store)).to.have.lengthOf(3);
    });

    it('detects encrypted entries that were changed, truncated or moved', async () => {
      const store = open();
      const ids: string[] = [];
      for (const text of ['1', '2', '3', '4']) ids.push((await saveNew(store, text)).id);
      await store.setPassword('', 'p');
      await raw(async (entries) => {
        const [first, second, third, fourth] = await Promise.all(
          ids.map((id) => settled<{ sealed: string; version: number }>(entries.get(id))),
        );
        entries.put({ ...first, sealed: second!.sealed });
        entries.put({ ...second, sealed: second!.sealed.slice(0, -4) });
        await settled(entries.put({ ...third, version: 2 }));
        expect(fourth!.version).to.equal(1);
      });
      const { reflections, damaged } = await store.list();
      expect([reflections.map(({ text }) => text), damaged]).to.deep.equal([['4'], 3]);
    });

    it('reports a damaged key, writes nothing unencrypted and deletes nothing', async () => {
      const store = open();
      await saveNew(store, 'x');
      await store.setPassword('', 'p');
      const key = await raw((_, meta) => settled<Record<string, unknown>>(meta.get('key')));
      const damagedValues = [
        ...['sealed', 'salt', 'iterations', 'check', 'kdf'].map((part) => ({ ...key, [part]: 'AAAA' })),
        { ...key, iterations: 1 },
        { ...key, sealed: `A${String(key['sealed']).slice(1)}B` },
        {},
        [],
      ];
      for (const value of damagedValues) {
        await raw((_, meta) => settled(meta.put(value, 'key')));
        const entries = await raw((entries) => settled(entries.getAll()));
        const other = open();
        expect([await other.refresh(), other.encrypted]).to.deep.equal(['damaged', true]);
        expect(await other.unlock('p')).to.equal('damaged');
        expect(await other.setPassword('p', 'q')).to.equal('damaged');
        expect(await other.setPassword('p', '')).to.equal('damaged');
        expect(await other.save(draft('Secret words.'), 0)).to.equal('locked');
        expect(await other.restore([], 'replace')).to.equal('damaged');
        expect(await other.list()).to.deep.equal({ reflections: [], damaged: 0 });
        expect(await raw((entries) => settled(entries.getAll()))).to.deep.equal(entries);
      }
      await raw((_, meta) => settled(meta.put(key, 'key')));
      const other = open();
      expect(await other.unlock('p')).to.equal('done');
      expect(await texts(other)).to.deep.equal(['x']);
    });
  });
});
