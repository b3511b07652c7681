import type { CircleDiagramStrings } from './en.js';

/** Haitian Creole strings of the circle diagram. */
export const ht: CircleDiagramStrings = {
  circle: {
    title: 'Yon wout pou ale, yon wout pou tounen',
    summary:
      'Timoun pati al dekouvri, epi yo tounen vin pran repo. Chwazi yon etap pou wè sa pitit ou ka bezwen nan moman sa a.',
    base: {
      label: 'Lakay, avèk ou',
      text: 'Pitit ou pati bò kote w, epi li tounen vin jwenn ou. Sa w fè a pa bezwen pafè pou l bon ase. Lè bagay yo mal pase, ou ka ranje yo.',
    },
    arcs: [
      {
        id: 'out',
        label: 'Pati al dekouvri',
        stops: [
          {
            id: 'go',
            label: 'Yon ti siy pou l ale',
            text: 'Pitit ou gade figi w anvan li kouri ale. Je l ap mande: “Èske m mèt ale?”',
            try: 'Gade l tou, souri, epi di: “Ale non. Mwen la.”',
          },
          {
            id: 'sight',
            label: 'Ou toujou la devan je l',
            text: 'Nan mitan nechèl glisad la, pitit ou vire gade pou l wè kote w ye.',
            try: 'Rete kote li ka wè w. Fè l yon ti siy ak men w, sa sifi.',
          },
          {
            id: 'hand',
            label: 'Yon ti èd, pa twòp',
            text: 'Blòk yo tonbe ankò. Pitit ou pa vle ou monte yo pou li.',
            try: 'Tann yon ti moman. Apre sa, ede l sèlman nan pati ki difisil la.',
          },
          {
            id: 'joy',
            label: 'Yon moun pou l pataje jwa li',
            text: 'Yon ti bèt, yon chante, yon ti sote: pitit ou vle ou wè sa tou.',
            try: 'Kanpe yon ti moman, gade ansanm.',
          },
        ],
      },
      {
        id: 'back',
        label: 'Tounen vin pran repo',
        stops: [
          {
            id: 'welcome',
            label: 'Yon figi ki kontan wè l',
            text: 'Pitit ou ap vin jwenn ou, vit oswa dousman, kè kontan oswa kè boulvèse.',
            try: 'Vire bò kote l, louvri bra w, epi di: “Men ou!”',
          },
          {
            id: 'shelter',
            label: 'Yon kote san danje pou l kache',
            text: 'Yon chyen k ap jape fò, yon figi li pa konnen: pitit ou kache dèyè janm ou.',
            try: 'Bese nan wotè l epi rete toupre l. Di l sa ki pral pase apre.',
          },
          {
            id: 'feelings',
            label: 'Èd lè santiman yo fò',
            text: 'Li kriye, li bay kout pye, oswa li fè silans sanzatann. Se twòp pou l pote poukont li.',
            try: 'Respire dousman. Mete sa an pawòl: “Bagay sa a te fè pè.”',
          },
          {
            id: 'rest',
            label: 'Yon ti tan pou l repran fòs',
            text: 'Pitit ou apiye sou ou, epi li pa fè anyen pandan yon ti moman.',
            try: 'Kite moman sa a dire. Pitit ou konnen ki lè pou l ale.',
          },
        ],
      },
    ],
  },
  previous: 'Anvan',
  following: 'Apre',
  backToStart: 'Tounen nan kòmansman',
  start: 'Kòmansman',
  begin: 'Chwazi yon nimewo pou kòmanse.',
  step: (step, of) => `Etap ${step} sou ${of}`,
  walk: 'Jwe tout etap yo',
  pause: 'Poz',
  all: 'Montre tout tèks yo',
  tryThis: 'Ou ka eseye:',
  next: (label) => `Apre: ${label}`,
  thenHome: (label) => `Apre sa, tounen nan kòmansman: ${label}`,
  take: 'Enprime oswa telechaje',
  print: 'Enprime etap yo',
  picture: 'Telechaje imaj la (PNG)',
  drawing: 'Telechaje desen an (SVG)',
  downloaded: 'Chèche imaj la nan telechajman ou yo.',
  pictureInstead: 'Si li pa la, peze imaj sa a epi kenbe l, oswa fè klik dwat sou li, pou anrejistre l.',
  notDrawn: 'Navigatè ou a pa t ka fè imaj sa a. Eseye yon lòt.',
  notPrinted: 'Si pa gen fenèt ki louvri pou enprime, telechaje imaj la pito.',
  notes: 'Nòt',
  notAffiliated: 'Paj sa a pa afilye ak mèt pwogram nan, ni mèt pwogram nan pa apwouve l.',
};
