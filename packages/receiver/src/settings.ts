/** Reads the environment variables. Every wrong value throws a {@link UsageError} before anything starts. */
import { readFileSync } from 'node:fs';
import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';
import { type DeskOptions } from './desk/desk.js';
import { readPassword } from './desk/password.js';
import { clientAddress } from './listen.js';
import { mailNotice } from './mail-notice.js';
import { parseOrigins } from './origins.js';
import { parseProgram, type Program } from './program.js';
import { type RateLimit } from './rate-limit/token-bucket.js';
import { type ReceiverOptions } from './receiver.js';
import { toXlsx } from './xlsx.js';

/** A wrong argument or setting. The command prints the message and the usage, without a stack trace. */
export class UsageError extends Error {}

/** The longest retention in days: a century. */
export const maximumDays = 36_525;

/**
 * Reads a whole number.
 *
 * @param name - of the argument or variable, for the error message
 */
export function wholeNumber(text: string, name: string, minimum: number, maximum = Infinity): number {
  const number = Number(text);
  if (!text.trim() || !Number.isInteger(number) || number < minimum || number > maximum) {
    const range = maximum < Infinity ? `from ${minimum} to ${maximum}` : `of ${minimum} or more`;
    throw new UsageError(`${name} must be a whole number ${range}, not "${text}".`);
  }
  return number;
}

/** Turns a RangeError into a {@link UsageError} that names the variable. */
export function withSetting<T>(name: string, create: () => T): T {
  try {
    return create();
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`${name}: ${error.message}`) : error;
  }
}

type Environment = NodeJS.ProcessEnv;

function readRateLimit({ RATE_LIMIT: text }: Environment): RateLimit | false | undefined {
  if (!text) return undefined;
  if (text === 'off') return false;
  const perMinute = wholeNumber(text, 'RATE_LIMIT', 1);
  return { burst: perMinute, perMinute };
}

function readCountry({ COUNTRY }: Environment): CountryCode | undefined {
  const code = COUNTRY?.toUpperCase();
  if (!code) return undefined;
  if (!isSupportedCountry(code)) throw new UsageError(`COUNTRY must be a two-letter code such as US, not "${code}".`);
  return code;
}

const readAllowedOrigins = ({ ALLOWED_ORIGINS = '' }: Environment): string[] =>
  withSetting('ALLOWED_ORIGINS', () => [...parseOrigins(ALLOWED_ORIGINS.split(/[\s,]+/).filter(Boolean))]);

/** Reads the file that a variable names. An error of the file system or of `parse` names both. */
function withFile<T>(name: string, path: string, parse: (content: string) => T): T {
  try {
    // Some editors start a file with a byte order mark, which is part of no format.
    return parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UsageError(`${name} (${path}): ${error instanceof Error ? error.message : error}`);
  }
}

export const readProgram = ({ HAVENKIT_PROGRAM: path }: Environment): Program | undefined =>
  path ? withFile('HAVENKIT_PROGRAM', path, (content) => parseProgram(JSON.parse(content))) : undefined;

function readNotify({ SMTP_URL: url, NOTICE_FROM: from = '', NOTICE_TO: to = '' }: Environment) {
  if (!url) return undefined;
  for (const [name, address] of Object.entries({ NOTICE_FROM: from, NOTICE_TO: to }))
    if (!/[^\s@]@[^\s@]/.test(address)) throw new UsageError(`SMTP_URL needs ${name}, an email address.`);
  return withSetting('SMTP_URL', () => mailNotice({ url, from, to }));
}

/** Node shows the times of UTC for a zone that it does not know, and nobody would notice. Paths are left to the system. */
function checkTimeZone({ TZ }: Environment): void {
  if (!TZ || /^[:/]/.test(TZ)) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone: TZ });
  } catch {
    throw new UsageError(`TZ must be a time zone such as America/New_York, not "${TZ}".`);
  }
}

function readDesk(env: Environment): DeskOptions | undefined {
  const { DESK_PASSWORD: text, DESK_PASSWORD_FILE: path } = env;
  if (!text && !path) return undefined;
  checkTimeZone(env);
  if (text && path) throw new UsageError('Set DESK_PASSWORD or DESK_PASSWORD_FILE, not both.');
  const password = path ? withFile('DESK_PASSWORD_FILE', path, (content) => content) : (text ?? '');
  return withSetting(path ? 'DESK_PASSWORD_FILE' : 'DESK_PASSWORD', () => ({
    password: readPassword(password),
    workbook: toXlsx,
  }));
}

/** The receiver's options, apart from the database. */
export function readReceiverOptions(env: Environment): Omit<ReceiverOptions, 'database'> {
  return {
    program: readProgram(env),
    allowedOrigins: readAllowedOrigins(env),
    country: readCountry(env),
    rateLimit: readRateLimit(env),
    clientAddress: clientAddress(wholeNumber(env['TRUSTED_PROXIES'] || '0', 'TRUSTED_PROXIES', 0)),
    notify: readNotify(env),
    desk: readDesk(env),
    altcha: env['ALTCHA_SECRET'] ? { secret: env['ALTCHA_SECRET'] } : undefined,
  };
}

/** Where to listen. */
export function readAddress({ HOST, PORT }: Environment): { host?: string; port?: number } {
  return { ...(HOST && { host: HOST }), ...(PORT && { port: wholeNumber(PORT, 'PORT', 0, 65_535) }) };
}

/** Days after which sign-ups are deleted. `undefined` keeps them. */
export const readRetentionDays = ({ RETENTION_DAYS: text }: Environment): number | undefined =>
  text ? wholeNumber(text, 'RETENTION_DAYS', 1, maximumDays) : undefined;
