// One simulation: learners with their plans, the clock that jumps from one thing to the next, and everybody's diary.
import { formatInstant, nextFire } from '../../src/learners/calendar.ts';
import type { Context } from '../../machines/vocabulary.ts';
import type { Session } from '../../src/conversation/session.ts';
import { chanceOf } from './chance.ts';
import { next, type Sitting, type View } from './conduct.ts';
import { emptyDiary, fault, noteHeard, noteOutcome, noteWritten, type Diary } from './diary.ts';
import type { Bubble } from './graph.ts';
import { memoryOf, type Memory } from './memory.ts';
import { personOf, type Person } from './person.ts';
import type { Question } from './questions.ts';
import { lookUpDue } from './due-reviews.ts';
import { noteScene } from './scene.ts';
import { noteStreak } from './streak-told.ts';
import type { Town } from './town.ts';
import type { Written } from './writing.ts';

export interface Learner {
  person: Person;
  memory: Memory;
  diary: Diary;
  userId: string | null;
  view: View;
  sitting: Sitting | null;
  /** When they look at the phone next, ms since the epoch; Infinity for never. */
  nextAt: number;
  /** What came since they last wrote; null while nothing is awaited. */
  awaited: Bubble[] | null;
  /** Of the lesson in hand: what was due when it began, and how likely the product believed it to be known. */
  due: { begunAt: number; believed: ReadonlyMap<string, number> };
  /** How often the same question was asked in a row without a way on. */
  stuck: number;
}

export interface Plan {
  seed: number;
  learners: number;
  /** ms since the epoch */
  start: number;
  days: number;
  slotMinutes: number;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** How long one thinks before writing on. Whoever is on the phone writes on the same beat, so that many write at once. */
const thinkingMs = { least: 8_000, most: 40_000 };
const beforeHourMs = 4 * minuteMs;
const mostInOneSitting = 120;
const stuckAfter = 6;

/** Lets `plan.days` pass in a town. Resolves with everybody, their diaries complete. @param tell told now and then how far it is */
export async function run(town: Town, plan: Plan, questions: ReadonlyMap<string, Question>, tell: (line: string) => void): Promise<Learner[]> {
  const { clock } = town;
  const slotMs = plan.slotMinutes * minuteMs;
  const end = plan.start + plan.days * dayMs;
  const learners = Array.from({ length: plan.learners }, (_, n): Learner => {
    const person = personOf(plan.seed, n);
    const begins = plan.start + person.chance.whole(0, Math.min(2, plan.days - 1)) * dayMs;
    const nobody: View = { flow: 'greeting', step: '', context: null, bubble: null, question: null };
    return { person, memory: memoryOf(person.mind), diary: emptyDiary(), userId: null, view: nobody, sitting: null, nextAt: sitsDown(person, begins, 1), awaited: null, due: { begunAt: 0, believed: new Map() }, stuck: 0 };
  });
  const pace = chanceOf(plan.seed, 'pace');
  const byPhone = new Map(learners.map((learner) => [learner.person.phone, learner]));
  if (byPhone.size < learners.length) throw new Error('two learners have one number');
  town.graph.onBubble = (phone, bubble) => {
    const learner = byPhone.get(phone);
    if (!learner) return void town.graph.refused.push(`to nobody: ${phone}`);
    learner.view.bubble = bubble;
    noteHeard(learner.diary, bubble, clock.now(), learner.awaited !== null);
    if (learner.awaited !== null) learner.awaited.push(bubble);
    else if (learner.person.chance.is(learner.person.habits.heeds)) learner.nextAt = Math.min(learner.nextAt, onSlot(clock.now() + learner.person.chance.whole(1, 60) * minuteMs));
  };

  // The first slot that is not before an instant. Slots begin shortly before the hour, so that some lessons go past midnight.
  function onSlot(at: number): number {
    return Math.ceil((at + beforeHourMs) / slotMs) * slotMs - beforeHourMs;
  }

  /** When they next sit down of their own accord after an instant. `shows`: how likely on each day. */
  function sitsDown({ chance, habits, zone }: Person, after: number, shows = habits.shows): number {
    let at = after;
    for (let days = 0; days < 400; days++) {
      const minute = Math.max(0, Math.min(1439, Math.round(chance.normal(habits.minute, 40))));
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      at = Date.parse(nextFire({ zone, time, after: formatInstant(at) }));
      if (chance.is(shows)) return onSlot(at);
    }
    return Infinity;
  }

  async function look(group: readonly Learner[]): Promise<void> {
    const found = await town.sessions(group.map(({ person }) => person.phone));
    for (const learner of group) {
      const one = found.get(learner.person.phone);
      if (!one) continue;
      learner.userId = one.userId;
      learner.view = viewOf(one.session, learner.view.bubble, questions);
    }
  }

  /** Notes which kind of reminder has just come; the session remembers it. */
  async function nameReminders(reminded: readonly Learner[]): Promise<void> {
    if (reminded.length === 0) return;
    await look(reminded);
    for (const { diary, view } of reminded) for (const one of diary.unasked) if (one.kind === '') one.kind = view.context?.reminder?.about ?? 'none';
  }

  function decide(learner: Learner): { written: Written; chance?: number } | null {
    const { person, memory } = learner;
    if (learner.sitting === null) {
      let lessons = 1;
      while (lessons < 4 && person.chance.is(person.habits.again)) lessons += 1;
      learner.sitting = { lessons, written: 0 };
    }
    const done = learner.sitting.written >= mostInOneSitting || learner.diary.stoppedAt !== null;
    return done ? null : next(person, memory, learner.view, learner.sitting, clock.now());
  }

  async function beat(group: readonly Learner[]): Promise<void> {
    await look(group.filter(({ sitting }) => sitting === null));
    const writing: { learner: Learner; written: Written; chance: number; before: View; at: number }[] = [];
    for (const learner of group) {
      const decided = decide(learner);
      if (decided === null) {
        learner.sitting = null;
        learner.nextAt = learner.diary.stoppedAt === null ? sitsDown(learner.person, clock.now() + 4 * 3_600_000) : Infinity;
      } else {
        writing.push({ learner, ...decided, chance: decided.chance ?? 0, before: learner.view, at: clock.now() });
      }
    }
    await Promise.all(writing.map(({ learner, written, at }) => {
      learner.awaited = [];
      learner.sitting!.written += 1;
      noteWritten(learner.diary, written, at);
      return town.deliver(learner.person.phone, learner.person.name, written.content);
    }));
    await town.settle(() => writing.every(({ learner }) => learner.awaited!.length > 0));
    await look(writing.map(({ learner }) => learner));
    await lookUpDue(town.store, writing.map(({ learner }) => learner), clock.now());
    const writesOn = clock.now() + pace.whole(thinkingMs.least, thinkingMs.most);
    for (const one of writing) {
      conclude(one.learner, one);
      one.learner.nextAt = writesOn;
    }
  }

  function conclude(learner: Learner, { written, chance, before, at }: { written: Written; chance: number; before: View; at: number }): void {
    const { diary, view, memory } = learner;
    const replies = learner.awaited!;
    learner.awaited = null;
    if (replies.length === 0) fault(diary, 'no reply', at);
    if (replies.length > 1) fault(diary, 'doubled reply', at);
    const question = before.question;
    noteOutcome(diary, written, before, view, replies.length, clock.now(), { chance, seen: question !== null && memory.hasSeen(question.id), believed: learner.due.believed.get(question?.id ?? '') ?? null });
    const lesson = diary.lessons.at(-1);
    if (lesson?.finishedAt != null && lesson.finishedAt >= at) learner.sitting!.lessons -= 1;
    noteStreak(learner, written, lesson?.finishedAt != null && lesson.finishedAt >= at, replies.map(({ text }) => text).join('\n'), clock.now());
    noteScene(diary, written, before.context, view.context, replies.map(({ text }) => text).join('\n'), at);
    if (written.answer && question) memory.learn(question, written.answer.sort !== 'wrong', at);
    if (view.question && !replies.some(({ text }) => text.includes(view.question!.stem))) fault(diary, 'asked something else than the open exercise', at);
    const same = view.flow === before.flow && view.step === before.step && view.question === null && view.context?.scene?.turns === before.context?.scene?.turns;
    learner.stuck = same ? learner.stuck + 1 : 0;
    if (learner.stuck === stuckAfter) fault(diary, 'stuck', at);
  }

  let day = -1;
  for (;;) {
    const soonest = Math.min(...learners.map(({ nextAt }) => nextAt));
    const at = Math.max(clock.now(), Math.min(soonest, await town.nextDue()));
    if (at >= end) break;
    await clock.jumpTo(at);
    await town.sweep();
    await nameReminders(learners.filter(({ diary }) => diary.unasked.at(-1)?.kind === ''));
    const group = learners.filter(({ nextAt, sitting }) => nextAt <= clock.now() + (sitting === null ? 0 : thinkingMs.most));
    if (group.length > 0) await beat(group);
    const today = Math.floor((clock.now() - plan.start) / dayMs);
    if (today > day) tell(`day ${(day = today) + 1}: ${learners.reduce((n, { diary }) => n + diary.heard, 0)} messages so far`);
  }
  await clock.jumpTo(end);
  await town.sweep();
  await nameReminders(learners.filter(({ diary }) => diary.unasked.at(-1)?.kind === ''));
  await look(learners);
  return learners;
}

function viewOf(session: Session, bubble: Bubble | null, questions: ReadonlyMap<string, Question>): View {
  const context = session.temp_data as unknown as Context;
  const { lesson, placement } = context;
  const step = `${session.current_flow}.${session.step}`;
  const open = step === 'lesson.exercise' ? lesson?.exercises[lesson.index] : step === 'placement.item' ? placement?.open : undefined;
  return { flow: session.current_flow, step: session.step, context, bubble, question: open === undefined || open === null ? null : (questions.get(open) ?? null) };
}
