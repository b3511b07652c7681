import { crisisEn } from '../../foundation/crisis/locales/crisis.en.js';
import type { DefaultPrompts } from '../model/prompts.js';

/** Three prompts for each stop of the default circle. */
const prompts: DefaultPrompts = {
  go: [
    'When did your child last check your face before running off? What did your face say?',
    'What is easy for you to let your child try? What is hard?',
    'Who told you “go ahead” when you were little?',
  ],
  sight: [
    'Think of a place where your child plays, then looks around for you. What does your child see?',
    'What pulls your attention away most often? What would help for five minutes?',
    'How does your child check that you are still there?',
  ],
  hand: [
    'Think of a time you helped right away. What might have happened if you had waited?',
    'What does your child want to do without help these days?',
    'How do you like to be helped when something is hard?',
  ],
  joy: [
    'What made your child light up today, even for a second?',
    'When did you two last laugh at the same thing?',
    'What does your child love that is not your thing? What could you ask about it?',
  ],
  welcome: [
    'How does your child come back to you after school, sleep, or play?',
    'What is the first thing you do when your child walks in? What would you like it to be?',
    'Who was glad to see you come home when you were a child?',
  ],
  shelter: [
    'What scares your child these days? How can you tell?',
    'Where does your child feel safest? What makes it feel that way?',
    'When you are afraid, what helps: words, quiet, or someone near?',
  ],
  feelings: [
    'Which of your child’s feelings is the hardest for you to stay with?',
    'Think of a hard moment this week. What might your child have needed but could not say?',
    'After a fight, how do you two make up?',
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
  label: 'Your thoughts',
  onlyYou: 'This is not sent to anyone. It’s gone when you leave this page, unless you save it.',
  onlyYouEdit: 'Your saved note stays as it is until you save your changes.',
  editing: (date: string) => `Edit your note from ${date}`,
  done: 'Done',
  skip: 'Skip this question',
  another: 'Another question',
  skipped: 'That’s fine. You do not have to answer.',
  forStep: 'Your next question will be about the step you chose.',
  thanks: 'Thank you for taking a moment',
  tryThis: 'One small thing to try:',
  tries: [
    'Take one slow breath before you stand up.',
    'Watch your child for the length of one song. Do nothing else.',
    'Say one thing you noticed today: “You waited your turn.”',
    'If something went wrong, say: “I’m sorry. Let’s try again.”',
    'Put a hand on your chest and let your shoulders drop.',
    'Share one sentence of this with someone you trust.',
  ],
  save: 'Save on this device',
  saveChanges: 'Save changes',
  download: 'Download this note',
  clear: 'Clear what I wrote',
  cleared: 'What you wrote is cleared from this page.',
  undo: 'Undo',
  writeMore: 'Write more',
  writeSomething: 'Write something',

  askTitle: 'Before you save',
  ask: (canEncrypt: boolean) => [
    'Your note stays in this browser, on this device. Nothing is sent anywhere.',
    `Anyone who uses this browser can open it here${canEncrypt ? ', unless you set a password' : ''}.`,
    'It’s deleted if you clear your browser’s data. In a private window, it’s deleted when you close the window.',
  ],
  askSafari: 'Safari may delete it if you do not come back for 7 days.',
  askBackup: 'A backup keeps a copy.',
  askFrame: 'This page is inside another site. You can find your notes again only there.',
  saveWithout: 'Save without password',
  saveWith: 'Save with password',
  doNotSave: 'Do not save',

  wait: 'One moment.',
  saved: 'Saved on this device.',
  savedBoth: 'This note was changed or deleted in another tab. Your version is saved as a separate note.',
  notSaved: 'Your browser did not save it.',
  noSpace: 'There is no space left for this page on this device.',
  stays: 'It stays here until you leave the page. Download it to keep it.',
  blank: 'Write something first.',
  downloaded: 'Look for the file in your downloads.',
  backedUp: 'Look for the backup in your downloads. Remember its password: it cannot be reset.',
  notThere: 'If the file is not there',
  copyInstead: 'This page may not allow downloads. Copy this text and save it as a text file.',
  untilLeave: 'not saved, gone when you leave this page',

  notes: 'Saved notes',
  noNotes: 'No notes are saved here.',
  unavailable: 'This browser does not let this page save notes.',
  edit: 'Edit',
  editNote: (date: string) => `Edit note from ${date}`,
  delete: 'Delete',
  deleteNote: (date: string) => `Delete note from ${date}`,
  deleteSure: 'Delete this note? You cannot undo this.',
  deleteYes: 'Delete note',
  deleted: 'Note deleted.',
  cancel: 'Cancel',
  more: 'Show more notes',
  unread: 'At least one saved note cannot be opened. Nothing was deleted.',
  failed: 'Something went wrong.',
  unchanged: 'Nothing was changed.',

  tools: 'Manage saved notes',
  downloadAll: 'Download all as text',
  backup: 'Download a backup',
  backupText: 'One file with all your notes. It has its own password.',
  restore: 'Restore from backup',
  backupFile: 'Backup file',
  openBackup: 'Open backup',
  damagedFile: 'This is not a backup file, or it is damaged. Nothing was changed.',
  newer: 'This backup is from a newer version of this page. Keep the file and try again later.',
  complete: 'The backup is complete. Choose what to do with it.',
  backupHolds: (count: number, from: string, to: string) =>
    `${count === 1 ? '1 note' : `${count} notes`}, from ${from}${from === to ? '' : ` to ${to}`}.`,
  add: 'Add to saved notes',
  added: 'The backup was added to your notes.',
  replace: 'Replace saved notes',
  replaceSure: 'Replace all saved notes? The notes you have now will be deleted. You cannot undo this.',
  replaceYes: 'Yes, replace all',
  replaced: 'Your notes were replaced with the backup.',

  password: 'Password',
  backupPassword: 'Backup password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  passwordHint: 'Use three or more words you will remember.',
  confirmPassword: 'Confirm new password',
  showPassword: 'Show password',
  noReset: 'If you forget it, no one can open this. It cannot be reset.',
  setPassword: 'Set a password',
  passwordSet: 'Password set. You need it to open your notes from now on.',
  changePassword: 'Change password',
  passwordChanged: 'Password changed.',
  removePassword: 'Remove password',
  removePasswordText: 'Without a password, anyone who uses this browser can open your notes.',
  passwordRemoved: 'Password removed. Anyone who uses this browser can open your notes.',
  mustMatch: 'Enter the same password in both fields.',
  mustEnter: 'Enter a password.',
  mustChoose: 'Choose a backup file.',
  wrong: 'That password did not work. Try again.',
  damaged: 'The lock on your saved notes is damaged, so they cannot be opened. Nothing was deleted.',
  unlock: 'Unlock',
  unlocked: 'Unlocked.',
  lock: 'Lock now',
  locked: 'Locked. Enter your password to see your notes.',
  forgot: 'Forgot it?',
  forgotText: 'It cannot be reset. You can delete all notes and start over.',

  deleteAll: 'Delete all notes',
  deleteAllSure: (encrypted: boolean) =>
    `Delete all saved notes${encrypted ? ' and the password' : ''}? You cannot undo this.`,
  deleteAllYes: 'Yes, delete all',
  allDeleted: 'All saved notes are deleted.',

  hide: 'Hide',
  show: 'Show',
  helpNow: 'Need help right now?',
  helpAll: 'All help numbers',
  limits: 'What’s private and what’s not',
  limitsText: [
    'What you write is not sent anywhere. It is saved only if you choose to save it.',
    'A password keeps your notes from other people who use this device. It does not hide them from this website’s own code while they are open. It does not stop software that watches this device.',
    '“Hide” takes this off the screen, and deletes nothing. So does pressing the Escape key twice.',
    'Downloads are regular files. Keep them where only you will look.',
  ],
  limitsMore: 'More about privacy here',
  help: crisisEn,
};

/** The strings of a translation; a missing key does not compile. */
export type ReflectionPromptStrings = typeof en;

declare global {
  interface HavenWidgetStrings {
    'reflection-prompt': ReflectionPromptStrings;
  }
}
