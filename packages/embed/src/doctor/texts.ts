import type { Gravity } from './finding.js';

/** A finding in words: what it is, why it matters, and what to do. */
export interface Explanation {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** What a Content Security Policy blocks. */
export type Blocked = 'script' | 'settings' | 'signups' | 'challenge' | 'frame';

/** The kind of text whose contrast was measured. No text of a page is repeated: a visitor may have written it. */
export type TextKind = 'heading' | 'button' | 'link' | 'field' | 'text';

/** Words for what an endpoint answered to the test. */
export interface EndpointTexts {
  readonly endpointReady: () => Explanation;
  readonly endpointAnswers: (status: number) => Explanation;
  readonly endpointOpaque: () => Explanation;
  readonly endpointPath: () => Explanation;
  readonly endpointMissing: () => Explanation;
  readonly endpointRefuses: (status: number) => Explanation;
  readonly endpointBusy: () => Explanation;
  readonly endpointDown: (status: number) => Explanation;
  readonly endpointOrigin: (origin: string) => Explanation;
  readonly endpointUnreachable: (origin: string) => Explanation;
  readonly endpointBlocked: (origin: string, directive: string) => Explanation;
  readonly endpointUntested: (adapter: 'mailto' | 'event') => Explanation;
}

/** Words for every finding. */
export interface FindingTexts extends EndpointTexts {
  // What loaded.
  readonly nothing: () => Explanation;
  readonly noScript: (tag: string, file: string) => Explanation;
  readonly missingFile: (address: string, status: number) => Explanation;
  readonly unreachableFile: (address: string) => Explanation;
  readonly wrongHash: (file: string) => Explanation;
  readonly notRun: (file: string) => Explanation;
  readonly waiting: (tag: string) => Explanation;
  readonly placeholderLeft: (widget: string) => Explanation;
  readonly onlyFallback: (tag: string) => Explanation;
  readonly unknownWidget: (tag: string, all: string) => Explanation;
  // What the site builder removed.
  readonly emptyWrapper: () => Explanation;
  readonly snippetAsText: () => Explanation;
  readonly settingsAsText: () => Explanation;
  readonly fieldsRemoved: () => Explanation;
  readonly formRemoved: () => Explanation;
  readonly outerForm: () => Explanation;
  readonly typographicQuotes: (tag: string) => Explanation;
  readonly noSettings: (tag: string) => Explanation;
  // Which versions.
  readonly versions: (all: string) => Explanation;
  readonly otherVersion: (tag: string, version: string, own: string) => Explanation;
  readonly noExactVersion: (address: string, own: string) => Explanation;
  readonly sameFile: (file: string) => Explanation;
  readonly twice: (tag: string) => Explanation;
  readonly otherLit: (versions: string) => Explanation;
  // What the policy blocks.
  readonly blocked: (what: Blocked, origin: string, directive: string) => Explanation;
  readonly trustedTypes: (file: string, policy: string) => Explanation;
  // What was ignored.
  readonly unknownAttribute: (tag: string, name: string, similar: string | undefined) => Explanation;
  readonly setting: (tag: string, path: string, severe: boolean) => Explanation;
  // Frames.
  readonly frameWithoutScripts: () => Explanation;
  readonly frameWithoutTitle: () => Explanation;
  readonly frameWithoutHost: () => Explanation;
  readonly frameWithoutWidget: () => Explanation;
  readonly silentFrame: (address: string) => Explanation;
  // Contrast.
  readonly contrast: (tag: string, kind: TextKind, ratio: string, needed: string) => Explanation;
}

/** What the doctor could not examine, and why. */
export type Unseen =
  'policy' | 'closedRoots' | 'foreignFrames' | 'settingsFile' | 'contrast' | 'colorsOnPictures' | 'otherColorScheme';

/** Everything that the doctor says, in one language. */
export interface Texts {
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  /** Who sees it. */
  readonly onlyYou: string;
  readonly close: string;
  readonly examining: string;
  /** Before an error message. */
  readonly failed: string;
  /** What is found, in a sentence. */
  readonly summary: (counts: Readonly<Record<Gravity, number>>) => string;
  readonly allRight: string;
  readonly gravities: Readonly<Record<Gravity, string>>;
  readonly why: string;
  readonly todo: string;
  readonly reported: string;
  readonly onThisPage: string;
  readonly nothingLoaded: string;
  readonly state: Readonly<Record<'works' | 'fallback' | 'missing', string>>;
  readonly version: (version: string) => string;
  readonly connection: string;
  readonly connectionHint: string;
  readonly test: string;
  readonly testing: string;
  readonly notExamined: string;
  readonly unseen: Readonly<Record<Unseen, string>>;
  readonly report: string;
  readonly reportHint: string;
  readonly copyReport: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly again: string;
  /** Names of the lines of the report. */
  readonly facts: Readonly<Record<'page' | 'version' | 'browser' | 'window', string>>;
  readonly findings: FindingTexts;
}
