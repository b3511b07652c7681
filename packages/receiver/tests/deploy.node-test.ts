/** The unit file for systemd, and the guide for people who have never deployed anything. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DeskBrowser, password } from './support/desk.ts';
import { send } from './support/http.ts';
import { startServer } from './support/server.ts';
import { submission } from './support/submission.ts';

const own = fileURLToPath(new URL('..', import.meta.url));
const unit = readFileSync(join(own, 'havenkit-receiver.service'), 'utf8');
const guide = readFileSync(join(own, '../../docs/deploy-receiver.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as {
  files: string[];
  bin: Record<string, string>;
  engines: { node: string };
};

/** The values of a setting in the unit. */
const values = (name: string) => [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);

/** The code blocks of the guide in a language. */
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);

const folder = mkdtempSync(join(tmpdir(), 'havenkit-deploy-'));
after(() => rmSync(folder, { recursive: true }));

describe('the unit file', () => {
  it('is in the package, and starts the program that the guide installs', () => {
    assert.ok(manifest.files.includes('havenkit-receiver.service'));
    const installed = '/opt/havenkit/node_modules/@havenkit/receiver/';
    assert.deepEqual(values('ExecStart'), [`/usr/bin/node ${installed}${manifest.bin['havenkit-receiver']} serve`]);
    assert.ok(guide.includes(`cp ${installed}havenkit-receiver.service /etc/systemd/system/`));
    assert.ok(guide.includes('npm install --prefix /opt/havenkit '));
    assert.ok(guide.includes(`setup_${manifest.engines.node.replace('>=', '')}.x`));
    for (const path of [
      ...values('EnvironmentFile'),
      ...values('LoadCredential').map((text) => text.split(':')[1] ?? ''),
    ])
      assert.ok(guide.includes(`nano ${path}\n`), path);
    assert.ok(guide.includes(`/var/lib/private/${values('StateDirectory')[0]}/signups.sqlite`));
    // The exit status of a wrong setting.
    assert.deepEqual(values('RestartPreventExitStatus'), ['2']);
  });

  const analyze = '/usr/bin/systemd-analyze';
  const skip = !existsSync(analyze) && 'This machine has no systemd-analyze.';
  it('is valid, and leaves the receiver nothing that it does not need', { skip }, () => {
    const path = join(folder, 'havenkit-receiver.service');
    // The programs are in another place here.
    writeFileSync(
      path,
      unit.replace(/^ExecStart=\S+ \S+/m, `ExecStart=${process.execPath} ${join(own, 'dist/cli.js')}`),
    );
    const run = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(analyze, [...args, path], { encoding: 'utf8' });
      return { status, output: `${stdout}${stderr}` };
    };
    const verified = run('verify');
    assert.deepEqual([verified.status, verified.output], [0, '']);
    // Tenths of the exposure level, of 100. A service without protection has 96.
    const secure = run('security', '--offline=true', '--threshold=15');
    assert.equal(secure.status, 0, secure.output);
  });
});

describe('the guide', () => {
  it('leads to a receiver with a desk, behind one proxy', async () => {
    const [program = ''] = blocks('json');
    const [settings = ''] = blocks('ini');
    const path = join(folder, 'program.json');
    const secret = join(folder, 'desk-password');
    writeFileSync(path, program);
    writeFileSync(secret, `${password}\n`);
    mkdirSync(join(folder, 'state'));
    const env = Object.fromEntries(
      settings
        .trim()
        .split('\n')
        .map((line) => line.split('=') as [string, string]),
    );
    assert.ok(guide.includes(`nano ${env['HAVENKIT_PROGRAM']}\n`));
    const server = await startServer({
      ...env,
      RATE_LIMIT: '',
      HAVENKIT_PROGRAM: path,
      DESK_PASSWORD_FILE: secret,
      DATABASE_URL: join(folder, 'state', 'signups.sqlite'),
    });
    const proxied = { 'X-Forwarded-For': '192.0.2.1', 'X-Forwarded-Proto': 'https' };
    const { session } = { session: /"@id": "(.*)"/.exec(program)?.[1] };
    const signup = submission({ session, name: 'Ana' });
    assert.equal((await send(server, signup, { ...proxied, Origin: `${env['ALLOWED_ORIGINS']}` })).status, 201);
    const browser = new DeskBrowser(
      { request: (url, init) => fetch(`${server.url}${url as string}`, { redirect: 'manual', ...init }) },
      proxied,
    );
    const page = await browser.signIn();
    assert.match(page.text, /Tuesday evenings Starts February 16, 2027 1 of 8 spots taken, 7 spots free/);
    assert.match(page.text, /Ana/);
    await server.end('SIGTERM');
  });

  it('tells Caddy where the receiver listens', () => {
    assert.match(blocks('text').join(), /^signups\.practice\.example \{\n {2}reverse_proxy 127\.0\.0\.1:8787\n\}\n$/);
  });
});
