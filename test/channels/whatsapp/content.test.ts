// Each kind of message body becomes the content it is, and what cannot be understood is said to be so.
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../src/channels/whatsapp/content.ts';

const interactive = (payload: unknown) => readContent({ type: 'interactive', interactive: payload });

describe('text', () => {
  test('is cleaned on the way in', () => {
    expect(readContent({ type: 'text', text: { body: 'a\0b', more: 1 } })).toEqual({ kind: 'text', text: 'ab' });
  });

  test.each([[undefined], [null], ['hola'], [{}], [{ body: 7 }], [[]]])('without text is broken: %j', (text) => {
    expect(readContent({ type: 'text', text })).toBeNull();
  });
});

describe('taps', () => {
  test('of a button, a list row and a template button carry the id that we gave them', () => {
    expect(interactive({ type: 'button_reply', button_reply: { id: 'b1', title: 'Sí' } })).toEqual({ kind: 'tap', id: 'b1', title: 'Sí' });
    expect(interactive({ type: 'list_reply', list_reply: { id: 'r1', title: 'Uno', description: 'x' } })).toEqual({ kind: 'tap', id: 'r1', title: 'Uno' });
    expect(readContent({ type: 'button', button: { payload: 'p', text: 'Start' } })).toEqual({ kind: 'tap', id: 'p', title: 'Start' });
  });

  test('of a template button without payload fall back on its text', () => {
    expect(readContent({ type: 'button', button: { text: 'Start' } })).toEqual({ kind: 'tap', id: 'Start', title: 'Start' });
  });

  test('survive a title that is missing or no text', () => {
    expect(interactive({ type: 'button_reply', button_reply: { id: 'b1' } })).toEqual({ kind: 'tap', id: 'b1', title: '' });
    expect(interactive({ type: 'button_reply', button_reply: { id: 'b1', title: 9 } })).toEqual({ kind: 'tap', id: 'b1', title: '' });
  });
});

describe('a completed form', () => {
  const form = (json: string) => interactive({ type: 'nfm_reply', nfm_reply: { response_json: json, name: 'flow', body: 'Sent' } });

  test('gives its flat answers as text, storable', () => {
    expect(form('{"a":"x\\u0000","b":2,"c":true,"d":{"e":1},"f":null}')).toEqual({ kind: 'form', answers: { a: 'x', b: '2', c: 'true' } });
  });

  test('leaves out the one key that an assignment would take for the prototype', () => {
    const content = form('{"__proto__":"x","constructor":"y"}');
    expect(Object.keys((content as { answers: object }).answers)).toEqual(['constructor']);
  });

  test.each([['not json'], ['[]'], ['7'], ['null'], [`"${'x'.repeat(70_000)}"`]])('that is no JSON object is unsupported', (json) => {
    expect(form(json)).toEqual({ kind: 'unsupported', type: 'nfm_reply' });
  });
});

test('media come with their id and caption', () => {
  for (const media of ['audio', 'image', 'video', 'document', 'sticker'] as const) {
    expect(readContent({ type: media, [media]: { id: '77', caption: 'c\0' } })).toEqual({ kind: 'media', media, mediaId: '77', caption: 'c' });
    expect(readContent({ type: media, [media]: { id: '77' } })).toEqual({ kind: 'media', media, mediaId: '77', caption: null });
  }
});

test('a reaction that was taken back has no emoji', () => {
  expect(readContent({ type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } })).toEqual({ kind: 'reaction', emoji: '👍', to: 'wamid.x' });
  expect(readContent({ type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '' } })).toEqual({ kind: 'reaction', emoji: null, to: 'wamid.x' });
  expect(readContent({ type: 'reaction', reaction: { message_id: 'wamid.x' } })).toEqual({ kind: 'reaction', emoji: null, to: 'wamid.x' });
});

test.each([
  ['audio', undefined, 'audio'],
  ['image', { id: 5 }, 'image'],
  ['button', {}, 'button'],
  ['reaction', {}, 'reaction'],
  ['interactive', undefined, 'interactive'],
  ['interactive', { type: 'call_permission_reply' }, 'call_permission_reply'],
  ['unsupported', { type: 'poll_creation' }, 'poll_creation'],
  ['unsupported', undefined, 'unknown'],
  ['hologram', {}, 'hologram'],
  ['constructor', {}, 'constructor'],
  ['__proto__', {}, '__proto__'],
  [undefined, {}, 'unknown'],
  [7, {}, 'unknown'],
])('type %j with payload %j is something the learner sent that cannot be read', (type, payload, named) => {
  expect(readContent({ type, [String(type)]: payload })).toEqual({ kind: 'unsupported', type: named });
});
