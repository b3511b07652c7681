import type { Form } from '../snippet.js';
import { builderOf, type BuilderId } from './builders.js';
import { en } from './en.js';
import { es } from './es.js';
import type { Texts } from './texts.js';

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

/** The steps for a builder and one of its forms. */
export function steps(id: BuilderId, form: Form, language: TextLanguage): Instructions {
  const { builders, steps: common } = texts[language];
  const { open, openSiteScript, size, publish, plan = common.noPlan, missing } = builders[id];
  const siteScript = openSiteScript ? [...openSiteScript, common.pasteSiteScript] : [common.askForSiteScript];
  const { takes } = builderOf(id);
  const enter = {
    code: [common.pasteSnippet],
    address: [common.pasteAddress],
    'custom-element': [common.scriptAddress, common.tagName, common.attributes],
  }[takes];
  return {
    plan,
    steps: [
      ...(hasSiteScript(id, form) ? siteScript : []),
      ...open,
      ...enter,
      ...(size ? [size] : []),
      publish,
      common.look,
    ],
    missing,
    menus: common.menus,
  };
}
