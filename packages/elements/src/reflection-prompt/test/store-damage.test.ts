import { expect } from '@open-wc/testing';
import { draft, keep, open, raw, settled, texts, useOwnDatabase } from './reflection-store.fixture.js';

describe('a store of reflections', () => {
  useOwnDatabase();

  describe('with something damaged', () => {
    it('reads the rest, and leaves what it cannot read as it is', async () => {
      const store = open();
      await keep(store, 'good');
      const wrong = [
        { id: 'a' },
        { id: 'b', version: 1, sealed: 'AAAA' },
        { ...(await keep(store, 'x')), id: 'c', text: 5 },
        { ...(await keep(store, 'y')), id: 'd', version: -1 },
      ];
      for (const one of wrong) await raw((entries) => settled(entries.put(one)));
      const { reflections, damaged } = await store.list();
      expect([reflections.map(({ text }) => text), damaged]).to.deep.equal([['y', 'x', 'good'], 4]);
      for (const one of wrong) {
        expect(await store.save(draft('z', one.id), (one as { version?: number }).version ?? 0)).to.equal('failed');
        expect(await raw((entries) => settled(entries.get(one.id)))).to.deep.equal(one);
      }
      expect(await store.setPassphrase('', 'p')).to.equal('done');
      expect(await store.list()).to.deep.equal({ reflections, damaged });
      // Without the key it would be lost.
      expect(await store.setPassphrase('p', '')).to.equal('damaged');
      expect([store.state, (await store.list()).reflections.length]).to.deep.equal(['open', 3]);
      for (const { id } of wrong) expect(await store.remove(id)).to.equal('done');
      expect(await store.setPassphrase('p', '')).to.equal('done');
      expect(await texts(store)).to.have.lengthOf(3);
    });

    it('tells a sealed one that was changed, cut, or put in the place of another', async () => {
      const store = open();
      const ids: string[] = [];
      for (const text of ['1', '2', '3', '4']) ids.push((await keep(store, text)).id);
      await store.setPassphrase('', 'p');
      await raw(async (entries) => {
        const [one, two, three, four] = await Promise.all(
          ids.map((id) => settled<{ sealed: string; version: number }>(entries.get(id))),
        );
        entries.put({ ...one, sealed: two!.sealed });
        entries.put({ ...two, sealed: two!.sealed.slice(0, -4) });
        await settled(entries.put({ ...three, version: 2 }));
        expect(four!.version).to.equal(1);
      });
      const { reflections, damaged } = await store.list();
      expect([reflections.map(({ text }) => text), damaged]).to.deep.equal([['4'], 3]);
    });

    it('says so when it is the key, and neither writes in clear nor gives up anything', async () => {
      const store = open();
      await keep(store, 'x');
      await store.setPassphrase('', 'p');
      const key = await raw((_, meta) => settled<Record<string, unknown>>(meta.get('key')));
      const wrong = [
        ...['sealed', 'salt', 'iterations', 'check', 'kdf'].map((part) => ({ ...key, [part]: 'AAAA' })),
        { ...key, iterations: 1 },
        { ...key, sealed: `A${String(key['sealed']).slice(1)}B` },
        {},
        [],
      ];
      for (const one of wrong) {
        await raw((_, meta) => settled(meta.put(one, 'key')));
        const entries = await raw((entries) => settled(entries.getAll()));
        const other = open();
        expect([await other.refresh(), other.encrypted]).to.deep.equal(['damaged', true]);
        expect(await other.unlock('p')).to.equal('damaged');
        expect(await other.setPassphrase('p', 'q')).to.equal('damaged');
        expect(await other.setPassphrase('p', '')).to.equal('damaged');
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
