// What Charla says to somebody who may be in danger, in French: no voice but her plainest, and where help is.
import type { Facts, SameKeys } from './copy.ts';
import type { crisisEs } from './crisis.copy.es.ts';

const help = ({ helpLine, helpDirectory }: Facts): string => (helpLine === null ? `sur ${helpDirectory}, il y a la ligne d’écoute de ton pays` : `appelle le *${helpLine}*`);

export const crisisFr: SameKeys<typeof crisisEs> = {
  'crisis.words': (facts) => {
    const where = help(facts);
    return facts.context.crisis === 'violence'
      ? `Ce que tu racontes est grave, et ce n’est pas ta faute. Je suis un programme et je ne peux pas t’aider comme tu le mérites, mais des personnes le peuvent : ${where}. En cas de danger immédiat, appelle les secours.`
      : `Ce que tu traverses a l’air très dur, et merci de me l’avoir dit. Je suis un programme et je ne peux pas t’aider comme tu le mérites, mais des personnes le peuvent, tout de suite : ${where}. En cas de danger, appelle les secours.`;
  },
  crisis: {
    ask: 'Je préviens quelqu’un de l’équipe, qui lira ce que tu écris ici. Les leçons peuvent attendre.',
    buttons: { continue: { title: 'Revenir à Charla', also: ['continuer', 'revenir', 'reprendre'] } },
  },
};
