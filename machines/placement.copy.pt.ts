// What Charla says around the placement test, in Brazilian Portuguese.
import type { Facts, SameKeys } from './copy.ts';
import { languagesPt } from './onboarding.copy.pt.ts';
import type { placementEs } from './placement.copy.es.ts';
import { howPlaced, instruction, itemButtons, itemPlace, itemRows, resultButtons } from './placement.phrases.ts';
import type { Level } from './vocabulary.ts';

const meanings: Readonly<Record<Level, string>> = {
  A1: 'Você está nos primeiros passos: se apresentar e pedir o básico.',
  A2: 'Você se vira no dia a dia: compras, rotina, planos simples.',
  B1: 'Você se vira numa viagem ou no trabalho e sabe contar o que acontece.',
  B2: 'Você conversa com desenvoltura e defende sua opinião.',
  C1: 'Você se expressa com fluência e nuances.',
  C2: 'Você entende e diz quase tudo.',
};
const levelOf = ({ context }: Facts): Level => context.profile.level ?? 'A1';

const onward = {
  skip: { title: 'Não sei', also: ['não sei essa', 'não faço ideia', 'não lembro'] },
  end: { title: 'Deixar por aqui', also: ['quero deixar', 'deixar', 'chega', 'não quero continuar'] },
  beginner: { title: 'Começo do zero', also: ['sou iniciante'] },
};

export const placementPt: SameKeys<typeof placementEs> = {
  'placement.offer': {
    ask: 'Vamos medir seu nível? São quinze perguntas no máximo, uns cinco minutos, e a primeira lição já sai sob medida.',
    buttons: { test: { title: 'Medir meu nível', also: ['medir', 'sim', 'vamos', 'bora', 'ok', 'claro'] }, lesson: { title: 'Começar já', also: ['começar', 'a lição', 'lição'] }, later: { title: 'Depois', also: ['não', 'mais tarde', 'agora não'] } },
  },
  // Said before the questions are drawn, so that one that was open is one that is lost.
  'placement.begin': (facts) => (itemPlace(facts) !== null ? 'Essa pergunta não existe mais; aqui vai outra.' : {
    funny: 'Lá vamos nós: até 15 perguntas, uns cinco minutos. Aqui eu não corrijo, só escuto. Se uma não sair, toque ou escreva *Não sei* e passamos à próxima.',
    strict: 'Até 15 perguntas, uns cinco minutos. Durante o teste eu não corrijo. Se não souber uma, toque ou escreva *Não sei*.',
  }),
  'placement.nothing': 'Ainda não tenho perguntas suficientes para medir seu nível.',
  'placement.failed': 'Estou demorando para preparar o teste e não quero deixar você esperando. Nada se perdeu: tente de novo daqui a pouco.',
  'placement.item': {
    ask: (facts) => (facts.item === null ? 'Essa pergunta não existe mais. Escreva qualquer coisa e seguimos com outra.' : `Pergunta ${itemPlace(facts) ?? 1}. ${instruction(facts, { choose: 'Escolha', fill: 'Complete', correct: 'Há um erro; escreva a frase certa', translate: `Diga em ${languagesPt[facts.context.profile.targetLanguage ?? 'en']}` })}: ${facts.item.stem}`),
    buttons: (facts) => itemButtons(facts, onward),
    list: { open: 'Ver opções', rows: (facts) => itemRows(facts, onward) },
  },
  'placement.result': {
    ask: (facts) => {
      const level = levelOf(facts);
      const means = meanings[level];
      switch (howPlaced(facts)) {
        case 'said': return `Perfeito: nível *${level}*, do começo e sem pressa. Vamos?`;
        case 'corrected': return `Mudei: *${level}*. ${means} Começamos por aí?`;
        case 'ceiling': return `Seu nível: *${level}*, no mínimo. ${means} É o mais alto que sei medir e ensinar por enquanto. Começamos por aí?`;
        default: return `Seu nível: *${level}*. ${means} Começamos por aí? Se não combina com você, mude com um toque.`;
      }
    },
    buttons: (facts) => resultButtons(facts, {
      lesson: { title: 'Começar', also: ['sim', 'vamos', 'bora', 'ok', 'claro'] },
      lower: { title: 'Mais fácil', also: ['fácil', 'mais baixo', 'um nível abaixo'] },
      higher: { title: 'Mais difícil', also: ['difícil', 'mais alto', 'um nível acima'] },
    }),
  },
  'placement.tooFew': (facts) => {
    const level = levelOf(facts);
    return `Com tão poucas respostas, dizer um nível seria adivinhar. Deixo você no ${level}; em *Ajustes* dá para medir ou mudar.`;
  },
  'placement.level': {
    ask: 'Qual nível eu coloco?',
    list: {
      open: 'Escolher nível',
      rows: {
        test: { title: 'Medir meu nível', description: 'Até 15 perguntas, uns cinco minutos', also: ['medir', 'o teste', 'teste'] },
        A1: { title: 'A1: começo do zero', also: ['a1', 'zero', 'do zero', 'começo do zero'] },
        A2: { title: 'A2: sei um pouco', also: ['a2', 'um pouco', 'sei um pouco'] },
        B1: { title: 'B1: eu me viro', also: ['b1', 'me viro', 'eu me viro'] },
        back: { title: 'Voltar ao menu', also: ['voltar', 'nada'] },
      },
    },
  },
};
