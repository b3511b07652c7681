import { html, nothing } from 'lit';
import { crisisFallback } from '../foundation/crisis/fallback.js';
import { text } from '../foundation/configuration/readers.js';
import { localizedStrings } from '../foundation/localization/strings.js';
import { fallbackHeading, type DefaultWords, type Fallback } from '../foundation/views/fallback.js';
import { en, type ReflectionPromptStrings } from './locales/en.js';
import { defaultPrompts, parsePrompts } from './model/prompts.js';

const stringsIn = (language: string): ReflectionPromptStrings =>
  localizedStrings<ReflectionPromptStrings>(language, 'reflection-prompt', en);

/** The heading and the questions that are shown without a configuration. */
export const defaultWords: DefaultWords = (language) => {
  const { title, prompts } = stringsIn(language);
  return { title, prompts: defaultPrompts(prompts) };
};

/** The prompt without a script: one question to think about. A field would promise that something happens to the text. */
export const fallback: Fallback = (raw, { reading, language, level }) => {
  const strings = stringsIn(language);
  const { prompt: id, ...configuration } = raw;
  const standard = { title: strings.title, prompts: defaultPrompts(strings.prompts) };
  const { title, prompts, crisis, privacyUrl } = parsePrompts(configuration, reading, standard);
  const chosen = text(id, 'prompt', reading);
  const prompt = prompts.find((each) => each.id === chosen) ?? prompts[0];
  return html`
    ${fallbackHeading(level, title)}
    <blockquote>
      <p>${prompt?.text}</p>
      ${prompt?.hint ? html`<p>${prompt.hint}</p>` : nothing}
    </blockquote>
    ${privacyUrl ? html`<p><a href=${privacyUrl}>${strings.limitsMore}</a></p>` : nothing}
    ${crisisFallback(crisis, strings.help, level + 1)}
  `;
};
