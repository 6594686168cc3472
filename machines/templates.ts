// The messages that WhatsApp lets through when a learner has not written for a day: fixed words that Meta has approved, and what fills their gaps.
import { languagesEn } from './onboarding.copy.en.ts';
import { languagesEs } from './onboarding.copy.es.ts';
import { languagesFr } from './onboarding.copy.fr.ts';
import { languagesPt } from './onboarding.copy.pt.ts';
import { clock, clockH } from './phrases.ts';
import type { Context, InterfaceLanguage, TargetLanguage } from './vocabulary.ts';

/** Meta's codes of the languages that templates are written in. */
export const templateLanguages: Readonly<Record<InterfaceLanguage, string>> = { es: 'es', pt: 'pt_BR', en: 'en', fr: 'fr' };

/** A template: its body in each language with gaps `{{1}}`, `{{2}}` …, and what fills them. A gap neither opens nor closes a body. */
export interface Template {
  /** Meta's price class, as it is asked for; Meta decides. */
  category: 'utility';
  body: Readonly<Record<InterfaceLanguage, string>>;
  fill(context: Context): string[];
}

const languages: Readonly<Record<InterfaceLanguage, Readonly<Record<TargetLanguage, string>>>> = { es: languagesEs, pt: languagesPt, en: languagesEn, fr: languagesFr };
const clocks: Readonly<Record<InterfaceLanguage, (time: string) => string>> = { es: clock, pt: clockH, en: clock, fr: clockH };

/** By the name they have at Meta. What reminds says that it was asked for, at which hour, and how it ends. */
export const templates: Readonly<Record<string, Template>> = {
  lesson_reminder: {
    category: 'utility',
    body: {
      es: 'Tu recordatorio de las {{1}}: cinco minutos de {{2}}, como me pediste. Responde a este mensaje y empezamos. Con STOP no te escribo más.',
      pt: 'Seu lembrete das {{1}}: cinco minutos de {{2}}, como você pediu. Responda a esta mensagem e a gente começa. Com STOP não escrevo mais.',
      en: 'Your reminder for {{1}}: five minutes of {{2}}, as you asked. Reply to this message and we’ll start. Send STOP and I won’t write again.',
      fr: 'Ton rappel de {{1}} : cinq minutes de cours ({{2}}), comme tu l’as demandé. Réponds à ce message et on commence. Avec STOP, je n’écris plus.',
    },
    fill: ({ profile, reminder }) => [clocks[profile.nativeLanguage](reminder?.time ?? profile.dailyTime ?? '09:00'), languages[profile.nativeLanguage][profile.targetLanguage ?? 'en']],
  },
};
