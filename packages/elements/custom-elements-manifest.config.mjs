/** Every public `declare` field of an element is a reactive property that an attribute mirrors: see `settingProperties`. */
const mirroredProperties = {
  name: 'mirrored-properties',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const element = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
    const declared = node.members
      .filter((member) => member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword))
      .map((member) => member.name.getText());
    for (const member of element?.members ?? []) {
      if (!declared.includes(member.name) || member.privacy || member.static) continue;
      member.attribute = member.name.replace(/[A-Z]/g, '-$&').toLowerCase();
      const { name: fieldName, attribute: name, description, type } = member;
      const others = element.attributes?.filter((attribute) => attribute.name !== name) ?? [];
      element.attributes = [...others, { name, fieldName, description, type }];
    }
  },
};

/** Points modules at the built files, and leaves out what is not public. */
const publicSurface = {
  name: 'public-surface',
  packageLinkPhase({ customElementsManifest }) {
    const built = (path) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
    const hidden = ({ name = '#', privacy }) =>
      name.startsWith('#') || privacy === 'private' || privacy === 'protected';
    for (const module of customElementsManifest.modules) {
      module.path = built(module.path);
      for (const { declaration } of module.exports ?? [])
        if (declaration?.module) declaration.module = built(declaration.module);
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter((member) => !hidden(member));
        for (const attribute of declaration.attributes ?? []) {
          // An absent attribute is `null` as a property; `lang` and `dir` are HTML's own properties.
          attribute.fieldName ??= attribute.name;
          if (declaration.members.find(({ name }) => name === attribute.fieldName)?.reflects) attribute.reflects = true;
          attribute.type.text = attribute.type.text.replace(/ \| (null|undefined)\b/g, '');
        }
        // The analyzer takes the argument of an event's constructor for its name.
        declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('haven-'));
        for (const item of [...(declaration.members ?? []), ...(declaration.attributes ?? [])])
          if (item.inheritedFrom?.module) item.inheritedFrom.module = built(item.inheritedFrom.module);
        if (declaration.superclass?.module) declaration.superclass.module = built(declaration.superclass.module);
      }
    }
  },
};

/** What editors, Storybook and the documentation read. It is written next to the built modules and published with them. */
export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/test/**'],
  outdir: 'dist',
  litelement: true,
  plugins: [mirroredProperties, publicSurface],
};
