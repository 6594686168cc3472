// What Charla says to somebody who may be in danger, in English: no voice but her plainest, and where help is.
import type { Facts, SameKeys } from './copy.ts';
import type { crisisEs } from './crisis.copy.es.ts';

const help = ({ helpLine, helpDirectory }: Facts): string => (helpLine === null ? `${helpDirectory} lists the help lines in your country` : `call *${helpLine}*`);

export const crisisEn: SameKeys<typeof crisisEs> = {
  'crisis.words': (facts) => {
    const where = help(facts);
    return facts.context.crisis === 'violence'
      ? `What you’re telling me is serious, and it isn’t your fault. I’m a program and can’t help you the way you deserve, but there are people who can: ${where}. If you’re in danger now, call the emergency services.`
      : `I’m sorry you’re going through this, and thank you for telling me. I’m a program and can’t help you the way you deserve, but there are people who can, right now: ${where}. If you’re in danger, call the emergency services.`;
  },
  crisis: {
    ask: 'I’m letting someone on the team know; they will read what you write here. Lessons can wait.',
    buttons: { continue: { title: 'Back to Charla', also: ['continue', 'carry on', 'back'] } },
  },
};
