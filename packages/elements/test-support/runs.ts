/**
 * How often a property test of a pure module runs: all `count` times in Chromium, and a tenth of that in the other engines. They
 * need to show only that their built-ins behave the same; the inputs exercise our code, which is the same in each.
 */
export const runs = (count: number): number =>
  navigator.userAgent.includes('Chrome/') ? count : Math.ceil(count / 10);
