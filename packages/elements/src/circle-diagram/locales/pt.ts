import type { CircleDiagramStrings } from './en.js';

/** Portuguese strings of the circle diagram. */
export const pt: CircleDiagramStrings = {
  circle: {
    title: 'Um caminho de ida e um de volta',
    summary:
      'As crianças saem para explorar e voltam para descansar. Escolha um passo para ver do que seu filho ou filha pode precisar nesse momento.',
    base: {
      label: 'Em casa, com você',
      text: 'Seu filho ou filha sai de perto de você e volta para você. Nada precisa ser perfeito: bom o bastante já está bom. E, quando algo dá errado, você pode consertar.',
    },
    arcs: [
      {
        id: 'out',
        label: 'Sair para explorar',
        stops: [
          {
            id: 'go',
            label: 'Um sim com o olhar',
            text: 'Antes de sair correndo, seu filho ou filha olha para o seu rosto. O olhar pergunta: “Posso?”',
            try: 'Devolva o olhar, sorria e diga: “Pode ir, eu estou aqui.”',
          },
          {
            id: 'sight',
            label: 'Ver você por perto',
            text: 'No meio da subida do escorregador, seu filho ou filha se vira para procurar você.',
            try: 'Fique onde seu filho ou filha possa ver você. Um aceno basta.',
          },
          {
            id: 'hand',
            label: 'Uma ajudinha, sem exagero',
            text: 'A torre cai de novo. Seu filho ou filha não quer que você monte tudo.',
            try: 'Espere um instante. Depois ajude só na parte difícil.',
          },
          {
            id: 'joy',
            label: 'Alguém com quem dividir',
            text: 'Um bichinho, uma música, um pulo: seu filho ou filha quer que você veja também.',
            try: 'Pare um pouco e olhem lado a lado.',
          },
        ],
      },
      {
        id: 'back',
        label: 'Voltar para descansar',
        stops: [
          {
            id: 'welcome',
            label: 'Um rosto que diz oi',
            text: 'Seu filho ou filha vem até você, depressa ou devagar, com um sorriso ou de cara fechada.',
            try: 'Vire-se, abra os braços e diga: “Olha quem chegou!”',
          },
          {
            id: 'shelter',
            label: 'Um cantinho seguro',
            text: 'Um latido forte, um rosto novo: seu filho ou filha se esconde atrás da sua perna.',
            try: 'Abaixe-se e fique por perto. Diga o que vai acontecer agora.',
          },
          {
            id: 'feelings',
            label: 'Ajuda com emoções fortes',
            text: 'Choro, chutes ou um silêncio repentino. É peso demais para carregar sem ajuda.',
            try: 'Respire devagar. Ponha em palavras: “Que susto, né?”',
          },
          {
            id: 'rest',
            label: 'Hora de recarregar as energias',
            text: 'Seu filho ou filha se encosta em você e fica um tempo sem fazer nada.',
            try: 'Deixe esse momento durar. Seu filho ou filha sabe a hora de ir de novo.',
          },
        ],
      },
    ],
  },
  previous: 'Anterior',
  following: 'Próximo',
  backToStart: 'Voltar ao início',
  start: 'Início',
  begin: 'Escolha um número para começar.',
  step: (step, of) => `Passo ${step} de ${of}`,
  walk: 'Percorrer todos os passos',
  pause: 'Pausar',
  all: 'Mostrar todo o texto',
  tryThis: 'Você pode tentar:',
  next: (label) => `A seguir: ${label}`,
  thenHome: (label) => `Depois, de volta ao início: ${label}`,
  take: 'Imprimir ou baixar',
  print: 'Imprimir os passos',
  picture: 'Baixar imagem (PNG)',
  drawing: 'Baixar desenho (SVG)',
  downloaded: 'Procure a imagem nos seus downloads.',
  pictureInstead: 'Se não estiver lá, toque nesta imagem e segure, ou clique nela com o botão direito, para salvá-la.',
  notDrawn: 'Seu navegador não conseguiu criar esta imagem. Tente outra.',
  notPrinted: 'Se a janela de impressão não abriu, baixe a imagem.',
  notes: 'Anotações',
  notAffiliated: 'Esta página não tem vínculo com o titular do programa nem é endossada por ele.',
};
