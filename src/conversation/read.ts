// Maps what a learner sent to the closed union of events, by the question that is open: the only way from outside into a machine.
import type { Content } from '../channels/whatsapp/inbound.ts';
import type { Exercise } from '../exercises/exercise.ts';
import { sceneById } from '../exercises/scenes/all.ts';
import { readCommand } from '../grading/commands.ts';
import { folded } from '../grading/folded.ts';
import { minutesApart } from '../learners/calendar.ts';
import { readDailyTime } from '../learners/daily-time.ts';
import { dangerIn } from '../learners/danger-words.ts';
import { minorHint } from '../learners/minor-hints.ts';
import { readPlace } from '../learners/places.ts';
import { afterLessonMs } from '../learners/reminders.ts';
import { openExercise } from '../../machines/lesson.logic.ts';
import { interfaceLanguages, type Context, type ConversationEvent, type InterfaceLanguage, type StateMeta, type UnclearReason } from '../../machines/vocabulary.ts';
import { birthYearIn } from './birth-year.ts';
import { metaOf, type Chart } from './chart.ts';
import { factsOf, timeIn } from './facts.ts';
import { formsOf, isExpected, isRight } from './grade-answer.ts';
import { matchOption, plain } from './match-option.ts';
import { isOffTopic } from './off-topic.ts';
import { exercisePrompt, itemPrompt, optionsOf, type OpenOption } from './options.ts';
import { readAnswer } from './read-answer.ts';
import { notKnown, readItem } from './read-item.ts';
import { readLine } from './read-line.ts';
import type { Session } from './session.ts';
import { asksPrivacy, asksWhetherMachine, courtesyIn } from './steering-words.ts';

const longestSaid = 1_000;

const commandEvents = { menu: 'asked.menu', help: 'asked.help', human: 'asked.human', streak: 'asked.streak', level: 'asked.level', stop: 'asked.stop' } as const;
/** Heard only while an exercise is open. */
const exerciseEvents = { hint: 'asked.hint', skip: 'asked.skip' } as const;
/** Flows in which the learner's last answer can be looked at again. */
const reportable: readonly string[] = ['lesson', 'menu', 'idle'];
/** After these the open exercise, question or line is said again. */
const asksAgain: readonly ConversationEvent['type'][] = ['unclear', 'thanked', 'asked.report'];
type CommandEvent = (typeof commandEvents)[keyof typeof commandEvents] | (typeof exerciseEvents)[keyof typeof exerciseEvents] | 'asked.report' | 'asked.privacy' | 'asked.start';

/** Everything reading looks at while it reads one message. */
interface Open {
  context: Context;
  language: InterfaceLanguage;
  meta: StateMeta;
  stopped: boolean;
  /** The last answer may be reported here. */
  reports: boolean;
  /** Nobody has been introduced yet: the first words tell the language. */
  first: boolean;
  exercise: Exercise | undefined;
  options: OpenOption[];
  /** Buttons of earlier questions that still count here. */
  accepted: OpenOption[];
  at: number;
}

/**
 * The event that a message is for the machine. Total: every content in every state gives one, and none throws.
 * @param at when the message came, ms since the epoch
 */
export function read(session: Session, chart: Chart, content: Content, exerciseById: (id: string) => Exercise | undefined, at: number): ConversationEvent {
  const open = openIn(session, chart, exerciseById, at);
  const heard = readContent(content, open);
  // What would only ask again what is not there any more cannot.
  return asksAgain.includes(heard.type) ? lost(open) ?? heard : heard;
}

/** What is open here and does not exist any more, as an event; null when nothing of the kind is. */
function lost({ context: { scene }, exercise, meta: { reads }, at }: Open): ConversationEvent | null {
  if ((reads === 'answer' || reads === 'item') && exercise === undefined) return { type: 'exercise.gone', at };
  return reads === 'line' && sceneById(scene?.id ?? '') === undefined ? { type: 'scene.gone', at } : null;
}

function readContent(content: Content, open: Open): ConversationEvent {
  const { at } = open;
  switch (content.kind) {
    case 'text': return readText(content.text, open);
    case 'tap': return readTap(content.id, open);
    case 'media': return content.caption !== null && plain(content.caption) !== '' ? readText(content.caption, open) : unclear('not-text', at);
    case 'reaction':
    case 'edited':
    case 'revoked': return { type: 'noticed', at };
    default: return unclear('not-text', at);
  }
}

/**
 * What a message tells besides what it means, as an event to be heard before it; null when nothing. The words of an
 * exercise suggest nothing of who answers it.
 */
export function overhear(session: Session, chart: Chart, content: Content, exerciseById: (id: string) => Exercise | undefined, at: number): ConversationEvent | null {
  const text = content.kind === 'text' ? content.text : content.kind === 'media' ? content.caption ?? '' : '';
  const { profile } = session.temp_data as unknown as Context;
  if (text === '' || profile.minor) return null;
  const hint = minorHint(text, at);
  if (hint === null) return null;
  const { exercise } = openIn(session, chart, exerciseById, at);
  if (exercise !== undefined && (isRight(text, exercise, profile.nativeLanguage) || (hint === exercise.targetLanguage && speaksOfAge(exercise, at)))) return null;
  return { type: 'hinted.minor', flirting: profile.persona === 'flirty', at };
}

/** Whether alarming words are only those of the open exercise: its answer, or near what it is about. */
function isOfExercise(text: string, { exercise, language }: Open): boolean {
  return exercise !== undefined && (formsOf(exercise).some((form) => dangerIn(form) !== null) || isRight(text, exercise, language));
}

function speaksOfAge(exercise: Exercise, at: number): boolean {
  return formsOf(exercise).some((form) => minorHint(form, at) !== null);
}

function openIn(session: Session, chart: Chart, exerciseById: (id: string) => Exercise | undefined, at: number): Open {
  const context = session.temp_data as unknown as Context;
  const meta = metaOf(chart, session.value);
  const facts = factsOf(context, { exerciseById, humanContact: '', now: at });
  return {
    context, meta, at,
    language: context.profile.nativeLanguage,
    stopped: session.current_flow === 'stopped',
    reports: context.onboarded && reportable.includes(session.current_flow),
    first: session.current_flow === 'greeting',
    exercise: meta.reads === 'answer' ? exerciseById(openExercise(context.lesson) ?? '')
      : meta.reads === 'item' ? exerciseById(context.placement?.open ?? '') : undefined,
    options: meta.prompt === undefined ? [] : optionsOf(meta.prompt, facts).options,
    accepted: (meta.accepts ?? []).flatMap((key) => optionsOf(key, facts).options),
  };
}

function unclear(reason: UnclearReason, at: number): ConversationEvent {
  return { type: 'unclear', reason, at };
}

function readTap(id: string, open: Open): ConversationEvent {
  const tapped = open.options.find((option) => option.id === id) ?? open.accepted.find((option) => option.id === id);
  return tapped === undefined ? unclear('old-button', open.at) : choose(tapped, open);
}

function choose({ option }: OpenOption, open: Open): ConversationEvent {
  const { at, meta } = open;
  const text = open.exercise?.question.options?.find(({ id }) => id === option)?.text;
  if (meta.prompt === exercisePrompt) return text === undefined ? unclear('old-button', at) : readAnswer(text, open);
  if (meta.prompt === itemPrompt) {
    if (text !== undefined) return readItem(text, open, true);
    if (option === 'skip') return notKnown(open);
  }
  if (meta.reads === 'time') return timeChosen(option, open);
  return { type: 'chose', option, at };
}

function readText(raw: string, open: Open): ConversationEvent {
  const { at, meta } = open;
  const text = plain(raw);
  const lines = text.split('\n');
  const danger = dangerIn(text);
  if (danger !== null && !isOfExercise(text, open)) return { type: 'in.crisis', danger, at };
  const asked = commandIn(lines, open);
  if (asked !== null) return { type: asked, at };
  if (!/[\p{L}\p{N}]/u.test(text)) return unclear('no-words', at);
  if (meta.reads === 'line') return readLine(text, open.context, at);
  const polite = courtesy(text, lines, open);
  if (polite !== null) return polite;
  const heard = meaning(text, lines, open);
  return isUnanswered(heard, open) && isOffTopic(text) ? unclear('off-topic', at) : heard;
}

// What nobody could use so far: it may have been meant for somebody else than a tutor.
function isUnanswered(heard: ConversationEvent, { first, meta }: Open): boolean {
  switch (heard.type) {
    case 'answered': return heard.answer.verdict === 'wrong' || heard.answer.note === 'unsure' || heard.answer.note === 'short';
    case 'answered.item': return heard.answer.verdict === 'wrong' && heard.answer.note !== 'skipped';
    case 'said': return !first && meta.reads !== 'nothing';
    default: return heard.type === 'unclear' || heard.type === 'unsure.zone';
  }
}

function meaning(text: string, lines: readonly string[], open: Open): ConversationEvent {
  const { at, meta } = open;
  switch (meta.reads) {
    case 'answer': return readAnswer(text, open);
    case 'item': {
      const expected = isExpected(folded(text), open.exercise);
      const onward = expected ? null : matchOption(text, open.options, open.language, true);
      return onward === null ? readItem(text, open, expected) : choose(onward, open);
    }
    case 'time': return time(lines, open);
    case 'year': {
      const year = birthYearIn(folded(text), open.language, at);
      return year === null ? unclear('no-year', at) : { type: 'named.year', year, at };
    }
    case 'text': {
      // Between lessons the menu is not on screen, and its words work all the same; only its own, since “sí” answers nothing here.
      const menu = open.accepted.flatMap((option) => (option.id.startsWith('menu:') ? [{ ...option, also: [] }] : []));
      const tapped = matchOption(text, [...open.options, ...menu], open.language, true);
      return tapped === null ? { type: 'said', text: text.slice(0, longestSaid), at } : choose(tapped, open);
    }
    case 'zone': {
      const meant = optionIn(lines, open) ?? zoneByClock(text, open);
      return meant === null ? place(lines, open, 'not-an-option') : choose(meant, open);
    }
    case 'place': {
      const meant = optionIn(lines, open);
      return meant === null ? place(lines, open, 'no-zone') : choose(meant, open);
    }
    case 'nothing': return { type: 'said', text: text.slice(0, longestSaid), at };
    default: {
      const meant = optionIn(lines, open);
      return meant === null ? unclear('not-an-option', at) : choose(meant, open);
    }
  }
}

// Messages that came together are read as one, a line each: the whole is tried first, then the lines, the last word first.
function optionIn(lines: readonly string[], { options, language }: Open): OpenOption | null {
  for (const line of lines.length > 1 ? [lines.join(' '), ...lines.toReversed()] : lines) {
    const meant = matchOption(line, options, language);
    if (meant !== null) return meant;
  }
  return null;
}

/** A greeting, thanks or a goodbye and nothing else, where it is neither an option nor an answer. */
function courtesy(text: string, lines: readonly string[], open: Open): ConversationEvent | null {
  const { at, meta, first, language } = open;
  const said = folded(text);
  if (first || meta.reads === 'nothing' || isExpected(said, open.exercise)) return null;
  // In an exercise another language's words may be an answer, if a wrong one.
  const kind = courtesyIn(said, meta.reads === 'answer' || meta.reads === 'item' ? [language] : interfaceLanguages);
  if (kind === null || optionIn(lines, open) !== null) return null;
  if (kind === 'goodbye') return { type: 'took.leave', at };
  if (kind === 'thanks') return { type: 'thanked', at };
  // Without an open question it is answered like every message.
  return meta.prompt === undefined ? null : unclear('greeting', at);
}

/** A word that steers, if it is a whole message, no button's title and not what the open exercise wants to hear. */
function commandIn(lines: readonly string[], open: Open): CommandEvent | null {
  for (const line of lines.toReversed()) {
    const said = folded(line);
    if (said === '' || said.length > 60 || isExpected(said, open.exercise)) continue;
    const command = readCommand(line, open.language);
    if (command === 'stop') return 'asked.stop';
    if (matchOption(line, open.options, open.language, true) !== null) continue;
    if (command !== null && command in commandEvents) return commandEvents[command as keyof typeof commandEvents];
    if (command === 'report' && open.reports) return 'asked.report';
    if ((command === 'hint' || command === 'skip') && open.exercise && open.meta.reads === 'answer') return exerciseEvents[command];
    // Only who has stopped can start; everywhere else “start” is a word like any other.
    if (command === 'start' && open.stopped) return 'asked.start';
    if (asksPrivacy(said, open.language)) return 'asked.privacy';
    if (asksWhetherMachine(said, open.language)) return 'asked.help';
  }
  return null;
}

const halfDay = 12 * 60;
const clocksDiffer = 20;

/** The one zone whose clock shows the time that was typed, give or take, morning or afternoon. */
function zoneByClock(text: string, { context, options, language, at }: Open): OpenOption | null {
  // On a clock that is looked at no hour is too early: “3:05” is as good as “15:05”.
  const typed = [text, `${text} pm`].map((said) => readDailyTime(said, language)).find((read) => 'time' in read);
  if (!typed) return null;
  const near = context.profile.zoneChoices.filter((zone) => {
    const apart = minutesApart(timeIn(zone, at), typed.time);
    return Math.min(apart, halfDay - apart) <= clocksDiffer;
  });
  return near.length === 1 ? options.find(({ option }) => option === near[0]) ?? null : null;
}

function place(lines: readonly string[], { context, at }: Open, otherwise: UnclearReason): ConversationEvent {
  let near: string[] = [];
  for (const line of lines.toReversed()) {
    const read = readPlace(line, context.profile.country);
    if ('zone' in read) return { type: 'named.zone', zone: read.zone, at };
    if (near.length === 0) near = read.near;
  }
  return near.length === 0 ? unclear(otherwise, at) : { type: 'unsure.zone', near, at };
}

// “Same time as today”: what the clock shows so long after the lesson that is being done, tomorrow.
function timeChosen(option: string, { context, at }: Open): ConversationEvent {
  if (option === 'same') return { type: 'named.time', time: timeIn(context.profile.zone, at + afterLessonMs), follows: true, at };
  return { type: 'named.time', time: option === 'none' ? null : option, at };
}

function time(lines: readonly string[], open: Open): ConversationEvent {
  const { options, language, at } = open;
  for (const line of lines.toReversed()) {
    const tapped = matchOption(line, options, language, true);
    if (tapped !== null) return timeChosen(tapped.option, open);
    const read = readDailyTime(line, language);
    if ('time' in read) return { type: 'named.time', time: read.time, at };
    if ('never' in read) return { type: 'named.time', time: null, at };
  }
  return unclear('no-time', at);
}
