// What Charla says around a role-play, in English; inside it the partner speaks.
import type { Facts, SameKeys } from './copy.ts';
import type { roleplayEs } from './roleplay.copy.es.ts';
import { listed } from './phrases.ts';
import { hintWithin, lostScene, offeredScenes, partnerLine, sceneButtons, withCorrections } from './scene-phrases.ts';
import { languagesEn } from './onboarding.copy.en.ts';

const language = (facts: Facts): string => languagesEn[facts.context.profile.targetLanguage ?? 'es'];

function help(facts: Facts): string {
  const { scene, context } = facts;
  if ((context.scene?.misses ?? 0) >= 3) return `You can say: *${scene?.model ?? ''}*`;
  return (context.scene?.misses ?? 0) === 2 ? `A hint: ${hintWithin(facts)}` : '';
}

export const roleplayEn = {
  'roleplay.failed': 'I can’t get the scene ready, and I don’t want to keep you waiting. Try again in a moment.',
  'roleplay.gone': { lead: (facts) => (lostScene(facts) ? 'That scene is gone; pick another one.' : '') },
  'roleplay.nothing': {
    ask: (facts) => `I don’t have any ${language(facts)} scenes explained in English yet. How about a lesson?`,
    buttons: { lesson: { title: 'Lesson', also: ['yes', 'ok', 'sure', 'let’s go'] }, later: { title: 'Later', also: ['no', 'not now'] } },
  },
  'roleplay.choose': {
    ask: (facts) => ({ funny: `I set the scene, you play the lead.\n${offeredScenes(facts)}`, strict: `Pick a scene.\n${offeredScenes(facts)}` }),
    buttons: (facts) => sceneButtons(facts, { title: 'Later', also: ['no', 'not now'] }),
  },
  'roleplay.intro': { lead: ({ scene }) => `*${scene?.title ?? ''}*. ${scene?.place ?? ''} Your goal: ${scene?.goal ?? ''}. *HINT* helps, *SKIP* moves on.` },
  'roleplay.line': { ask: (facts) => partnerLine(facts) || 'That scene is no longer there. Write me anything and we’ll pick another one.' },
  'roleplay.nudge': { lead: (facts) => {
    switch (facts.context.scene?.last?.reason) {
      case 'other_language': return `In ${language(facts)}, even if it’s only two words. ${help(facts)}`.trim();
      case 'long': return `One short sentence will do. ${help(facts)}`.trim();
      default: return help(facts) || { funny: 'You lost me there: try it in other words.', strict: 'I didn’t follow. Say it in other words.' };
    }
  } },
  'roleplay.redirect': { lead: { funny: 'I’m no use with that: in here we only play the scene. On we go:', strict: 'I can’t help with that: here we practise the scene. On we go:' } },
  'roleplay.moved': { lead: ({ scene }) => `You could have said: *${scene?.model ?? ''}* On we go:` },
  'roleplay.end': ({ scene, context }) => {
    switch (context.scene?.outcome) {
      case 'turns': return 'That’s all the turns this scene has.';
      case 'off_topic': return 'Let’s leave the scene here; come back to it whenever you like.';
      default: return `*${scene?.partner ?? ''}:* ${scene?.line ?? ''}`;
    }
  },
  'roleplay.recap': (facts) => {
    const { did = [], lacking = null } = facts.scene ?? {};
    const well = did.length === 0 ? '' : `You made yourself understood ${listed(did, 'and')}.`;
    const parts = [
      facts.context.scene?.outcome === 'end' && lacking === null ? 'Goal reached. 🎯' : '', well,
      lacking === null ? '' : `What was missing: *${lacking}*`,
      did.length === 0 && lacking === null ? 'We’ll get further next time.' : '',
    ].filter((part) => part !== '').join(' ');
    return withCorrections(facts, parts, 'To polish:');
  },
  'roleplay.done': {
    ask: { funny: 'Another scene, or shall we call it a day?', strict: 'Another scene?' },
    buttons: { scene: { title: 'Another scene', also: ['another', 'yes', 'more', 'again', 'ok', 'sure'] }, lesson: 'Lesson', later: { title: 'See you tomorrow', also: ['no', 'tomorrow', 'bye', 'later', 'thanks'] } },
  },
} satisfies SameKeys<typeof roleplayEs>;
