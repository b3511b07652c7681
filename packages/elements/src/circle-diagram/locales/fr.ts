import type { CircleDiagramStrings } from './en.js';

/** French strings of the circle diagram. A narrow no-break space (U+202F) stands before “: ; ? !” and inside « ». */
export const fr: CircleDiagramStrings = {
  circle: {
    title: 'Un chemin pour partir, un pour revenir',
    summary:
      'Les enfants partent explorer et reviennent se reposer. Choisissez une étape pour voir de quoi votre enfant peut avoir besoin à ce moment-là.',
    base: {
      label: 'À la maison, avec vous',
      text: 'Votre enfant s’éloigne de vous, puis revient vers vous. Rien n’a besoin d’être parfait\u202F: assez bien, c’est déjà bien. Et quand quelque chose se passe mal, vous pouvez réparer.',
    },
    arcs: [
      {
        id: 'out',
        label: 'Partir explorer',
        stops: [
          {
            id: 'go',
            label: 'Un oui du regard',
            text: 'Avant de filer, votre enfant regarde votre visage. Ses yeux demandent\u202F: «\u202FJe peux\u202F?\u202F»',
            try: 'Rendez-lui son regard, souriez et dites\u202F: «\u202FVas-y, je suis là.\u202F»',
          },
          {
            id: 'sight',
            label: 'Pouvoir encore vous voir',
            text: 'À mi-hauteur du toboggan, votre enfant se retourne pour vous chercher des yeux.',
            try: 'Restez là où votre enfant peut vous voir. Un signe de la main suffit.',
          },
          {
            id: 'hand',
            label: 'Un peu d’aide, pas trop',
            text: 'La tour s’écroule encore. Votre enfant ne veut pas que vous la construisiez à sa place.',
            try: 'Attendez un instant. Puis aidez, mais seulement là où c’est difficile.',
          },
          {
            id: 'joy',
            label: 'Quelqu’un avec qui partager',
            text: 'Un insecte, une chanson, un saut\u202F: votre enfant veut que vous regardiez aussi.',
            try: 'Arrêtez-vous et regardez ensemble.',
          },
        ],
      },
      {
        id: 'back',
        label: 'Revenir se reposer',
        stops: [
          {
            id: 'welcome',
            label: 'Un visage qui dit bonjour',
            text: 'Votre enfant vient vers vous, en courant ou à petits pas, le cœur léger ou le cœur gros.',
            try: 'Tournez-vous, ouvrez les bras et dites\u202F: «\u202FTe voilà\u202F!\u202F»',
          },
          {
            id: 'shelter',
            label: 'Un endroit sûr où se cacher',
            text: 'Un chien qui aboie fort, un visage inconnu\u202F: votre enfant se cache derrière votre jambe.',
            try: 'Mettez-vous à sa hauteur et restez tout près. Dites ce qui va se passer.',
          },
          {
            id: 'feelings',
            label: 'De l’aide quand ça déborde',
            text: 'Des pleurs, des coups de pied ou un silence soudain. C’est trop lourd à porter sans aide.',
            try: 'Respirez lentement. Mettez des mots dessus\u202F: «\u202FÇa t’a fait peur.\u202F»',
          },
          {
            id: 'rest',
            label: 'Le temps de faire le plein',
            text: 'Votre enfant se blottit contre vous et ne fait rien pendant un moment.',
            try: 'Laissez durer ce moment. Votre enfant sait quand il est temps de repartir.',
          },
        ],
      },
    ],
  },
  previous: 'Précédent',
  following: 'Suivant',
  backToStart: 'Retour au départ',
  start: 'Départ',
  begin: 'Choisissez un numéro pour commencer.',
  step: (step, of) => `Étape ${step} sur ${of}`,
  walk: 'Parcourir les étapes',
  pause: 'Pause',
  all: 'Afficher tout le texte',
  tryThis: 'Vous pourriez essayer\u202F:',
  next: (label) => `Ensuite\u202F: ${label}`,
  thenHome: (label) => `Puis retour au départ\u202F: ${label}`,
  take: 'Imprimer ou télécharger',
  print: 'Imprimer les étapes',
  picture: 'Télécharger l’image (PNG)',
  drawing: 'Télécharger le dessin (SVG)',
  downloaded: 'Cherchez l’image dans vos téléchargements.',
  pictureInstead:
    'Si elle n’y est pas, appuyez longuement sur cette image, ou faites un clic droit dessus, pour l’enregistrer.',
  notDrawn: 'Votre navigateur n’a pas pu créer cette image. Essayez-en une autre.',
  notPrinted: 'Si aucune fenêtre d’impression ne s’est ouverte, téléchargez plutôt l’image.',
  notes: 'Notes',
  notAffiliated: 'Cette page n’est ni affiliée au propriétaire du programme ni approuvée par lui.',
};
