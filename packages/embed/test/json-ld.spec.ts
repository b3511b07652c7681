import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const command = 'packages/embed/bin/havenkit.mjs';
const practice = {
  name: 'Riverbend </script><script>alert(1)</script>',
  clinician: 'Ana Ortiz',
  credentials: 'LCSW',
  telephone: '+1-503-555-0142',
  url: 'javascript:alert(1)',
  openingHours: 'Mo-Fr 09:00-17:00',
  timeZone: 'America/Los_Angeles',
  fax: '1',
};

const run = (args: string[], input?: string) =>
  spawnSync(process.execPath, [command, ...args], { encoding: 'utf8', input });

test('prints a block for the head of a page, which a card on that page reads', async ({ page }) => {
  const file = test.info().outputPath('practice.json');
  writeFileSync(file, JSON.stringify(practice));
  const { stdout, stderr, status } = run(['json-ld', file]);
  expect(status).toBe(0);
  expect(stderr.trim().split('\n')).toEqual([
    'url: expected an https address',
    'fax: kept, although the card does not use it',
    'timeZone: left out, because schema.org has no such property; set it on the card',
  ]);
  // Parsed by a browser, to show that no value ends the script element.
  await page.setContent(
    `<!doctype html><title>x</title>${stdout}<haven-contact-card source="page"></haven-contact-card>`,
  );
  expect(await page.locator('script').count()).toBe(1);
  expect(JSON.parse((await page.locator('script').textContent()) ?? '')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'MedicalBusiness',
    name: practice.name,
    telephone: practice.telephone,
    openingHours: practice.openingHours,
    fax: '1',
    employee: [{ '@type': 'Person', name: 'Ana Ortiz', honorificSuffix: 'LCSW' }],
  });
  await page.addScriptTag({ path: 'packages/embed/dist/contact-card.classic.js' });
  const card = page.locator('haven-contact-card');
  await expect(card.getByRole('heading', { level: 2 })).toHaveText(practice.name);
  await expect(card.getByText('Ana Ortiz, LCSW')).toBeVisible();
});

test('reads standard input, preserves the type, and prints its usage', () => {
  const json = JSON.stringify({ '@type': 'Physician', name: 'Ana Ortiz', telephone: '911' });
  const { stdout, stderr } = run(['json-ld', '-'], `\ufeff${json}`);
  expect(stdout).toContain('"@type": "Physician"');
  expect(stderr).toBe('');
  expect(run(['json-ld', '-'], json.replace('Physician', 'Course')).stderr).toContain(
    '@type: expected a type of practice',
  );
  expect(execFileSync(process.execPath, [command, '--help'], { encoding: 'utf8' })).toContain(
    'Usage: havenkit json-ld',
  );
  for (const args of [[], ['json-ld'], ['other', 'x'], ['json-ld', 'a', 'b']]) {
    const { status, stderr } = run(args);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage');
  }
});

test('fails with a reason if the file is missing, not JSON, or not a practice', () => {
  expect(run(['json-ld', 'missing.json'])).toMatchObject({ status: 1, stdout: '' });
  for (const [input, reason] of [
    ['{oops', 'expected a JSON file'],
    ['[]', 'expected a JSON object'],
    ['{"url": "https://a.example"}', 'does not describe a practice'],
  ] as const) {
    const { status, stderr, stdout } = run(['json-ld', '-'], input);
    expect(status).toBe(1);
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
  }
});
