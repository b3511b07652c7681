import type { CircleDiagramStrings } from './en.js';

/** German strings of the circle diagram. */
export const de: CircleDiagramStrings = {
  circle: {
    title: 'Ein Weg hinaus und ein Weg nach Hause',
    summary:
      'Kinder ziehen los, um die Welt zu entdecken, und kommen zurück, um sich auszuruhen. Wählen Sie einen Schritt und sehen Sie, was Ihr Kind dort vielleicht braucht.',
    base: {
      label: 'Zu Hause bei Ihnen',
      text: 'Von Ihnen aus zieht Ihr Kind los, und zu Ihnen kommt es zurück. Gut genug ist gut genug, und wenn etwas schiefgeht, können Sie es wiedergutmachen.',
    },
    arcs: [
      {
        id: 'out',
        label: 'Losziehen und entdecken',
        stops: [
          {
            id: 'go',
            label: 'Ein Blick, der Ja sagt',
            text: 'Ihr Kind schaut Ihnen ins Gesicht, bevor es losläuft. Der Blick fragt: „Darf ich?“',
            try: 'Erwidern Sie den Blick, lächeln Sie und sagen Sie: „Geh ruhig, ich bin da.“',
          },
          {
            id: 'sight',
            label: 'Sie bleiben in Sichtweite',
            text: 'Auf der Leiter zur Rutsche dreht sich Ihr Kind um und sucht Sie mit den Augen.',
            try: 'Bleiben Sie da, wo Ihr Kind Sie sehen kann. Ein kurzes Winken reicht.',
          },
          {
            id: 'hand',
            label: 'Etwas Hilfe, nicht zu viel',
            text: 'Der Turm fällt schon wieder um. Ihr Kind will nicht, dass Sie ihn bauen.',
            try: 'Warten Sie einen Moment. Helfen Sie dann nur an der einen schwierigen Stelle.',
          },
          {
            id: 'joy',
            label: 'Geteilte Freude',
            text: 'Ein Käfer, ein Lied, ein Sprung: Ihr Kind möchte, dass Sie es miterleben.',
            try: 'Halten Sie kurz inne und schauen Sie es sich zusammen an.',
          },
        ],
      },
      {
        id: 'back',
        label: 'Zurückkommen und ausruhen',
        stops: [
          {
            id: 'welcome',
            label: 'Ein Gesicht, das Hallo sagt',
            text: 'Ihr Kind kommt auf Sie zu, schnell oder langsam, fröhlich oder aufgewühlt.',
            try: 'Drehen Sie sich um, breiten Sie die Arme aus und sagen Sie: „Da bist du ja!“',
          },
          {
            id: 'shelter',
            label: 'Ein sicheres Versteck',
            text: 'Ein lauter Hund, ein fremdes Gesicht: Schon steht Ihr Kind hinter Ihrem Bein.',
            try: 'Gehen Sie in die Hocke und bleiben Sie ganz nah. Sagen Sie, was als Nächstes passiert.',
          },
          {
            id: 'feelings',
            label: 'Hilfe bei großen Gefühlen',
            text: 'Tränen, Tritte oder plötzliche Stille. Das ist zu viel, um es allein zu tragen.',
            try: 'Atmen Sie langsam. Finden Sie Worte dafür: „Da hast du dich erschreckt.“',
          },
          {
            id: 'rest',
            label: 'Zeit zum Auftanken',
            text: 'Ihr Kind lehnt sich an Sie und macht eine Weile gar nichts.',
            try: 'Lassen Sie Ihrem Kind Zeit. Es weiß, wann es wieder losziehen will.',
          },
        ],
      },
    ],
  },
  previous: 'Zurück',
  following: 'Weiter',
  backToStart: 'Zurück zum Start',
  start: 'Start',
  begin: 'Wählen Sie eine Zahl, um zu beginnen.',
  step: (step, of) => `Schritt ${step} von ${of}`,
  walk: 'Alle Schritte abspielen',
  pause: 'Pause',
  all: 'Ganzen Text anzeigen',
  tryThis: 'Das könnten Sie probieren:',
  next: (label) => `Als Nächstes: ${label}`,
  thenHome: (label) => `Dann zurück zum Start: ${label}`,
  take: 'Drucken oder herunterladen',
  print: 'Schritte drucken',
  picture: 'Bild herunterladen (PNG)',
  drawing: 'Zeichnung herunterladen (SVG)',
  downloaded: 'Suchen Sie das Bild in Ihren Downloads.',
  pictureInstead:
    'Falls es nicht da ist: Halten Sie dieses Bild gedrückt oder klicken Sie mit der rechten Maustaste darauf, um es zu speichern.',
  notDrawn: 'Ihr Browser konnte dieses Bild nicht erstellen. Probieren Sie ein anderes.',
  notPrinted: 'Falls sich kein Druckfenster geöffnet hat, laden Sie stattdessen das Bild herunter.',
  notes: 'Notizen',
  notAffiliated:
    'Diese Seite steht in keiner Verbindung zu den Inhabern des Programms und wird von ihnen weder unterstützt noch empfohlen.',
};
