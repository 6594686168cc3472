// What one pure step costs, printed as one JSON line: the session's text in, an answer in a lesson, the next session's text out.
import { begin, step, type Letter } from '../../src/conversation/step.ts';
import type { Session } from '../../src/conversation/session.ts';
import { lessonChart } from './lesson.ts';

export interface StepCost {
  medianUs: number;
  p99Us: number;
  sessionBytes: number;
}

const steps = 20_000;
const warmUp = 5_000;
const at = Date.UTC(2026, 0, 15, 9);
const userId = '5f0e0000-0000-4000-8000-000000000000';
const exercises = Array.from({ length: 8 }, (_, i) => `5f0e0000-0000-5000-8000-00000000000${i}`);

const answered = (exercise: string): Letter => ({ kind: 'event', event: { type: 'answered', exercise, answer: { text: 'is', verdict: 'correct', note: null, best: 'is' }, at } });

/** A session in the middle of a lesson, as it is stored. */
function midLesson(): string {
  let session: Session = begin(lessonChart, { userId, name: 'Ana', nativeLanguage: 'es', zone: 'Europe/Madrid', zoneSettled: true, country: 'ES', zoneChoices: [] }, at).session;
  const take = (letter: Letter) => {
    const stepped = step(session, letter, at, lessonChart);
    if (!stepped?.handled) throw new Error(`Nothing came of ${letter.kind} in ${session.current_flow}.${session.step}`);
    session = stepped.session;
  };
  take({ kind: 'event', event: { type: 'said', text: 'hola', at } });
  const [[id, job] = []] = Object.entries(session.jobs);
  take({ kind: 'done', id: id!, gen: job!.gen, output: { topic: 'to-be-and-people', exercises } });
  for (const exercise of exercises.slice(0, 3)) take(answered(exercise));
  return JSON.stringify(session);
}

const text = midLesson();
const letter = answered(exercises[3]!);
const took: number[] = [];
let bytes = 0;
for (let i = 0; i < warmUp + steps; i++) {
  const begun = process.hrtime.bigint();
  const { session } = step(JSON.parse(text) as Session, letter, at + i, lessonChart)!;
  bytes = JSON.stringify(session).length;
  if (i >= warmUp) took.push(Number(process.hrtime.bigint() - begun) / 1_000);
}
took.sort((a, b) => a - b);
const round = (us: number) => Number(us.toFixed(1));
console.log(JSON.stringify({ medianUs: round(took[steps / 2]!), p99Us: round(took[Math.floor(steps * 0.99)]!), sessionBytes: bytes } satisfies StepCost));
