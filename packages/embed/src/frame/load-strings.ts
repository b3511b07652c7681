/** A Trusted Types policy, whose URLs the types of the DOM take for texts. */
interface ScriptPolicy {
  createScriptURL(url: string): string;
}

/** Files that were asked for. */
const loads = new Map<string, Promise<unknown>>();

/**
 * Loads the strings of a widget in a language, which are files beside the framed page. Without them, the widget speaks English.
 *
 * @param language - BCP 47 code; nothing is loaded for one that is not in `languages`
 * @param languages - codes of all languages but English
 */
export async function loadStrings(widget: string, language: string, languages: readonly string[]): Promise<void> {
  const code = languages.find((each) => `${language.toLowerCase()}-`.startsWith(`${each}-`));
  if (!code) return;
  const url = `locales/${code}/${widget}.js`;
  const loaded = loads.get(url) ?? load(url);
  loads.set(url, loaded);
  await loaded;
}

/** Resolves also when the file does not load, which the browser reports. */
const load = (url: string): Promise<unknown> =>
  new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = policy().createScriptURL(url);
    script.onload = script.onerror = resolve;
    document.head.append(script);
  });

let created: ScriptPolicy | undefined;

/** The policy of the framed page for the addresses of its scripts. */
function policy(): ScriptPolicy {
  const { trustedTypes } = window as unknown as {
    trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
  };
  const rules: ScriptPolicy = { createScriptURL: (url) => url };
  return (created ??= trustedTypes?.createPolicy('havenkit-frame-strings', rules) ?? rules);
}
