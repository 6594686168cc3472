// What learners talk to: the conversation machine, how it is read and rendered, and the jobs it may invoke.
import { conversationVersion } from '../../machines/conversation.ts';
import type { Drawn } from '../../machines/placement.logic.ts';
import { migrations } from '../../machines/released/migrations.ts';
import { interfaceLanguages, targetLanguages, type Context } from '../../machines/vocabulary.ts';
import { loadExercises } from '../exercises/load.ts';
import { createShelf } from '../exercises/shelf.ts';
import { readWordsAhead } from '../grading/words.ts';
import { firstGuess } from '../learners/first-guess.ts';
import type { NewLearner } from '../learners/new-learner.ts';
import { drawItemsActor } from '../learning/draw-items.ts';
import { pickLessonActor, type Picked } from '../learning/pick-lesson.ts';
import { pickSceneActor } from '../learning/pick-scene.ts';
import type { Mail } from '../mailbox/letter.ts';
import type { Actors } from '../outbox/start.ts';
import type { Store } from '../store/postgres.ts';
import { createChart } from './chart.ts';
import type { Surroundings } from './facts.ts';
import { overhear, read } from './read.ts';
import { reckonedConversation } from './reckoned.ts';
import { render } from './render.ts';
import { templateBubble } from './template-bubble.ts';
import type { Session } from './session.ts';
import type { Script } from './turn.ts';

/** The conversation's chart; every session is stamped with its version and fingerprint. */
export const conversationChart = createChart(reckonedConversation, conversationVersion, migrations);

export interface Opened {
  script: Script<NewLearner>;
  actors: Actors;
  /** Fetches the exercises that these sessions and letters speak of. */
  prepare(sessions: readonly Session[], mail: readonly Mail[]): Promise<void>;
  /** Reads what takes long to read at first use: the grader's dictionaries. */
  warm(): Promise<void>;
}

/** The conversation as the engine runs it, with what its words need from outside. */
export function conversationScript(outside: Omit<Surroundings, 'now'>): Script<NewLearner> {
  const { exerciseById } = outside;
  const say = (key: string, session: Session | null, now: number) => {
    const context = (session?.temp_data ?? conversationChart.inert.getSnapshot().context) as Context;
    return render([{ key, context }], { ...outside, now })!;
  };
  return {
    chart: conversationChart,
    open: firstGuess,
    read: (session, mail, at) => read(session, conversationChart, mail.content, exerciseById, at),
    overhear: (session, mail, at) => overhear(session, conversationChart, mail.content, exerciseById, at),
    render(said, _session, now, template) {
      if (template !== null) return templateBubble(template, said.at(-1)!.context as unknown as Context);
      return render(said.map(({ params, context }) => ({ key: String(params.key), context: context as unknown as Context })), { ...outside, now });
    },
    sorry: (session, now) => say('sorry', session, now),
    enough: (session, now) => say('enough', session, now),
  };
}

/**
 * Opens the conversation over one process's connections.
 * @param random in [0, 1), for what is chosen by chance
 * @param clock ms since the epoch: the engine's own, by which reviews fall due
 * @param broken told, once, of an exercise that is in the database and cannot be read; it is asked of nobody
 */
export function openConversation(store: Store, humanContact: string, random: () => number, clock: () => number = Date.now, broken: (exercise: string, error: unknown) => void = () => {}): Opened {
  const shelf = createShelf((ids) => loadExercises(store.knex, ids), broken);
  return {
    script: conversationScript({ exerciseById: shelf.get, humanContact }),
    actors: { pickLesson: pickLessonActor(store, shelf, random, clock), pickScene: pickSceneActor(store, random), drawItems: drawItemsActor(store, shelf, random) },
    warm: () => readWordsAhead([...targetLanguages, ...interfaceLanguages]),
    prepare: (sessions, mail) => shelf.prefetch([...sessions.flatMap(exercisesOf), ...mail.flatMap(exercisesIn)]),
  };
}

function exercisesOf(session: Session): string[] {
  const { lesson, placement } = session.temp_data as unknown as Context;
  // Any of the bank may be asked next.
  return [...lesson?.exercises ?? [], ...(placement?.open ? placement.items.map(({ id }) => id) : [])];
}

function exercisesIn(mail: Mail): string[] {
  const output = mail.kind === 'done' ? mail.output as Partial<Picked & Drawn> | null : null;
  return [...output?.exercises ?? [], ...output?.items?.map(({ id }) => id) ?? []];
}
