// Copies the sign-up form's JSON Schema into dist and generates its TypeScript type there. TypeScript widens the literals of
// an imported JSON file, so the type cannot be derived from the import.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const dist = new URL('dist/', import.meta.url);
const source = readFileSync(fileURLToPath(import.meta.resolve('@havenkit/elements/signup.schema.json')), 'utf8');
const schema = JSON.parse(source);
// "At least one of email and telephone" would become an index signature, which accepts any property.
delete schema.anyOf;

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
writeFileSync(new URL('signup.schema.json', dist), source);
writeFileSync(new URL('signup.schema.types.d.ts', dist), await compile(schema, 'SignUp'));
