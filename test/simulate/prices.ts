// What WhatsApp takes for one delivered message, by the learner's country: a dated estimate, since Meta's rate card changes by the quarter.

/** What the rates rest on. */
export const asOf = 'estimate, 2026-11: since 2026-10-01 a free reply costs the market’s utility rate; Brazil and Colombia as published, other countries unconfirmed; the first 1,000 a month are not taken off';

/** USD a message, the market's utility rate, as published for 2026. */
const published: Readonly<Record<string, number>> = { BR: 0.0068, CO: 0.0008 };
/** The same from earlier rate cards, to be held against the present one before anybody plans with them. */
const unconfirmed: Readonly<Record<string, number>> = {
  AR: 0.026, CL: 0.02, ES: 0.02, FR: 0.03, GB: 0.022, IN: 0.0014, MX: 0.0085, PE: 0.02, US: 0.0034,
};
/** For countries without a rate of their own here. */
const elsewhere = 0.0077;

/** USD for one message to a learner of this country (ISO 3166-1 alpha-2). */
export const priceOf = (country: string): number => published[country] ?? unconfirmed[country] ?? elsewhere;

/** Whether the rate of this country is published. */
export const isPublished = (country: string): boolean => country in published;
