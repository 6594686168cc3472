// What WhatsApp takes for one delivered message, by the learner's country: a dated estimate, since Meta's rate card changes by the quarter.

/** When these were written down, and what they rest on. */
export const asOf = 'estimate of 2026-11: since 2026-10-01 free replies cost the market’s utility rate; rates of Meta’s card as resellers quote it, Brazil 0.0068, others to be checked';

/** USD a message: the market's utility rate. */
const rates: Readonly<Record<string, number>> = {
  AR: 0.026, AU: 0.0113, BR: 0.0068, CL: 0.02, CO: 0.0008, ES: 0.02, FR: 0.03, GB: 0.022, IN: 0.0014, MA: 0.004, MX: 0.0085, PE: 0.02, PT: 0.0212, US: 0.0034,
};
/** “Other” on the card. */
const elsewhere = 0.0077;

/** USD for one message to a learner of this country (ISO 3166-1 alpha-2). */
export const priceOf = (country: string): number => rates[country] ?? elsewhere;
