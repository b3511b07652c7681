import type { RawConfiguration } from '@havenkit/elements/foundation';
import { jsonLd } from '../json-ld.js';
import { programJsonLd } from '../json-ld-program.js';
import type { Problem } from '../problems.js';
import type { SnippetOptions } from '../snippet/options.js';
import { packs, scriptTag } from '../snippet/scripts.js';
import { widgetAttributes } from '../snippet/settings.js';
import { snippet, type Snippet } from '../snippet/snippet.js';
import { boxHeight, type BoxHeight } from './box-height.js';
import { builderOf, formsOf, type BuilderId } from './builders.js';
import { allowedOrigins, originOf } from './origins.js';
import { policyFor } from './policy.js';
import { hasSiteScript, texts, type TextLanguage } from './steps.js';
import type { Hint, PieceId } from './texts.js';
import { veloCode } from './wix.js';

/** A text in every language of the builder page, which may not be that of the widget. */
export type Localized = Readonly<Record<TextLanguage, string>>;

interface Labels {
  readonly id: PieceId;
  readonly title: Localized;
  /** A sentence about where it goes. */
  readonly where: Localized;
}

/** Something to copy. */
export type Piece = Labels &
  (
    | { readonly kind: 'code'; readonly code: string }
    | { readonly kind: 'table'; readonly rows: readonly { readonly name: string; readonly value: string }[] }
  );

/** What is delivered, and where to. */
export interface DeliveryOptions extends SnippetOptions {
  readonly builder: BuilderId;
  /** Origin of the page. Default: that of `page`. */
  readonly origin?: string | undefined;
  /** Size of the page's text in pixels. Default 16. */
  readonly fontSize?: number | undefined;
}

/** Everything that a site owner copies. */
export interface Delivery {
  readonly pieces: readonly Piece[];
  /** What is wrong with the configuration. */
  readonly problems: readonly Problem[];
  /** What else the site owner has to know. */
  readonly hints: readonly Localized[];
  /** How tall a box for the widget has to be; `undefined` where there is none, or the room is not known. */
  readonly height: BoxHeight | undefined;
  /** Whether nothing is missing that visitors need. */
  readonly complete: boolean;
}

const localized = (text: (language: TextLanguage) => string): Localized => ({ en: text('en'), es: text('es') });

const labels = (id: PieceId): Labels => ({
  id,
  title: localized((language) => texts[language].pieces[id].title),
  where: localized((language) => texts[language].pieces[id].where),
});

const code = (id: PieceId, text: string | undefined): Piece[] =>
  text ? [{ ...labels(id), kind: 'code', code: text }] : [];

/** Whether a folder is on a mirror of npm, which sends pages as text. */
const isMirror = (files: string): boolean => /@havenkit\/embed[@/]/.test(files);

/**
 * Makes everything that a site owner copies for a widget in a builder.
 *
 * @throws RangeError when the widget cannot have the form there
 * @throws ConfigurationError when the configuration has nothing to show, or needs the address of the page
 */
export function delivery(options: DeliveryOptions): Delivery {
  const { builder, form, widget, files, room, fontSize } = options;
  if (!formsOf(builder, widget).includes(form)) throw new RangeError(`${builder}: no ${form} of ${widget}`);
  const { takes, runsIn, hasHead, removesStyles } = builderOf(builder);
  const made = snippet({ ...options, styleAttributes: removesStyles });
  const { origins, hint } = allowedOrigins(options);
  const missingPage = form === 'frame' && isMirror(files);
  const hints: Hint[] = [
    ...(hint ? [hint] : []),
    ...(missingPage ? ['ownFiles' as const] : []),
    ...(widget === 'reflection-prompt' && runsIn !== 'frame of another site' && !isForeignFrame(options)
      ? ['privateFrame' as const]
      : []),
  ];
  return {
    pieces: [
      ...widgetPieces[takes](options, made),
      ...(takes === 'code' && runsIn === 'page' ? code('policy', policyFor({ ...options, html: made.html })) : []),
      ...code('allowed-origins', origins),
      ...(hasHead ? code('json-ld', structuredData(widget, options.configuration)) : []),
    ],
    problems: made.problems,
    hints: hints.map((each) => localized((language) => texts[language].hints[each])),
    height: room && boxHeight(builder, form, room, fontSize),
    complete: made.complete && !missingPage,
  };
}

/** Whether the page around a frame cannot read it. Where the page is unknown, the frame is taken for that of another site. */
const isForeignFrame = ({ form, files, page, origin = originOf(page) }: DeliveryOptions): boolean =>
  form === 'frame' && originOf(files) !== origin;

/** What shows the widget. */
const widgetPieces: Record<
  ReturnType<typeof builderOf>['takes'],
  (options: DeliveryOptions, made: Snippet) => Piece[]
> = {
  code: ({ builder, form }, { html, markup, scripts }) =>
    hasSiteScript(builder, form)
      ? [...code('snippet', markup), ...code('site-script', scripts.join('\n'))]
      : code('snippet', html),
  address: (_, { address }) => code('frame-address', address),
  'custom-element': ({ widget, configuration, language, files, integrity }) => {
    const attributes = { ...widgetAttributes(widget, configuration), lang: language };
    const rows = Object.entries(attributes).map(([name, value]) => ({ name, value }));
    return [
      ...code('script-address', `${files}${widget}.js`),
      ...code('tag-name', `haven-${widget}`),
      { ...labels('attributes'), kind: 'table', rows },
      ...code('velo', veloCode(widget, attributes)),
      ...code(
        'strings-script',
        packs(language, widget)
          .map((name) => scriptTag({ files, integrity }, name))
          .join('\n'),
      ),
    ];
  },
};

/** The schema.org data of a configuration; `undefined` when it has none. */
function structuredData(widget: string, configuration: RawConfiguration): string | undefined {
  if (widget === 'signup-form') return programJsonLd(configuration);
  if (widget !== 'contact-card') return undefined;
  try {
    return jsonLd(configuration).html;
  } catch {
    // It describes no practice, and the problems of the snippet say why.
    return undefined;
  }
}
