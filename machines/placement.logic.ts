// The placement test's guards and assignments: pure functions, called by name from the flow.
import { optionOf, type AnyEvent, type Assign, type Guard } from './names.ts';
import { highestTaught } from './offered.ts';
import { levels, type Context, type Level, type PlacementInHand, type PlacementItem } from './vocabulary.ts';

/** What the job `drawItems` answers with: the bank, the seed of its chances, and the question to ask; no items when there are too few. */
export interface Drawn {
  items: PlacementItem[];
  seed: number;
  next: string | null;
}

/** With fewer answers than this a level would be a guess, and none is told. */
const leastToTell = 4;

const drawnIn = (event: AnyEvent): Drawn | null => ('output' in event ? (event.output as Drawn | null) : null);

/** Whether a test was begun and is not over. */
function isUnderWay(placement: PlacementInHand | null): placement is PlacementInHand {
  return placement !== null && placement.open !== null;
}

const isOpenItem: Guard = ({ placement }, event) => event.type === 'answered.item' && isUnderWay(placement) && event.exercise === placement.open;

/** The level one lower or higher, as far as there are lessons; null beyond. */
export function neighbour(level: Level | null, by: -1 | 1): Level | null {
  const at = levels.indexOf(level ?? 'A1') + by;
  return at > levels.indexOf(highestTaught) ? null : levels[at] ?? null;
}

const placeAt = ({ profile }: Context, level: Level): Partial<Context> => ({ profile: { ...profile, level }, lesson: null });

export const placementGuards = {
  hasOpenItem: ({ placement }) => isUnderWay(placement),
  foundItems: (_context, event) => typeof drawnIn(event)?.next === 'string',
  isOpenItem,
  isLastItem: (context, event, params) => isOpenItem(context, event, params) && event.type === 'answered.item' && event.next === null,
  stopsWithEnough: ({ placement }, event) => optionOf(event) === 'end' && placement !== null && placement.result !== null && placement.answers.length >= leastToTell,
  asksLower: ({ profile }, event) => optionOf(event) === 'lower' && neighbour(profile.level, -1) !== null,
  asksHigher: ({ profile }, event) => optionOf(event) === 'higher' && neighbour(profile.level, 1) !== null,
  startsFromZero: ({ profile }) => profile.level === null || profile.level === 'A1',
} satisfies Record<string, Guard>;

export const placementAssigns = {
  beginPlacement: ({ placement }, event) => {
    const { items, seed, next } = drawnIn(event)!;
    // A question that could not be asked is replaced; what was answered before it counts.
    const before = isUnderWay(placement) ? placement : { answers: [], result: null, begunAt: event.at, last: null };
    return { placement: { ...before, items, seed, open: next, askedAt: event.at } };
  },
  dropPlacement: () => ({ placement: null }),
  askItem: ({ placement }, event) => (placement === null ? {} : { placement: { ...placement, askedAt: event.at } }),
  markItem: ({ placement }, event) => {
    if (placement === null || event.type !== 'answered.item') return {};
    const { answer, exercise, next, result, settled } = event;
    return {
      placement: {
        ...placement, result,
        // What the grader could not settle says nothing about the learner: it was asked, and is no item any more.
        items: settled ? placement.items : placement.items.filter(({ id }) => id !== exercise),
        answers: [...placement.answers, { id: exercise, correct: settled && answer.verdict !== 'wrong' }],
        open: next,
        last: { ...answer, exercise, tookMs: Math.max(0, event.at - placement.askedAt) },
      },
    };
  },
  placeLearner: (context) => placeAt(context, context.placement?.result?.level ?? context.profile.level ?? 'A1'),
  placeAsBeginner: (context) => ({ ...placeAt(context, 'A1'), placement: context.placement && { ...context.placement, result: null } }),
  /** The bank is of no use any more; the result is. */
  closePlacement: ({ placement }) => ({ placement: placement && { ...placement, items: [], open: null } }),
  lowerLevel: (context) => placeAt(context, neighbour(context.profile.level, -1) ?? 'A1'),
  raiseLevel: (context) => placeAt(context, neighbour(context.profile.level, 1) ?? highestTaught),
} satisfies Record<string, Assign>;
