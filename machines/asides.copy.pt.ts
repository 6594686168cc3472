// What Charla says in between, in Brazilian Portuguese: the level, and where the learner is.
import type { SameKeys } from './copy.ts';
import type { asidesEs } from './asides.copy.es.ts';
import { clockH, comma, zoneRows } from './phrases.ts';
import { itemPlace } from './placement.phrases.ts';
import { languagesPt } from './onboarding.copy.pt.ts';

const can = {
  A1: 'você entende e usa frases simples do dia a dia',
  A2: 'você se vira no dia a dia, como se apresentar, comprar ou pedir algo',
  B1: 'você se vira numa viagem e conta planos e experiências',
  B2: 'você conversa com fluência e acompanha textos complexos',
  C1: 'você se expressa com facilidade e precisão sobre quase tudo',
  C2: 'você entende e diz praticamente tudo, com as nuances',
} as const;

export const asidesPt: SameKeys<typeof asidesEs> = {
  level: {
    ask: ({ context: { profile } }) => `Seu nível de ${languagesPt[profile.targetLanguage ?? 'en']} é *${profile.level ?? 'A1'}*: ${can[profile.level ?? 'A1']}. Deixamos assim?`,
    buttons: (facts) => ({
      continue: { title: 'Está bom assim', also: ['sim', 'continuar', 'seguir', 'ok', 'tá bom'] },
      test: { title: itemPlace(facts) === null ? 'Medir meu nível' : 'Continuar o teste', also: ['medir', 'o teste', 'teste', 'fazer o teste', 'continuar o teste'] },
      change: { title: 'Mudar nível', also: ['mudar', 'trocar', 'não'] },
    }),
  },
  'level.later': { lead: 'Já vamos ver o seu nível. Continuando:' },
  'minor.noted': 'Obrigada por contar: de agora em diante corrijo com humor e sem charme.',
  place: {
    ask: (facts) => `Em que cidade você está? Agora uso a hora de ${facts.city} (${clockH(facts.here)}).`,
    buttons: { same: { title: 'Está bom assim', also: ['sim', 'ok', 'deixa assim', 'a mesma'] } },
  },
  'place.near': {
    ask: { funny: 'Essa cidade me escapou do mapa. Alguma destas tem a sua hora?', strict: 'Não conheço essa cidade. É a hora de alguma destas?' },
    list: { open: 'Escolher horário', rows: (facts) => zoneRows(facts, 'Nenhuma destas') },
  },
  'place.noted': (facts) => `Anotado${comma(facts)}: hora de ${facts.city}.`,
};
