#!/usr/bin/env node
// havenkit json-ld <file>: prints the JSON-LD that a site owner pastes into the page's head.
import { readFileSync } from 'node:fs';
import { jsonLd } from '../lib/json-ld.js';

const usage = `Usage: havenkit json-ld <practice.json>

Prints a <script type="application/ld+json"> block with the practice's details, for the head of a page.
Give - to read from standard input.`;

const [command, file, ...rest] = process.argv.slice(2);
if (command === '--help' || command === '-h') {
  console.log(usage);
} else if (command !== 'json-ld' || !file || rest.length) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    const { html, notes } = jsonLd(readFileSync(file === '-' ? 0 : file, 'utf8'));
    for (const note of notes) console.error(note);
    console.log(html);
  } catch (error) {
    console.error(`havenkit json-ld: ${error.message}`);
    process.exitCode = 1;
  }
}
