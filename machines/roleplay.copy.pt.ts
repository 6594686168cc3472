// What Charla says around a role-play, in Portuguese; inside it the partner speaks.
import type { Facts, SameKeys } from './copy.ts';
import type { roleplayEs } from './roleplay.copy.es.ts';
import { listed } from './phrases.ts';
import { hintWithin, lostScene, offeredScenes, partnerLine, sceneButtons, withCorrections } from './scene-phrases.ts';
import { languagesPt } from './onboarding.copy.pt.ts';

const language = (facts: Facts): string => languagesPt[facts.context.profile.targetLanguage ?? 'en'];

function help(facts: Facts): string {
  const { scene, context } = facts;
  if ((context.scene?.misses ?? 0) >= 3) return `Você pode dizer: *${scene?.model ?? ''}*`;
  return (context.scene?.misses ?? 0) === 2 ? `Uma dica: ${hintWithin(facts)}` : '';
}

export const roleplayPt = {
  'roleplay.failed': 'Não estou conseguindo preparar a cena e não quero fazer você esperar. Tente de novo daqui a pouco.',
  'roleplay.gone': { lead: (facts) => (lostScene(facts) ? 'Essa cena não existe mais; escolha outra.' : '') },
  'roleplay.nothing': {
    ask: (facts) => `Ainda não tenho cenas de ${language(facts)} explicadas em português. Vamos fazer uma lição?`,
    buttons: { lesson: { title: 'Lição', also: ['sim', 'ok', 'vamos', 'bora', 'claro'] }, later: { title: 'Depois', also: ['não', 'agora não'] } },
  },
  'roleplay.choose': {
    ask: (facts) => ({ funny: `Eu monto a cena, você faz o papel principal.\n${offeredScenes(facts)}`, strict: `Escolha uma cena.\n${offeredScenes(facts)}` }),
    buttons: (facts) => sceneButtons(facts, { title: 'Depois', also: ['não', 'agora não', 'mais tarde'] }),
  },
  'roleplay.intro': { lead: ({ scene }) => `*${scene?.title ?? ''}*. ${scene?.place ?? ''} Seu objetivo: ${scene?.goal ?? ''}. *DICA* ajuda, *PULAR* segue em frente.` },
  'roleplay.line': { ask: (facts) => partnerLine(facts) || 'Essa cena não existe mais. Escreva qualquer coisa e escolhemos outra.' },
  'roleplay.nudge': { lead: (facts) => {
    switch (facts.context.scene?.last?.reason) {
      case 'other_language': return `Em ${language(facts)}, nem que sejam duas palavras. ${help(facts)}`.trim();
      case 'long': return `Uma frase curta já basta. ${help(facts)}`.trim();
      default: return help(facts) || { funny: 'Agora quem se perdeu fui eu: diga com outras palavras.', strict: 'Não acompanhei. Diga com outras palavras.' };
    }
  } },
  'roleplay.redirect': { lead: { funny: 'Nisso eu não sirvo para nada: aqui a gente só faz a cena. Continuando:', strict: 'Nisso não posso ajudar: aqui praticamos a cena. Continuando:' } },
  'roleplay.moved': { lead: ({ scene }) => `Você podia dizer: *${scene?.model ?? ''}* Continuando:` },
  'roleplay.end': ({ scene, context }) => {
    switch (context.scene?.outcome) {
      case 'turns': return 'Acabaram os turnos desta cena.';
      case 'off_topic': return 'Paramos a cena por aqui; volte a ela quando quiser.';
      default: return `*${scene?.partner ?? ''}:* ${scene?.line ?? ''}`;
    }
  },
  'roleplay.recap': (facts) => {
    const { did = [], lacking = null } = facts.scene ?? {};
    const well = did.length === 0 ? '' : `Você conseguiu ${listed(did, 'e')}.`;
    const parts = [
      facts.context.scene?.outcome === 'end' && lacking === null ? 'Objetivo alcançado. 🎯' : '', well,
      lacking === null ? '' : `Faltou dizer: *${lacking}*`,
      did.length === 0 && lacking === null ? 'Na próxima a gente vai mais longe.' : '',
    ].filter((part) => part !== '').join(' ');
    return withCorrections(facts, parts, 'Para polir:');
  },
  'roleplay.done': {
    ask: { funny: 'Outra cena, ou ficamos por aqui hoje?', strict: 'Outra cena?' },
    buttons: { scene: { title: 'Outra cena', also: ['outra', 'sim', 'mais', 'bora', 'vamos', 'ok'] }, lesson: 'Lição', later: { title: 'Até amanhã', also: ['não', 'amanhã', 'tchau', 'depois', 'obrigado', 'obrigada'] } },
  },
} satisfies SameKeys<typeof roleplayEs>;
