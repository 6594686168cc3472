// What one step costs: the session's text in, a letter through the machine, the next session's text out. Run with node; prints a line for each machine.
import type { Chart } from '../../src/conversation/chart.ts';
import { createChart } from '../../src/conversation/chart.ts';
import { conversationChart } from '../../src/conversation/script.ts';
import type { Session } from '../../src/conversation/session.ts';
import { begin, step, type Letter } from '../../src/conversation/step.ts';
import { museum } from './differential/museum.ts';

/** Microseconds that the median step may take on the reference box of two cores. */
const bar = 60;
const warmUp = 5_000;
const rounds = 20_000;
const noon = Date.UTC(2026, 10, 24, 12);

type Event = { type: string } & Record<string, unknown>;

/** Takes events and jobs' answers in order from `session` and gives its text; an answer goes to the one job under way. */
function drive(chart: Chart, session: Session, ...letters: (Event | { output: unknown })[]): string {
  for (const given of letters) {
    const [id = '', job] = Object.entries(session.jobs)[0] ?? [];
    const letter: Letter = 'type' in given ? { kind: 'event', event: given as Event } : { kind: 'done', id, gen: job?.gen ?? 0, output: given.output };
    const stepped = step(session, letter, noon, chart);
    const stayed = JSON.stringify(stepped?.session.value) === JSON.stringify(session.value);
    if (!stepped || (stayed && stepped.effects.length === 0)) throw new Error(`Nothing came of ${JSON.stringify(given)} in ${session.current_flow}.${session.step}`);
    session = stepped.session;
  }
  return JSON.stringify(session);
}

function measure(name: string, chart: Chart, text: string, letter: Letter): boolean {
  const took = new Float64Array(rounds);
  let bytes = 0;
  for (let i = -warmUp; i < rounds; i++) {
    const begun = process.hrtime.bigint();
    const stepped = step(JSON.parse(text) as Session, letter, noon + i, chart)!;
    bytes = JSON.stringify(stepped.session).length;
    if (i >= 0) took[i] = Number(process.hrtime.bigint() - begun) / 1_000;
  }
  took.sort();
  const median = took[rounds / 2]!;
  console.log(`${name}: ${median.toFixed(1)} µs median, ${took[Math.floor(rounds * 0.99)]!.toFixed(1)} µs p99, session ${text.length} → ${bytes} characters`);
  return median <= bar;
}

const museumChart = createChart(museum, 1);
const inRoom = drive(museumChart, begin(museumChart, { visitor: 'ana' }, noon).session,
  { type: 'text', text: 'Ana' }, { type: 'tap', id: 'yes' }, { output: { yes: true } }, { type: 'tap', id: 'two' }, { type: 'tap', id: 'yes' }, { output: { price: 12 } },
  { type: 'tap', id: 'yes' }, { output: { yes: true } }, { output: 'printed' }, { type: 'tap', id: 'tour' }, { output: 'bronze' });

const exercises = Array.from({ length: 8 }, (_, i) => `5f0e0000-0000-5000-8000-00000000000${i}`);
const answered = (exercise: string): Event => ({ type: 'answered', exercise, answer: { text: 'is', verdict: 'correct', note: null, best: 'is' }, at: noon });
const newcomer = begin(conversationChart, { userId: '5f0e0000-0000-4000-8000-000000000000', name: 'Ana', nativeLanguage: 'es', zone: 'Europe/Madrid', zoneSettled: true, country: 'ES', zoneChoices: [] }, noon).session;
const learner: Session = { ...newcomer, current_flow: 'idle', step: '', value: 'idle', temp_data: { ...newcomer.temp_data, onboarded: true } };
const inLesson = drive(conversationChart, learner,
  { type: 'chose', option: 'lesson', at: noon }, { output: { topic: 'to-be-and-people', exercises } }, ...exercises.slice(0, 3).map(answered));

const fast = [
  measure('museum, a reply that is sent to be judged', museumChart, inRoom, { kind: 'event', event: { type: 'text', text: 'a bronze bowl' } }),
  measure('conversation, the fourth answer of a lesson', conversationChart, inLesson, { kind: 'event', event: answered(exercises[3]!) }),
];
if (fast.includes(false)) {
  console.log(`The bar is ${bar} µs.`);
  process.exitCode = 1;
}
