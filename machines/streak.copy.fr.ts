// What Charla says of the streak, in French.
import type { Facts, SameKeys, StreakFacts } from './copy.ts';
import { isRepaired } from './phrases.ts';
import type { streakEs } from './streak.copy.es.ts';

const days = (n: number) => (n === 1 ? '*1* jour' : `*${n}* jours`);
const saved = ({ freezes }: StreakFacts) => ['', ' Il te reste une pause en réserve.', ' Il te reste deux pauses en réserve.'][freezes] ?? '';
const covered = (n: number) => (n === 1 ? 'Une pause en réserve a couvert le jour manqué' : 'Deux pauses en réserve ont couvert les jours manqués');

function milestone({ streak: { grew } }: Facts): string {
  switch (grew?.milestone) {
    case 1: return 'Premier jour de ta série : une leçon demain, et ça fera deux.';
    case 3: return '*3* jours d’affilée : c’est ainsi que naissent les habitudes.';
    case 7: return 'Une semaine entière : *7* jours d’affilée. 🔥';
    case 14: return '*14* jours d’affilée : deux semaines sans perdre le rythme.';
    case 30: return '*30* jours d’affilée : un mois entier.';
    case 50: return '*50* jours d’affilée : à mi-chemin de cent.';
    case 100: return '*100* jours d’affilée. Trois chiffres. 💯';
    case 200: return '*200* jours d’affilée : l’habitude est prise.';
    case 365: return '*365* jours d’affilée : une année entière. 🎉';
    case 730: return '*730* jours d’affilée : deux années entières. 🎉';
    default: return grew?.milestone ? `${days(grew.milestone)} d’affilée. 🎉` : '';
  }
}

/** Asked in the menu's place when a streak broke that one tap can repair. */
export function brokenFr({ streak: { repairable, repairHours } }: Facts): string {
  const left = repairHours < 2 ? 'Pendant une heure encore' : `Pendant ${repairHours} heures encore`;
  return `Ta série de ${days(repairable)} s’est arrêtée. ${left}, il suffit de toucher le bouton pour la récupérer.`;
}

export const repairFr = { title: 'Récupérer', also: ['récupérer ma série', 'récupérer la série'] };

export const streakFr: SameKeys<typeof streakEs> = {
  streak: ({ streak }) => {
    if (streak.repairable > 1) return `${streak.days > 0 ? `Série : ${days(streak.days)}. Celle` : 'Ta série'} de ${days(streak.repairable)} peut encore se récupérer depuis le *MENU*.`;
    switch (streak.state) {
      case 'none': return 'Ta série commence avec ta première leçon. Pour les jours sans, tu as deux pauses en réserve.';
      case 'counted-today': return `Série : ${days(streak.days)}, et aujourd’hui compte déjà.${saved(streak)}`;
      case 'open': return `Série : ${days(streak.days)}. Une leçon aujourd’hui, et ça fera *${streak.days + 1}*.${saved(streak)}`;
      case 'frozen': return `${covered(streak.frozen)} : ta série tient toujours, à ${days(streak.days)}. Une leçon aujourd’hui, et ça fera *${streak.days + 1}*.`;
      case 'broken': return `Pas de série en cours pour l’instant. Ta meilleure a duré ${days(streak.best)}, et une leçon lance la suivante.`;
    }
  },
  'streak.counted': (facts) => {
    const { grew } = facts.streak;
    // What can be repaired is told by the menu that follows.
    if (grew === null || grew.repairable > 1) return '';
    const first = grew.covered > 0 ? `${covered(grew.covered)} : ta série continue, et te voilà à ${days(grew.days)}.` : milestone(facts) || `Série : ${days(grew.days)}.`;
    return grew.earned ? `${first} Tu gagnes une pause pour un jour chargé.` : first;
  },
  'streak.repaired': (facts) => {
    if (!isRepaired(facts)) return 'Le délai pour récupérer cette série est passé ; ce que tu as appris te reste.';
    return `C’est récupéré. ${milestone(facts) || `Série : ${days(facts.streak.days)}.`}`;
  },
};
