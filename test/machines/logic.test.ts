// What guards and assignments decide, at the edges: ages, names, the language of a first hello.
import { describe, expect, it } from 'vitest';
import { mayFlirt } from '../../machines/adulthood.ts';
import { languageOfGreeting, openingContext } from '../../machines/conversation.logic.ts';
import { reminderAssigns, reminderGuards } from '../../machines/reminder.logic.ts';
import { lessonAssigns, newLesson, openExercise } from '../../machines/lesson.logic.ts';
import { nameIn, onboardingAssigns, onboardingGuards, surelyTooYoung } from '../../machines/onboarding.logic.ts';
import type { Context } from '../../machines/vocabulary.ts';

const at = Date.parse('2026-11-24T18:05:00Z');

describe('age by year of birth', () => {
  it('refuses only who cannot be 13 yet', () => {
    expect([2012, 2013, 2014].map((year) => surelyTooYoung(year, at))).toEqual([false, false, true]);
  });

  it('turns with the year of the message, not of the machine', () => {
    expect(mayFlirt({ birthYear: 2008, country: 'ES', minor: false }, Date.parse('2027-01-01T00:00:00Z'))).toBe(true);
  });

  it('keeps the flirty voice from minors even when the event asks for it', () => {
    const context = (birthYear: number | null): Context => ({ ...openingContext({}), profile: { ...openingContext({ country: 'ES' }).profile, birthYear } });
    const flirty = { type: 'chose', option: 'flirty', at } as const;
    expect([1990, 2009, null].map((year) => onboardingGuards.isPersona(context(year), flirty, {}))).toEqual([true, false, false]);
  });
});

describe('a name', () => {
  it.each([
    ['Ana', 'Ana'], ['me llamo Ana', 'Ana'], ['Hola, soy Ana.', 'Ana'], ['My name is Kate', 'Kate'], ['I’m Kate', 'Kate'], ['Je m’appelle Zoé', 'Zoé'], ['meu nome é João', 'João'], ['pode me chamar de Jô', 'Jô'],
    ['José  Luis', 'José Luis'], ['soy Ana María 🌸', 'Ana María'], ['🇲🇽 Ana 👩🏽‍🏫', 'Ana'], ['Núria', 'Núria'], ['李娜', '李娜'], ['O’Neil', 'O\'Neil'], ['no, llámame Kat', 'Kat'], ['No, mejor Ani', 'Ani'], ['prefiero Ani', 'Ani'], ['sí, Ana', 'Ana'], ['you can call me Kat', 'Kat'], ['non, appelle-moi Lou', 'Lou'], ['pode me chamar de Bia', 'Bia'], ['Si Woo', 'Si Woo'], ['No Min-ho', 'No Min-ho'],
    ['12345', null], ['', null], ['💃', null], ['*Ana*', null], ['a'.repeat(41), null], ['http://x.example', null], ['A\u200bna\0', 'Ana'],
  ])('%j is %j', (text, name) => {
    expect(nameIn(text)).toBe(name);
  });

  it('that is hardly one is asked about once, and then believed', () => {
    const heard = (text: string, unclear: Context['unclear'] = null) => onboardingGuards.isName({ ...openingContext({}), unclear }, { type: 'said', text, at });
    expect(['Ana', 'asdf qwer', 'prefiero no decirlo', '¿para qué?', 'no me llames Ana', 'no me llamo Ana'].map((text) => heard(text))).toEqual([true, false, false, false, false, false]);
    expect(['asdf qwer', 'No'].map((text) => heard(text, 'odd-name'))).toEqual([true, true]);
    expect(['12345', '¿para qué?', 'no quiero'].map((text) => heard(text, 'odd-name'))).toEqual([false, false, false]);
  });

  it('of a profile loses what WhatsApp would format', () => {
    expect(openingContext({ name: '~*Ana*~\u202e María' }).profile.name).toBe('Ana María');
    expect(openingContext({ name: '🌸 Ana ❤️' }).profile.name).toBe('Ana');
    expect(openingContext({ name: '💃' }).profile.name).toBeNull();
    expect(openingContext({ name: 'x'.repeat(41) }).profile.name).toBeNull();
  });
});

describe('the language of a first message', () => {
  it.each([
    ['hola', 'es'], ['Hola, quiero aprender inglés', 'es'], ['oi, tudo bem?', 'pt'], ['olá', 'pt'], ['Hello!', 'en'], ['hi I want to learn spanish', 'en'], ['Bonjour', 'fr'], ['salut, je veux apprendre', 'fr'],
    ['👋', null], ['ok', null], ['', null], ['hola hello', null], ['привет', null],
  ])('%j is %j', (text, language) => {
    expect(languageOfGreeting(text)).toBe(language);
  });
});

describe('a lesson', () => {
  const lesson = newLesson({ topic: 't', exercises: ['a', 'b'] }, at);
  const answer = (verdict: 'correct' | 'almost' | 'wrong') => ({ type: 'answered', exercise: 'a', answer: { text: 'x', verdict, note: null, best: null }, at: at + 4_000 }) as const;

  it.each([['correct', { correct: 1, almost: 0, missed: [] }], ['almost', { correct: 0, almost: 1, missed: [] }], ['wrong', { correct: 0, almost: 0, missed: ['a'] }]] as const)('counts a %s answer once and moves on', (verdict, counted) => {
    const after = lessonAssigns.markAnswer({ ...openingContext({}), lesson }, answer(verdict));
    expect(after.lesson).toMatchObject({ ...counted, index: 1, last: { exercise: 'a', verdict, tookMs: 4_000 } });
  });

  it('has no open exercise when it is over', () => {
    expect(openExercise({ ...lesson, index: 2 })).toBeNull();
    expect(openExercise(null)).toBeNull();
  });

  it('counts neither way what was skipped or could not be settled', () => {
    const skipped = lessonAssigns.markSkip({ ...openingContext({}), lesson }, { type: 'asked.skip', at: at + 4_000 });
    expect(skipped.lesson).toMatchObject({ correct: 0, missed: [], skipped: ['a'], index: 1, last: { exercise: 'a', note: 'skipped' } });
    expect(skipped.lastExercise).toBe('a');
    const unsure = { ...answer('wrong'), answer: { ...answer('wrong').answer, note: 'unsure' } };
    expect(lessonAssigns.markAnswer({ ...openingContext({}), lesson }, unsure).lesson).toMatchObject({ missed: [], unsettled: 1, index: 1 });
  });

  it('keeps the clock running over a hint and starts it anew with the next exercise', () => {
    const context = { ...openingContext({}), lesson };
    expect(lessonAssigns.askExercise(context, { type: 'asked.hint', at: at + 9_000 })).toEqual({});
    expect(lessonAssigns.askExercise(context, { ...answer('wrong'), at: at + 9_000 }).lesson?.askedAt).toBe(at + 9_000);
  });

  it('counts hints for the open exercise only', () => {
    const hinted = lessonAssigns.noteHint({ ...openingContext({}), lesson });
    expect(hinted.lesson?.hints).toBe(1);
    const after = lessonAssigns.markAnswer({ ...openingContext({}), ...hinted }, answer('correct'));
    expect(after.lesson).toMatchObject({ hints: 0, last: { hints: 1 } });
  });

  it('that is dropped leaves nothing to come back to', () => {
    expect(lessonAssigns.dropLesson({ ...openingContext({}), lesson })).toEqual({ lesson: null, cameFrom: 'idle' });
    // The last answer of a lesson that is over can still be reported.
    const over = { ...lesson, index: lesson.exercises.length };
    expect(lessonAssigns.dropLesson({ ...openingContext({}), lesson: over })).toEqual({ lesson: over, cameFrom: 'idle' });
  });

  it('asks for a whole sentence once per exercise', () => {
    const urged = lessonAssigns.noteUrged({ ...openingContext({}), lesson });
    expect(urged.lesson?.urged).toBe(true);
    expect(lessonAssigns.markAnswer({ ...openingContext({}), ...urged }, answer('almost')).lesson?.urged).toBe(false);
    expect(lessonAssigns.markSkip({ ...openingContext({}), ...urged }, { type: 'asked.skip', at }).lesson?.urged).toBe(false);
  });

  it('took no negative time when clocks disagree', () => {
    const after = lessonAssigns.markAnswer({ ...openingContext({}), lesson: { ...lesson, askedAt: at + 60_000 } }, answer('correct'));
    expect(after.lesson?.last?.tookMs).toBe(0);
  });
});

describe('a profile', () => {
  it('changes in the one thing that was answered', () => {
    const context = openingContext({ name: 'Ana' });
    expect(onboardingAssigns.setGoal(context, { type: 'chose', option: 'work', at })).toEqual({ profile: { ...context.profile, goal: 'work' } });
  });
});

describe('the evening’s word for a streak', () => {
  const opening = { ...openingContext({}), onboarded: true };
  const asked: Context = { ...opening, profile: { ...opening.profile, dailyTime: '09:00' } };
  const evening = { type: 'reminder', about: 'streak-saver', variant: 'plain', time: '20:00', dayBeganAt: 1_000, at: 9_000 } as const;
  const welcome = (context: Context) => reminderGuards.welcomesReminder(context, evening, {});

  it('is welcome to who wants reminders and has not practised today', () => {
    expect(welcome(asked)).toBe(true);
    expect(welcome(opening)).toBe(false);
    expect(welcome({ ...asked, lastLessonAt: 2_000 })).toBe(false);
  });

  it('is not said after “not today”, and is again the next day', () => {
    const reminded = { ...asked, reminder: { about: 'daily', variant: 'plain', time: '09:00' } };
    const declined = (at: number) => ({ ...reminded, ...reminderAssigns.noteDeclined(reminded, { type: 'chose', option: 'later', at }) });
    expect(welcome(reminded)).toBe(true);
    expect(welcome(declined(5_000))).toBe(false);
    expect(welcome(declined(500))).toBe(true);
  });
});
