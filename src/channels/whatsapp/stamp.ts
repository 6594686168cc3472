// The fields that messages and statuses share: Meta's id and the time, as zod schemas.
import { z } from 'zod';

/** A `wamid`: opaque printable ASCII. Bounded because it becomes a database key. */
export const ProviderId = z.string().regex(/^[\x21-\x7e]{1,256}$/);

/** Unix seconds, as a string in messages and as a number in some other fields, read as milliseconds. Bounded to 2001–2286, where seconds have ten digits. */
export const Timestamp = z.union([z.string().regex(/^[1-9]\d{9}$/), z.int().min(1_000_000_000).max(9_999_999_999)]).transform((seconds) => Number(seconds) * 1000);
