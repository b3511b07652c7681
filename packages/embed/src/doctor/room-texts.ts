import { nameOf, spanishNames } from '../widget-names.js';
import type { RoomTexts } from './texts.js';

/** Words for the room that a snippet reserves, by language. */
export const roomTexts: Readonly<Record<'en' | 'es', RoomTexts>> = {
  en: {
    emptyRoom: (widget, pixels) => ({
      what: `${nameOf(widget)}: ${pixels} pixels stay empty below it.`,
      why: 'The snippet reserves more room than the widget needs in the letters of this page.',
      todo: 'In the embed builder, write this line into “Font of the page”, and copy the snippet again.',
    }),
  },
  es: {
    emptyRoom: (widget, pixels) => ({
      what: `${spanishNames[nameOf(widget)] ?? nameOf(widget)}: debajo quedan ${pixels} píxeles vacíos.`,
      why: 'El código reserva más espacio del que el widget necesita con la letra de esta página.',
      todo: 'En el generador, escriba esta línea en “Letra de la página”, y copie otra vez el código.',
    }),
  },
};
