// The real conversation with its beginning left out: learners are onboarded already, and their first message starts a lesson.
import { setup } from 'xstate';
import { actorNames, conversationFlow, conversationLogic, conversationVersion } from '../../machines/conversation.ts';
import { openingContext } from '../../machines/conversation.logic.ts';
import { delays } from '../../machines/delays.ts';
import { noEffect, placeholderActor, toActions, toGuards } from '../../machines/names.ts';
import { effectNames, type Context, type ConversationInput, type Flow } from '../../machines/vocabulary.ts';
import { createChart, type Chart } from '../../src/conversation/chart.ts';
import { reckoned } from '../../src/conversation/reckoned.ts';
import { openConversation, type Opened } from '../../src/conversation/script.ts';
import type { Store } from '../../src/store/postgres.ts';

const flow: Flow = {
  ...conversationFlow,
  initial: 'start',
  states: {
    ...conversationFlow.states,
    start: { meta: { reads: 'text', burst: 'each', safe: 'idle' }, on: { said: 'lesson', chose: 'lesson', unclear: 'lesson' } },
  },
};

const knownLearner = (input: ConversationInput): Context => {
  const context = openingContext(input);
  const profile = { ...context.profile, nativeLanguage: 'es', targetLanguage: 'en', goal: 'travel', birthYear: 1990, persona: 'funny', zone: 'Europe/Madrid', zoneSettled: true, level: 'A1' } as const;
  return { ...context, profile, onboarded: true };
};

/** The conversation's flows, guards and assignments as they are released; only the opening state and context differ. */
export const lessonChart: Chart = createChart(setup({
  guards: toGuards(conversationLogic.guards),
  actions: { ...toActions({ ...conversationLogic.assigns, ...reckoned }), ...Object.fromEntries(effectNames.map((name) => [name, noEffect])) },
  actors: Object.fromEntries(actorNames.map((name) => [name, placeholderActor])),
  delays,
} as never).createMachine({ ...flow, context: ({ input }: { input: ConversationInput }) => knownLearner(input), options: { maxIterations: 100 } } as never), conversationVersion);

/** The script of the lesson, with the conversation's own reading, words and jobs. The opening state, which only this chart has, hears anything as a start. */
export function lessonScript(store: Store): Opened {
  const opened = openConversation(store, 'hola@charla.example', Math.random);
  return { ...opened, script: { ...opened.script, chart: lessonChart } };
}
