/** Spanish labels and announcements by the English ones, for stories that act on a widget in the toolbar's language. */
const spanish: Readonly<Record<string, string>> = {
  'Your name': 'Su nombre',
  'One-on-one': 'De manera individual',
  'Email me': 'Por correo electrónico',
  'Email address': 'Correo electrónico',
  'I agree': 'Acepto',
  'Sign up': 'Inscribirse',
  'Your thoughts': 'Sus pensamientos',
  Done: 'Listo',
  'Clear what I wrote': 'Borrar lo escrito',
  'Save on this device': 'Guardar en este dispositivo',
  'Save without password': 'Guardar sin contraseña',
  'Save with password': 'Guardar con contraseña',
  'Saved on this device.': 'Guardado en este dispositivo.',
  'Saved notes': 'Notas guardadas',
  'Manage saved notes': 'Administrar notas guardadas',
  'Download all as text': 'Descargar todo como texto',
  Edit: 'Editar',
  'Save changes': 'Guardar cambios',
  'New password': 'Contraseña nueva',
  'Confirm new password': 'Confirme la contraseña nueva',
  'Set a password': 'Poner contraseña',
  'Password set. You need it to open your notes from now on. Saved on this device.':
    'Contraseña puesta. Desde ahora la necesita para abrir sus notas. Guardado en este dispositivo.',
  'Lock now': 'Bloquear ahora',
  Unlock: 'Desbloquear',
};

/** @returns a text of a widget in the language of the page */
export const inPageLanguage = (text: string): string =>
  (document.documentElement.lang === 'es' ? spanish[text] : undefined) ?? text;
