// Where the third-party WhatsApp fixtures lie, and what their index says of each; tests that need them skip aloud without them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../../shared/fixtures/whatsapp');

export type Webhook = { file: string; category: string; types: string[]; phone_missing: boolean; has_bsuid: boolean; placeholder_values: boolean; body: any };
export type Vector = { name: string; app_secret: string; raw_body: string; header: Record<string, string>; expect: 'accept' | 'reject' };

const read = (name: string): any => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** True when the file is absent, which is said on the console. */
export function absent(name: string): boolean {
  if (existsSync(join(folder, name))) return false;
  console.warn(`shared/fixtures/whatsapp/${name} is absent: its tests are skipped`);
  return true;
}

export const webhooks = (): Webhook[] => read('index.json').files.map((entry: Omit<Webhook, 'body'>) => ({ ...entry, body: read(entry.file) }));
export const vectors = (): Vector[] => read('signature-kat.json').vectors;
export const sendSchema = (): object => read('send-message.schema.json');
