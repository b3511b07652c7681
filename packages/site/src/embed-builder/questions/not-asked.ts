/** Settings without a question, and why. */
export const notAsked: Readonly<Record<string, string>> = {
  lang: 'It is asked once for the site.',
  brand: 'It is asked once for the site.',
  colorScheme: 'It is asked with the kind of snippet.',
  dir: 'It follows from the language.',
  now: 'It is for tests.',
  for: 'It needs the id of another element on the page.',
  hash: 'It needs a page of its own.',
  step: 'Visitors begin at home.',
  prompt: 'Visitors begin with the first question.',
  'specialOpeningHoursSpecification.dayOfWeek': 'The dates say which days.',
  clinician: 'Clinicians are asked for as a list. A single one becomes this setting.',
  credentials: 'They are asked for with each clinician.',
  openingHoursSpecification: 'The hours of a week say the same. Other ones stay as a page or snippet has them.',
};
