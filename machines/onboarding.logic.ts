// Onboarding's guards and assignments: pure functions, called by name from the flow.
import { mayFlirt, yearOf } from './adulthood.ts';
import { bareName, longestName } from './conversation.logic.ts';
import { staysAfterMove } from './streak.logic.ts';
import { asksBack, isOddName } from './odd-names.ts';
import { optionOf, type Assign, type Guard } from './names.ts';
import { isOffered, offered } from './offered.ts';
import { interfaceLanguages, levels, personas, type Context, type InterfaceLanguage, type Level, type Persona, type Profile, type TargetLanguage } from './vocabulary.ts';

const goals = ['travel', 'work', 'chat'] as const;

/** WhatsApp's minimum age, everywhere since 2024. */
const minimumAge = 13;

/** Whether somebody born in this year cannot be 13 yet, whatever their birthday is. */
export function surelyTooYoung(birthYear: number, at: number): boolean {
  return yearOf(at) - birthYear < minimumAge;
}

// “Me llamo Ana” means Ana, and “no, mejor Ani” means Ani. One pattern for four languages: nobody is called “my name is”.
const openings = /^(?:hola|hello|hi|oi|olá|salut|bonjour|no|nope|não|non|sí|si|sim|yes|oui|ok)\s*[,!.;]\s*(?=\S)/iu;
const introductions = /^(?:(?:hola|hello|hi|oi|olá|salut|bonjour)[\s,!.]+)?(?:me llamo|mi nombre es|llámame|puedes llamarme|me puedes llamar|prefiero|mejor|me dicen|soy|meu nome é|me chamo|pode me chamar de|me chama de|prefiro|melhor|sou|my name is|my name's|call me|you can call me|i prefer|i am|i'm|je m'appelle|mon nom est|mon prénom est|appelle-moi|tu peux m'appeler|je préfère|plutôt|je suis|moi c'est)\s+/iu;

/** The name in what somebody wrote when asked for it, or null when there is none to be seen. */
export function nameIn(text: string): string | null {
  const name = bareName(text).replaceAll('’', "'").replace(openings, '').replace(introductions, '').replace(/[.!,;:\s]+$/u, '');
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  // Formatting marks would be read by WhatsApp as bold or struck through in every later bubble.
  return letters > 0 && name.length <= longestName && !/[*_~`<>@#/\\\d]/u.test(name) ? name : null;
}

const isPersona: Guard = ({ profile }, event) => {
  const option = optionOf(event);
  return personas.includes(option as Persona) && (option !== 'flirty' || mayFlirt(profile, event.at));
};

const change = (context: Context, part: Partial<Profile>): Partial<Context> => ({ profile: { ...context.profile, ...part } });

const moveTo = (context: Context, zone: string, at: number): Partial<Context> => ({ ...change(context, { zone, zoneSettled: true }), zoneStays: staysAfterMove(context, zone, at) });

export const onboardingGuards = {
  isLanguage: (_context, event) => interfaceLanguages.includes(optionOf(event) as InterfaceLanguage),
  /** The language chosen to explain in has no lessons of the one that is being learned. */
  losesTarget: ({ profile }, event) => interfaceLanguages.includes(optionOf(event) as InterfaceLanguage) && !isOffered(optionOf(event) as InterfaceLanguage, profile.targetLanguage),
  isTarget: ({ profile }, event) => isOffered(profile.nativeLanguage, optionOf(event)),
  hasOneTarget: ({ profile }) => offered[profile.nativeLanguage].length === 1,
  isGoal: (_context, event) => goals.includes(optionOf(event) as (typeof goals)[number]),
  isLevel: (_context, event) => levels.includes(optionOf(event) as Level),
  hasName: ({ profile }, event) => optionOf(event) === 'same' && profile.name !== null,
  // Who says it again is believed, whatever it looks like.
  isName: ({ unclear }, event) => {
    if (event.type !== 'said') return false;
    const name = nameIn(event.text);
    return name !== null && !asksBack(event.text) && (unclear === 'odd-name' || !isOddName(name));
  },
  isOddName: (_context, event) => event.type === 'said' && nameIn(event.text) !== null,
  asksBack: (_context, event) => event.type === 'said' && asksBack(event.text),
  isTooYoung: (_context, event) => event.type === 'named.year' && surelyTooYoung(event.year, event.at),
  isPersona,
  isPersonaWithZone: (context, event, params) =>
    (context.profile.zoneSettled || context.profile.zoneChoices.length === 0) && isPersona(context, event, params),
  isZone: ({ profile }, event) => profile.zoneChoices.includes(optionOf(event) ?? ''),
} satisfies Record<string, Guard>;

export const onboardingAssigns = {
  // A placement test is one of a pair of languages.
  setLanguage: (context, event) => ({ ...change(context, { nativeLanguage: optionOf(event) as InterfaceLanguage }), placement: null }),
  setTarget: (context, event) => ({ ...change(context, { targetLanguage: optionOf(event) as TargetLanguage }), placement: null }),
  setOnlyTarget: (context) => ({ ...change(context, { targetLanguage: offered[context.profile.nativeLanguage][0] }), placement: null }),
  setGoal: (context, event) => change(context, { goal: optionOf(event) as (typeof goals)[number] }),
  setLevel: (context, event) => change(context, { level: optionOf(event) as Level }),
  setName: (context, event) => change(context, { name: event.type === 'said' ? nameIn(event.text) : context.profile.name }),
  setBirthYear: (context, event) => change(context, { birthYear: event.type === 'named.year' ? event.year : null }),
  setPersona: (context, event) => change(context, { persona: optionOf(event) as Persona }),
  settleZone: (context, event) => (event.type === 'named.zone' ? moveTo(context, event.zone, event.at) : {}),
  offerZones: (context, event) => change(context, event.type === 'unsure.zone' ? { zoneChoices: event.near } : {}),
  setZone: (context, event) => moveTo(context, optionOf(event) ?? context.profile.zone, event.at),
  setDailyTime: (context, event) => change(context, { dailyTime: event.type === 'named.time' ? event.time : null, followsLesson: event.type === 'named.time' && event.follows === true }),
  finishOnboarding: () => ({ onboarded: true }),
} satisfies Record<string, Assign>;
