/** The words of the page that a person sees after sending a native form. */

export interface Messages {
  stored: string;
  waiting: string;
  /** An earlier sign-up is stored under the same id, but not these changes. */
  earlier: string;
  reference: string;
  /** What follows a stored sign-up. */
  next: string;
  /** What follows a sign-up on the waiting list. */
  nextWaiting: string;
  /** The link to the page with the form. */
  page: string;
  /** At least one answer is missing or cannot be used. */
  problem: string;
  failed: string;
  /** The sign-up may have been stored, by this attempt or by an earlier one. */
  unknown: string;
  /** What the form asks for, by field. */
  fields: Record<string, string>;
  check: string;
  /** How to go back without losing the answers, which a link would not bring back. */
  back: string;
  again: string;
  once: string;
  /** The form itself is wrong, which the person cannot fix. */
  broken: string;
  /** By `code` of the response. */
  codes: Record<'mismatch' | 'full' | 'challenge' | 'too-large' | 'not-utf-8', string>;
  /** What the number of the practice is for. */
  call: (telephone: string) => string;
  owner: string;
  /** How the site owner can mend the form, by `code` of the response. */
  repairs: Record<'not-json' | 'not-utf-8' | 'origin' | 'origin-null', string>;
}

export const en: Messages = {
  stored: 'We got your sign-up',
  waiting: 'You are on the waiting list',
  earlier: 'We got your earlier sign-up',
  reference: 'Your reference number:',
  next: 'Keep this number in case you contact us. We will contact you about next steps.',
  nextWaiting: 'Keep this number in case you contact us. We will contact you if a spot opens up.',
  page: 'Go back to the website',
  problem: 'There is a problem',
  failed: 'Your sign-up did not go through',
  unknown: 'We do not know yet if your sign-up arrived',
  fields: {
    name: 'your name',
    telephone: 'your phone number',
    email: 'your email address',
    preferredContact: 'how we should contact you',
    leaveMessage: 'if we can leave a message',
    format: 'how you would like to take part',
    session: 'the group you chose',
    waitingList: 'the waiting list',
    times: 'the times that work for you',
    childAgeBand: 'how old your child is',
    message: 'your message',
    consent: 'the box that lets us keep what you entered',
  },
  check: 'Nothing was saved. Go back and check:',
  back: 'Use the Back button of your browser. Your answers should still be there.',
  again: 'Wait a minute. Then go back and try again, or call us.',
  once: 'Wait a minute. Then go back and send the same answers again: it will count only once. Or call us.',
  broken: 'Something is wrong with this form, not with your answers. Nothing was saved. Call us to sign up.',
  codes: {
    mismatch: 'We have an earlier sign-up from you, but not these changes. Call us to change it.',
    full: 'This group is full. Go back and choose another one, or call us.',
    challenge:
      'This form needs JavaScript to keep out spam. Nothing was saved. Turn on JavaScript, go back, and send it again. Or call us.',
    'too-large': 'Your answers are too long. Nothing was saved. Go back and shorten them, or call us.',
    'not-utf-8':
      'This form cannot send letters such as é, ñ, or ü. Nothing was saved. Go back, write them without accents, and send it again. Or call us.',
  },
  call: (telephone) => `Call ${telephone}`,
  owner: 'For the site owner:',
  repairs: {
    'not-json': 'Remove enctype from the form.',
    'not-utf-8': 'Add accept-charset="utf-8" to the form.',
    origin: 'Add the origin of the page with the form, such as https://example.org, to ALLOWED_ORIGINS.',
    'origin-null':
      'The page with the form hides its origin (Origin: null). Change its referrer policy from no-referrer or same-origin to strict-origin. If it is in a sandboxed frame, add allow-same-origin to the sandbox.',
  },
};

export const es: Messages = {
  stored: 'Recibimos su inscripción',
  waiting: 'Usted está en la lista de espera',
  earlier: 'Recibimos su inscripción anterior',
  reference: 'Su número de referencia:',
  next: 'Guarde este número por si se comunica con nosotros. Nos comunicaremos con usted para contarle los próximos pasos.',
  nextWaiting: 'Guarde este número por si se comunica con nosotros. Nos comunicaremos con usted si se abre un lugar.',
  page: 'Volver al sitio web',
  problem: 'Hay un problema',
  failed: 'No pudimos recibir su inscripción',
  unknown: 'Todavía no sabemos si su inscripción llegó',
  fields: {
    name: 'su nombre',
    telephone: 'su número de teléfono',
    email: 'su correo electrónico',
    preferredContact: 'cómo prefiere que nos comuniquemos con usted',
    leaveMessage: 'si podemos dejarle un mensaje',
    format: 'cómo le gustaría participar',
    session: 'el grupo que eligió',
    waitingList: 'la lista de espera',
    times: 'los horarios que le convienen',
    childAgeBand: 'la edad de su hijo o hija',
    message: 'su mensaje',
    consent: 'la casilla que nos deja guardar lo que escribió',
  },
  check: 'No se guardó nada. Vuelva atrás y revise:',
  back: 'Use el botón Atrás de su navegador. Sus respuestas deberían seguir ahí.',
  again: 'Espere un minuto. Luego vuelva atrás e intente de nuevo, o llámenos.',
  once: 'Espere un minuto. Luego vuelva atrás y envíe las mismas respuestas: contará una sola vez. O llámenos.',
  broken: 'Algo está mal en este formulario, no en sus respuestas. No se guardó nada. Llámenos para inscribirse.',
  codes: {
    mismatch: 'Tenemos una inscripción suya anterior, pero no estos cambios. Llámenos para cambiarla.',
    full: 'Este grupo está lleno. Vuelva atrás y elija otro, o llámenos.',
    challenge:
      'Este formulario necesita JavaScript para evitar mensajes no deseados. No se guardó nada. Active JavaScript, vuelva atrás y envíelo de nuevo. O llámenos.',
    'too-large': 'Sus respuestas son demasiado largas. No se guardó nada. Vuelva atrás y acórtelas, o llámenos.',
    'not-utf-8':
      'Este formulario no puede enviar letras como é, ñ o ü. No se guardó nada. Vuelva atrás, escriba sin ellas (n en lugar de ñ) y envíelo de nuevo. O llámenos.',
  },
  call: (telephone) => `Llamar al ${telephone}`,
  owner: 'Para quien administra el sitio:',
  repairs: {
    'not-json': 'Quite enctype del formulario.',
    'not-utf-8': 'Agregue accept-charset="utf-8" al formulario.',
    origin: 'Agregue el origen de la página del formulario, como https://example.org, a ALLOWED_ORIGINS.',
    'origin-null':
      'La página del formulario oculta su origen (Origin: null). Cambie su referrer policy de no-referrer o same-origin a strict-origin. Si está en un marco con sandbox, agregue allow-same-origin al sandbox.',
  },
};
