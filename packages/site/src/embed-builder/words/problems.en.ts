import type { PhraseList } from './phrases.js';

/** What the widgets say in terms of code, in the words of the page. */
export const problemPhrases: PhraseList = [
  [
    'expected a time zone such as {}',
    'we do not know this place; try a larger city, or Eastern, Central, Mountain or Pacific',
  ],
  ['expected a number of meetings', 'the number of meetings is missing'],
  ['expected a zone such as {}', 'the time zone is missing'],
  ['[], so no hours are shown', '[], so no hours are shown'],
  ['[], so nobody can sign up', '[], so nobody can sign up'],
  [
    'expected an https address without a password',
    'expected the address that your service gives you, which begins with https:// and has no password',
  ],
  ['expected hours such as {}, found {}', (_example, found) => `we cannot read “${found}”`],
  ['expected hours such as {}', 'we cannot read these hours'],
  ['expected days such as Monday; {}', 'expected days such as Monday; other days are special days'],
  ['expected the last day, after validFrom', 'expected a day that is not before the first day'],
  ['expected a time other than opens', 'expected another time than the one before'],
  ['expected a name of its own', 'another session has the same name; give each its own'],
  ['expected the reason, as crisis is none', 'expected the reason why no crisis help is listed'],
  ['expected a mailto: address alone', 'expected mailto: and an email address, with nothing after it'],
  [
    "this phrase is a program's own: with a license, set licensed to true",
    'this phrase belongs to a program; if you have its license, check “Licensed”',
  ],
];
