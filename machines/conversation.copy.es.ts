// What Charla says around the lessons, in Spanish: menu, help, privacy, stop, settings.
import type { Entry, Facts } from './copy.ts';
import { clock, comma, hasOpenLesson, hasOtherTarget, isRepairable, place } from './phrases.ts';
import { itemPlace } from './placement.phrases.ts';
import { hasOpenScene } from './scene-phrases.ts';
import { languagesEs } from './onboarding.copy.es.ts';
import { brokenEs, repairEs } from './streak.copy.es.ts';

const goOn = { title: 'Seguir', also: ['continuar', 'sigue', 'sigamos', 'sí', 'si'] };
const contact = ({ humanContact }: Facts) => (humanContact === '' ? '' : ` También puedes escribir a ${humanContact}.`);

export const conversationEs = {
  unclear: { lead: (facts) => {
    switch (facts.context.unclear) {
      case 'not-an-answer': return 'Eso no parece una respuesta. Contesta al ejercicio, o escribe *PISTA* o *SALTAR*.';
      case 'other-language': return `Aquí va en ${languagesEs[facts.context.profile.targetLanguage ?? 'en']}. No cuenta como fallo: prueba otra vez, o escribe *PISTA*.`;
      case 'too-long': return 'Es mucho para una sola respuesta y no lo he leído entero. Con unas palabras basta:';
      case 'short': return 'Me sabe a poco. Dímelo en una frase entera, aunque sea sencilla:';
      case 'no-words': return 'Ahí no veo ninguna palabra. Contesta con letras.';
      case 'not-text': return 'Por ahora solo leo texto; audios y fotos, todavía no. Escríbelo, por favor.';
      case 'old-button': return 'Ese botón era de antes. Seguimos por aquí:';
      case 'no-time': return 'No entiendo esa hora.';
      case 'no-year': return 'Ahí no encuentro tu año; busco algo como *1990*.';
      case 'no-name': return 'Escríbeme solo el nombre, sin números ni símbolos.';
      case 'odd-name': return 'No sé si eso es un nombre. Si lo es, escríbelo otra vez; también vale un apodo.';
      case 'any-name': return 'Es solo para saber cómo llamarte: vale cualquier apodo.';
      case 'repeat': return 'Claro, otra vez:';
      case 'no-zone': return 'No encuentro ese sitio. Prueba con una ciudad grande que esté cerca, o con el país.';
      case 'off-topic': return 'Eso queda fuera de lo mío: yo enseño idiomas. Seguimos por aquí:';
      case 'not-a-choice': return 'Eso no lo sé leer como respuesta. Elige una, o escribe *PISTA*, *SALTAR* o *MENÚ*.';
      case 'test-hint': return 'En la prueba no hay pistas. Si no la sabes, escribe *No lo sé*.';
      case 'test-language': return `La respuesta, en ${languagesEs[facts.context.profile.targetLanguage ?? 'en']}. Si no la sabes, escribe *No lo sé*.`;
      case 'test-answer': return 'Eso no parece una respuesta. Si no la sabes, escribe *No lo sé*.';
      case 'greeting': return `¡Hola${comma(facts)}! Seguimos:`;
      case 'thanks': return `¡A ti${comma(facts)}! Seguimos:`;
      case 'goodbye': return `¡Hasta luego${comma(facts)}! Cuando vuelvas, seguimos por aquí:`;
      default: return 'Eso no lo he entendido. Toca una opción o escribe su número.';
    }
  } },
  sorry: 'Algo se me atascó y no pude contestarte. Lo que llevas está guardado. Inténtalo otra vez o escribe *MENÚ*.',
  enough: 'Por hoy hemos hablado muchísimo y hago una pausa. Mañana seguimos donde lo dejaste.',
  menu: {
    ask: (facts) => {
      if (!facts.context.onboarded) return 'Estamos a mitad de las presentaciones. ¿Seguimos?';
      if (isRepairable(facts)) return brokenEs(facts);
      const { at, of } = place(facts);
      if (itemPlace(facts) !== null) return `Hola de nuevo${comma(facts)}. Tienes a medias la prueba de nivel: vas por la pregunta ${itemPlace(facts)}.`;
      if (hasOpenLesson(facts)) return `Hola de nuevo${comma(facts)}. Tienes una lección a medias: vas por la ${at} de ${of}.`;
      if (hasOpenScene(facts)) return `Hola de nuevo${comma(facts)}. Tienes una escena a medias: *${facts.scene?.title ?? ''}*.`;
      return { funny: `Aquí estoy${comma(facts)}. ¿Qué hacemos?`, strict: `¿Qué practicamos${comma(facts)}?`, flirty: `Te escucho${comma(facts)}. ¿Qué hacemos?` };
    },
    buttons: (facts) => {
      if (!facts.context.onboarded) return { continue: goOn, help: 'Ayuda', privacy: 'Privacidad' };
      if (itemPlace(facts) !== null || hasOpenLesson(facts)) return { continue: goOn, lesson: 'Otra lección', ...(isRepairable(facts) ? { repair: repairEs } : { settings: 'Ajustes' }) };
      if (hasOpenScene(facts)) return { continue: goOn, scene: 'Otra escena', lesson: 'Lección' };
      return { lesson: { title: 'Lección', also: ['practicar', 'empezar', 'clase', 'vamos', 'sí', 'si'] }, ...(isRepairable(facts) ? { repair: repairEs } : { scene: { title: 'Conversar', also: ['conversación', 'conversacion', 'hablar', 'charlar', 'escena'] } }), settings: 'Ajustes' };
    },
  },
  back: { lead: { funny: 'Donde lo dejamos:', strict: 'Seguimos:' } },
  bye: (facts) => `Hasta la próxima${comma(facts)}. Escríbeme cualquier cosa y seguimos.`,
  help: {
    ask: 'Soy una tutora con inteligencia artificial. Una lección son unas ocho preguntas: contesta tocando o escribiendo, y déjala a medias si quieres.\nSiempre funcionan *MENÚ* (el inicio), *STOP* (no te escribo más) y *PERSONA* (alguien del equipo).',
    buttons: { continue: goOn, privacy: 'Privacidad', human: 'Hablar con alguien' },
  },
  privacy: {
    ask: 'Soy una tutora con inteligencia artificial. Guardo tu número, tu nombre, tus ajustes y lo que me escribes, para enseñarte y recordar por dónde vas. Puedes verlo o borrarlo cuando quieras: toca el botón y alguien del equipo se ocupa.',
    buttons: { see: 'Ver mis datos', erase: 'Borrar mis datos', continue: goOn },
  },
  human: {
    ask: (facts) => `Aviso a una persona del equipo: te contestará por aquí en cuanto pueda y leerá lo que escribas mientras tanto.${contact(facts)}\nPara seguir conmigo, toca el botón o escribe *MENÚ*.`,
    buttons: { continue: 'Seguir con Charla' },
  },
  'human.released': { lead: 'Soy Charla otra vez. Seguimos:' },
  'stopped.noted': 'Hecho.',
  stopped: {
    ask: 'No te escribo más; solo contesto si me escribes. Lo que llevas aprendido queda guardado. Para volver, toca el botón o escribe *ALTA*.',
    buttons: { start: { title: 'Volver', also: ['alta', 'start', 'empezar', 'seguir'] } },
  },
  'stopped.privacy': (facts) => `Guardo tu número, tu nombre, tus ajustes y lo que me has escrito. Para verlo o borrarlo, escribe *PERSONA*.${contact(facts)}`,
  'stopped.human': (facts) => `Aviso a una persona del equipo: te contestará por aquí.${contact(facts)}`,
  started: { lead: (facts) => ({ funny: `¡Qué bueno leerte${comma(facts)}! Donde lo dejamos:`, strict: `Bien${comma(facts)}. Seguimos:` }) },
  settings: {
    ask: '¿Qué cambiamos?',
    list: {
      open: 'Ver ajustes',
      rows: (facts) => ({
        time: { title: 'Recordatorio', description: facts.context.profile.dailyTime === null ? 'Ahora: ninguno' : facts.context.profile.followsLesson ? 'Ahora: como tu última lección' : `Ahora: ${clock(facts.context.profile.dailyTime)}` },
        level: { title: 'Nivel', description: `Ahora: ${facts.context.profile.level ?? 'sin elegir'}` },
        ...(hasOtherTarget(facts) ? { target: { title: 'Idioma que aprendo', description: `Ahora: ${facts.context.profile.targetLanguage === null ? 'sin elegir' : languagesEs[facts.context.profile.targetLanguage]}` } } : {}),
        persona: { title: 'Mi tono', description: 'Con humor, sin rodeos…' },
        language: { title: 'Idioma en que explico', description: 'Español, Português, English, Français' },
        name: { title: 'Cómo te llamo', description: `Ahora: ${facts.context.profile.name ?? 'sin elegir'}` },
        zone: { title: 'Dónde estás', description: `Ahora: ${facts.city}, ${clock(facts.here)}` },
        help: 'Ayuda',
        back: { title: 'Volver al menú', also: ['volver', 'nada'] },
      }),
    },
  },
  'settings.saved': { funny: 'Anotado, y con buena letra.', strict: 'Anotado.' },
} satisfies Readonly<Record<string, Entry>>;
