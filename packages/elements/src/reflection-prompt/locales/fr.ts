import { crisisFr } from '../../foundation/crisis/locales/crisis.fr.js';
import { plural } from '../../foundation/localization/plural.js';
import type { ReflectionPromptStrings } from './en.js';

// Browsers write “1 février”.
const ordinal = (date: string): string => date.replace(/^1(?!\d)/, '1er');

/** French strings of the reflection prompt. A narrow no-break space (U+202F) stands before “: ; ? !” and inside « ». */
export const fr: ReflectionPromptStrings = {
  title: 'Un moment de calme',
  prompts: {
    go: [
      'À quand remonte la dernière fois où votre enfant a regardé votre visage avant de filer\u202F? Que pouvait-on y lire\u202F?',
      'Que laissez-vous facilement votre enfant essayer\u202F? Qu’est-ce qui vous est plus difficile\u202F?',
      'Qui vous disait «\u202Fvas-y\u202F» quand vous étiez enfant\u202F?',
    ],
    sight: [
      'Pensez à un endroit où votre enfant joue, puis vous cherche des yeux. Que voit votre enfant\u202F?',
      'Qu’est-ce qui détourne le plus souvent votre attention\u202F? Qu’est-ce qui aiderait pendant cinq minutes\u202F?',
      'Comment fait votre enfant pour s’assurer que vous êtes toujours là\u202F?',
    ],
    hand: [
      'Pensez à une fois où vous avez aidé tout de suite. Qu’aurait-il pu se passer si vous aviez attendu\u202F?',
      'Que veut faire votre enfant sans aide, ces temps-ci\u202F?',
      'Comment aimez-vous qu’on vous aide quand quelque chose est difficile\u202F?',
    ],
    joy: [
      'Qu’est-ce qui a illuminé le visage de votre enfant aujourd’hui, ne serait-ce qu’une seconde\u202F?',
      'À quand remonte la dernière fois où votre enfant et vous avez ri de la même chose\u202F?',
      'Qu’est-ce que votre enfant adore, mais qui vous attire moins\u202F? Quelle question pourriez-vous lui poser à ce sujet\u202F?',
    ],
    welcome: [
      'Après l’école, la nuit ou le jeu, comment se passent les retrouvailles avec votre enfant\u202F?',
      'Que faites-vous en premier quand votre enfant arrive\u202F? Qu’aimeriez-vous faire\u202F?',
      'Qui se réjouissait de vous voir rentrer quand vous étiez enfant\u202F?',
    ],
    shelter: [
      'Qu’est-ce qui fait peur à votre enfant ces temps-ci\u202F? À quoi le voyez-vous\u202F?',
      'Quel est l’endroit où votre enfant se sent le plus en sécurité\u202F? Qu’est-ce qui lui donne ce sentiment\u202F?',
      'Quand vous avez peur, qu’est-ce qui aide\u202F: des mots, le silence ou quelqu’un tout près\u202F?',
    ],
    feelings: [
      'Parmi les émotions de votre enfant, laquelle avez-vous le plus de mal à accompagner\u202F?',
      'Pensez à un moment difficile de cette semaine. De quoi avait peut-être besoin votre enfant, sans pouvoir le dire\u202F?',
      'Après une dispute, comment faites-vous la paix, votre enfant et vous\u202F?',
    ],
    rest: [
      'Quels sont les moments où votre enfant est calme avec vous\u202F? Que faites-vous alors\u202F?',
      'Qu’est-ce qui vous redonne des forces quand vous n’en pouvez plus\u202F? À quand remonte la dernière fois\u202F?',
      'Qu’est-ce qui s’est assez bien passé aujourd’hui\u202F?',
    ],
  },
  label: 'Vos pensées',
  onlyYou: 'Ce texte n’est envoyé à personne. Il disparaît quand vous quittez cette page, sauf si vous l’enregistrez.',
  onlyYouEdit: 'Votre note enregistrée reste telle quelle jusqu’à ce que vous enregistriez vos modifications.',
  editing: (date) => `Modifiez votre note du ${ordinal(date)}`,
  done: 'Terminé',
  skip: 'Passer cette question',
  another: 'Une autre question',
  skipped: 'Pas de problème. Rien ne vous oblige à répondre.',
  forStep: 'Votre prochaine question portera sur l’étape que vous avez choisie.',
  thanks: 'Merci d’avoir pris ce moment',
  tryThis: 'Une petite chose à essayer\u202F:',
  tries: [
    'Respirez une fois, lentement, avant de vous lever.',
    'Regardez votre enfant le temps d’une chanson, sans rien faire d’autre.',
    'Dites une chose que vous avez remarquée aujourd’hui\u202F: «\u202FTu as attendu ton tour.\u202F»',
    'Si quelque chose s’est mal passé, dites\u202F: «\u202FPardon. On recommence.\u202F»',
    'Posez une main sur votre poitrine et relâchez les épaules.',
    'Partagez une phrase de tout ceci avec une personne de confiance.',
  ],
  save: 'Enregistrer sur cet appareil',
  saveChanges: 'Enregistrer les modifications',
  download: 'Télécharger cette note',
  clear: 'Effacer mon texte',
  cleared: 'Votre texte a été effacé de cette page.',
  undo: 'Rétablir mon texte',
  writeMore: 'Continuer à écrire',
  writeSomething: 'Écrire quelque chose',

  askTitle: 'Avant d’enregistrer',
  ask: (canEncrypt) => [
    'Votre note reste dans ce navigateur, sur cet appareil. Rien n’est envoyé nulle part.',
    `Toute personne qui utilise ce navigateur peut l’ouvrir ici${canEncrypt ? ', sauf si vous créez un mot de passe' : ''}.`,
    'Elle est supprimée si vous effacez les données du navigateur. Dans une fenêtre de navigation privée, elle est supprimée quand vous fermez la fenêtre.',
  ],
  askSafari: 'Safari peut la supprimer si vous restez 7 jours sans revenir.',
  askBackup: 'Une sauvegarde en garde une copie.',
  askFrame:
    'Cette page se trouve à l’intérieur d’un autre site. C’est seulement là que vous pourrez retrouver vos notes.',
  saveWithout: 'Enregistrer sans mot de passe',
  saveWith: 'Enregistrer avec un mot de passe',
  doNotSave: 'Ne pas enregistrer',

  wait: 'Un instant.',
  saved: 'Note enregistrée sur cet appareil.',
  savedBoth:
    'Cette note a été modifiée ou supprimée dans un autre onglet. Votre version est enregistrée comme une note séparée.',
  notSaved: 'Votre navigateur n’a pas enregistré la note.',
  noSpace: 'Il n’y a plus de place pour cette page sur cet appareil.',
  stays: 'Votre texte reste ici jusqu’à ce que vous quittiez la page. Téléchargez-le pour le garder.',
  blank: 'Écrivez d’abord quelque chose.',
  downloaded: 'Cherchez le fichier dans vos téléchargements.',
  backedUp:
    'Cherchez la sauvegarde dans vos téléchargements. Retenez son mot de passe\u202F: il ne peut pas être réinitialisé.',
  notThere: 'Si le fichier n’y est pas',
  copyInstead:
    'Cette page n’autorise peut-être pas les téléchargements. Copiez ce texte et enregistrez-le dans un fichier texte.',
  untilLeave: 'non enregistrée, disparaît quand vous quittez cette page',

  notes: 'Notes enregistrées',
  noNotes: 'Aucune note n’est enregistrée ici.',
  unavailable: 'Ce navigateur ne permet pas à cette page d’enregistrer des notes.',
  edit: 'Modifier',
  editNote: (date) => `Modifier la note du ${ordinal(date)}`,
  delete: 'Supprimer',
  deleteNote: (date) => `Supprimer la note du ${ordinal(date)}`,
  deleteSure: 'Supprimer cette note\u202F? C’est définitif.',
  deleteYes: 'Supprimer la note',
  deleted: 'Note supprimée.',
  cancel: 'Annuler',
  more: 'Afficher plus de notes',
  unread: 'Au moins une note enregistrée ne peut pas être ouverte. Rien n’a été supprimé.',
  failed: 'Quelque chose n’a pas fonctionné.',
  unchanged: 'Rien n’a été modifié.',

  tools: 'Gérer les notes enregistrées',
  downloadAll: 'Tout télécharger au format texte',
  backup: 'Télécharger une sauvegarde',
  backupText: 'Un seul fichier avec toutes vos notes. Il a son propre mot de passe.',
  restore: 'Restaurer une sauvegarde',
  backupFile: 'Fichier de sauvegarde',
  openBackup: 'Ouvrir la sauvegarde',
  damagedFile: 'Ce fichier n’est pas une sauvegarde, ou il est endommagé. Rien n’a été modifié.',
  newer: 'Cette sauvegarde vient d’une version plus récente de cette page. Gardez le fichier et réessayez plus tard.',
  complete: 'La sauvegarde est complète. Choisissez ce que vous voulez en faire.',
  backupHolds: (count, from, to) => {
    const notes = plural('fr', count, { one: `${count} note`, many: `${count} de notes`, other: `${count} notes` });
    return `${notes}, du ${ordinal(from)}${from === to ? '' : ` au ${ordinal(to)}`}.`;
  },
  add: 'Ajouter à mes notes',
  added: 'La sauvegarde a été ajoutée à vos notes.',
  replace: 'Remplacer mes notes',
  replaceSure:
    'Remplacer toutes les notes enregistrées\u202F? Celles que vous avez maintenant seront supprimées. C’est définitif.',
  replaceYes: 'Oui, tout remplacer',
  replaced: 'Vos notes ont été remplacées par celles de la sauvegarde.',

  password: 'Mot de passe',
  backupPassword: 'Mot de passe de la sauvegarde',
  currentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  passwordHint: 'Choisissez au moins trois mots dont vous vous souviendrez.',
  confirmPassword: 'Confirmez le nouveau mot de passe',
  showPassword: 'Afficher le mot de passe',
  noReset: 'Si vous oubliez ce mot de passe, personne ne pourra ouvrir ceci. Il ne peut pas être réinitialisé.',
  setPassword: 'Créer un mot de passe',
  passwordSet: 'Mot de passe créé. Vous en aurez désormais besoin pour ouvrir vos notes.',
  changePassword: 'Changer le mot de passe',
  passwordChanged: 'Mot de passe changé.',
  removePassword: 'Retirer le mot de passe',
  removePasswordText: 'Sans mot de passe, toute personne qui utilise ce navigateur peut ouvrir vos notes.',
  passwordRemoved: 'Mot de passe retiré. Toute personne qui utilise ce navigateur peut ouvrir vos notes.',
  mustMatch: 'Saisissez le même mot de passe dans les deux champs.',
  mustEnter: 'Saisissez un mot de passe.',
  mustChoose: 'Choisissez un fichier de sauvegarde.',
  wrong: 'Ce mot de passe n’a pas fonctionné. Réessayez.',
  damaged:
    'Le verrou de vos notes enregistrées est endommagé\u202F: elles ne peuvent pas être ouvertes. Rien n’a été supprimé.',
  unlock: 'Déverrouiller',
  unlocked: 'Notes déverrouillées.',
  lock: 'Verrouiller maintenant',
  locked: 'Notes verrouillées. Saisissez votre mot de passe pour les voir.',
  forgot: 'Mot de passe oublié\u202F?',
  forgotText: 'Il ne peut pas être réinitialisé. Vous pouvez supprimer toutes les notes et recommencer.',

  deleteAll: 'Supprimer toutes les notes',
  deleteAllSure: (encrypted) =>
    `Supprimer toutes les notes enregistrées${encrypted ? ' et le mot de passe' : ''}\u202F? C’est définitif.`,
  deleteAllYes: 'Oui, tout supprimer',
  allDeleted: 'Toutes les notes enregistrées sont supprimées.',

  hide: 'Masquer',
  show: 'Afficher',
  helpNow: 'Besoin d’aide tout de suite\u202F?',
  helpAll: 'Tous les numéros d’aide',
  limits: 'Ce qui est privé, et ce qui ne l’est pas',
  limitsText: [
    'Ce que vous écrivez n’est envoyé nulle part. Votre texte n’est enregistré que si vous le décidez.',
    'Un mot de passe protège vos notes des autres personnes qui utilisent cet appareil. Il ne les cache pas au code même de ce site pendant qu’elles sont ouvertes. Il ne protège pas d’un logiciel qui surveille cet appareil.',
    '«\u202FMasquer\u202F» retire ceci de l’écran et ne supprime rien. Appuyer deux fois sur la touche Échap (Esc) fait la même chose.',
    'Les fichiers téléchargés sont des fichiers ordinaires. Gardez-les là où personne d’autre ne regardera.',
  ],
  limitsMore: 'En savoir plus sur la confidentialité',
  help: crisisFr,
};
