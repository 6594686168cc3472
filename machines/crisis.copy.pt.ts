// What Charla says to somebody who may be in danger, in Brazilian Portuguese: no voice but her plainest, and where help is.
import type { Facts, SameKeys } from './copy.ts';
import type { crisisEs } from './crisis.copy.es.ts';

const help = ({ helpLine, helpDirectory }: Facts): string => (helpLine === null ? `em ${helpDirectory} está a linha de ajuda do seu país` : `ligue para o *${helpLine}*`);

export const crisisPt: SameKeys<typeof crisisEs> = {
  'crisis.words': (facts) => {
    const where = help(facts);
    return facts.context.crisis === 'violence'
      ? `O que você conta é sério e não é culpa sua. Sou um programa e não consigo ajudar como você merece, mas há pessoas que conseguem: ${where}. Se você está em perigo agora, ligue para a emergência.`
      : `Sinto muito que você esteja passando por isso, e obrigada por contar. Sou um programa e não consigo ajudar como você merece, mas há pessoas que conseguem, agora mesmo: ${where}. Se você está em perigo, ligue para a emergência.`;
  },
  crisis: {
    ask: 'Vou avisar uma pessoa da equipe, que vai ler o que você escrever aqui. A aula pode esperar.',
    buttons: { continue: { title: 'Seguir com a Charla', also: ['seguir', 'continuar', 'voltar'] } },
  },
};
