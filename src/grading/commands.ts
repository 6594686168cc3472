// Knows the words that steer the conversation instead of answering the exercise, per interface language.

import { normalise } from './normalise.ts'
import { bare } from './folds.ts'

/** What a learner can ask for with one word. */
export type Command = 'stop' | 'start' | 'help' | 'menu' | 'streak' | 'level' | 'report' | 'human' | 'hint' | 'skip'

/** Without accents, lower case. English works everywhere; the others only in their own interface. */
export const COMMAND_WORDS: Readonly<Record<string, Readonly<Record<Command, readonly string[]>>>> = {
  en: {
    stop: ['stop', 'stop all', 'stopall', 'unsubscribe'], start: ['start', 'unstop', 'resume'], help: ['help'], menu: ['menu'],
    streak: ['streak', 'my streak'], level: ['level', 'my level'], report: ['report'],
    human: ['human', 'agent', 'talk to a human', 'talk to a person'], hint: ['hint'], skip: ['skip'],
  },
  es: {
    stop: ['para', 'parar', 'baja', 'darme de baja', 'cancelar suscripcion'], start: ['empezar', 'comenzar', 'reanudar'],
    help: ['ayuda', 'ayudame'], menu: ['menu'], streak: ['racha', 'mi racha'], level: ['nivel', 'mi nivel'],
    report: ['reportar', 'reporte'], human: ['humano', 'persona', 'hablar con una persona'], hint: ['pista', 'otra pista'], skip: ['saltar', 'omitir', 'salta', 'saltala', 'siguiente', 'la siguiente', 'paso', 'pasar'],
  },
  pt: {
    stop: ['pare', 'parar', 'sair', 'cancelar inscricao'], start: ['comecar', 'iniciar'],
    help: ['ajuda', 'ajude'], menu: ['menu'], streak: ['sequencia', 'minha sequencia', 'ofensiva'], level: ['nivel', 'meu nivel'],
    report: ['reportar', 'denunciar'], human: ['humano', 'pessoa', 'falar com uma pessoa', 'atendente'], hint: ['dica', 'outra dica'], skip: ['pular', 'saltar', 'pula', 'proxima', 'a proxima', 'passo', 'passar'],
  },
  fr: {
    stop: ['arret', 'arreter', 'arrete', 'desabonner', 'me desabonner'], start: ['commencer', 'demarrer', 'reprendre'],
    help: ['aide', 'aidez-moi', 'aide-moi'], menu: ['menu'], streak: ['serie', 'ma serie'], level: ['niveau', 'mon niveau'],
    report: ['signaler'], human: ['humain', 'personne', 'parler a une personne', 'conseiller'], hint: ['indice', 'un indice'], skip: ['passer', 'sauter', 'passe', 'je passe', 'suivant', 'suivante', 'la suivante'],
  },
}

const READ = new Map<string, Map<string, Command>>()

function wordsFor(uiLanguage: string): Map<string, Command> {
  const known = READ.get(uiLanguage)
  if (known) return known
  const made = new Map<string, Command>()
  for (const table of [COMMAND_WORDS['en'], Object.hasOwn(COMMAND_WORDS, uiLanguage) ? COMMAND_WORDS[uiLanguage] : undefined]) {
    for (const [command, words] of Object.entries(table ?? {})) for (const word of words) made.set(word, command as Command)
  }
  if (Object.hasOwn(COMMAND_WORDS, uiLanguage)) READ.set(uiLanguage, made)
  return made
}

/**
 * The command that a message is, or null. Only a whole message counts ("stop it please" is none); case,
 * accents, final punctuation, a leading slash and WhatsApp's marks do not matter.
 * `uiLanguage` is the interface's ISO 639-1 code; English words work in every interface.
 */
export function readCommand(message: string, uiLanguage = 'en'): Command | null {
  if (message.length > 200) return null
  const words = bare(normalise(message).toLowerCase(), '').replaceAll(/^[/#¡!¿]+|[\s.!?¡¿…]+$/gu, '').replaceAll(/\s+/gu, ' ').trim()
  return wordsFor(uiLanguage).get(words) ?? null
}
