import { en, type Strings } from './strings.en.js';
import { es } from './strings.es.js';

/** The words of the page, in its language. */
export const strings: Strings = document.documentElement.lang === 'es' ? es : en;
