/** Classes and attributes that tell session recorders to leave an element out. */
const recorderMarks = {
  classes: ['ph-no-capture', 'sentry-block', 'fs-exclude'],
  attributes: ['data-hj-suppress', 'data-clarity-mask'],
};

/** Keeps what a person writes in an element out of session recordings, as far as recorders respect their marks. */
export function maskFromRecorders(element: Element): void {
  element.classList.add(...recorderMarks.classes);
  for (const name of recorderMarks.attributes) element.setAttribute(name, 'true');
}
