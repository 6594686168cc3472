// How a simulated learner plays a role-play scene: rightly, wrongly, asking for help, off the subject; and what must come of each.
import { asksToRepeat } from '../../src/conversation/steering-words.ts';
import { sceneById, scenesFor } from '../../src/exercises/scenes/all.ts';
import { beatOf, type Beat, type Scene } from '../../src/exercises/scenes/scene.ts';
import { folded } from '../../src/grading/folded.ts';
import { interfaceLanguages, type Context, type InterfaceLanguage } from '../../machines/vocabulary.ts';
import { fault, type Diary } from './diary.ts';
import type { Person } from './person.ts';
import { casually, hint, skip, text, voiceNote, type Written } from './writing.ts';

/** The scene and the beat that are open, or null. */
export function openBeat(context: Context | null): { scene: Scene; beat: Beat } | null {
  const scene = sceneById(context?.scene?.id ?? '');
  const beat = scene && context?.scene?.beat ? beatOf(scene, context.scene.beat) : undefined;
  return scene && beat ? { scene, beat } : null;
}

/** What nobody could take for a reply to anything. */
const nonsense = ['zzz', 'blbl blbl blbl', 'hmpf'] as const;
/** Said in the learner's own language, about nothing in particular. */
const ownWords: Readonly<Record<InterfaceLanguage, readonly string[]>> = {
  es: ['mi hermano vive con su familia en otra ciudad', 'ayer estuve todo el rato con mis primos'], pt: ['meu irmão mora com a família em outra cidade', 'ontem fiquei o tempo todo com meus primos'],
  en: ['my brother lives with his family in another city', 'yesterday we were all at home with the cousins'], fr: ['mon frère habite avec sa famille dans une autre ville', 'hier nous étions toute la journée avec mes cousins'],
};
const elsewhere: Readonly<Record<InterfaceLanguage, readonly string[]>> = { es: ['¿qué tiempo hace mañana?', 'cuéntame un chiste'], pt: ['me conta uma piada', 'qual é a previsão do tempo?'], en: ['tell me a joke', 'what is the weather like tomorrow?'], fr: ['raconte-moi une blague', 'quel temps fera-t-il demain ?'] };

/** What they write at the open beat; null when they put the phone away in the middle. */
export function playLine({ chance, habits, mind }: Person, context: Context): Written | null {
  const { scene, beat } = openBeat(context)!;
  const language = context.profile.nativeLanguage;
  const said = (words: string, sort: NonNullable<Written['line']>['sort'], branches: readonly string[] = []): Written => ({ ...text(words, 'steer'), line: { scene: scene.id, beat: beat.id, sort, branches } });
  if (chance.is(habits.leaves * 2)) return null;
  if (chance.is(habits.strays * 2)) {
    const what = chance.next();
    if (what < 0.15) return voiceNote(chance.whole(1, 9999));
    if (what < 0.3) return text(chance.pick(['😅', '👍👍', '…']), 'stray');
    if (what < 0.45) return said('x'.repeat(4096), 'wrong');
    if (what < 0.6) return said(chance.pick(elsewhere[language]), 'elsewhere');
    return what < 0.85 ? said(chance.pick(hint[language]), 'help') : said(chance.pick(skip[language]), 'skip');
  }
  // Scenes are of their learners' level, so most know what to say.
  if (chance.is(1 / (1 + Math.exp(-2.5 - mind.ability)) * 0.6 + 0.35)) {
    const branch = chance.pick(beat.branches);
    return said(casually(chance.pick(branch.phrases), chance), 'right', [branch.id]);
  }
  if (chance.is(0.5)) return said(chance.is(0.5) ? chance.pick(nonsense) : chance.pick(ownWords[language]), 'wrong');
  const other = chance.pick(scenesFor(language, scene.target).filter(({ id }) => id !== scene.id));
  return said(chance.pick(chance.pick(chance.pick(other.beats).branches).phrases), 'other');
}

/** Holds what came of a reply in a scene against what was meant by it. @param told the words of the reply */
export function noteScene(diary: Diary, written: Written, before: Context | null, after: Context | null, told: string, at: number): void {
  const [was, is] = [before?.scene ?? null, after?.scene ?? null];
  if (is !== null && is.begunAt !== was?.begunAt) diary.scenes.push({ id: is.id, begunAt: is.begunAt, outcome: null, turns: 0 });
  const open = diary.scenes.at(-1);
  if (open && open.begunAt === is?.begunAt && open.outcome === null) Object.assign(open, { outcome: is.outcome, turns: is.turns });
  const { line } = written;
  if (line && was && is && was.begunAt === is.begunAt) {
    const moved = is.beat !== line.beat;
    const own = is.said.find(({ beat }) => beat === line.beat)?.own === true;
    const stays = is.turns >= is.most || was.misses >= 3 || is.outcome === 'off_topic';
    diary.lines.push({ sort: line.sort, understood: own, about: `${line.scene}.${line.beat} > ${written.shown.slice(0, 80)}` });
    // Who asks the partner to say it again hears it again, and has used up nothing.
    const again = line.sort === 'other' && interfaceLanguages.some((language) => asksToRepeat(folded(written.shown), language, true));
    if (is.turns !== was.turns + 1 && !(again && !moved && is.turns === was.turns)) fault(diary, 'a scene that does not count a reply', at);
    if (line.sort === 'right' && (!own || !line.branches.includes(is.said.at(-1)!.branch))) fault(diary, 'a right reply in a scene that was not understood', at);
    if (line.sort === 'skip' && !moved) fault(diary, 'a place in a scene that was lost', at);
    if ((line.sort === 'wrong' || line.sort === 'elsewhere' || line.sort === 'help') && (own || (moved && !stays))) fault(diary, 'a wrong reply in a scene that was taken', at);
    if (line.sort === 'elsewhere' && !is.redirected && is.outcome === null) fault(diary, 'a request in a scene that was not turned down', at);
    if (is.beat === null && is.outcome === null) fault(diary, 'a place in a scene that was lost', at);
    if (is.turns > is.most) fault(diary, 'a scene that does not end', at);
  } else if (written.kind === 'stray' && was?.beat && is?.beat !== was.beat) fault(diary, 'a place in a scene that was lost', at);
  // Whoever is in a scene is told what the partner says and what to do now.
  const shown = openBeat(after);
  const task = shown && after ? shown.scene.words[after.profile.nativeLanguage]?.beats[shown.beat.id]?.task : undefined;
  if (task !== undefined && was !== null && line && is?.beat && !told.includes(task)) fault(diary, 'asked something else than the open beat', at);
}
