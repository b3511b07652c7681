/** What the loader needs for a page that is not in English. */
export interface Languages {
  /** What a visitor reads beside the fallback content when a file does not load, by language. */
  readonly failures: Readonly<Record<string, string>>;
  /** Hashes of the scripts (W3C SRI) by name: `locales/es`, `locales/es/contact-card`. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** The element of `languages.js`. The script gives its data to its own element, where no other script of the page looks for it. */
export type LanguagesScript = HTMLScriptElement & { languages?: Languages };

/** {@link Languages.failures} */
const failures: Languages['failures'] = {
  ar: 'لم يتم تحميل هذا الجزء.',
  de: 'Dieser Teil wurde nicht geladen.',
  es: 'Esta parte no se cargó.',
  fr: 'Cette partie n’a pas pu être chargée.',
  ht: 'Pati sa a pa chaje.',
  pt: 'Esta parte não foi carregada.',
  uk: 'Ця частина не завантажилася.',
  vi: 'Không tải được phần này.',
  zh: '此部分未能加载。',
};

/**
 * The script of `languages.js`, a file of its own because the hashes of all languages are larger than the loader.
 *
 * @param hashes - see {@link Languages.hashes}
 */
export function provideLanguages(hashes: Languages['hashes']): void {
  const script = document.currentScript as LanguagesScript | null;
  if (script) script.languages = { failures, hashes };
}
