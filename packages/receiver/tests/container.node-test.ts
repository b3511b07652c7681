/**
 * Runs the steps of the Dockerfile on this machine: its commands, settings, user and health check, in a temporary folder and
 * with the packed package instead of the registry's. Not covered: the base image, Docker's network and its volumes.
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
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { exec, readDockerfile } from './support/dockerfile.ts';
import { freePort, send } from './support/http.ts';
import { submission, typed } from './support/submission.ts';
import { within } from './support/wait.ts';

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
const all = (name: string) => instructions.filter((instruction) => instruction.name === name).map(({ text }) => text);
const only = (name: string) => {
  const [text, ...more] = all(name);
  if (text === undefined || more.length) throw new Error(`The Dockerfile must have exactly one ${name}.`);
  return text;
};
const settings = Object.fromEntries(
  all('ENV').flatMap((text) => text.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
);

/** The installed folders of a package and its dependencies. They replace the registry. */
function installedFolders(folder: string, found = new Map<string, string>()): Map<string, string> {
  const { name, dependencies, optionalDependencies } = manifestOf(folder);
  const other = found.get(name);
  if (other === folder) return found;
  // Two versions would have to be packed separately.
  if (other) throw new Error(`${name} is installed twice: ${other} and ${folder}`);
  found.set(name, folder);
  for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies })) {
    let above = folder;
    while (!existsSync(join(above, 'node_modules', dependency, 'package.json'))) {
      if (above === dirname(above)) throw new Error(`${name} needs ${dependency}, which is not installed.`);
      above = dirname(above);
    }
    installedFolders(join(above, 'node_modules', dependency), found);
  }
  return found;
}

const skip = !process.env['THOROUGH'] && 'It installs the packed package: npm run test:thorough.';

describe('the Dockerfile', { skip }, () => {
  const root = mkdtempSync(join(tmpdir(), 'havenkit-container-'));
  const tarballs = join(root, 'tarballs');
  const app = join(root, only('WORKDIR'));
  /** A copy of Node that the image's user may run. */
  const node = join(root, 'bin', 'node');
  /** The id of the image's user `node`. Only root can run as another user. */
  const user = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};
  /** Replaces paths in the container with paths on this machine. */
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
    const mappedSettings = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, mapped(value)]));
    // Like `-e PORT=…`: another program may use the default.
    env = { ...mappedSettings, PATH: [dirname(node), '/usr/bin', '/bin'].join(delimiter), PORT: `${await freePort()}` };
  });
  after(() => {
    container?.kill('SIGKILL');
    rmSync(root, { recursive: true });
  });

  /** Does what `docker run` does, and waits until the receiver listens. */
  async function start() {
    const [program = '', ...args] = exec(only('CMD'));
    assert.equal(program, 'node');
    const child = spawn(node, args, { ...user, cwd: app, env, stdio: ['ignore', 'pipe', 'pipe'] });
    container = child;
    const started = new Promise<void>((resolve, reject) => {
      const read = (text: string) => {
        output += text;
        if (text.includes('"outcome":"listening"')) resolve();
      };
      child.stdout.setEncoding('utf8').on('data', read);
      child.stderr.setEncoding('utf8').on('data', read);
      child.once('close', () => reject(new Error(`The receiver did not start:\n${output}`)));
    });
    await within('the container to start', started);
    return child;
  }
  /** Does what `docker stop` does. */
  async function stop(child: ChildProcess) {
    const ended = new Promise((done) => child.once('close', done));
    child.kill('SIGTERM');
    assert.equal(await within('the container to stop', ended), 0);
  }
  const healthy = () => {
    const [, , command = ''] = /^((?:--\S+ )*)CMD (\[.*\])$/.exec(only('HEALTHCHECK')) ?? [];
    const [program, ...args] = exec(command);
    assert.equal(program, 'node');
    return spawnSync(node, args, { ...user, cwd: app, env, timeout: 5000 }).status === 0;
  };
  const post = async (body: object) => {
    const response = await send({ url: `http://127.0.0.1:${env['PORT']}` }, body);
    return { status: response.status, reference: `${response.body.reference}` };
  };

  it('matches package.json and is consistent', () => {
    assert.equal(only('FROM'), `node:${/^>=(\d+)$/.exec(manifest.engines.node)?.[1]}-slim`);
    assert.equal(only('EXPOSE'), settings['PORT']);
    assert.equal(only('VOLUME'), dirname(settings['DATABASE_URL'] ?? ''));
    assert.equal(only('USER'), 'node');
    // A release sets both versions.
    assert.match(all('RUN')[0] ?? '', new RegExp(` ${manifest.name}@${manifest.version.replaceAll('.', '\\.')} `));
    // Fails if a step is added, which could run as root or copy files that are not in the package.
    assert.deepEqual(
      instructions.map(({ name }) => name),
      ['FROM', 'WORKDIR', 'RUN', 'ENV', 'RUN', 'VOLUME', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'],
    );
  });

  it('installs only the package and its dependencies', () => {
    const folders = installedFolders(own);
    // Not the components: the package has its own copy of the schema.
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

  it('starts, is healthy, and keeps sign-ups after a restart', async () => {
    const first = await start();
    assert.equal(healthy(), true);
    const signup = submission();
    const stored = await post(signup);
    assert.equal(stored.status, 201);
    await stop(first);
    assert.equal(healthy(), false);

    const second = await start();
    assert.deepEqual(await post(signup), { status: 200, reference: stored.reference });
    assert.equal(healthy(), true);
    // Does what `docker exec … export` does while the receiver runs.
    const [, cli = ''] = exec(only('CMD'));
    const exported = execFileSync(node, [cli, 'export'], { ...user, cwd: app, env, encoding: 'utf8' });
    assert.ok(exported.includes(stored.reference));
    await stop(second);
    for (const word of [...Object.values(typed), '127.0.0.1']) assert.ok(!output.includes(word), word);
  });

  it('runs as a user that can write only to its data folder', (context) => {
    const [file] = readdirSync(join(root, only('VOLUME')));
    assert.ok(file);
    if (user.uid === undefined) return context.skip('only root can run as another user');
    assert.equal(statSync(join(root, only('VOLUME'), file)).uid, user.uid);
    for (const path of ['.', 'package.json', `node_modules/${manifest.name}/dist/cli.js`]) {
      const { uid, mode } = statSync(join(app, path));
      assert.notEqual(uid, user.uid, path);
      assert.equal(mode & 0o002, 0, path);
    }
  });
});
