/** Makes a text area as tall as what is in it. */
export function fitHeight(area: HTMLTextAreaElement): void {
  const field = area.parentElement as HTMLElement;
  // To ask for a height costs a layout. The page, held as tall as it is, does not scroll meanwhile.
  if (area.value) field.style.blockSize = `${field.offsetHeight}px`;
  area.style.blockSize = '';
  if (area.value) area.style.blockSize = `${area.scrollHeight + 2}px`;
  field.style.blockSize = '';
}
