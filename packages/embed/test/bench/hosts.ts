/** Every host of the bench: the site builders, and pages with one hostile thing each. */
import { framedBuilders } from './framed-builders.ts';
import type { Host } from './host.ts';
import { inlineBuilders, plainPage } from './inline-builders.ts';
import { browserFeatures } from './browser-features.ts';
import { policies } from './policies.ts';
import { scripts } from './scripts.ts';
import { styles } from './styles.ts';
import { wix } from './wix.ts';
import { wordpress } from './wordpress.ts';

/** In the order of the documentation. */
export const builders: readonly Host[] = [...wix, ...wordpress, ...inlineBuilders, ...framedBuilders, plainPage];
export const conditions: readonly Host[] = [...policies, ...styles, ...scripts, ...browserFeatures];
export const hosts: readonly Host[] = [...builders, ...conditions];
