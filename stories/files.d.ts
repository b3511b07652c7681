/// <reference types="vite/types/importMeta.d.ts" />

/** Style sheets that the builder puts on the page. */
declare module '*.css';

/** A file as text. */
declare module '*?raw' {
  const text: string;
  export default text;
}
