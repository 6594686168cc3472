// Where somebody in danger reaches people at once: one help line per country and need, and the directory for everywhere else.
import type { Context } from '../../machines/vocabulary.ts';

/** What somebody needs help with. */
export type Danger = NonNullable<Context['crisis']>;

/**
 * Free or local-rate numbers by ISO 3166 alpha-2, as they are dialled there. Only numbers that we found stated in public;
 * look at each again at least once a year. Last looked at: 2026-11-22. Sources, in order of the rows:
 *
 * - ES 024: Ministry of Health, surinenglish.com 2022-05-10; 016: journaldemontreal.com 2023-05-13
 * - MX 800 911 2000 (mental health, also violence): eluniversal.com.mx 2025-12-24
 * - AR 135: elonce.com 2026-02-26; 144: elespejoweb.com 2025-09-19
 * - CL 1455: diariolongino.cl, biobiochile.cl 2019-01-12
 * - CO 155: seguimiento.co, campaign “Cruza la línea”
 * - PE 100: panamericana.pe 2026-02-07
 * - BR 188: cvv.org.br; 180: estadao.com.br 2018-07
 * - PT 1411: dn.pt 2025-09-10
 * - FR 3114: 3114.fr; 3919: milizac-guipronvel.bzh
 * - BE 0800 32 123: preventionsuicide.be; 0800 30 030: cpvcf.org
 * - GB 116 123: samaritans.org; 0808 2000 247: centre56.org.uk
 * - IE 116 123: newstalk.com, belfasttelegraph.co.uk 2019-04-01; 1800 341 900: irishtimes.com
 * - US 988 and CA 988: maplenow.ca, connectfm.ca 2023-11-30
 * - AU 13 11 14: lifeline.org.au
 * - AT 142: telefonseelsorge.at; 0800 222 555: frauenhelpline.at
 */
export const HELP_LINES: Readonly<Record<string, Readonly<Partial<Record<Danger, string>>>>> = {
  ES: { 'self-harm': '024', violence: '016' },
  MX: { 'self-harm': '800 911 2000', violence: '800 911 2000' },
  AR: { 'self-harm': '135', violence: '144' },
  CL: { violence: '1455' },
  CO: { violence: '155' },
  PE: { violence: '100' },
  BR: { 'self-harm': '188', violence: '180' },
  PT: { 'self-harm': '1411' },
  FR: { 'self-harm': '3114', violence: '3919' },
  BE: { 'self-harm': '0800 32 123', violence: '0800 30 030' },
  GB: { 'self-harm': '116 123', violence: '0808 2000 247' },
  IE: { 'self-harm': '116 123', violence: '1800 341 900' },
  US: { 'self-harm': '988' },
  CA: { 'self-harm': '988' },
  AU: { 'self-harm': '13 11 14' },
  AT: { 'self-harm': '142', violence: '0800 222 555' },
};

/** Lists help lines of most countries, by need. Source: checkpointcanarias.com, which names it for other countries and languages. */
export const directory = 'findahelpline.com';

/** The number to dial in a country for a need, or null when we know none. @param country ISO 3166 alpha-2, or null */
export function helpLine(country: string | null, danger: Danger): string | null {
  return country !== null && Object.hasOwn(HELP_LINES, country) ? HELP_LINES[country]![danger] ?? null : null;
}
