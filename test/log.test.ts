// The log: phone numbers, names and what anybody wrote never appear, wherever they were put.
import { expect, test } from 'vitest';
import { openLog, redactText } from '../src/log.ts';

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = [];
  write(openLog('trace', { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}
const phone = '34600111222';
const secrets = [phone, 'Ñíguez', 'secret sentence', 'García'];
const none = (text: string) => {
  for (const secret of secrets) expect(text).not.toContain(secret);
};

test('a line is JSON with its message and without the machine\'s name', () => {
  expect(JSON.parse(logged((log) => log.info({ reason: 'group', count: 2 }, 'webhook items skipped')))).toMatchObject({ level: 30, reason: 'group', count: 2, msg: 'webhook items skipped' });
  expect(logged((log) => log.info('x'))).not.toContain('hostname');
});

test('fields that hold a person or their words are blotted out, three levels deep', () => {
  for (const key of ['phone', 'from', 'to', 'wa_id', 'text', 'body', 'content', 'caption', 'title', 'answer', 'bsuid', 'url', 'authorization']) {
    const value = `secret sentence of ${phone}`;
    none(logged((log) => {
      log.info({ [key]: value }, 'x');
      log.info({ message: { [key]: value } }, 'x');
      log.info({ webhook: { message: { [key]: value } } }, 'x');
    }));
  }
});

test.each([`+${phone}`, phone, `to ${phone}.`, `(${phone})`, `wa_id=${phone}`, `"${phone}"`, `tel:+${phone}`, `${phone},${phone}`])('a number in a sentence is blotted out: %s', (text) => {
  expect(redactText(text)).not.toContain(phone);
  none(logged((log) => log.warn(text)));
});

test('a number with spaces or hyphens is blotted out too', () => {
  for (const written of ['+34 600 111 222', '+34-600-111-222', '+34 (600) 111222']) expect(redactText(`call ${written} now`), written).not.toMatch(/600.*111/);
});

test('learners\' ids, times and short numbers stay, so that the log is of use', () => {
  for (const text of ['5f0e0000-0000-4000-8000-000000000000', 'port 5432', 'HTTP 503', 'code 131047', '2026-11-22T10:00:00Z', 'charla_1234567']) expect(redactText(text)).toBe(text);
});

test('an error keeps its kind, code and place, and loses what PostgreSQL quotes', () => {
  const error = Object.assign(new TypeError(`duplicate key value: Key (value)=(+${phone}) already exists.\nKey (display_name)=(Ana (Ñíguez) García) already exists.\nKey (value, kind)=(García) x, Ñíguez) is not present in table "users".`), { code: '23505', detail: `Key (value)=(+${phone})` });
  const line = logged((log) => log.error({ error }, 'commit'));
  none(line);
  expect(line).toContain('TypeError');
  expect(line).toContain('23505');
  expect(line).toContain('log.test.ts');
});

test('a cause, a list of errors and a thrown word tell nothing either', () => {
  none(logged((log) => {
    log.error({ error: new Error('outer', { cause: new Error(`Key (value)=(+${phone})`) }) }, 'x');
    log.error({ error: `refused +${phone}` }, 'x');
    log.error({ error: new AggregateError([new Error(`+${phone}`)], `all of +${phone} failed`) }, 'x');
  }));
});

test('nothing is written below the level', () => {
  const lines: string[] = [];
  const log = openLog('warn', { write: (line: string) => void lines.push(line) });
  log.info('quiet');
  log.warn('loud');
  expect(lines).toHaveLength(1);
});
