// Turns pure functions into what XState's `setup` knows by name: the only bridge between flow data and logic.
import { assign, fromPromise } from 'xstate';
import type { Context, ConversationEvent } from './vocabulary.ts';

/** What a job's answer looks like to the machine. */
export type JobEvent = { type: `xstate.done.actor.${string}`; output: unknown; at: number };
export type AnyEvent = ConversationEvent | JobEvent;
type Params = Readonly<Record<string, unknown>>;

/** Pure: may this transition be taken? */
export type Guard = (context: Context, event: AnyEvent, params: Params) => boolean;
/** Pure: what changes in the context. */
export type Assign = (context: Context, event: AnyEvent, params: Params) => Partial<Context>;

export function toGuards(guards: Readonly<Record<string, Guard>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(guards).map(([name, guard]) =>
    [name, ({ context, event }: { context: Context; event: AnyEvent }, params: Params | undefined) => guard(context, event, params ?? {})]));
}

export function toActions(assigns: Readonly<Record<string, Assign>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(assigns).map(([name, change]) =>
    [name, assign(({ context, event }, params) => change(context as Context, event as AnyEvent, (params ?? {}) as Params))]));
}

/** An effect is carried out by the engine; the machine only names it. */
export const noEffect = (): void => {};

/** A job is run by the engine; the machine only waits for its answer. */
export const placeholderActor = fromPromise(async () => null);

/** The option of a `chose` event, otherwise null. */
export const optionOf = (event: AnyEvent): string | null => (event.type === 'chose' ? event.option : null);
