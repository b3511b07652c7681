import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { type Cluster, startCluster } from './postgres.ts';

/** The database that a suite runs on. */
export interface Kind {
  kind: 'sqlite' | 'postgres';
  /** Creates an empty database and returns its address. */
  create: () => Promise<string>;
  /** The server. PostgreSQL only. */
  cluster: () => Cluster;
}

/** Runs a suite twice: on SQLite files, and on its own PostgreSQL server. */
export function onBothDatabases(title: string, suite: (database: Kind) => void): void {
  describe(`${title} (SQLite)`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'havenkit-sqlite-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    let files = 0;
    suite({
      kind: 'sqlite',
      create: () => Promise.resolve(join(folder, `${++files}.sqlite`)),
      cluster: () => {
        throw new Error('SQLite has no server.');
      },
    });
  });
  describe(`${title} (PostgreSQL)`, () => {
    let cluster: Cluster | undefined;
    const running = () => {
      if (!cluster) throw new Error('PostgreSQL is not running.');
      return cluster;
    };
    before(async () => {
      cluster = await startCluster();
    });
    after(() => cluster?.stop());
    suite({ kind: 'postgres', create: () => running().createDatabase(), cluster: running });
  });
}
