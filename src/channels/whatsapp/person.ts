// Who a WhatsApp item is about: a phone number, a business-scoped user id, or both.
import { cleanLine } from './clean-text.ts';
import { isRecord } from './record.ts';

/** `phone` is E.164 with its plus sign; `bsuid` is Meta's business-scoped user id. People with a username may come without a phone number. */
export type Person = { phone: string | null; bsuid: string | null };
export type NamedPerson = Person & { name: string | null };

const E164_DIGITS = /^\+?[1-9]\d{4,14}$/;
// Two-letter country, a dot, `ENT.` for the parent id of managed portfolios, up to 128 letters and digits.
const BSUID = /^[A-Z]{2}\.(?:ENT\.)?[0-9A-Za-z]{1,128}$/;

/** Reads a `wa_id` or phone field (digits, plus sign optional) as E.164; null for anything else. E.164 allows at most 15 digits. */
export function readPhone(raw: unknown): string | null {
  const text = typeof raw === 'number' ? String(raw) : raw;
  if (typeof text !== 'string' || !E164_DIGITS.test(text)) return null;
  return text.startsWith('+') ? text : `+${text}`;
}

/** Reads a business-scoped user id; null for anything else. */
export function readBsuid(raw: unknown): string | null {
  return typeof raw === 'string' && BSUID.test(raw) ? raw : null;
}

/** Whether something identifies this person at all. */
export function isKnown(person: Person): boolean {
  return person.phone !== null || person.bsuid !== null;
}

/** The `contacts[]` of one change, found by either id. `only` is set when there is exactly one. */
export type Contacts = { byBsuid: Map<string, NamedPerson>; byPhone: Map<string, NamedPerson>; only: NamedPerson | null };

/** Reads `contacts[]` once per change, so that a batch of a thousand messages does not search it a thousand times. */
export function readContacts(raw: readonly unknown[]): Contacts {
  const contacts: Contacts = { byBsuid: new Map(), byPhone: new Map(), only: null };
  for (const item of raw) {
    if (!isRecord(item)) continue;
    const name = isRecord(item.profile) ? cleanLine(item.profile.name) : null;
    const person: NamedPerson = { phone: readPhone(item.wa_id), bsuid: readBsuid(item.user_id), name };
    if (person.bsuid !== null) contacts.byBsuid.set(person.bsuid, person);
    if (person.phone !== null) contacts.byPhone.set(person.phone, person);
    if (raw.length === 1) contacts.only = person;
  }
  return contacts;
}

/**
 * Completes a person from the change's contacts, by user id first, then by phone number.
 * An item that names nobody is given the only contact when `alone` says that it is the only item: Meta then sends one contact, its sender.
 */
export function completePerson(person: Person, contacts: Contacts, alone: boolean): NamedPerson {
  const { phone, bsuid } = person;
  const found = isKnown(person)
    ? ((bsuid === null ? undefined : contacts.byBsuid.get(bsuid)) ?? (phone === null ? undefined : contacts.byPhone.get(phone)))
    : alone ? contacts.only : null;
  if (found == null) return { phone, bsuid, name: null };
  // A contact found by its number under another user id is someone else's: take the name of neither.
  if (bsuid !== null && found.bsuid !== null && bsuid !== found.bsuid) return { phone, bsuid, name: null };
  return { phone: phone ?? found.phone, bsuid: bsuid ?? found.bsuid, name: found.name };
}
