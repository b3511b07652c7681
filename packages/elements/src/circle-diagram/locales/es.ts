import type { CircleDiagramStrings } from './en.js';

/** Textos en español del círculo. */
export const es: CircleDiagramStrings = {
  circle: {
    title: 'Un camino de ida y uno de vuelta',
    summary:
      'Los niños salen a explorar y vuelven a descansar, muchas veces al día. Elija un paso para ver qué puede necesitar ahí de usted.',
    base: {
      label: 'En casa, con usted',
      text: 'Su hijo o hija sale desde usted y vuelve a usted. No hace falta hacerlo todo bien. Basta con estar ahí, y lo que sale mal se puede reparar.',
    },
    arcs: [
      {
        id: 'out',
        label: 'Salir a explorar',
        stops: [
          {
            id: 'go',
            label: 'Un sí con la mirada',
            text: 'Antes de echar a correr, su hijo o hija le mira la cara. La mirada pregunta: “¿Puedo?”',
            try: 'Devuélvale la mirada, sonría y diga: “Ve, aquí estoy.”',
          },
          {
            id: 'sight',
            label: 'Que usted esté a la vista',
            text: 'A mitad del tobogán, su hijo o hija se da la vuelta para buscarle.',
            try: 'Quédese donde le pueda ver. Un saludo basta.',
          },
          {
            id: 'hand',
            label: 'Ayuda, pero no demasiada',
            text: 'La torre se cae otra vez. Su hijo o hija no quiere que usted la arme.',
            try: 'Espere un momento. Luego ayude solo con lo más difícil.',
          },
          {
            id: 'joy',
            label: 'Alguien con quien compartir',
            text: 'Un bicho, una canción, un salto: quiere que usted también lo vea.',
            try: 'Pare un minuto y mírenlo juntos.',
          },
        ],
      },
      {
        id: 'back',
        label: 'Volver a descansar',
        stops: [
          {
            id: 'welcome',
            label: 'Una cara que saluda',
            text: 'Suelta los juguetes y va hacia usted, rápido o despacio, feliz o de mal humor.',
            try: 'Dese la vuelta, abra los brazos y diga: “Ya estás aquí.”',
          },
          {
            id: 'shelter',
            label: 'Un lugar seguro',
            text: 'Un perro que ladra, una cara nueva, un cuarto oscuro: se esconde detrás de usted.',
            try: 'Agáchese y quédese cerca. Diga qué va a pasar ahora.',
          },
          {
            id: 'feelings',
            label: 'Ayuda con lo que siente',
            text: 'Llanto, patadas o silencio. Es demasiado para llevarlo a solas.',
            try: 'Respire despacio. Busque pocas palabras: “Qué susto.”',
          },
          {
            id: 'rest',
            label: 'Tiempo para llenarse',
            text: 'Se apoya en usted y no hace nada por un rato.',
            try: 'Deje que dure. Su hijo o hija sabrá cuándo es hora de irse.',
          },
        ],
      },
    ],
  },
  previous: 'Anterior',
  following: 'Siguiente',
  backToStart: 'Volver al inicio',
  start: 'Inicio',
  begin: 'Elija un número para empezar.',
  step: (step, of) => `Paso ${step} de ${of}`,
  walk: 'Reproducir los pasos',
  pause: 'Pausa',
  all: 'Mostrar todo el texto',
  tryThis: 'Puede probar:',
  next: (label) => `Sigue: ${label}`,
  thenHome: (label) => `Y de vuelta al inicio: ${label}`,
  take: 'Imprimir o descargar',
  print: 'Imprimir los pasos',
  picture: 'Descargar imagen (PNG)',
  drawing: 'Descargar dibujo (SVG)',
  downloaded: 'Busque la imagen en sus descargas.',
  pictureInstead: 'Si no está ahí, mantenga presionada esta imagen, o haga clic derecho en ella, para guardarla.',
  notDrawn: 'Su navegador no pudo crear esta imagen. Intente con otra.',
  notPrinted: 'Si no se abrió ninguna ventana para imprimir, descargue la imagen.',
  notes: 'Notas',
  notAffiliated: 'Esta página no está afiliada al programa ni cuenta con el respaldo de sus dueños.',
};
