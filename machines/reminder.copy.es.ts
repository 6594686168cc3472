// What Charla says at the hour a learner asked to be reminded at, in Spanish.
import type { Entry, Facts } from './copy.ts';
import { clock, comma, hasOpenLesson, place } from './phrases.ts';
import { languagesEs } from './onboarding.copy.es.ts';

const taughtHere = ({ context: { profile } }: Facts) => languagesEs[profile.targetLanguage ?? 'en'];
const hour = ({ context: { reminder } }: Facts) => clock(reminder?.time ?? '09:00');
const articleOf = (time: string) => (time.startsWith('1:') ? 'la' : 'las');

export const reminderEs = {
  reminder: {
    ask: (facts) => {
      const { streak } = facts;
      if (facts.context.reminder?.about === 'streak-saver' && streak.days > 1) return `Hoy aún puede contar para tu racha de *${streak.days}* días${comma(facts)}: una lección corta basta.${streak.freezes > 0 ? ' Si no puedes, una pausa guardada cubre el día.' : ''}`;
      if (hasOpenLesson(facts)) return `Es hora de tu lección${comma(facts)}. La dejamos en la ${place(facts).at} de ${place(facts).of}: la acabamos en un momento.`;
      const at = hour(facts);
      switch (facts.context.reminder?.variant) {
        case 'short': return { funny: `Cinco minutos de ${taughtHere(facts)}${comma(facts)}, y el café ni se enfría. ☕`, strict: `Cinco minutos de ${taughtHere(facts)}${comma(facts)}.`, flirty: `Cinco minutos de ${taughtHere(facts)}${comma(facts)}. Con lo bien que te salen las frases… 😏` };
        case 'ahead': return { funny: `Lo que practiques hoy te sale solo mañana. ¿Una lección corta${comma(facts)}?`, strict: `Lo que practicas hoy se queda contigo. Una lección corta${comma(facts)}.` };
        case 'question': return { funny: `¿Cinco minutos de ${taughtHere(facts)}${comma(facts)}? Yo pongo las preguntas.`, strict: `¿Practicamos cinco minutos de ${taughtHere(facts)}${comma(facts)}?`, flirty: `¿Cinco minutos conmigo y con tu ${taughtHere(facts)}${comma(facts)}?` };
        case 'yours': return `Elegiste ${articleOf(at)} ${at}${comma(facts)}, y ya es la hora: una lección corta de ${taughtHere(facts)} y listo.`;
        case 'streak': if (streak.days > 1) return `Racha: *${streak.days}* días${comma(facts)}. Con cinco minutos de ${taughtHere(facts)} serán *${streak.days + 1}*.`; break;
      }
      return `Aquí va tu recordatorio de ${articleOf(at)} ${at}${comma(facts)}: tus cinco minutos de ${taughtHere(facts)}.`;
    },
    buttons: { go: { title: 'Empezar', also: ['sí', 'si', 'ok', 'vale', 'dale', 'vamos', 'venga', 'va', 'lección', 'seguir', 'claro'] }, later: { title: 'Hoy no', also: ['no', 'luego', 'mañana', 'ahora no', 'más tarde', 'después'] } },
  },
  'reminder.later': (facts) => `De acuerdo${comma(facts)}, hoy no. Escríbeme si cambias de idea.`,
} satisfies Readonly<Record<string, Entry>>;
