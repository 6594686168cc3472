// What Charla says of the streak, in English.
import type { Facts, SameKeys, StreakFacts } from './copy.ts';
import { isRepaired } from './phrases.ts';
import type { streakEs } from './streak.copy.es.ts';

const days = (n: number) => (n === 1 ? '*1* day' : `*${n}* days`);
const saved = ({ freezes }: StreakFacts) => ['', ' You have one rest day saved.', ' You have two rest days saved.'][freezes] ?? '';
const covered = (n: number) => (n === 1 ? 'A saved rest day covered the one you missed' : 'Two saved rest days covered the ones you missed');

function milestone({ streak: { grew } }: Facts): string {
  switch (grew?.milestone) {
    case 1: return 'Day one of your streak: a lesson tomorrow makes it two.';
    case 3: return '*3* days in a row: that’s how habits begin.';
    case 7: return 'A whole week: *7* days in a row. 🔥';
    case 14: return '*14* days in a row: two weeks without missing a beat.';
    case 30: return '*30* days in a row: a whole month.';
    case 50: return '*50* days in a row: halfway to a hundred.';
    case 100: return '*100* days in a row. Three digits. 💯';
    case 200: return '*200* days in a row: the habit is yours now.';
    case 365: return '*365* days in a row: a whole year. 🎉';
    case 730: return '*730* days in a row: two whole years. 🎉';
    default: return grew?.milestone ? `${days(grew.milestone)} in a row. 🎉` : '';
  }
}

/** Asked in the menu's place when a streak broke that one tap can repair. */
export function brokenEn({ streak: { repairable, repairHours } }: Facts): string {
  const left = repairHours < 2 ? 'For one more hour' : `For another ${repairHours} hours`;
  return `Your streak of ${days(repairable)} broke. ${left}, one tap brings it back.`;
}

export const repairEn = { title: 'Get it back', also: ['repair', 'restore', 'get my streak back'] };

export const streakEn: SameKeys<typeof streakEs> = {
  streak: ({ streak }) => {
    if (streak.repairable > 1) return `${streak.days > 0 ? `Streak: ${days(streak.days)}. The one` : 'Your streak'} of ${days(streak.repairable)} can still be brought back from the *MENU*.`;
    switch (streak.state) {
      case 'none': return 'Your streak begins with your first lesson. For days when you can’t, you have two rest days saved.';
      case 'counted-today': return `Streak: ${days(streak.days)}, and today counts already.${saved(streak)}`;
      case 'open': return `Streak: ${days(streak.days)}. A lesson today makes it *${streak.days + 1}*.${saved(streak)}`;
      case 'frozen': return `${covered(streak.frozen)}: your streak still stands at ${days(streak.days)}. A lesson today makes it *${streak.days + 1}*.`;
      case 'broken': return `There’s no streak running right now. Your best was ${days(streak.best)}, and a lesson starts the next one.`;
    }
  },
  'streak.counted': (facts) => {
    const { grew } = facts.streak;
    // What can be repaired is told by the menu that follows.
    if (grew === null || grew.repairable > 1) return '';
    const first = grew.covered > 0 ? `${covered(grew.covered)}: your streak goes on, at ${days(grew.days)}.` : milestone(facts) || `Streak: ${days(grew.days)}.`;
    return grew.earned ? `${first} You’ve earned a rest day for a busy one.` : first;
  },
  'streak.repaired': (facts) => {
    if (!isRepaired(facts)) return 'The time to get that streak back has passed; what you learned is still yours.';
    return `It’s back. ${milestone(facts) || `Streak: ${days(facts.streak.days)}.`}`;
  },
};
