import { type SignupRow } from '../../database/tables.js';

/** Characters that turn the direction of the text after them. A right-to-left name needs none of them. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Marks above and below a letter. Written in dozens, they cover the lines around it. No script needs more than four. */
const piles = /(\p{M}{4})\p{M}+/gu;

/** A text as it is shown in a line of its own. It can neither turn nor cover what stands around it. */
export const lineOf = (text: string): string => text.replace(directions, '').replace(piles, '$1') || text;

/** A name as it is shown, so that it cannot hide who a button is about. */
export const nameOf = ({ name }: Pick<SignupRow, 'name'>): string => lineOf(name);
