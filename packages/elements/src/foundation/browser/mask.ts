/** Classes and attributes that tell session recorders to ignore an element. */
const recorderMarks = {
  classes: ['ph-no-capture', 'sentry-block', 'fs-exclude'],
  attributes: ['data-hj-suppress', 'data-clarity-mask'],
};

/** Keeps what a person types into an element out of session recordings, if the recorder respects these marks. */
export function maskFromRecorders(element: Element): void {
  element.classList.add(...recorderMarks.classes);
  for (const name of recorderMarks.attributes) element.setAttribute(name, 'true');
}
