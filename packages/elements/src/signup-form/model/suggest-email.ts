const commonDomains = ['gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'icloud.com', 'aol.com', 'comcast.net'];

/** Whether one typo turns one text into the other: a missing, added or wrong letter, or two swapped letters. */
function differsByOneTypo(first: string, second: string): boolean {
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
 * The address that was probably meant if the domain has a likely typo. It is a suggestion: the address may be right.
 *
 * @returns `undefined` if there is no likely typo
 */
export function suggestEmail(email: string): string | undefined {
  const [, local, domain = ''] = /^(\S+@)(\S+)$/.exec(email.trim().toLowerCase()) ?? [];
  if (!local || commonDomains.includes(domain)) return undefined;
  const meant = commonDomains.find((common) => differsByOneTypo(common, domain));
  return meant && email.trim().slice(0, local.length) + meant;
}
