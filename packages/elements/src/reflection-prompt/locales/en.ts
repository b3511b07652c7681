import { crisisEn } from '../../foundation/crisis/locales/crisis.en.js';
import type { DefaultPrompts } from '../model/prompts.js';

/** Three prompts for each stop of the default circle. */
const prompts: DefaultPrompts = {
  go: [
    'When did your child last look at you before setting off? What did your face say?',
    'What is easy for you to let your child try? What is hard?',
    'Who said “go on” to you when you were small?',
  ],
  sight: [
    'Think of a place where your child plays and turns around to find you. What does your child see?',
    'What pulls your eyes away most often? What would help for five minutes?',
    'How does your child check that you are still there?',
  ],
  hand: [
    'When did you help a little too soon? What might have come if you had waited?',
    'What does your child want to do alone right now?',
    'How do you like to be helped when something is hard?',
  ],
  joy: [
    'What made your child light up today, even for a second?',
    'When did you two last laugh at the same thing?',
    'What does your child love that you do not care for? What could you ask about it?',
  ],
  welcome: [
    'How does your child come back to you after school, sleep or play?',
    'What do you do first when your child walks in? What would you like it to be?',
    'Who was glad to see you come home when you were a child?',
  ],
  shelter: [
    'What scares your child now? How do you know?',
    'Where does your child feel safe at home? What makes it so?',
    'When you are afraid, what helps: words, quiet, or someone near?',
  ],
  feelings: [
    'Which feeling of your child is the hardest for you to stay with?',
    'Think of a loud moment this week. What might your child have needed and not been able to say?',
    'After a fight, how do you two find each other again?',
  ],
  rest: [
    'When is your child calm with you? What are you doing then?',
    'What fills you up when you are worn out? When did you last have it?',
    'What went well enough today?',
  ],
};

/** English strings of the reflection prompt. */
export const en = {
  title: 'A quiet moment',
  prompts,
  label: 'Your words',
  onlyYou: 'Only you can see this. It is gone when you leave this page, unless you keep it.',
  done: 'I am done',
  skip: 'Skip this one',
  another: 'Another prompt',
  skipped: 'That is fine. Nothing here needs an answer.',
  back: 'Back to this one',
  forPlace: 'The next prompt is for the place that you chose.',
  thanks: 'Thank you for stopping for a moment',
  tryThis: 'One small thing to try:',
  tries: [
    'Take one slow breath before you stand up.',
    'Look at your child for as long as one song, and do nothing else.',
    'Say one thing that you saw today: “You waited for your turn.”',
    'If something went wrong, say: “I am sorry. Let us try again.”',
    'Put a hand on your chest and let your shoulders drop.',
    'Tell someone you trust one sentence of this.',
  ],
  keep: 'Keep it on this device',
  keepChange: 'Keep the change',
  download: 'Download it',
  letGo: 'Let it go',
  gone: 'Your words are gone from this page.',
  bringBack: 'Bring them back',
  write: 'Write more',

  askTitle: 'Before you keep it',
  ask: [
    'It stays in this browser, on this device. Nothing is sent anywhere.',
    'Anyone who uses this browser can open it here, unless you set a passphrase.',
    'A private window forgets it when it is closed. Clearing the browser’s data deletes it.',
  ],
  askSafari: 'Safari may delete it after 7 days without a visit. A backup keeps it.',
  askFrame: 'This page is inside another site. What you keep here is found again only there.',
  askYes: 'Keep it here',
  askPassphrase: 'Keep it with a passphrase',
  askNo: 'Do not keep it',

  wait: 'One moment.',
  saved: 'Saved on this device.',
  both: 'This was changed or deleted in another tab. Both are kept.',
  notKept: 'This browser did not keep it.',
  noRoom: 'This device has no room left.',
  stay: 'Your words stay here until you leave the page. Download them to have them later.',
  blank: 'Write something first.',
  downloaded: 'Look for the file in your downloads.',
  backedUp: 'Look for the backup in your downloads. Before you rely on it, open it with “Read a backup”.',
  notThere: 'If the file is not there',
  copyInstead: 'This page may not allow downloads. Copy this text and save it as a text file.',
  did: 'Done:',
  untilLeave: 'Only until you leave this page',

  kept: 'What you have kept',
  nothingKept: 'Nothing is kept on this device.',
  unavailable: 'This browser does not let this page keep anything.',
  edit: 'Change',
  remove: 'Delete',
  removeSure: 'Delete this for good?',
  cancel: 'Cancel',
  more: 'Show more',
  unread: 'Something kept here cannot be read. Nothing was deleted.',
  asText: 'Download all as text',
  asMarkdown: 'Download all as Markdown',
  failed: 'That did not work.',
  unchanged: 'Nothing was changed.',

  backup: 'Make a backup',
  backupText: 'One file with all of this, locked with a passphrase of its own.',
  restore: 'Read a backup',
  backupFile: 'Backup file',
  check: 'Check the file',
  damagedFile: 'This file is damaged or is no backup. Nothing was changed.',
  newer: 'This backup is from a newer version of this page. Keep the file and try again later.',
  whole: 'The backup is whole.',
  merge: 'Add it to what is here',
  replace: 'Replace what is here',

  passphrase: 'Passphrase',
  setPassphrase: 'Set a passphrase',
  changePassphrase: 'Change the passphrase',
  newPassphrase: 'New passphrase',
  repeat: 'The same again',
  noRecovery: 'There is no recovery: without the passphrase nobody can open it.',
  dropPassphrase: 'Take the passphrase away',
  mustMatch: 'Enter the same passphrase twice.',
  mustEnter: 'Enter a passphrase.',
  mustChoose: 'Choose a file.',
  wrong: 'This is not the passphrase. Try again.',
  damaged: 'The lock of what is kept here is damaged. Nothing was deleted.',
  open: 'Open',
  lock: 'Lock now',
  locked: 'Locked. Open it with your passphrase.',

  clear: 'Delete everything',
  clearSure: 'Delete all of this, and the passphrase, for good?',

  hide: 'Hide',
  show: 'Show',
  limits: 'What is private here, and what is not',
  limitsText: [
    'What you write is not sent anywhere. It is kept only if you ask.',
    'A passphrase keeps it from others who use this device. It does not hide it from this website’s own programs while it is open, nor from software that watches this device.',
    '“Hide” blanks this, and so does Escape pressed twice.',
    'Downloads are ordinary files. Keep them where only you look.',
  ],
  limitsMore: 'More about this',
  help: crisisEn,
};

/** The strings of a translation; a missing key does not compile. */
export type ReflectionPromptStrings = typeof en;

declare global {
  interface HavenWidgetStrings {
    'reflection-prompt': ReflectionPromptStrings;
  }
}
