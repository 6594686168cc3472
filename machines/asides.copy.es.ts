// What Charla says in between, in Spanish: the level, and where the learner is.
import type { Entry } from './copy.ts';
import { clock, comma, zoneRows } from './phrases.ts';
import { itemPlace } from './placement.phrases.ts';
import { languagesEs } from './onboarding.copy.es.ts';

const can = {
  A1: 'entiendes y usas frases sencillas del día a día',
  A2: 'te manejas en lo cotidiano, como presentarte, comprar o pedir algo',
  B1: 'te defiendes en un viaje y cuentas planes y experiencias',
  B2: 'conversas con fluidez y sigues textos complejos',
  C1: 'te expresas con soltura y precisión sobre casi todo',
  C2: 'entiendes y dices prácticamente todo, con sus matices',
} as const;

export const asidesEs = {
  level: {
    ask: ({ context: { profile } }) => `Estás en *${profile.level ?? 'A1'}* de ${languagesEs[profile.targetLanguage ?? 'en']}: ${can[profile.level ?? 'A1']}. ¿Lo dejamos así?`,
    buttons: (facts) => ({
      continue: { title: 'Así está bien', also: ['sí', 'si', 'seguir', 'vale', 'ok'] },
      test: { title: itemPlace(facts) === null ? 'Medir mi nivel' : 'Seguir la prueba', also: ['medir', 'medirme', 'la prueba', 'prueba', 'el test', 'test', 'seguir la prueba'] },
      change: { title: 'Cambiar nivel', also: ['cambiar', 'cámbialo', 'no'] },
    }),
  },
  'level.later': { lead: 'Tu nivel lo vemos enseguida. Seguimos:' },
  'minor.noted': 'Gracias por decírmelo: desde ahora corrijo con humor y sin coqueteo.',
  place: {
    ask: (facts) => `¿En qué ciudad estás? Ahora voy con la hora de ${facts.city} (${clock(facts.here)}).`,
    buttons: { same: { title: 'Así está bien', also: ['sí', 'si', 'vale', 'ok', 'dejarla', 'la misma'] } },
  },
  'place.near': {
    ask: { funny: 'Esa ciudad se me escapa del mapa. ¿Vas con la hora de alguna de estas?', strict: 'No conozco esa ciudad. ¿Es la hora de alguna de estas?' },
    list: { open: 'Elegir hora', rows: (facts) => zoneRows(facts, 'Ninguna de estas') },
  },
  'place.noted': (facts) => `Anotado${comma(facts)}: hora de ${facts.city}.`,
} satisfies Readonly<Record<string, Entry>>;
