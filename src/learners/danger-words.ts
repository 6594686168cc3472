// Hears that somebody may be in danger: of harming themselves, or of violence at home.
import { folded } from '../grading/folded.ts';
import type { InterfaceLanguage } from '../../machines/vocabulary.ts';
import type { Danger } from './help-lines.ts';

// What one dies or is killed of in a manner of speaking; after these words nothing is meant.
const idle = {
  es: 'de (?:la )?(?:risa|hambre|sed|sueno|ganas|calor|frio|verguenza|pena|envidia|ternura|amor|aburrimiento|miedo|gusto|curiosidad|rabia|cansancio|asco|los nervios|nervios)',
  pt: 'de (?:rir|fome|sede|sono|vontade|calor|frio|vergonha|pena|inveja|amores|tedio|medo|saudade|saudades|curiosidade|raiva|cansaco|preguica)',
  en: '(?:(?:of|from) (?:laughter|laughing|hunger|thirst|boredom|embarrassment|curiosity|the heat|heat|cold|shame|cuteness|happiness)|laughing|to (?:know|see|try|meet|go|hear|eat)|for (?:a|some|this))',
  fr: 'de (?:rire|faim|soif|sommeil|honte|chaud|froid|peur|envie|ennui|fatigue|curiosite|jalousie)',
} as const;

interface Words { harm: readonly string[]; violence: readonly string[] }

// Over folded text: lower case, no accents, a blank for everything else. Spoken of oneself and now; not of films, games or the past.
const words: Readonly<Record<InterfaceLanguage, Words>> = {
  es: {
    harm: [
      `(?:me )?(?:quiero|quisiera|deseo|voy a|me gustaria|tengo ganas de|pienso en|he pensado en|estoy pensando en|ganas de) (?:morir|morirme|morirse|estar muert[oa])(?! ${idle.es})(?! (?:en|a|por) (?:casa|el intento))`, 'me (?:quiero|quisiera|voy a) (?:morir|matar|suicidar|quitar la vida|ahorcar)(?! ' + idle.es + ')', '(?:quiero|voy a|quisiera|pienso|pienso en|he pensado en|estoy pensando en|intente|he intentado) (?:matarme|suicidarme|quitarme la vida|ahorcarme|tirarme (?:por|desde|de) (?:la ventana|un puente|el balcon|la azotea)|hacerme dano|lastimarme|cortarme (?:las venas|los brazos|las munecas)|acabar con (?:mi vida|todo))',
      'no (?:quiero|puedo) (?:vivir|seguir viviendo|vivir mas|vivir asi)(?= |$)(?! (?:en|con|sin|lejos|cerca|aqui|alli))', 'ya no quiero (?:vivir|estar (?:viv[oa]|aqui|en este mundo)|existir)(?! (?:en|con|sin) )', '(?:mejor|preferiria|ojala) (?:estar|estuviera|estaria) muert[oa]', 'mi vida no (?:tiene sentido|vale (?:nada|la pena))', 'me (?:autolesiono|corto (?:los brazos|las venas|a proposito)|hago dano a proposito)', '(?:tengo|con) (?:ideas|pensamientos) suicidas',
    ],
    violence: ['mi (?:marido|esposo|novi[oa]|pareja|mujer|esposa|ex|padre|papa|madre|mama|padrastro|hij[oa]|tio|hermano) (?:me|nos) (?:pega|golpea|maltrata|esta pegando|amenaza|ha pegado|pego anoche|viola|abusa|encierra|quiere matar)(?! (?:la|el|los|las|unos|unas|un susto|una llamada)(?: |$)(?!cara|brazo|cabeza|espalda))', 'me (?:pega|golpea|maltrata) mi (?:marido|esposo|novi[oa]|pareja|mujer|padre|papa|madre|mama|ex|padrastro)', 'me pegan en (?:mi )?casa', 'sufro (?:maltrato|violencia|abusos)', '(?:abusan|abuso sexualmente) de mi', 'tengo miedo de (?:mi (?:marido|esposo|novio|pareja|padre|ex)|que me mate)'],
  },
  pt: {
    harm: [
      `(?:eu )?(?:quero|queria|vou|penso em|estou pensando em|tenho vontade de|da vontade de|vontade de) morrer(?! ${idle.pt})`, '(?:quero|vou|queria|penso em|pensei em|estou pensando em|tentei) (?:me matar|me suicidar|tirar (?:a )?minha (?:propria )?vida|acabar com (?:a )?minha vida|me machucar|me enforcar|me jogar d[aoe])', '(?:quero|vou) (?:suicidar me|matar me)', 'nao (?:quero|aguento) (?:mais )?viver(?= |$)(?! (?:em|com|sem|longe|aqui|na|no|nessa|neste))', 'nao quero mais (?:viver|existir|estar vivo|estar viva)(?! (?:em|com|sem) )', '(?:preferia|queria|melhor) estar mort[oa]', 'minha vida nao (?:tem sentido|vale (?:nada|a pena))', '(?:eu )?me (?:corto|automutilo)', 'pensamentos suicidas',
    ],
    violence: ['meu (?:marido|namorado|companheiro|ex|pai|padrasto|irmao|tio) (?:me|nos) (?:bate|bateu|agride|agrediu|espanca|ameaca|machuca|estupra|violenta|quer matar)', 'minha (?:mae|mulher|esposa|namorada|ex|madrasta) (?:me|nos) (?:bate|bateu|agride|agrediu|espanca|ameaca|machuca)', '(?:apanho|estou apanhando) (?:em casa|do meu|da minha)', 'sofro (?:violencia|abuso|maus tratos|agressao)', 'tenho medo (?:do meu (?:marido|namorado|pai|ex|companheiro)|que ele me mate)'],
  },
  en: {
    harm: [
      '(?:i )?(?:want|wanna|wish|would like|d like|feel like|am going|m going|m gonna|plan|need|m thinking about|am thinking about|have thought about|ve thought about|tried) (?:to |of )?(?:kill(?:ing)? myself|end(?:ing)? (?:my life|it all)|die|dying|commit(?:ting)? suicide|hurt(?:ing)? myself|harm(?:ing)? myself|cut(?:ting)? myself|hang(?:ing)? myself)(?! ' + idle.en + ')', 'i (?:will|ll|might|could|should) (?:kill|hang|hurt|cut) myself(?! (?:a|some|laughing))', 'i (?:don t|dont|do not|no longer) (?:want|wanna) (?:to )?(?:live|be alive|exist|be here|wake up)(?: anymore| any more| any longer)?(?! (?:in|with|without|at|on|near|alone|together|so|early|for|when|early))', 'i wish i (?:was|were) (?:dead|never born)', '(?:i m|i am|im) (?:suicidal|self harming)', 'i (?:self harm|cut myself on purpose|ve been cutting myself)', 'my life (?:isn t|is not|isnt) worth living', 'better off (?:dead|without me)', 'suicidal thoughts', 'no reason to live',
    ],
    violence: ['my (?:husband|wife|boyfriend|girlfriend|partner|ex|father|dad|mother|mum|mom|stepdad|stepfather|stepmother|brother|uncle) (?:(?:always|often|sometimes|just|keeps) )?(?:hits|hit|beats|beat|hitting|beating|abuses|abused|rapes|raped|threatens to kill|chokes|choked|punches|punched|hurts) (?:me|us)(?= |$)(?! (?:at|to|in) (?:chess|tennis|cards|it|the|a))', '(?:i m|i am|i ve been|im) (?:being )?(?:abused|beaten) (?:at home|by)', 'i m (?:a victim of )?domestic (?:violence|abuse)', 'i (?:am|m) (?:afraid|scared) (?:of my (?:husband|boyfriend|partner|father|dad|ex)|he will kill me|he ll kill me)'],
  },
  fr: {
    harm: [
      `(?:j ai (?:envie|l intention) de|je veux|je voudrais|je vais|je pense a|j ai pense a|envie de) (?:mourir|crever)(?! ${idle.fr})`, '(?:je veux|je voudrais|je vais|j ai envie de|je pense a|j ai pense a|j ai essaye de|j ai voulu) (?:me tuer|me suicider|me pendre|me faire du mal|me jeter (?:par|sous|du)|en finir(?: avec la vie)?|mettre fin a mes jours|m ouvrir les veines|me scarifier|me mutiler)(?! (?:a|au) )', 'je (?:ne )?veux plus (?:vivre|etre la|exister|etre vivante?)(?= |$)(?! (?:en|avec|sans|a|chez|dans|au|seule?))', '(?:je prefererais|je voudrais|j aimerais|mieux) etre morte?', 'je serais mieux morte?', 'ma vie (?:n a (?:plus|pas) (?:de |aucun )?sens|ne vaut (?:rien|pas la peine)|ne sert a rien)', 'je me (?:scarifie|mutile|fais du mal)', '(?:des|mes) (?:idees|pensees) (?:suicidaires|noires suicidaires)', 'je suis suicidaire',
    ],
    violence: ['(?:mon|ma) (?:mari|copain|copine|compagnon|conjoint|femme|ex|pere|mere|beau pere|belle mere|frere|oncle) (?:me|m|nous) (?:frappe|a frappee?|bat|tape dessus|maltraite|viole|a violee?|menace de (?:me |mort)|cogne|veut me tuer)(?! (?:aux|au|a la|a l) (?!maison|tete))', '(?:je suis|on me) (?:battue?|frappee?|frappe|bat) (?:a la maison|chez moi|par mon|par ma)', 'je (?:subis|suis victime de) (?:des )?violences?', 'j ai peur (?:de mon (?:mari|copain|pere|ex|compagnon)|qu il me tue)'],
  },
};

const patterns = (Object.values(words)).flatMap(({ harm, violence }): [Danger, string][] => [['self-harm', harm.join('|')], ['violence', violence.join('|')]])
  .map(([danger, source]) => ({ danger, pattern: new RegExp(`(?:^| )(?:${source})(?= |$)`, 'u') }));

// Said of somebody else, of a story, or as a question of language.
const elsewhere = /(?:^| )(?:pelicula|serie|novela|libro|personaje|filme|livro|novela|personagem|movie|film|series|book|character|game|videojuego|jogo|jeu|livre|roman|personnage|como se dice|como se diz|how do you say|comment on dit|comment dit on|que significa|what does|o que significa|ca veut dire|traduce|traduza|translate|traduis|lyrics|cancion|song|chanson|musica)(?: |$)/u;
const longestHeard = 1_000;

/**
 * The danger that a text speaks of, in any of our four languages, or null. Manners of speaking (“me muero de risa”,
 * “I’m dying to know”), films and questions about words are none. Pure; the words are our own.
 */
export function dangerIn(text: string): Danger | null {
  const said = folded(text.slice(0, longestHeard));
  if (said.length < 8 || elsewhere.test(said)) return null;
  return patterns.find(({ pattern }) => pattern.test(said))?.danger ?? null;
}
