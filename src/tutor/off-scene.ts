// Tells a request that belongs to no scene: homework, general knowledge, jokes, affection, orders to a machine.
import { isInstruction } from '../grading/instructions.ts';

const works = {
  en: 'essay|homework|assignment|poem|song|story|code|program|cv|resume|cover letter|blog|tweet|speech|thesis|exam',
  es: 'ensayo|redacci[oó]n|deberes|tarea|poema|canci[oó]n|cuento|c[oó]digo|programa|curr[ií]culum|cv|discurso|tesis|trabajo|examen',
  pt: 'reda[cç][aã]o|dever(?:es)?|tarefa|trabalho|poema|m[uú]sica|hist[oó]ria|c[oó]digo|programa|curr[ií]culo|cv|discurso|tese|prova',
  fr: 'dissertation|r[eé]daction|devoirs?|expos[eé]|po[eè]me|chanson|histoire|code|programme|cv|discours|m[eé]moire|examen',
};

const signs: readonly RegExp[] = [
  new RegExp(`\\b(?:write|do|make|finish|correct|fix|help me with)\\b.{0,25}\\b(?:${works.en})\\b`, 'iu'),
  new RegExp(`(?:^|\\s)(?:escr[ií]be(?:me)?|haz(?:me)?|hacer|corr[ií]ge(?:me)?|resuelve|ay[uú]dame con)\\s.{0,25}\\b(?:${works.es})`, 'iu'),
  new RegExp(`(?:^|\\s)(?:escrev[ae]|escrever|fa[cç]a|faz|corrij[ae]|resolva|me ajud[ae] com)\\s.{0,25}\\b(?:${works.pt})`, 'iu'),
  new RegExp(`(?:^|\\s)(?:[eé]cri(?:s|re|vez)|fais|faire|corrige|r[eé]sous|aide[- ]moi (?:avec|[aà]))\\s.{0,25}\\b(?:${works.fr})`, 'iu'),
  /\b(?:capital of|president of|population of|who (?:won|invented|discovered)|meaning of life|bitcoin|stock price|horoscope|lottery)\b/iu,
  /\b(?:capital de|presidente de|qui[eé]n (?:gan[oó]|invent[oó])|sentido de la vida|hor[oó]scopo|loter[ií]a|quem (?:ganhou|inventou)|capitale de|pr[eé]sident de|qui a (?:gagn[eé]|invent[eé]))(?!\p{L})/iu,
  /\b(?:tell me a joke|sing (?:me )?a song|play a game)\b|\b(?:cu[eé]ntame un chiste|conta uma piada|raconte(?:-moi)? une blague)\b/iu,
  /\b(?:i love you|are you single|kiss me|marry me|be my (?:girl|boy)friend|te amo|te quiero mucho|eu te amo|je t'aime|tienes novi[oa]|voc[eê] [eé] solteir[oa])(?!\p{L})/iu,
  /\b(?:translate|traduce|traduz[aei]?r?|traduis|traduire)\b.{0,12}(?:this|that|my|the following|esto|esta?e?|isso|isto|ce(?:ci|la|tte)?\b|:)/iu,
];

/** Whether a message asks for something that no scene is about. Nothing of it is ever answered. */
export function isOffScene(message: string): boolean {
  const head = message.slice(0, 2_000);
  return isInstruction(head) || signs.some((sign) => sign.test(head));
}
