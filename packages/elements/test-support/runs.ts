/**
 * How often a property test runs: `count` times in `npm run test:thorough`, and a twentieth of that, at least 25 times, in
 * `npm test`. Each run has new random inputs, and a failure reports the seed that repeats it.
 */
export const runs = (count: number): number => (process.env.THOROUGH ? count : Math.max(25, Math.ceil(count / 20)));
