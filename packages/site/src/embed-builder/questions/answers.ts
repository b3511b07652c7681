import type { RawConfiguration } from '@havenkit/elements/foundation';
import { withClinicianList, withShortClinician } from './clinicians.js';
import { withIds } from './ids.js';

/** The answers that the page shows for a configuration from a snippet, a page or an address. */
export const toAnswers = (widget: string, configuration: RawConfiguration): RawConfiguration =>
  withIds(widget, widget === 'contact-card' ? withClinicianList(configuration) : configuration);

/** The configuration that answers make, in its simplest form. */
export const toConfiguration = (widget: string, answers: RawConfiguration): RawConfiguration =>
  widget === 'contact-card' ? withShortClinician(answers) : answers;
