// What Charla says in a lesson, in Brazilian Portuguese.
import type { Facts, SameKeys } from './copy.ts';
import type { lessonEs } from './lesson.copy.es.ts';
import { byTurns, exerciseOptions, hasOtherTarget, missedForms, place, rightForm, rightFormAndWhy, rightFormFirst, score, theory } from './phrases.ts';
import { languagesPt } from './onboarding.copy.pt.ts';

function slip(facts: Facts): string {
  const form = `*${rightForm(facts)}*`;
  switch (facts.context.lesson?.last?.note) {
    case 'typo': return `Imagino que era ${form}: certo, só as letras se embaralharam.`;
    case 'accent': return `Certo; atenção ao acento: ${form}.`;
    case 'capital': return `Certo; com maiúscula: ${form}.`;
    case 'spacing': return `Certo; só muda o espaço: ${form}.`;
    case 'article': return `Quase tudo certo; o artigo fica assim: ${form}.`;
    case 'doubled_word': return `Certo; uma palavra saiu repetida: ${form}.`;
    case 'informal': return `Falando é assim mesmo; por escrito, ${form}.`;
    default: return `Certo, com um detalhe: ${form}.`;
  }
}

export const lessonPt: SameKeys<typeof lessonEs> = {
  'lesson.offer': { ask: 'Sua primeira lição dura cinco minutos. Vamos?', buttons: { lesson: { title: 'Vamos', also: ['sim', 'ok', 'claro', 'bora', 'começar', 'vamos lá'] }, later: { title: 'Depois', also: ['não', 'mais tarde', 'agora não'] } } },
  'lesson.failed': 'Estou demorando demais para preparar a lição e não quero fazer você esperar. Nada se perdeu: tente de novo daqui a pouco.',
  'lesson.gone': 'Esse exercício não existe mais, então começamos outra lição.',
  'lesson.nothing': {
    ask: ({ context: { profile } }) => `Ainda não tenho lições de ${languagesPt[profile.targetLanguage ?? 'en']} explicadas em português para o nível ${profile.level ?? 'A1'}. Vamos tentar outra coisa?`,
    buttons: (facts) => ({ level: 'Outro nível', ...(hasOtherTarget(facts) ? { target: 'Outro idioma' } : {}), later: 'Depois' }),
  },
  'lesson.theory': theory,
  'lesson.exercise': {
    ask: (facts) => {
      const { at, of } = place(facts);
      return `(${at} de ${of}) ${facts.exercise?.shownAs === 'typed' ? 'Complete' : 'Escolha'}: ${facts.exercise?.stem ?? ''}`;
    },
    buttons: (facts) => (facts.exercise?.shownAs === 'buttons' ? exerciseOptions(facts) : {}),
    list: { open: 'Ver opções', rows: (facts) => (facts.exercise?.shownAs === 'list' ? exerciseOptions(facts) : {}) },
  },
  'lesson.feedback': (facts) => {
    const form = `*${rightForm(facts)}*`;
    const first = rightFormFirst(facts);
    switch (facts.context.lesson?.last?.verdict) {
      case 'correct': return {
        funny: byTurns(facts, [`Mandou bem no ${form}.`, `${first}, isso mesmo.`, `Isso: ${form}.`, `${first}: nem o dicionário diria melhor.`]),
        strict: byTurns(facts, [`${first}: certo.`, `Certo: ${form}.`]),
        flirty: byTurns(facts, [`Esse ${form} ficou lindo. 😏`, `${first}. Soa bem quando é você que escreve.`, `Assim, ${form}.`]),
      };
      case 'almost': return slip(facts);
      default: if (facts.context.lesson?.last?.note === 'skipped') return `Aqui vai. ${rightFormAndWhy(facts)}`;
        return {
          funny: byTurns(facts, [`Essa tinha pegadinha. ${rightFormAndWhy(facts)}`, `Foi por pouco. ${rightFormAndWhy(facts)}`, rightFormAndWhy(facts)]),
          strict: rightFormAndWhy(facts),
          flirty: byTurns(facts, [`Essa eu perdoo. ${rightFormAndWhy(facts)}`, rightFormAndWhy(facts)]),
        };
    }
  },
  'lesson.summary': (facts) => {
    const { right, of } = score(facts);
    const again = missedForms(facts);
    if (again === '') return { funny: `Fim da lição: ${right} de ${of}. Não escapou nenhuma. 🎯`, strict: `Fim da lição: ${right} de ${of}. Sem erros.` };
    return `Fim da lição: ${right} de ${of}. Para rever: ${again}.`;
  },
  'lesson.done': {
    ask: { funny: 'Mais uma, ou ficamos por aqui hoje?', strict: 'Mais uma?', flirty: 'Mais uma comigo, ou amanhã tem mais?' },
    buttons: { lesson: { title: 'Outra lição', also: ['outra', 'mais uma', 'sim', 'bora', 'vamos', 'ok'] }, menu: 'Menu', later: { title: 'Até amanhã', also: ['não', 'amanhã', 'tchau', 'depois', 'obrigado', 'obrigada'] } },
  },
};
