// Who wrote is put together from message and contacts, and nobody is given somebody else’s name or number.
import { describe, expect, test } from 'vitest';
import { completePerson, readBsuid, readContacts, readPhone } from '../../../src/channels/whatsapp/person.ts';

const ana = { profile: { name: 'Ana' }, wa_id: '16505551234', user_id: 'US.1' };
const ben = { profile: { name: 'Ben' }, wa_id: '16505559999', user_id: 'US.2' };

test.each([['16505551234', '+16505551234'], ['+16505551234', '+16505551234'], [16505551234, '+16505551234']])('%j is a phone number in E.164', (raw, phone) => {
  expect(readPhone(raw)).toBe(phone);
});

test.each([[''], ['US.13491208655302741918'], ['1650-555'], ['0123456789'], ['1234567890123456'], [null], [{}], [1.5], [-16505551234], [Infinity]])('%j is no phone number', (raw) => {
  expect(readPhone(raw)).toBeNull();
});

test.each([['US.13491208655302741918', true], ['US.ENT.11815799212886844830', true], [`BR.${'a'.repeat(128)}`, true], [`BR.${'a'.repeat(129)}`, false], ['us.1', false], ['US.', false], ['US.1 ', false], ['16505551234', false], [7, false]])('%j as a business-scoped user id: %s', (raw, valid) => {
  expect(readBsuid(raw)).toBe(valid ? raw : null);
});

describe('completing a person from the contacts', () => {
  const both = readContacts([ben, null, 'x', ana]);

  test('adds user id and name to a phone number', () => {
    expect(completePerson({ phone: '+16505551234', bsuid: null }, both, false)).toEqual({ phone: '+16505551234', bsuid: 'US.1', name: 'Ana' });
  });

  test('adds phone number and name to a user id', () => {
    expect(completePerson({ phone: null, bsuid: 'US.2' }, both, false)).toEqual({ phone: '+16505559999', bsuid: 'US.2', name: 'Ben' });
  });

  test('gives a stranger nobody else’s name', () => {
    expect(completePerson({ phone: '+4915112345678', bsuid: null }, readContacts([ana]), true)).toEqual({ phone: '+4915112345678', bsuid: null, name: null });
  });

  test('does not mix two people who share a number', () => {
    expect(completePerson({ phone: '+16505551234', bsuid: 'US.9' }, both, false)).toEqual({ phone: '+16505551234', bsuid: 'US.9', name: null });
  });

  test('takes the only contact for the only item that names nobody', () => {
    const nobody = { phone: null, bsuid: null };
    expect(completePerson(nobody, readContacts([ana]), true).bsuid).toBe('US.1');
    expect(completePerson(nobody, readContacts([ana]), false).bsuid).toBeNull();
    expect(completePerson(nobody, both, true).bsuid).toBeNull();
  });
});
