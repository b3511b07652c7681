/** Answers that can be undone. Changes of the same answer, one after the other, are undone together. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What changed last. */
  readonly topic: string;
}

export const startHistory = <State>(present: State): History<State> => ({ past: [], present, future: [], topic: '' });

/** @param topic - what changes, such as the path of an answer */
export const change = <State>(
  { past, present, topic: last }: History<State>,
  next: State,
  topic: string,
): History<State> => ({
  past: topic && topic === last ? past : [...past, present],
  present: next,
  future: [],
  topic,
});

export function undo<State>(history: History<State>): History<State> {
  const { past, present, future } = history;
  const previous = past.at(-1);
  return previous === undefined
    ? history
    : { past: past.slice(0, -1), present: previous, future: [present, ...future], topic: '' };
}

export function redo<State>(history: History<State>): History<State> {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  return next === undefined ? history : { past: [...past, present], present: next, future: rest, topic: '' };
}
