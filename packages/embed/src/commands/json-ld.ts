import { jsonLd } from '../json-ld.js';
import { readText } from '../node/read-text.js';
import type { Command } from './command.js';

export const jsonLdCommand: Command = {
  usage: 'havenkit json-ld <practice.json>',
  description: "Prints the <script> block with a practice's details, for the head of a page.",
  options: {},
  run([file = '', ...rest]) {
    if (!file || rest.length) return undefined;
    const { html, notes } = jsonLd(readText(file));
    return { output: html, notes };
  },
};
