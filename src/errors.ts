// Every error the program can name: whether to try again, whose fault it is, and what the caller or the learner hears.

export interface ErrorEntry {
  /** May the same thing succeed later without anybody changing anything? */
  retry: boolean;
  fault: 'caller' | 'charla' | 'whatsapp' | 'operator' | 'learner';
  /** HTTP status where it is answered over HTTP; 0 elsewhere. */
  status: number;
  /** For the log and the HTTP caller. */
  says: string;
  /** The copy key a learner hears, or null when they need not know. */
  learnerHears: string | null;
}

export const errors = {
  'webhook:unsigned': { retry: false, fault: 'caller', status: 401, says: 'The signature is missing or does not match the body.', learnerHears: null },
  'webhook:too-large': { retry: false, fault: 'caller', status: 413, says: 'The body is larger than 3 MB.', learnerHears: null },
  'webhook:not-json': { retry: false, fault: 'caller', status: 400, says: 'The body is not JSON.', learnerHears: null },
  'webhook:wrong-token': { retry: false, fault: 'caller', status: 403, says: 'The verify token does not match.', learnerHears: null },
  'webhook:not-stored': { retry: true, fault: 'charla', status: 503, says: 'The message could not be stored; deliver it again.', learnerHears: null },
  'http:not-found': { retry: false, fault: 'caller', status: 404, says: 'There is nothing here.', learnerHears: null },
  'http:broke': { retry: true, fault: 'charla', status: 500, says: 'Something broke; it has been logged.', learnerHears: null },
  'config:invalid': { retry: false, fault: 'operator', status: 0, says: 'The environment has faults; each is named.', learnerHears: null },
  'turn:machine-broke': { retry: false, fault: 'charla', status: 0, says: 'A machine could not handle a letter; it is kept in dead_letters.', learnerHears: 'sorry' },
  'turn:too-many-messages': { retry: false, fault: 'learner', status: 0, says: 'A learner passed the day\'s limit of messages.', learnerHears: 'enough' },
  'session:adopted-to-safety': { retry: false, fault: 'charla', status: 0, says: 'A session\'s state no longer exists; it went to its flow\'s safe state.', learnerHears: null },
  'send:window-closed': { retry: false, fault: 'learner', status: 0, says: 'More than 24 hours since the learner wrote: only a template may be sent.', learnerHears: null },
  'send:outcome-unknown': { retry: true, fault: 'whatsapp', status: 0, says: 'A send got no answer; a status settles it or it is tried again.', learnerHears: null },
  'send:account-blocked': { retry: true, fault: 'operator', status: 0, says: 'WhatsApp refuses this account or token; sends wait for a person.', learnerHears: null },
  'actor:failed': { retry: true, fault: 'charla', status: 0, says: 'A job behind a machine failed; the machine is told after the last try.', learnerHears: null },
  'exercise:unreadable': { retry: false, fault: 'operator', status: 0, says: 'An exercise in the database cannot be read; it is asked of nobody until it is mended.', learnerHears: null },
  'store:unreachable': { retry: true, fault: 'operator', status: 0, says: 'PostgreSQL cannot be reached.', learnerHears: null },
  'redis:unreachable': { retry: true, fault: 'operator', status: 0, says: 'Redis cannot be reached; sessions come from PostgreSQL and wake-ups from the sweep.', learnerHears: null },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errors;
