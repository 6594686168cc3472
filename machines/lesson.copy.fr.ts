// What Charla says in a lesson, in French.
import type { Facts, SameKeys } from './copy.ts';
import type { lessonEs } from './lesson.copy.es.ts';
import { byTurns, exerciseOptions, hasOtherTarget, missedForms, place, rightForm, rightFormAndWhy, rightFormFirst, score, theory } from './phrases.ts';
import { languagesFr } from './onboarding.copy.fr.ts';

function slip(facts: Facts): string {
  const form = `*${rightForm(facts)}*`;
  switch (facts.context.lesson?.last?.note) {
    case 'typo': return `Tu voulais dire ${form}, j’imagine : c’est bon, les lettres se sont juste emmêlées.`;
    case 'accent': return `C’est bon ; attention à l’accent : ${form}.`;
    case 'capital': return `C’est bon ; avec une majuscule : ${form}.`;
    case 'spacing': return `C’est bon ; seul l’espace change : ${form}.`;
    case 'article': return `Presque tout y est ; l’article, c’est comme ça : ${form}.`;
    case 'doubled_word': return `C’est bon ; un mot s’est répété : ${form}.`;
    case 'informal': return `À l’oral, oui ; à l’écrit, ${form}.`;
    default: return `C’est bon, à un détail près : ${form}.`;
  }
}

export const lessonFr: SameKeys<typeof lessonEs> = {
  'lesson.offer': { ask: 'Ta première leçon dure cinq minutes. On y va ?', buttons: { lesson: { title: 'On y va', also: ['oui', 'ok', 'd’accord', 'allez', 'c’est parti', 'commencer', 'allons-y'] }, later: { title: 'Plus tard', also: ['non', 'pas maintenant', 'après'] } } },
  'lesson.failed': 'Je mets trop de temps à préparer la leçon et je ne veux pas te faire attendre. Rien n’est perdu : réessaie dans un instant.',
  'lesson.gone': 'Cet exercice n’existe plus, alors on commence une autre leçon.',
  'lesson.nothing': {
    ask: ({ context: { profile } }) => `Je n’ai pas encore de leçons d’${languagesFr[profile.targetLanguage ?? 'en']} expliquées en français pour le niveau ${profile.level ?? 'A1'}. On essaie autre chose ?`,
    buttons: (facts) => ({ level: 'Un autre niveau', ...(hasOtherTarget(facts) ? { target: 'Une autre langue' } : {}), later: 'Plus tard' }),
  },
  'lesson.theory': theory,
  'lesson.exercise': {
    ask: (facts) => {
      const { at, of } = place(facts);
      return `(${at} sur ${of}) ${facts.exercise?.shownAs === 'typed' ? 'Complète' : 'Choisis'} : ${facts.exercise?.stem ?? ''}`;
    },
    buttons: (facts) => (facts.exercise?.shownAs === 'buttons' ? exerciseOptions(facts) : {}),
    list: { open: 'Voir les options', rows: (facts) => (facts.exercise?.shownAs === 'list' ? exerciseOptions(facts) : {}) },
  },
  'lesson.feedback': (facts) => {
    const form = `*${rightForm(facts)}*`;
    const first = rightFormFirst(facts);
    switch (facts.context.lesson?.last?.verdict) {
      case 'correct': return {
        funny: byTurns(facts, [`Bien vu, le ${form}.`, `${first}, tout à fait.`, `C’est ça : ${form}.`, `${first} : le dictionnaire est d’accord.`]),
        strict: byTurns(facts, [`${first} : correct.`, `Juste : ${form}.`]),
        flirty: byTurns(facts, [`Très joli, ce ${form}. 😏`, `${first}. Ça sonne mieux quand c’est toi qui l’écris.`, `Voilà, ${form}.`]),
      };
      case 'almost': return slip(facts);
      default: if (facts.context.lesson?.last?.note === 'skipped') return `La voici. ${rightFormAndWhy(facts)}`;
        return {
          funny: byTurns(facts, [`Il y avait un piège. ${rightFormAndWhy(facts)}`, `Presque. ${rightFormAndWhy(facts)}`, rightFormAndWhy(facts)]),
          strict: rightFormAndWhy(facts),
          flirty: byTurns(facts, [`Je te pardonne. ${rightFormAndWhy(facts)}`, rightFormAndWhy(facts)]),
        };
    }
  },
  'lesson.summary': (facts) => {
    const { right, of } = score(facts);
    const again = missedForms(facts);
    if (again === '') return { funny: `Fin de la leçon : ${right} sur ${of}. Rien ne t’a échappé. 🎯`, strict: `Fin de la leçon : ${right} sur ${of}. Aucune faute.` };
    return `Fin de la leçon : ${right} sur ${of}. À revoir : ${again}.`;
  },
  'lesson.done': {
    ask: { funny: 'Encore une, ou on s’arrête là pour aujourd’hui ?', strict: 'Encore une ?', flirty: 'Encore une avec moi, ou la suite demain ?' },
    buttons: { lesson: { title: 'Autre leçon', also: ['une autre', 'encore', 'encore une', 'oui', 'ok', 'allez'] }, menu: 'Menu', later: { title: 'À demain', also: ['non', 'demain', 'salut', 'plus tard', 'merci'] } },
  },
};
