import { expect } from '@open-wc/testing';
import type { Reflection } from '../model/reflection.js';
import { readBackup, writeBackup } from '../store/backup.js';
import * as firstRelease from './fixtures/first-release.js';
import { draft, name, open, raw, settled, useOwnDatabase } from './reflection-store.fixture.js';

/** Creates the database as the first release did. */
async function createDatabase(): Promise<void> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('entries', { keyPath: 'id' });
    request.result.createObjectStore('meta');
  };
  (await settled(request)).close();
}

describe('the stored format', () => {
  useOwnDatabase();

  it('of the first release is readable without a password', async () => {
    await createDatabase();
    await raw((entries) => Promise.all(firstRelease.clearEntries.map((entry) => settled(entries.put(entry)))));
    const store = open();
    expect(await store.list()).to.deep.equal({ reflections: firstRelease.reflections, damaged: 0 });
  });

  it('of the first release is readable with its password', async () => {
    await createDatabase();
    await raw((entries, meta) =>
      Promise.all([
        ...firstRelease.sealedEntries.map((entry) => settled(entries.put(entry))),
        settled(meta.put(firstRelease.key, 'key')),
      ]),
    );
    const store = open();
    expect(await store.refresh()).to.equal('locked');
    expect(await store.unlock('a small boat')).to.equal('done');
    expect(await store.list()).to.deep.equal({ reflections: firstRelease.reflections, damaged: 0 });
  });

  it('of a backup of the first release is readable', async () => {
    expect(await readBackup(firstRelease.backup, 'a long river')).to.deep.equal(firstRelease.reflections);
  });

  it('is the one that the first release reads', async () => {
    const store = open();
    const [first, second] = firstRelease.clearEntries;
    await store.save({ ...draft('A quiet hour.', first!.id), promptId: 'go-1' }, 0);
    await store.save({ ...draft(second!.text, second!.id), promptId: 'go-1' }, 0);
    await store.save({ ...draft(first!.text, first!.id), promptId: 'go-1' }, 1);
    // The first release ignores the lineage.
    const saved = await raw((entries) => settled<Reflection[]>(entries.getAll()));
    expect(saved.map(({ lineage, ...entry }) => lineage && entry)).to.deep.equal(firstRelease.clearEntries);
    await store.setPassword('', 'a small boat');
    const database = await settled(indexedDB.open(name));
    expect([database.version, [...database.objectStoreNames]]).to.deep.equal([1, ['entries', 'meta']]);
    database.close();
    const shapeOf = (value: object): string[] => Object.keys(value).sort();
    const [entries, keys, key] = await raw((entries, meta) =>
      Promise.all([
        settled<object[]>(entries.getAll()),
        settled(meta.getAllKeys()),
        settled<object>(meta.get('key')),
      ] as const),
    );
    expect(entries.map(shapeOf)).to.deep.equal(firstRelease.sealedEntries.map(shapeOf));
    expect([keys, shapeOf(key)]).to.deep.equal([['key'], shapeOf(firstRelease.key)]);
    const backup = JSON.parse(await writeBackup(firstRelease.reflections, 'b', 10)) as object;
    const oldBackup = JSON.parse(firstRelease.backup) as object;
    expect(shapeOf(backup)).to.deep.equal(shapeOf(oldBackup));
    expect(backup).to.deep.include({ format: 'havenkit-reflections', version: 1, kdf: 'PBKDF2-SHA-256' });
  });
});
