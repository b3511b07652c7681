import { intervals, type Room } from '../reserved-room.js';
import type { Form } from '../snippet/forms.js';
import { builderOf, type BuilderId } from './builders.js';

/** How tall a box for a widget has to be, in CSS pixels. */
export interface BoxHeight {
  /** In a phone's width. */
  readonly phone: number;
  readonly computer: number;
}

const widths = { phone: 390, computer: 900 };

/** In pixels, at both sides together: the margin of a page in a box, and the padding of a framed page. */
const boxMargin = 16;
const framePadding = 8;

/**
 * How tall the box has to be that a site owner draws in a builder; `undefined` where nobody enters a height.
 *
 * @param fontSize - of the page's text in pixels. A frame has the browser's own.
 */
export function boxHeight(builder: BuilderId, form: Form, room: Room, fontSize = 16): BoxHeight | undefined {
  const { fixedHeight, takes, runsIn } = builderOf(builder);
  if (!fixedHeight && takes !== 'address') return undefined;
  const around = (runsIn === 'page' ? 0 : boxMargin) + (form === 'frame' ? framePadding : 0);
  const size = runsIn === 'page' && form !== 'frame' ? fontSize : 16;
  const all = intervals(room);
  const heightAt = (width: number): number => {
    const need = all.findLast((each) => each.width <= (width - around) / size) ?? all[0];
    return need ? Math.ceil((Math.max(need.mouse, need.touch) * size + around) / 10) * 10 : 0;
  };
  return { phone: heightAt(widths.phone), computer: heightAt(widths.computer) };
}
