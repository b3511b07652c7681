import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a program with these sessions into a file, and returns its path. */
export function writeProgram(folder: string, ...sessions: object[]): string {
  const path = join(folder, `${randomUUID()}.json`);
  writeFileSync(path, JSON.stringify({ '@type': 'Course', hasCourseInstance: sessions }));
  return path;
}
