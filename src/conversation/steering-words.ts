// Words that steer the conversation and are not the grader's: privacy, and the question whether Charla is a machine.
import type { InterfaceLanguage } from '../../machines/vocabulary.ts';

/** Whole messages, folded: lower case, no accents, no punctuation. */
const privacyWords: Readonly<Record<InterfaceLanguage, readonly string[]>> = {
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

/** Whether a folded message asks for privacy; English works everywhere. */
export function asksPrivacy(said: string, language: InterfaceLanguage): boolean {
  return privacyWords[language].includes(said) || privacyWords.en.includes(said);
}

/** Whether a folded message asks if there is a machine at the other end, in the learner's own language. It gets an honest answer. */
export function asksWhetherMachine(said: string, language: InterfaceLanguage): boolean {
  return machineQuestions[language].test(said);
}
