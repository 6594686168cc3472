// One table: every error code of the Cloud API, the class it belongs to, and what the sender does about that class.

/**
 * What the sender does:
 * retry-later (this message, after `retryAfterMs`) · retry-slower-this-learner (hold this learner's queue for `retryAfterMs`) ·
 * pause-all (hold every send for `retryAfterMs`) · window-closed (an approved template or nothing) · drop (never this message again) ·
 * mark-unreachable (drop, and remember it on the contact) · opted-out (drop, suppress marketing) ·
 * template-off (drop, and use that template no more) · stop-and-alert (nothing can be sent until a person acts).
 */
export type FailureAction =
  | 'retry-later' | 'retry-slower-this-learner' | 'pause-all' | 'window-closed' | 'drop'
  | 'mark-unreachable' | 'opted-out' | 'template-off' | 'stop-and-alert';

export type FailureClass =
  | 'window' | 'undeliverable' | 'marketing-cap' | 'opt-out' | 'pair-rate' | 'throughput' | 'spam' | 'transient'
  | 'media' | 'bad-request' | 'template' | 'account' | 'token' | 'unknown';

/**
 * `retryAfterMs` is null when nothing is to be tried again. With `drop` it says how long this kind of message stays unwelcome.
 * `alert` asks for a person's attention. `httpStatus` is null for a failure reported later by webhook.
 */
export type SendFailure = {
  code: number | null
  httpStatus: number | null
  class: FailureClass
  action: FailureAction
  retryAfterMs: number | null
  alert: boolean
  detail: string
};

type Rule = { action: FailureAction; alert?: boolean; codes: readonly number[] };

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** Meta's error codes by class. Ranges are in `classOf`. */
export const failureTable: Readonly<Record<FailureClass, Rule>> = {
  window: { action: 'window-closed', codes: [131047] },
  undeliverable: { action: 'mark-unreachable', codes: [131026, 131021, 130472, 130403] },
  'marketing-cap': { action: 'drop', codes: [131049] },
  'opt-out': { action: 'opted-out', codes: [131050] },
  'pair-rate': { action: 'retry-slower-this-learner', codes: [131056] },
  throughput: { action: 'pause-all', codes: [130429, 80007, 4, 133016] },
  spam: { action: 'pause-all', alert: true, codes: [131048] },
  transient: { action: 'retry-later', codes: [1, 2, 131000, 131016, 131057, 133004] },
  media: { action: 'drop', alert: true, codes: [131052, 131053] },
  'bad-request': { action: 'drop', alert: true, codes: [100, 131008, 131009, 131051, 130501, 131062] },
  template: {
    action: 'template-off', alert: true,
    codes: [132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 132068, 132069, 131064],
  },
  account: { action: 'stop-and-alert', alert: true, codes: [131031, 368, 131042, 131045, 133010, 137000] },
  token: { action: 'stop-and-alert', alert: true, codes: [190, 0, 10, 131005] },
  unknown: { action: 'drop', alert: true, codes: [] },
};

const classByCode = new Map<number, FailureClass>(
  Object.entries(failureTable).flatMap(([name, rule]) => rule.codes.map((code) => [code, name as FailureClass] as const)),
);

/** Tries of one message, the first included, before it is given up. With the back-off below: about 20 minutes of an outage, 6 of the pair limit, 15 of the global one, 12 hours or more of the spam one. */
export const TRIES: Readonly<Partial<Record<FailureClass, number>>> = { transient: 12, 'pair-rate': 6, throughput: 20, spam: 12 };

/** What is known of a failure. `attempt` counts the tries before this one (0 = the first). `retryAfterMs` is what the response asked for. `random` is in [0, 1). */
export type FailureFacts = {
  httpStatus: number | null
  code: number | null
  subcode: number | null
  retryAfterMs: number | null
  attempt: number
  random: number
  detail: string
};

/**
 * Decides what becomes of a failed send; pure, and the same for a refusal at once and a `failed` status later.
 * Waits: pair rate 4^attempt seconds (Meta's rule); throughput a global exponential back-off and transient faults a
 * per-message one, both with jitter over their upper half so that processes do not return in step; a wait that
 * the response names is never undercut. Tries are bounded, because some codes recur for ever on one recipient.
 */
export function decide(facts: FailureFacts): SendFailure {
  const name = classOf(facts);
  const rule = failureTable[name];
  const failure: SendFailure = {
    code: facts.code, httpStatus: facts.httpStatus, class: name, action: rule.action,
    retryAfterMs: null, alert: rule.alert === true, detail: facts.detail,
  };
  if (name === 'marketing-cap') return { ...failure, retryAfterMs: 24 * HOUR };
  const tries = TRIES[name];
  if (tries === undefined) return failure;
  if (facts.attempt + 1 >= tries) {
    return { ...failure, action: 'drop', alert: true, detail: `given up after ${facts.attempt + 1} tries: ${facts.detail}` };
  }
  return { ...failure, retryAfterMs: Math.max(facts.retryAfterMs ?? 0, backOff(name, facts.attempt, facts.random)) };
}

/** The class of a failure: by its code, by code range, and only then by HTTP status. An unknown code is transient with a 5xx status and a defect of ours otherwise. */
function classOf({ httpStatus, code, subcode }: Pick<FailureFacts, 'httpStatus' | 'code' | 'subcode'>): FailureClass {
  // Subcode 33: the object in the path does not exist, and the only object in our paths is the phone number.
  if (code === 100 && subcode === 33) return 'account';
  if (code !== null) {
    const known = classByCode.get(code);
    if (known !== undefined) return known;
    if (code >= 200 && code <= 299) return 'token';
  }
  if (httpStatus === 429) return 'throughput';
  if (httpStatus === 401 || httpStatus === 403) return 'token';
  return httpStatus !== null && httpStatus >= 500 ? 'transient' : 'unknown';
}

function backOff(name: FailureClass, attempt: number, random: number): number {
  if (name === 'pair-rate') return 4 ** attempt * SECOND;
  const jitter = 0.5 + random / 2;
  if (name === 'spam') return HOUR * (1 + random / 2);
  const cap = name === 'throughput' ? 60 * SECOND : 5 * 60 * SECOND;
  return Math.round(Math.min(cap, 2 ** attempt * SECOND) * jitter);
}
