import { plural } from '../../foundation/localization/plural.js';
import type { SignupFormStrings } from './en.js';

// Browsers write “1 février”.
const ordinal = (date: string): string => date.replace(/^1(?!\d)/, '1er');

/** French strings of the sign-up form. A narrow no-break space (U+202F) stands before “: ; ? !” and inside « ». */
export const fr: SignupFormStrings = {
  title: (program) => `S’inscrire à ${program}`,
  optional: '(facultatif)',
  format: 'Comment souhaitez-vous participer\u202F?',
  formatChoices: { individual: 'En individuel', group: 'En groupe', unsure: 'Je ne sais pas encore' },
  session: 'Quel groupe vous convient\u202F?',
  weekly: (weekday) => `Tous les ${weekday}s`,
  timeRange: (start, end) => (end ? `de ${start} à ${end}` : start),
  dateRange: (first, last) => (last ? `Du ${ordinal(first)} au ${ordinal(last)}` : first),
  inZone: (time, zone) => `${time} (${zone})`,
  yourTime: (time) => `À votre heure locale\u202F: ${time.charAt(0).toLowerCase()}${time.slice(1)}`,
  online: 'En ligne',
  inLanguage: (language) => `En ${language}`,
  meetings: (count) =>
    plural('fr', count, {
      one: `${count} rencontre`,
      many: `${count} de rencontres`,
      other: `${count} rencontres`,
    }),
  places: (count) =>
    plural('fr', count, {
      one: `Il reste ${count} place`,
      many: `Il reste ${count} de places`,
      other: `Il reste ${count} places`,
    }),
  fullSession: 'Complet. Vous pouvez rejoindre la liste d’attente.',
  times: 'Quels moments vous conviennent\u202F?',
  timesHint: 'Les dates ne sont pas encore fixées. Choisissez tout ce qui vous convient.',
  timesChoices: { morning: 'Le matin', afternoon: 'L’après-midi', evening: 'Le soir', weekend: 'Le week-end' },
  name: 'Votre nom',
  preferredContact: 'Comment pouvons-nous vous contacter\u202F?',
  preferredContactChoices: { telephone: 'Par téléphone', sms: 'Par SMS', email: 'Par e-mail' },
  telephone: 'Numéro de téléphone',
  telephoneHint: 'Indiquez aussi l’indicatif régional. Tous les formats conviennent.',
  leaveMessage: 'Si vous ne répondez pas, pouvons-nous laisser un message\u202F?',
  leaveMessageHint: 'Quelqu’un d’autre pourrait l’entendre ou le voir.',
  leaveMessageChoices: { yes: 'Oui', no: 'Non, rappelez-moi simplement' },
  email: 'Adresse e-mail',
  didYouMean: (email) => `Vouliez-vous dire ${email}\u202F?`,
  useThat: 'Utiliser cette adresse',
  childAgeBand: 'Quel âge a votre enfant\u202F?',
  childAgeBandChoices: {
    expecting: 'Naissance à venir',
    '0-1': 'De la naissance à 1 an',
    '2-3': 'De 2 à 3 ans',
    '4-6': 'De 4 à 6 ans',
    '7-12': 'De 7 à 12 ans',
    '13-17': 'De 13 à 17 ans',
  },
  noAnswer: 'Choisissez un âge',
  message: 'Y a-t-il autre chose que nous devrions savoir\u202F?',
  messageHint: 'N’indiquez pas de détails privés. Vous pourrez nous en parler de vive voix.',
  consent: (provider) =>
    `J’accepte que ${provider ? `${provider} conserve` : 'vous conserviez'} ce que j’indique ici pour me répondre et organiser le programme.`,
  keeps: (time) => `Ces informations sont conservées pendant ${time}.`,
  agree: 'J’accepte',
  privacy: 'Comment nous traitons vos informations',
  newTab: '(s’ouvre dans un nouvel onglet)',
  sent: 'Ce qui est envoyé, et où',
  sentTo: (host) => `Seules ces informations sont envoyées, à ${host}\u202F:`,
  consentSent: 'Ce que vous avez accepté',
  also: 'Le nom du programme, votre langue, le temps passé à remplir le formulaire et un identifiant pour cette inscription',
  mailSubject: (program) => `Inscription\u202F: ${program}`,
  website: 'Laissez ce champ vide',
  elsewhere:
    'Quelqu’un vient de s’inscrire dans un autre onglet. Utilisez ce formulaire seulement pour une autre personne.',
  draft: 'Vos réponses restent dans cet onglet jusqu’à ce que vous les envoyiez ou que vous vidiez le formulaire.',
  clear: 'Vider le formulaire',
  clearSure: 'Effacer tout ce que vous avez indiqué\u202F?',
  clearTwice:
    'Si vous videz le formulaire et que vous vous inscrivez de nouveau, nous pourrions recevoir l’inscription deux fois.',
  clearYes: 'Oui, vider le formulaire',
  clearNo: 'Non, garder mes réponses',
  submit: 'S’inscrire',
  joinList: 'Rejoindre la liste d’attente',
  again: 'Réessayer',
  submitMail: 'Continuer vers l’e-mail',
  openMail: 'Rouvrir l’e-mail',
  sending: 'Envoi en cours…',
  sendingSlow: 'Nous essayons encore. Gardez cette page ouverte.',
  problems: (count) =>
    plural('fr', count, {
      one: `Il y a ${count} problème`,
      many: `Il y a ${count} de problèmes`,
      other: `Il y a ${count} problèmes`,
    }),
  shorter: (question) => `Raccourcissez votre réponse\u202F: ${question}`,
  check: (question) => `Vérifiez votre réponse\u202F: ${question}`,
  errors: {
    format: { missing: 'Choisissez comment vous souhaitez participer' },
    session: { missing: 'Choisissez un groupe, ou «\u202FJe ne sais pas encore\u202F»' },
    name: { missing: 'Indiquez votre nom' },
    preferredContact: { missing: 'Choisissez comment nous pouvons vous contacter' },
    telephone: {
      missing: 'Indiquez votre numéro de téléphone avec l’indicatif régional',
      invalid: 'Indiquez un numéro de téléphone avec l’indicatif régional, par exemple 919-555-0100',
      'no-contact': 'Indiquez un numéro de téléphone ou une adresse e-mail',
    },
    leaveMessage: { missing: 'Choisissez si nous pouvons laisser un message' },
    email: {
      missing: 'Indiquez votre adresse e-mail',
      invalid: 'Indiquez une adresse e-mail, par exemple nom@example.com',
    },
    website: { invalid: 'Effacez ce qui est écrit dans «\u202FLaissez ce champ vide\u202F»' },
    consent: { missing: 'Cochez la case pour que nous puissions conserver ce que vous avez indiqué' },
  },
  states: {
    confirmed: 'Nous avons bien reçu votre inscription',
    waiting: 'Vous êtes sur la liste d’attente',
    waitingText: 'Nous vous contacterons si une place se libère.',
    unconfirmed: 'Votre inscription a été envoyée, mais pas confirmée',
    unconfirmedText:
      'Cette page ne peut pas savoir si nous l’avons reçue. Si vous n’avez pas de nouvelles de nous d’ici une semaine, contactez-nous.',
    earlierTitle: 'Nous avons reçu votre inscription précédente',
    earlier:
      'Nous avons votre inscription précédente, mais pas les changements que vous avez faits ensuite. Pour la modifier, contactez-nous.',
    mailed: 'Envoyez maintenant l’e-mail',
    mailedText: 'Nous ne recevrons votre inscription que si vous l’envoyez depuis votre application e-mail.',
    mailedPart:
      'L’e-mail ne contient que la première partie. Copiez votre inscription et collez-la en entier dans l’e-mail avant de l’envoyer.',
    refused: 'Votre inscription n’a pas abouti',
    refusedText: 'Rien n’a été enregistré. Vous pouvez réessayer ou nous contacter.',
    full: 'Ce groupe est complet',
    fullText: 'Vous pouvez rejoindre la liste d’attente ou choisir une autre option plus haut.',
    unknown: 'Nous ne savons pas si votre inscription est arrivée',
    unknownEarlier: 'Nous ne savons pas si une inscription faite plus tôt dans cet onglet est arrivée',
    unknownText: 'Nous n’avons pas reçu de réponse.',
    unknownOffline: 'Vous êtes peut-être hors ligne. Vérifiez d’abord votre connexion.',
    once: 'Vous pouvez réessayer sans risque. Il n’y aura pas de double inscription.',
    twice: 'Vous pouvez réessayer. Si nous la recevons deux fois, nous pourrons voir que c’est la même inscription.',
    notSent: 'Votre inscription n’a pas été envoyée',
    notSentText: 'Vous êtes peut-être hors ligne. Vérifiez votre connexion et réessayez.',
  },
  noMail: (address) => `Si aucun e-mail ne s’est ouvert, copiez votre inscription et envoyez-la à ${address}.`,
  copy: 'Copier l’inscription',
  copied: 'Copié.',
  notCopied: 'Votre navigateur n’a pas pu copier ce texte. Il est sélectionné\u202F: vous pouvez le copier vous-même.',
  wait: (minutes) => {
    const hours = Math.ceil(minutes / 60);
    const time =
      minutes > 90
        ? plural('fr', hours, { one: `${hours} heure`, many: `${hours} d’heures`, other: `${hours} heures` })
        : plural('fr', minutes, { one: `${minutes} minute`, other: `${minutes} minutes` });
    return `Attendez ${time} avant de réessayer.`;
  },
  stillHere: 'Vos réponses sont toujours là.',
  reference: (reference) => `Votre numéro de référence\u202F: ${reference}`,
  referenceHint: 'Gardez ce numéro au cas où vous nous contacteriez.',
  nextStep: 'Nous vous contacterons pour la suite.',
  callUs: (number) => `Vous pouvez aussi nous appeler au ${number}.`,
  print: 'Imprimer la confirmation',
  calendar: 'Ajouter au calendrier',
  downloaded: 'Cherchez le fichier dans vos téléchargements. Ouvrez-le pour ajouter les dates.',
  notThere: 'Si le fichier n’y est pas',
  copyInstead: 'Cette page n’autorise peut-être pas les téléchargements. Copiez plutôt les dates.',
  notPrinted: 'Si aucune fenêtre d’impression ne s’est ouverte, faites plutôt une capture d’écran.',
  continueAt: 'Continuer',
};
