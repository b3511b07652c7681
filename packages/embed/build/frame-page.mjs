// Writes dist/frame.html: the page of a framed widget, one file; the strings of other languages are beside it. Its policy allows
// its own script, and the scripts with strings that this one adds.
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hash } from './hash.mjs';

const dist = new URL('../dist/', import.meta.url);
// Nothing in it may end the script element.
const script = readFileSync(new URL('frame.js', dist), 'utf8')
  .replace(/\n?\/\/# sourceMappingURL.*\n?/, '')
  .replaceAll('</script', '<\\/script');
const policy = [
  "default-src 'none'",
  `script-src '${hash(script)}' 'strict-dynamic'`,
  // Pictures of the circle, and files that a visitor saves.
  'img-src blob: data:',
  // The endpoint of a sign-up form.
  'connect-src *',
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types havenkit-frame havenkit-frame-strings',
].join('; ');
const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Havenkit</title>
<body>
<noscript><p>This part needs JavaScript.</p><p lang="es">Esta parte necesita JavaScript.</p></noscript>
<script>${script}</script>
`;
writeFileSync(new URL('frame.html', dist), page);
for (const file of globSync('frame.{js,js.map,classic.js}', { cwd: dist })) rmSync(new URL(file, dist));
