import { isObject, type Problem } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { defaultWords } from 'havenkit:fallbacks';
import { html, nothing, type TemplateResult } from 'lit';
import type { State } from '../state.js';
import { inWords } from '../words/problem-words.js';
import { strings } from '../words/strings.js';
import type { Answers } from './field.view.js';
import { questionView } from './question.view.js';
import { questionsAbout, type Question } from './schema.js';
import { stopsOf } from './stops.js';
import type { Path } from './values.js';

/** Settings that most sites need, and that have to be answered. The others are folded away. */
const usual = new Set([
  ...['name', 'employee', 'telephone', 'email', 'openingHours', 'timeZone', 'responseTime'],
  ...['specialOpeningHoursSpecification', 'availableLanguage', 'accepting', 'description'],
  ...['provider', 'hasCourseInstance', 'adapter', 'endpoint', 'privacyUrl', 'keeps'],
  ...['title', 'summary', 'prompts', 'base', 'arcs', 'crisis', 'crisisReason'],
]);

const isUsual = ({ key, required }: Question): boolean => required || usual.has(key);

/** A reason is only asked for when it is shown. */
const isNeeded = ({ key }: Question, configuration: RawConfiguration): boolean =>
  key !== 'crisisReason' || configuration['crisis'] === 'none' || key in configuration;

/** A path as the problems of a configuration have it: `hasCourseInstance[0].startDate`. */
const written = (path: Path): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index ? `.${key}` : key)).join('');

/** A widget shows words of its own. Whoever changes one of them need not write all of them. */
function wordsView(widget: string, { configuration, language, answer }: Answers): TemplateResult | typeof nothing {
  const words = defaultWords[widget]?.(language);
  const known = isObject(configuration) ? configuration : {};
  if (!words || Object.keys(words).every((key) => key in known)) return nothing;
  return html`<p class="hint">${strings.ownWords}</p>
    <p>
      <button
        type="button"
        @click=${({ target }: Event) => {
          const section = (target as HTMLElement).closest('section');
          answer([], { ...words, ...known });
          // The button is gone then.
          requestAnimationFrame(() => section?.querySelector<HTMLElement>('input, textarea')?.focus());
        }}
      >
        ${strings.startFromWords}
      </button>
    </p>`;
}

/** What the questions need besides the answers. */
export interface QuestionsOptions extends Pick<Answers, 'answer' | 'additions' | 'announce' | 'begin'> {
  /** What is wrong with the answers. */
  readonly problems: readonly Problem[];
  /** What follows the question about the endpoint. */
  readonly endpointView?: TemplateResult | typeof nothing;
  /** Whether a question is asked here. Default: all are. */
  readonly isAsked?: (question: Question) => boolean;
}

/** The questions about the chosen widget. */
export function questionsView(
  state: State,
  { problems, answer, additions, announce, begin, endpointView = nothing, isAsked = () => true }: QuestionsOptions,
): TemplateResult {
  const { widget, configurations, language } = state;
  const answers: Answers = {
    configuration: configurations[widget] ?? {},
    language,
    answer,
    problemAt: (path) => {
      const problem = problems.find((each) => each.path === written(path));
      return problem && inWords(problem.text);
    },
    within: [],
    additions,
    stops: stopsOf(state),
    announce,
    begin,
  };
  const all = questionsAbout(widget).filter(
    (question) => isAsked(question) && isNeeded(question, configurations[widget] ?? {}),
  );
  const view = (question: Question): TemplateResult =>
    html`${questionView(question, [question.key], answers)} ${question.key === 'endpoint' ? endpointView : nothing}`;
  const more = all.filter((question) => !isUsual(question));
  return html`<section>
    <h2>${strings.questionsTitle}</h2>
    ${wordsView(widget, answers)} ${all.filter(isUsual).map(view)}
    ${
      more.length
        ? html`<details>
            <summary>${strings.more}</summary>
            ${more.map(view)}
          </details>`
        : nothing
    }
  </section>`;
}
