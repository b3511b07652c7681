import type { Severity } from '../check/diagnostic.js';
import type { EmbeddedLoad } from '../check/loads.js';

/** A finding in words: what it is, why it matters, and what to do. */
export interface Explanation {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** What a Content Security Policy blocks. */
export type Blocked = EmbeddedLoad['kind'];

/** The kind of text whose contrast was measured. No text of a page is repeated: a visitor may have written it. */
export type TextKind = 'heading' | 'button' | 'link' | 'field' | 'text';

/** Words for what an endpoint answered to the test. */
export interface EndpointTexts {
  readonly endpointReady: () => Explanation;
  readonly endpointAnswers: (status: number) => Explanation;
  readonly endpointTakes: (status: number) => Explanation;
  readonly endpointPage: () => Explanation;
  readonly endpointMoved: (address: string) => Explanation;
  readonly endpointOpaque: () => Explanation;
  readonly endpointPath: () => Explanation;
  readonly endpointMissing: (status: number) => Explanation;
  readonly endpointLocked: () => Explanation;
  readonly endpointRefuses: (status: number) => Explanation;
  readonly endpointBusy: () => Explanation;
  readonly endpointDown: (status: number) => Explanation;
  readonly endpointOrigin: (origin: string) => Explanation;
  readonly endpointUnreachable: (origin: string) => Explanation;
  readonly endpointBlocked: (origin: string, directive: string) => Explanation;
  readonly endpointUntested: (adapter: 'mailto' | 'event') => Explanation;
  readonly endpointFramed: () => Explanation;
}

/** Words for the room that a snippet reserves. */
export interface RoomTexts {
  readonly emptyRoom: (widget: string, pixels: number) => Explanation;
}

/** Words for every finding. */
export interface FindingTexts extends EndpointTexts, RoomTexts {
  // What failed in the doctor itself.
  readonly notExamined: (examination: Examination) => Explanation;
  // What loaded.
  readonly nothing: () => Explanation;
  readonly noScript: (widget: string, file: string) => Explanation;
  readonly missingFile: (address: string, status: number) => Explanation;
  readonly noScriptFile: (address: string) => Explanation;
  readonly unreachableFile: (address: string) => Explanation;
  readonly unreadableFile: (address: string) => Explanation;
  readonly unexplainedFile: (address: string) => Explanation;
  readonly heldBack: (file: string) => Explanation;
  readonly wrongHash: (file: string) => Explanation;
  readonly notRun: (file: string) => Explanation;
  readonly waiting: (widget: string) => Explanation;
  readonly placeholderLeft: (widget: string) => Explanation;
  readonly onlyFallback: (widget: string) => Explanation;
  readonly unknownWidget: (tag: string, all: string) => Explanation;
  // What the site builder removed.
  readonly emptyWrapper: () => Explanation;
  readonly snippetAsText: () => Explanation;
  readonly settingsAsText: () => Explanation;
  readonly fieldsRemoved: () => Explanation;
  readonly formRemoved: () => Explanation;
  readonly outerForm: () => Explanation;
  readonly typographicQuotes: (widget: string) => Explanation;
  readonly noSettings: (widget: string) => Explanation;
  // Which versions.
  readonly versions: (all: string) => Explanation;
  readonly otherVersion: (widget: string, version: string, own: string) => Explanation;
  readonly noExactVersion: (address: string, own: string) => Explanation;
  readonly sameFile: (file: string) => Explanation;
  readonly twice: (widget: string) => Explanation;
  readonly otherLit: (versions: string) => Explanation;
  // What the policy blocks.
  readonly blocked: (what: Blocked, origin: string, directive: string) => Explanation;
  readonly trustedTypes: (file: string, policy: string) => Explanation;
  // What was ignored.
  readonly unknownAttribute: (widget: string, name: string, similar: string | undefined) => Explanation;
  readonly setting: (widget: string, path: string, severe: boolean) => Explanation;
  // Frames.
  readonly frameWithoutScripts: () => Explanation;
  readonly frameWithoutTitle: () => Explanation;
  readonly frameWithoutHost: () => Explanation;
  readonly frameWithoutWidget: () => Explanation;
  readonly silentFrame: (address: string) => Explanation;
  // Contrast.
  readonly contrast: (widget: string, kind: TextKind, ratio: string, needed: string) => Explanation;
}

/** What the doctor cannot examine, and why. */
export type Limitation =
  | 'policy'
  | 'closedRoots'
  | 'frames'
  | 'framedWidgets'
  | 'settingsFile'
  | 'contrast'
  | 'colorsOnPictures'
  | 'otherColorScheme';

/** What is examined, each on its own, so that one that fails takes no other with it. */
export type Examination =
  'loading' | 'policies' | 'markup' | 'configuration' | 'frames' | 'contrast' | 'room' | 'versions' | 'present';

/** How a widget is. */
export type State = 'works' | 'fallback' | 'missing' | 'framed';

/** Everything that the doctor says, in one language. */
export interface Texts {
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  /** What a widget is called. */
  readonly nameOf: (widget: string) => string;
  /** Who sees it. */
  readonly onlyYou: string;
  readonly close: string;
  readonly examining: string;
  /** Before an error message. */
  readonly failed: string;
  /** What is found, in a sentence. */
  readonly summary: (counts: Readonly<Record<Severity, number>>) => string;
  readonly allRight: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly why: string;
  readonly todo: string;
  readonly reported: string;
  readonly onThisPage: string;
  readonly nothingLoaded: string;
  readonly state: Readonly<Record<State, string>>;
  readonly version: (version: string) => string;
  readonly connection: string;
  readonly connectionHint: string;
  readonly test: string;
  readonly testing: string;
  readonly notExamined: string;
  readonly limitations: Readonly<Record<Limitation, string>>;
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
