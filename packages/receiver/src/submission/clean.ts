/** Fields whose line breaks are kept. */
const multiline = new Set(['times', 'message', 'text', 'consentText']);

/** Characters that are never visible, such as U+200B. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A text as it is stored: trimmed, with single spaces, in Unicode normalization form C (systems write `é` in two ways).
 * Control characters are removed, because PostgreSQL cannot store U+0000. A lone surrogate, half of an emoji that a program
 * has cut, becomes U+FFFD, because UTF-8 cannot encode it. A text without a visible character is empty. An email address also
 * loses invisible characters, which copying may add and which no mail server accepts.
 *
 * @param key - the name of the field
 */
export function clean(text: string, key: string): string {
  const cleaned = text
    .replace(/[^\P{Cc}\s]/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(multiline.has(key) ? /[^\S\n]+/g : /\s+/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize()
    .trim();
  const visible = cleaned.replace(invisible, '').trim();
  return key === 'email' || !visible ? visible : cleaned;
}
