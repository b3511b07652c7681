import manifest from '@havenkit/elements/custom-elements.json' with { type: 'json' };

/** What the manifest says about a widget. */
interface Declaration {
  readonly tagName?: string;
  readonly events?: readonly { readonly name?: string }[];
  readonly attributes?: readonly { readonly name: string; readonly fieldName?: string }[];
}

const declarations = manifest.modules
  .flatMap(({ declarations = [] }) => declarations as readonly Declaration[])
  .filter(({ tagName }) => tagName);

/** Names of all widgets, such as `contact-card`. */
export const widgets: readonly string[] = declarations.map(({ tagName = '' }) => tagName.replace('haven-', '')).sort();

/** Codes of all languages but English, such as `es`. */
export const languages: readonly string[] = manifest.modules.flatMap(
  ({ path }) => /^dist\/locales\/([^/]+)\.js$/.exec(path)?.[1] ?? [],
);

/** Attributes of a widget, by the names of its settings: `opening-hours` by `openingHours`. */
export const attributesOf = (widget: string): ReadonlyMap<string, string> =>
  new Map(
    declarations
      .find(({ tagName }) => tagName === `haven-${widget}`)
      ?.attributes?.map(({ name, fieldName = name }) => [fieldName, name]),
  );

/** Types of the events of a widget, such as `haven-ready`. */
export const eventsOf = (widget: string): string[] =>
  declarations.find(({ tagName }) => tagName === `haven-${widget}`)?.events?.flatMap(({ name = [] }) => name) ?? [];
