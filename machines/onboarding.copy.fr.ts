// What Charla says while getting to know a learner, in French.
import type { SameKeys } from './copy.ts';
import type { onboardingEs } from './onboarding.copy.es.ts';
import { mayFlirt } from './adulthood.ts';
import { clockH, comma, nameButton, targetRows, taught, zoneRows } from './phrases.ts';

export const languagesFr = { en: 'anglais', fr: 'français', es: 'espagnol' } as const;
const withArticle = { en: 'l’anglais', fr: 'le français', es: 'l’espagnol' } as const;

const yes = ['oui', 'ouais', 'ok', 'okay', 'd’accord', 'allez', 'allons-y', 'vas-y', 'c’est parti', 'bien sûr', 'on commence'];
const start = { title: 'Commencer', also: yes };
const language = { title: '🌐 Language', also: ['langue', 'english', 'español', 'português'] };

export const onboardingFr: SameKeys<typeof onboardingEs> = {
  'onboarding.hello': (facts) => `Bonjour${comma(facts)} ! Je suis Charla, une intelligence artificielle qui enseigne les langues. 👋\nJe t’apprends ${taught(facts, withArticle, 'ou')}, cinq minutes à la fois, ici sur WhatsApp.\nJe garde tes réponses pour mieux t’aider ; écris *MES DONNÉES* quand tu veux les voir ou les effacer.`,
  'onboarding.welcome': { ask: 'On commence ?', buttons: { start, more: { title: 'En savoir plus', also: ['combien ça coûte', 'c’est gratuit', 'c’est payant', 'c’est quoi', 'comment ça marche', 'qui es-tu', 'tu es qui'] }, language } },
  'onboarding.more': {
    ask: 'Quelques petites questions et c’est parti : une idée claire, huit exercices, et le pourquoi de chaque réponse. Commencer est gratuit, sans carte. Je me trompe parfois, comme toute intelligence artificielle ; avec *HUMAIN*, tu préviens quelqu’un de l’équipe.',
    buttons: { start, language },
  },
  'onboarding.language': { ask: 'Dans quelle langue je t’explique les choses ?', list: { open: 'Choisir la langue', rows: { fr: 'Français', es: 'Español', pt: 'Português', en: 'English' } } },
  'onboarding.target': {
    ask: 'Qu’est-ce que tu veux apprendre ?',
    list: { open: 'Choisir la langue', rows: (facts) => targetRows(facts, { en: { title: 'Anglais', also: ['english'] }, es: { title: 'Espagnol', also: ['español'] }, fr: 'Français' }) },
  },
  'onboarding.target.noted': ({ context: { profile } }) => `Va pour ${withArticle[profile.targetLanguage ?? 'en']}.`,
  'onboarding.goal': { ask: 'C’est surtout pour quoi ?', buttons: { travel: { title: 'Voyager', also: ['voyage', 'voyages', 'vacances'] }, work: { title: 'Le travail', also: ['travail', 'travailler', 'boulot'] }, chat: { title: 'Discuter', also: ['parler', 'bavarder', 'conversation'] } } },
  'onboarding.goal.noted': ({ context: { profile } }) => {
    if (profile.goal === 'travel') return 'Compris : l’aéroport, l’hôtel, et commander à dîner sans montrer du doigt.';
    if (profile.goal === 'work') return 'Compris : des réunions, des mails et un café avec des clients.';
    return 'Compris : raconter ta vie et suivre celle des autres.';
  },
  'onboarding.level': {
    ask: 'Tu en es où ?',
    buttons: { A1: { title: 'Je pars de zéro', also: ['a1', 'zéro', 'rien', 'débutant', 'débutante'] }, A2: { title: 'Je connais un peu', also: ['a2', 'un peu', 'les bases', 'peu', 'je ne sais pas', 'je sais pas', 'aucune idée', 'pas sûr', 'pas sûre'] }, B1: { title: 'Je me débrouille', also: ['b1', 'intermédiaire', 'bien'] } },
  },
  'onboarding.level.noted': ({ context: { profile } }) => {
    if (profile.level === 'A1') return 'Parfait : depuis le début et sans se presser.';
    if (profile.level === 'A2') return 'Bien, il y a de quoi démarrer.';
    return 'Très bien, alors on ira un peu plus vite.';
  },
  'onboarding.name': {
    ask: ({ context: { profile } }) => (profile.name === null ? 'Comment je t’appelle ? Écris-moi ton prénom.' : `Je t’appelle ${profile.name} ? Si tu préfères un autre nom, écris-le.`),
    buttons: (facts) => nameButton(facts, 'Oui, c’est bien'),
  },
  'onboarding.name.noted': (facts) => `Enchantée${comma(facts)}. Une question obligatoire, parce qu’il y a un âge minimum et des choses réservées aux adultes :`,
  'onboarding.birthYear': { ask: 'Quelle est ton année de naissance ? En quatre chiffres, s’il te plaît.' },
  'onboarding.tooYoung': {
    ask: 'Merci de me l’avoir dit. WhatsApp est réservé aux 13 ans et plus, alors je ne peux pas encore te donner de leçon ; à tes 13 ans, je serai là. Si l’année est fausse, quelqu’un de l’équipe la corrigera.',
    buttons: { human: 'Parler à quelqu’un' },
  },
  'onboarding.persona': {
    ask: ({ context: { profile }, now }) => (mayFlirt(profile, now)
      ? 'Je te corrige comment ? Avec humour, sans détour, ou avec charme : les compliments, seulement pour tes phrases.'
      : 'Je te corrige comment : avec humour ou sans détour ?'),
    buttons: ({ context: { profile }, now }) => ({
      funny: { title: 'Avec humour', also: ['humour', 'drôle'] },
      strict: { title: 'Sans détour', also: ['direct', 'directe', 'exigeante'] },
      ...(mayFlirt(profile, now) ? { flirty: { title: 'Avec charme', also: ['charme', 'charmeuse'] } } : {}),
    }),
  },
  'onboarding.persona.noted': { funny: 'Entendu : les fautes, avec le sourire.', strict: 'Entendu. Droit au but.', flirty: 'Marché conclu. J’aime déjà tes phrases. 😏' },
  'onboarding.zone': {
    ask: 'Pour ne pas t’écrire en pleine nuit : quelle heure est-il chez toi ?',
    list: { open: 'Choisir l’heure', rows: (facts) => zoneRows(facts, 'Aucune de celles-là') },
  },
  'onboarding.time': {
    ask: 'À quelle heure je te rappelle ta leçon ? Touche une heure ou écris la tienne, par exemple *19h30*.',
    buttons: { '09:00': { title: '9h', also: ['9:00', '9h00'] }, same: { title: 'À cette heure-ci', also: ['cette heure', 'comme aujourd’hui', 'maintenant', 'même heure', 'à la même heure'] }, none: { title: 'Pas de rappel', also: ['non', 'aucun', 'aucune', 'jamais', 'pas de rappels'] } },
  },
  'onboarding.done': (facts) => {
    const { dailyTime, followsLesson } = facts.context.profile;
    if (dailyTime === null) return `C’est prêt${comma(facts)} : pas de rappels, tu viens quand tu veux.`;
    if (followsLesson) return `C’est prêt${comma(facts)} : je t’écris chaque jour à l’heure de ta dernière leçon, sauf si tu as déjà pratiqué.`;
    return `C’est prêt${comma(facts)} : je t’écris à ${clockH(dailyTime)}, si tu n’as pas encore pratiqué ce jour-là.`;
  },
};
