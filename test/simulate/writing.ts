// What a simulated learner sends: words in their language, taps, voice notes, and the slips that fingers make.
import type { InterfaceLanguage } from '../../machines/vocabulary.ts';
import type { Bubble } from './graph.ts';
import type { Chance } from './chance.ts';

/** The part of a message that says what it is, as Meta writes it. */
export type Content = { type: string } & Record<string, unknown>;

/** Something sent, and what the learner meant by it. */
export interface Written {
  content: Content;
  /** How it reads in a transcript. */
  shown: string;
  /** `answer`: to the open exercise. `stray`: anything else in the middle of a lesson. `steer`: to get somewhere. */
  kind: 'answer' | 'stray' | 'steer';
  /** The id of the option that was tapped. */
  tapped?: string;
  /** Of a reply in a scene: to which beat, what it was meant as (`other`: right in another scene), and the branches it may be taken for. */
  line?: { scene: string; beat: string; sort: 'right' | 'wrong' | 'other' | 'elsewhere' | 'help' | 'skip'; branches: readonly string[] };
  /** Of an answer: what was known and how it was put down. */
  answer?: { exercise: string; asked: string; sort: 'right' | 'slip' | 'wrong'; text: string };
}

type Words = Readonly<Record<InterfaceLanguage, readonly string[]>>;

export const hello: Words = { es: ['hola', 'Hola!', 'buenas', 'hola charla 👋'], pt: ['oi', 'Olá', 'bom dia', 'oi, quero aprender'], en: ['hi', 'Hello', 'hey there'], fr: ['bonjour', 'salut', 'Coucou'] };
export const wantsLesson: Words = { es: ['lección', 'hola'], pt: ['lição', 'oi'], en: ['lesson', 'hi'], fr: ['leçon', 'salut'] };
export const hint: Words = { es: ['pista'], pt: ['dica'], en: ['hint'], fr: ['indice'] };
export const skip: Words = { es: ['saltar'], pt: ['pular'], en: ['skip'], fr: ['passer'] };
export const lost: Words = { es: ['no sé', 'ni idea'], pt: ['não sei', 'sei lá'], en: ["I don't know", 'no idea'], fr: ['je ne sais pas', 'aucune idée'] };
export const streakWord: Words = { es: ['racha'], pt: ['sequência'], en: ['streak'], fr: ['série'] };
export const thanks: Words = { es: ['gracias', 'muchas gracias'], pt: ['obrigada', 'valeu'], en: ['thanks', 'thank you'], fr: ['merci', 'merci beaucoup'] };

export const text = (body: string, kind: Written['kind'], answer?: Written['answer']): Written => ({ content: { type: 'text', text: { body } }, shown: body, kind, ...(answer && { answer }) });

/** A tap on one option of a bubble. */
export function tap({ id, title }: { id: string; title: string }, bubble: Bubble, kind: Written['kind'], answer?: Written['answer']): Written {
  const reply = { id, title };
  const interactive = bubble.listed ? { type: 'list_reply', list_reply: reply } : { type: 'button_reply', button_reply: reply };
  return { content: { type: 'interactive', interactive }, shown: `[${title}]`, kind, tapped: id, ...(answer && { answer }) };
}

/** A voice note where text is due. */
export const voiceNote = (n: number): Written => ({ content: { type: 'audio', audio: { id: `media.${n}`, mime_type: 'audio/ogg; codecs=opus', sha256: 'c2lsZW5jZQ==', voice: true } }, shown: '(voice note)', kind: 'stray' });

const neighbours: Readonly<Record<string, string>> = { a: 's', e: 'r', i: 'o', o: 'p', n: 'm', t: 'r', s: 'd', r: 't', l: 'k', d: 's', c: 'v', u: 'y' };

/** The words with one slip in their longest word: two letters swapped, one left out, doubled, or its neighbour on the keyboard. Null when all words are too short for that. */
export function withSlip(words: string, chance: Chance): string | null {
  const longest = words.split(/[^\p{L}]+/u).toSorted((a, b) => b.length - a.length)[0] ?? '';
  if (longest.length < 5) return null;
  const i = chance.whole(1, longest.length - 3);
  const [a, b] = [longest[i]!, longest[i + 1]!];
  const slipped = chance.pick([
    longest.slice(0, i) + b + a + longest.slice(i + 2),
    longest.slice(0, i) + longest.slice(i + 1),
    longest.slice(0, i) + a + longest.slice(i),
    longest.slice(0, i) + (neighbours[a.toLowerCase()] ?? a) + longest.slice(i + 1),
  ]);
  return slipped === longest ? null : words.replace(longest, slipped);
}

/** As people write on a phone: now and then all in lower case, or without the full stop. */
export function casually(words: string, chance: Chance): string {
  const lower = chance.is(0.4) ? words.toLowerCase() : words;
  return chance.is(0.5) ? lower.replace(/[.!]$/u, '') : lower;
}
