/**
 * Offers a file to the browser under the given name. A page never learns whether it was saved: frames, apps and people may
 * forbid downloads, and the browser does not say so. Therefore tell people where to look for it, and what to do otherwise.
 */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Some browsers read the URL only after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
