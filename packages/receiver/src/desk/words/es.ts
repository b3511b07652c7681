import { type Words } from './words.js';

const taken = (count: number): string => (count === 1 ? '1 lugar ocupado' : `${count} lugares ocupados`);

const standing = {
  place: 'tiene un lugar',
  'signed-up': 'tiene una inscripción',
  waiting: 'está en la lista de espera',
  canceled: 'ya no participa',
} as const;

export const es: Words = {
  title: 'Inscripciones',
  signIn: 'Entrar',
  signOut: 'Salir',
  signInIntro:
    'Aquí se ve quién se inscribió. Esta página es solo para quienes trabajan en el consultorio. Si no tiene la contraseña, pídasela a la persona que instaló esta página.',
  password: 'Contraseña',
  wrongPassword: 'Esa contraseña no funcionó. Revísela e intente de nuevo.',
  wait: (minutes) =>
    minutes === 1
      ? 'Demasiados intentos. Espere 1 minuto e intente de nuevo.'
      : `Demasiados intentos. Espere ${minutes} minutos e intente de nuevo.`,
  notices: {
    'not-done': 'Para entonces ya no había entrado, así que no se cambió nada. Entre y hágalo de nuevo.',
    stale: 'Esa página era de una entrada anterior, así que no se cambió nada. Hágalo de nuevo aquí.',
    'signed-out': 'Usted ya salió.',
    'no-cookie':
      'Su navegador no guardó la entrada. Revise que la dirección empiece con https:// y que se permitan las cookies.',
  },
  back: 'Volver a todas las inscripciones',
  backTo: (name) => `Volver a ${name}`,
  foreign: {
    title: 'No se cambió nada',
    text: 'Su navegador no dijo que esto venía de esta página. Ábrala en su propia dirección https://. Si pasa otra vez, actualice su navegador.',
  },
  notHttps: {
    title: 'Abra esta página con HTTPS',
    text: 'Su dirección empieza con https://. Aquí, otras personas podrían leer la contraseña cuando la envíe. Si la dirección es correcta, actualice su navegador.',
  },
  missing: { title: 'Esto no está aquí', text: 'La página no existe, o la inscripción se borró.' },
  tooMany: { title: 'Demasiadas páginas a la vez', text: 'Espere un minuto y cargue la página de nuevo.' },
  unknown: {
    title: 'No sabemos si funcionó',
    text: 'La base de datos no respondió. Espere un minuto, vuelva atrás y mire la lista antes de intentar de nuevo. Puede enviar la misma página otra vez: cuenta una sola vez.',
  },

  empty: 'Todavía no hay inscripciones.',
  starts: (day) => `Empieza el ${day}`,
  spots: (count, places) =>
    count < places
      ? `${count} de ${taken(places)}, ${places - count === 1 ? '1 libre' : `${places - count} libres`}`
      : `Lleno: ${count} de ${taken(places)}`,
  people: (count) => `${taken(count)}, sin límite`,
  before: (count) => `El grupo tiene ${taken(count)} más, de antes de que llegaran inscripciones aquí.`,
  purged: (count) =>
    count === 1
      ? '1 lugar ocupado no tiene nombre aquí. Su inscripción era antigua y se borró.'
      : `${count} lugares ocupados no tienen nombre aquí. Sus inscripciones eran antiguas y se borraron.`,
  left: 'Este grupo ya no está en el programa, así que nadie puede recibir un lugar.',
  noGroup: 'Sin grupo elegido',
  signUps: (count) => (count === 1 ? '1 inscripción' : `${count} inscripciones`),
  placed: 'Personas con lugar',
  waiting: 'Lista de espera',
  canceled: (count) => `Ya no participan (${count})`,
  nobody: 'Todavía nadie.',
  more: (count) => `Y ${count} más. Descargue la tabla para ver a todas las personas.`,
  nobodyWaiting: 'Nadie espera.',
  waitingCount: (count) => `${count} en espera`,
  groups: 'Grupos',
  next: (name) => `Hay un lugar libre. ${name} lleva más tiempo en la lista. Pregunte primero y luego dele el lugar.`,
  moveUp: (name) => `Dar el lugar a ${name}`,
  signedUp: (date) => `Se inscribió el ${date}`,
  reference: 'Número de referencia',
  wishes: { sms: 'Prefiere un mensaje de texto', silent: 'No le deje un mensaje' },
  call: (number) => `Llamar al ${number}`,
  telephone: (text) => `Teléfono: ${text}`,
  email: (address) => `Escribir a ${address}`,
  group: 'Grupo',
  status: 'Ahora',
  states: {
    place: 'Tiene un lugar',
    signedUp: 'Se inscribió',
    waiting: (position) => `En la lista de espera, número ${position}`,
    canceled: (date) => `Ya no participa desde el ${date}`,
  },
  fields: {
    signedUp: 'Se inscribió',
    preferredContact: 'Comunicarse por',
    leaveMessage: 'Dejar un mensaje',
    format: 'Participa',
    times: 'Horarios que le convienen',
    childAgeBand: 'Edad de su hijo o hija',
    message: 'Mensaje',
    language: 'Idioma del formulario',
    consent: 'Aceptó',
  },
  consentVersion: (version) => `versión ${version}`,
  values: {
    preferredContact: { telephone: 'Llamada', email: 'Correo', sms: 'Mensaje de texto' },
    leaveMessage: { yes: 'Sí, puede dejarle un mensaje', no: 'No le deje un mensaje' },
    format: { individual: 'De manera individual', group: 'En grupo', unsure: 'Todavía no sabe' },
    childAgeBand: { expecting: 'Aún no ha nacido' },
  },

  cancel: 'Cancelar este lugar',
  cancelSignUp: 'Cancelar esta inscripción',
  leaveList: 'Quitar de la lista',
  putBack: 'Dar un lugar otra vez',
  putBackSignUp: 'Volver a incluir',
  joinList: 'Poner en la lista de espera',
  delete: 'Borrar a esta persona',
  cancelPage: {
    title: (name) => `¿Cancelar el lugar de ${name}?`,
    text: 'El lugar queda libre. Nadie lo recibe sin que usted lo dé. Si hay personas que esperan, es para ellas: dé el lugar a la siguiente.',
    after: 'Las respuestas se quedan aquí, en “Ya no participan”. Esta página no envía mensajes.',
  },
  cancelSignUpPage: { title: (name) => `¿Cancelar la inscripción de ${name}?` },
  leavePage: {
    title: (name) => `¿Quitar a ${name} de la lista de espera?`,
    text: 'Las personas que siguen suben un número. Las respuestas se quedan aquí, en “Ya no participan”.',
  },
  deletePage: {
    title: (name) => `¿Borrar a ${name}?`,
    text: 'Esto borra el nombre, el teléfono, el correo y todas las respuestas. No se puede deshacer.',
    spot: 'Si tiene un lugar, queda libre.',
    others: 'Otras inscripciones tienen el mismo teléfono o correo. Marque cada una que sea de la misma persona:',
    copies:
      'Los archivos descargados, los correos y las copias de seguridad se quedan. Borre a la persona también ahí.',
    button: 'Borrar ahora',
  },
  undo: 'Deshacer',
  done: {
    'move-up': (name) => `${name} ya tiene un lugar.`,
    cancel: (name) => `${name} ya no participa.`,
    'put-back': (name) => `${name} participa otra vez.`,
    'join-list': (name) => `${name} está al final de la lista de espera.`,
    undo: (name, state) => `Se deshizo el cambio. ${name} ${state ? standing[state] : 'se borró'}.`,
  },
  since: (name, state) => `Eso ya se hizo, y después cambió otra vez. Ahora ${name} ${standing[state]}.`,
  tell: 'Esta página no envía mensajes. Comuníquese con la persona.',
  notDone: {
    already: (name, state) =>
      `No se cambió nada. ${name} ${state ? standing[state] : 'se borró'}. Puede que alguien más lo acabe de hacer.`,
    full: (name) => `No se cambió nada para ${name}, porque no hay un lugar libre.`,
    'not-next': (name) => `No se cambió nada, porque ${name} ya no sigue en la lista de espera.`,
    changed: (name) =>
      `No se cambió nada. Alguien cambió la inscripción de ${name} después de que usted abrió la página. Mírela de nuevo.`,
    gone: () => 'No se cambió nada, porque esta inscripción se borró.',
  },
  deleted: 'Se borró a la persona.',

  downloads: 'Descargar',
  downloadsText: 'El archivo tiene todo sobre todas las personas. Guárdelo donde nadie más pueda abrirlo.',
  workbook: 'Descargar para Excel (.xlsx)',
  csv: 'Descargar una tabla para otros programas (.csv)',
};
