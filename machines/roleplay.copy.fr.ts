// What Charla says around a role-play, in French; inside it the partner speaks.
import type { Facts, SameKeys } from './copy.ts';
import type { roleplayEs } from './roleplay.copy.es.ts';
import { listed } from './phrases.ts';
import { hintWithin, lostScene, offeredScenes, partnerLine, sceneButtons, withCorrections } from './scene-phrases.ts';
import { languagesFr } from './onboarding.copy.fr.ts';

const language = (facts: Facts): string => languagesFr[facts.context.profile.targetLanguage ?? 'en'];

function help(facts: Facts): string {
  const { scene, context } = facts;
  if ((context.scene?.misses ?? 0) >= 3) return `Tu peux dire : *${scene?.model ?? ''}*`;
  return (context.scene?.misses ?? 0) === 2 ? `Un indice : ${hintWithin(facts)}` : '';
}

export const roleplayFr = {
  'roleplay.failed': 'Je n’arrive pas à préparer la scène et je ne veux pas te faire attendre. Réessaie dans un instant.',
  'roleplay.gone': { lead: (facts) => (lostScene(facts) ? 'Cette scène n’existe plus ; choisis-en une autre.' : '') },
  'roleplay.nothing': {
    ask: (facts) => `Je n’ai pas encore de scènes en ${language(facts)} expliquées en français. On fait une leçon ?`,
    buttons: { lesson: { title: 'Leçon', also: ['oui', 'ok', 'd’accord', 'allons-y'] }, later: { title: 'Plus tard', also: ['non', 'pas maintenant'] } },
  },
  'roleplay.choose': {
    ask: (facts) => ({ funny: `Je plante le décor, tu as le premier rôle.\n${offeredScenes(facts)}`, strict: `Choisis une scène.\n${offeredScenes(facts)}` }),
    buttons: (facts) => sceneButtons(facts, { title: 'Plus tard', also: ['non', 'pas maintenant'] }),
  },
  'roleplay.intro': { lead: ({ scene }) => `*${scene?.title ?? ''}*. ${scene?.place ?? ''} Ton objectif : ${scene?.goal ?? ''}. *INDICE* t’aide, *PASSER* fait avancer.` },
  'roleplay.line': { ask: (facts) => partnerLine(facts) || 'Cette scène n’existe plus. Écris-moi n’importe quoi et on en choisit une autre.' },
  'roleplay.nudge': { lead: (facts) => {
    switch (facts.context.scene?.last?.reason) {
      case 'other_language': return `En ${language(facts)}, même en deux mots. ${help(facts)}`.trim();
      case 'long': return `Une phrase courte suffit. ${help(facts)}`.trim();
      default: return help(facts) || { funny: 'Là, c’est moi qui suis perdue : dis-le avec d’autres mots.', strict: 'Je n’ai pas suivi. Dis-le avec d’autres mots.' };
    }
  } },
  'roleplay.redirect': { lead: { funny: 'Pour ça, je ne te sers à rien : ici, on joue seulement la scène. On continue :', strict: 'Je ne peux pas t’aider pour ça : ici, on s’exerce avec la scène. On continue :' } },
  'roleplay.moved': { lead: ({ scene }) => `Tu pouvais dire : *${scene?.model ?? ''}* On continue :` },
  'roleplay.end': ({ scene, context }) => {
    switch (context.scene?.outcome) {
      case 'turns': return 'La scène s’arrête là : toutes les répliques y sont passées.';
      case 'off_topic': return 'On laisse la scène ici ; reviens-y quand tu veux.';
      default: return `*${scene?.partner ?? ''}:* ${scene?.line ?? ''}`;
    }
  },
  'roleplay.recap': (facts) => {
    const { did = [], lacking = null } = facts.scene ?? {};
    const well = did.length === 0 ? '' : `Tu as su ${listed(did, 'et')}.`;
    const parts = [
      facts.context.scene?.outcome === 'end' && lacking === null ? 'Objectif atteint. 🎯' : '', well,
      lacking === null ? '' : `Il manquait : *${lacking}*`,
      did.length === 0 && lacking === null ? 'La prochaine fois, on ira plus loin.' : '',
    ].filter((part) => part !== '').join(' ');
    return withCorrections(facts, parts, 'À peaufiner :');
  },
  'roleplay.done': {
    ask: { funny: 'Une autre scène, ou on s’arrête là pour aujourd’hui ?', strict: 'Une autre scène ?' },
    buttons: { scene: { title: 'Une autre scène', also: ['une autre', 'oui', 'encore', 'ok', 'd’accord'] }, lesson: 'Leçon', later: { title: 'À demain', also: ['non', 'demain', 'salut', 'plus tard', 'merci'] } },
  },
} satisfies SameKeys<typeof roleplayEs>;
