/// <reference types="vite/types/importMeta.d.ts" />

/** Style sheets that the builder puts on the page. */
declare module '*.css';
