/** The words of the desk. */
import { type Action, type ChangeOutcome } from '../../signups/change.js';
import { en } from './en.js';
import { es } from './es.js';

/** What a page says at its top when somebody comes from another one. `arrival`, right after signing in, says nothing. */
export type Notice = 'not-done' | 'stale' | 'signed-out' | 'no-cookie' | 'arrival';

/** Where somebody stands, in a sentence. `signed-up` is for a sign-up without a group. */
export type Standing = 'place' | 'signed-up' | 'waiting' | 'canceled';

/** Names for the values of an answer. */
type Values = Readonly<Record<string, string>>;

/** Every text of the desk in one language. */
export interface Words {
  title: string;
  signIn: string;
  signOut: string;
  signInIntro: string;
  password: string;
  wrongPassword: string;
  /** After too many attempts. */
  wait: (minutes: number) => string;
  notices: Record<Exclude<Notice, 'arrival'>, string>;
  back: string;
  backTo: (name: string) => string;
  /** When a form came from another page than the desk's own. */
  foreign: { title: string; text: string };
  /** Instead of the password field, where a password could be read on its way. */
  notHttps: { title: string; text: string };
  missing: { title: string; text: string };
  tooMany: { title: string; text: string };
  /** When the database did not respond. */
  unknown: { title: string; text: string };

  empty: string;
  starts: (day: string) => string;
  /** How many spots are taken, and how many are free. */
  spots: (taken: number, places: number) => string;
  /** The number of people in a group without a limit. */
  people: (count: number) => string;
  before: (count: number) => string;
  purged: (count: number) => string;
  left: string;
  noGroup: string;
  signUps: (count: number) => string;
  placed: string;
  waiting: string;
  canceled: (count: number) => string;
  nobody: string;
  /** At the end of a list that is too long for the page. */
  more: (count: number) => string;
  nobodyWaiting: string;
  /** How many people are waiting, in the list of groups. */
  waitingCount: (count: number) => string;
  groups: string;
  /** A spot is free, and this person has waited longest. */
  next: (name: string) => string;
  moveUp: (name: string) => string;
  signedUp: (date: string) => string;
  reference: string;
  /** What to know before contacting somebody. */
  wishes: { sms: string; silent: string };
  call: (number: string) => string;
  /** A text that cannot be dialed, such as two numbers. */
  telephone: (text: string) => string;
  email: (address: string) => string;
  group: string;
  status: string;
  /** The position is counted from 1. */
  states: {
    place: string;
    signedUp: string;
    waiting: (position: number) => string;
    canceled: (date: string) => string;
  };
  fields: Record<
    | 'signedUp'
    | 'preferredContact'
    | 'leaveMessage'
    | 'format'
    | 'times'
    | 'childAgeBand'
    | 'message'
    | 'language'
    | 'consent',
    string
  >;
  consentVersion: (version: string) => string;
  values: Record<'preferredContact' | 'leaveMessage' | 'format' | 'childAgeBand', Values>;

  cancel: string;
  /** For a sign-up without a group. */
  cancelSignUp: string;
  leaveList: string;
  putBack: string;
  /** For a sign-up without a group. */
  putBackSignUp: string;
  joinList: string;
  delete: string;
  /** The page that asks before a spot is canceled. */
  cancelPage: { title: (name: string) => string; text: string; after: string };
  cancelSignUpPage: { title: (name: string) => string };
  leavePage: { title: (name: string) => string; text: string };
  deletePage: {
    title: (name: string) => string;
    text: string;
    spot: string;
    others: string;
    copies: string;
    button: string;
  };
  undo: string;
  done: Record<Exclude<Action, 'erase'>, (name: string, state: Standing | undefined) => string>;
  /** It was done, and then somebody did something else. */
  since: (name: string, state: Standing) => string;
  /** What follows when a spot has become free, or somebody has one. */
  tell: string;
  notDone: Record<Exclude<ChangeOutcome, 'done'>, (name: string, state: Standing | undefined) => string>;
  deleted: string;

  downloads: string;
  downloadsText: string;
  workbook: string;
  csv: string;
}

const languages = { en, es };

/** A language that the desk speaks. */
export type Language = keyof typeof languages;

/** The language of a request. The answer page chooses in the same way. */
export const languageOf = (acceptLanguage = ''): Language => (/^es\b/i.test(acceptLanguage) ? 'es' : 'en');

export const wordsIn = (language: Language): Words => languages[language];
