/** The page that a person sees after sending a native form. */

/** The body of a response. Clients that accept JSON get it as it is. */
export interface ResponseBody {
  reference?: string;
  waitingList?: boolean;
  fieldErrors?: Record<string, string>;
  code?: string;
}

interface Messages {
  stored: string;
  waiting: string;
  reference: string;
  failed: string;
  /** The sign-up may have been stored, by this attempt or by an earlier one. */
  unknown: string;
  /** What the form asks for, by field. */
  fields: Record<string, string>;
  check: string;
  again: string;
  once: string;
  /** The form itself is wrong, which the person cannot fix. */
  broken: string;
  /** By `code` of the response. */
  codes: Record<'full' | 'challenge' | 'too-large' | 'not-utf-8', string>;
  owner: string;
  /** How the site owner can mend the form, by `code` of the response. */
  repairs: Record<'not-json' | 'not-utf-8' | 'origin' | 'origin-null', string>;
}

const en: Messages = {
  stored: 'Your sign-up has arrived.',
  waiting: 'You are on the waiting list.',
  reference: 'Your reference:',
  failed: 'Your sign-up was not taken.',
  unknown: 'We do not know yet whether your sign-up arrived.',
  fields: {
    name: 'your name',
    telephone: 'your telephone number',
    email: 'your e-mail address',
    preferredContact: 'how we should reach you',
    leaveMessage: 'whether we may leave a message',
    format: 'how you would like to take part',
    session: 'the group you chose',
    waitingList: 'the waiting list',
    times: 'the times that suit you',
    childAgeBand: 'how old your child is',
    message: 'your message',
    consent: 'the box that lets us keep what you wrote',
  },
  check: 'Nothing was stored. Go back and look at:',
  again: 'Go back and try again in a moment, or call.',
  once: 'Go back and send it again in a moment, as it is: it counts once. Or call.',
  broken: 'Something is wrong with this form, and not with what you wrote. Nothing was stored. Please call.',
  codes: {
    full: 'This group is full. Go back and choose another one, or call.',
    challenge:
      'Robots are kept out by a small calculation, which needs JavaScript. Nothing was stored. Go back, where what you wrote still is, turn JavaScript on and send it again. Or call: the number is on that page.',
    'too-large': 'It is too long. Nothing was stored. Go back and write less, or call.',
    'not-utf-8':
      'This form cannot send letters such as é, ñ, or ü. Nothing was saved. Go back, write them without accents, and send it again. Or call us.',
  },
  owner: 'For the site owner:',
  repairs: {
    'not-json': 'Remove enctype from the form.',
    'not-utf-8': 'Add accept-charset="utf-8" to the form.',
    origin: 'Add the origin of the page with the form, such as https://example.org, to ALLOWED_ORIGINS.',
    'origin-null':
      'The page with the form hides its origin (Origin: null). Change its referrer policy from no-referrer or same-origin to strict-origin. If it is in a sandboxed frame, add allow-same-origin to the sandbox.',
  },
};

const es: Messages = {
  stored: 'Su inscripción llegó.',
  waiting: 'Está en la lista de espera.',
  reference: 'Su referencia:',
  failed: 'No se recibió su inscripción.',
  unknown: 'Todavía no sabemos si su inscripción llegó.',
  fields: {
    name: 'su nombre',
    telephone: 'su número de teléfono',
    email: 'su correo electrónico',
    preferredContact: 'cómo prefiere que le contactemos',
    leaveMessage: 'si podemos dejar un mensaje',
    format: 'cómo le gustaría participar',
    session: 'el grupo que eligió',
    waitingList: 'la lista de espera',
    times: 'los horarios que le convienen',
    childAgeBand: 'la edad de su niño',
    message: 'su mensaje',
    consent: 'la casilla que nos deja guardar lo que escribió',
  },
  check: 'No se guardó nada. Vuelva atrás y revise:',
  again: 'Vuelva atrás e intente de nuevo en un momento, o llame.',
  once: 'Vuelva atrás y envíela de nuevo en un momento, sin cambios: cuenta una sola vez. O llame.',
  broken: 'Algo está mal en este formulario, no en lo que escribió. No se guardó nada. Por favor, llame.',
  codes: {
    full: 'Este grupo está completo. Vuelva atrás y elija otro, o llame.',
    challenge:
      'Un pequeño cálculo, que necesita JavaScript, evita los robots. No se guardó nada. Vuelva atrás, donde sigue lo que escribió, active JavaScript y envíelo de nuevo. O llame: el número está en esa página.',
    'too-large': 'Es demasiado largo. No se guardó nada. Vuelva atrás y escriba menos, o llame.',
    'not-utf-8':
      'Este formulario no puede enviar letras como é, ñ o ü. No se guardó nada. Vuelva atrás, escriba sin ellas (n en lugar de ñ) y envíelo de nuevo. O llámenos.',
  },
  owner: 'Para quien administra el sitio:',
  repairs: {
    'not-json': 'Quite enctype del formulario.',
    'not-utf-8': 'Agregue accept-charset="utf-8" al formulario.',
    origin: 'Agregue el origen de la página del formulario, como https://example.org, a ALLOWED_ORIGINS.',
    'origin-null':
      'La página del formulario oculta su origen (Origin: null). Cambie su referrer policy de no-referrer o same-origin a strict-origin. Si está en un marco con sandbox, agregue allow-same-origin al sandbox.',
  },
};

/** Codes that leave it unknown whether the sign-up is stored. */
const uncertain = new Set(['in-flight', 'unavailable']);

function explain({ reference, fieldErrors = {}, code = '' }: ResponseBody, messages: Messages): string {
  if (reference) return `${messages.reference} ${reference}`;
  const fields = Object.entries(messages.fields).filter(([name]) => Object.hasOwn(fieldErrors, name));
  if (fields.length > 0) return `${messages.check} ${fields.map(([, label]) => label).join('; ')}.`;
  if (uncertain.has(code)) return messages.once;
  if (code === 'too-many') return messages.again;
  return messages.codes[code as keyof Messages['codes']] ?? messages.broken;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function title({ reference, waitingList, code = '' }: ResponseBody, messages: Messages): string {
  if (reference) return waitingList ? messages.waiting : messages.stored;
  return uncertain.has(code) ? messages.unknown : messages.failed;
}

/** A paragraph for the site owner, if the form has to be mended. */
function repair({ code = '' }: ResponseBody, { owner, repairs }: Messages): string {
  const text = repairs[code as keyof Messages['repairs']] ?? '';
  return text && `<p>${escape(`${owner} ${text}`)}</p>`;
}

/**
 * Renders the result of a sign-up as a page. It needs no styles or scripts, and never repeats what was typed.
 *
 * @param language - of the form, or the request's `Accept-Language`
 */
export function responsePage(body: ResponseBody, language = ''): string {
  const lang = /^es\b/i.test(language) ? 'es' : 'en';
  const messages = lang === 'es' ? es : en;
  const heading = title(body, messages);
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title><main><h1>${heading}</h1><p>${escape(explain(body, messages))}</p>${repair(body, messages)}</main></html>`;
}
