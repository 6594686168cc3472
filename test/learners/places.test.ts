// A place that somebody types gives its zone, or the zones it may be in; never a guess.
import { describe, expect, it } from 'vitest';
import { CITIES } from '../../src/learners/cities.ts';
import { readPlace } from '../../src/learners/places.ts';
import { isZone } from '../../src/learners/zones.ts';

describe('a place', () => {
  it.each<[string, string | null, string]>([
    ['Madrid', 'ES', 'Europe/Madrid'], ['medellín', 'CO', 'America/Bogota'], ['MEDELLIN', null, 'America/Bogota'], ['vivo en Lyon', 'FR', 'Europe/Paris'], ['I’m in London', 'GB', 'Europe/London'], ['j’habite à Genève', 'CH', 'Europe/Zurich'],
    ['moro em Curitiba', 'BR', 'America/Sao_Paulo'], ['me mudé a Berlín', 'ES', 'Europe/Berlin'], ['la hora de Bogotá', 'ES', 'America/Bogota'], ['Europe/Madrid', 'ES', 'Europe/Madrid'], ['america/new york', null, 'America/New_York'], ['Francia', 'ES', 'Europe/Paris'], ['Colombia', null, 'America/Bogota'], ['Londres', 'ES', 'Europe/London'],
    ['vivo en California', 'US', 'America/Los_Angeles'], ['Hawái', 'US', 'Pacific/Honolulu'], ['Nueva Jersey', 'CO', 'America/New_York'], ['Inglaterra', 'ES', 'Europe/London'], ['UK', null, 'Europe/London'],
  ])('%j from %s is %s', (text, country, zone) => {
    expect(readPlace(text, country)).toEqual({ zone });
  });

  it('of a name that several have is the one in the learner’s country', () => {
    expect(readPlace('Valencia', 'ES')).toEqual({ zone: 'Europe/Madrid' });
    expect(readPlace('Valencia', 'VE')).toEqual({ zone: 'America/Caracas' });
    expect(readPlace('Valencia, Venezuela', 'ES')).toEqual({ zone: 'America/Caracas' });
    expect(readPlace('Córdoba', 'AR')).toEqual({ zone: 'America/Argentina/Cordoba' });
    expect(readPlace('Valencia', 'US')).toEqual({ near: ['Europe/Madrid', 'America/Caracas'] });
  });

  it.each<[string, string[]]>([['Texas', ['America/Chicago', 'America/Denver']], ['Florida', ['America/New_York', 'America/Chicago']], ['estoy en EE.UU.', ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles']]])('%j has several clocks, and all are offered', (text, near) => {
    expect(readPlace(text, 'US')).toEqual({ near });
  });

  it.each<[string, string]>([['Madird', 'Europe/Madrid'], ['Bogotta', 'America/Bogota'], ['Pariss', 'Europe/Paris'], ['Barcelna', 'Europe/Madrid'], ['Rio de Janero', 'America/Sao_Paulo'], ['España', 'Europe/Madrid'], ['Estados Unidos', 'America/New_York']])('%j is not taken, but %s is offered', (text, zone) => {
    const read = readPlace(text, 'ES');
    expect('near' in read && read.near).toContain(zone);
    expect('near' in read && read.near.length).toBeLessThanOrEqual(8);
  });

  it.each(['Narnia', 'Mars/Olympus', 'UTC', '9pm', 'zzz', '', '👍', 'what’s the weather', 'x'.repeat(4_096), 'constructor'])('%j is none', (text) => {
    expect(readPlace(text, 'ES')).toEqual({ near: [] });
  });

  it('is listed only under zones that exist', () => {
    expect(Object.keys(CITIES).filter((zone) => !isZone(zone))).toEqual([]);
  });
});
