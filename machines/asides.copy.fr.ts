// What Charla says in between, in French: the level, and where the learner is.
import type { SameKeys } from './copy.ts';
import type { asidesEs } from './asides.copy.es.ts';
import { clockH, comma, zoneRows } from './phrases.ts';
import { itemPlace } from './placement.phrases.ts';
import { languagesFr } from './onboarding.copy.fr.ts';

const can = {
  A1: 'tu comprends et utilises des phrases simples du quotidien',
  A2: 'tu te débrouilles au quotidien : te présenter, faire des achats, demander quelque chose',
  B1: 'tu te débrouilles en voyage et tu racontes tes projets et tes expériences',
  B2: 'tu parles avec aisance et tu suis des textes complexes',
  C1: 'tu t’exprimes avec facilité et précision sur presque tout',
  C2: 'tu comprends et dis pratiquement tout, nuances comprises',
} as const;

export const asidesFr: SameKeys<typeof asidesEs> = {
  level: {
    ask: ({ context: { profile } }) => `Ton niveau en ${languagesFr[profile.targetLanguage ?? 'en']} : *${profile.level ?? 'A1'}*. ${can[profile.level ?? 'A1'].replace(/^t/u, 'T')}. On le garde ?`,
    buttons: (facts) => ({
      continue: { title: 'On le garde', also: ['oui', 'ok', 'continuer', 'd’accord', 'c’est bien'] },
      test: { title: itemPlace(facts) === null ? 'Évaluer mon niveau' : 'Reprendre le test', also: ['évaluer', 'le test', 'test', 'faire le test', 'passer le test'] },
      change: { title: 'Changer de niveau', also: ['changer', 'non'] },
    }),
  },
  'level.later': { lead: 'Ton niveau, on y vient tout de suite. On continue :' },
  'minor.noted': 'Merci de me l’avoir dit : à partir de maintenant, je corrige avec humour et sans charme.',
  place: {
    ask: (facts) => `Tu es dans quelle ville ? Pour l’instant je prends l’heure de ${facts.city} (${clockH(facts.here)}).`,
    buttons: { same: { title: 'C’est la bonne', also: ['c’est bien', 'oui', 'ok', 'd’accord', 'la même'] } },
  },
  'place.near': {
    ask: { funny: 'Cette ville est tombée de ma carte. Est-ce la même heure que chez toi dans l’une de celles-ci ?', strict: 'Je ne connais pas cette ville. Est-ce la même heure que chez toi dans l’une de celles-ci ?' },
    list: { open: 'Choisir l’heure', rows: (facts) => zoneRows(facts, 'Aucune de celles-là') },
  },
  'place.noted': (facts) => `C’est noté${comma(facts)} : heure de ${facts.city}.`,
};
