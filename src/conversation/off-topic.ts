// Knows what a language tutor is not for: the weather, somebody's essay, a recipe, or instructions to be something else.
import { folded } from '../grading/folded.ts';
import { isInstruction } from '../grading/instructions.ts';

const things = {
  es: 'ensayo|redaccion|carta|correo|email|poema|poesia|cancion|discurso|trabajo|resumen|cuento|historia|codigo|programa|script|tarea|deberes|curriculum|cv|articulo|tesis|plan de negocio|informe|ecuacion|problema de mates',
  pt: 'redacao|ensaio|carta|email|e mail|poema|musica|discurso|trabalho|resumo|conto|historia|codigo|programa|script|licao de casa|dever|tcc|curriculo|artigo|relatorio|equacao',
  en: 'essay|letter|email|e mail|poem|song|speech|paper|report|summary|story|code|program|script|function|homework|assignment|cv|resume|thesis|article|blog post|cover letter|equation|business plan',
  fr: 'dissertation|redaction|lettre|mail|email|e mail|poeme|chanson|discours|expose|devoirs?|resume|histoire|code|programme|script|cv|memoire|article|rapport|equation',
} as const;

// Over folded text. Requests and questions, not single words: “weather” is vocabulary, “what's the weather” is not.
const patterns: readonly string[] = [
  // Weather.
  '(?:que|como esta el|como estara el|cual es el) (?:tiempo|clima) (?:hace|hara|hay|en|de|hoy|manana|para)', 'va a llover', 'pronostico (?:del tiempo|para)', 'que temperatura hace',
  'previsao do tempo', '(?:vai|esta) (?:chover|chovendo)(?: |$)', 'como (?:esta|vai estar|ta) o tempo', 'que tempo (?:faz|vai fazer)', 'qual a temperatura',
  '(?:what s|whats|what is|how s|hows|how is|what will) the (?:weather|forecast|temperature)', 'weather (?:forecast|today|tomorrow|in)', '(?:will|is) it (?:going to |gonna )?rain(?:ing)?', 'should i take an umbrella',
  'quel temps', 'la meteo', '(?:va t il|est ce qu il va|il va) pleuvoir', 'quelle temperature',
  // Sport and news.
  'quien (?:gano|gana|ganara|va ganando|metio)', 'resultado (?:del|de la) (?:partido|final|liga)', 'como (?:quedo|va) (?:el|la) (?:partido|madrid|barca|final|real|clasico)', 'a que hora juega',
  'quem (?:ganhou|ganha|vai ganhar|marcou)', 'placar d[oae]', 'resultado d[oa] (?:jogo|final|partida)', 'que horas (?:e o jogo|joga)', 'who (?:won|is winning|s winning|will win|scored)', '(?:the|what s the|what is the) score (?:of|in|for)', 'what time is the (?:game|match)',
  'qui (?:a gagne|gagne|va gagner|a marque)', '(?:score|resultat) du match', '(?:ultimas |las |que )noticias(?: de hoy| del dia|$)', '(?:ultimas |as |quais as )noticias(?: de hoje|$)', '(?:latest|today s|what s in the|any) news(?: |$)', '(?:les |quelles sont les )(?:nouvelles|actualites|infos)(?: du jour| d aujourd hui|$)', 'el precio de(?:l)? (?:bitcoin|dolar|euro)', '(?:price|value) of (?:bitcoin|gold|tesla)', 'cotacao do (?:dolar|bitcoin)', 'cours du bitcoin',
  // Work to be done for them.
  `(?:escribe(?:me)?|escribeme|redacta(?:me)?|hazme|haz|haceme|crea(?:me)?|genera|resuelve(?:me)?|resume(?:me)?|(?:puedes|podrias|me puedes|ayudame a) (?:escribir(?:me)?|hacer(?:me)?|redactar|resolver|resumir)) (?:\\w+ ){0,4}(?:${things.es})(?: |$)`,
  `(?:escreva|escreve|redija|faz|faca|crie|cria|gere|resolva|resolve|resuma|(?:pode|voce pode|me ajuda a|consegue) (?:escrever|fazer|redigir|resolver|resumir)) (?:\\w+ ){0,4}(?:${things.pt})(?: |$)`,
  `(?:write|draft|compose|create|generate|finish|solve|summari[sz]e|do|make|(?:can|could) you (?:write|do|make|solve)) (?:me |my |this |a |an |the )+(?:\\w+ ){0,4}(?:${things.en})(?: |$)`,
  `(?:ecris|redige|fais|compose|cree|genere|resous|resume|(?:peux tu|tu peux|aide moi a) (?:m )?(?:ecrire|faire|rediger|resoudre|resumer)) (?:moi )?(?:\\w+ ){0,4}(?:${things.fr})(?: |$)`,
  '(?:traduce|traduceme|traduza|translate|traduis|traduis moi) (?:me )?(?:este|esta|el siguiente|esse|este|this|the following|ce|cette) (?:contrato|documento|texto|correo|contract|document|text|email|contrat|texte|mail)',
  // Knowledge.
  '(?:cual es|dime) la capital', 'quien (?:es|fue) el (?:presidente|rey|papa|primer ministro)', 'quien (?:invento|descubrio|escribio|pinto)', 'cuantos habitantes', 'cuanto (?:es|son) \\d+ (?:por|mas|menos|x|entre)', 'que es (?:la inflacion|un agujero negro|la fotosintesis|blockchain)', 'por que el cielo es azul', 'explicame (?:la|el|que es|como funciona) (?!verbo|gramatica|presente|pasado|futuro|diferencia|ejercicio|pregunta|respuesta|frase|palabra)\\w+',
  'qual (?:e )?a capital', 'quem (?:e|foi) o (?:presidente|rei|papa)', 'quem (?:inventou|descobriu|escreveu|pintou)', 'quantos habitantes', 'quanto e \\d+ (?:vezes|mais|menos|x)', 'por que o ceu e azul',
  '(?:what s|whats|what is) the capital', 'who (?:is|was|s) the (?:president|king|queen|pope|prime minister)', 'who (?:invented|discovered|wrote|painted)', 'how many people live', '(?:what s|what is|how much is) \\d+ (?:times|plus|minus|x|divided)', 'what is the meaning of life', 'why is the sky blue', 'how far is', 'what year did', 'explain (?:quantum|the theory|photosynthesis|inflation|how .{1,30} works)', 'tell me about (?:the (?:war|history|universe|moon)|world|black holes|bitcoin)',
  'quelle est la capitale', 'qui (?:est|etait) le (?:president|roi|pape|premier ministre)', 'qui a (?:invente|decouvert|ecrit|peint)', 'combien d habitants', 'combien font \\d+', 'pourquoi le ciel est bleu',
  // Code, machines, other assistants.
  '(?:en|in|em|with) (?:python|javascript|java|html|sql|excel)(?: |$)', '(?:debug|fix) (?:my|this) (?:code|program)', 'arregla mi codigo', 'are you (?:gpt|claude|gemini)', '(?:use|usa|utilise) chatgpt',
  // Entertainment and errands.
  'cuentame un (?:chiste|cuento)', 'dime un chiste', 'cantame', 'conta(?: |me )?(?:uma )?(?:piada|historia)', 'me conta uma piada', 'tell me a (?:joke|story|riddle)', 'sing (?:me )?a song', 'raconte(?: moi)? une (?:blague|histoire)', 'chante(?: moi)? une',
  '(?:recomienda(?:me)?|sugiereme) (?:un|una|alguna|algun|peliculas|series)', 'recomend[ae] (?:um|uma|algum|alguma)', 'me recomenda', '(?:recommend|suggest) (?:me )?(?:a|an|some|any) (?:good )?(?:movie|film|restaurant|series|show|hotel|book|song|place)', '(?:recommande|conseille)(?: moi)? un', '(?:receta|recetas) (?:de|para)', 'como (?:se hace|hago|preparo) (?:un|una|la|el) (?:tortilla|paella|pizza|bizcocho|pastel|arroz|tarta|pan)', 'receita de', 'como (?:faz|fazer|faco) (?:um |uma )?(?:bolo|pizza|arroz|pao|brigadeiro)', 'recipe (?:for|of)', 'how (?:do i|to|do you) (?:cook|make|bake) (?:a |an )?(?:pizza|cake|pasta|rice|bread|omelette|pancakes)', 'recette (?:de|du|des|pour)', 'comment (?:faire|cuisiner|on fait) (?:un|une|des) (?:gateau|pizza|crepes|quiche|tarte)',
  '(?:reserva(?:me)?|pide(?:me)?|comprame) (?:un|una|mesa|vuelo|hotel)', '(?:reserva|reserve|pede|peca|compra) (?:um|uma|pra mim)', '(?:book|order|buy) me (?:a|an|some)', '(?:order|get me) (?:a )?pizza', '(?:reserve|commande|achete) (?:moi )?(?:un|une)', '(?:pon(?:me)?|reproduce) (?:musica|una cancion|una alarma|un temporizador)', '(?:toca|coloca|poe) (?:uma )?(?:musica|alarme)', 'play (?:some |a )?(?:music|song)', 'set (?:an|a) (?:alarm|timer)', 'mets (?:de la musique|une alarme|un minuteur)', 'llama a mi (?:mama|madre|jefe)', 'call my (?:mom|mum|boss)',
  // Advice that is not ours to give.
  'que (?:medicina|medicamento|pastilla|pastillas) (?:tomo|puedo|debo)', 'que (?:remedio|medicamento) (?:tomo|posso|devo)', '(?:what|which) (?:medicine|medication|pills?) (?:should|can|do) i', 'quel medicament', '(?:puedo|debo) demandar', 'can i sue', '(?:en que|donde) (?:invierto|deberia invertir)', 'em que (?:investir|invisto)', '(?:should i|how do i|how to|where should i) (?:invest|buy (?:bitcoin|stocks|crypto)|lose weight|get rich)', 'dans quoi investir', '(?:mi|meu|my|mon) horoscop[oe]', 'numeros? de la loteria', 'lottery numbers', 'como (?:adelgazo|bajar de peso|perder peso|emagrecer)', 'comment (?:maigrir|perdre du poids|investir)',
  'por quien (?:voto|votar|debo votar)', 'em quem (?:votar|voto|devo votar)', 'who should i vote', 'pour qui (?:voter|dois je voter|je vote)', '(?:que opinas|que piensas) (?:de|del|sobre) ', 'o que (?:voce )?(?:acha|pensa) (?:de|do|da|sobre) ', 'what(?: s your opinion| do you think) (?:of|about|on) ', '(?:que penses tu|tu penses quoi|qu est ce que tu penses) (?:de|du|des) ', 'existe dios', 'deus existe', '(?:does|is there a) god(?: exist|$)', 'dieu existe',
  // Not a companion.
  'quieres ser mi (?:novi[oa]|amig[oa])', '(?:te quieres casar|casate) conmigo', 'tienes (?:novi[oa]|pareja)', 'me amas', '(?:manda(?:me)?|enviame|pasame) (?:una foto|fotos|un selfie)', 'quer (?:namorar|casar) comigo', '(?:voce )?tem namorad[oa]', 'manda (?:uma )?(?:foto|nudes)', '(?:will|would) you (?:marry|date|be my)', 'do you (?:love me|have a (?:boyfriend|girlfriend))', 'are you single', 'send (?:me )?(?:a )?(?:photo|picture|selfie|pic|nudes)', '(?:veux tu|tu veux) (?:sortir avec moi|m epouser|etre m[ao]n? (?:copine|copain|petite amie))', 'tu as un (?:copain|mari)', 'envoie(?: moi)? une photo',
  // Instructions to be something else.
  '(?:ignora|olvida|olvidate de|desobedece|omite) (?:todas )?(?:tus|las|mis|estas) (?:\\w+ )?(?:instrucciones|reglas|ordenes|indicaciones)', '(?:ignore|esqueca|desconsidere) (?:todas )?(?:as|suas|tuas) (?:suas )?(?:\\w+ )?(?:instrucoes|regras|ordens)', '(?:ignore|forget|disregard|bypass|override) (?:all )?(?:of )?(?:your|the|my|previous|prior|these) (?:\\w+ )?(?:instructions|rules|prompt|guidelines|programming)', '(?:ignore|oublie|oubliez) (?:toutes )?(?:tes|les|vos|ces) (?:\\w+ )?(?:instructions|regles|consignes)',
  '(?:actua|comportate|responde) como (?:si|un|una|si fueras)', '(?:finge|imagina) que eres', '(?:a partir de ahora|ahora) eres', '(?:aja|comporte se|responda) como (?:um|uma|se)', 'finja (?:que|ser)', '(?:a partir de agora )voce e', '(?:act|behave|respond|answer) (?:as|like) (?:a|an|if|my)', 'pretend (?:to be|you are|you re|that you)', '(?:from now on|now) you (?:are|re) ', 'you are now ', '(?:agis|comporte toi|reponds) comme (?:un|une|si)', 'fais (?:comme si|semblant)', '(?:a partir de maintenant|desormais|maintenant) tu es', '(?:developer|dan|god|jailbreak) mode', 'modo (?:desarrollador|dan|desenvolvedor)', 'mode developpeur', 'system prompt', 'prompt (?:del sistema|do sistema|systeme)', '(?:muestrame|dime|repite|revela|ensename|cuales son) tus instrucciones', '(?:mostre|diga|repita|revele|quais sao) (?:as )?suas instrucoes', '(?:show|tell|give|repeat|reveal|print|what are) (?:me )?your (?:instructions|prompt|rules|system)', 'repeat (?:the words|everything) above', '(?:montre|donne|repete|revele|quelles sont)(?: moi)? tes (?:instructions|consignes|regles)',
];

let pattern: RegExp | undefined;
const shortest = 8;
const longest = 2_000;

/**
 * Whether a text asks for something that a tutor does not do. It is told so in one sentence and the open question is asked
 * again; nothing of it is answered. Looked at only when the text is no option, no command and no right answer.
 */
export function isOffTopic(text: string): boolean {
  const said = folded(text.slice(0, longest));
  if (said.length < shortest) return false;
  pattern ??= new RegExp(`(?:^| )(?:${patterns.join('|')})`, 'u');
  return pattern.test(said) || isInstruction(text);
}
