// The learners' phones: who they are and what their conversation holds, in memory and bounded.
import { createHash } from 'node:crypto';
import { countryOf, plausibleNumber } from './countries.ts';
import type { Entry } from './entries.ts';
import type { PairBudget } from './pair-limit.ts';

const MAX_PHONES = 5_000;
const MAX_ENTRIES = 500;

export type Phone = {
  /** The number, digits only, calling code first. Names the phone inside the simulator even when it is hidden. */
  waId: string;
  /** Business-scoped user id. */
  userId: string;
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  username?: string;
  /** True for somebody who took a username: webhooks then carry no number at all. */
  hidesNumber: boolean;
  /** Last message of the learner to the tutor, ms since 1970; opens the 24-hour window. */
  lastInboundAt?: number;
  /** The tutor's typing indicator shows until then, ms since 1970. */
  typingUntil?: number;
  pair: PairBudget;
  entries: Entry[];
};

/** What a new phone is made from; without a number it gets a plausible one of its country. */
export type PhoneRequest = { name: string; country: string; number?: string; username?: string; hidesNumber?: boolean };

export type Phones = {
  all(): Phone[];
  byNumber(waId: string): Phone | undefined;
  byUserId(userId: string): Phone | undefined;
  /** Returns the phone that already has the number, if any. Throws RangeError on an unknown country or a bad number. */
  add(request: PhoneRequest): Phone;
  restore(phone: Phone): void;
  clear(): void;
};

/** Digits of a number as a learner or an API client may write it. */
export function digitsOf(number: string): string {
  return number.replace(/\D/g, '');
}

/** The same number gets the same id in every run, so a restarted simulator shows the same person. */
function userIdOf(country: string, waId: string): string {
  const hash = BigInt(`0x${createHash('sha256').update(waId).digest('hex')}`);
  return `${country}.${(hash % 10n ** 20n).toString().padStart(20, '1')}`;
}

/** An empty set of phones. */
export function createPhones(random: () => number): Phones {
  const byNumber = new Map<string, Phone>();
  const byUserId = new Map<string, Phone>();
  const keep = (phone: Phone): void => {
    byNumber.set(phone.waId, phone);
    byUserId.set(phone.userId, phone);
  };
  const freshNumber = (code: string): string => {
    const country = countryOf(code)!;
    for (let attempt = 0; attempt < 1000; attempt += 1) {
      const number = plausibleNumber(country, random);
      if (!byNumber.has(number)) return number;
    }
    throw new RangeError(`no free number left in ${code}`);
  };
  return {
    all: () => [...byNumber.values()],
    byNumber: (waId) => byNumber.get(waId),
    byUserId: (userId) => byUserId.get(userId),
    add: (request) => {
      const country = countryOf(request.country);
      if (country === undefined) throw new RangeError(`the simulator knows no country ${request.country}`);
      const waId = request.number === undefined ? freshNumber(country.code) : digitsOf(request.number);
      if (waId.length < 7 || waId.length > 15) throw new RangeError('a number has 7 to 15 digits');
      const known = byNumber.get(waId);
      if (known !== undefined) return known;
      if (byNumber.size >= MAX_PHONES) throw new RangeError(`the simulator holds at most ${MAX_PHONES} phones`);
      const phone: Phone = {
        waId,
        userId: userIdOf(country.code, waId),
        name: request.name,
        country: country.code,
        ...(request.username === undefined ? {} : { username: request.username }),
        hidesNumber: request.hidesNumber ?? false,
        pair: { dueAt: 0 },
        entries: [],
      };
      keep(phone);
      return phone;
    },
    restore: keep,
    clear: () => {
      byNumber.clear();
      byUserId.clear();
    },
  };
}

/** Appends a line; the oldest goes when there are too many. */
export function addEntry(phone: Phone, entry: Entry): void {
  phone.entries.push(entry);
  if (phone.entries.length > MAX_ENTRIES) phone.entries.shift();
}

/** A line by its message id, the newest first because that is what is usually asked for. */
export function findEntry(phone: Phone, id: string): Entry | undefined {
  return phone.entries.findLast((entry) => entry.id === id);
}

/** What others may see of a phone: everything but its conversation and its send budget. */
export function summaryOf(phone: Phone): Omit<Phone, 'entries' | 'pair'> {
  const { entries: _entries, pair: _pair, ...summary } = phone;
  return summary;
}
