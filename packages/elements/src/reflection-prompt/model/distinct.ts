/** Makes labels distinct: a label that was there before gets a number. `a, b, a` becomes `a, b, a (2)`. */
export function distinct(labels: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return labels.map((label) => {
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    return count > 1 ? `${label} (${count})` : label;
  });
}
