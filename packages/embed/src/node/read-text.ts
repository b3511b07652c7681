import { readFileSync } from 'node:fs';

/** Reads a text file, or standard input for `-`. */
export const readText = (file: string): string => readFileSync(file === '-' ? 0 : file, 'utf8');
