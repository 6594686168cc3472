// What Charla says around the placement test, in French.
import type { Facts, SameKeys } from './copy.ts';
import { languagesFr } from './onboarding.copy.fr.ts';
import type { placementEs } from './placement.copy.es.ts';
import { howPlaced, instruction, itemButtons, itemPlace, itemRows, resultButtons } from './placement.phrases.ts';
import type { Level } from './vocabulary.ts';

const meanings: Readonly<Record<Level, string>> = {
  A1: 'Tu fais tes premiers pas : te présenter, demander l’essentiel.',
  A2: 'Tu te débrouilles au quotidien : achats, habitudes, projets simples.',
  B1: 'Tu t’en sors en voyage ou au travail et tu sais raconter ce qui se passe.',
  B2: 'Tu discutes avec aisance et défends ton avis.',
  C1: 'Tu t’exprimes avec fluidité et nuance.',
  C2: 'Tu comprends et dis presque tout.',
};
const levelOf = ({ context }: Facts): Level => context.profile.level ?? 'A1';

const onward = {
  skip: { title: 'Je ne sais pas', also: ['je sais pas', 'aucune idée', 'je ne sais plus'] },
  end: { title: 'En rester là', also: ['je m’arrête là', 'ça suffit', 'je ne continue pas'] },
  beginner: { title: 'Je pars de zéro', also: ['je débute'] },
};

export const placementFr: SameKeys<typeof placementEs> = {
  'placement.offer': {
    ask: 'On évalue ton niveau ? Quinze questions au plus, cinq minutes environ, et ta première leçon sera à ta mesure.',
    buttons: { test: { title: 'Évaluer mon niveau', also: ['évaluer', 'oui', 'ok', 'allez', 'd’accord', 'allons-y'] }, lesson: { title: 'Commencer déjà', also: ['commencer tout de suite', 'la leçon', 'leçon'] }, later: { title: 'Plus tard', also: ['non', 'pas maintenant', 'après'] } },
  },
  // Said before the questions are drawn, so that one that was open is one that is lost.
  'placement.begin': (facts) => (itemPlace(facts) !== null ? 'Cette question n’existe plus ; en voici une autre.' : {
    funny: 'C’est parti : jusqu’à 15 questions, cinq minutes environ. Ici je ne corrige pas, j’écoute. Si tu sèches, touche ou écris *Je ne sais pas* et on passe à autre chose.',
    strict: 'Jusqu’à 15 questions, cinq minutes environ. Pendant le test, je ne corrige pas. Si tu ne sais pas, touche ou écris *Je ne sais pas*.',
  }),
  'placement.nothing': 'Je n’ai pas encore assez de questions pour évaluer ton niveau.',
  'placement.failed': 'Je mets trop de temps à préparer le test et je ne veux pas te faire attendre. Rien n’est perdu : réessaie dans un instant.',
  'placement.item': {
    ask: (facts) => (facts.item === null ? 'Cette question n’existe plus. Écris-moi n’importe quoi et on continue avec une autre.' : `Question ${itemPlace(facts) ?? 1}. ${instruction(facts, { choose: 'Choisis', fill: 'Complète', correct: 'Il y a une erreur ; écris la phrase juste', translate: `Dis-le en ${languagesFr[facts.context.profile.targetLanguage ?? 'en']}` })} : ${facts.item.stem}`),
    buttons: (facts) => itemButtons(facts, onward),
    list: { open: 'Voir les options', rows: (facts) => itemRows(facts, onward) },
  },
  'placement.result': {
    ask: (facts) => {
      const level = levelOf(facts);
      const means = meanings[level];
      switch (howPlaced(facts)) {
        case 'said': return `Parfait : niveau *${level}*, depuis le début et sans se presser. On commence ?`;
        case 'corrected': return `C’est changé : *${level}*. ${means} On commence là ?`;
        case 'ceiling': return `Ton niveau : *${level}* au moins. ${means} C’est le plus haut que je sache évaluer et enseigner pour l’instant. On commence là ?`;
        default: return `Ton niveau : *${level}*. ${means} On commence là ? Si ça ne te ressemble pas, change-le d’un geste.`;
      }
    },
    buttons: (facts) => resultButtons(facts, {
      lesson: { title: 'Commencer', also: ['oui', 'ok', 'allez', 'd’accord', 'allons-y'] },
      lower: { title: 'Plus facile', also: ['facile', 'plus bas', 'un niveau de moins'] },
      higher: { title: 'Plus difficile', also: ['difficile', 'plus haut', 'un niveau de plus'] },
    }),
  },
  'placement.tooFew': (facts) => {
    const level = levelOf(facts);
    return `Avec si peu de réponses, annoncer un niveau serait deviner. Je te laisse en ${level} ; dans *Réglages*, tu peux l’évaluer ou le changer.`;
  },
  'placement.level': {
    ask: 'Je mets quel niveau ?',
    list: {
      open: 'Choisir le niveau',
      rows: {
        test: { title: 'Évaluer mon niveau', description: 'Jusqu’à 15 questions, cinq minutes environ', also: ['évaluer', 'le test', 'test'] },
        A1: { title: 'A1 : je pars de zéro', also: ['a1', 'zéro', 'je pars de zéro'] },
        A2: { title: 'A2 : je connais un peu', also: ['a2', 'un peu', 'je connais un peu'] },
        B1: { title: 'B1 : je me débrouille', also: ['b1', 'je me débrouille'] },
        back: { title: 'Retour au menu', also: ['retour', 'rien'] },
      },
    },
  },
};
