import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { atEnd } from './cleanup.js';

/**
 * Presses real keys, one after another, in all three engines.
 *
 * @param keys - names as in `KeyboardEvent.key` (`Tab`, `Enter`, `ArrowDown`, `Escape`, `a`), `Space`, and
 *   combinations such as `Shift+Tab`
 */
export async function press(...keys: string[]): Promise<void> {
  for (const combination of keys) {
    const held = combination.split(/(?<=.)\+/);
    const key = held.pop()!;
    for (const modifier of held) await sendKeys({ down: modifier });
    // Firefox accepts the space bar only as a character.
    await sendKeys({ press: key === 'Space' ? ' ' : key });
    for (const modifier of held.reverse()) await sendKeys({ up: modifier });
  }
}

/** Types a text with real keys into the focused element: letters, digits, punctuation and spaces. */
export const type = (text: string): Promise<void> => sendKeys({ type: text });

/** Clicks the middle of an element with the real pointer, after scrolling it into view. */
export async function click(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  atEnd(() => sendMouse({ type: 'move', position: [0, 0] }));
}

/** The focused element, even inside open shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/**
 * Finds a link, button, summary or text area in an element's shadow root by its accessible name.
 *
 * @throws if there is none
 */
export function control(element: Element, name: string): HTMLElement {
  const found = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('a, button, summary, textarea') ?? [])].find(
    (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent).replace(/\s+/g, ' ').trim() === name,
  );
  if (!found) throw new Error(`There is no control called "${name}".`);
  return found;
}
