// Words that steer the conversation and are not the grader's: privacy, hello, thanks and goodbye, being lost, and the question whether Charla is a machine.
import type { InterfaceLanguage } from '../../machines/vocabulary.ts';

/** Whole messages, folded: lower case, no accents, no punctuation. */
type Words = Readonly<Record<InterfaceLanguage, readonly string[]>>;

const privacyWords: Words = {
  es: ['privacidad', 'mis datos', 'borrar mis datos', 'ver mis datos'],
  pt: ['privacidade', 'meus dados', 'apagar meus dados', 'ver meus dados'],
  en: ['privacy', 'my data', 'delete my data', 'see my data'],
  fr: ['confidentialite', 'vie privee', 'mes donnees', 'effacer mes donnees', 'voir mes donnees'],
};

const machineQuestions: Readonly<Record<InterfaceLanguage, RegExp>> = {
  es: /^(?:tu |vos |y tu )?(?:eres|sos|hablo con|estoy hablando con) (?:una? )?(?:bot|robot|ia|inteligencia artificial|maquina|humano|humana|persona|persona real|real|de verdad)$/u,
  pt: /^(?:voce|vc|tu) (?:e|es) (?:uma? )?(?:bot|robo|ia|inteligencia artificial|maquina|humano|humana|pessoa|pessoa real|gente|de verdade)$/u,
  en: /^(?:hey )?(?:are|r) (?:you|u) (?:really )?(?:an? )?(?:bot|robot|ai|machine|human|person|real person|real|chatgpt)$/u,
  fr: /^(?:(?:est ce que )?tu es|es tu|t es|vous etes|etes vous) (?:une? )?(?:bot|robot|ia|intelligence artificielle|machine|humain|humaine|personne|vraie personne|reel|reelle)$/u,
};

const greetings: Words = {
  es: ['hola', 'holi', 'holis', 'buenas', 'buenos dias', 'buen dia', 'buenas tardes', 'buenas noches', 'muy buenas', 'saludos', 'que tal', 'como estas', 'como andas', 'que hay', 'todo bien'],
  pt: ['oi', 'oie', 'ola', 'opa', 'e ai', 'bom dia', 'boa tarde', 'boa noite', 'tudo bem', 'tudo bom', 'como vai', 'como voce esta'],
  en: ['hi', 'hello', 'hey', 'hiya', 'good morning', 'good afternoon', 'good evening', 'how are you', 'what s up'],
  fr: ['bonjour', 'bonsoir', 'salut', 'coucou', 'ca va', 'comment ca va', 'comment vas tu', 'rebonjour'],
};

const thanks: Words = {
  es: ['gracias', 'muchas gracias', 'mil gracias', 'muchisimas gracias', 'muy amable'],
  pt: ['obrigado', 'obrigada', 'muito obrigado', 'muito obrigada', 'brigado', 'brigada', 'valeu'],
  en: ['thanks', 'thank you', 'many thanks', 'thanks a lot', 'thank you very much', 'thx', 'cheers'],
  fr: ['merci', 'merci beaucoup', 'mille mercis', 'merci bien'],
};

const goodbyes: Words = {
  es: ['adios', 'chao', 'chau', 'hasta luego', 'hasta manana', 'hasta pronto', 'hasta la proxima', 'nos vemos', 'me voy', 'tengo que irme', 'me tengo que ir', 'salir', 'quiero salir', 'terminar', 'quiero terminar', 'quiero parar', 'ya no quiero', 'no quiero seguir', 'ya no quiero seguir', 'lo dejo', 'lo dejo aqui', 'lo dejamos', 'dejalo', 'basta', 'ya basta'],
  pt: ['tchau', 'ate logo', 'ate mais', 'ate amanha', 'ate a proxima', 'ate breve', 'adeus', 'fui', 'tenho que ir', 'preciso ir', 'quero sair', 'terminar', 'quero terminar', 'quero parar', 'nao quero mais', 'nao quero continuar', 'deixa', 'deixa para depois', 'chega'],
  en: ['bye', 'goodbye', 'bye bye', 'see you', 'see you later', 'see you tomorrow', 'see you soon', 'i have to go', 'gotta go', 'good night', 'exit', 'quit', 'i quit', 'i want to stop', 'i want to quit', 'i don t want to go on', 'let s stop', 'let s stop here', 'enough', 'that s enough'],
  fr: ['au revoir', 'a bientot', 'a demain', 'a plus', 'a plus tard', 'bonne nuit', 'bonne soiree', 'je dois y aller', 'ciao', 'quitter', 'terminer', 'je veux arreter', 'je veux m arreter', 'je ne veux plus', 'je ne veux plus continuer', 'on arrete', 'ca suffit', 'assez'],
};

/** Said in the middle of an exercise by who is not answering it. */
const lostWords: Words = {
  es: ['no entiendo', 'no lo entiendo', 'no entiendo nada', 'no lo pillo', 'no comprendo', 'por que', 'explicame', 'explicamelo', 'es dificil', 'muy dificil', 'estoy cansada', 'estoy cansado', 'estoy perdida', 'estoy perdido', 'cual es la respuesta', 'dime la respuesta', 'la respuesta', 'dimela'],
  pt: ['nao entendo', 'nao entendi', 'nao estou entendendo', 'nao compreendo', 'por que', 'por que nao', 'me explica', 'explica', 'e dificil', 'muito dificil', 'estou cansada', 'estou cansado', 'estou perdida', 'estou perdido', 'qual e a resposta', 'me diz a resposta', 'diga a resposta', 'a resposta'],
  en: ['i don t understand', 'i dont understand', 'i don t get it', 'i dont get it', 'why', 'explain', 'it s hard', 'too hard', 'i m tired', 'i m lost', 'what s the answer', 'what is the answer', 'tell me the answer', 'the answer'],
  fr: ['je ne comprends pas', 'je comprends pas', 'j ai pas compris', 'je n ai pas compris', 'pourquoi', 'explique', 'explique moi', 'c est difficile', 'trop difficile', 'je suis fatigue', 'je suis fatiguee', 'je suis perdu', 'je suis perdue', 'quelle est la reponse', 'c est quoi la reponse', 'dis moi la reponse', 'la reponse'],
};

/** Said by who wants to hear the question again; in a scene also to the partner, in their language. */
const repeatWords: Words = {
  es: ['repite', 'repitelo', 'repitela', 'repitemelo', 'repite por favor', 'repitelo por favor', 'repetir', 'repita', 'repita por favor', 'otra vez', 'otra vez por favor', 'de nuevo', 'puedes repetir', 'puedes repetirlo', 'puede repetir', 'puede repetirlo', 'puedes repetir por favor', 'puede repetir por favor', 'me lo repites', 'cual era la pregunta', 'cual es la pregunta', 'no escuche', 'no lo vi'],
  pt: ['repete', 'repita', 'repete por favor', 'repita por favor', 'repetir', 'de novo', 'outra vez', 'mais uma vez', 'pode repetir', 'pode repetir por favor', 'voce pode repetir', 'qual era a pergunta', 'qual e a pergunta', 'nao ouvi', 'nao vi'],
  en: ['repeat', 'repeat please', 'please repeat', 'repeat that', 'repeat it', 'again', 'again please', 'once more', 'one more time', 'say that again', 'say it again', 'can you repeat', 'can you repeat that', 'can you repeat it', 'can you repeat please', 'can you repeat that please', 'could you repeat', 'could you repeat that', 'could you repeat that please', 'can you say that again', 'what was the question', 'what s the question'],
  fr: ['repete', 'repetez', 'repete s il te plait', 'repetez s il vous plait', 'repeter', 'encore une fois', 'encore', 'de nouveau', 'tu peux repeter', 'peux tu repeter', 'vous pouvez repeter', 'pouvez vous repeter', 'quelle est la question', 'quelle etait la question', 'c etait quoi la question'],
};
/** Said to a partner in a scene and to nobody else: in an exercise each may be an answer. */
const pardons: Words = {
  es: ['como', 'que', 'que dice', 'que dices', 'perdon', 'perdona', 'perdone', 'mande', 'mas despacio', 'mas despacio por favor'],
  pt: ['como', 'o que', 'que', 'desculpa', 'desculpe', 'perdao', 'mais devagar', 'mais devagar por favor'],
  en: ['what', 'sorry', 'pardon', 'pardon me', 'excuse me', 'sorry what', 'what did you say', 'slowly please', 'more slowly please', 'slower please'],
  fr: ['quoi', 'comment', 'pardon', 'hein', 'desole', 'desolee', 'plus lentement', 'plus lentement s il vous plait'],
};

/** Said by who wants to begin at the beginning, whatever a test would find. */
const beginnerWords: Words = {
  es: ['soy principiante', 'principiante', 'empiezo de cero', 'quiero empezar de cero', 'desde cero', 'no se nada', 'soy novato', 'soy novata'],
  pt: ['sou iniciante', 'iniciante', 'sou principiante', 'comeco do zero', 'quero comecar do zero', 'do zero', 'nao sei nada'],
  en: ['i m a beginner', 'im a beginner', 'i am a beginner', 'beginner', 'i m starting from zero', 'starting from zero', 'from zero', 'i know nothing'],
  fr: ['je suis debutant', 'je suis debutante', 'debutant', 'debutante', 'je pars de zero', 'je commence de zero', 'de zero', 'je ne sais rien'],
};

const filler = '(?: (?:charla|de nuevo|otra vez|de novo|again|there|a todos|igualmente))*';
type Patterns = Readonly<Record<InterfaceLanguage, RegExp>>;

/** Messages made of these phrases and nothing else: “hola buenas qué tal”. */
function only(words: Words, also: readonly string[] = []): Patterns {
  return Object.fromEntries(Object.entries(words).map(([language, phrases]) =>
    [language, new RegExp(`^(?:(?:${[...phrases, ...also].join('|')})${filler}(?: |$))+$`, 'u')])) as Record<InterfaceLanguage, RegExp>;
}
const greets = only(greetings);
const thankful = only(thanks);
const leads = only(thanks, ['bueno', 'vale', 'ok', 'bom', 'bon', 'well', 'pues']);
const leaves = only(goodbyes);
const longestCourtesy = 60;

/** What a folded message is when it is no more than a courtesy in one of these languages. “Gracias, adiós” is a goodbye. */
export function courtesyIn(said: string, languages: readonly InterfaceLanguage[]): 'greeting' | 'thanks' | 'goodbye' | null {
  if (said.length > longestCourtesy) return null;
  const words = said.split(' ');
  for (const language of languages) {
    if (greets[language].test(said)) return 'greeting';
    if (thankful[language].test(said)) return 'thanks';
    const from = words.findIndex((_, i) => leaves[language].test(words.slice(i).join(' ')));
    if (from === 0 || (from > 0 && leads[language].test(words.slice(0, from).join(' ')))) return 'goodbye';
  }
  return null;
}

/** Whether a folded message says that the exercise is too much: it gets a hint and is no attempt. */
export function soundsLost(said: string, language: InterfaceLanguage): boolean {
  return lostWords[language].includes(said);
}

/** Whether a folded message asks for the question once more. @param toPartner in a scene, where “what?” asks for it too */
export function asksToRepeat(said: string, language: InterfaceLanguage, toPartner = false): boolean {
  return repeatWords[language].includes(said) || (toPartner && pardons[language].includes(said));
}

/** Whether a folded message says that the learner is a beginner; English works everywhere. */
export function saysBeginner(said: string, language: InterfaceLanguage): boolean {
  return beginnerWords[language].includes(said) || beginnerWords.en.includes(said);
}

/** Whether a folded message asks for privacy; English works everywhere. */
export function asksPrivacy(said: string, language: InterfaceLanguage): boolean {
  return privacyWords[language].includes(said) || privacyWords.en.includes(said);
}

/** Whether a folded message asks if there is a machine at the other end, in the learner's own language. It gets an honest answer. */
export function asksWhetherMachine(said: string, language: InterfaceLanguage): boolean {
  return machineQuestions[language].test(said);
}
