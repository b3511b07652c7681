import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '@havenkit/elements/custom-elements.json' with { type: 'json' };
import './preview.css';

setCustomElementsManifest(manifest);

/** Codes of all languages. Importing their files registers the strings. */
const languages = [
  'en',
  ...Object.keys(import.meta.glob('../packages/elements/dist/locales/*.js', { eager: true })).map((path) =>
    path.replace(/^.*\/|\.js$/g, ''),
  ),
];

/** A language in its own words, or in English where the browser does not know it. */
const nameOf = (language: string): string =>
  Intl.DisplayNames.supportedLocalesOf(language).length
    ? (new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language)
    : (new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language);

const isRightToLeft = (language: string): boolean => new Intl.Locale(language).maximize().script === 'Arab';

/** A toolbar menu. */
const menu = (title: string, icon: string, items: { value: string; title: string }[]) => ({
  toolbar: { title, icon, items, dynamicTitle: true },
});

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    scheme: menu('Color scheme', 'mirror', [
      { value: 'light', title: 'Light' },
      { value: 'dark', title: 'Dark' },
    ]),
    lang: menu(
      'Language',
      'globe',
      languages.map((value) => ({ value, title: nameOf(value) })),
    ),
    brand: menu('Brand', 'paintbrush', [
      { value: '', title: 'Default brand' },
      { value: '#7a3b69', title: 'Plum' },
      { value: '#0b5fff', title: 'Bright blue' },
      { value: '#ffd400', title: 'Yellow' },
      { value: '#888888', title: 'Gray' },
    ]),
  },
  initialGlobals: { scheme: 'light', lang: 'en', brand: '' },
  decorators: [
    (story, { globals }) => {
      const { documentElement } = document;
      documentElement.lang = String(globals['lang']);
      documentElement.dir = isRightToLeft(documentElement.lang) ? 'rtl' : 'ltr';
      documentElement.style.colorScheme = String(globals['scheme']);
      documentElement.style.setProperty('--haven-brand', String(globals['brand']) || 'initial');
      return story();
    },
  ],
  parameters: {
    controls: { expanded: true, sort: 'requiredFirst' },
    // Shows violations as errors.
    a11y: { test: 'error' },
    options: { storySort: { order: ['Welcome', 'Widgets', 'Design system'] } },
  },
};

export default preview;
