// How long a batch waits for company: a statement for a hundred costs little more than one for twenty, but a learner waits for it.

/** So few come together only by chance. */
const handful = 6;
/** What is added to the wait for each that the last batch held, ms. */
const eachMs = 0.1;

/**
 * By the size of the last batch: none for a handful, then the longer the larger it was, so that who talks on a quiet
 * evening hardly waits and a rush is taken in bulk.
 * @param longestMs what the wait never passes
 */
export const companyMs = (lastSize: number, longestMs: number): number => (lastSize < handful ? 0 : Math.min(longestMs, lastSize * eachMs));
