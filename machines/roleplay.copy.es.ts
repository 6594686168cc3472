// What Charla says around a role-play, in Spanish; inside it the partner speaks.
import type { Entry, Facts } from './copy.ts';
import { listed } from './phrases.ts';
import { hintWithin, lostScene, offeredScenes, partnerLine, sceneButtons, withCorrections } from './scene-phrases.ts';
import { languagesEs } from './onboarding.copy.es.ts';

const language = (facts: Facts): string => languagesEs[facts.context.profile.targetLanguage ?? 'en'];

function help(facts: Facts): string {
  const { scene, context } = facts;
  if ((context.scene?.misses ?? 0) >= 3) return `Puedes decir: *${scene?.model ?? ''}*`;
  return (context.scene?.misses ?? 0) === 2 ? `Una pista: ${hintWithin(facts)}` : '';
}

export const roleplayEs = {
  'roleplay.failed': 'No consigo preparar la escena y no quiero hacerte esperar. Prueba otra vez en un momento.',
  'roleplay.gone': { lead: (facts) => (lostScene(facts) ? 'Esa escena ya no existe; elige otra.' : '') },
  'roleplay.nothing': {
    ask: (facts) => `Todavía no tengo escenas de ${language(facts)} explicadas en español. ¿Hacemos una lección?`,
    buttons: { lesson: { title: 'Lección', also: ['sí', 'si', 'vale', 'ok', 'dale', 'vamos'] }, later: { title: 'Luego', also: ['no', 'ahora no'] } },
  },
  'roleplay.choose': {
    ask: (facts) => ({ funny: `Yo pongo la escena, tú el papel principal.\n${offeredScenes(facts)}`, strict: `Elige una escena.\n${offeredScenes(facts)}` }),
    buttons: (facts) => sceneButtons(facts, { title: 'Luego', also: ['no', 'ahora no', 'más tarde'] }),
  },
  'roleplay.intro': { lead: ({ scene }) => `*${scene?.title ?? ''}*. ${scene?.place ?? ''} Tu objetivo: ${scene?.goal ?? ''}. *PISTA* te ayuda, *SALTAR* sigue adelante.` },
  'roleplay.line': { ask: (facts) => partnerLine(facts) || 'Esa escena ya no existe. Escríbeme cualquier cosa y elegimos otra.' },
  'roleplay.nudge': { lead: (facts) => {
    switch (facts.context.scene?.last?.reason) {
      case 'other_language': return `En ${language(facts)}, aunque sean dos palabras. ${help(facts)}`.trim();
      case 'long': return `Basta con una frase corta. ${help(facts)}`.trim();
      default: return help(facts) || { funny: 'Ahí me he perdido yo: dilo con otras palabras.', strict: 'No te he seguido. Dilo con otras palabras.' };
    }
  } },
  'roleplay.redirect': { lead: { funny: 'Con eso no te sirvo de nada: aquí solo hacemos la escena. Seguimos:', strict: 'Con eso no puedo ayudarte: aquí practicamos la escena. Seguimos:' } },
  'roleplay.moved': { lead: ({ scene }) => `Podías decir: *${scene?.model ?? ''}* Seguimos:` },
  'roleplay.end': ({ scene, context }) => {
    switch (context.scene?.outcome) {
      case 'turns': return 'Se acabaron los turnos de esta escena.';
      case 'off_topic': return 'Dejamos aquí la escena; vuelve a ella cuando quieras.';
      default: return `*${scene?.partner ?? ''}:* ${scene?.line ?? ''}`;
    }
  },
  'roleplay.recap': (facts) => {
    const { did = [], lacking = null } = facts.scene ?? {};
    const well = did.length === 0 ? '' : `Te han entendido al ${listed(did, 'y')}.`;
    const parts = [
      facts.context.scene?.outcome === 'end' && lacking === null ? 'Objetivo conseguido. 🎯' : '', well,
      lacking === null ? '' : `Te faltó decir: *${lacking}*`,
      did.length === 0 && lacking === null ? 'La próxima vez llegamos más lejos.' : '',
    ].filter((part) => part !== '').join(' ');
    return withCorrections(facts, parts, 'Para pulir:');
  },
  'roleplay.done': {
    ask: { funny: '¿Otra escena, o la dejamos aquí por hoy?', strict: '¿Otra escena?' },
    buttons: { scene: { title: 'Otra escena', also: ['otra', 'sí', 'si', 'más', 'dale', 'vamos', 'ok', 'vale'] }, lesson: 'Lección', later: { title: 'Hasta mañana', also: ['no', 'mañana', 'adiós', 'chao', 'luego', 'gracias'] } },
  },
} satisfies Readonly<Record<string, Entry>>;
