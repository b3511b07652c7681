/** Style sheets that the builder puts on the page. */
declare module '*.css';
