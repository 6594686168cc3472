// Who a simulated learner is: where from, how able, and with which habits; drawn from a seed.
import { COUNTRIES, plausibleNumber } from '../../src/simulator/countries.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { Mind } from './memory.ts';

export interface Person {
  name: string;
  /** Digits, as WhatsApp writes a number. */
  phone: string;
  country: string;
  zone: string;
  target: string | null;
  birthYear: number;
  persona: 'funny' | 'strict' | 'flirty';
  goal: 'travel' | 'work' | 'chat';
  mind: Mind;
  /** How well they judge their own level, in logits. */
  selfKnowledge: number;
  habits: Habits;
  /** Rolls for what they do. */
  chance: Chance;
}

export interface Habits {
  /** When they like to learn, minutes after local midnight. */
  minute: number;
  /** How likely they come on a day of their own accord. */
  shows: number;
  /** How likely a reminder brings them when they have not come yet. */
  heeds: number;
  /** How likely one lesson is followed by another. */
  again: number;
  /** The reminder they ask for, as they write or tap it. */
  reminder: string;
  /** How likely they break off in the middle of a lesson, at each exercise. */
  leaves: number;
  /** How likely a typed answer has a slip. */
  typos: number;
  /** How likely they tap where there is something to tap. */
  taps: number;
  /** How likely they do something else than answer: ask for a hint, say thanks, send a voice note, … */
  strays: number;
  /** How likely they play a scene when their lessons are done. */
  plays: number;
  /** How likely they say STOP on a day. */
  stops: number;
}

interface Home {
  country: string;
  zones: readonly string[];
  share: number;
}

// Where learners come from. Each zone is one that a number of this country may live in.
const homes: readonly Home[] = [
  { country: 'ES', zones: ['Europe/Madrid'], share: 5 },
  { country: 'MX', zones: ['America/Mexico_City'], share: 5 },
  { country: 'CO', zones: ['America/Bogota'], share: 4 },
  { country: 'AR', zones: ['America/Argentina/Buenos_Aires'], share: 3 },
  { country: 'CL', zones: ['America/Santiago'], share: 2 },
  { country: 'PE', zones: ['America/Lima'], share: 2 },
  { country: 'BR', zones: ['America/Sao_Paulo'], share: 5 },
  { country: 'PT', zones: ['Europe/Lisbon', 'Atlantic/Azores'], share: 1 },
  { country: 'FR', zones: ['Europe/Paris'], share: 3 },
  { country: 'MA', zones: ['Africa/Casablanca'], share: 1 },
  { country: 'US', zones: ['America/New_York', 'America/Los_Angeles'], share: 2 },
  { country: 'GB', zones: ['Europe/London'], share: 1 },
  { country: 'AU', zones: ['Australia/Sydney', 'Australia/Perth', 'Australia/Adelaide'], share: 1 },
  { country: 'IN', zones: ['Asia/Kolkata'], share: 1 },
];
const names = ['Ana', 'Luis', 'Marta', 'João', 'Camila', 'Pierre', 'Sofía', 'Diego', 'Inês', 'Léa', 'Tom', 'Priya', 'Núria', 'Mateo', 'Bia'];
/** As tapped (a title of onboarding's buttons) or typed. */
const reminders = ['9:00', '9:00', '20:00', '20:00', '19:30', '7', '13:00', '22:15', 'none', 'same'];
const places = homes.flatMap((home) => Array.from({ length: home.share }, () => home));

/** Learner number `n` of a seed: always the same person. */
export function personOf(seed: number, n: number): Person {
  const chance = chanceOf(seed, `person ${n}`);
  const { country, zones } = chance.pick(places);
  const row = COUNTRIES.find(({ code }) => code === country)!;
  const keen = chance.next();
  return {
    name: chance.pick(names), country, zone: chance.pick(zones), target: null,
    phone: uniqueNumber(plausibleNumber(row, chance.next), n),
    birthYear: chance.whole(1955, 2006),
    persona: chance.pick(['funny', 'funny', 'strict', 'flirty'] as const),
    goal: chance.pick(['travel', 'work', 'chat'] as const),
    mind: { ability: Math.max(-3, Math.min(1, chance.normal(-1.5, 1))), halfLifeDays: Math.max(0.5, chance.normal(3, 1)), growth: Math.max(1.3, chance.normal(2.3, 0.4)) },
    selfKnowledge: 0.7,
    habits: {
      minute: Math.round(Math.max(6 * 60, Math.min(23.5 * 60, chance.pick([chance.normal(8 * 60, 60), chance.normal(13 * 60, 60), chance.normal(20 * 60, 90)])))),
      shows: 0.35 + 0.6 * keen, heeds: 0.1 + 0.5 * chance.next(), again: 0.35 * chance.next(),
      reminder: chance.pick(reminders), leaves: 0.01 * chance.next(), typos: 0.06 * chance.next(), taps: 0.5 + 0.5 * chance.next(), strays: 0.06 * chance.next(),
      plays: 0.5 * chance.next(), stops: 0.001,
    },
    chance,
  };
}

// The last three digits are the learner's own, so that nobody has another's number.
const uniqueNumber = (number: string, n: number): string => number.slice(0, -3) + String(n % 1000).padStart(3, '0');
