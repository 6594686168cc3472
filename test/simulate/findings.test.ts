// A broken promise in a diary is found, and a good diary has none.
import { expect, test } from 'vitest';
import { conversationChart } from '../../src/conversation/script.ts';
import type { Context } from '../../machines/vocabulary.ts';
import { emptyDiary, fault, noteHeard, type Diary } from './diary.ts';
import { inDiaries } from './findings.ts';
import { memoryOf } from './memory.ts';
import { personOf } from './person.ts';
import type { Learner } from './run.ts';

const nine = Date.UTC(2027, 2, 8, 9);
const bubble = { text: 'Hora de tu lección', options: [], listed: false, template: null };

function learnerWith(change: (diary: Diary) => void): Learner {
  const person = personOf(1, 1);
  const opening = conversationChart.inert.getSnapshot().context as Context;
  const context: Context = { ...opening, onboarded: true, profile: { ...opening.profile, zone: 'UTC', dailyTime: '09:00' } };
  const diary = { ...emptyDiary(), wroteAt: nine - 3_600_000 };
  change(diary);
  return { person, diary, memory: memoryOf(person.mind), userId: null, view: { flow: 'idle', step: '', context, bubble: null, question: null }, sitting: null, nextAt: Infinity, awaited: null, due: { begunAt: 0, believed: new Map() }, stuck: 0 };
}

const broken = (change: (diary: Diary) => void) => inDiaries([learnerWith(change)]).filter(({ mustHold, count }) => mustHold && count > 0).map(({ what }) => what);
const lesson = { begunAt: nine, finishedAt: nine + 300_000, exercises: 8, bubbles: 10, asides: 0, answered: 8 };

test('a diary with a lesson and its reminder at the learner\'s hour has nothing to find', () => {
  expect(broken((diary) => {
    diary.lessons.push(lesson);
    noteHeard(diary, bubble, nine, false);
  })).toEqual([]);
});

test('a second reminder on a date is found', () => {
  expect(broken((diary) => [nine, nine + 60_000].forEach((at) => noteHeard(diary, bubble, at, false)))).toEqual(['two reminders of one kind on one date']);
});

test('a reminder an hour late is found', () => {
  expect(broken((diary) => noteHeard(diary, bubble, nine + 3_600_000, false))).toEqual(['a reminder at another hour than the learner\'s']);
});

test('free words more than 24 hours after the learner wrote are found, a template is not', () => {
  const nextDay = nine + 86_400_000;
  expect(broken((diary) => noteHeard(diary, bubble, nextDay, false))).toEqual(['outside the window']);
  expect(broken((diary) => noteHeard(diary, { ...bubble, template: 'lesson_reminder' }, nextDay, false))).toEqual([]);
});

test('anything unasked after STOP is found', () => {
  expect(broken((diary) => {
    diary.stoppedAt = nine - 3_600_000;
    noteHeard(diary, bubble, nine, false);
  })).toEqual(['after STOP']);
});

test('a learner without a reply, or with two, is found', () => {
  expect(broken((diary) => fault(diary, 'no reply', nine))).toEqual(['no reply']);
  expect(broken((diary) => fault(diary, 'doubled reply', nine))).toEqual(['doubled reply']);
});

test('more than two messages beside the exercises are found, hints and the like aside', () => {
  expect(broken((diary) => diary.lessons.push({ ...lesson, bubbles: 11 }))).toEqual(['more than 12 messages for ten exercises, hints and the like aside']);
  expect(broken((diary) => diary.lessons.push({ ...lesson, bubbles: 14, asides: 4 }))).toEqual([]);
});

test('a streak that is told otherwise than the history has it is found', () => {
  expect(broken((diary) => diary.streaks.push({ at: nine, told: '3', days: 4, right: false }))).toEqual(['a streak that differs from the whole history']);
});

test('a role-play that goes otherwise than it must is found', () => {
  expect(broken((diary) => fault(diary, 'a right reply in a scene that was not understood', nine))).toEqual(['a right reply in a scene that was not understood']);
});
