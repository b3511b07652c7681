/** The page that a person sees after sending a native form. */

/** What a client would get as JSON. */
export interface Answer {
  reference?: string;
  waitingList?: boolean;
  fieldErrors?: Record<string, string>;
  code?: string;
}

interface Words {
  stored: string;
  waiting: string;
  reference: string;
  failed: string;
  /** It may have been stored, by this try or by one just before. */
  unknown: string;
  /** What the form asks for, by the names of the fields. */
  fields: Record<string, string>;
  check: string;
  again: string;
  once: string;
  /** The fault is the form's: no person can mend it. */
  broken: string;
  /** By the code of an answer. */
  codes: Record<'full' | 'challenge' | 'too-large', string>;
}

const en: Words = {
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
  },
};

const es: Words = {
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
  },
};

/** Codes of answers after which nobody can say whether it is stored. */
const uncertain = new Set(['in-flight', 'unavailable']);

function explain({ reference, fieldErrors = {}, code = '' }: Answer, say: Words): string {
  if (reference) return `${say.reference} ${reference}`;
  const asked = Object.keys(say.fields).filter((name) => Object.hasOwn(fieldErrors, name));
  if (asked.length) return `${say.check} ${asked.map((name) => say.fields[name]).join('; ')}.`;
  if (uncertain.has(code)) return say.once;
  if (code === 'too-many') return say.again;
  return say.codes[code as keyof Words['codes']] ?? say.broken;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * A page that says what became of a sign-up. It needs no style and no script, and repeats nothing that was typed.
 *
 * @param language - that of the form, or the request's `Accept-Language`
 */
export function answerPage(answer: Answer, language = ''): string {
  const lang = /^es\b/i.test(language) ? 'es' : 'en';
  const say = lang === 'es' ? es : en;
  const { reference, waitingList, code = '' } = answer;
  const unstored = uncertain.has(code) ? say.unknown : say.failed;
  const title = !reference ? unstored : waitingList ? say.waiting : say.stored;
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${escape(explain(answer, say))}</p></main></html>`;
}
