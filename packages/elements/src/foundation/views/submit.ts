/**
 * Returns a listener for the `submit` event of a form and for clicks on its submit button. In a frame that forbids forms, `submit`
 * is never dispatched, but pressing Enter in a field clicks the button there, too. Elsewhere the prevented click dispatches no
 * `submit`, so nothing runs twice.
 *
 * @param run - gets the form
 */
export const submitListener =
  (run: (form: HTMLFormElement) => void) =>
  (event: Event): void => {
    event.preventDefault();
    run((event.currentTarget as Element).closest('form') as HTMLFormElement);
  };
