/**
 * The protocol between a framed widget and the page around it, version 1. Every message is `{ type, version: 1 }`:
 *
 * - `havenkit:ready`, from the frame to any page: there is a widget. It says nothing else.
 * - `havenkit:hello`, from the page to the frame: the page will follow its height. Only then does the frame tell it.
 * - `havenkit:height`, from the frame to the page that said hello: `height`, an integer in CSS pixels. It changes in steps, so that
 *   it says little about what is on the screen.
 */
interface Message {
  readonly type: `havenkit:${'ready' | 'hello' | 'height'}`;
  readonly version: 1;
}

/** Steps in which heights change, and the minimum and the maximum, in CSS pixels. A taller frame scrolls. */
export const heights = { step: 16, min: 64, max: 16_000 } as const;

/** Makes a message. */
export const message = (type: 'ready' | 'hello'): Message => ({ type: `havenkit:${type}`, version: 1 });

/** Whether data from another window is a message of a type. */
export const isMessage = (data: unknown, type: 'ready' | 'hello' | 'height'): data is Message =>
  (data as Message | null)?.type === `havenkit:${type}` && (data as Message).version === 1;

/** Makes the message that tells a height. */
export const heightMessage = (height: number): Message & { readonly height: number } => ({
  type: 'havenkit:height',
  version: 1,
  height: Math.min(Math.max(Math.ceil(height / heights.step) * heights.step, heights.min), heights.max),
});

/** The height of a message, or `undefined` when it is not one that a frame of ours sends. */
export function heightOf(data: unknown): number | undefined {
  if (!isMessage(data, 'height')) return undefined;
  const { height } = data as { height?: unknown };
  const isValid =
    Number.isInteger(height) &&
    (height as number) % heights.step === 0 &&
    (height as number) >= heights.min &&
    (height as number) <= heights.max;
  return isValid ? (height as number) : undefined;
}
