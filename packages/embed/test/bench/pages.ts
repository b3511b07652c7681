/** Parts that the pages of several hosts have. */

/** A page of a host. */
export const pageOf = (body: string, head = '', doctype = '<!doctype html>'): string =>
  `${doctype}<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Practice</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** A frame of a builder, in a box that somebody drew in its editor. */
export const frame = (attributes: string, height = 640): string =>
  `<iframe title="Embedded code" name="embedded" width="100%" height="${height}" ${attributes}></iframe>`;

/** A text in a double-quoted attribute. */
export const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A script of a host's own. */
export const inline = (code: string): string => `<script>${code}</script>`;

/** What the browser says about every frame that has these two permissions. */
export const sandboxWarning = /allow-scripts and allow-same-origin for its sandbox attribute/;
