import { type Words } from './words.js';

const spots = (count: number): string => (count === 1 ? '1 spot' : `${count} spots`);

const standing = {
  place: 'has a spot',
  'signed-up': 'is signed up',
  waiting: 'is on the waiting list',
  canceled: 'is no longer taking part',
} as const;

export const en: Words = {
  title: 'Sign-ups',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signInIntro:
    'Here you see who signed up. This page is only for people who work at the practice. If you do not have the password, ask the person who set up this page.',
  password: 'Password',
  wrongPassword: 'That password did not work. Check it and try again.',
  wait: (minutes) =>
    minutes === 1
      ? 'Too many tries. Wait 1 minute, then try again.'
      : `Too many tries. Wait ${minutes} minutes, then try again.`,
  notices: {
    'not-done': 'You were signed out by then, so nothing was changed. After you sign in, do it again.',
    stale: 'That page was from an earlier sign-in, so nothing was changed. Do it again here.',
    'signed-out': 'You are signed out.',
    'no-cookie':
      'Your browser did not stay signed in. Check that the address starts with https:// and that cookies are allowed.',
  },
  back: 'Go back to all sign-ups',
  backTo: (name) => `Go back to ${name}`,
  foreign: {
    title: 'Nothing was changed',
    text: 'Your browser did not say that this came from the desk. Open the desk at its own https:// address. If it happens again, update your browser.',
  },
  notHttps: {
    title: 'Open the desk over HTTPS',
    text: 'Its address starts with https://. Here, others could read the password while you send it. If the address is right, update your browser.',
  },
  missing: { title: 'This is not here', text: 'The page does not exist, or the sign-up was deleted.' },
  tooMany: { title: 'Too many pages at once', text: 'Wait a minute, then load the page again.' },
  unknown: {
    title: 'We do not know if it worked',
    text: 'The database did not answer. Wait a minute, go back, and look at the list before you try again. It is safe to send the same page again: it counts once.',
  },

  empty: 'No sign-ups yet.',
  starts: (day) => `Starts ${day}`,
  spots: (taken, places) =>
    taken < places
      ? `${taken} of ${spots(places)} taken, ${spots(places - taken)} free`
      : `Full: ${taken} of ${spots(places)} taken`,
  people: (count) => (count === 1 ? '1 spot taken, no limit' : `${count} spots taken, no limit`),
  before: (count) => `The group has ${spots(count)} more. They were taken before sign-ups came here.`,
  purged: (count) =>
    count === 1
      ? '1 taken spot has no name here. Its sign-up was old and was deleted.'
      : `${count} taken spots have no name here. Their sign-ups were old and were deleted.`,
  left: 'This group is no longer in the program, so nobody can get a spot.',
  noGroup: 'No group chosen',
  signUps: (count) => (count === 1 ? '1 sign-up' : `${count} sign-ups`),
  placed: 'People with a spot',
  waiting: 'Waiting list',
  canceled: (count) => `Canceled (${count})`,
  nobody: 'Nobody yet.',
  more: (count) => `And ${count} more. Download the table to see everyone.`,
  nobodyWaiting: 'Nobody is waiting.',
  waitingCount: (count) => `${count} waiting`,
  groups: 'Groups',
  next: (name) => `A spot is free. ${name} has waited longest. Ask first, then move them up.`,
  moveUp: (name) => `Move up ${name}`,
  signedUp: (date) => `Signed up ${date}`,
  reference: 'Reference number',
  wishes: { sms: 'Prefers a text', silent: 'Do not leave a message' },
  call: (number) => `Call ${number}`,
  telephone: (text) => `Phone: ${text}`,
  email: (address) => `Email ${address}`,
  group: 'Group',
  status: 'Now',
  states: {
    place: 'Has a spot',
    signedUp: 'Signed up',
    waiting: (position) => `On the waiting list, number ${position}`,
    canceled: (date) => `Canceled ${date}`,
  },
  fields: {
    signedUp: 'Signed up',
    preferredContact: 'Contact by',
    leaveMessage: 'Leave a message',
    format: 'Takes part',
    times: 'Times that work',
    childAgeBand: 'Age of the child',
    message: 'Message',
    language: 'Language of the form',
    consent: 'Agreed to',
  },
  consentVersion: (version) => `version ${version}`,
  values: {
    preferredContact: { telephone: 'Call', email: 'Email', sms: 'Text' },
    leaveMessage: { yes: 'Yes, you can leave a message', no: 'No, do not leave a message' },
    format: { individual: 'One-on-one', group: 'In a group', unsure: 'Not sure yet' },
    childAgeBand: { expecting: 'Not born yet' },
  },

  cancel: 'Cancel this spot',
  cancelSignUp: 'Cancel this sign-up',
  leaveList: 'Take off the list',
  putBack: 'Give a spot again',
  putBackSignUp: 'Put back',
  joinList: 'Put on the waiting list',
  delete: 'Delete this person',
  cancelPage: {
    title: (name) => `Cancel the spot of ${name}?`,
    text: 'The spot is free then. It goes to nobody by itself. If people are waiting, it is for them: move up the next one.',
    after: 'The answers stay here, under “Canceled”. Nobody gets a message from this page.',
  },
  cancelSignUpPage: { title: (name) => `Cancel the sign-up of ${name}?` },
  leavePage: {
    title: (name) => `Take ${name} off the waiting list?`,
    text: 'The people after them move up by one. The answers stay here, under “Canceled”.',
  },
  deletePage: {
    title: (name) => `Delete ${name}?`,
    text: 'This deletes the name, the phone number, the email address, and all answers. You cannot undo it.',
    spot: 'If they have a spot, it is free then.',
    others: 'Other sign-ups have the same phone number or email address. Check each one that is the same person:',
    copies: 'Downloads, emails, and backups stay. Delete the person there, too.',
    button: 'Delete now',
  },
  undo: 'Undo',
  done: {
    'move-up': (name) => `${name} has a spot now.`,
    cancel: (name) => `${name} is no longer taking part.`,
    'put-back': (name) => `${name} is taking part again.`,
    'join-list': (name) => `${name} is on the waiting list, at the end.`,
    undo: (name, state) => `You took that back. ${name} ${state ? standing[state] : 'was deleted'}.`,
  },
  since: (name, state) => `That was done before, and then changed again. Now ${name} ${standing[state]}.`,
  tell: 'This page sends no messages. Contact them yourself.',
  notDone: {
    already: (name, state) =>
      `Nothing was changed. ${name} ${state ? standing[state] : 'was deleted'}. Someone else may have just done it.`,
    full: (name) => `Nothing was changed for ${name}, because no spot is free.`,
    'not-next': (name) => `Nothing was changed, because ${name} is no longer next on the waiting list.`,
    changed: (name) =>
      `Nothing was changed. Someone changed the sign-up of ${name} after you opened the page. Look at it again.`,
    gone: () => 'Nothing was changed, because this sign-up was deleted.',
  },
  deleted: 'The person was deleted.',

  downloads: 'Download',
  downloadsText: 'The file has everything about everyone. Save it where nobody else can open it.',
  workbook: 'Download for Excel (.xlsx)',
  csv: 'Download a table for other programs (.csv)',
};
