/** The browser file sets `window.axe` and exports nothing. */
declare module 'axe-core/axe.min.js' {}
