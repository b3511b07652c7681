import { html, nothing, type TemplateResult } from 'lit';
import { languageName, viewerZone } from '../foundation/formats/intl.js';
import type { Localized } from '../foundation/localization/strings.js';
import type { Choice } from './fields.view.js';
import type { SignupFormStrings } from './locales/en.js';
import type { Session } from './model/program.js';
import { sessionTimes } from './model/session-times.js';
import type { Progress } from './model/submission-state.js';

/** A line for each text. The space is for names and descriptions that are made of them. */
const lines = (texts: readonly unknown[]): TemplateResult[] =>
  texts.filter(Boolean).map((text) => html` <span class="more">${text}</span>`);

/** The language of a session, if it is not that of the form. */
function otherLanguage(language: string | undefined, { $locale, inLanguage }: Localized<SignupFormStrings>): string {
  const base = language?.split('-')[0] ?? '';
  return $locale.startsWith(base) ? '' : inLanguage(languageName(base, $locale));
}

/** The name of a session, with the day and the time, and its details: one thing a line. */
function sessionParts(session: Session, strings: Localized<SignupFormStrings>): Pick<Choice, 'label' | 'details'> {
  const { name, language, meetings, online, places } = session;
  const times = sessionTimes(session, viewerZone(), strings);
  return {
    label: html`<strong lang=${language ?? nothing}>${name}</strong>${lines([times?.own])}`,
    details: lines([
      times?.visitor,
      times?.dates,
      meetings.length > 1 && strings.meetings(meetings.length),
      online && strings.online,
      otherLanguage(language, strings),
      places ? strings.places(places) : places === 0 && html`<strong>${strings.fullSession}</strong>`,
    ]),
  };
}

/** The sessions as choices. If the endpoint says that one is full, that overrides the configuration. */
export const sessionChoices = (
  sessions: readonly Session[],
  progress: Progress,
  strings: Localized<SignupFormStrings>,
): Choice[] => [
  ...sessions.map((session) => {
    const isFull = progress.state === 'full' && progress.submission.session === session.id;
    return { value: session.id, ...sessionParts({ ...session, places: isFull ? 0 : session.places }, strings) };
  }),
  { value: 'unsure', label: strings.formatChoices.unsure },
];

/** The session of a sign-up that has arrived, whatever places are left. */
export function sessionView(session: Session, strings: Localized<SignupFormStrings>): TemplateResult {
  const { label, details } = sessionParts({ ...session, places: undefined }, strings);
  return html`<p class="when">${label}${details}</p>`;
}
