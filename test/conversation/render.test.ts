// All that is said in one pass leaves as one bubble with the one question that is open.
import { describe, expect, it } from 'vitest';
import { openingContext } from '../../machines/conversation.logic.ts';
import { newLesson } from '../../machines/lesson.logic.ts';
import type { Context, Profile } from '../../machines/vocabulary.ts';
import { theoryInShort, timeIn } from '../../src/conversation/facts.ts';
import { render } from '../../src/conversation/render.ts';
import { exerciseById, pickLesson } from '../scenarios/exercises.ts';

const now = Date.parse('2026-11-24T18:05:00Z');
const opening = openingContext({ name: 'Ana', nativeLanguage: 'es' });
const withProfile = (part: Partial<Profile>, rest: Partial<Context> = {}): Context => ({ ...opening, ...rest, profile: { ...opening.profile, ...part } });
const say = (keys: string[], context: Context = opening) => render(keys.map((key) => ({ key, context })), { exerciseById, humanContact: '', now });

describe('render', () => {
  it('says nothing for nothing', () => {
    expect(say([])).toBeNull();
  });

  it('joins what was said, a blank line between, with the buttons of the question', () => {
    expect(say(['onboarding.target.noted', 'onboarding.goal'])).toEqual({
      text: 'Vamos con el inglés.\n\n¿Para qué lo quieres, sobre todo?',
      buttons: [{ id: 'onboarding.goal:travel', title: 'Viajar' }, { id: 'onboarding.goal:work', title: 'Trabajo' }, { id: 'onboarding.goal:chat', title: 'Charlar' }],
    });
  });

  it('shows a list as a list', () => {
    expect(say(['onboarding.target'])?.list).toEqual({ open: 'Elegir idioma', rows: [{ id: 'onboarding.target:en', title: 'Inglés' }] });
  });

  it('leaves out questions that are no longer open, with what led to them, and never a line', () => {
    const bubble = say(['onboarding.hello', 'onboarding.welcome', 'unclear', 'onboarding.target', 'onboarding.target.noted', 'onboarding.goal'])!;
    expect(bubble.text).toContain('inteligencia artificial');
    expect(bubble.text).toContain('Vamos con el inglés.');
    expect(bubble.text).not.toContain('¿Empezamos?');
    expect(bubble.text).not.toContain('no lo he entendido');
    expect(bubble.buttons?.map(({ id }) => id)).toEqual(['onboarding.goal:travel', 'onboarding.goal:work', 'onboarding.goal:chat']);
  });

  it('keeps what leads to the question that is open', () => {
    expect(say(['onboarding.welcome', 'unclear', 'onboarding.welcome'])?.text).toBe('Eso no lo he entendido. Toca una opción o escribe su número.\n\n¿Empezamos?');
  });

  it('says the same thing once', () => {
    expect(say(['stopped.noted', 'stopped.noted', 'stopped', 'stopped'])?.text.match(/Hecho/gu)).toHaveLength(1);
  });

  it('speaks with the persona of that moment, and funny where there is no flirty wording', () => {
    expect(say(['onboarding.persona.noted'], withProfile({ persona: 'strict' }))?.text).toBe('De acuerdo. Al grano.');
    expect(say(['settings.saved'], withProfile({ persona: 'flirty' }))).toEqual(say(['settings.saved'], withProfile({ persona: 'funny' })));
  });

  it('speaks the learner’s language', () => {
    expect(say(['onboarding.goal'], withProfile({ nativeLanguage: 'fr' }))?.text).toBe('C’est surtout pour quoi ?');
  });

  it('names the exercise in the buttons, and describes options that are too long for a title', () => {
    const { topic, exercises } = pickLesson('es', 'en');
    const at = (index: number) => withProfile({}, { lesson: { ...newLesson({ topic, exercises }, now), index } });
    expect(say(['lesson.exercise'], at(2))?.buttons).toEqual([{ id: 'x:00000003:1', title: 'Is' }, { id: 'x:00000003:2', title: 'Are' }, { id: 'x:00000003:3', title: 'Am' }]);
    expect(say(['lesson.exercise'], at(4))?.list?.rows).toEqual([{ id: 'x:00000005:1', title: '1', description: 'under and behind the big one' }, { id: 'x:00000005:2', title: 'on' }, { id: 'x:00000005:3', title: 'the' }]);
    expect(say(['lesson.exercise'], at(0))).toEqual({ text: '(1 de 8) Completa: My sister ___ a nurse. (ser, hoy)' });
  });

  it('refuses a key without copy', () => {
    expect(() => say(['no.such.key'])).toThrow('No copy for no.such.key in es');
  });
});

describe('a theory in short', () => {
  it('is its first paragraph', () => {
    const first = 'This one has enough to say for itself, since it goes on for more than twenty words, which is what a learner can take in.';
    expect(theoryInShort(`${first} Two.\n\nThree.`)).toBe(`${first} Two.`);
  });

  it('goes on to the next paragraph where the first says little', () => {
    expect(theoryInShort('One. Two.\n\nThree.')).toBe('One. Two.\nThree.');
  });

  it('stops at the end of a sentence before it fills the screen', () => {
    const sentence = 'Ten words are in this sentence, no more, no less. ';
    expect(theoryInShort(sentence.repeat(20))).toBe(sentence.repeat(6).trim());
  });

  it('keeps list lines apart', () => {
    expect(theoryInShort('Three forms:\n• I am\n• you are')).toBe('Three forms:\n• I am\n• you are');
  });

  it('is one sentence at least', () => {
    expect(theoryInShort(`${'word '.repeat(90)}end.`)).toBe(`${'word '.repeat(90)}end.`);
  });
});

describe('a clock to choose', () => {
  const zones = (language: Profile['nativeLanguage'], ...zoneChoices: string[]) => say(['onboarding.zone'], withProfile({ nativeLanguage: language, zoneChoices }))?.list?.rows.map(({ title, description }) => [title, description].filter(Boolean).join(' | '));

  it('names its place in the learner’s language', () => {
    expect(zones('es', 'America/Mexico_City', 'Atlantic/Canary')).toEqual(['12:05 · Ciudad de México', '18:05 · Canarias', 'Ninguna de estas']);
    expect(zones('fr', 'Europe/Lisbon', 'Asia/Kathmandu')?.slice(0, 2)).toEqual(['18:05 · Lisbonne', '23:50 · Kathmandu']);
  });

  it('has a long name beside it, whole', () => {
    expect(zones('pt', 'America/Noronha')?.[0]).toBe('16:05 | Fernando de Noronha');
  });
});

describe('the time in a zone', () => {
  it('is what the clock shows there', () => {
    expect(timeIn('America/Mexico_City', now)).toBe('12:05');
    expect(timeIn('Asia/Kathmandu', now)).toBe('23:50');
  });

  it('is UTC where the zone is unknown', () => {
    expect(timeIn('Mars/Olympus', now)).toBe('18:05');
  });
});
