// What Charla says around the lessons, in Brazilian Portuguese: menu, help, privacy, stop, settings.
import type { Facts, SameKeys } from './copy.ts';
import type { conversationEs } from './conversation.copy.es.ts';
import { clockH, comma, hasOpenLesson, hasOtherTarget, isRepairable, place } from './phrases.ts';
import { itemPlace } from './placement.phrases.ts';
import { hasOpenScene } from './scene-phrases.ts';
import { languagesPt } from './onboarding.copy.pt.ts';
import { brokenPt, repairPt } from './streak.copy.pt.ts';

const goOn = { title: 'Continuar', also: ['seguir', 'segue', 'bora', 'sim', 'vamos'] };
const contact = ({ humanContact }: Facts) => (humanContact === '' ? '' : ` Se preferir, escreva para ${humanContact}.`);

export const conversationPt: SameKeys<typeof conversationEs> = {
  unclear: { lead: (facts) => {
    switch (facts.context.unclear) {
      case 'not-an-answer': return 'Isso não parece uma resposta. Responda ao exercício, ou escreva *DICA* ou *PULAR*.';
      case 'other-language': return `Aqui é em ${languagesPt[facts.context.profile.targetLanguage ?? 'en']}. Não conta como erro: tente de novo, ou escreva *DICA*.`;
      case 'too-long': return 'É muita coisa para uma resposta só e não li tudo. Poucas palavras bastam:';
      case 'short': return 'Ficou curtinho. Diga numa frase inteira, mesmo que seja simples:';
      case 'no-words': return 'Não vi nenhuma palavra aí. Responda com letras.';
      case 'not-text': return 'Por enquanto só leio texto; áudio e foto, ainda não. Escreva, por favor.';
      case 'old-button': return 'Esse botão era de antes. Continuamos por aqui:';
      case 'no-time': return 'Não entendi esse horário.';
      case 'no-year': return 'Não encontrei o ano aí; procuro algo como *1990*.';
      case 'no-name': return 'Escreva só o nome, sem números nem símbolos.';
      case 'odd-name': return 'Não sei se isso é um nome. Se for, escreva de novo; um apelido também vale.';
      case 'any-name': return 'É só para saber como chamar você: qualquer apelido serve.';
      case 'repeat': return 'Claro, mais uma vez:';
      case 'no-zone': return 'Não encontrei esse lugar. Tente uma cidade grande por perto, ou o país.';
      case 'off-topic': return 'Isso foge do que eu faço: ensino idiomas. Continuando:';
      case 'not-a-choice': return 'Não sei ler isso como resposta. Escolha uma, ou escreva *DICA*, *PULAR* ou *MENU*.';
      case 'test-hint': return 'No teste não tem dica. Se não souber, escreva *Não sei*.';
      case 'test-language': return `A resposta, em ${languagesPt[facts.context.profile.targetLanguage ?? 'en']}. Se não souber, escreva *Não sei*.`;
      case 'test-answer': return 'Isso não parece uma resposta. Se não souber, escreva *Não sei*.';
      case 'greeting': return `Oi${comma(facts)}! Continuando:`;
      case 'thanks': return `Eu que agradeço${comma(facts)}! Continuando:`;
      case 'goodbye': return `Até logo${comma(facts)}! Quando você voltar, continuamos daqui:`;
      default: return 'Não entendi. Toque numa opção ou escreva o número dela.';
    }
  } },
  sorry: 'Alguma coisa travou aqui e não consegui responder. O que você fez está salvo. Tente de novo ou escreva *MENU*.',
  enough: 'Hoje a gente já conversou muito, então vou fazer uma pausa. Amanhã continuamos de onde você parou.',
  menu: {
    ask: (facts) => {
      if (!facts.context.onboarded) return 'Paramos no meio das apresentações. Vamos continuar?';
      if (isRepairable(facts)) return brokenPt(facts);
      const { at, of } = place(facts);
      if (itemPlace(facts) !== null) return `Oi de novo${comma(facts)}. Você tem o teste de nível pela metade: está na pergunta ${itemPlace(facts)}.`;
      if (hasOpenLesson(facts)) return `Oi de novo${comma(facts)}. Você tem uma lição pela metade: está na ${at} de ${of}.`;
      if (hasOpenScene(facts)) return `Oi de novo${comma(facts)}. Você tem uma cena pela metade: *${facts.scene?.title ?? ''}*.`;
      return { funny: `Estou aqui${comma(facts)}. O que vai ser?`, strict: `O que vamos praticar${comma(facts)}?`, flirty: `Sou toda ouvidos${comma(facts)}. O que vai ser?` };
    },
    buttons: (facts) => {
      if (!facts.context.onboarded) return { continue: goOn, help: 'Ajuda', privacy: 'Privacidade' };
      if (itemPlace(facts) !== null || hasOpenLesson(facts)) return { continue: goOn, lesson: 'Outra lição', ...(isRepairable(facts) ? { repair: repairPt } : { settings: 'Ajustes' }) };
      if (hasOpenScene(facts)) return { continue: goOn, scene: 'Outra cena', lesson: 'Lição' };
      return { lesson: { title: 'Lição', also: ['praticar', 'começar', 'aula', 'vamos', 'bora', 'sim'] }, ...(isRepairable(facts) ? { repair: repairPt } : { scene: { title: 'Conversar', also: ['conversa', 'conversação', 'falar', 'bater papo', 'cena'] } }), settings: 'Ajustes' };
    },
  },
  back: { lead: { funny: 'De onde paramos:', strict: 'Continuando:' } },
  bye: (facts) => `Até a próxima${comma(facts)}. Mande qualquer mensagem e a gente continua.`,
  help: {
    ask: 'Sou uma tutora com inteligência artificial. Uma lição tem umas oito perguntas: responda tocando ou escrevendo, e pare no meio se quiser.\nSempre funcionam *MENU* (o início), *STOP* (não escrevo mais) e *PESSOA* (alguém da equipe).',
    buttons: { continue: goOn, privacy: 'Privacidade', human: 'Falar com alguém' },
  },
  privacy: {
    ask: 'Sou uma tutora com inteligência artificial. Guardo seu número, seu nome, seus ajustes e o que você me escreve, para ensinar e lembrar onde você está. Você pode ver ou apagar tudo quando quiser: toque no botão e alguém da equipe cuida disso.',
    buttons: { see: 'Ver meus dados', erase: 'Apagar meus dados', continue: goOn },
  },
  human: {
    ask: (facts) => `Vou avisar uma pessoa da equipe: ela responde por aqui assim que puder e vai ler o que você escrever até lá.${contact(facts)}\nPara continuar comigo, toque no botão ou escreva *MENU*.`,
    buttons: { continue: 'Seguir com a Charla' },
  },
  'human.released': { lead: 'É a Charla de novo. Continuando:' },
  'stopped.noted': 'Pronto.',
  stopped: {
    ask: 'Não escrevo mais; só respondo se você me escrever. O que você aprendeu fica guardado. Para voltar, toque no botão ou escreva *VOLTAR*.',
    buttons: { start: { title: 'Voltar', also: ['start', 'começar', 'continuar'] } },
  },
  'stopped.privacy': (facts) => `Guardo seu número, seu nome, seus ajustes e o que você me escreveu. Para ver ou apagar, escreva *PESSOA*.${contact(facts)}`,
  'stopped.human': (facts) => `Vou avisar uma pessoa da equipe: ela responde por aqui.${contact(facts)}`,
  started: { lead: (facts) => ({ funny: `Que bom te ler${comma(facts)}! De onde paramos:`, strict: `Certo${comma(facts)}. Continuando:` }) },
  settings: {
    ask: 'O que vamos mudar?',
    list: {
      open: 'Ver ajustes',
      rows: (facts) => ({
        time: { title: 'Lembrete', description: facts.context.profile.dailyTime === null ? 'Agora: nenhum' : facts.context.profile.followsLesson ? 'Agora: como a última lição' : `Agora: ${clockH(facts.context.profile.dailyTime)}` },
        level: { title: 'Nível', description: `Agora: ${facts.context.profile.level ?? 'sem escolher'}` },
        ...(hasOtherTarget(facts) ? { target: { title: 'Idioma que aprendo', description: `Agora: ${facts.context.profile.targetLanguage === null ? 'sem escolher' : languagesPt[facts.context.profile.targetLanguage]}` } } : {}),
        persona: { title: 'Meu tom', description: 'Com humor, direto ao ponto…' },
        language: { title: 'Idioma em que explico', description: 'Español, Português, English, Français' },
        name: { title: 'Como chamo você', description: `Agora: ${facts.context.profile.name ?? 'sem escolher'}` },
        zone: { title: 'Onde você está', description: `Agora: ${facts.city}, ${clockH(facts.here)}` },
        help: 'Ajuda',
        back: { title: 'Voltar ao menu', also: ['voltar', 'nada'] },
      }),
    },
  },
  'settings.saved': { funny: 'Anotado, e com letra bonita.', strict: 'Anotado.' },
};
