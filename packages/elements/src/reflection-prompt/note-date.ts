import { dateFormat, viewerZone } from '../foundation/formats/intl.js';
import type { Localized } from '../foundation/localization/strings.js';

/** The reader's own day of an ISO 8601 instant, in words. */
export const noteDate = ({ $locale }: Localized<object>, instant: string): string =>
  dateFormat($locale, { dateStyle: 'long' }, viewerZone()).format(new Date(instant));
