// What several flows answer alike: input that is of no use, “later”, the way back, and what comes when a flow is over.
import type { ActionRef, Flow, GuardRef, TransitionTo, UnclearReason } from './vocabulary.ts';

const say = (key: string): ActionRef => ({ type: 'say', params: { key } });

/**
 * Says why the input is of no use, and asks the question of `target` again.
 * @param reason why; without one, the reason of the `unclear` event itself
 */
export const askAgain = (target: string, reason?: UnclearReason, guard?: GuardRef): TransitionTo => ({
  ...(guard !== undefined && { guard }),
  target,
  reenter: true,
  actions: [reason === undefined ? 'noteUnclear' : { type: 'noteUnclear', params: { reason } }, say('unclear')],
});

/** For the `on` of a whole flow: what its open state has no use for brings that state's question again. */
export function asksAgain(flow: 'onboarding' | 'placement' | 'lesson' | 'roleplay'): NonNullable<Flow['on']> {
  const open = `#conversation.${flow}.resume`;
  return {
    unclear: askAgain(open),
    chose: askAgain(open, 'old-button'),
    said: askAgain(open, 'not-an-option'),
    thanked: askAgain(open, 'thanks'),
  };
}

/** For a state that offers a flow: words that are no answer bring the offer again, without a comment. */
export const offersAgain = (offer: string): NonNullable<Flow['on']> => ({
  unclear: [{ guard: { type: 'unclearIs', params: { reasons: ['not-an-option'] } }, target: offer, reenter: true }, askAgain(offer)],
});

/** The button “later”. */
export const later: TransitionTo = { guard: { type: 'optionIs', params: { option: 'later' } }, target: '#conversation.idle', actions: say('bye') };

/** The button that leads back from an aside to where the learner was. */
export const goOn: TransitionTo = { guard: { type: 'optionIs', params: { option: 'continue' } }, target: '#conversation.back', actions: say('back') };

/** For the last state of a flow: nothing is open any more, so whatever is no answer leads to the menu and thanks end the chat. */
export const isOver: NonNullable<Flow['on']> = {
  unclear: [
    { guard: { type: 'unclearIs', params: { reasons: ['not-an-option', 'greeting'] } }, target: '#conversation.menu' },
    { target: '#conversation.menu', actions: ['noteUnclear', say('unclear')] },
  ],
  thanked: { target: '#conversation.idle', actions: say('bye') },
};
