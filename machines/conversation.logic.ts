// Guards and assignments that every flow uses, and the context a conversation begins with.
import { optionOf, type Assign, type Guard } from './names.ts';
import { noStreak, stayedAlways } from './streak.logic.ts';
import type { Context, ConversationInput, InterfaceLanguage, UnclearReason } from './vocabulary.ts';

/** A longer name is none that a sentence has room for, in UTF-16 units. */
export const longestName = 40;

/** A name without what is not of it: emoji and characters that nobody sees, spaces squeezed. */
export function bareName(raw: string): string {
  return raw.replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{FE0E}\u{FE0F}\u{20E3}]/gu, ' ').replace(/\s+/gu, ' ').trim();
}

/** A profile's name as it may stand in a sentence: WhatsApp would read some characters as bold or struck through. */
function profileName(raw: string | null | undefined): string | null {
  const name = bareName((raw ?? '').replace(/[*_~`]/gu, ''));
  return /\p{L}/u.test(name) && name.length <= longestName ? name : null;
}

/** What is known before the first message is read. Takes an empty input too, since the engine looks at the chart before it knows a learner. */
export function openingContext(input: Partial<ConversationInput>): Context {
  return {
    userId: input.userId ?? '',
    profile: {
      name: profileName(input.name),
      nativeLanguage: input.nativeLanguage ?? 'en',
      targetLanguage: null,
      goal: null,
      birthYear: null,
      persona: 'funny',
      zone: input.zone ?? 'UTC',
      zoneSettled: input.zoneSettled ?? false,
      dailyTime: null,
      followsLesson: false,
      level: null,
      country: input.country ?? null,
      zoneChoices: input.zoneChoices ?? [],
      minor: input.minor ?? false,
    },
    onboarded: false,
    lesson: null,
    lessonsFinished: 0,
    streak: noStreak,
    streakGrew: null,
    zoneStays: stayedAlways(input.zone ?? 'UTC'),
    lastExercise: null,
    lastLessonAt: null,
    reminder: null,
    hourOffer: null,
    crisis: null,
    placement: null,
    scene: null,
    sceneOffers: [],
    lastScene: null,
    unclear: null,
    cameFrom: 'idle',
  };
}

// Words that tell one interface language from the other three; greetings that two of them share (“hi”, “ok”) are left out.
const tellingWords: Readonly<Record<InterfaceLanguage, readonly string[]>> = {
  es: ['hola', 'buenas', 'buenos', 'gracias', 'quiero', 'aprender', 'ingles', 'clase', 'clases', 'información'],
  pt: ['ola', 'oi', 'olá', 'bom', 'boa', 'tudo', 'quero', 'obrigado', 'obrigada', 'inglês', 'voce', 'você', 'aula'],
  en: ['hello', 'hi', 'hey', 'good', 'thanks', 'want', 'learn', 'english', 'spanish', 'french', 'please'],
  fr: ['bonjour', 'bonsoir', 'salut', 'coucou', 'merci', 'veux', 'apprendre', 'anglais', 'espagnol', 'cours'],
};

/** The interface language that a first message is written in, or null when it does not tell. */
export function languageOfGreeting(text: string): InterfaceLanguage | null {
  const words = new Set(text.toLowerCase().split(/[^\p{L}]+/u));
  const scored = (Object.keys(tellingWords) as InterfaceLanguage[])
    .map((language) => ({ language, hits: tellingWords[language].filter((word) => words.has(word)).length }))
    .sort((a, b) => b.hits - a.hits);
  return scored[0]!.hits > scored[1]!.hits ? scored[0]!.language : null;
}

export const conversationGuards = {
  optionIs: (_context, event, { option }) => optionOf(event) === option,
  onboardedAndOptionIs: (context, event, { option }) => context.onboarded && optionOf(event) === option,
  wasFlirting: (_context, event) => event.type === 'hinted.minor' && event.flirting,
  isNew: ({ onboarded }) => !onboarded,
  unclearIs: (_context, event, { reasons }) => event.type === 'unclear' && (reasons as UnclearReason[]).includes(event.reason),
  cameFrom: (context, _event, { flow }) => context.cameFrom === flow,
} satisfies Record<string, Guard>;

export const conversationAssigns = {
  noteUnclear: (_context, event, { reason }) => ({ unclear: (reason ?? (event.type === 'unclear' ? event.reason : null)) as UnclearReason | null }),
  rememberFlow: (_context, _event, { flow }) => ({ cameFrom: flow as Context['cameFrom'] }),
  noteCrisis: (_context, event) => ({ crisis: event.type === 'in.crisis' ? event.danger : null }),
  /** For good: nothing in a chat undoes it. */
  noteMinor: ({ profile }) => ({ profile: { ...profile, minor: true, persona: profile.persona === 'flirty' ? 'funny' as const : profile.persona } }),
  hearLanguage: ({ profile }, event) => {
    const heard = event.type === 'said' ? languageOfGreeting(event.text) : null;
    return heard === null ? {} : { profile: { ...profile, nativeLanguage: heard } };
  },
} satisfies Record<string, Assign>;
