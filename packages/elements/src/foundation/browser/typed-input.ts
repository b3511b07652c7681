type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controls = (root: ParentNode): readonly Control[] => [
  ...root.querySelectorAll<Control>('input, select, textarea'),
];

/** Identifies a control, also after its form has been rendered anew. */
const keyOf = ({ id, name, type, value }: Control): string => [id, name, type === 'radio' && value].join();

/** Renders a tree from scratch, and puts what a person has typed and chosen into its new controls. */
export function keepInput(root: ParentNode, render: () => void): void {
  const before = new Map(controls(root).map((control) => [keyOf(control), control]));
  render();
  for (const control of controls(root)) {
    const { value, checked } = (before.get(keyOf(control)) ?? control) as HTMLInputElement;
    Object.assign(control, { value, checked });
  }
}
