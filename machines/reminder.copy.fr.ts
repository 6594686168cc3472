// What Charla says at the hour a learner asked to be reminded at, in French.
import type { Facts, SameKeys } from './copy.ts';
import { clockH, comma, hasOpenLesson, place } from './phrases.ts';
import { languagesFr } from './onboarding.copy.fr.ts';
import type { reminderEs } from './reminder.copy.es.ts';

// De + the language: “d’anglais”.
const ofTaughtHere = ({ context: { profile } }: Facts) => languagesFr[profile.targetLanguage ?? 'en'].replace(/^(?=[aeiouéh])/iu, 'd’').replace(/^(?!d’)/u, 'de ');
const hour = ({ context: { reminder } }: Facts) => clockH(reminder?.time ?? '09:00');

export const reminderFr: SameKeys<typeof reminderEs> = {
  reminder: {
    ask: (facts) => {
      const { streak } = facts;
      if (facts.context.reminder?.about === 'streak-saver' && streak.days > 1) return `Aujourd’hui peut encore compter pour ta série de *${streak.days}* jours${comma(facts)} : une leçon courte suffit.${streak.freezes > 0 ? ' Sinon, une pause en réserve couvre la journée.' : ''}`;
      if (hasOpenLesson(facts)) return `C’est l’heure de ta leçon${comma(facts)}. On s’est arrêté à la question ${place(facts).at} sur ${place(facts).of} : on la finit ?`;
      switch (facts.context.reminder?.variant) {
        case 'short': return { funny: `Cinq minutes ${ofTaughtHere(facts)}${comma(facts)}, et le café reste chaud. ☕`, strict: `Cinq minutes ${ofTaughtHere(facts)}${comma(facts)}.`, flirty: `Cinq minutes ${ofTaughtHere(facts)}${comma(facts)}. Tes phrases ont tant de charme. 😏` };
        case 'ahead': return { funny: `Ce que tu pratiques aujourd’hui viendra tout seul demain. Une leçon courte${comma(facts)} ?`, strict: `Ce que tu pratiques aujourd’hui, tu le gardes. Une leçon courte${comma(facts)}.` };
        case 'question': return { funny: `Cinq minutes ${ofTaughtHere(facts)}${comma(facts)} ? Je m’occupe des questions.`, strict: `On pratique cinq minutes${comma(facts)} ?`, flirty: `Cinq minutes avec moi et tes plus belles phrases${comma(facts)} ?` };
        case 'yours': return `Tu as choisi ${hour(facts)}${comma(facts)}, et c’est l’heure : une leçon courte et c’est fait.`;
        case 'streak': if (streak.days > 1) return `Série : *${streak.days}* jours${comma(facts)}. Cinq minutes ${ofTaughtHere(facts)}, et ça fera *${streak.days + 1}*.`; break;
      }
      return `Voici ton rappel de ${hour(facts)}${comma(facts)} : tes cinq minutes ${ofTaughtHere(facts)}.`;
    },
    buttons: { go: { title: 'Commencer', also: ['oui', 'ok', 'd’accord', 'allons-y', 'vas-y', 'leçon', 'continuer'] }, later: { title: 'Pas aujourd’hui', also: ['non', 'plus tard', 'demain', 'pas maintenant'] } },
  },
  'reminder.later': (facts) => `D’accord${comma(facts)}, pas aujourd’hui. Écris-moi si tu changes d’avis.`,
};
