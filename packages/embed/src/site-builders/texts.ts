import type { BoxHeight } from './box-height.js';
import type { BuilderId, Takes } from './builders.js';

/** Why a form does not work in a builder. */
export type Reason = 'noHtml' | 'onlyAddress' | 'tagsRemoved' | 'framesRemoved' | 'fieldsRemoved';

/** What a site owner copies. */
export type PieceId =
  | 'snippet'
  | 'site-script'
  | 'frame-address'
  | 'script-address'
  | 'tag-name'
  | 'attributes'
  | 'velo'
  | 'strings-script'
  | 'policy'
  | 'allowed-origins'
  | 'json-ld';

/** Something about the result that a site owner has to know. */
export type Hint = 'privateFrame' | 'unknownOrigin' | 'framedOrigin' | 'ownFiles';

/** What the steps of a builder say. */
export interface BuilderTexts {
  /** Of the builder, and of the place in it. */
  readonly name: string;
  /** What has to be paid for, if anything is known. */
  readonly plan?: string;
  /** Steps to the place where something is pasted. */
  readonly open: readonly string[];
  /** Steps to the place for a script of the whole site. */
  readonly openSiteScript?: readonly string[];
  /** How tall the box has to be. */
  readonly size?: string;
  readonly publish: string;
  /** What to do when the widget does not appear. */
  readonly missing: string;
}

/** The texts in one language. They are for a site owner who writes no code. */
export interface Texts {
  readonly builders: Readonly<Record<BuilderId, BuilderTexts>>;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly hints: Readonly<Record<Hint, string>>;
  readonly pieces: Readonly<Record<PieceId, { readonly title: string; readonly where: string }>>;
  readonly steps: {
    readonly pasteSnippet: string;
    readonly pasteSiteScript: string;
    readonly pasteAddress: string;
    /** The address and the tag name. */
    readonly source: string;
    readonly attributes: string;
    readonly askForSiteScript: string;
    readonly stringsScript: string;
    /** How tall a box has to be, in pixels. */
    readonly height: (height: BoxHeight) => string;
    /** What to try on the published page. */
    readonly look: string;
    /** The same for a widget, by its name. */
    readonly tries: Readonly<Record<string, string>>;
    /** What to do after a change, by what the builder takes. */
    readonly replace: Readonly<Record<Takes, string>>;
    readonly noPlan: string;
    readonly menus: string;
  };
}
