// Hears what suggests that somebody is under 18: an age, a school year, a teacher or parents who decide, a birthday to come.

/** The languages in which hints are known, ISO 639-1. */
export type HintLanguage = 'es' | 'pt' | 'en' | 'fr' | 'de' | 'it';

interface Words {
  /** Number words from 4 to 18, in order. */
  numbers: string;
  /** Patterns over folded text; `{under}` is an age from 4 to 17, `{soon}` one from 5 to 18, `{end}` where a clause may end. */
  hints: readonly string[];
}

// After an age stands nothing, a pause or one of these: “15 minutes late” and “15 años de experiencia” are no ages.
const end = '(?= \\||$| (?:y|pero|asi|entonces|porque|ya|recien|solo|nomas|e|mas|entao|so|and|but|then|now|too|yet|lol|et|mais|donc|und|aber|ma|quindi|jaja\\w*|haha\\w*|kkk\\w*|xd|de edad|de idade|tambien|tambem|aussi|auch|anche)(?: |$))';

const words: Readonly<Record<HintLanguage, Words>> = {
  es: {
    numbers: 'cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce,trece,catorce,quince,dieciseis,diecisiete,dieciocho',
    hints: [
      '(?<!(?:no|si|como si|cuando|ojala) )(?:yo |aun |todavia |solo |apenas |ya )*(?:tengo|tengo solo|solo tengo|apenas tengo) (?:solo |apenas |casi )?{under}(?: (?:anos|anitos))?(?: recien cumplidos)?{end}',
      'tengo casi {soon}(?: anos)?{end}', 'todavia no (?:tengo|cumplo|he cumplido) (?:los )?18', 'aun no (?:tengo|cumplo|he cumplido) (?:los )?18', 'no tengo (?:los )?18 (?:anos )?(?:todavia|aun)',
      '(?:acabo de cumplir|recien cumpli|ayer cumpli|hoy cumpli) (?:los )?{under}(?: anos)?{end}', '(?:voy a cumplir|cumplo|cumplire) (?:los )?{soon}(?: anos)?(?= |$)', 'cuando (?:cumpla|tenga) (?:los )?18(?: |$)', 'me faltan? .{1,20} para (?:cumplir )?(?:los )?18(?: |$)',
      '(?<!no )soy (?:todavia |aun )?(?:un |una )?(?:menor(?: de edad)?|nin[oa]|adolescente|chic[oa] de {under} anos|colegiala?)(?= \\||$| (?:y|pero|asi|todavia|aun)(?: |$))',
      'mis? (?:fiesta de )?(?:los )?(?:15|quince|xv)(?: anos)? (?:es|son|sera|seran)', 'mi quinceanera',
      '(?<!(?:cuando|mientras) )(?:estoy|voy) (?:en|a|al) (?:(?:la|el|mi) )?(?:eso|primaria|secundaria|secu|prepa|preparatoria|bachillerato|bachi|bach|insti|instituto|cole|colegio|liceo|guarderia)(?= \\||$| (?:y|pero|todavia|aun|de mi|en)(?: |$))',
      '(?:estoy en|curso|estudio|hago|voy a|paso a|voy en|empiezo) (?:[1-6](?:o|ro|do|to|er)?|primero|primer|segundo|tercero|tercer|cuarto|quinto|sexto) (?:(?:ano|curso|grado) )?(?:de )?(?:la |el )?(?:eso|primaria|secundaria|secu|bachillerato|bachiller|bach|prepa|preparatoria|media|basica|basico|colegio|liceo)',
      'voy en (?:[1-6](?:o|ro|do|to)?|primero|segundo|tercero|cuarto|quinto|sexto)(?: grado)?{end}', 'estoy en (?:[1-9](?:o|ro|do|to)?|primer|segundo|tercer|cuarto|quinto|sexto|septimo|octavo|noveno) grado',
      'estudio (?:en )?(?:la |el )?(?:secundaria|bachillerato|eso|prepa|preparatoria|insti|instituto|cole|primaria)', '(?<!no )soy (?:estudiante|alumn[oa]) de (?:la )?(?:secundaria|eso|bachillerato|prepa|preparatoria|primaria|instituto)',
      '(?:mi|la|el) (?:profe|maestr[oa]|sen[oa]|tutora? del cole) (?:de \\w+ )?(?:me|nos) ', 'mi profesora? (?:de \\w+ )?(?:me|nos) (?:dijo|dice|manda|mando|puso|pone|pidio|pide|castigo|obliga|suspendio)',
      'mis? (?:padres|papas|viejos|madre|padre|mama|papa|mami|papi|abuela) no (?:me )?(?:deja|dejan|permite|permiten|quiere que|quieren que)', '(?:tengo que )?pedir(?:le|les)? permiso a mis? (?:padres|papas|madre|padre|mama|papa)', 'mis? (?:padres|papas|mama|madre|papa|padre) me (?:obliga|obligan|castigo|castigaron|quitan?|quito|quitaron) ', '(?<!no )estoy castigad[oa]',
      '(?:mis |los |unos |tengo |la |mi )(?:deberes|tareas?) (?:del|de la|para el|para la) (?:cole|colegio|insti|instituto|escuela|secundaria|prepa|profe|maestra)',
    ],
  },
  pt: {
    numbers: 'quatro,cinco,seis,sete,oito,nove,dez,onze,doze,treze,quatorze,quinze,dezesseis,dezessete,dezoito',
    hints: [
      '(?<!(?:nao|se|quando) )(?:eu |ainda |so )*(?:tenho|so tenho) (?:so |apenas |quase )?{under}(?: (?:anos|aninhos))?{end}', 'tenho quase {soon}(?: anos)?{end}', 'ainda nao (?:tenho|fiz|completei) 18', 'nao tenho 18 (?:anos )?ainda',
      '(?:acabei de fazer|fiz|completei) {under}(?: anos)?(?: (?:ontem|hoje|agora|ha pouco|semana passada|mes passado))?{end}', '(?:vou fazer|faco|farei|vou completar) {soon}(?: anos)?(?= |$)', 'quando (?:eu )?(?:fizer|tiver|completar) 18(?: |$)', 'falta\\w* .{1,20} para (?:eu )?(?:fazer|completar) 18(?: |$)',
      '(?<!nao )sou (?:ainda |um |uma )?(?:menor(?: de idade)?|crianca|adolescente|menin[oa] de {under} anos)(?= \\||$| (?:e|mas|ainda)(?: |$))', 'minha festa de (?:15|quince|quinze)(?: anos)?',
      '(?:estou|to) n[oa] (?:[1-9](?:o|a)?|primeir[oa]|segund[oa]|terceir[oa]|quart[oa]|quint[oa]|sext[oa]|setim[oa]|oitav[oa]|non[oa]) (?:serie|ano)(?= \\||$| (?:do (?:ensino )?(?:fundamental|medio|colegial)|da escola|e|mas)(?: |$))',
      '(?:estou|to|faco|curso|estudo) (?:no |o )?(?:ensino (?:medio|fundamental)|colegial|ginasio)', '(?:estou|to) na escola{end}', 'vou (?:pra|para a|a) escola{end}', '(?<!nao )sou (?:estudante|alun[oa]) do (?:ensino )?(?:medio|fundamental)',
      '(?:minha|meu|a|o) (?:prof|profe|professora?|pro|tia da escola) (?:de \\w+ )?(?:me )?(?:disse|falou|mandou|passou|pediu|manda|pede|deu) ', '(?:minha|meu) (?:prof|professora?)(?: de \\w+)? (?:disse|falou|mandou)',
      '(?:meus pais|minha mae|meu pai|minha vo) (?:nao )(?:me )?(?:deixa|deixam|permite|permitem|quer que|querem que)', 'pedir (?:permissao )?(?:para|pra|a|aos?) (?:meus pais|minha mae|meu pai)', '(?<!nao )(?:estou|to) de castigo',
      '(?:minha |a |tenho )?(?:licao|dever|tarefa)(?: de casa)? da (?:escola|professora|prof)(?= \\||$| )',
    ],
  },
  en: {
    numbers: 'four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen',
    hints: [
      '(?<!(?:if|like|when|as if|feel like|wish) )(?:i m|i am|im) (?:only |just |still |nearly |almost |like )*{under}(?: (?:years? old|years? of age|yo|y o|yrs? old|yrs))?{end}', '(?<!(?:if|like|when) )(?:i m|i am|im) (?:only |just |still |nearly |almost )*{under} years? old', '(?:i m|i am|im|i ve) (?:a )?{under} years? old',
      '(?:i m|i am|im) (?:a |an )?{under} (?:year old|yo) (?:boy|girl|kid|student|teen)', '(?:i m|i am|im) (?:almost|nearly|about to turn|about to be|turning|going to be|gonna be) {soon}(?= |$)', 'i (?:just |only just |recently )turned {under}(?= \\||$| (?:and|but|yesterday|today|last|this)(?: |$))', '(?:i turn|i ll turn|i will turn|i ll be|i will be) {soon}(?: years old)?(?= \\||$| (?:next|in|on|this|soon|tomorrow|and|but)(?: |$))',
      'when i (?:turn|m|am) 18(?: |$)', 'i m not (?:yet )?18(?: yet)?{end}', 'i am not (?:yet )?18(?: yet)?{end}', 'i m (?:still )?under (?:18|age|aged)', 'i am (?:still )?under (?:18|age|aged)',
      '(?:i m|i am|im) (?:just |only |still )?(?:a |an )?(?:minor|kid|child|teen|teenager|underage|schoolboy|schoolgirl|tween)(?= \\||$| (?:and|but|so|still)(?: |$))',
      'my (?:[4-9]th|1[0-8]th|sweet) (?:sixteen|birthday) (?:is|party|will)', 'my sweet (?:16|sixteen)(?= |$)', 'my quinceanera',
      '(?:i m|i am|im) (?:going into |starting |only )?(?:in |a )?(?:the )?(?:[1-9](?:st|nd|rd|th)|1[0-2]th|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) ?grade(?:r)?(?= \\||$| (?:and|but|at|in|so|now)(?: |$))', '(?:i m|i am|im) in (?:year (?:[1-9]|1[0-3])|(?:high|middle|elementary|primary|secondary|junior high|grade|grammar) school|sixth form|kindergarten)(?! (?:teach|as))',
      '(?<!used to )(?<!i )i (?:go to|attend) (?:a )?(?:high|middle|elementary|primary|secondary|grade|grammar) school', '(?:i m|i am|im) (?:a |still a )?(?:high school|middle school|secondary school|primary school|sixth form) (?:student|kid|girl|boy|freshman|sophomore|junior|senior)', '(?:i m|i am|im) a high ?schooler', '(?:i m|i am) (?:doing|taking|studying for|revising for) my (?:gcses?|a levels|sats?)(?: |$)', 'my (?:gcses?|sats) are',
      'my (?:\\w+ )?teacher (?:told|says|said|gave|wants|asked|makes|made|gives|thinks|yelled)(?: |$)', 'my (?:mum|mom|mother|dad|father|parents|mommy|daddy|grandma) (?:won t|will not|wont|don t|dont|do not|doesn t|does not|doesnt|didn t|never) (?:let|lets|allow|allows|want me)', 'my (?:mum|mom|mother|dad|father|parents) (?:says?|said) i (?:can t|cant|cannot|m not allowed|have to)', '(?:ask|tell) my (?:mum|mom|dad|parents)(?: first| for permission| if i)', '(?:i m|i am|im) grounded', 'my (?:mum|mom|dad|parents) (?:took|takes|take) (?:away )?my (?:phone|tablet)', '(?:homework|test|exam|project) (?:for|at) (?:my )?school',
    ],
  },
  fr: {
    numbers: 'quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize,dix sept,dix huit',
    hints: [
      '(?<!(?:si|quand|comme si) )j (?:ai|n ai que|ai que|ai seulement|ai juste|ai presque|ai bientot) (?:que |seulement |juste |presque |bientot |deja )?{under} ans{end}', 'j ai (?:presque|bientot) {soon} ans', 'j ai pas encore 18', 'je n ai pas encore 18', '(?:je viens d avoir|je viens de feter mes|j ai eu) {under} ans{end}', '(?:je vais avoir|j aurai|je vais feter mes|je fete mes) {soon} ans', 'quand j aurai 18(?: |$)',
      '(?<!pas )je suis (?:encore |toujours |un |une )*(?:mineure?|enfant|ado|adolescente?|collegien|collegienne|lyceen|lyceenne|ecolier|ecoliere|gamine?)(?= \\||$| (?:et|mais|donc|encore|en|au)(?: |$))',
      '(?:je suis|je passe|j entre|je rentre) en (?:[3-6](?:e|eme)|sixieme|cinquieme|quatrieme|troisieme|2nde|seconde|1ere|premiere|terminale|cm1|cm2|ce1|ce2|cp)(?= \\||$| (?:et|mais|au|es|s|l|generale|pro|donc)(?: |$))', '(?:je suis|je vais) (?:au|en) (?:college|lycee|primaire|maternelle)(?= \\||$| (?:et|mais|a|donc|encore)(?: |$))', '(?:je vais|je suis) a l ecole{end}', 'je passe (?:le|mon) (?:brevet|bac)(?= |$)', 'mon brevet (?:est|blanc)',
      '(?:mon|ma|le|la) (?:prof|maitresse|maitre|professeure?)(?: de?s? ?\\w+| d \\w+)? (?:m a|nous a|me|nous|veut|a dit)', '(?:mes parents|ma mere|mon pere|maman|papa|ma mamie) (?:ne )?(?:me |m )?(?:veut|veulent|laisse|laissent|autorise|autorisent|interdit|interdisent|permet|permettent)(?: pas| de| que)', 'demander (?:la permission )?a (?:mes parents|ma mere|mon pere|maman|papa)', 'je suis punie?(?= |$)', '(?:mes |les )devoirs (?:pour|du|de) (?:l ecole|le college|college|le lycee|lycee|la prof|le prof)',
    ],
  },
  de: {
    numbers: 'vier,funf,sechs,sieben,acht,neun,zehn,elf,zwolf,dreizehn,vierzehn,funfzehn,sechzehn,siebzehn,achtzehn',
    hints: [
      '(?<!(?:wenn|als) )ich bin (?:erst |noch |gerade |fast |nur )*{under}(?: jahre(?: alt)?)?{end}', 'ich bin (?:erst |noch |gerade |nur )*{under} jahre alt', 'ich bin fast {soon}{end}', 'ich bin (?:gerade|letzte woche|gestern) {under} geworden', 'ich werde (?:bald |nachsten monat |morgen |im \\w+ |nachste woche )?{soon}{end}', 'wenn ich 18 (?:bin|werde)', 'ich bin noch nicht (?:18|achtzehn|volljahrig)',
      'ich bin (?:noch )?(?:ein |eine )?(?:minderjahrig|kind|teenager|schuler|schulerin|jugendlicher|jugendliche)(?= \\||$| (?:und|aber|am|der|in|auf)(?: |$))', 'ich (?:gehe|bin|komme) (?:jetzt |noch )?in (?:die|der) (?:[1-9]|1[0-3]|erste|zweite|dritte|vierte|funfte|sechste|siebte|achte|neunte|zehnte|elfte|zwolfte)n? klasse', 'ich gehe (?:noch )?(?:zur|in die|auf die) (?:schule|grundschule|realschule|hauptschule|gesamtschule)', 'ich gehe (?:noch )?aufs gymnasium', 'ich mache (?:gerade |nachstes jahr )?(?:mein )?abitur',
      'meine? (?:\\w+)?lehrer(?:in)? (?:hat|sagt|will|mochte)', 'mein(?:e)? (?:eltern|mutter|vater|mama|papa) (?:erlaub\\w+|verbiete\\w+|lass\\w+) (?:mir |mich |es mir )?', 'ich muss (?:erst )?meine (?:eltern|mutter|mama) fragen', 'ich habe? hausarrest', '(?:meine )?hausaufgaben fur die schule',
    ],
  },
  it: {
    numbers: 'quattro,cinque,sei,sette,otto,nove,dieci,undici,dodici,tredici,quattordici,quindici,sedici,diciassette,diciotto',
    hints: [
      '(?<!(?:non|se|quando) )ho (?:solo |appena |ancora |quasi )*{under} anni{end}', 'ho quasi {soon} anni', 'non ho ancora (?:18|diciotto)', '(?:ho appena compiuto|ho compiuto|ho fatto) {under} anni{end}', '(?:compio|compiro|faccio|faro|sto per compiere|sto per fare) (?:i )?{soon}(?: anni)?(?= |$)', 'quando (?:avro|compio|compiro|faro) (?:i )?(?:18|diciotto)',
      '(?<!non )sono (?:ancora |un |una |solo )*(?:minorenne|bambin[oa]|adolescente|ragazzin[oa]|liceale)(?= \\||$| (?:e|ma|ancora|al)(?: |$))', '(?:sono in|faccio la|faccio|frequento la|vado in) (?:[1-5]a?|prima|seconda|terza|quarta|quinta) (?:media|elementare|superiore|liceo|ginnasio)', '(?:vado|sono|faccio|frequento) (?:al |il |alle |le )(?:liceo|medie|superiori|elementari)', 'vado (?:ancora )?a scuola{end}', 'sono al (?:primo|secondo|terzo|quarto|quinto) (?:anno )?(?:di |del )?(?:liceo|superiori|delle superiori)',
      '(?:il mio|la mia|la|il) (?:prof|professoressa|professore|maestra|maestro)(?: di \\w+)? (?:mi|ci|dice|ha detto|vuole)', '(?:i miei(?: genitori)?|mia madre|mia mamma|mio padre|mamma|papa) non (?:mi )?(?:lascia|lasciano|permette|permettono|vuole|vogliono)', 'devo chiedere (?:il permesso )?(?:ai miei(?: genitori)?|a mia (?:madre|mamma)|a mio padre)', 'sono in punizione', '(?:i )?compiti (?:di|per la|per) (?:scuola|la scuola)',
    ],
  },
};

const born = /\b(?:naci|soy del|nasci|sou de|born|i was born|ne|nee|geboren|nato|nata|jahrgang|classe)(?: (?:en|el|ano|em|in|on|im|nel|del|de|le|\d{1,2}|\p{L}{3,10}))*? (\d{4})\b/u;
const ofOthers = /(?:^| )(?:hij[oa]|son|daughter|fil(?:s|le)|filh[oa]|sohn|tochter|figli[oa]|perr[oa]|dog|gat[oa]|sobrin[oa]|niece|nephew|niet[oa]|brother|sister|herman[oa]|irma|irmao|he|she|ella|elle|il|ele|ela)(?: |$)/u;

const digits = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => String(from + i));

function compiled(): { language: HintLanguage; pattern: RegExp }[] {
  return (Object.entries(words) as [HintLanguage, Words][]).map(([language, { numbers, hints }]) => {
    const named = numbers.split(',');
    // Longest first, so that “dix sept” is not read as “dix”.
    const any = (from: number, to: number) => `(?:${[...digits(from, to).toReversed(), ...named.slice(from - 4, to - 3).toReversed()].join('|')})`;
    const source = hints.map((hint) => hint.replaceAll('{under}', any(4, 17)).replaceAll('{soon}', any(5, 18)).replaceAll('{end}', end)).join('|');
    return { language, pattern: new RegExp(`(?:^|(?<= ))(?:${source})`, 'u') };
  });
}
let patterns: ReturnType<typeof compiled> | undefined;

const longestHeard = 1_000;

// Lower case without accents; a bar where the writer paused, since an age ends there.
function fold(text: string): string {
  return text.slice(0, longestHeard).replace(/(\d)\.?[ºª°]/gu, '$1o').normalize('NFKD').toLowerCase().replace(/[\p{M}\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/(?<=\d)\.(?= ?(?:klasse|de|grad))/gu, ' ').replace(/[.,;:!?¡¿()\n\r"“”…]+/gu, ' | ').replace(/[^\p{L}\p{N}|]+/gu, ' ').replace(/ +/gu, ' ').trim();
}

/**
 * The language in which a text suggests that its writer is under 18, or null. Errs on the side of hearing: the price of
 * a false alarm is a voice, that of a missed one is a child. What is said of others, of the past, or in other units
 * (“my son is 15”, “when I was 15”, “15 minutes”) suggests nothing.
 *
 * Pure. Rule: the limits of the flirty voice; the words are our own.
 * @param at ms since the epoch, for years of birth
 */
export function minorHint(text: string, at: number): HintLanguage | null {
  const said = fold(text);
  if (said === '') return null;
  const thisYear = new Date(at).getUTCFullYear();
  const year = Number(born.exec(said)?.[1] ?? 0);
  if (year > thisYear - 18 && year <= thisYear && !ofOthers.test(said)) return 'en';
  patterns ??= compiled();
  return patterns.find(({ pattern }) => pattern.test(said))?.language ?? null;
}
