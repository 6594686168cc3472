// What Charla says at the hour a learner asked to be reminded at, in English.
import type { Facts, SameKeys } from './copy.ts';
import { clock, comma, hasOpenLesson, place } from './phrases.ts';
import { languagesEn } from './onboarding.copy.en.ts';
import type { reminderEs } from './reminder.copy.es.ts';

const taughtHere = ({ context: { profile } }: Facts) => languagesEn[profile.targetLanguage ?? 'es'];
const hour = ({ context: { reminder } }: Facts) => clock(reminder?.time ?? '09:00');

export const reminderEn: SameKeys<typeof reminderEs> = {
  reminder: {
    ask: (facts) => {
      const { streak } = facts;
      if (facts.context.reminder?.about === 'streak-saver' && streak.days > 1) return `Today can still count for your streak of *${streak.days}* days${comma(facts)}: one short lesson does it.${streak.freezes > 0 ? ' If you can’t, a saved rest day covers it.' : ''}`;
      if (hasOpenLesson(facts)) return `It’s time for your lesson${comma(facts)}. We stopped at ${place(facts).at} of ${place(facts).of}: shall we finish it?`;
      switch (facts.context.reminder?.variant) {
        case 'short': return { funny: `Five minutes of ${taughtHere(facts)}${comma(facts)}, and your coffee stays warm. ☕`, strict: `Five minutes of ${taughtHere(facts)}${comma(facts)}.`, flirty: `Five minutes of ${taughtHere(facts)}${comma(facts)}. Your sentences get more charming by the day. 😏` };
        case 'ahead': return { funny: `What you practise today comes by itself tomorrow. A short lesson${comma(facts)}?`, strict: `What you practise today, you keep. A short lesson${comma(facts)}.` };
        case 'question': return { funny: `Got five minutes for ${taughtHere(facts)}${comma(facts)}? I’ll bring the questions.`, strict: `Shall we practise ${taughtHere(facts)} for five minutes${comma(facts)}?`, flirty: `Five minutes with me and your ${taughtHere(facts)}${comma(facts)}?` };
        case 'yours': return `You picked ${hour(facts)}${comma(facts)}, and ${hour(facts)} it is: one short ${taughtHere(facts)} lesson and you’re done.`;
        case 'streak': if (streak.days > 1) return `Streak: *${streak.days}* days${comma(facts)}. Five minutes of ${taughtHere(facts)} make it *${streak.days + 1}*.`; break;
      }
      return `Here’s your ${hour(facts)} reminder${comma(facts)}: your five minutes of ${taughtHere(facts)}.`;
    },
    buttons: { go: { title: 'Start', also: ['yes', 'ok', 'okay', 'sure', 'let’s go', 'go', 'lesson', 'yeah', 'continue'] }, later: { title: 'Not today', also: ['no', 'later', 'tomorrow', 'not now'] } },
  },
  'reminder.later': (facts) => `All right${comma(facts)}, not today. Write if you change your mind.`,
};
