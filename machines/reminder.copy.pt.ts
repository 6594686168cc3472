// What Charla says at the hour a learner asked to be reminded at, in Portuguese.
import type { Facts, SameKeys } from './copy.ts';
import { clockH, comma, hasOpenLesson, place } from './phrases.ts';
import { languagesPt } from './onboarding.copy.pt.ts';
import type { reminderEs } from './reminder.copy.es.ts';

const taughtHere = ({ context: { profile } }: Facts) => languagesPt[profile.targetLanguage ?? 'en'];
const hour = ({ context: { reminder } }: Facts) => clockH(reminder?.time ?? '09:00');
const articleOf = (time: string) => (time.startsWith('1h') ? 'da' : 'das');

export const reminderPt: SameKeys<typeof reminderEs> = {
  reminder: {
    ask: (facts) => {
      const { streak } = facts;
      if (facts.context.reminder?.about === 'streak-saver' && streak.days > 1) return `Hoje ainda pode contar para a sua sequência de *${streak.days}* dias${comma(facts)}: uma lição curta basta.${streak.freezes > 0 ? ' Se não der, uma pausa guardada cobre o dia.' : ''}`;
      if (hasOpenLesson(facts)) return `Está na hora da lição${comma(facts)}. Paramos na ${place(facts).at} de ${place(facts).of}: terminamos num instante.`;
      const at = hour(facts);
      switch (facts.context.reminder?.variant) {
        case 'short': return { funny: `Cinco minutos de ${taughtHere(facts)}${comma(facts)}, e o café nem esfria. ☕`, strict: `Cinco minutos de ${taughtHere(facts)}${comma(facts)}.`, flirty: `Cinco minutos de ${taughtHere(facts)}${comma(facts)}. Com essas frases tão bonitas que você faz… 😏` };
        case 'ahead': return { funny: `O que você praticar hoje sai sozinho amanhã. Uma lição curta${comma(facts)}?`, strict: `O que você pratica hoje fica com você. Uma lição curta${comma(facts)}.` };
        case 'question': return { funny: `Cinco minutos de ${taughtHere(facts)}${comma(facts)}? As perguntas ficam por minha conta.`, strict: `Vamos praticar cinco minutos de ${taughtHere(facts)}${comma(facts)}?`, flirty: `Cinco minutos comigo e com o seu ${taughtHere(facts)}${comma(facts)}?` };
        case 'yours': return `Você escolheu ${at.startsWith('1h') ? 'a' : 'as'} ${at}${comma(facts)}, e chegou a hora: uma lição curta de ${taughtHere(facts)} e pronto.`;
        case 'streak': if (streak.days > 1) return `Sequência: *${streak.days}* dias${comma(facts)}. Com cinco minutos de ${taughtHere(facts)} serão *${streak.days + 1}*.`; break;
      }
      return `Aqui vai o seu lembrete ${articleOf(at)} ${at}${comma(facts)}: os seus cinco minutos de ${taughtHere(facts)}.`;
    },
    buttons: { go: { title: 'Começar', also: ['sim', 'ok', 'vamos', 'bora', 'claro', 'pode ser', 'lição', 'continuar'] }, later: { title: 'Hoje não', also: ['não', 'depois', 'amanhã', 'agora não', 'mais tarde'] } },
  },
  'reminder.later': (facts) => `Tudo bem${comma(facts)}, hoje não. Escreva se mudar de ideia.`,
};
