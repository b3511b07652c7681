import { type SignupRow } from '../../database/tables.js';

/** Characters that turn the direction of the text after them. A right-to-left name needs none of them. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A name as it is shown. A direction in it cannot turn the words around it, and so hide who a button is about. */
export const nameOf = ({ name }: Pick<SignupRow, 'name'>): string => name.replace(directions, '') || name;
