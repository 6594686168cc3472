// What Charla says while getting to know a learner, in Brazilian Portuguese.
import type { SameKeys } from './copy.ts';
import type { onboardingEs } from './onboarding.copy.es.ts';
import { mayFlirt } from './adulthood.ts';
import { clockH, comma, nameButton, targetRows, taught, zoneRows } from './phrases.ts';

export const languagesPt = { en: 'inglês', fr: 'francês', es: 'espanhol' } as const;

const yes = ['sim', 'ok', 'okay', 'claro', 'vamos', 'bora', 'pode ser', 'beleza', 'quero', 'tá bom', 'vamos lá'];
const start = { title: 'Começar', also: yes };
const language = { title: '🌐 Language', also: ['idioma', 'english', 'español', 'français'] };

export const onboardingPt: SameKeys<typeof onboardingEs> = {
  'onboarding.hello': (facts) => `Oi${comma(facts)}! Eu sou a Charla, uma tutora de idiomas com inteligência artificial. 👋\nEnsino ${taught(facts, languagesPt, 'ou')}, cinco minutinhos por vez, aqui no WhatsApp.\nGuardo suas respostas para ensinar melhor; escreva *PRIVACIDADE* quando quiser ver ou apagar tudo.`,
  'onboarding.welcome': { ask: 'Vamos começar?', buttons: { start, more: { title: 'Saber mais', also: ['quanto custa', 'é grátis', 'é de graça', 'é pago', 'o que é isso', 'como funciona', 'quem é você'] }, language } },
  'onboarding.more': {
    ask: 'Faço umas perguntas rápidas e a gente começa: uma ideia clara, oito exercícios e o porquê de cada resposta. Começar é grátis e não pede cartão. Às vezes eu erro, como toda inteligência artificial; com *PESSOA* você chama alguém da equipe.',
    buttons: { start, language },
  },
  'onboarding.language': { ask: 'Em que idioma explico as coisas?', list: { open: 'Escolher idioma', rows: { pt: 'Português', es: 'Español', en: 'English', fr: 'Français' } } },
  'onboarding.target': {
    ask: 'O que você quer aprender?',
    list: { open: 'Escolher idioma', rows: (facts) => targetRows(facts, { en: { title: 'Inglês', also: ['english'] }, es: { title: 'Espanhol', also: ['español'] }, fr: { title: 'Francês', also: ['français'] } }) },
  },
  'onboarding.target.noted': ({ context: { profile } }) => `Então vamos de ${languagesPt[profile.targetLanguage ?? 'en']}.`,
  'onboarding.goal': { ask: 'E é para quê, principalmente?', buttons: { travel: { title: 'Viajar', also: ['viagem', 'viagens'] }, work: { title: 'Trabalho', also: ['trabalhar'] }, chat: { title: 'Conversar', also: ['bater papo', 'conversa', 'falar'] } } },
  'onboarding.goal.noted': ({ context: { profile } }) => {
    if (profile.goal === 'travel') return 'Entendi: aeroporto, hotel e pedir o jantar sem apontar com o dedo.';
    if (profile.goal === 'work') return 'Entendi: reuniões, e-mails e um café com clientes.';
    return 'Entendi: contar a sua vida e entender a dos outros.';
  },
  'onboarding.level': {
    ask: 'E como está o seu nível?',
    buttons: { A1: { title: 'Começo do zero', also: ['a1', 'zero', 'nada', 'do zero'] }, A2: { title: 'Sei um pouco', also: ['a2', 'um pouco', 'básico', 'pouco', 'não sei', 'sei lá', 'não tenho certeza', 'não faço ideia'] }, B1: { title: 'Eu me viro', also: ['b1', 'me viro', 'intermediário', 'bem'] } },
  },
  'onboarding.level.noted': ({ context: { profile } }) => {
    if (profile.level === 'A1') return 'Perfeito: do começo e sem pressa.';
    if (profile.level === 'A2') return 'Bom, já temos por onde começar.';
    return 'Muito bem, então vamos num ritmo mais animado.';
  },
  'onboarding.name': {
    ask: ({ context: { profile } }) => (profile.name === null ? 'Como posso chamar você? Escreva seu nome.' : `Posso chamar você de ${profile.name}? Se preferir outro nome, escreva.`),
    buttons: (facts) => nameButton(facts, 'Pode, assim mesmo'),
  },
  'onboarding.name.noted': (facts) => `Prazer${comma(facts)}. Agora uma pergunta obrigatória, porque existe uma idade mínima e há coisas só para adultos:`,
  'onboarding.birthYear': { ask: 'Em que ano você nasceu? Com quatro dígitos.' },
  'onboarding.tooYoung': {
    ask: 'Obrigada por contar. O WhatsApp é a partir dos 13 anos, então ainda não posso dar aula para você; quando fizer 13, estarei aqui. Se o ano está errado, alguém da equipe corrige.',
    buttons: { human: 'Falar com alguém' },
  },
  'onboarding.persona': {
    ask: ({ context: { profile }, now }) => (mayFlirt(profile, now)
      ? 'Como prefere que eu corrija? Com humor, direto ao ponto ou com charme: os elogios, só para as suas frases.'
      : 'Como prefere que eu corrija: com humor ou direto ao ponto?'),
    buttons: ({ context: { profile }, now }) => ({
      funny: { title: 'Com humor', also: ['humor', 'divertida'] },
      strict: { title: 'Direto ao ponto', also: ['direto', 'direta', 'exigente'] },
      ...(mayFlirt(profile, now) ? { flirty: { title: 'Com charme', also: ['charme', 'charmosa'] } } : {}),
    }),
  },
  'onboarding.persona.noted': { funny: 'Fechado: os erros, com um sorriso.', strict: 'Combinado. Direto ao ponto.', flirty: 'Combinado. Já simpatizei com as suas frases. 😏' },
  'onboarding.zone': {
    ask: 'Para não escrever de madrugada: que horas são agora onde você está?',
    list: { open: 'Escolher horário', rows: (facts) => zoneRows(facts, 'Nenhuma destas') },
  },
  'onboarding.time': {
    ask: 'A que horas você quer o lembrete da lição? Toque numa ou escreva a sua, por exemplo *19h30*.',
    buttons: { '09:00': { title: '9h', also: ['9:00', '9h00'] }, same: { title: 'Neste horário', also: ['este horário', 'a esta hora', 'nesta hora', 'esta hora', 'como hoje', 'agora', 'mesma hora', 'na mesma hora'] }, none: { title: 'Sem lembrete', also: ['não', 'nenhuma', 'nunca', 'sem', 'não quero'] } },
  },
  'onboarding.done': (facts) => {
    const { dailyTime, followsLesson } = facts.context.profile;
    if (dailyTime === null) return `Pronto${comma(facts)}: sem lembretes, você decide quando.`;
    if (followsLesson) return `Pronto${comma(facts)}: todo dia aviso no horário da sua última lição; se já tiver praticado, não.`;
    return `Pronto${comma(facts)}: aviso ${dailyTime.startsWith('01') ? 'à' : 'às'} ${clockH(dailyTime)}, se nesse dia você ainda não tiver praticado.`;
  },
};
