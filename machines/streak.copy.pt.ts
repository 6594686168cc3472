// What Charla says of the streak, in Portuguese.
import type { Facts, SameKeys, StreakFacts } from './copy.ts';
import { isRepaired } from './phrases.ts';
import type { streakEs } from './streak.copy.es.ts';

const days = (n: number) => (n === 1 ? '*1* dia' : `*${n}* dias`);
const saved = ({ freezes }: StreakFacts) => ['', ' Você tem uma pausa guardada.', ' Você tem duas pausas guardadas.'][freezes] ?? '';
const covered = (n: number) => (n === 1 ? 'Uma pausa guardada cobriu o dia que faltou' : 'Duas pausas guardadas cobriram os dias que faltaram');

function milestone({ streak: { grew } }: Facts): string {
  switch (grew?.milestone) {
    case 1: return 'Primeiro dia da sequência: com outra lição amanhã, já são dois.';
    case 3: return '*3* dias seguidos: é assim que um hábito começa.';
    case 7: return 'Uma semana inteira: *7* dias seguidos. 🔥';
    case 14: return '*14* dias seguidos: duas semanas sem perder o ritmo.';
    case 30: return '*30* dias seguidos: um mês inteiro.';
    case 50: return '*50* dias seguidos: metade do caminho até cem.';
    case 100: return '*100* dias seguidos. Três dígitos. 💯';
    case 200: return '*200* dias seguidos: o hábito já é seu.';
    case 365: return '*365* dias seguidos: um ano inteiro. 🎉';
    case 730: return '*730* dias seguidos: dois anos inteiros. 🎉';
    default: return grew?.milestone ? `${days(grew.milestone)} seguidos. 🎉` : '';
  }
}

/** Asked in the menu's place when a streak broke that one tap can repair. */
export function brokenPt({ streak: { repairable, repairHours } }: Facts): string {
  const left = repairHours < 2 ? 'Por mais uma hora' : `Por mais ${repairHours} horas`;
  return `Sua sequência de ${days(repairable)} parou. ${left}, um toque a traz de volta.`;
}

export const repairPt = { title: 'Recuperar', also: ['recuperar sequência', 'recuperar a sequência'] };

export const streakPt: SameKeys<typeof streakEs> = {
  streak: ({ streak }) => {
    if (streak.repairable > 1) return `${streak.days > 0 ? `Sequência: ${days(streak.days)}. A` : 'Sua sequência'} de ${days(streak.repairable)} ainda se recupera pelo *MENU*.`;
    switch (streak.state) {
      case 'none': return 'Sua sequência começa com a primeira lição. Para os dias em que não der, você tem duas pausas guardadas.';
      case 'counted-today': return `Sequência: ${days(streak.days)}, e hoje já conta.${saved(streak)}`;
      case 'open': return `Sequência: ${days(streak.days)}. Com uma lição hoje serão *${streak.days + 1}*.${saved(streak)}`;
      case 'frozen': return `${covered(streak.frozen)}: sua sequência continua em ${days(streak.days)}. Com uma lição hoje serão *${streak.days + 1}*.`;
      case 'broken': return `Agora não há sequência em andamento. A melhor foi de ${days(streak.best)}, e uma lição começa a próxima.`;
    }
  },
  'streak.counted': (facts) => {
    const { grew } = facts.streak;
    // What can be repaired is told by the menu that follows.
    if (grew === null || grew.repairable > 1) return '';
    const first = grew.covered > 0 ? `${covered(grew.covered)}: sua sequência continua, agora com ${days(grew.days)}.` : milestone(facts) || `Sequência: ${days(grew.days)}.`;
    return grew.earned ? `${first} Você ganhou uma pausa para um dia corrido.` : first;
  },
  'streak.repaired': (facts) => {
    if (!isRepaired(facts)) return 'O prazo para recuperar essa sequência já passou; o que você aprendeu continua com você.';
    return `Recuperada. ${milestone(facts) || `Sequência: ${days(facts.streak.days)}.`}`;
  },
};
