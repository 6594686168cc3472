// A machine made ready for durable use: its version, the fingerprint of its chart, and what its resting states say of themselves.
import { createHash } from 'node:crypto';
import { createActor, type AnyStateMachine, type AnyActorRef } from 'xstate';
import type { StateMeta } from '../../machines/vocabulary.ts';
import type { Session } from './session.ts';

/** Brings a session of one version to the next. Pure; the session's chart and version are stamped afterwards. */
export type SessionMigration = (session: Session) => Session;

export interface Chart {
  readonly machine: AnyStateMachine;
  readonly version: number;
  readonly fingerprint: string;
  /** Stands in for the running actor that XState expects; it never runs anything. */
  readonly inert: AnyActorRef;
  readonly metaByPath: ReadonlyMap<string, StateMeta>;
  /** Where a session goes whose state below this path no longer exists. */
  readonly safeByPath: ReadonlyMap<string, string>;
  /** By the version they migrate from. */
  readonly migrations: Readonly<Record<number, SessionMigration>>;
  /** A delay as the machine names it, in ms. @throws when the machine does not know it */
  delayOf(delay: unknown): number;
}

interface ChartNode {
  id: string;
  type: string;
  history: unknown;
  config: { target?: unknown };
  initial?: { target: ChartNode[] } | undefined;
  entry: unknown[];
  exit: unknown[];
  invoke: { id: string; src: unknown }[];
  transitions: Map<string, ChartTransition[]>;
  always?: ChartTransition[] | undefined;
  states: Record<string, ChartNode>;
  meta?: StateMeta;
  path: string[];
}
interface ChartTransition {
  target?: ChartNode[] | undefined;
  guard?: unknown;
  reenter?: boolean;
  actions: unknown[];
}

const nameOf = (thing: unknown): unknown => (typeof thing === 'function' ? 'inline' : thing);

function describe(node: ChartNode): unknown {
  const edges = (list: readonly ChartTransition[]) => list.map((t) => [t.target?.map((n) => n.id) ?? null, nameOf(t.guard) ?? null, t.reenter ?? false, t.actions.map(nameOf)]);
  return [
    node.id, node.type, node.history ?? null, node.config.target ?? null, node.initial?.target.map((n) => n.id) ?? null,
    node.entry.map(nameOf), node.exit.map(nameOf), node.invoke.map((i) => [i.id, nameOf(i.src)]),
    [...node.transitions].map(([event, list]) => [event, edges(list)]), edges(node.always ?? []),
    Object.values(node.states).map(describe),
  ];
}

/**
 * Prepares a machine for {@link step}. `version` is the number stamped on every session it writes;
 * it must grow whenever the chart changes (a test compares fingerprints).
 * @throws when the machine sets no `maxIterations`, since one `always` cycle would hang the process
 */
export function createChart(given: Pick<AnyStateMachine, 'id'>, version: number, migrations: Readonly<Record<number, SessionMigration>> = {}): Chart {
  // XState's own type of any machine does not take in every machine.
  const machine = given as AnyStateMachine;
  if (!Number.isFinite((machine as unknown as { options: { maxIterations?: number } }).options?.maxIterations ?? Infinity)) {
    throw new Error(`Machine ${machine.id} sets no maxIterations: an always-cycle would hang the process`);
  }
  const root = machine.root as unknown as ChartNode;
  const metaByPath = new Map<string, StateMeta>();
  const safeByPath = new Map<string, string>();
  const walk = (node: ChartNode, inherited: StateMeta) => {
    const { safe: _own, ...heritable } = inherited;
    const meta = { ...heritable, ...node.meta };
    metaByPath.set(node.path.join('.'), meta);
    if (meta.safe !== undefined) safeByPath.set(node.path.join('.'), meta.safe);
    for (const child of Object.values(node.states)) walk(child, meta);
  };
  walk(root, {});
  const fingerprint = createHash('sha256').update(JSON.stringify(describe(root))).digest('hex').slice(0, 16);
  const { delays } = machine.implementations as { delays: Record<string, unknown> };
  const delayOf = (delay: unknown): number => {
    const ms = typeof delay === 'number' ? delay : /^\d+$/.test(String(delay)) ? Number(delay) : delays[String(delay)];
    if (typeof ms !== 'number') throw new Error(`Machine ${machine.id} has no delay named ${String(delay)}`);
    return ms;
  };
  return { machine, version, fingerprint, inert: createActor(machine, { input: {} } as never), metaByPath, safeByPath, migrations, delayOf };
}

/** What the state a session rests in says of itself. Regions of a parallel state are merged in document order. */
export function metaOf(chart: Chart, value: unknown): StateMeta {
  if (typeof value === 'string') return chart.metaByPath.get(value) ?? {};
  const leaves: string[] = [];
  const walk = (v: unknown, path: string) => {
    if (typeof v === 'string') leaves.push(path ? `${path}.${v}` : v);
    else for (const [name, inner] of Object.entries(v as object)) walk(inner, path ? `${path}.${name}` : name);
  };
  walk(value, '');
  if (leaves.length === 1) return chart.metaByPath.get(leaves[0]!) ?? {};
  return Object.assign({}, ...leaves.map((leaf) => chart.metaByPath.get(leaf)));
}
