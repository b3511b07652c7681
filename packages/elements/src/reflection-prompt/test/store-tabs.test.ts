import { expect } from '@open-wc/testing';
import { atEnd } from '../../../test-support/index.js';
import { keep, name, open, texts, useOwnDatabase } from './reflection-store.fixture.js';

describe('a store of reflections', () => {
  useOwnDatabase();

  describe('in two tabs', () => {
    it('does not overwrite what the other tab has changed', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'first');
      const changed = await other.save({ ...first, text: 'by the other' }, 1);
      expect(changed).to.be.an('object');
      expect(await one.save({ ...first, text: 'mine' }, 1)).to.equal('conflict');
      expect(await texts(one)).to.deep.equal(['by the other']);
      // Knowing of it, it may.
      expect(await one.save({ ...first, text: 'mine' }, 2)).to.be.an('object');
    });

    it('does not bring back what the other tab has deleted', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'first');
      expect(await other.remove(first.id)).to.equal('done');
      expect(await one.save({ ...first, text: 'mine' }, 1)).to.equal('conflict');
      expect(await texts(one)).to.deep.equal([]);
    });

    it('does not delete what the other tab has changed, when asked for a version', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'first');
      await other.save({ ...first, text: 'changed' }, 1);
      expect(await one.remove(first.id, 1)).to.equal('conflict');
      expect(await texts(one)).to.deep.equal(['changed']);
      expect(await one.remove(first.id, 2)).to.equal('done');
      expect(await texts(other)).to.deep.equal([]);
    });

    it('lets one of two win that save at the same time, and tells the other', async () => {
      const tabs = [open(), open(), open()];
      const first = await keep(tabs[0]!, 'first');
      for (let version = 1; version < 6; version++) {
        const results = await Promise.all(
          tabs.map((tab, at) => tab.save({ ...first, text: `${version} by ${at}` }, version)),
        );
        const saved = results.filter((result) => typeof result === 'object');
        expect(saved).to.have.lengthOf(1);
        expect(await texts(tabs[0]!)).to.deep.equal([saved[0]!.text]);
        expect(results.filter((result) => result === 'conflict')).to.have.lengthOf(2);
      }
    });

    it('tells the other tab that something has changed, and nothing of what', async () => {
      const heard: unknown[] = [];
      const listener = new BroadcastChannel(name);
      listener.onmessage = ({ data }) => heard.push(data);
      atEnd(() => listener.close());
      const other = new Promise<void>((resolve) => {
        open({ channel: new BroadcastChannel(name), onChange: resolve });
      });
      const store = open({ channel: new BroadcastChannel(name) });
      await keep(store, 'secret');
      await other;
      expect(heard).to.deep.equal(['changed']);
      store.close();
      expect((await keep(store, 'after closing')).version).to.equal(1);
    });

    it('is up to date when it tells so', async () => {
      const heard = new EventTarget();
      const other = open({
        channel: new BroadcastChannel(name),
        onChange: () => heard.dispatchEvent(new Event('change')),
      });
      const store = open({ channel: new BroadcastChannel(name) });
      for (const [act, state, encrypted] of [
        [() => keep(store, 'x'), 'open', false],
        [() => store.setPassphrase('', 'p'), 'locked', true],
        [() => store.setPassphrase('p', ''), 'open', false],
        [() => store.clear(), 'none', false],
      ] as const) {
        const told = new Promise<void>((resolve) =>
          heard.addEventListener('change', () => other.state === state && other.encrypted === encrypted && resolve()),
        );
        await act();
        await told;
      }
    });
  });
});
