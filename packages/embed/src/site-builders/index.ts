/** What a page needs to give a site owner the steps and the code for her site builder. */
export type { BoxHeight } from './box-height.js';
export { builders, formsOf, reasonAgainst, type BuilderId } from './builders.js';
export { delivery, type Delivery, type DeliveryOptions, type Localized, type Piece } from './delivery.js';
export { steps, texts, type Instructions, type StepsOptions, type TextLanguage } from './steps.js';
export type { BuilderTexts, Hint, PieceId, Reason, Texts } from './texts.js';
