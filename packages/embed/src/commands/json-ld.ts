import { jsonLd } from '../json-ld.js';
import { readConfiguration } from '../node/read-text.js';
import { onlyFile, UsageError, type Command } from './command.js';

export const jsonLdCommand: Command = {
  usage: 'havenkit json-ld <practice.json>',
  description: "Prints the <script> block with a practice's details, for the head of a page.",
  options: {},
  run(files) {
    const file = onlyFile(files);
    if (!file) throw new UsageError('expected a file with the details of a practice, such as practice.json');
    const { html, notes } = jsonLd(readConfiguration(file));
    return { output: html, notes };
  },
};
