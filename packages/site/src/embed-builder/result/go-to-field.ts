/** Fields that a person can answer with, and buttons that add one. */
const controls = 'input, select, textarea, button';

/**
 * Moves the focus to the field of an answer, or to the first one of a group: that with a problem, if there is one. What is folded is
 * opened.
 */
export function goToField(id: string): void {
  const place = document.getElementById(id);
  const field = place?.matches('fieldset')
    ? (place.querySelector<HTMLElement>('[aria-invalid]') ?? place.querySelector<HTMLElement>(controls))
    : place;
  for (let each = field?.closest('details'); each; each = each.parentElement?.closest('details')) each.open = true;
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}
