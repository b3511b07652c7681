import type { Form } from '../snippet/forms.js';
import type { BoxHeight } from './box-height.js';
import { builderOf, type BuilderId } from './builders.js';
import { en } from './en.js';
import { es } from './es.js';
import type { PieceId, Texts } from './texts.js';

/** Languages of the steps and titles. */
export type TextLanguage = 'en' | 'es';

/** The texts by language. */
export const texts: Readonly<Record<TextLanguage, Texts>> = { en, es };

/** How to put a widget on a page. */
export interface Instructions {
  /** What has to be paid for. */
  readonly plan: string;
  /** At most eight, each with one action. */
  readonly steps: readonly string[];
  /** What to do after a change. */
  readonly replace: string;
  /** What to do when the widget does not appear. */
  readonly missing: string;
  /** Why a menu may have another name. */
  readonly menus: string;
}

/** Whether a form has a script that goes into a place of its own in a builder. */
export function hasSiteScript(id: BuilderId, form: Form): boolean {
  const { runsIn, scriptsApart } = builderOf(id);
  return runsIn === 'page' && form !== 'html' && (form === 'loader' || scriptsApart === true);
}

/** What the steps depend on. */
export interface StepsOptions {
  readonly builder: BuilderId;
  readonly form: Form;
  /** Such as `contact-card`. */
  readonly widget: string;
  /** What there is to copy. */
  readonly pieces: readonly { readonly id: PieceId }[];
  /** How tall a box for the widget has to be, if it is known. */
  readonly height?: BoxHeight | undefined;
}

/** The steps for a widget in a builder and one of its forms. */
export function steps(options: StepsOptions, language: TextLanguage): Instructions {
  const { builder, form, widget, pieces, height } = options;
  const { builders, steps: common } = texts[language];
  const { open, openSiteScript, size, publish, plan = common.noPlan, missing } = builders[builder];
  const siteScript = openSiteScript ? [...openSiteScript, common.pasteSiteScript] : [common.askForSiteScript];
  const { takes } = builderOf(builder);
  const enter = {
    code: [common.pasteSnippet],
    address: [common.pasteAddress],
    'custom-element': [common.source, common.attributes],
  }[takes];
  return {
    plan,
    steps: [
      ...(hasSiteScript(builder, form) ? siteScript : []),
      ...(pieces.some(({ id }) => id === 'strings-script') ? [common.stringsScript] : []),
      ...open,
      ...enter,
      ...(size ? [height ? `${size} ${common.height(height)}` : size] : []),
      publish,
      common.tries[widget] ?? common.look,
    ],
    replace: common.replace[takes],
    missing,
    menus: common.menus,
  };
}
