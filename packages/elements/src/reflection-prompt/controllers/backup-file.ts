/** Far larger than any backup, and small enough for the memory of a phone. */
const maxSize = 50e6;

/** Text of a file that a person chose. It may be gone by now, or be anything: then the text is empty. */
export const textOf = async (file: File | undefined): Promise<string> =>
  file && file.size < maxSize ? file.text().catch(() => '') : '';
