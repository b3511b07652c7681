/** Tests how the test command installs a missing PostgreSQL, with a fake apt-get. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../../scripts/machine/postgres.mjs', import.meta.url));

describe('installing PostgreSQL', () => {
  const root = mkdtempSync(join(tmpdir(), 'havenkit-apt-'));
  after(() => rmSync(root, { recursive: true }));
  let machines = 0;

  /**
   * A machine without PostgreSQL.
   *
   * @param aptGet - a shell script that acts as apt-get. `$bin` is the folder for PostgreSQL's programs.
   */
  function machine(aptGet: string) {
    const folder = join(root, `${++machines}`);
    const path = join(folder, 'path');
    const debian = join(folder, 'postgresql');
    const log = join(folder, 'apt-get.log');
    mkdirSync(path, { recursive: true });
    const program = (file: string, text: string) => {
      writeFileSync(file, `#!/bin/sh\n${text}\n`);
      chmodSync(file, 0o755);
    };
    program(
      join(path, 'apt-get'),
      `PATH=/usr/bin:/bin bin=${debian}/15/bin\necho "$DEBIAN_FRONTEND $*" >>${log}\n${aptGet}`,
    );
    program(join(path, 'dpkg-query'), 'echo "no packages found" >&2; exit 1');
    return {
      debian,
      run(mayInstall = true, env: NodeJS.ProcessEnv = {}) {
        const code = `const { ensurePostgres } = await import(${JSON.stringify(script)});
          process.exitCode = ensurePostgres(${JSON.stringify({ debian, mayInstall })}) ? 0 : 1;`;
        const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
          env: { PATH: path, ...env },
          encoding: 'utf8',
        });
        const calls = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
        return { status, stdout, stderr, calls };
      },
    };
  }
  const installs = 'mkdir -p $bin; for program in initdb postgres; do cp /bin/sh $bin/$program; done';
  const update = /^noninteractive -o .* update$/;
  const install = /^noninteractive -o .* install -y --no-install-recommends postgresql$/;

  it('updates the package lists, installs without prompts, and prints what it does', () => {
    const bare = machine(`case "$*" in *install*) ${installs};; esac`);
    const { status, stdout, stderr, calls } = bare.run();
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal(calls.length, 2);
    assert.match(calls[0] ?? '', update);
    assert.match(calls[1] ?? '', install);
    assert.match(stdout, /^Installing postgresql from Debian's packages\.\n/);
    assert.match(stdout, /\$ apt-get .*update\n.*\$ apt-get .*install/s);
    assert.ok(stdout.endsWith(`postgres: ${join(bare.debian, '15', 'bin')}\n`));
    // Not a second time.
    assert.equal(bare.run().calls.length, 2);
  });

  it('updates the lists and tries once more if apt-get fails', () => {
    const once = `case "$*" in *update*) exit 100;; *) [ -e $bin/../../../once ] || { : >$bin/../../../once; exit 100; }; ${installs};; esac`;
    const { status, calls } = machine(`mkdir -p $bin\n${once}`).run();
    assert.equal(status, 0);
    assert.deepEqual(
      calls.map((line) => install.test(line)),
      [false, true, false, true],
    );
  });

  it('prints the output of a failed apt-get and what to do', () => {
    const { status, stdout, stderr, calls } = machine('echo "E: Unable to locate package" >&2; exit 100').run();
    assert.equal(status, 1);
    assert.equal(calls.length, 4);
    assert.match(stdout, /E: Unable to locate package/);
    assert.match(stderr, /^postgres: MISSING\. Installing it .* failed, see above\. Install PostgreSQL by hand/);
  });

  it('installs nothing without permission, and nothing if POSTGRES_BIN is set', () => {
    const other = machine(installs).run(false);
    assert.deepEqual([other.status, other.stdout, other.calls], [1, '', []]);
    assert.match(other.stderr, /only as root on Debian\. .*sudo apt-get install postgresql/);
    const named = machine(installs).run(true, { POSTGRES_BIN: '/nowhere' });
    assert.deepEqual([named.status, named.stdout, named.calls], [1, '', []]);
    assert.match(named.stderr, /POSTGRES_BIN names \/nowhere, which has no initdb and postgres/);
  });
});
