import { html, nothing, type TemplateResult } from 'lit';
import { localizedStrings } from '../foundation/localization/strings.js';
import { fallbackHeading, type DefaultWords, type Fallback } from '../foundation/views/fallback.js';
import { en, type CircleDiagramStrings } from './locales/en.js';
import { parseCircle, type Stop } from './model/circle.js';

const stringsIn = (language: string): CircleDiagramStrings =>
  localizedStrings<CircleDiagramStrings>(language, 'circle-diagram', en);

/** The words of the default circle. */
export const defaultWords: DefaultWords = (language) => ({ ...stringsIn(language).circle });

/** The circle without a script: every step with its text, in order. */
export const fallback: Fallback = (raw, { reading, language, level }) => {
  const strings = stringsIn(language);
  const { title, summary, base, arcs, attribution, named } = parseCircle(raw, reading, strings.circle);
  const stopView = ({ label, text, try: tip }: Stop): TemplateResult =>
    html`<li>
      <b>${label}</b>
      <p>${text}</p>
      ${tip ? html`<p><b>${strings.tryThis}</b> ${tip}</p>` : nothing}
    </li>`;
  const [out] = arcs;
  // Our own says, in a second sentence, how to choose a step. Here all of them are shown.
  const introduction = summary === strings.circle.summary ? summary?.replace(/(?<=\.) .*/, '') : summary;
  return html`
    ${fallbackHeading(level, title)} ${introduction ? html`<p>${introduction}</p>` : nothing}
    ${fallbackHeading(level + 1, base.label)}
    <p>${base.text}</p>
    ${arcs.map(
      ({ label, text, stops }, index) => html`
        ${fallbackHeading(level + 1, label)} ${text ? html`<p>${text}</p>` : nothing}
        <ol start=${index ? out.stops.length + 1 : nothing}>
          ${stops.map(stopView)}
        </ol>
      `,
    )}
    ${attribution ? html`<p>${attribution}</p>` : nothing} ${named ? html`<p>${strings.notAffiliated}</p>` : nothing}
  `;
};
