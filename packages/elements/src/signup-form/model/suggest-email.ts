const commonDomains = ['gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'icloud.com', 'aol.com', 'comcast.net'];

/** Whether one slip turns one text into the other: a letter left out, added or replaced, or two letters swapped. */
function differsByOneSlip(first: string, second: string): boolean {
  let same = 0;
  while (first[same] && first[same] === second[same]) same++;
  const [typed, meant] = [first.slice(same), second.slice(same)];
  const [letter = '', next = '', ...rest] = typed;
  return [
    next + letter + rest.join(''),
    meant.slice(0, 1) + typed,
    meant.slice(0, 1) + typed.slice(1),
    typed.slice(1),
  ].includes(meant);
}

/**
 * The address that was probably meant where the domain has a likely slip. It is a suggestion: the address may be right.
 *
 * @returns `undefined` if nothing is likely
 */
export function suggestEmail(email: string): string | undefined {
  const [, local, domain = ''] = /^(\S+@)(\S+)$/.exec(email.trim().toLowerCase()) ?? [];
  if (!local || commonDomains.includes(domain)) return undefined;
  const meant = commonDomains.find((common) => differsByOneSlip(common, domain));
  return meant && email.trim().slice(0, local.length) + meant;
}
