// What can be made to go wrong: one table of mishaps, set for everybody or for one phone.
import { z } from 'zod';

const sendFailure = z.strictObject({
  /** How many sends fail before things are well again. */
  next: z.number().int().min(0).max(1000),
  /** error: refused with `code`. later: accepted, then a `failed` status with `code`. http500: a bare 500.
   *  silence: accepted and delivered, but the answer never comes. hangup: the connection breaks, nothing accepted. */
  how: z.enum(['error', 'later', 'http500', 'silence', 'hangup']),
  code: z.number().int().default(131000),
});

/** Shapes of the mishaps. A phone's own value wins over the one for everybody. */
export const mishapShape = z.strictObject({
  duplicates: z.number().int().min(0).max(5),
  delayMs: z.number().int().min(0).max(600_000),
  reorder: z.number().int().min(0).max(20),
  drops: z.number().int().min(0).max(1000),
  sendFailure,
  windowClosed: z.boolean(),
  withhold: z.enum(['none', 'read', 'all']),
});
export const mishapChange = mishapShape.partial();

export type Mishaps = z.infer<typeof mishapShape>;
export type MishapName = keyof Mishaps;

const NO_MISHAPS: Mishaps = {
  duplicates: 0,
  delayMs: 0,
  reorder: 0,
  drops: 0,
  sendFailure: { next: 0, how: 'error', code: 131000 },
  windowClosed: false,
  withhold: 'none',
};

/** What each mishap does, in words, for the page and the README. */
export const MISHAPS: Readonly<Record<MishapName, string>> = {
  duplicates: 'Each webhook arrives this many extra times, at the same moment',
  delayMs: 'Each webhook arrives late, by this many milliseconds',
  reorder: 'Webhooks are gathered up to this number and arrive in reverse',
  drops: 'The first try of the next webhooks is lost; the retry arrives',
  sendFailure: 'The next sends fail',
  windowClosed: "WhatsApp's 24-hour window counts as closed",
  withhold: 'Statuses never arrive: none withheld, read only, or all',
};

export type MishapBoard = {
  everybody(): Mishaps;
  /** What holds for one phone. */
  of(waId: string): Mishaps;
  /** Only what is set for this phone. */
  own(waId: string): Partial<Mishaps>;
  /** Sets some mishaps, for one phone or, without `waId`, for everybody. */
  set(change: Partial<Mishaps>, waId?: string): void;
  /** Uses up one send failure if one is due. */
  takeSendFailure(waId: string | undefined): Mishaps['sendFailure'] | undefined;
  /** Uses up one lost webhook if one is due. */
  takeDrop(waId: string): boolean;
  clear(): void;
};

/** An empty board. */
export function createMishapBoard(): MishapBoard {
  let everybody = NO_MISHAPS;
  const perPhone = new Map<string, Partial<Mishaps>>();
  const of = (waId: string): Mishaps => ({ ...everybody, ...perPhone.get(waId) });
  const set = (change: Partial<Mishaps>, waId?: string): void => {
    if (waId === undefined) everybody = { ...everybody, ...change };
    else perPhone.set(waId, { ...perPhone.get(waId), ...change });
  };
  // A counter set for the phone is used up before the one for everybody.
  const holder = (waId: string | undefined, name: MishapName): string | undefined =>
    waId !== undefined && perPhone.get(waId)?.[name] !== undefined ? waId : undefined;
  return {
    everybody: () => everybody,
    of,
    own: (waId) => perPhone.get(waId) ?? {},
    set,
    takeSendFailure: (waId) => {
      const due = waId === undefined ? everybody.sendFailure : of(waId).sendFailure;
      if (due.next < 1) return undefined;
      set({ sendFailure: { ...due, next: due.next - 1 } }, holder(waId, 'sendFailure'));
      return due;
    },
    takeDrop: (waId) => {
      const due = of(waId).drops;
      if (due < 1) return false;
      set({ drops: due - 1 }, holder(waId, 'drops'));
      return true;
    },
    clear: () => {
      everybody = NO_MISHAPS;
      perPhone.clear();
    },
  };
}
