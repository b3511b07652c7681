/** The words of reading a snippet, a page or an address, in English. */
export const reading = {
  read: 'Start from your page, or edit a snippet',
  readHint:
    'Paste a snippet to edit its settings. Or paste the source of your page: the card takes the name, number, hours and address from it.',
  readLabel: 'Snippet or page source',
  readButton: 'Read it',
  readDone: (widgets: string) => `Loaded: ${widgets}.`,
  readFacts: (settings: string) => `Found on your page: ${settings}. Check them.`,
  readKnown: 'Everything we found on your page has an answer already.',
  readNothing: 'We found no widget and no contact details. Copy everything, from the first < to the last >.',
  reading: 'Reading …',
  readEmpty: 'Paste a snippet or the source of your page first.',
  readDamaged: (widgets: string) => `We could not read the settings of ${widgets}: copy the whole snippet again.`,
  readCut: (widgets: string) =>
    `The snippet for ${widgets} is cut off. We used the part that is there. Copy all of it, or answer the rest again.`,
  readCutEarly: (widgets: string) =>
    `The snippet for ${widgets} is cut off before its settings. Copy all of it, from the first < to the last >.`,
  readCutAll: 'This snippet is cut off: its widget is missing. Copy all of it, from the first < to the last >.',
  readUnknown: (settings: string) => `These settings are not known: ${settings}.`,
  didYouMean: (name: string, similar: string) => `${name} (did you mean ${similar}?)`,
  someFrame: 'the frame',
  readTooLong: 'This text is longer than any page. Paste only your snippet, or the source of one page.',
  readTooDeep: 'This text is nested deeper than any page. Copy your snippet or the source of your page again.',
  readBrokenData: 'Your page also has data for search engines (JSON-LD), but it is damaged, so we could not use it.',
  addressUnread:
    'The address of this page is incomplete, so your answers could not be read. Open your bookmark again, or paste your snippet.',
  addressPartlyUnread:
    'The address of this page is incomplete, so some of your answers could not be read. Open your bookmark again, or paste your snippet.',
};
