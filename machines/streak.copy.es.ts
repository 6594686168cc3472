// What Charla says of the streak, in Spanish.
import type { Entry, Facts, StreakFacts } from './copy.ts';
import { isRepaired } from './phrases.ts';

const days = (n: number) => (n === 1 ? '*1* día' : `*${n}* días`);
const saved = ({ freezes }: StreakFacts) => ['', ' Te queda una pausa guardada.', ' Te quedan dos pausas guardadas.'][freezes] ?? '';
const covered = (n: number) => (n === 1 ? 'Una pausa guardada cubrió el día que no pudiste' : 'Dos pausas guardadas cubrieron los días que no pudiste');

function milestone({ streak: { grew } }: Facts): string {
  switch (grew?.milestone) {
    case 1: return 'Primer día de racha: con otra lección mañana ya son dos.';
    case 3: return '*3* días seguidos: así empiezan las costumbres.';
    case 7: return 'Una semana entera: *7* días seguidos. 🔥';
    case 14: return '*14* días seguidos: dos semanas sin perder el ritmo.';
    case 30: return '*30* días seguidos: un mes entero.';
    case 50: return '*50* días seguidos: medio centenar.';
    case 100: return '*100* días seguidos. Tres cifras. 💯';
    case 200: return '*200* días seguidos: la costumbre ya es tuya.';
    case 365: return '*365* días seguidos: un año entero. 🎉';
    case 730: return '*730* días seguidos: dos años enteros. 🎉';
    default: return grew?.milestone ? `${days(grew.milestone)} seguidos. 🎉` : '';
  }
}

/** Asked in the menu's place when a streak broke that one tap can repair. */
export function brokenEs({ streak: { repairable, repairHours } }: Facts): string {
  const left = repairHours < 2 ? 'Durante una hora' : `Durante ${repairHours} horas`;
  return `Tu racha de ${days(repairable)} se cortó. ${left} más la recuperas con un toque.`;
}

export const repairEs = { title: 'Recuperar racha', also: ['recuperar', 'recuperarla'] };

export const streakEs = {
  streak: ({ streak }) => {
    if (streak.repairable > 1) return `${streak.days > 0 ? `Racha: ${days(streak.days)}. La` : 'Tu racha'} de ${days(streak.repairable)} aún se recupera desde el *MENÚ*.`;
    switch (streak.state) {
      case 'none': return 'Tu racha empieza con la primera lección. Para los días que no puedas, tienes dos pausas guardadas.';
      case 'counted-today': return `Racha: ${days(streak.days)}, y hoy ya cuenta.${saved(streak)}`;
      case 'open': return `Racha: ${days(streak.days)}. Con una lección hoy serán *${streak.days + 1}*.${saved(streak)}`;
      case 'frozen': return `${covered(streak.frozen)}: tu racha sigue en ${days(streak.days)}. Con una lección hoy serán *${streak.days + 1}*.`;
      case 'broken': return `Ahora mismo no hay racha en marcha. La mejor fue de ${days(streak.best)}, y una lección empieza la siguiente.`;
    }
  },
  'streak.counted': (facts) => {
    const { grew } = facts.streak;
    // What can be repaired is told by the menu that follows.
    if (grew === null || grew.repairable > 1) return '';
    const first = grew.covered > 0 ? `${covered(grew.covered)}: tu racha sigue, y van ${days(grew.days)}.` : milestone(facts) || `Racha: ${days(grew.days)}.`;
    return grew.earned ? `${first} Ganas una pausa para un día complicado.` : first;
  },
  'streak.repaired': (facts) => {
    if (!isRepaired(facts)) return 'El plazo para recuperar esa racha ya pasó; lo aprendido sigue contigo.';
    return `Recuperada. ${milestone(facts) || `Racha: ${days(facts.streak.days)}.`}`;
  },
} satisfies Readonly<Record<string, Entry>>;
