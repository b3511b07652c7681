import { html, type TemplateResult } from 'lit';
import { cityOf, timeZones } from './time-zones.js';

/** The time zones that fields suggest, by city. A page has it once. */
export const zoneList: TemplateResult = html`<datalist id="time-zones">
  ${timeZones.map((zone) => html`<option value=${zone}>${cityOf(zone)}</option>`)}
</datalist>`;
