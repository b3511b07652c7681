import { nameOf } from '../widget-names.js';
import { askForPolicy, endpointTexts } from './endpoint.en.js';
import { roomTexts } from './room-texts.js';
import type { Blocked, Examination, TextKind, Texts } from './texts.js';

const pasteAgain =
  'Copy the snippet again, and paste it into a block for HTML or code, as a person who may add scripts. If that is not possible, choose a frame or plain HTML.';

const blocked: Readonly<Record<Blocked, string>> = {
  script: 'a file of Havenkit',
  settings: 'the file with the settings',
  signups: 'sign-ups',
  challenge: 'the protection against robots',
  frame: 'the frame',
};

const kinds: Readonly<Record<TextKind, string>> = {
  heading: 'a heading',
  button: 'a button',
  link: 'a link',
  field: 'a field',
  text: 'text',
};

const examinations: Readonly<Record<Examination, string>> = {
  loading: 'what has loaded',
  policies: 'what the page’s Content Security Policy blocks',
  markup: 'what the site builder removed',
  configuration: 'the settings',
  frames: 'the frames',
  contrast: 'the contrast',
  room: 'the reserved room',
  versions: 'which versions are on the page',
  present: 'which widgets are on the page',
};

const some = (count: number, one: string, more: string): string[] =>
  count ? [`${count} ${count === 1 ? one : more}`] : [];

/** English. */
export const en: Texts = {
  lang: 'en',
  title: 'Havenkit doctor',
  nameOf,
  onlyYou: 'Only you see this. Visitors do not.',
  close: 'Close',
  examining: 'Examining the page…',
  failed: 'The doctor could not examine this page. Send this to whoever helps you:',
  summary: ({ error, warning, notice }) =>
    [
      ...(error || warning ? [] : ['Everything looks right']),
      ...some(error, 'thing to fix', 'things to fix'),
      ...some(warning, 'thing to look at', 'things to look at'),
      ...some(notice, 'note', 'notes'),
    ].join(', '),
  allRight: 'Nothing on this page needs a change.',
  severities: { error: 'Fix', warning: 'Look at', notice: 'Note' },
  why: 'Why it matters:',
  todo: 'What to do:',
  reported: 'The widget reports:',
  onThisPage: 'On this page',
  nothingLoaded: 'No widget.',
  state: {
    works: 'works',
    fallback: 'shows only the words between its tags',
    missing: 'not loaded',
    framed: 'in a frame',
  },
  version: (version) => `version ${version}`,
  connection: 'Where sign-ups go',
  connectionHint:
    'The test sends no name and no answer. It asks the server whether it is there, which by the rules of the web changes nothing.',
  test: 'Test the connection',
  testing: 'Waiting for an answer…',
  notExamined: 'What could not be examined',
  limitations: {
    policy: 'The headers of the page, which may have a Content Security Policy.',
    closedRoots: 'Parts of the page that may be closed to other scripts.',
    frames: 'What is in frames. Open the address of such a frame in a tab of its own, and examine it there.',
    framedWidgets:
      'What a frame of Havenkit shows: its colors, and whether sign-ups arrive. Examined were its settings, its title, and whether it answers.',
    settingsFile: 'Settings in a file or in the data of the page: only what the widget itself reports.',
    contrast: 'Contrast: this browser does not say which colors it shows.',
    colorsOnPictures: 'The contrast of text on a picture or a gradient.',
    otherColorScheme: 'Contrast in the other color scheme. Switch between light and dark, and examine again.',
  },
  report: 'Report for whoever helps you',
  reportHint: 'It has the findings, the versions and the address of the page. It has nothing that anybody typed.',
  copyReport: 'Copy report',
  copied: 'Copied.',
  copyByHand: 'This browser did not copy it. The text is selected: copy it now.',
  again: 'Examine again',
  facts: { page: 'Page', version: 'Version of the doctor', browser: 'Browser', window: 'Window' },
  findings: {
    nothing: () => ({
      what: 'There is nothing of Havenkit on this page.',
      why: 'Visitors see no widget here.',
      todo: `The site builder may have removed all of it, or show it in a frame of another site. ${pasteAgain}`,
    }),
    notExamined: (examination) => ({
      what: `The doctor could not examine ${examinations[examination]}.`,
      why: 'Something on the page stopped it. There may be more to fix than is listed here.',
      todo: 'Send this report to whoever helps you. The line below says what happened.',
    }),
    noScript: (widget, file) => ({
      what: `${nameOf(widget)}: its script is not on the page.`,
      why: 'Visitors see only the words between its tags.',
      todo: `Add the script of ${file}. If it was in what you pasted, the site builder has removed it. ${pasteAgain}`,
    }),
    missingFile: (address, status) => ({
      what: `A file is missing: the server answers ${status} for ${address}.`,
      why: 'Without it, the widget does not appear.',
      todo: 'Look whether the address has a typing mistake, and whether the folder was uploaded whole.',
    }),
    noScriptFile: (address) => ({
      what: `${address} is not a script: the server sends a page or another file.`,
      why: 'Without the script, the widget does not appear.',
      todo: 'Look whether the address has a typing mistake, and whether the folder was uploaded whole. Some servers answer with a page where a file is missing.',
    }),
    unreachableFile: (address) => ({
      what: `The browser could not load ${address}.`,
      why: 'Without it, the widget does not appear.',
      todo: 'Open the address in a new tab. If nothing opens there, look whether it has a typing mistake, and whether the server runs. If it opens, an extension that blocks content may be the reason.',
    }),
    unreadableFile: (address) => ({
      what: `The server does not let this page load ${address}.`,
      why: 'Its tag has a hash, crossorigin or type="module", and then browsers ask the server for leave.',
      todo: 'Have the server send Access-Control-Allow-Origin: * with the file, or upload the files to your own site.',
    }),
    unexplainedFile: (address) => ({
      what: `${address} has not run. Why cannot be known from this page.`,
      why: 'The widget does not appear.',
      todo: 'Open the address in a new tab. If an error appears, the file is missing there. If code appears, a plugin for speed or consent may hold the script back: exclude it there.',
    }),
    heldBack: (file) => ({
      what: `A plugin holds ${file} back: browsers do not run its tag as it is now.`,
      why: 'The widget does not appear, or only after a visitor has done something.',
      todo: 'Find the plugin for speed or consent in your site builder, and exclude the script there.',
    }),
    wrongHash: (file) => ({
      what: `${file} is not the file that the snippet names: its hash differs.`,
      why: 'The browser refuses a changed file, so the widget does not appear.',
      todo: 'Copy the snippet of exactly this version again, or upload the files of one version together.',
    }),
    notRun: (file) => ({
      what: `${file} is on the page, but has not run.`,
      why: 'The widget does not appear.',
      todo: 'Look whether the tag of the script is as in the snippet: type="module" only with a file without “classic”, and crossorigin with a hash.',
    }),
    waiting: (widget) => ({
      what: `${nameOf(widget)}: not loaded yet, because it is far from what is on the screen.`,
      why: 'That is right: the loader loads it when a visitor comes near.',
      todo: 'Scroll to it, and examine again.',
    }),
    placeholderLeft: (widget) => ({
      what: `${nameOf(widget)}: its placeholder was not replaced, because the loader is not on the page.`,
      why: 'Visitors see only the words in the box.',
      todo: 'Add the script of loader.classic.js to the site once.',
    }),
    onlyFallback: (widget) => ({
      what: `${nameOf(widget)}: it shows only the words between its tags.`,
      why: 'It has loaded, but could not show itself.',
      todo: 'If the page has a Content Security Policy with trusted-types, it has to list the policy of the file. Otherwise open the console of the browser, and send its messages with this report.',
    }),
    unknownWidget: (tag, all) => ({
      what: `There is no widget “${tag}”.`,
      why: 'Visitors see only the words between its tags.',
      todo: `Correct the name. The widgets are ${all}.`,
    }),
    emptyWrapper: () => ({
      what: 'A snippet is on the page, but the widget was removed from it.',
      why: 'Visitors see an empty place, or only the words of the snippet.',
      todo: pasteAgain,
    }),
    snippetAsText: () => ({
      what: 'The code of the snippet is shown to visitors as text.',
      why: 'Visitors see code where the widget belongs.',
      todo: `It was pasted into a place for text. ${pasteAgain}`,
    }),
    settingsAsText: () => ({
      what: 'The settings of a widget are shown to visitors as text.',
      why: 'The site builder has removed the script element around them.',
      todo: pasteAgain,
    }),
    fieldsRemoved: () => ({
      what: 'A sign-up form has a button, but no questions: they were removed.',
      why: 'Where the script does not run, nobody can sign up.',
      todo: 'WordPress removes the fields of what authors save. Ask an administrator to paste it, or choose a frame.',
    }),
    formRemoved: () => ({
      what: 'The questions of a sign-up are on the page, but the form around them was removed.',
      why: 'Nobody can sign up: the answers cannot be sent.',
      todo: pasteAgain,
    }),
    outerForm: () => ({
      what: 'A sign-up form is inside another form of the page.',
      why: 'Where the script does not run, its answers are sent with that other form, to another address.',
      todo: 'Put it outside that form, or choose a frame.',
    }),
    typographicQuotes: (widget) => ({
      what: `${nameOf(widget)}: its settings have the quotation marks of a word processor.`,
      why: 'Browsers cannot read them, so settings are cut or lost.',
      todo: 'Write straight quotation marks, as in name="Riverbend", or copy the snippet again and paste it as plain text.',
    }),
    noSettings: (widget) => ({
      what: `${nameOf(widget)}: it has no settings.`,
      why: 'It has nothing to show.',
      todo: `The site builder may have removed them. ${pasteAgain}`,
    }),
    versions: (all) => ({
      what: `Several versions of Havenkit are on the page: ${all}.`,
      why: 'The first one that defines a widget wins, and the other may not fit its settings.',
      todo: 'Use the same version in all snippets of the page.',
    }),
    otherVersion: (widget, version, own) => ({
      what: `${nameOf(widget)}: its version is ${version}, and this doctor is of ${own}.`,
      why: 'It may report settings that another version knows.',
      todo: 'Nothing, if the widget works. Otherwise copy the snippet of the new version.',
    }),
    noExactVersion: (address, own) => ({
      what: `${address} names no exact version.`,
      why: 'The file changes with every release, without your doing.',
      todo: `Use @havenkit/embed@${own}.`,
    }),
    sameFile: (file) => ({
      what: `${file} is on the page more than once.`,
      why: 'That does no harm, but visitors load more than they need.',
      todo: 'Leave one of the scripts, and remove the others.',
    }),
    twice: (widget) => ({
      what: `${nameOf(widget)}: it is on the page twice, with the same settings.`,
      why: 'A site builder may have pasted the snippet twice.',
      todo: 'Remove one, if it is not intended.',
    }),
    otherLit: (versions) => ({
      what: `Several versions of Lit are on the page: ${versions}.`,
      why: 'Lit is what the widgets are made with. Every file of Havenkit brings its own, so they do not disturb each other.',
      todo: 'Nothing.',
    }),
    blocked: (what, origin, directive) => ({
      what: `The page’s Content Security Policy blocks ${blocked[what]} (${origin}).`,
      why: `Its line ${directive} lists what the page may load, and this is not in it.`,
      todo: askForPolicy,
    }),
    trustedTypes: (file, policy) => ({
      what: `The page’s Content Security Policy does not let ${file} make its parts.`,
      why: `Its line trusted-types does not list ${policy}, so visitors see only the words between the tags.`,
      todo: askForPolicy,
    }),
    unknownAttribute: (widget, name, similar) => ({
      what: `${nameOf(widget)}: it has no setting “${name}”.`,
      why: 'It is ignored.',
      todo: similar ? `Did you mean “${similar}”?` : 'Correct its name, or remove it.',
    }),
    setting: (widget, path, severe) => ({
      what: `${nameOf(widget)}: ${path ? `“${path}”` : 'a setting'} ${severe ? 'is missing or cannot be used' : 'needs a look'}.`,
      why: severe
        ? 'Visitors miss something that they need.'
        : 'The widget ignores it, or may show something else than you mean.',
      todo: 'Correct it where you pasted the snippet.',
    }),
    frameWithoutScripts: () => ({
      what: 'A frame may not run scripts.',
      why: 'It stays empty.',
      todo: 'Add allow-scripts to its sandbox attribute.',
    }),
    frameWithoutTitle: () => ({
      what: 'A frame has no title.',
      why: 'A screen reader says only “frame”.',
      todo: 'Add a title attribute with the name of your practice, or copy the snippet again.',
    }),
    frameWithoutHost: () => ({
      what: 'The script frame-host.js is not on the page.',
      why: 'The frame keeps its height, so it may scroll or leave empty space.',
      todo: 'Add the script from the snippet, or make the frame tall enough.',
    }),
    frameWithoutWidget: () => ({
      what: 'The address of a frame does not say which widget to show.',
      why: 'The frame shows no widget.',
      todo: 'The part behind the # may be cut off. Copy the snippet again.',
    }),
    silentFrame: (address) => ({
      what: `The frame does not answer: ${address}.`,
      why: 'Visitors see an empty frame, or a message of the browser in it.',
      todo: 'Open the address in a new tab. If it opens there, its server does not let this page frame it: remove its X-Frame-Options header, and allow this page in frame-ancestors.',
    }),
    contrast: (widget, kind, ratio, needed) => ({
      what: `${nameOf(widget)}: ${kinds[kind]} has too little contrast, ${ratio} to 1.`,
      why: `People with low vision cannot read it. It needs ${needed} to 1 (WCAG 1.4.3).`,
      todo: 'A style of the page changes the colors of the widget. Remove that style, or set only the brand color.',
    }),
    ...roomTexts.en,
    ...endpointTexts,
  },
};
