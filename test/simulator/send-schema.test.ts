// Meta's own schema is consulted when it is there, and not missed when it is not.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSchemaCheck } from '../../src/simulator/send-schema.ts';

const SCHEMA = join(import.meta.dirname, '../../../shared/fixtures/whatsapp/send-message.schema.json');
const there = existsSync(SCHEMA);
if (!there) console.log('the shared schema of send requests is not here: its test is skipped');

describe.skipIf(!there)('with the schema', () => {
  test('a good text has nothing against it, an empty body has', async () => {
    const check = (await loadSchemaCheck(SCHEMA))!;
    const text = (body: string) => ({ messaging_product: 'whatsapp', to: '34600111222', type: 'text', text: { body } });
    expect(check(text('hola'))).toBeUndefined();
    expect(check(text(''))).toMatch(/body/);
  });

  test('a sticker with both id and link is refused', async () => {
    const check = (await loadSchemaCheck(SCHEMA))!;
    expect(check({ messaging_product: 'whatsapp', to: '34600111222', type: 'sticker', sticker: { id: '1', link: 'https://example.org' } })).toBeDefined();
  });
});

test('without the file there is no check, and no complaint', async () => {
  expect(await loadSchemaCheck('/nowhere/schema.json')).toBeUndefined();
});
