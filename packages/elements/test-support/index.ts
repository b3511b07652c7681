/**
 * Helpers for tests in a real browser, the same in all three engines. Their changes to the page are undone when the test
 * ends.
 */
export { expectAccessible, findViolations } from './accessibility.js';
export { atEnd, painted, until } from './cleanup.js';
export { failing, faulty, withoutList, type Step } from './faulty-indexed-db.js';
export { click, control, focused, press, type } from './input.js';
export { pageWith, type TestPage } from './page.js';
export { readingEaseInSpanish, readingGrade } from '../src/reading-grade/reading-grade.js';
export { runs } from './runs.js';
export { applyCss, atWidth, findOverflow, hostileCss, rightToLeft, textSpacing } from './style.js';
export { traces, type Traces } from './traces.js';
export { translate } from './translate.js';
