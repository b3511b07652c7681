type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controls = (root: ParentNode): readonly Control[] => [
  ...root.querySelectorAll<Control>('input, select, textarea'),
];

/** Identifies a control, also after its form has been rendered anew. */
const keyOf = ({ id, name, type, value }: Control): string => [id, name, type === 'radio' && value].join();

/**
 * Remembers what a person has typed and chosen in a tree.
 *
 * @returns puts it into the controls that the tree has then
 */
export function rememberInput(root: ParentNode): () => void {
  const before = new Map(controls(root).map((control) => [keyOf(control), control]));
  return () => {
    for (const control of controls(root)) {
      const { value, checked } = (before.get(keyOf(control)) ?? control) as HTMLInputElement;
      Object.assign(control, { value, checked });
    }
  };
}
