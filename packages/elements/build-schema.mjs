// Generates the TypeScript type of the sign-up form's JSON Schema into dist. TypeScript widens the literals of an imported
// JSON file, so the type cannot be derived from the import.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';

const schema = JSON.parse(readFileSync(new URL('src/signup-form/signup.schema.json', import.meta.url), 'utf8'));
// "At least one of email and telephone" would become an index signature, which accepts any property.
delete schema.anyOf;

const folder = new URL('dist/signup-form/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('signup.schema.types.d.ts', folder), await compile(schema, 'SignUp'));
