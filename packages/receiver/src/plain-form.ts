/**
 * Sign-ups from a native form, sent by a browser without script: fields in, a page out.
 */
import { canonicalJson } from './canonical.js';
import schema from '#signup.schema.json' with { type: 'json' };

/**
 * A UUID (RFC 9562, version 8) made from what a form holds: sent again, by a reload or a second press, it is the same
 * sign-up.
 */
async function idOf(fields: Record<string, string>): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(fields));
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))];
  const hex = hash.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-8$3-8$4-$5');
}

/**
 * The body of a sign-up from the fields of a form. A ticked `consent` is consent; `consentText` and `consentVersion` say to
 * what, and are the form's own to give. Fields that a sign-up does not have are left out.
 *
 * @param text - as `application/x-www-form-urlencoded`
 * @param language - the request's `Accept-Language`
 */
export async function readForm(text: string, language = ''): Promise<Record<string, unknown>> {
  const fields = Object.fromEntries(new URLSearchParams(text));
  // Another solution of another challenge makes no other sign-up.
  const { altcha, ...told } = fields;
  const { consent, consentText, consentVersion, ...rest } = told;
  const given = { given: true, version: consentVersion || 'form', text: consentText || 'Ticked in a form.' };
  const locale = /^[a-z-]+/i.exec(language)?.[0] ?? 'en';
  return {
    submissionId: await idOf({ locale, ...told }),
    locale,
    altcha,
    ...Object.fromEntries(Object.entries(rest).filter(([name]) => Object.hasOwn(schema.properties, name))),
    ...(consent && { consent: given }),
  };
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const words = {
  en: {
    stored: 'Your sign-up has arrived.',
    waiting: 'You are on the waiting list.',
    reference: 'Your reference:',
    failed: 'Your sign-up was not taken.',
    fields: 'Go back and look at:',
    full: 'This group is full. Go back and choose another one, or call.',
    again: 'Go back and try again in a moment, or call.',
    unproven:
      'Robots are kept out by a small calculation, which needs JavaScript. Nothing was stored. Go back, where what you wrote still is, turn JavaScript on and send it again. Or call: the number is on that page.',
  },
  es: {
    stored: 'Su inscripción llegó.',
    waiting: 'Está en la lista de espera.',
    reference: 'Su referencia:',
    failed: 'No se recibió su inscripción.',
    fields: 'Vuelva atrás y revise:',
    full: 'Este grupo está completo. Vuelva atrás y elija otro, o llame.',
    again: 'Vuelva atrás e intente de nuevo en un momento, o llame.',
    unproven:
      'Un pequeño cálculo, que necesita JavaScript, evita los robots. No se guardó nada. Vuelva atrás, donde sigue lo que escribió, active JavaScript y envíelo de nuevo. O llame: el número está en esa página.',
  },
};

/**
 * The page that a person sees after sending a form. It needs no style and no script, and repeats nothing that was typed.
 *
 * @param answer - what a client would get as JSON
 * @param language - the request's `Accept-Language`
 */
export function answerPage(
  answer: { reference?: string; waitingList?: boolean; fieldErrors?: Record<string, string>; code?: string },
  language = '',
): string {
  const lang = /^es\b/i.test(language) ? 'es' : 'en';
  const say = words[lang];
  const { reference, waitingList, fieldErrors, code } = answer;
  const title = reference ? (waitingList ? say.waiting : say.stored) : say.failed;
  const more = reference
    ? `${say.reference} ${reference}`
    : fieldErrors
      ? `${say.fields} ${Object.keys(fieldErrors).join(', ')}`
      : code === 'full'
        ? say.full
        : code === 'challenge'
          ? say.unproven
          : say.again;
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${escape(more)}</p></main></html>`;
}
