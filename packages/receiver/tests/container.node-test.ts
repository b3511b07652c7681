/**
 * The Dockerfile's own steps, on this machine: its commands, settings, user and health check, with its folders in a
 * temporary one and our packed package in the place of the registry's. What only Docker has is not seen: the base
 * image, its network and its volumes.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { exec, readDockerfile } from './support/dockerfile.ts';
import { submission, typed } from './support/submission.ts';

interface Manifest {
  name: string;
  version: string;
  engines: { node: string };
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const own = resolve(import.meta.dirname, '..');
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
const manifest = manifestOf(own);
const instructions = readDockerfile(readFileSync(join(own, 'Dockerfile'), 'utf8'));
const all = (name: string) => instructions.filter((one) => one.name === name).map(({ text }) => text);
const only = (name: string) => {
  const [text, ...more] = all(name);
  if (text === undefined || more.length) throw new Error(`The Dockerfile has not one ${name}.`);
  return text;
};
const settings = Object.fromEntries(
  all('ENV').flatMap((text) => text.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
);

/** Folders of a package and all that it depends on, as they are installed here: the registry is not asked. */
function closure(folder: string, found = new Map<string, string>()): Map<string, string> {
  const { name, dependencies, optionalDependencies } = manifestOf(folder);
  const other = found.get(name);
  if (other === folder) return found;
  // Both would have to be packed, each for its place.
  if (other) throw new Error(`${name} is there twice: ${other} and ${folder}`);
  found.set(name, folder);
  for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies })) {
    let above = folder;
    while (!existsSync(join(above, 'node_modules', dependency, 'package.json'))) {
      if (above === dirname(above)) throw new Error(`${name} needs ${dependency}, which is not installed.`);
      above = dirname(above);
    }
    closure(join(above, 'node_modules', dependency), found);
  }
  return found;
}

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });

describe('the Dockerfile', () => {
  const root = mkdtempSync(join(tmpdir(), 'havenkit-container-'));
  const tarballs = join(root, 'tarballs');
  const app = join(root, only('WORKDIR'));
  /** The image's Node, where its user can reach it. */
  const node = join(root, 'bin', 'node');
  /** The image's user `node` is 1000; who is not root can only be himself. */
  const user = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};
  /** A path of the container, on this machine. */
  const mapped = (text: string) =>
    text.replaceAll(/(^|[\s=])(\/(?:app|data)\b)/g, (_, before: string, path: string) => before + join(root, path));
  let env: NodeJS.ProcessEnv;
  let container: ChildProcess | undefined;
  let output = '';

  before(async () => {
    chmodSync(root, 0o755);
    for (const folder of [tarballs, join(root, 'bin'), app]) mkdirSync(folder, { recursive: true });
    copyFileSync(process.execPath, node);
    chmodSync(node, 0o755);
    const given = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, mapped(value)]));
    // `-e PORT=…`: another program may have the default.
    env = { ...given, PATH: [dirname(node), '/usr/bin', '/bin'].join(delimiter), PORT: `${await freePort()}` };
  });
  after(() => {
    container?.kill('SIGKILL');
    rmSync(root, { recursive: true });
  });

  /** `docker run`, until it listens. */
  async function start() {
    const [program = '', ...args] = exec(only('CMD'));
    assert.equal(program, 'node');
    const child = spawn(node, args, { ...user, cwd: app, env, stdio: ['ignore', 'pipe', 'pipe'] });
    container = child;
    await new Promise<void>((listening, failed) => {
      const read = (text: string) => {
        output += text;
        if (text.includes('"outcome":"listening"')) listening();
      };
      child.stdout.setEncoding('utf8').on('data', read);
      child.stderr.setEncoding('utf8').on('data', read);
      child.once('close', () => failed(new Error(`It did not start:\n${output}`)));
    });
    return child;
  }
  /** `docker stop`. */
  async function stop(child: ChildProcess) {
    const ended = new Promise((done) => child.once('close', done));
    child.kill('SIGTERM');
    assert.equal(await ended, 0);
  }
  const healthy = () => {
    const [, , command = ''] = /^((?:--\S+ )*)CMD (\[.*\])$/.exec(only('HEALTHCHECK')) ?? [];
    const [program, ...args] = exec(command);
    assert.equal(program, 'node');
    return spawnSync(node, args, { ...user, cwd: app, env, timeout: 5000 }).status === 0;
  };
  const post = async (body: object) => {
    const headers = { 'Content-Type': 'application/json' };
    const address = `http://127.0.0.1:${env['PORT']}/signups`;
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, reference: ((await response.json()) as { reference: string }).reference };
  };

  it('says the same in all its places', () => {
    assert.equal(only('FROM'), `node:${/^>=(\d+)$/.exec(manifest.engines.node)?.[1]}-slim`);
    assert.equal(only('EXPOSE'), settings['PORT']);
    assert.equal(only('VOLUME'), dirname(settings['DATABASE_URL'] ?? ''));
    assert.equal(only('USER'), 'node');
    // What is packed is what is installed: a release sets both.
    assert.match(all('RUN')[0] ?? '', new RegExp(` ${manifest.name}@${manifest.version.replaceAll('.', '\\.')} `));
    // Whoever runs it as root in between, or copies something that is not packed, is seen here.
    assert.deepEqual(
      instructions.map(({ name }) => name),
      ['FROM', 'WORKDIR', 'RUN', 'ENV', 'RUN', 'VOLUME', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'],
    );
  });

  it('installs what is packed, with what that needs and no more', () => {
    const folders = closure(own);
    // A server has no use for components: of the form it needs the schema, which the package brings along.
    assert.deepEqual(
      [...folders.keys()].filter((name) => /^(@havenkit\/|lit|@lit\/)/.test(name)),
      [manifest.name],
    );
    assert.ok(folders.size < 30, [...folders.keys()].join(' '));
    const npm = { ...env, HOME: root, npm_config_cache: join(root, 'cache'), PATH: process.env['PATH'] };
    const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', tarballs, ...folders.values()];
    execFileSync('npm', pack, { cwd: own, env: npm, stdio: ['ignore', 'pipe', 'pipe'] });
    const files = readdirSync(tarballs).map((file) => join(tarballs, file));
    assert.equal(files.length, folders.size);

    for (const text of all('RUN')) {
      const { uid = process.getuid?.(), gid = process.getgid?.() } = user;
      const command = mapped(text)
        .replace(`${manifest.name}@${manifest.version}`, `--offline ${files.join(' ')}`)
        .replace('-o node -g node', `-o ${uid} -g ${gid}`);
      assert.notEqual(command, text);
      execFileSync('sh', ['-ec', command], { cwd: app, env: npm, stdio: ['ignore', 'pipe', 'pipe'] });
    }
    const installed = readdirSync(join(app, 'node_modules'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /^(@[^/]+\/)?[^/@.][^/]*\/package\.json$/.test(path))
      .map((path) => dirname(path));
    assert.deepEqual(installed.sort(), [...folders.keys()].sort());
    assert.ok(!lstatSync(join(app, 'node_modules', manifest.name)).isSymbolicLink());
    assert.equal(statSync(join(root, only('VOLUME'))).mode & 0o777, 0o700);
  });

  it('starts, is healthy, and keeps a sign-up over a restart', async () => {
    const first = await start();
    assert.equal(healthy(), true);
    const one = submission();
    const stored = await post(one);
    assert.equal(stored.status, 201);
    await stop(first);
    assert.equal(healthy(), false);

    const second = await start();
    assert.deepEqual(await post(one), { status: 200, reference: stored.reference });
    assert.equal(healthy(), true);
    // `docker exec … export`, beside the one that serves.
    const [, cli = ''] = exec(only('CMD'));
    const exported = execFileSync(node, [cli, 'export'], { ...user, cwd: app, env, encoding: 'utf8' });
    assert.ok(exported.includes(stored.reference));
    await stop(second);
    for (const word of [...Object.values(typed), '127.0.0.1']) assert.ok(!output.includes(word), word);
  });

  it('runs as a user who can write its data, and nothing else', (context) => {
    const [file] = readdirSync(join(root, only('VOLUME')));
    assert.ok(file);
    if (user.uid === undefined) return context.skip('only root can be somebody else');
    assert.equal(statSync(join(root, only('VOLUME'), file)).uid, user.uid);
    for (const path of ['.', 'package.json', `node_modules/${manifest.name}/dist/cli.js`]) {
      const { uid, mode } = statSync(join(app, path));
      assert.notEqual(uid, user.uid, path);
      assert.equal(mode & 0o002, 0, path);
    }
  });
});
