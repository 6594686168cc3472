// `npm run wordings`: how each wording of reminders does, and what choosing them brings over letting them go round.
import { wordings } from '../learning/reminder-wording.ts';
import { report } from '../report.ts';
import type { Statement, Store } from '../store/postgres.ts';
import { readBasis, reminderWording } from './reminder-choices.ts';

/** Reminders that were shown, two hours and more ago, with the same choice, the same wording and the same variant. */
export interface Outcome {
  eligible: readonly string[];
  wording: string;
  variant: string;
  shown: number;
  rewards: number;
}

const readOutcomes: Statement = {
  name: 'read-wording-outcomes',
  text: `
    select c.eligible, c.wording, a.variant, count(*)::int as shown, count(c.reward_at)::int as rewards
    from reminder_choices c join experiment_assignments a on a.user_id = c.user_id and a.experiment_id = $1
    where c.shown_at < $2::timestamptz - interval '3 hours' group by 1, 2, 3`,
};

/** What became of the choices that are kept. @param now ms since the epoch */
export function outcomesOf(store: Pick<Store, 'run'>, now: number): Promise<Outcome[]> {
  return store.run<Outcome>(readOutcomes, [reminderWording, new Date(now).toISOString()]);
}

/** How far a 95 % interval reaches, in standard errors. */
const z = 1.96;

/** The share `hits` of `of` with its 95 % interval, by Wilson's score (1927), which holds for few hits too. */
export function wilson(hits: number, of: number): { share: number; low: number; high: number } {
  if (of === 0) return { share: 0, low: 0, high: 1 };
  const share = hits / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const reach = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`;
const total = (list: readonly Outcome[], of: (one: Outcome) => number): number => list.reduce((sum, one) => sum + of(one), 0);

function rate(list: readonly Outcome[]): string {
  const shown = total(list, (o) => o.shown);
  const { share, low, high } = wilson(total(list, (o) => o.rewards), shown);
  return shown === 0 ? '–' : `${percent(share)} (${percent(low)} to ${percent(high)})`;
}

/** The lines of the list. `scores`: how much better each wording does where it could be chosen, as a share. */
export function listedWordings(outcomes: readonly Outcome[], scores: ReadonlyMap<string, number>, running: boolean): string[] {
  const row = (...cells: (string | number)[]) => cells.map((cell, i) => (i === 0 ? String(cell).padEnd(14) : String(cell).padStart([0, 9, 9, 9, 30, 9][i]!))).join('');
  const of = (variant: string) => outcomes.filter((o) => o.variant === variant);
  const numbers = (list: readonly Outcome[]) => [total(list, (o) => o.shown), total(list, (o) => o.rewards), rate(list)];
  const [a, b] = [of('A'), of('B')].map((list) => ({ shown: total(list, (o) => o.shown), rewards: total(list, (o) => o.rewards) })) as [{ shown: number; rewards: number }, { shown: number; rewards: number }];
  return [
    running ? 'Wordings are learned.' : 'Paused: wordings go round for everybody.',
    row('wording', 'eligible', 'chosen', 'lessons', 'of those chosen (95 %)', 'score'),
    ...wordings.map((wording) => row(wording, total(outcomes.filter((o) => o.eligible.includes(wording)), (o) => o.shown), ...numbers(outcomes.filter((o) => o.wording === wording)), scores.has(wording) ? signed(scores.get(wording)!) : '–')),
    row('A: learned', '', ...numbers(of('A')), ''),
    row('B: go round', '', ...numbers(of('B')), ''),
    a.shown === 0 || b.shown === 0 ? 'A against B: nothing to compare yet' : difference(a, b),
  ];
}

function difference(a: { shown: number; rewards: number }, b: { shown: number; rewards: number }): string {
  const [p, q] = [wilson(a.rewards, a.shown), wilson(b.rewards, b.shown)];
  const apart = p.share - q.share;
  // Newcombe's interval of a difference (1998), from both of Wilson's.
  const low = apart - Math.hypot(p.share - p.low, q.high - q.share);
  const high = apart + Math.hypot(p.high - p.share, q.share - q.low);
  return `A less B: ${signed(apart)} of reminders (${signed(low)} to ${signed(high)}), which is ${low > 0 ? 'better than chance' : high < 0 ? 'worse than chance' : 'not told from chance'}`;
}

if (import.meta.main) {
  await report(async (store, tell) => {
    const { running, scores } = await readBasis(store.run);
    for (const line of listedWordings(await outcomesOf(store, Date.now()), scores, running)) tell(line);
  });
}
