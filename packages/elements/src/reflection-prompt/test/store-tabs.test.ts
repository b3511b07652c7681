import { expect } from '@open-wc/testing';
import { atEnd } from '../../../test-support/index.js';
import type { Reflection } from '../model/reflection.js';
import { saveNew, name, open, texts, useOwnDatabase } from './reflection-store.fixture.js';

describe('a store of reflections', () => {
  useOwnDatabase();

  describe('in two tabs', () => {
    it('does not overwrite a change of the other tab', async () => {
      const [tab, other] = [open(), open()];
      const first = await saveNew(tab, 'first');
      const changed = (await other.save({ ...first, text: 'by the other' }, 1)) as Reflection;
      expect(changed).to.be.an('object');
      expect(await tab.save({ ...first, text: 'mine' }, 1)).to.equal('conflict');
      expect(await texts(tab)).to.deep.equal(['by the other']);
      // With the new version it may.
      expect(await tab.save({ ...changed, text: 'mine' }, 2)).to.be.an('object');
    });

    it('does not restore what the other tab has deleted', async () => {
      const [tab, other] = [open(), open()];
      const first = await saveNew(tab, 'first');
      expect(await other.remove(first.id)).to.equal('done');
      expect(await tab.save({ ...first, text: 'mine' }, 1)).to.equal('conflict');
      expect(await texts(tab)).to.deep.equal([]);
    });

    it('does not delete a version that the other tab has changed', async () => {
      const [tab, other] = [open(), open()];
      const first = await saveNew(tab, 'first');
      await other.save({ ...first, text: 'changed' }, 1);
      expect(await tab.remove(first.id, 1)).to.equal('conflict');
      expect(await texts(tab)).to.deep.equal(['changed']);
      expect(await tab.remove(first.id, 2)).to.equal('done');
      expect(await texts(other)).to.deep.equal([]);
    });

    it('accepts one of several simultaneous saves, and reports a conflict to the others', async () => {
      const tabs = [open(), open(), open()];
      let last = await saveNew(tabs[0]!, 'first');
      for (let version = 1; version < 6; version++) {
        const results = await Promise.all(
          tabs.map((tab, at) => tab.save({ ...last, text: `${version} by ${at}` }, version)),
        );
        const saved = results.filter((result) => typeof result === 'object');
        expect(saved).to.have.lengthOf(1);
        expect(await texts(tabs[0]!)).to.deep.equal([saved[0]!.text]);
        expect(results.filter((result) => result === 'conflict')).to.have.lengthOf(2);
        last = saved[0]!;
      }
    });

    it('notifies the other tab of a change without its content', async () => {
      const messages: unknown[] = [];
      const listener = new BroadcastChannel(name);
      listener.onmessage = ({ data }) => messages.push(data);
      atEnd(() => listener.close());
      const other = new Promise<void>((resolve) => {
        open({ channel: new BroadcastChannel(name), onChange: resolve });
      });
      const store = open({ channel: new BroadcastChannel(name) });
      await saveNew(store, 'secret');
      await other;
      expect(messages).to.deep.equal(['changed']);
      store.close();
      expect((await saveNew(store, 'after closing')).version).to.equal(1);
    });

    it('is up to date when it notifies', async () => {
      const changes = new EventTarget();
      const other = open({
        channel: new BroadcastChannel(name),
        onChange: () => changes.dispatchEvent(new Event('change')),
      });
      const store = open({ channel: new BroadcastChannel(name) });
      for (const [act, state, encrypted] of [
        [() => saveNew(store, 'x'), 'open', false],
        [() => store.setPassword('', 'p'), 'locked', true],
        [() => store.setPassword('p', ''), 'open', false],
        [() => store.clear(), 'none', false],
      ] as const) {
        const notified = new Promise<void>((resolve) =>
          changes.addEventListener('change', () => other.state === state && other.encrypted === encrypted && resolve()),
        );
        await act();
        await notified;
      }
    });
  });
});
