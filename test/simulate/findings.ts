// What was found wrong after a simulation: promises broken in anybody's diary, with the chat that shows it.
import { formatInstant, localDate, localTime } from '../../src/learners/calendar.ts';
import { afterLessonMs } from '../../src/learners/reminders.ts';
import { saverTime } from '../../src/learning/streak-saver.ts';
import { sceneFaultNames, type FaultName } from './diary.ts';
import type { Learner } from './run.ts';
import type { Town } from './town.ts';

export interface Finding {
  what: string;
  /** A simulation in which it happens ends with an error. */
  mustHold: boolean;
  count: number;
  /** A few of them, in words. */
  examples: string[];
}

const examplesShown = 3;
const mostPerTen = 12;

const faultNames: readonly FaultName[] = ['no reply', 'doubled reply', 'stuck', 'asked something else than the open exercise', 'outside the window', 'after STOP', ...sceneFaultNames];

const finding = (what: string, examples: readonly string[], mustHold = true): Finding => ({ what, mustHold, count: examples.length, examples: examples.slice(0, examplesShown) });
const when = (learner: Learner, at: number): string => `${learner.person.phone} on ${formatInstant(at)}`;

/** All that can be found in the diaries alone. Pure. */
export function inDiaries(learners: readonly Learner[]): Finding[] {
  const faults = learners.flatMap((learner) => learner.diary.faults.map((one) => ({ ...one, learner })));
  const lessons = learners.flatMap((learner) => learner.diary.lessons.map((lesson) => ({ lesson, learner })));
  return [
    ...faultNames.map((name) => finding(name, faults.filter(({ what }) => what === name).map(({ learner, at, about }) => `${when(learner, at)}\n${about}`))),
    finding(`more than ${mostPerTen} messages for ten exercises, hints and the like aside`, lessons
      .filter(({ lesson }) => lesson.finishedAt !== null && lesson.bubbles - lesson.asides > lesson.exercises + mostPerTen - 10)
      .map(({ lesson, learner }) => `${when(learner, lesson.begunAt)}: ${lesson.bubbles - lesson.asides} for ${lesson.exercises}`)),
    finding('two reminders of one kind on one date', learners.flatMap(twoOnADate)),
    finding('a reminder at another hour than the learner\'s', learners.flatMap(atAnotherHour)),
    finding('a streak that differs from the whole history', learners.flatMap((learner) => learner.diary.streaks.filter(({ right }) => !right).map(({ at, told, days }) => `${when(learner, at)}: by the history ${days}, told: ${told}`))),
    finding('never onboarded', learners.filter(({ diary }) => diary.onboardedAt === null && diary.written > 20).map((learner) => `${learner.person.phone}\n${learner.diary.chat.join('\n')}`)),
    finding('right answers graded wrong', graded(learners, 'right'), false),
    finding('slips graded wrong', graded(learners, 'slip'), false),
    finding('wrong answers let through', learners.flatMap((learner) => learner.diary.answers.filter(({ sort, verdict }) => sort === 'wrong' && (verdict === 'correct' || verdict === 'almost'))
      .map(({ asked, text }) => `${asked} > ${text}`)), false),
    finding('answers of other scenes taken for one', learners.flatMap(({ diary }) => diary.lines.filter(({ sort, understood }) => sort === 'other' && understood).map(({ about }) => about)), false),
    finding('answers not taken', learners.flatMap((learner) => learner.diary.answers.filter(({ verdict }) => verdict === null)
      .map(({ asked, text, sort }) => `${asked} > ${text} (${sort})`)), false),
  ];
}

function graded(learners: readonly Learner[], sort: 'right' | 'slip'): string[] {
  return learners.flatMap(({ diary }) => diary.answers.filter((one) => one.sort === sort && one.verdict === 'wrong').map(({ asked, text }) => `${asked} > ${text}`));
}

function twoOnADate(learner: Learner): string[] {
  const told = learner.diary.unasked.map(({ at, kind }) => `${localDate(zoneOf(learner), formatInstant(at))}: ${kind}`);
  return told.filter((one, i) => told.indexOf(one) < i).map((one) => `${learner.person.phone} on ${one}`);
}

const zoneOf = ({ view, person }: Learner): string => view.context?.profile.zone ?? person.zone;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/** A sweep every minute, a batch that is spread: nobody should wait longer, in minutes. */
const latest = 5;
const minuteMs = 60_000;

function atAnotherHour(learner: Learner): string[] {
  const profile = learner.view.context?.profile;
  if (!profile) return [];
  const told = (at: number) => localTime(zoneOf(learner), formatInstant(at));
  // Who wants it after lessons gets it 23.5 hours after one, and at that hour again until the next lesson moves it.
  const after = profile.followsLesson ? learner.diary.lessons.flatMap(({ finishedAt }) => (finishedAt === null ? [] : [finishedAt + afterLessonMs])) : [];
  return learner.diary.unasked.flatMap(({ at, kind }) => {
    const wanted = kind === 'streak-saver' ? [saverTime] : [...(profile.dailyTime === null ? [] : [profile.dailyTime]), ...after.filter((one) => one <= at + minuteMs).map(told)];
    // The diary is written some milliseconds after the engine's books, which may be a minute on the clock.
    const onTime = wanted.some((time) => (minutesOf(told(at)) - minutesOf(time) + 1441) % 1440 <= latest + 1);
    return onTime ? [] : [`${when(learner, at)}: at ${told(at)}, wanted ${wanted.join(' or ') || 'none'}; lessons ended at ${learner.diary.lessons.map(({ finishedAt }) => (finishedAt === null ? 'no' : formatInstant(finishedAt))).join(', ')}`];
  });
}

const redisIsAway = (line: string): boolean => /"message":"(?:Command timed out|Connection is closed)/u.test(line);

/** All findings: those of the diaries, and those that the database is asked for. */
export async function findings(town: Town, learners: readonly Learner[]): Promise<Finding[]> {
  const dead = await town.store.run<{ error: string }>({ name: 'simulate-dead', text: 'select error from dead_letters' }, []);
  const failed = await town.store.run<{ detail: string }>({ name: 'simulate-failed', text: 'select action || $1 || detail as detail from delivery_failures' }, [': ']);
  const runs = await town.store.run<{ user_id: string; ended: number }>({ name: 'simulate-scenes', text: 'select user_id, count(*)::int as ended from scene_runs group by user_id' }, []);
  const ended = new Map(runs.map((row) => [row.user_id, row.ended]));
  return [
    ...inDiaries(learners),
    finding('role-plays that ended and are not in the books', learners.filter(({ userId, diary }) => diary.scenes.filter(({ outcome }) => outcome !== null).length !== (ended.get(userId ?? '') ?? 0)).map(({ person, userId, diary }) => `${person.phone}: ${JSON.stringify(diary.scenes)}, in the books ${ended.get(userId ?? '') ?? 0}`)),
    finding('refused by the Graph API', town.graph.refused),
    finding('letters that no machine could handle', dead.map(({ error }) => error)),
    finding('messages that could not be delivered', failed.map(({ detail }) => detail), false),
    // Redis may be slow or away: nothing depends on it.
    finding('times that Redis did not answer', town.errors.filter(redisIsAway).map((line) => line.slice(0, 200)), false),
    finding('other errors in the log', town.errors.filter((line) => !redisIsAway(line)).map((line) => line.slice(0, 500))),
  ];
}
