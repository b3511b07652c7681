import type { PropertyDeclarations } from 'lit';
import type { Reader } from '../configuration/readers.js';

/** Readers of the settings that a widget accepts as attributes and properties, by property name. */
export type Settings = Readonly<Record<string, Reader<unknown>>>;

/** Name of the attribute of a property: `opening-hours` for `openingHours`. */
export const attributeName = (property: string): string => property.replace(/[A-Z]/g, '-$&').toLowerCase();

/** Declares a reactive property, with its attribute, for every setting. */
export const settingProperties = (settings: Settings): PropertyDeclarations =>
  Object.fromEntries(Object.keys(settings).map((key) => [key, { attribute: attributeName(key) }]));
