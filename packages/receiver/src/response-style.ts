/** The style sheet of the page that a person sees after sending a native form. It sets no font: the page uses the system's. */
export const style = `:root {
  color-scheme: light dark;
}
body {
  margin: 0;
  background: light-dark(#fbf9f5, #161a19);
  color: light-dark(#232a28, #e6e9e7);
  font: 1.0625rem/1.5 system-ui, sans-serif;
}
main,
footer {
  max-inline-size: 34rem;
  margin-inline: auto;
  padding: 2rem clamp(1rem, 5vw, 2rem);
}
h1 {
  margin-block: 0 1.25rem;
  font-size: 1.73em;
  font-weight: 600;
  line-height: 1.2;
  text-wrap: balance;
}
p,
ul {
  margin-block: 0 1rem;
  text-wrap: pretty;
}
ul {
  padding-inline-start: 1.25rem;
}
main {
  margin-block-start: clamp(0rem, 8vh, 4rem);
}
.notice {
  padding-inline-start: 1.25rem;
  border-inline-start: 3px solid;
}
.success {
  border-color: light-dark(#156653, #7fcbb5);
}
.success h1::before {
  content: '✓ ' / '';
  color: light-dark(#156653, #7fcbb5);
}
.problem {
  border-color: light-dark(#9b1c1c, #f2a9a2);
}
strong {
  font-size: 1.2em;
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
}
a {
  color: light-dark(#156653, #7fcbb5);
}
p > a {
  display: inline-block;
  min-block-size: 44px;
  line-height: 44px;
}
:focus-visible {
  outline: 3px solid;
  outline-offset: 2px;
}
footer {
  padding-block-start: 0;
}
footer p,
.owner {
  padding-block-start: 1rem;
  border-block-start: 1px solid light-dark(#ddd8cd, #333a38);
  color: light-dark(#57605d, #a9b2af);
  font-size: 0.9375rem;
}
`;

/** The style sheet as a source of a Content Security Policy. A change of the sheet changes the hash, which a test prints. */
export const styleSource = "'sha256-P6wKs04WrGdIDrjCpwZGLCs9XnYdRhObMc8O7EYG/l4='";
