import type { reading as english } from './reading.en.js';

/** The words of reading a snippet, a page or an address, in Spanish. */
export const reading: typeof english = {
  read: 'Empezar con su página, o cambiar un fragmento',
  readHint:
    'Pegue un fragmento, y su contenido pasa a sus respuestas. O pegue el código de su página: la tarjeta recibe el nombre, el número, el horario y la dirección que encuentra.',
  readLabel: 'Fragmento o código de una página',
  readButton: 'Leer',
  readDone: (widgets) => `Listo: ${widgets}.`,
  readFacts: (settings) => `Encontrado en su página: ${settings}. Revíselo.`,
  readKnown: 'Todo lo que encontramos en su página ya tiene respuesta.',
  readNothing: 'No hay ningún widget ni número de teléfono en este texto. Cópielo todo, del primer < al último >.',
  reading: 'Leyendo …',
  readEmpty: 'Primero pegue un fragmento o el código de su página.',
  readDamaged: (widgets) => `No se pudo leer el contenido de ${widgets}: copie otra vez todo el fragmento.`,
  readCut: (widgets) =>
    `El fragmento de ${widgets} está cortado. Leímos lo que hay. Cópielo todo, o responda otra vez lo que falta.`,
  readCutEarly: (widgets) =>
    `El fragmento de ${widgets} está cortado antes de sus opciones. Cópielo todo, del primer < al último >.`,
  readCutAll: 'Este fragmento está cortado: falta su widget. Cópielo todo, del primer < al último >.',
  readUnknown: (settings) => `Estas opciones no se conocen: ${settings}.`,
  didYouMean: (name, similar) => `${name} (¿quería decir ${similar}?)`,
  someFrame: 'el marco',
  readTooLong: 'Este texto es más largo que cualquier página. Pegue solo su fragmento, o el código de una página.',
  readTooDeep:
    'Este texto no parece una página: tiene demasiados niveles. Copie otra vez su fragmento o el código de su página.',
  readBrokenData: 'Su página también tiene datos para buscadores (JSON-LD), pero están dañados y no se pudieron usar.',
  addressUnread:
    'La dirección de esta página está incompleta, así que sus respuestas no se pudieron leer. Abra otra vez su marcador, o pegue su fragmento.',
  addressPartlyUnread:
    'La dirección de esta página está incompleta, así que algunas respuestas no se pudieron leer. Abra otra vez su marcador, o pegue su fragmento.',
};
