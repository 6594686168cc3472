// What Charla says in a lesson, in French.
import type { Facts, Line, SameKeys } from './copy.ts';
import type { lessonEs } from './lesson.copy.es.ts';
import { asksOwnWords, asksSentence, byTurns, clockH, correctedAndWhy, correctedSentence, exerciseOptions, hasOtherTarget, hint, lastSaid, lostLesson, missedForms, place, rightForm, rightFormFirst, rightSentence, score, slipForm, theory } from './phrases.ts';
import { languagesFr } from './onboarding.copy.fr.ts';

function slip(facts: Facts): string {
  const form = slipForm(facts);
  switch (facts.context.lesson?.last?.note) {
    case 'typo': return `Tu voulais dire ${form}, j’imagine : c’est bon, les lettres se sont juste emmêlées.`;
    case 'accent': return `C’est bon ; attention à l’accent : ${form}.`;
    case 'capital': return `C’est bon ; avec une majuscule : ${form}.`;
    case 'spacing': return `C’est bon ; seul l’espace change : ${form}.`;
    case 'article': return `Presque tout y est ; l’article, c’est comme ça : ${form}.`;
    case 'doubled_word': return `C’est bon ; un mot s’est répété : ${form}.`;
    case 'informal': return `À l’oral, oui ; à l’écrit, ${form}.`;
    case 'short': return `C’est court, mais ça compte. Une phrase entière, par exemple : ${rightSentence(facts)}`;
    case 'unsure': return `Je te suis. Une réponse libre, je ne sais pas la corriger mot à mot, alors elle compte comme bonne. Je dirais : ${rightSentence(facts)}`;
    default: return `C’est bon, à un détail près : ${form}.`;
  }
}

/** Why an answer is wrong, where the answer itself shows it. */
const reasons: Readonly<Record<string, string>> = {
  negation: 'Là, ça dit le contraire.',
  word_order: 'Les mots y sont ; c’est l’ordre qui change.',
  missing_word: 'Il manque quelque chose.',
  extra_word: 'Il y a quelque chose en trop.',
  unchanged: 'C’est la phrase telle qu’elle était.',
  other_word: 'À une lettre près, c’est un autre mot.',
  accent_word: 'Avec un autre accent, c’est un autre mot.',
  too_many_slips: 'Pas mal de lettres se sont emmêlées.',
};

function wrong(facts: Facts): Line {
  const note = facts.context.lesson?.last?.note ?? '';
  if (note === 'skipped') return `La voici. ${correctedAndWhy(facts)}`;
  if (note === 'unsure') return `C’est peut-être juste, mais je ne l’ai pas dans ma liste, alors ça ne compte pas comme une faute. Je dirais : ${correctedSentence(facts)} Si la tienne marche, écris *SIGNALER*.`;
  const told = correctedAndWhy(facts);
  if (asksOwnWords(facts.lastExercise)) return `Je n’ai pas compris. Par exemple : ${told}`;
  const reason = reasons[note];
  if (reason !== undefined) return `${reason} ${told}`;
  return {
    funny: byTurns(facts, [`Il y avait un piège. ${told}`, `Pas cette fois. ${told}`, told]),
    strict: told,
    flirty: byTurns(facts, [`Je te pardonne. ${told}`, told]),
  };
}

function right(facts: Facts): Line {
  const sentence = rightSentence(facts);
  const { was = '', now = '' } = facts.lastExercise?.mistake ?? {};
  switch (facts.lastExercise?.type) {
    case 'translation': return { funny: byTurns(facts, [`${sentence} C’est comme ça qu’on dit.`, `${sentence} Aucun sous-titre ne fait mieux.`]), strict: `${sentence} Correct.`, flirty: byTurns(facts, [`${sentence} Dit par toi, ça sonne mieux. 😏`, `${sentence} Voilà.`]) };
    case 'error_identification': return was === '' ? `C’est ce qui manquait : *${now}*.` : now === '' ? `C’est ce qui était de trop : ~${was}~.` : `C’était bien là : *${now}*, pas ~${was}~.`;
    case 'roleplay':
    case 'open_response': return { funny: `${sentence} C’est ce que je dirais.`, strict: `${sentence} Correct.` };
    default: {
      const form = `*${rightForm(facts)}*`;
      const first = rightFormFirst(facts);
      return {
        funny: byTurns(facts, [`Bien vu, le ${form}.`, `${first}, tout à fait.`, `C’est ça : ${form}.`, `${first} : le dictionnaire est d’accord.`]),
        strict: byTurns(facts, [`${first} : correct.`, `Juste : ${form}.`]),
        flirty: byTurns(facts, [`Très joli, ce ${form}. 😏`, `${first}. Ça sonne mieux quand c’est toi qui l’écris.`, `Voilà, ${form}.`]),
      };
    }
  }
}

function clue(facts: Facts): string {
  const given = hint(facts);
  if (given === null) return '';
  if (given.kind === 'letters') {
    const { first, letters } = given;
    return `Un indice : ça commence par *${first}*, en ${letters === 1 ? 'une lettre' : `${letters} lettres`}.`;
  }
  const { kind, text } = given;
  switch (kind) {
    case 'begins': return `Tu peux commencer comme ça : *${text}…*`;
    case 'not': return `Ce n’est sûrement pas *${text}*.`;
    case 'reason': return `Pense à ceci : ${text}`;
    case 'initials': return `Voici les premières lettres : ${text}`;
    case 'near': return `Regarde par ici : *${text}*.`;
    case 'word': return `L’erreur est dans *${text}*.`;
    case 'missing': return `Il manque un mot à côté de *${text}*.`;
  }
}

function next(facts: Facts): string {
  const { fresh, reviews } = facts.context.lesson?.ahead ?? { fresh: 0, reviews: 0 };
  if (fresh > 0) return facts.topic === '' ? 'La suite : encore un peu de ce thème.' : `La suite : encore *${facts.topic}*.`;
  if (reviews > 0) return reviews === 1 ? 'Une révision t’attend.' : `${reviews} révisions t’attendent.`;
  return 'La suite : revoir ça juste avant que tu l’oublies.';
}

export const lessonFr: SameKeys<typeof lessonEs> = {
  'lesson.offer': { ask: 'Ta première leçon dure cinq minutes. On y va ?', buttons: { lesson: { title: 'On y va', also: ['oui', 'ok', 'd’accord', 'allez', 'c’est parti', 'commencer', 'allons-y'] }, later: { title: 'Plus tard', also: ['non', 'pas maintenant', 'après'] } } },
  'lesson.failed': 'Je mets trop de temps à préparer la leçon et je ne veux pas te faire attendre. Rien n’est perdu : réessaie dans un instant.',
  'lesson.gone': { lead: (facts) => (lostLesson(facts) ? 'Cet exercice n’existe plus, alors on commence une autre leçon.' : '') },
  'lesson.nothing': {
    ask: ({ context: { profile } }) => `Je n’ai pas encore de leçons d’${languagesFr[profile.targetLanguage ?? 'en']} expliquées en français pour le niveau ${profile.level ?? 'A1'}. On essaie autre chose ?`,
    buttons: (facts) => ({ level: 'Un autre niveau', ...(hasOtherTarget(facts) ? { target: 'Une autre langue' } : {}), later: 'Plus tard' }),
  },
  'lesson.theory': theory,
  'lesson.exercise': {
    ask: (facts) => {
      const { at, of } = place(facts);
      const { exercise } = facts;
      if (exercise === null) return 'Cet exercice n’existe plus. Écris-moi n’importe quoi et on commence une autre leçon.';
      if (asksSentence(exercise)) return `(${at} sur ${of}) ${exercise.introduction}\n${exercise.stem}`;
      return `(${at} sur ${of}) ${exercise.shownAs === 'typed' ? 'Complète' : 'Choisis'} : ${exercise.stem}`;
    },
    buttons: (facts) => (facts.exercise?.shownAs === 'buttons' ? exerciseOptions(facts) : {}),
    list: { open: 'Voir les options', rows: (facts) => (facts.exercise?.shownAs === 'list' ? exerciseOptions(facts) : {}) },
  },
  'lesson.hint': { lead: (facts) => `${clue(facts)} Avec *PASSER*, on va à la suivante.`.trim() },
  'lesson.feedback': (facts) => {
    switch (facts.context.lesson?.last?.verdict) {
      case 'correct': return right(facts);
      case 'almost': return slip(facts);
      default: return wrong(facts);
    }
  },
  'lesson.summary': (facts) => {
    const { right: count, of } = score(facts);
    if (of <= 0) return 'Fin de la leçon. Cette fois, tu les as toutes passées, et ce n’est pas grave : elles reviendront un autre jour.';
    const again = missedForms(facts);
    const { skipped = [], unsettled = 0 } = facts.context.lesson ?? {};
    const sum = (comment: string): string => `Fin de la leçon : ${count} sur ${of}. ${comment}`.trim() + `\n${next(facts)}`;
    if (again !== '') return sum(`À revoir : ${again}.`);
    if (skipped.length > 0 || unsettled > 0) return sum(skipped.length > 0 ? 'Celles que tu as passées reviennent demain.' : '');
    return { funny: sum('Rien ne t’a échappé. 🎯'), strict: sum('Aucune faute.') };
  },
  'lesson.done': {
    ask: { funny: 'Encore une, ou on s’arrête là pour aujourd’hui ?', strict: 'Encore une ?', flirty: 'Encore une avec moi, ou la suite demain ?' },
    buttons: { lesson: { title: 'Autre leçon', also: ['une autre', 'encore', 'encore une', 'oui', 'ok', 'allez'] }, scene: 'Conversation', later: { title: 'À demain', also: ['non', 'demain', 'salut', 'plus tard', 'merci'] } },
  },
  'lesson.hour': {
    ask: ({ context: { profile: { dailyTime } } }) => (dailyTime === null ? 'Je t’envoie un rappel chaque jour à cette heure-ci ? Sauf si tu as déjà pratiqué.' : `Ton rappel est à ${clockH(dailyTime)}. Je le mets à cette heure-ci ?`),
    buttons: { lesson: { title: 'Autre leçon', also: ['une autre', 'encore', 'encore une'] }, same: { title: 'À cette heure-ci', also: ['oui', 'ok', 'd’accord', 'cette heure', 'même heure', 'à la même heure'] }, later: { title: 'À demain', also: ['non', 'demain', 'salut', 'plus tard', 'merci'] } },
  },
  'lesson.hour.noted': 'C’est fait : je t’écris chaque jour à l’heure de ta dernière leçon, sauf si tu as déjà pratiqué.',
  report: { lead: (facts) => {
    const last = facts.context.lesson?.last;
    const said = lastSaid(facts);
    if (!last || last.note === 'skipped') return 'Il n’y a pas encore de réponse à revoir. Réponds d’abord et, si ma correction ne te convainc pas, écris *SIGNALER*.';
    if (last.verdict === 'correct') return 'Cette réponse compte déjà comme bonne.';
    return last.reported ? 'Celle-là est déjà notée pour que quelqu’un la revoie.' : `Merci : je note « ${said} » pour que quelqu’un la revoie. Si elle était bonne, je l’accepterai.`;
  } },
};
