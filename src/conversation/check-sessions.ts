// `npm run check:sessions`: restores every live session of a database on the present machine and says what would become of it.
import { report } from '../report.ts';
import { pagesOf } from '../store/pages.ts';
import type { Statement, Store } from '../store/postgres.ts';
import { adopt, type Adopted } from './adopt.ts';
import type { Chart } from './chart.ts';
import { conversationChart } from './script.ts';
import { readSession, type Session } from './session.ts';

export interface Report {
  counts: Record<Adopted['fate'] | 'newer', number>;
  /** The states of stranded sessions and how many stand there. */
  stranded: Map<string, number>;
}

const page: Statement = { name: 'sessions-page', text: 'select user_id, state from sessions where user_id > $1 order by user_id limit $2' };

/** Looks at all sessions, a thousand at a time; changes nothing. */
export async function checkSessions(store: Store, chart: Chart): Promise<Report> {
  const report: Report = { counts: { 'as-is': 0, migrated: 0, stranded: 0, newer: 0 }, stranded: new Map() };
  for await (const rows of pagesOf<{ user_id: string; state: string }>(store, page, 1_000)) {
    for (const { state } of rows) {
      const session = readSession(state);
      const fate = session ? fateOf(session, chart) : 'stranded';
      report.counts[fate] += 1;
      const where = session ? `${[session.current_flow, session.step].filter(Boolean).join('.')} (version ${session.version})` : '(cannot be read)';
      if (fate === 'stranded' || fate === 'newer') report.stranded.set(where, (report.stranded.get(where) ?? 0) + 1);
    }
  }
  return report;
}

function fateOf(session: Session, chart: Chart): keyof Report['counts'] {
  if (session.version > chart.version) return 'newer';
  try {
    return adopt(session, chart, 0).fate;
  } catch {
    // Nothing could be made of it: the engine would fail on it as well, and the others are to be looked at all the same.
    return 'stranded';
  }
}

if (import.meta.main) {
  await report(async (store, tell) => {
    const { counts, stranded } = await checkSessions(store, conversationChart);
    tell(`as is ${counts['as-is']}, migrated ${counts.migrated}, stranded ${counts.stranded + counts.newer}`);
    for (const [where, count] of stranded) tell(`  ${count} × ${where}`);
    process.exitCode = stranded.size > 0 ? 1 : 0;
  });
}
