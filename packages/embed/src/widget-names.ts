import schemas from '@havenkit/elements/schemas.json' with { type: 'json' };

const all = schemas as unknown as Readonly<Record<string, { readonly title?: string } | undefined>>;

/** What a widget is called, such as "Contact card". One that does not exist is called as its tag. */
export const nameOf = (widget: string): string => all[widget]?.title ?? `haven-${widget}`;

/** The names in Spanish, by those in English. */
export const spanishNames: Readonly<Record<string, string>> = {
  'Contact card': 'Tarjeta de contacto',
  'Circle diagram': 'Círculo',
  'Reflection prompt': 'Preguntas para pensar',
  'Sign-up form': 'Formulario de inscripción',
};
