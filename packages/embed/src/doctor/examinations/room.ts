import { notice, type Finding } from '../finding.js';
import { nodeOf, widgetsOf, type Scene } from '../scene.js';

/** Room in pixels that may stay empty: about one line of text. */
const tolerance = 24;

/** Where what a widget shows ends, in pixels. */
const bottomOf = ({ children }: ShadowRoot): number =>
  Math.max(...[...children].map((child) => child.getBoundingClientRect().bottom));

/** Which widgets have more room reserved by their snippet than they need. */
export function examineRoom(scene: Scene): Finding[] {
  return widgetsOf(scene).flatMap((embedded) => {
    const host = nodeOf(scene, embedded);
    // The loader's placeholder has the room, and not the widget in it.
    const place = host?.closest('[data-haven]') ?? host;
    if (!host?.shadowRoot || !place) return [];
    const { fontSize, fontFamily } = getComputedStyle(place);
    const empty = place.getBoundingClientRect().bottom - bottomOf(host.shadowRoot);
    const isReserved = getComputedStyle(place).getPropertyValue('--havenkit-room') !== '';
    return isReserved && empty > tolerance
      ? [notice((texts) => texts.emptyRoom(embedded.widget, Math.round(empty)), { code: `${fontSize} ${fontFamily}` })]
      : [];
  });
}
