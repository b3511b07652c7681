import { UsageError } from '../settings.js';
import { erase as eraseSignups, type Person } from '../signups/erase.js';
import { type Command, type OptionValues, print, withDatabase } from './command.js';

function readPerson({ email, telephone, reference }: OptionValues): Person {
  const people: Person[] = [
    ...(email ? [{ email }] : []),
    ...(telephone ? [{ telephone }] : []),
    ...(reference ? [{ reference }] : []),
  ];
  const [person] = people;
  if (!person || people.length > 1)
    throw new UsageError('erase needs exactly one of --email, --telephone and --reference.');
  return person;
}

export const erase: Command = {
  options: ['email', 'telephone', 'reference'],
  async run(values, env) {
    const person = readPerson(values);
    await withDatabase(env, { create: false }, async (database) =>
      print(`Erased: ${await eraseSignups(database, person)}\n`),
    );
  },
};
