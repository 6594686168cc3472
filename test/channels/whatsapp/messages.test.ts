// Bubbles become requests that Meta’s schema accepts, within its limits, or a fault before anything is sent.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BubbleFault } from '../../../src/channels/whatsapp/limits.ts';
import { toGraphMessage } from '../../../src/channels/whatsapp/messages.ts';
import type { Bubble } from '../../../src/channels/whatsapp/messages.ts';
import { absent, sendSchema } from './fixtures.ts';

const ana = { phone: '+16505551234', bsuid: 'US.1' };
const body = (bubble: Bubble): any => toGraphMessage(bubble, ana, 'tag-1').body;
const buttons = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `b${i}`, title: `Button ${i}` }));
const rows = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `r${i}`, title: `Row ${i}` }));

describe('the body of a send', () => {
  test('of text', () => {
    expect(body({ text: 'hola', buttons: [] })).toEqual({ messaging_product: 'whatsapp', recipient_type: 'individual', to: '+16505551234', biz_opaque_callback_data: 'tag-1', type: 'text', text: { body: 'hola' } });
  });

  test('of buttons', () => {
    expect(body({ text: 'pick', buttons: [{ id: 'y', title: 'Yes' }] })).toMatchObject({ type: 'interactive', interactive: { type: 'button', body: { text: 'pick' }, action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] } } });
  });

  test('of a list', () => {
    const list = { open: 'Ver', rows: [{ id: 'a', title: 'A', description: 'first' }, { id: 'b', title: 'B', description: ' ' }] };
    expect(body({ text: 'pick', list })).toMatchObject({ interactive: { type: 'list', body: { text: 'pick' }, action: { button: 'Ver', sections: [{ rows: [{ id: 'a', title: 'A', description: 'first' }, { id: 'b', title: 'B' }] }] } } });
  });

  test('of a template, whose parameters become one line each', () => {
    const template = { name: 'daily_lesson', language: 'pt_BR', parameters: ['Ana\n\tMaría', '5'] };
    expect(body({ text: 'for the log', template })).toMatchObject({ type: 'template', template: { name: 'daily_lesson', language: { code: 'pt_BR' }, components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ana María' }, { type: 'text', text: '5' }] }] } });
    expect(body({ text: 'x', template: { ...template, parameters: [] } }).template).not.toHaveProperty('components');
  });
});

describe('the recipient', () => {
  const sentTo = (to: { phone: string | null; bsuid: string | null }, numbers?: 'plus' | 'digits'): any => toGraphMessage({ text: 'x' }, to, null, numbers).body;

  test('is a phone number with its plus sign, however it was written, or digits where asked', () => {
    expect(sentTo({ phone: '16505551234', bsuid: null })).toMatchObject({ to: '+16505551234' });
    expect(sentTo(ana, 'digits')).toMatchObject({ to: '16505551234' });
    expect(sentTo(ana)).not.toHaveProperty('recipient');
  });

  test('without a number is a user id in `recipient`, never in `to`', () => {
    expect(sentTo({ phone: null, bsuid: 'US.1' })).toMatchObject({ recipient: 'US.1' });
    expect(sentTo({ phone: null, bsuid: 'US.1' })).not.toHaveProperty('to');
    expect(sentTo({ phone: 'US.1', bsuid: 'US.1' })).not.toHaveProperty('to');
  });

  test('must be someone', () => {
    for (const to of [{ phone: null, bsuid: null }, { phone: 'US.1', bsuid: null }, { phone: null, bsuid: '16505551234' }]) expect(() => sentTo(to)).toThrow('to: ');
  });

  test('is sent without a tag when there is none', () => {
    expect(sentTo(ana)).not.toHaveProperty('biz_opaque_callback_data');
  });
});

describe('too long', () => {
  const long = 'palabra '.repeat(1000).trim();
  test.each([
    ['text', { text: long }, (b: any) => b.text.body, 4096],
    ['text over buttons', { text: long, buttons: buttons(1) }, (b: any) => b.interactive.body.text, 1024],
    ['text over a list', { text: long, list: { open: 'Ver', rows: rows(1) } }, (b: any) => b.interactive.body.text, 4096],
    ['a button', { text: 'x', buttons: [{ id: 'a', title: long }] }, (b: any) => b.interactive.action.buttons[0].reply.title, 20],
    ['the list’s opener', { text: 'x', list: { open: long, rows: rows(1) } }, (b: any) => b.interactive.action.button, 20],
    ['a row', { text: 'x', list: { open: 'Ver', rows: [{ id: 'a', title: long }] } }, (b: any) => b.interactive.action.sections[0].rows[0].title, 24],
    ['a row’s description', { text: 'x', list: { open: 'Ver', rows: [{ id: 'a', title: 'A', description: long }] } }, (b: any) => b.interactive.action.sections[0].rows[0].description, 72],
  ] as const)('%s is cut at a word and reported', (_what, bubble, part, limit) => {
    const message = toGraphMessage(bubble as Bubble, ana, null);
    expect(message.shortened).toBe(true);
    expect(part(message.body)).toMatch(/palabra…$/);
    expect([...part(message.body)].length).toBeLessThanOrEqual(limit);
  });

  test('is nothing that fits exactly', () => {
    expect(toGraphMessage({ text: 'x'.repeat(1024), buttons: [{ id: 'a', title: 'y'.repeat(20) }] }, ana, null).shortened).toBe(false);
    expect(toGraphMessage({ text: 'x'.repeat(4096) }, ana, 't'.repeat(512)).shortened).toBe(false);
  });
});

describe('a fault names its field', () => {
  const template = { name: 'a', language: 'es', parameters: [] };
  test.each([
    ['text', { text: ' \n' }],
    ['buttons', { text: 'x', buttons: buttons(4) }],
    ['buttons[1].id', { text: 'x', buttons: [{ id: 'a', title: 'A' }, { id: 'a', title: 'B' }] }],
    ['buttons[1].title', { text: 'x', buttons: [{ id: 'a', title: 'A' }, { id: 'b', title: 'A' }] }],
    ['buttons[1].title', { text: 'x', buttons: [{ id: 'a', title: `${'x'.repeat(19)}ab` }, { id: 'b', title: `${'x'.repeat(19)}cd` }] }],
    ['buttons[0].id', { text: 'x', buttons: [{ id: 'a'.repeat(257), title: 'A' }] }],
    ['buttons[0].id', { text: 'x', buttons: [{ id: ' a', title: 'A' }] }],
    ['buttons[0].title', { text: 'x', buttons: [{ id: 'a', title: '' }] }],
    ['list', { text: 'x', buttons: buttons(1), list: { open: 'Ver', rows: rows(1) } }],
    ['list.rows', { text: 'x', list: { open: 'Ver', rows: [] } }],
    ['list.rows', { text: 'x', list: { open: 'Ver', rows: rows(11) } }],
    ['list.rows[1].id', { text: 'x', list: { open: 'Ver', rows: [...rows(1), ...rows(1)] } }],
    ['list.rows[0].id', { text: 'x', list: { open: 'Ver', rows: [{ id: 'a'.repeat(201), title: 'A' }] } }],
    ['list.open', { text: 'x', list: { open: '', rows: rows(1) } }],
    ['template', { text: 'x', template, buttons: buttons(1) }],
    ['template.name', { text: 'x', template: { ...template, name: 'Daily Lesson' } }],
    ['template.language', { text: 'x', template: { ...template, language: 'spanish' } }],
    ['template.parameters[0]', { text: 'x', template: { ...template, parameters: [''] } }],
  ])('%s', (field, bubble) => {
    expect(() => toGraphMessage(bubble, ana, null)).toThrow(expect.objectContaining({ name: 'BubbleFault', field }));
  });

  test('tag', () => {
    expect(() => toGraphMessage({ text: 'x' }, ana, 't'.repeat(513))).toThrow(expect.objectContaining({ field: 'tag' }));
  });
});

const noSchema = absent('send-message.schema.json');
describe.skipIf(noSchema)('Meta’s schema', () => {
  const accepts: Pick<ValidateFunction, 'errors'> & ((data: unknown) => boolean) = noSchema ? Object.assign(() => true, { errors: null }) : new Ajv2020({ strict: false, validateFormats: false }).compile(sendSchema());
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 30 }), fc.lorem({ maxCount: 300, mode: 'words' }));
  const id = fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.string({ minLength: 190, maxLength: 260 }));
  const bubble: fc.Arbitrary<Bubble> = fc.oneof(
    fc.record({ text }),
    fc.record({ text, buttons: fc.array(fc.record({ id, title: text }), { maxLength: 4 }) }),
    fc.record({ text, list: fc.record({ open: text, rows: fc.array(fc.record({ id, title: text, description: text }, { requiredKeys: ['id', 'title'] }), { maxLength: 11 }) }) }) as fc.Arbitrary<Bubble>,
    fc.record({ text, template: fc.record({ name: fc.constantFrom('daily_lesson', 'x'), language: fc.constantFrom('es', 'pt_BR'), parameters: fc.array(text, { maxLength: 3 }) }) }),
  );
  const to = fc.constantFrom(ana, { phone: null, bsuid: 'US.13491208655302741918' }, { phone: '34600000001', bsuid: null });

  test('accepts every body that is made: a bubble becomes a good request or a fault', () => {
    let made = 0;
    fc.assert(fc.property(bubble, to, fc.string({ maxLength: 520 }), (any, person, tag) => {
      let message;
      try {
        message = toGraphMessage(any, person, tag);
      } catch (error) {
        expect(error).toBeInstanceOf(BubbleFault);
        return;
      }
      made++;
      expect({ accepted: accepts(JSON.parse(JSON.stringify(message.body))), errors: accepts.errors }).toEqual({ accepted: true, errors: null });
    }), { numRuns: 2000 });
    expect(made).toBeGreaterThan(500);
  });
});
