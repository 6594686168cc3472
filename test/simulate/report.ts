// The numbers of a simulation, and the tables that show them.
import type { Finding } from './findings.ts';
import type { Learner } from './run.ts';
import { levels, type Level } from '../../machines/vocabulary.ts';
import { asOf, isPublished, priceOf } from './prices.ts';
import { middleOf } from './questions.ts';
import { streakByHistory } from './streak-told.ts';

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number | null => share(sum(values), values.length);

// A level is one logit wide, A1|A2 at −2.
const levelOf = (ability: number): Level => levels[Math.max(0, Math.min(5, Math.floor(ability + 3)))]!;

export type Summary = ReturnType<typeof summary>;

/** All numbers of one simulation; null where nothing happened that could be counted. */
export function summary(learners: readonly Learner[], { days, seed, seconds, end }: { days: number; seed: number; seconds: number; end: number }) {
  const diaries = learners.map(({ diary }) => diary);
  const lessons = diaries.flatMap(({ lessons: all }) => all);
  const finished = lessons.filter(({ finishedAt }) => finishedAt !== null);
  const answers = diaries.flatMap((diary) => diary.answers);
  const known = answers.filter(({ seen }) => seen);
  const due = answers.filter(({ believed }) => believed !== null);
  const reminded = learners.flatMap(({ diary }) => diary.unasked.map(({ at }) => ({ at, diary })));
  const levelled = learners.flatMap(({ person, diary }) => (diary.level === null ? [] : [{ off: levels.indexOf(diary.level as Level) - levels.indexOf(levelOf(person.mind.ability)), logits: Math.abs(middleOf(diary.level as Level) - person.mind.ability) }]));
  const placed = learners.flatMap(({ person, diary }) => (diary.placed === null ? [] : [{ questions: diary.placed.questions + 1, off: levels.indexOf(diary.placed.level as Level) - levels.indexOf(levelOf(person.mind.ability)) }]));
  const streaks = learners.map(({ diary, view, person }) => streakByHistory(diary, view.context?.zoneStays ?? [{ zone: person.zone, effectiveFrom: '1970-01-01T00:00:00Z' }], end));
  const taken = (list: typeof answers) => list.filter(({ verdict }) => verdict !== null);
  const passed = (list: typeof answers) => share(list.filter(({ verdict }) => verdict === 'correct' || verdict === 'almost').length, list.length);
  const heard = sum(diaries.map((diary) => diary.heard));
  const written = sum(diaries.map((diary) => diary.written));
  const scenes = diaries.flatMap((diary) => diary.scenes);
  const played = scenes.filter(({ outcome }) => outcome !== null);
  const lines = (sort: string) => diaries.flatMap((diary) => diary.lines.filter((one) => one.sort === sort));
  const usd = learners.map(({ person, diary }) => diary.heard * priceOf(person.country));
  return {
    learners: learners.length, days, seed, seconds,
    onboarded: diaries.filter(({ onboardedAt }) => onboardedAt !== null).length,
    written, heard, strays: sum(diaries.map((diary) => diary.strays)),
    messagesPerSecond: heard / seconds,
    lessonsBegun: lessons.length, lessonsFinished: finished.length,
    messagesPerLesson: mean(finished.map(({ bubbles }) => bubbles)),
    messagesPerLessonWithoutAsides: mean(finished.map(({ bubbles, asides }) => bubbles - asides)),
    exercisesPerLesson: mean(finished.map(({ exercises }) => exercises)),
    scenesBegun: scenes.length, scenesPlayed: played.length, scenesToTheEnd: share(played.filter(({ outcome }) => outcome === 'end').length, played.length), repliesPerScene: mean(played.map(({ turns }) => turns)),
    linesRight: share(lines('right').filter(({ understood }) => understood).length, lines('right').length), linesOfOtherScenes: share(lines('other').filter(({ understood }) => understood).length, lines('other').length), lines: sum(diaries.map((diary) => diary.lines.length)),
    answers: answers.length,
    notTaken: share(answers.length - taken(answers).length, answers.length),
    right: passed(taken(answers)), expectedRight: mean(taken(answers).map(({ chance }) => chance)),
    seenAgain: known.length, seenAgainRight: passed(taken(known)), seenAgainExpected: mean(taken(known).map(({ chance }) => chance)),
    levelExact: share(levelled.filter(({ off }) => off === 0).length, levelled.length), levelWithinOne: share(levelled.filter(({ off }) => Math.abs(off) <= 1).length, levelled.length),
    placed: placed.length, placedExact: share(placed.filter(({ off }) => off === 0).length, placed.length), placedWithinOne: share(placed.filter(({ off }) => Math.abs(off) <= 1).length, placed.length), placedQuestions: mean(placed.map(({ questions }) => questions)),
    levelOff: mean(levelled.map(({ logits }) => logits)),
    dueReviews: due.length, dueRight: passed(taken(due)), dueExpected: mean(taken(due).map(({ chance }) => chance)), dueBelieved: mean(taken(due).map(({ believed }) => believed!)),
    streakMean: mean(streaks.map(({ days: long }) => long)), streakBest: Math.max(...streaks.map(({ best }) => best)), streakWeek: share(streaks.filter(({ best }) => best >= 7).length, streaks.length),
    streaksCompared: sum(diaries.map((diary) => diary.streaks.length)), repairs: sum(diaries.map((diary) => diary.repairs.length)),
    heeded: share(reminded.filter(({ at, diary }) => diary.lessons.some(({ finishedAt }) => finishedAt !== null && finishedAt > at && finishedAt - at <= 2 * 3_600_000)).length, reminded.length),
    stopped: diaries.filter(({ stoppedAt }) => stoppedAt !== null).length,
    usdPerLesson: share(sum(usd), finished.length),
    unasked: sum(diaries.map(({ unasked }) => unasked.length)),
    usdPerLearner: mean(usd), usdMost: Math.max(...usd), usdInBrazil: mean(learners.flatMap(({ person, diary }) => (person.country === 'BR' ? [diary.heard * priceOf('BR')] : []))),
    pricedAsPublished: share(sum(learners.map(({ person, diary }) => (isPublished(person.country) ? diary.heard : 0))), heard),
  };
}

/** The tables, as text. */
export function shown(told: Summary, found: readonly Finding[]): string {
  const percent = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)} %`);
  const number = (value: number | null, digits = 1) => (value === null ? '–' : value.toFixed(digits));
  const rows: readonly (readonly [string, string])[] = [
    ['learners, days, seed', `${told.learners}, ${told.days}, ${told.seed}`],
    ['took', `${number(told.seconds, 0)} s, ${number(told.messagesPerSecond, 0)} messages sent a second`],
    ['onboarded', `${told.onboarded}`],
    ['messages from learners / to learners', `${told.written} / ${told.heard}, ${number(told.heard / told.learners)} to each`],
    ['lessons begun / finished', `${told.lessonsBegun} / ${told.lessonsFinished}, ${number(told.lessonsFinished / told.learners)} each`],
    ['messages a lesson', `${number(told.messagesPerLesson)}, without hints and the like ${number(told.messagesPerLessonWithoutAsides)}, for ${number(told.exercisesPerLesson)} exercises`],
    ['scenes begun / over', `${told.scenesBegun} / ${told.scenesPlayed}, ${percent(told.scenesToTheEnd)} of them to their end, in ${number(told.repliesPerScene)} replies; of ${told.lines} replies, right ones understood ${percent(told.linesRight)}, those of other scenes taken ${percent(told.linesOfOtherScenes)}`],
    ['answers right', `${percent(told.right)} of ${told.answers}; by what they know ${percent(told.expectedRight)}`],
    ['exercises seen before, right', `${percent(told.seenAgainRight)} of ${told.seenAgain}; true recall and guessing ${percent(told.seenAgainExpected)}`],
    ['reviews that were due, right', `${percent(told.dueRight)} of ${told.dueReviews}; true recall and guessing ${percent(told.dueExpected)}, the product believed ${percent(told.dueBelieved)}`],
    ['placed by the test', `${told.placed}: ${percent(told.placedExact)} exactly, ${percent(told.placedWithinOne)} within one level, after ${number(told.placedQuestions)} questions`],
    ['level, exact / within one', `${percent(told.levelExact)} / ${percent(told.levelWithinOne)}, ${number(told.levelOff, 2)} logits from the ability on average`],
    ['streaks at the end / longest', `${number(told.streakMean)} on average / ${told.streakBest}; ${percent(told.streakWeek)} once had a week; ${told.repairs} repairs; compared ${told.streaksCompared} times`],
    ['strays (voice, emoji, hints, thanks …)', `${told.strays}, ${percent(share(told.strays, told.written))}`],
    ['answers not taken for one', percent(told.notTaken)],
    ['reminders', `${told.unasked}; a lesson within two hours after ${percent(told.heeded)}`],
    ['said STOP', `${told.stopped}`],
    ['cost (estimate)', `${number(told.usdPerLesson, 4)} USD a lesson; a learner ${number(told.usdPerLearner, 3)} USD, at most ${number(told.usdMost, 3)} USD, in Brazil ${number(told.usdInBrazil, 3)} USD`],
    ['', `(${asOf}; published for ${percent(told.pricedAsPublished)} of the messages)`],
  ];
  const table = rows.map(([left, right]) => `${left.padEnd(40)} ${right}`).join('\n');
  const list = found.map(({ what, mustHold, count, examples }) => [
    `${count === 0 ? 'ok ' : mustHold ? 'NOT' : '   '} ${what}: ${count}`,
    ...examples.map((one) => one.replaceAll(/^/gmu, '      ')),
  ].join('\n'));
  return `${table}\n\n${list.join('\n')}\n`;
}
