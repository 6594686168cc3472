// How well a topic is mastered: what is likely still remembered of it, times how much of it was seen.
import { retrievability, type ReviewCard } from './review.ts';

/**
 * Mean retrievability of the cards times the share of the topic's exercises that have one; 0 to 1. Pure: the same
 * function gives what is read now and what is written at night.
 * @param exercises how many exercises the topic has in the learner's pair of languages
 * @param at ISO 8601
 */
export function mastery(cards: readonly Pick<ReviewCard, 'stability' | 'reviewedAt'>[], exercises: number, at: string): number {
  if (cards.length === 0 || exercises <= 0) return 0;
  const mean = cards.reduce((sum, card) => sum + retrievability(card, at), 0) / cards.length;
  return mean * Math.min(1, cards.length / exercises);
}
