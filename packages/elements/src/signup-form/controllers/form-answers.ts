import { fieldNames, type Answers, type FieldName } from '../model/validation.js';

/** Values by field, a text for each choice; also those of fields that are not shown at the moment. */
export type FieldValues = Readonly<Record<string, readonly string[]>>;

const isField = (name: string): name is FieldName => fieldNames.includes(name as FieldName);

/** What somebody has answered, across every change of the form. */
export class FormAnswers {
  values: FieldValues = {};
  /** What the fallback form held before anybody typed in it. */
  #defaults: FieldValues = {};

  /**
   * Reads the fields of a form. A field that is not shown keeps its values.
   *
   * @returns what is answered in fields that are shown
   */
  readFrom(form: HTMLFormElement): Answers {
    const data = new FormData(form);
    const values = { ...this.values };
    const answers: Partial<Record<FieldName, string>> = {};
    for (const { name } of form.elements as Iterable<HTMLInputElement>) {
      if (!isField(name)) continue;
      const texts = (values[name] = data.getAll(name) as string[]);
      if (texts.join('').trim()) answers[name] = texts.join(', ');
    }
    this.values = values;
    return answers;
  }

  /** Takes over the values of the fallback form and resets it, since a browser would restore them for the next visitor. */
  takeOver(fallback: HTMLFormElement): void {
    this.readFrom(fallback);
    const typed = this.values;
    // A control of the page's form may be named `reset`.
    HTMLFormElement.prototype.reset.call(fallback);
    this.readFrom(fallback);
    this.#defaults = this.values;
    this.values = typed;
  }

  /** The values that are not empty, and not defaults of the fallback form. */
  get typed(): FieldValues {
    const typed = Object.entries(this.values).filter(
      ([name, texts]) => `${texts}` && `${texts}` !== `${this.#defaults[name]}`,
    );
    return Object.fromEntries(typed);
  }

  /** Writes the values into the fields of a form. A choice follows its value, wherever it is now. */
  writeTo(form: HTMLFormElement): void {
    for (const input of form.elements as Iterable<HTMLInputElement>) {
      const texts = this.values[input.name];
      if (!texts) continue;
      const [text = ''] = texts;
      if (input.type === 'radio' || input.type === 'checkbox') input.checked = texts.includes(input.value);
      else if (input.value !== text) input.value = text;
    }
  }
}
