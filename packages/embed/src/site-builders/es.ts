import type { Texts } from './texts.js';

const wordpressPlan =
  'WordPress en su propio servidor no necesita un plan. En WordPress.com, el código puede necesitar un plan de pago.';
const wordpressMissing =
  'Vea si usted es administrador o editor. WordPress quita el código de lo que otros guardan, y no avisa.';
const boxSize = 'Haga la caja bastante alta. Lo que no cabe se desplaza dentro.';
const height = 'Escriba una altura bastante grande. Lo que no cabe se desplaza dentro.';
const openPage = 'Abra la página en el editor.';
const publishSite = 'Publique el sitio.';

/** Spanish. The names of menus are those of the builders in English. */
export const es: Texts = {
  builders: {
    wix: {
      name: 'Wix, “Custom Element”',
      plan: 'Necesita un plan Premium de Wix. Sin ese plan, use “Embed HTML”.',
      open: [
        openPage,
        'Elija “Add Elements”, “Embed”, “Popular Embeds” y “Custom Element”. En Wix Studio está en “Embed & Social”.',
      ],
      size: 'Haga la caja tan alta como el widget, para computadoras y para teléfonos.',
      publish: publishSite,
      missing:
        'Vea si el sitio tiene un plan Premium, y si el nombre de la etiqueta es el de abajo. En el editor, la caja puede estar vacía.',
    },
    'wix-embed': {
      name: 'Wix, “Embed HTML”',
      plan: 'No necesita un plan Premium.',
      open: [openPage, 'Agregue un elemento “Embed HTML”.', 'Elija código, no una dirección.'],
      size: boxSize,
      publish: publishSite,
      missing: 'Vea si la caja está en la página que mira: la computadora y el teléfono tienen cada uno la suya.',
    },
    wordpress: {
      name: 'WordPress, editor de bloques',
      plan: wordpressPlan,
      open: [openPage, 'Agregue un bloque “Custom HTML”.'],
      openSiteScript: ['Agregue un bloque “Custom HTML” al pie del sitio, o abra un plugin para código al pie.'],
      publish: 'Publique la página, o guarde los cambios.',
      missing: wordpressMissing,
    },
    'wordpress-classic': {
      name: 'WordPress, editor clásico',
      plan: wordpressPlan,
      open: [openPage, 'Elija “Text” o “Code”. Después no use “Visual”: quita el widget.'],
      openSiteScript: ['Abra un plugin para código al pie, o el lugar para texto al pie del sitio.'],
      publish: 'Publique la página, o guarde los cambios.',
      missing: wordpressMissing,
    },
    'wordpress-author': {
      name: 'WordPress, autor o colaborador',
      plan: wordpressPlan,
      open: [openPage, 'Agregue un bloque “Custom HTML”.'],
      publish: 'Publique la página, o mándela a revisión.',
      missing: 'Pregunte a un administrador si el código está en el sitio. Sin él, solo se ven las palabras.',
    },
    squarespace: {
      name: 'Squarespace',
      plan: 'El código puede necesitar un plan más alto. El plan Personal no lo tiene.',
      open: [openPage, 'Agregue un bloque “Code”.'],
      openSiteScript: ['Abra los ajustes del sitio, luego “Code Injection” y “Footer”.'],
      publish: 'Guarde la página.',
      missing: 'Mire la página en una ventana donde no tenga su sesión abierta. El editor puede no usar el código.',
    },
    webflow: {
      name: 'Webflow',
      plan: 'El código puede necesitar un plan de pago.',
      open: ['Abra la página en el Designer.', 'Arrastre un elemento “Embed” a la página.'],
      openSiteScript: ['Abra los ajustes del sitio, y busque el lugar para código al final de la página.'],
      publish: publishSite,
      missing: 'Mire la página publicada. El Designer puede no usar el código.',
    },
    shopify: {
      name: 'Shopify',
      open: [
        'Elija “Online Store” y luego “Themes”.',
        'Elija “Customize”, y la página.',
        'Agregue una sección o un bloque “Custom Liquid”.',
      ],
      publish: 'Guarde.',
      missing: 'Vea si la sección está en la página que mira, y si el tema es el publicado.',
    },
    ghost: {
      name: 'Ghost',
      open: ['Abra la entrada o la página en el editor.', 'Escriba “/html” y pulse Intro.'],
      openSiteScript: ['Abra “Settings”, luego “Code injection” y luego “Site footer”.'],
      publish: 'Publique la página, o guarde los cambios.',
      missing: 'Mire la página publicada. En un boletín no funcionan los scripts: ahí solo se ven las palabras.',
    },
    framer: {
      name: 'Framer',
      open: [openPage, 'Agregue un “Embed”, uno por cada widget.', 'Elija “HTML”.'],
      size: 'Haga la caja tan ancha y tan alta como el widget.',
      publish: publishSite,
      missing: 'Mire la página publicada, también en un teléfono. En una caja angosta, el widget es angosto.',
    },
    'google-sites': {
      name: 'Google Sites',
      open: [openPage, 'Elija “Insert” y luego “Embed”.', 'Elija “Embed code”.'],
      size: boxSize,
      publish: publishSite,
      missing: 'Espere un momento, y cargue la página otra vez. Google muestra el código en un marco propio.',
    },
    godaddy: {
      name: 'GoDaddy',
      open: [openPage, 'Agregue una sección “HTML”.'],
      size: height,
      publish: publishSite,
      missing: 'Mire la página publicada. Escriba una altura más grande si algo queda cortado.',
    },
    weebly: {
      name: 'Weebly',
      open: [openPage, 'Arrastre un elemento “Embed Code” a la página.', 'Elija el elemento, y cambie su código.'],
      size: height,
      publish: publishSite,
      missing: 'Mire la página publicada. El editor puede no usar el código.',
    },
    notion: {
      name: 'Notion, y otros que solo aceptan una dirección',
      open: ['Abra la página.', 'Agregue un bloque que muestra una dirección.'],
      size: 'Haga el bloque bastante alto. Lo que no cabe se desplaza dentro.',
      publish: 'Publique la página, o compártala.',
      missing: 'Abra la dirección sola. Si el widget está ahí, el sitio no muestra páginas de usted.',
    },
    other: {
      name: 'Otro creador de sitios, o una página escrita a mano',
      open: [openPage, 'Busque el lugar para código o HTML. No pegue en el texto.'],
      publish: 'Guarde y publique la página.',
      missing: 'Si solo se ven las palabras, el sitio quitó el código. Pruebe otra forma: el marco, o el HTML simple.',
    },
  },
  reasons: {
    noHtml:
      'Un “Custom Element” acepta la dirección de un archivo y el nombre de una etiqueta, y no HTML. Use “Embed HTML”.',
    onlyAddress: 'Solo acepta la dirección de una página. Use el marco.',
    tagsRemoved: 'WordPress quita la etiqueta y el código de lo que guardan los autores.',
    framesRemoved: 'WordPress quita los marcos de lo que guardan los autores.',
    fieldsRemoved: 'WordPress quita los campos de lo que guardan los autores.',
  },
  hints: {
    privateFrame:
      'Lo que escriben los padres es privado solo en un marco de otro sitio. En la página misma, lo puede leer otro código de la página.',
    unknownOrigin:
      'Aquí el código está en un marco de otro sitio. El servicio que recibe las inscripciones debe aceptar ese sitio. Mande una prueba, y lea el “Origin” en las herramientas del navegador.',
    framedOrigin:
      'Wix muestra el código en un marco de otro sitio. Abajo está la dirección que Wix hace de la suya. Si una prueba no llega, lea el “Origin” en las herramientas del navegador.',
    ownFiles:
      'Un marco necesita los archivos en un sitio de usted: los servidores de paquetes npm no muestran páginas.',
  },
  pieces: {
    snippet: { title: 'Código', where: 'Péguelo todo donde dicen los pasos.' },
    'site-script': {
      title: 'Código para el sitio',
      where: 'Póngalo en el sitio una vez.',
    },
    'frame-address': { title: 'Dirección', where: 'Péguela donde el sitio pide una dirección.' },
    'script-address': {
      title: 'Dirección del archivo',
      where: 'Escríbala en los ajustes del “Custom Element”, como “Server URL”.',
    },
    'tag-name': {
      title: 'Nombre de la etiqueta',
      where: 'Escríbalo en los ajustes del “Custom Element”, igual que aquí.',
    },
    attributes: {
      title: 'Atributos',
      where: 'Agregue cada fila en los ajustes del “Custom Element”, en “Set Attributes”.',
    },
    velo: {
      title: 'Código de la página (Velo)',
      where: 'Úselo solo en lugar de los atributos, o si su código usa los eventos. Péguelo en el código de la página.',
    },
    'strings-script': {
      title: 'Código para el idioma',
      where: 'Póngalo en el sitio una vez, en “Settings”, “Custom Code”. Sin él, las palabras están en inglés.',
    },
    policy: {
      title: 'Content Security Policy',
      where:
        "Si el sitio tiene una política así, dé estas líneas a quien cuida el servidor. Van junto a las que hay. Omita la línea con trusted-types si la política no tiene una así, y la línea con style-src si la política tiene ahí 'unsafe-inline': con las dos, el navegador no hace caso de 'unsafe-inline'.",
    },
    'allowed-origins': {
      title: 'Sitios permitidos',
      where:
        'Póngalo donde corre su receptor, y empiece otra vez el receptor. Agregue las otras direcciones que muestran el formulario, con un espacio entre ellas.',
    },
    'json-ld': {
      title: 'Datos para los buscadores',
      where: 'Póngalo en la cabeza (“head”) de la página. Muchos sitios llaman al lugar “header code”.',
    },
  },
  steps: {
    pasteSnippet: 'Pegue el código de abajo.',
    pasteSiteScript: 'Pegue el código para el sitio que está abajo. Esto se hace solo una vez.',
    pasteAddress: 'Pegue la dirección de abajo.',
    source: 'Elija “Choose Source” y “Server URL”, y escriba la dirección y el nombre de la etiqueta de abajo.',
    attributes: 'Elija “Set Attributes”, y agregue las filas de la tabla de abajo.',
    askForSiteScript: 'Pida a quien cuida el sitio que ponga el código de abajo al final de cada página, una vez.',
    stringsScript:
      'Abra “Settings” y “Custom Code”, y pegue el código para el idioma que está abajo. Esto se hace solo una vez.',
    height: ({ phone, computer }) => `En un teléfono necesita ${phone} px, y en una página ancha ${computer} px.`,
    look: 'Mire la página publicada, en una computadora y en un teléfono.',
    tries: {
      'contact-card': 'Mire la página publicada, y pruebe cada enlace de la tarjeta.',
      'circle-diagram': 'Mire la página publicada, y lea cada paso del círculo.',
      'signup-form': 'Mire la página publicada, y mande una inscripción de prueba.',
      'reflection-prompt': 'Mire la página publicada, y lea una pregunta ahí.',
    },
    replace: {
      code: 'Si el widget ya está en la página, cambie el código viejo por el nuevo.',
      address: 'Si el widget ya está en la página, cambie la dirección vieja por la nueva.',
      'custom-element': 'Si el widget ya está en la página, cambie sus datos viejos por los nuevos.',
    },
    noPlan: 'No sabemos de un plan que usted necesite para esto.',
    menus: 'Los nombres de los menús están en inglés. En su idioma pueden ser otros, y cambian.',
  },
};
