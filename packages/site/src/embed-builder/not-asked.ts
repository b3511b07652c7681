/** Settings without a question, and why. */
export const notAsked: Readonly<Record<string, string>> = {
  lang: 'It is asked once for the site.',
  brand: 'It is asked once for the site.',
  colorScheme: 'A frame follows the answer about the site.',
  dir: 'It follows from the language.',
  now: 'It is for tests.',
  for: 'It needs the id of another element on the page.',
  hash: 'It needs a page of its own.',
  step: 'Visitors begin at home.',
  prompt: 'Visitors begin with the first question.',
  employee: 'The clinician is asked for. Several are written in JSON.',
  openingHoursSpecification: 'The text with the hours says the same.',
};
