// What Charla says in a lesson, in Brazilian Portuguese.
import type { Facts, Line, SameKeys } from './copy.ts';
import type { lessonEs } from './lesson.copy.es.ts';
import { asksOwnWords, asksSentence, byTurns, clockH, correctedAndWhy, correctedSentence, exerciseOptions, hasOtherTarget, hint, lastSaid, lostLesson, missedForms, place, rightForm, rightFormFirst, rightSentence, score, slipForm, theory } from './phrases.ts';
import { languagesPt } from './onboarding.copy.pt.ts';

function slip(facts: Facts): string {
  const form = slipForm(facts);
  switch (facts.context.lesson?.last?.note) {
    case 'typo': return `Imagino que era ${form}: certo, só as letras se embaralharam.`;
    case 'accent': return `Certo; atenção ao acento: ${form}.`;
    case 'capital': return `Certo; com maiúscula: ${form}.`;
    case 'spacing': return `Certo; só muda o espaço: ${form}.`;
    case 'article': return `Quase tudo certo; o artigo fica assim: ${form}.`;
    case 'doubled_word': return `Certo; uma palavra saiu repetida: ${form}.`;
    case 'informal': return `Falando é assim mesmo; por escrito, ${form}.`;
    case 'short': return `Curta, mas vale. Uma frase inteira, por exemplo: ${rightSentence(facts)}`;
    case 'unsure': return `Entendi você. Uma resposta livre eu não sei corrigir palavra por palavra, então vale como certa. Eu diria: ${rightSentence(facts)}`;
    default: return `Certo, com um detalhe: ${form}.`;
  }
}

/** Why an answer is wrong, where the answer itself shows it. */
const reasons: Readonly<Record<string, string>> = {
  negation: 'Assim diz o contrário.',
  word_order: 'As palavras estão aí; muda a ordem.',
  missing_word: 'Falta alguma coisa.',
  extra_word: 'Sobra alguma coisa.',
  unchanged: 'Essa é a frase como estava.',
  other_word: 'Por uma letra, é outra palavra.',
  accent_word: 'Com outro acento é outra palavra.',
  too_many_slips: 'Várias letras se embaralharam.',
};

function wrong(facts: Facts): Line {
  const note = facts.context.lesson?.last?.note ?? '';
  if (note === 'skipped') return `Aqui vai. ${correctedAndWhy(facts)}`;
  if (note === 'unsure') return `Pode estar certa, mas não está na minha lista, então não conta como erro. Eu diria: ${correctedSentence(facts)} Se a sua também serve, escreva *REPORTAR*.`;
  const told = correctedAndWhy(facts);
  if (asksOwnWords(facts.lastExercise)) return `Não entendi. Por exemplo: ${told}`;
  const reason = reasons[note];
  if (reason !== undefined) return `${reason} ${told}`;
  return {
    funny: byTurns(facts, [`Essa tinha pegadinha. ${told}`, `Dessa vez não. ${told}`, told]),
    strict: told,
    flirty: byTurns(facts, [`Essa eu perdoo. ${told}`, told]),
  };
}

function right(facts: Facts): Line {
  const sentence = rightSentence(facts);
  const { was = '', now = '' } = facts.lastExercise?.mistake ?? {};
  switch (facts.lastExercise?.type) {
    case 'translation': return { funny: byTurns(facts, [`${sentence} É assim que se diz.`, `${sentence} Nem legenda de filme faz melhor.`]), strict: `${sentence} Certo.`, flirty: byTurns(facts, [`${sentence} Dito por você, soa melhor. 😏`, `${sentence} Assim mesmo.`]) };
    case 'error_identification': return was === '' ? `Era o que faltava: *${now}*.` : now === '' ? `Era o que sobrava: ~${was}~.` : `Era aí mesmo: *${now}*, não ~${was}~.`;
    case 'roleplay':
    case 'open_response': return { funny: `${sentence} Eu diria igualzinho.`, strict: `${sentence} Certo.` };
    default: {
      const form = `*${rightForm(facts)}*`;
      const first = rightFormFirst(facts);
      return {
        funny: byTurns(facts, [`Mandou bem no ${form}.`, `${first}, isso mesmo.`, `Isso: ${form}.`, `${first}: nem o dicionário diria melhor.`]),
        strict: byTurns(facts, [`${first}: certo.`, `Certo: ${form}.`]),
        flirty: byTurns(facts, [`Esse ${form} ficou lindo. 😏`, `${first}. Soa bem quando é você que escreve.`, `Assim, ${form}.`]),
      };
    }
  }
}

function clue(facts: Facts): string {
  const given = hint(facts);
  if (given === null) return '';
  if (given.kind === 'letters') {
    const { first, letters } = given;
    return `Uma dica: começa com *${first}* e tem ${letters === 1 ? 'uma letra' : `${letters} letras`}.`;
  }
  const { kind, text } = given;
  switch (kind) {
    case 'begins': return `Você pode começar assim: *${text}…*`;
    case 'not': return `Com certeza não é *${text}*.`;
    case 'reason': return `Pense nisto: ${text}`;
    case 'initials': return `Estas são as iniciais: ${text}`;
    case 'near': return `Olhe por aqui: *${text}*.`;
    case 'word': return `O erro está em *${text}*.`;
    case 'missing': return `Falta uma palavra perto de *${text}*.`;
  }
}

function next(facts: Facts): string {
  const { fresh, reviews } = facts.context.lesson?.ahead ?? { fresh: 0, reviews: 0 };
  if (fresh > 0) return facts.topic === '' ? 'A seguir: mais deste tema.' : `A seguir: mais de *${facts.topic}*.`;
  if (reviews > 0) return reviews === 1 ? 'Uma revisão espera por você.' : `${reviews} revisões esperam por você.`;
  return 'A seguir: rever isto pouco antes de você esquecer.';
}

export const lessonPt: SameKeys<typeof lessonEs> = {
  'lesson.offer': { ask: 'Sua primeira lição dura cinco minutos. Vamos?', buttons: { lesson: { title: 'Vamos', also: ['sim', 'ok', 'claro', 'bora', 'começar', 'vamos lá'] }, later: { title: 'Depois', also: ['não', 'mais tarde', 'agora não'] } } },
  'lesson.failed': 'Estou demorando demais para preparar a lição e não quero fazer você esperar. Nada se perdeu: tente de novo daqui a pouco.',
  'lesson.gone': { lead: (facts) => (lostLesson(facts) ? 'Esse exercício não existe mais, então começamos outra lição.' : '') },
  'lesson.nothing': {
    ask: ({ context: { profile } }) => `Ainda não tenho lições de ${languagesPt[profile.targetLanguage ?? 'en']} explicadas em português para o nível ${profile.level ?? 'A1'}. Vamos tentar outra coisa?`,
    buttons: (facts) => ({ level: 'Outro nível', ...(hasOtherTarget(facts) ? { target: 'Outro idioma' } : {}), later: 'Depois' }),
  },
  'lesson.theory': theory,
  'lesson.exercise': {
    ask: (facts) => {
      const { at, of } = place(facts);
      const { exercise } = facts;
      if (exercise === null) return 'Esse exercício não existe mais. Escreva qualquer coisa e começamos outra lição.';
      if (asksSentence(exercise)) return `(${at} de ${of}) ${exercise.introduction}\n${exercise.stem}`;
      return `(${at} de ${of}) ${exercise.shownAs === 'typed' ? 'Complete' : 'Escolha'}: ${exercise.stem}`;
    },
    buttons: (facts) => (facts.exercise?.shownAs === 'buttons' ? exerciseOptions(facts) : {}),
    list: { open: 'Ver opções', rows: (facts) => (facts.exercise?.shownAs === 'list' ? exerciseOptions(facts) : {}) },
  },
  'lesson.hint': { lead: (facts) => `${clue(facts)} Com *PULAR* a gente passa para a próxima.`.trim() },
  'lesson.feedback': (facts) => {
    switch (facts.context.lesson?.last?.verdict) {
      case 'correct': return right(facts);
      case 'almost': return slip(facts);
      default: return wrong(facts);
    }
  },
  'lesson.summary': (facts) => {
    const { right: count, of } = score(facts);
    if (of <= 0) return 'Fim da lição. Desta vez você pulou todas, e tudo bem: elas voltam outro dia.';
    const again = missedForms(facts);
    const { skipped = [], unsettled = 0 } = facts.context.lesson ?? {};
    const sum = (comment: string): string => `Fim da lição: ${count} de ${of}. ${comment}`.trim() + `\n${next(facts)}`;
    if (again !== '') return sum(`Para rever: ${again}.`);
    if (skipped.length > 0 || unsettled > 0) return sum(skipped.length > 0 ? 'As que você pulou voltam amanhã.' : '');
    return { funny: sum('Não escapou nenhuma. 🎯'), strict: sum('Sem erros.') };
  },
  'lesson.done': {
    ask: { funny: 'Mais uma, ou ficamos por aqui hoje?', strict: 'Mais uma?', flirty: 'Mais uma comigo, ou amanhã tem mais?' },
    buttons: { lesson: { title: 'Outra lição', also: ['outra', 'mais uma', 'sim', 'bora', 'vamos', 'ok'] }, scene: 'Conversar', later: { title: 'Até amanhã', also: ['não', 'amanhã', 'tchau', 'depois', 'obrigado', 'obrigada'] } },
  },
  'lesson.hour': {
    ask: ({ context: { profile: { dailyTime } } }) => (dailyTime === null ? 'Quer um lembrete todo dia neste horário? Se já tiver praticado, não mando.' : `O seu lembrete é ${dailyTime.startsWith('01') ? 'à' : 'às'} ${clockH(dailyTime)}. Mudo para este horário?`),
    buttons: { lesson: { title: 'Outra lição', also: ['outra', 'mais uma'] }, same: { title: 'Neste horário', also: ['sim', 'este horário', 'a esta hora', 'nesta hora', 'quero', 'ok', 'bora', 'esta hora', 'mesma hora', 'na mesma hora', 'pode'] }, later: { title: 'Até amanhã', also: ['não', 'amanhã', 'tchau', 'depois', 'obrigado', 'obrigada'] } },
  },
  'lesson.hour.noted': 'Pronto: todo dia aviso no horário da sua última lição; se já tiver praticado, não.',
  report: { lead: (facts) => {
    const last = facts.context.lesson?.last;
    const said = lastSaid(facts);
    if (!last || last.note === 'skipped') return 'Ainda não há resposta para rever. Responda primeiro e, se a minha correção não convencer, escreva *REPORTAR*.';
    if (last.verdict === 'correct') return 'Essa resposta já conta como certa.';
    return last.reported ? 'Essa já está anotada para alguém rever.' : `Obrigada: anotei “${said}” para alguém rever. Se estava certa, vou aceitar.`;
  } },
};
