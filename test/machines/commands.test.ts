// The words that work everywhere: each in each language, as a whole message, unless the open exercise wants to hear it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newLesson } from '../../machines/lesson.logic.ts';
import { interfaceLanguages, type Context, type InterfaceLanguage } from '../../machines/vocabulary.ts';
import { read } from '../../src/conversation/read.ts';
import type { Session } from '../../src/conversation/session.ts';
import { begin } from '../../src/conversation/step.ts';
import type { Exercise } from '../../src/exercises/exercise.ts';
import { COMMAND_WORDS, type Command } from '../../src/grading/commands.ts';
import { markdownTable } from '../docs/generated.ts';
import { exerciseById, pickLesson } from '../scenarios/exercises.ts';
import { chart, now } from './walk.ts';

const events = { menu: 'asked.menu', help: 'asked.help', human: 'asked.human', streak: 'asked.streak', level: 'asked.level', stop: 'asked.stop' } as const;
const everywhere = Object.keys(events) as (keyof typeof events)[];
const upper = (word: string) => word.toUpperCase();

const opened = begin(chart, { userId: 'u', name: 'Ana', nativeLanguage: 'es', zone: 'Europe/Madrid', zoneSettled: true, country: 'ES', zoneChoices: [] }, now).session;
function resting(nativeLanguage: InterfaceLanguage, value: Session['value']): Session {
  const context = opened.temp_data as unknown as Context;
  const [flow, inner] = typeof value === 'string' ? [value, ''] : Object.entries(value)[0] as [string, string];
  const target = nativeLanguage === 'en' ? 'es' : 'en';
  const { topic, exercises } = pickLesson(nativeLanguage, target);
  return { ...opened, value, current_flow: flow, step: inner, temp_data: { ...context, onboarded: flow !== 'onboarding', profile: { ...context.profile, nativeLanguage, targetLanguage: target }, lesson: newLesson({ topic, exercises, introduces: [] }, now) } as never };
}
const hear = (session: Session, text: string, find: (id: string) => Exercise | undefined = exerciseById) => read(session, chart, { kind: 'text', text }, find, now).type;
const wordsOf = (language: InterfaceLanguage, command: Command) => [...new Set([...COMMAND_WORDS[language]![command], ...COMMAND_WORDS.en![command]])];

describe.each(interfaceLanguages)('in %s', (language) => {
  it.each(everywhere)('%s is heard in every place, in its own words and in English', (command) => {
    for (const word of wordsOf(language, command)) {
      for (const value of ['menu', 'privacy', { onboarding: 'goal' }, { onboarding: 'birthYear' }, { lesson: 'exercise' }, { settings: 'time' }, { settings: 'zone' }, 'stopped']) {
        for (const typed of [word, upper(word), `${word}.`, ` ${word} `]) expect([word, value, hear(resting(language, value), typed)]).toEqual([word, value, events[command]]);
      }
    }
  });

  it('none is heard inside a sentence', () => {
    for (const command of everywhere) for (const word of wordsOf(language, command)) expect([word, hear(resting(language, { onboarding: 'goal' }), `xyz ${word} xyz`)]).not.toEqual([word, events[command]]);
  });

  it('none is heard where the open exercise wants to hear that word', () => {
    const exercise = exerciseById(pickLesson('es', 'en').exercises[0]!)!;
    for (const command of everywhere) {
      for (const word of wordsOf(language, command)) {
        const wants: Exercise = { ...exercise, question: { stem: 'The ___ is here.', options: null, shownAs: 'typed', answer: word, accepted: [word] } };
        expect([word, hear(resting(language, { lesson: 'exercise' }), upper(word), () => wants)]).toEqual([word, 'answered']);
      }
    }
  });

  it('START is heard by who has stopped', () => {
    for (const word of COMMAND_WORDS.en!.start) expect(['asked.start', 'chose']).toContain(hear(resting(language, 'stopped'), word));
  });
});

it('the README names the words that are read', () => {
  const rows: Command[] = ['menu', 'help', 'human', 'streak', 'level', 'stop', 'start', 'hint', 'skip', 'report'];
  const table = markdownTable(['word', ...interfaceLanguages], rows.map((command) => [command, ...interfaceLanguages.map((language) => COMMAND_WORDS[language]![command].join(', '))]));
  const readme = path.resolve(import.meta.dirname, '../../machines/README.md');
  expect(readFileSync(readme, 'utf8')).toContain(table);
});
