/** Points modules at the built files, and leaves out what nobody outside can use. */
const publicSurface = {
  name: 'public-surface',
  packageLinkPhase({ customElementsManifest }) {
    const built = (path) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
    // The analyzer takes what a constructor sets on its shadow root for a member.
    const hidden = ({ name = '#', privacy }) =>
      name.startsWith('#') || privacy === 'private' || privacy === 'protected' || name === 'adoptedStyleSheets';
    for (const module of customElementsManifest.modules) {
      module.path = built(module.path);
      for (const { declaration } of module.exports ?? [])
        if (declaration?.module) declaration.module = built(declaration.module);
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter((member) => !hidden(member));
        // The analyzer takes the argument of an event's constructor for its name.
        declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('haven-'));
        for (const item of [...(declaration.members ?? []), ...(declaration.attributes ?? [])])
          if (item.inheritedFrom?.module) item.inheritedFrom.module = built(item.inheritedFrom.module);
        if (declaration.superclass?.module) declaration.superclass.module = built(declaration.superclass.module);
      }
    }
  },
};

/** What editors, Storybook and the documentation read; written next to the built modules and packed with them. */
export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [publicSurface],
};
