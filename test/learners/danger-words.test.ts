// Danger is heard in four languages; manners of speaking, films and questions about words are not taken for it.
import { describe, expect, it } from 'vitest';
import { dangerIn } from '../../src/learners/danger-words.ts';
import { HELP_LINES, helpLine, type Danger } from '../../src/learners/help-lines.ts';
import { COUNTRY_ZONES } from '../../src/learners/country-zones.ts';

const danger: Readonly<Record<Danger, readonly string[]>> = {
  'self-harm': [
    'quiero morirme', 'Me quiero morir', 'quiero suicidarme', 'me quiero matar', 'no quiero vivir más', 'ya no quiero vivir', 'no quiero seguir viviendo', 'voy a quitarme la vida', 'quiero hacerme daño', 'ojalá estuviera muerta', 'me corto los brazos', 'tengo pensamientos suicidas', 'mi vida no tiene sentido', 'hola, no puedo más, quiero acabar con todo',
    'quero morrer', 'quero me matar', 'não quero mais viver', 'não aguento mais viver', 'vou tirar minha própria vida', 'pensei em me suicidar', 'queria estar morta', 'eu me corto', 'minha vida não tem sentido',
    'I want to kill myself', 'i wanna die', 'I want to die', 'I’m going to end my life', 'I don’t want to live anymore', 'i dont want to be alive', 'I wish I was dead', 'I’m suicidal', 'I’ve been cutting myself', 'I feel like killing myself', 'I’m thinking about suicide, I want to end it all', 'everyone would be better off without me',
    'j’ai envie de mourir', 'je veux mourir', 'je veux me suicider', 'je vais me tuer', 'je ne veux plus vivre', 'je veux plus vivre', 'je veux en finir', 'j’ai des idées suicidaires', 'je me scarifie', 'ma vie n’a plus de sens',
  ],
  violence: [
    'mi marido me pega', 'mi novio me maltrata', 'mi padre nos golpea', 'me pega mi pareja', 'me pegan en casa', 'tengo miedo de mi marido', 'sufro maltrato', 'meu marido me bate', 'meu namorado me agrediu', 'minha mãe me bate', 'tenho medo do meu ex, tenho medo do meu marido', 'my husband hits me', 'My boyfriend beat me last night', 'my dad hits us', 'I’m being abused at home', 'I’m scared of my husband', 'mon mari me frappe', 'mon copain m’a frappée', 'mon père me bat', 'je suis battue par mon mari', 'j’ai peur de mon mari',
  ],
};

const none: readonly string[] = [
  'me muero de risa', 'me muero de hambre', 'me quiero morir de la vergüenza', 'quiero morirme de risa', 'me muero de ganas de viajar', 'mi madre me mata si llego tarde', 'este ejercicio me mata', 'me mata de risa', 'qué calor, me quiero morir de calor', 'no quiero vivir en Madrid', 'no quiero vivir con mis padres', 'no puedo vivir sin café', 'murió mi abuelo', '¿cómo se dice «quiero morir» en inglés?', 'en la película él quiere matarse: quiero morirme', 'mi vida es un caos', 'me pegó el sol', 'mi hermano me pega la gripe que tiene', 'mi marido me pega los stickers',
  'morrendo de rir', 'estou morrendo de fome', 'quero morrer de rir', 'morro de vergonha', 'não quero viver em São Paulo', 'meu chefe me mata', 'quase morri de medo', 'bateu a fome',
  'I’m dying to see it', 'I’m dying of laughter', 'this homework is killing me', 'you’re killing me', 'I could kill for a coffee', 'I want to die laughing', 'I want to die of embarrassment', 'I don’t want to live in London', 'I don’t want to live with my parents', 'I don’t want to be here when it rains', 'my phone died', 'kill the lights', 'my brother beats me at chess', 'he was killed in the war', 'to kill', 'die', 'dying', 'kill', 'dead', 'How do you say I want to die in Spanish?', 'my back is killing me', 'I love the Suicide Squad movie', 'the suicide rate is a hard topic', 'I hit the ball',
  'je meurs de faim', 'je suis mort de rire', 'j’ai envie de mourir de rire', 'ce devoir me tue', 'tu me tues', 'je ne veux plus vivre à Paris', 'je ne veux plus vivre chez mes parents', 'mort de fatigue', 'mon frère me bat aux échecs', 'mourir',
  'hola', 'is', 'She killed a spider.', 'Mató una araña.', '', '👍',
];

describe('danger', () => {
  it.each(Object.entries(danger).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const)))('%s: %s', (kind, text) => {
    expect(dangerIn(text)).toBe(kind);
  });

  it('is heard in capitals and without accents', () => {
    expect(dangerIn('QUIERO MORIRME')).toBe('self-harm');
    expect(dangerIn('nao quero mais viver')).toBe('self-harm');
    expect(dangerIn('I don\'t want to live anymore!!!')).toBe('self-harm');
  });
});

describe('no danger', () => {
  it.each(none)('%j', (text) => {
    expect(dangerIn(text)).toBeNull();
  });

  it('is found quickly in any text', () => {
    const begun = performance.now();
    for (const text of ['quiero '.repeat(600), 'my husband '.repeat(400), 'x'.repeat(4_096)]) dangerIn(text);
    expect(performance.now() - begun).toBeLessThan(300);
  });
});

describe('a help line', () => {
  it('is given by country and need, and none is made up', () => {
    expect(helpLine('ES', 'self-harm')).toBe('024');
    expect(helpLine('ES', 'violence')).toBe('016');
    expect(helpLine('US', 'violence')).toBeNull();
    expect(helpLine('ZZ', 'self-harm')).toBeNull();
    expect(helpLine(null, 'self-harm')).toBeNull();
    expect(helpLine('constructor', 'self-harm')).toBeNull();
  });

  it('is a number of a country that exists', () => {
    for (const [country, lines] of Object.entries(HELP_LINES)) {
      expect(COUNTRY_ZONES).toHaveProperty(country);
      for (const line of Object.values(lines)) expect(line).toMatch(/^\d[\d ]{2,15}$/u);
    }
  });
});
