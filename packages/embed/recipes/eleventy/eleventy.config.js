// Copies the files of the widgets into the site, as /havenkit/.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const files = dirname(fileURLToPath(import.meta.resolve('@havenkit/embed/integrity.json')));

export default (config) => {
  config.addPassthroughCopy({ [files]: 'havenkit' });
};
