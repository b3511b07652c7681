import type { EndpointTexts } from './texts.js';

/** What to do where a policy lacks a line. */
export const askForPolicy = 'Dé la línea de abajo a quien cuida el servidor. Va junto a la política que hay.';
const yourself = 'Mande una inscripción con su propio nombre: solo eso muestra que llega.';

/** What an endpoint answered, in Spanish. */
export const endpointTexts: EndpointTexts = {
  endpointReady: () => ({
    what: 'El servicio responde, y deja que esta página mande.',
    why: 'Las inscripciones de esta página pueden llegar.',
    todo: `Nada más aquí. ${yourself}`,
  }),
  endpointAnswers: (status) => ({
    what: `El servidor responde (${status}), y deja que esta página lea su respuesta.`,
    why: 'Está ahí. No se sabe si guarda una inscripción: la prueba no mandó ninguna.',
    todo: yourself,
  }),
  endpointTakes: (status) => ({
    what: `El servidor está ahí, y solo acepta lo que se le manda (${status}).`,
    why: 'Así responde una dirección para inscripciones. No se sabe si guarda una: la prueba no mandó ninguna.',
    todo: yourself,
  }),
  endpointPage: () => ({
    what: 'En esta dirección hay una página web, para leer.',
    why: 'Una dirección para inscripciones responde de otra manera. Si es la de una página, no se guarda ninguna inscripción.',
    todo: `Compare la dirección con la de su servicio. ${yourself}`,
  }),
  endpointMoved: (address) => ({
    what: `El servidor lleva a otra dirección: ${address}.`,
    why: 'Una inscripción puede perder sus respuestas en el camino, o terminar en una página que no guarda nada.',
    todo: `Si es la dirección de su servicio, escríbala en los ajustes del formulario. Si es una página para iniciar sesión o una página de inicio, la dirección del formulario está mal. ${yourself}`,
  }),
  endpointOpaque: () => ({
    what: 'El servidor responde, pero el navegador esconde su respuesta a todas las páginas.',
    why: 'Está ahí. No se sabe si la dirección es la correcta.',
    todo: yourself,
  }),
  endpointPath: () => ({
    what: 'El servicio responde, pero no en esta dirección.',
    why: 'Ahí no llega ninguna inscripción.',
    todo: `La dirección termina con /signups. Corríjala en los ajustes del formulario. ${yourself}`,
  }),
  endpointMissing: (status) => ({
    what: `El servidor dice que no hay nada en esta dirección (${status}).`,
    why: 'Lo más probable es que la dirección esté mal, y no llega ninguna inscripción. Unos pocos servidores dicen eso a todo lo que no es una inscripción.',
    todo: `Compare la dirección con la de su servicio, letra por letra. ${yourself}`,
  }),
  endpointLocked: () => ({
    what: 'El servidor pide una contraseña (401).',
    why: 'El formulario no tiene ninguna, así que no llega ninguna inscripción.',
    todo: 'Busque en los ajustes de su servicio una dirección que acepte inscripciones de todos.',
  }),
  endpointRefuses: (status) => ({
    what: `El servidor no acepta la pregunta (${status}).`,
    why: 'Puede que tampoco acepte inscripciones.',
    todo: `Vea en los ajustes de su servicio si el formulario está abierto, y si permite este sitio. ${yourself}`,
  }),
  endpointBusy: () => ({
    what: 'El servidor pide esperar (429).',
    why: 'Hubo muchas preguntas desde su conexión. Está ahí.',
    todo: 'Pruebe otra vez en unos minutos.',
  }),
  endpointDown: (status) => ({
    what: `El servidor tiene un problema propio (${status}).`,
    why: 'Puede que ahora no guarde inscripciones. El formulario lo dice entonces, y muestra su número.',
    todo: 'Dé este informe a quien cuida el servidor.',
  }),
  endpointOrigin: (origin) => ({
    what: `El servidor está ahí, pero no deja que ${origin} lea su respuesta.`,
    why: 'El formulario no puede saber si una inscripción llegó, y lo dice al visitante.',
    todo: 'Permita este sitio en los ajustes de su servicio. En el receptor de Havenkit es la línea de abajo.',
  }),
  endpointUnreachable: (origin) => ({
    what: 'Ninguna respuesta del servidor llega a esta página.',
    why: 'O el servidor no está ahí, o no permite este sitio. El navegador no dice cuál de las dos cosas es.',
    todo: `Abra la dirección en otra pestaña. Si aparece cualquier respuesta, permita ${origin} en los ajustes de su servicio; en el receptor de Havenkit es la línea con ALLOWED_ORIGINS. Si no aparece ninguna, vea si la dirección está bien escrita, si el servidor funciona, y si una extensión de este navegador lo bloquea.`,
  }),
  endpointBlocked: (origin, directive) => ({
    what: `La política de la página (Content Security Policy) bloquea las inscripciones (${origin}).`,
    why: `Su línea ${directive} no nombra esta dirección.`,
    todo: askForPolicy,
  }),
  endpointFramed: () => ({
    what: 'Este formulario está en un marco, así que esta página no puede probarlo.',
    why: 'El marco manda las inscripciones, y el servidor responde al sitio del marco, no a este.',
    todo: yourself,
  }),
  endpointUntested: (adapter) =>
    adapter === 'mailto'
      ? {
          what: 'El formulario abre un correo del visitante, así que no hay un servidor que probar.',
          why: 'Solo el visitante sabe si el correo se mandó.',
          todo: 'Mande uno usted.',
        }
      : {
          what: 'El formulario da sus respuestas a un script de la página, así que no hay un servidor que probar.',
          why: 'No se sabe si ese script las manda.',
          todo: yourself,
        },
};
