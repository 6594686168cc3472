// What Charla says around the lessons, in French: menu, help, privacy, stop, settings.
import type { Facts, SameKeys } from './copy.ts';
import type { conversationEs } from './conversation.copy.es.ts';
import { clockH, comma, hasOpenLesson, hasOtherTarget, isRepairable, place } from './phrases.ts';
import { itemPlace } from './placement.phrases.ts';
import { hasOpenScene } from './scene-phrases.ts';
import { languagesFr } from './onboarding.copy.fr.ts';
import { brokenFr, repairFr } from './streak.copy.fr.ts';

const goOn = { title: 'Continuer', also: ['on continue', 'oui', 'ok', 'vas-y', 'suite'] };
const contact = ({ humanContact }: Facts) => (humanContact === '' ? '' : ` Tu peux aussi écrire à ${humanContact}.`);

export const conversationFr: SameKeys<typeof conversationEs> = {
  unclear: { lead: (facts) => {
    switch (facts.context.unclear) {
      case 'not-an-answer': return 'Ça ne ressemble pas à une réponse. Réponds à l’exercice, ou écris *INDICE* ou *PASSER*.';
      case 'other-language': return `Ici, c’est en ${languagesFr[facts.context.profile.targetLanguage ?? 'en']}. Ça ne compte pas comme une faute : réessaie, ou écris *INDICE*.`;
      case 'too-long': return 'C’est beaucoup pour une seule réponse et je n’ai pas tout lu. Quelques mots suffisent :';
      case 'short': return 'C’est un peu court. Dis-le en une phrase entière, même toute simple :';
      case 'no-words': return 'Je n’y vois aucun mot. Réponds avec des lettres.';
      case 'not-text': return 'Pour l’instant je ne lis que du texte, ni vocaux ni photos. Tu peux me l’écrire ?';
      case 'old-button': return 'Ce bouton date d’avant. On en est ici :';
      case 'no-time': return 'Je n’ai pas compris l’heure.';
      case 'no-year': return 'Je ne trouve pas l’année ; j’attends quelque chose comme *1990*.';
      case 'no-name': return 'Juste le prénom, sans chiffres ni symboles.';
      case 'odd-name': return 'Je ne suis pas sûre que ce soit un prénom. Si c’en est un, écris-le encore une fois ; un surnom va aussi.';
      case 'any-name': return 'C’est juste pour savoir comment t’appeler : n’importe quel surnom convient.';
      case 'repeat': return 'Bien sûr, encore une fois :';
      case 'no-zone': return 'Je ne trouve pas cet endroit. Essaie une grande ville des environs, ou le pays.';
      case 'off-topic': return 'Ça sort de mon domaine : j’enseigne les langues. On reprend :';
      case 'not-a-choice': return 'Je ne sais pas lire ça comme une réponse. Choisis-en une, ou écris *INDICE*, *PASSER* ou *MENU*.';
      case 'test-hint': return 'Pas d’indice pendant le test. Si tu ne sais pas, écris *Je ne sais pas*.';
      case 'test-language': return `La réponse en ${languagesFr[facts.context.profile.targetLanguage ?? 'en']}, s’il te plaît. Si tu ne sais pas, écris *Je ne sais pas*.`;
      case 'test-answer': return 'Ça ne ressemble pas à une réponse. Si tu ne sais pas, écris *Je ne sais pas*.';
      case 'greeting': return `Bonjour${comma(facts)} ! On reprend :`;
      case 'thanks': return `Avec plaisir${comma(facts)} ! On continue :`;
      case 'goodbye': return `À plus tard${comma(facts)} ! À ton retour, on reprend ici :`;
      default: return 'Je n’ai pas compris. Touche une option ou écris son numéro.';
    }
  } },
  sorry: 'Quelque chose s’est bloqué de mon côté et je n’ai pas pu répondre. Tes progrès sont gardés. Réessaie ou écris *MENU*.',
  enough: 'On a beaucoup parlé aujourd’hui, alors je fais une pause. Demain on reprend là où tu en étais.',
  menu: {
    ask: (facts) => {
      if (!facts.context.onboarded) return 'On en est au milieu des présentations. On continue ?';
      if (isRepairable(facts)) return brokenFr(facts);
      const { at, of } = place(facts);
      if (itemPlace(facts) !== null) return `Rebonjour${comma(facts)}. Ton test de niveau est en cours : tu en es à la question ${itemPlace(facts)}.`;
      if (hasOpenLesson(facts)) return `Rebonjour${comma(facts)}. Tu as une leçon en cours : tu en es à la ${at} sur ${of}.`;
      if (hasOpenScene(facts)) return `Rebonjour${comma(facts)}. Tu as une scène en cours : *${facts.scene?.title ?? ''}*.`;
      return { funny: `Me voilà${comma(facts)}. On fait quoi ?`, strict: `On travaille quoi${comma(facts)} ?`, flirty: `Je suis tout ouïe${comma(facts)}. On fait quoi ?` };
    },
    buttons: (facts) => {
      if (!facts.context.onboarded) return { continue: goOn, help: 'Aide', privacy: 'Mes données' };
      if (itemPlace(facts) !== null || hasOpenLesson(facts)) return { continue: goOn, lesson: 'Autre leçon', ...(isRepairable(facts) ? { repair: repairFr } : { settings: 'Réglages' }) };
      if (hasOpenScene(facts)) return { continue: goOn, scene: 'Autre scène', lesson: 'Leçon' };
      return { lesson: { title: 'Leçon', also: ['pratiquer', 'commencer', 'cours', 'allez', 'oui'] }, ...(isRepairable(facts) ? { repair: repairFr } : { scene: { title: 'Conversation', also: ['conversations', 'parler', 'discuter', 'scène', 'scene'] } }), settings: 'Réglages' };
    },
  },
  back: { lead: { funny: 'On en était là :', strict: 'On continue :' } },
  bye: (facts) => `À bientôt${comma(facts)}. Écris-moi n’importe quoi et on reprend.`,
  help: {
    ask: 'Je suis une intelligence artificielle, pas une personne. Une leçon, c’est environ huit questions : réponds en touchant ou en écrivant, et arrête-toi au milieu si tu veux.\nCes mots marchent toujours : *MENU* (le début), *STOP* (je n’écris plus) et *HUMAIN* (quelqu’un de l’équipe).',
    buttons: { continue: goOn, privacy: 'Mes données', human: 'Parler à quelqu’un' },
  },
  privacy: {
    ask: 'Je suis une intelligence artificielle qui enseigne les langues. Je garde ton numéro, ton nom, tes réglages et ce que tu m’écris, pour t’apprendre la langue et savoir où tu en es. Tu peux tout voir ou tout effacer : touche le bouton, quelqu’un de l’équipe s’en occupe.',
    buttons: { see: 'Voir mes données', erase: 'Effacer mes données', continue: goOn },
  },
  human: {
    ask: (facts) => `Je préviens quelqu’un de l’équipe : tu auras une réponse ici dès que possible, et tout ce que tu écris d’ici là sera lu.${contact(facts)}\nPour continuer avec moi, touche le bouton ou écris *MENU*.`,
    buttons: { continue: 'Revenir à Charla' },
  },
  'human.released': { lead: 'C’est de nouveau Charla. On continue :' },
  'stopped.noted': 'C’est fait.',
  stopped: {
    ask: 'Je ne t’écris plus ; je réponds seulement si tu m’écris. Ce que tu as appris est gardé. Pour revenir, touche le bouton ou écris *REPRENDRE*.',
    buttons: { start: { title: 'Reprendre', also: ['start', 'revenir', 'commencer', 'continuer'] } },
  },
  'stopped.privacy': (facts) => `Je garde ton numéro, ton nom, tes réglages et ce que tu m’as écrit. Pour le voir ou l’effacer, écris *HUMAIN*.${contact(facts)}`,
  'stopped.human': (facts) => `Je préviens quelqu’un de l’équipe : tu auras une réponse ici.${contact(facts)}`,
  started: { lead: (facts) => ({ funny: `Contente de te relire${comma(facts)} ! On en était là :`, strict: `Bien${comma(facts)}. On continue :` }) },
  settings: {
    ask: 'Qu’est-ce qu’on change ?',
    list: {
      open: 'Voir les réglages',
      rows: (facts) => ({
        time: { title: 'Rappel', description: facts.context.profile.dailyTime === null ? 'Actuel : aucun' : facts.context.profile.followsLesson ? 'Actuel : comme ta dernière leçon' : `Actuel : ${clockH(facts.context.profile.dailyTime)}` },
        level: { title: 'Niveau', description: `Actuel : ${facts.context.profile.level ?? 'pas encore choisi'}` },
        ...(hasOtherTarget(facts) ? { target: { title: 'Langue que j’apprends', description: `Actuelle : ${facts.context.profile.targetLanguage === null ? 'pas encore choisie' : languagesFr[facts.context.profile.targetLanguage]}` } } : {}),
        persona: { title: 'Mon ton', description: 'Avec humour, sans détour…' },
        language: { title: 'Langue d’explication', description: 'Español, Português, English, Français' },
        name: { title: 'Comment je t’appelle', description: `Actuel : ${facts.context.profile.name ?? 'pas encore choisi'}` },
        zone: { title: 'Où tu es', description: `Actuel : ${facts.city}, ${clockH(facts.here)}` },
        help: 'Aide',
        back: { title: 'Retour au menu', also: ['retour', 'rien'] },
      }),
    },
  },
  'settings.saved': { funny: 'C’est noté, et lisiblement.', strict: 'C’est noté.' },
};
