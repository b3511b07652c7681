import { nameOf as englishNameOf, spanishNames } from '../widget-names.js';
import { askForPolicy, endpointTexts } from './endpoint.es.js';
import { roomTexts } from './room-texts.js';
import type { Blocked, Examination, TextKind, Texts } from './texts.js';

const nameOf = (widget: string): string => spanishNames[englishNameOf(widget)] ?? englishNameOf(widget);

const pasteAgain =
  'Copie otra vez el código, y péguelo en un bloque para HTML o código, como una persona que puede agregar scripts. Si no se puede, elija un marco o HTML simple.';

const blocked: Readonly<Record<Blocked, string>> = {
  script: 'un archivo de Havenkit',
  settings: 'el archivo con los ajustes',
  signups: 'las inscripciones',
  challenge: 'la protección contra robots',
  frame: 'el marco',
};

const kinds: Readonly<Record<TextKind, string>> = {
  heading: 'un título',
  button: 'un botón',
  link: 'un enlace',
  field: 'un campo',
  text: 'texto',
};

const examinations: Readonly<Record<Examination, string>> = {
  loading: 'lo que se cargó',
  policies: 'lo que bloquea la política de la página (Content Security Policy)',
  markup: 'lo que el creador de sitios quitó',
  configuration: 'los ajustes',
  frames: 'los marcos',
  contrast: 'el contraste',
  room: 'el espacio reservado',
  versions: 'qué versiones hay en la página',
  present: 'qué widgets hay en la página',
};

const some = (count: number, one: string, more: string): string[] =>
  count ? [`${count} ${count === 1 ? one : more}`] : [];

/** Spanish. */
export const es: Texts = {
  lang: 'es',
  title: 'Revisión de Havenkit',
  nameOf,
  onlyYou: 'Solo usted ve esto. Los visitantes no.',
  close: 'Cerrar',
  examining: 'Revisando la página…',
  failed: 'No se pudo revisar esta página. Envíe esto a quien le ayuda:',
  summary: ({ error, warning, notice }) =>
    [
      ...(error || warning ? [] : ['Todo se ve bien']),
      ...some(error, 'cosa para corregir', 'cosas para corregir'),
      ...some(warning, 'cosa para mirar', 'cosas para mirar'),
      ...some(notice, 'nota', 'notas'),
    ].join(', '),
  allRight: 'Nada en esta página necesita un cambio.',
  severities: { error: 'Corrija', warning: 'Mire', notice: 'Nota' },
  why: 'Por qué importa:',
  todo: 'Qué hacer:',
  reported: 'El widget informa (en inglés):',
  onThisPage: 'En esta página',
  nothingLoaded: 'Ningún widget.',
  state: {
    works: 'funciona',
    fallback: 'muestra solo las palabras entre sus etiquetas',
    missing: 'no se cargó',
    framed: 'en un marco',
  },
  version: (version) => `versión ${version}`,
  connection: 'Adónde van las inscripciones',
  connectionHint:
    'La prueba no envía nombres ni respuestas. Pregunta al servidor si está ahí, y según las reglas de la web eso no cambia nada.',
  test: 'Probar la conexión',
  testing: 'Esperando una respuesta…',
  notExamined: 'Lo que no se pudo revisar',
  limitations: {
    policy: 'Los encabezados de la página, que pueden tener una política de seguridad (Content Security Policy).',
    closedRoots: 'Partes de la página que otro script cierra para todos los demás.',
    frames: 'Lo que está en marcos. Abra la dirección del marco en otra pestaña, y revíselo ahí.',
    framedWidgets:
      'Lo que muestra un marco de Havenkit: sus colores, y si llegan las inscripciones. Se revisaron sus ajustes, su título y si responde.',
    settingsFile: 'Ajustes en un archivo o en los datos de la página: solo lo que el widget mismo informa.',
    contrast: 'El contraste: este navegador no dice qué colores muestra.',
    colorsOnPictures: 'El contraste de texto sobre una imagen o un degradado.',
    otherColorScheme: 'El contraste en los otros colores. Cambie entre claro y oscuro, y revise otra vez.',
  },
  report: 'Informe para quien le ayuda',
  reportHint:
    'Tiene lo que se encontró, las versiones y la dirección de la página. No tiene nada que alguien escribió.',
  copyReport: 'Copiar el informe',
  copied: 'Copiado.',
  copyByHand: 'Este navegador no lo copió. El texto está seleccionado: cópielo ahora.',
  again: 'Revisar otra vez',
  facts: { page: 'Página', version: 'Versión de la revisión', browser: 'Navegador', window: 'Ventana' },
  findings: {
    nothing: () => ({
      what: 'No hay nada de Havenkit en esta página.',
      why: 'Los visitantes no ven ningún widget aquí.',
      todo: `El creador de sitios puede haber quitado todo, o lo muestra en un marco de otro sitio. ${pasteAgain}`,
    }),
    notExamined: (examination) => ({
      what: `No se pudo revisar ${examinations[examination]}.`,
      why: 'Algo en la página lo impidió. Puede haber más para corregir que lo que está aquí.',
      todo: 'Envíe este informe a quien le ayuda. La línea de abajo dice qué pasó.',
    }),
    noScript: (widget, file) => ({
      what: `${nameOf(widget)}: su script no está en la página.`,
      why: 'Los visitantes ven solo las palabras entre sus etiquetas.',
      todo: `Agregue el script de ${file}. Si estaba en lo que pegó, el creador de sitios lo quitó. ${pasteAgain}`,
    }),
    missingFile: (address, status) => ({
      what: `Falta un archivo: el servidor responde ${status} a ${address}.`,
      why: 'Sin él, el widget no aparece.',
      todo: 'Vea si la dirección está bien escrita, y si la carpeta se subió entera.',
    }),
    noScriptFile: (address) => ({
      what: `${address} no es un script: el servidor manda una página u otro archivo.`,
      why: 'Sin el script, el widget no aparece.',
      todo: 'Vea si la dirección está bien escrita, y si la carpeta se subió entera. Algunos servidores responden con una página donde falta un archivo.',
    }),
    unreachableFile: (address) => ({
      what: `El navegador no pudo cargar ${address}.`,
      why: 'Sin él, el widget no aparece.',
      todo: 'Abra la dirección en otra pestaña. Si ahí no se abre nada, vea si está bien escrita, y si el servidor funciona. Si se abre, puede ser una extensión que bloquea contenido.',
    }),
    unreadableFile: (address) => ({
      what: `El servidor no deja que esta página cargue ${address}.`,
      why: 'Su etiqueta tiene un hash, crossorigin o type="module", y entonces los navegadores piden permiso al servidor.',
      todo: 'Haga que el servidor mande Access-Control-Allow-Origin: * con el archivo, o suba los archivos a su propio sitio.',
    }),
    unexplainedFile: (address) => ({
      what: `${address} no se ejecutó. Desde esta página no se puede saber por qué.`,
      why: 'El widget no aparece.',
      todo: 'Abra la dirección en otra pestaña. Si aparece un error, el archivo falta ahí. Si aparece código, un plugin de velocidad o de consentimiento puede retener el script: exclúyalo ahí.',
    }),
    heldBack: (file) => ({
      what: `Un plugin retiene ${file}: los navegadores no ejecutan su etiqueta como está ahora.`,
      why: 'El widget no aparece, o solo después de que un visitante hace algo.',
      todo: 'Busque el plugin de velocidad o de consentimiento en su creador de sitios, y excluya ahí el script.',
    }),
    wrongHash: (file) => ({
      what: `${file} no es el archivo que el código nombra: su hash es otro.`,
      why: 'El navegador no acepta un archivo cambiado, así que el widget no aparece.',
      todo: 'Copie otra vez el código de esta misma versión, o suba juntos los archivos de una versión.',
    }),
    notRun: (file) => ({
      what: `${file} está en la página, pero no se ejecutó.`,
      why: 'El widget no aparece.',
      todo: 'Vea si la etiqueta del script es como en el código: type="module" solo con un archivo sin “classic”, y crossorigin con un hash.',
    }),
    waiting: (widget) => ({
      what: `${nameOf(widget)}: todavía no se cargó, porque está lejos de lo que se ve.`,
      why: 'Así debe ser: el cargador lo carga cuando un visitante se acerca.',
      todo: 'Vaya hasta él, y revise otra vez.',
    }),
    placeholderLeft: (widget) => ({
      what: `${nameOf(widget)}: su caja está sin widget, porque el cargador no está en la página.`,
      why: 'Los visitantes ven solo las palabras de la caja.',
      todo: 'Agregue una vez al sitio el script de loader.classic.js.',
    }),
    onlyFallback: (widget) => ({
      what: `${nameOf(widget)}: solo se ven las palabras entre sus etiquetas.`,
      why: 'Se cargó, pero no pudo mostrarse.',
      todo: 'Si la página tiene una política (Content Security Policy) con trusted-types, debe nombrar la política del archivo. Si no, abra la consola del navegador, y mande sus mensajes con este informe.',
    }),
    unknownWidget: (tag, all) => ({
      what: `No hay un widget “${tag}”.`,
      why: 'Los visitantes ven solo las palabras entre sus etiquetas.',
      todo: `Corrija el nombre. Los widgets son ${all}.`,
    }),
    emptyWrapper: () => ({
      what: 'Un código está en la página, pero se quitó el widget de él.',
      why: 'Los visitantes ven un lugar vacío, o solo las palabras del código.',
      todo: pasteAgain,
    }),
    snippetAsText: () => ({
      what: 'El código se muestra a los visitantes como texto.',
      why: 'Los visitantes ven código en el lugar del widget.',
      todo: `Se pegó en un lugar para texto. ${pasteAgain}`,
    }),
    settingsAsText: () => ({
      what: 'Los ajustes de un widget se muestran a los visitantes como texto.',
      why: 'El creador de sitios quitó el elemento script que los rodeaba.',
      todo: pasteAgain,
    }),
    fieldsRemoved: () => ({
      what: 'Un formulario de inscripción tiene un botón, pero no preguntas: se quitaron.',
      why: 'Donde el script no funciona, nadie puede inscribirse.',
      todo: 'WordPress quita los campos de lo que los autores guardan. Pida a un administrador que lo pegue, o elija un marco.',
    }),
    formRemoved: () => ({
      what: 'Las preguntas de una inscripción están en la página, pero se quitó el formulario que las rodeaba.',
      why: 'Nadie puede inscribirse: las respuestas no se pueden mandar.',
      todo: pasteAgain,
    }),
    outerForm: () => ({
      what: 'Un formulario de inscripción está dentro de otro formulario de la página.',
      why: 'Donde el script no funciona, sus respuestas van con el otro formulario, a otra dirección.',
      todo: 'Póngalo fuera de ese formulario, o elija un marco.',
    }),
    typographicQuotes: (widget) => ({
      what: `${nameOf(widget)}: sus ajustes tienen las comillas de un procesador de texto.`,
      why: 'Los navegadores no las entienden, así que los ajustes se cortan o se pierden.',
      todo: 'Escriba comillas rectas, como en name="Riverbend", o copie otra vez el código y péguelo como texto simple.',
    }),
    noSettings: (widget) => ({
      what: `${nameOf(widget)}: no tiene ajustes.`,
      why: 'No tiene nada que mostrar.',
      todo: `El creador de sitios puede haberlos quitado. ${pasteAgain}`,
    }),
    versions: (all) => ({
      what: `Hay varias versiones de Havenkit en la página: ${all}.`,
      why: 'Vale la primera que define un widget, y sus ajustes pueden ser de otra.',
      todo: 'Use la misma versión en todos los códigos de la página.',
    }),
    otherVersion: (widget, version, own) => ({
      what: `${nameOf(widget)}: su versión es ${version}, y esta revisión es de la ${own}.`,
      why: 'Puede informar de ajustes que otra versión conoce.',
      todo: 'Nada, si el widget funciona. Si no, copie el código de la versión nueva.',
    }),
    noExactVersion: (address, own) => ({
      what: `${address} no nombra una versión exacta.`,
      why: 'El archivo cambia con cada versión, sin que usted haga nada.',
      todo: `Use @havenkit/embed@${own}.`,
    }),
    sameFile: (file) => ({
      what: `${file} está en la página más de una vez.`,
      why: 'No hace daño, pero los visitantes cargan más de lo necesario.',
      todo: 'Deje uno de los scripts, y quite los otros.',
    }),
    twice: (widget) => ({
      what: `${nameOf(widget)}: está en la página dos veces, con los mismos ajustes.`,
      why: 'El creador de sitios puede haber pegado el código dos veces.',
      todo: 'Quite uno, si no es lo que quiere.',
    }),
    otherLit: (versions) => ({
      what: `Hay varias versiones de Lit en la página: ${versions}.`,
      why: 'Con Lit están hechos los widgets. Cada archivo de Havenkit trae el suyo, así que no se estorban.',
      todo: 'Nada.',
    }),
    blocked: (what, origin, directive) => ({
      what: `La política de la página (Content Security Policy) bloquea ${blocked[what]} (${origin}).`,
      why: `Su línea ${directive} nombra lo que la página puede cargar, y esto no está en ella.`,
      todo: askForPolicy,
    }),
    trustedTypes: (file, policy) => ({
      what: `La política de la página (Content Security Policy) no deja que ${file} haga sus partes.`,
      why: `Su línea trusted-types no nombra ${policy}, así que los visitantes ven solo las palabras entre las etiquetas.`,
      todo: askForPolicy,
    }),
    unknownAttribute: (widget, name, similar) => ({
      what: `${nameOf(widget)}: no tiene un ajuste “${name}”.`,
      why: 'Se ignora.',
      todo: similar ? `¿Quiso escribir “${similar}”?` : 'Corrija su nombre, o quítelo.',
    }),
    setting: (widget, path, severe) => ({
      what: `${nameOf(widget)}: ${severe ? 'falta' : 'mire'} ${path ? `“${path}”` : 'un ajuste'}${severe ? ', o no se puede usar' : ''}.`,
      why: severe
        ? 'A los visitantes les falta algo que necesitan.'
        : 'El widget lo ignora, o puede mostrar otra cosa de lo que usted quiere decir.',
      todo: 'Corríjalo donde pegó el código.',
    }),
    frameWithoutScripts: () => ({
      what: 'Un marco no puede usar scripts.',
      why: 'Queda vacío.',
      todo: 'Agregue allow-scripts a su atributo sandbox.',
    }),
    frameWithoutTitle: () => ({
      what: 'Un marco no tiene título.',
      why: 'Un lector de pantalla dice solo “marco”.',
      todo: 'Agregue un atributo title con el nombre de su consulta, o copie otra vez el código.',
    }),
    frameWithoutHost: () => ({
      what: 'El script frame-host.js no está en la página.',
      why: 'El marco no cambia de altura, así que puede desplazarse o dejar un espacio vacío.',
      todo: 'Agregue el script del código, o haga el marco bastante alto.',
    }),
    frameWithoutWidget: () => ({
      what: 'La dirección de un marco no dice qué widget mostrar.',
      why: 'El marco no muestra ningún widget.',
      todo: 'La parte después de # puede estar cortada. Copie otra vez el código.',
    }),
    silentFrame: (address) => ({
      what: `El marco no responde: ${address}.`,
      why: 'Los visitantes ven un marco vacío, o un mensaje del navegador en él.',
      todo: 'Abra la dirección en otra pestaña. Si ahí se abre, su servidor no deja que esta página lo muestre en un marco: quite su encabezado X-Frame-Options, y permita esta página en frame-ancestors.',
    }),
    contrast: (widget, kind, ratio, needed) => ({
      what: `${nameOf(widget)}: ${kinds[kind]} tiene muy poco contraste, ${ratio} a 1.`,
      why: `Las personas que ven poco no pueden leerlo. Necesita ${needed} a 1 (WCAG 1.4.3).`,
      todo: 'Un estilo de la página cambia los colores del widget. Quite ese estilo, o ponga solo el color de la marca.',
    }),
    ...roomTexts.es,
    ...endpointTexts,
  },
};
