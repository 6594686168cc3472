// The files behind the media that learners send: small stand-ins, fetched the way Meta's media are.
import { createHash } from 'node:crypto';

export type MediaFile = { id: string; mimeType: string; bytes: Buffer; sha256: string };

export type MediaStore = { add(mimeType: string): MediaFile; find(id: string): MediaFile | undefined; clear(): void };

const MAX_FILES = 500;

// A page of silence or a grey square would need a codec; these are the smallest files with the right first bytes.
const STAND_INS: Readonly<Record<string, Buffer>> = {
  'audio/ogg; codecs=opus': Buffer.from('4f67675300020000000000000000', 'hex'),
  'image/jpeg': Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  'image/webp': Buffer.from('524946460c000000574542505650384c', 'hex'),
};

/** An empty store; ids are digits, as Meta's are. */
export function createMediaStore(): MediaStore {
  const files = new Map<string, MediaFile>();
  let serial = 1_000_000_000_000_000;
  return {
    add: (mimeType) => {
      serial += 1;
      const bytes = STAND_INS[mimeType] ?? Buffer.alloc(1);
      const file = { id: String(serial), mimeType, bytes, sha256: createHash('sha256').update(bytes).digest('base64') };
      files.set(file.id, file);
      const oldest = files.keys().next().value;
      if (files.size > MAX_FILES && oldest !== undefined) files.delete(oldest);
      return file;
    },
    find: (id) => files.get(id),
    clear: () => files.clear(),
  };
}
