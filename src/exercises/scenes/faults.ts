// Everything that can be wrong with the role-play scenes: dead ends, replies that are not understood or understood as two things, words beyond the level.
import { readCommand } from '../../grading/commands.ts';
import { knownShare } from '../../grading/languages.ts';
import { wordFaults as levelFaults } from '../curriculum/word-levels.ts';
import { negations } from '../../grading/negation.ts';
import { normalise } from '../../grading/normalise.ts';
import { isEnglish } from '../../grading/spelling-variants.ts';
import { recognise } from '../../grading/intents.ts';
import { tokensOf } from '../../grading/tokens.ts';
import { wordsOf } from '../../grading/words.ts';
import type { Beat, Branch, Scene } from './scene.ts';

/** Most words in a sentence of the partner's, by level. */
const longestSentence: Readonly<Record<string, number>> = { A1: 12, A2: 16, B1: 22, B2: 26, C1: 30, C2: 30 };
/** Misses that every scene leaves room for. */
const leastSpareTurns = 3;
/** What is not what it says: each phrase must cease to be understood after these words. */
const denials: Readonly<Record<string, string>> = { en: 'I do not want', es: 'No quiero' };

/** The topics that are taught, as `<target>/<slug>`, from the paths of curriculum files. */
export function taughtTopics(paths: readonly string[]): Set<string> {
  return new Set(paths.map((name) => name.replace(/^[a-z]+-/u, '').replace(/\.\w\d\.json$/u, '')));
}

/** All faults, one sentence each, beginning with the scene. @param topics what `taughtTopics` gives; null leaves that out */
export function sceneFaults(scenes: readonly Scene[], topics: ReadonlySet<string> | null): string[] {
  const faults = scenes.flatMap((scene) => [...wayFaults(scene), ...wordFaults(scene, topics), ...earlyFaults(scene), ...scene.beats.flatMap((beat) => beatFaults(scene, beat))].map((fault) => `${scene.target}/${scene.id}: ${fault}`));
  const seen = new Set<string>();
  for (const scene of scenes) {
    for (const name of [scene.id, ...Object.entries(scene.words).map(([native, { title }]) => `${native}-${scene.target} “${title}”`)]) {
      if (seen.has(name)) faults.push(`${scene.target}/${scene.id}: ${name} is there twice`);
      seen.add(name);
    }
  }
  return faults;
}

/** What a learner reads of a scene in its language: the partner's lines, and the answers that are shown. Each once. */
export function linesOf({ opening, beats }: Scene): string[] {
  return [...new Set([opening, ...beats.flatMap(({ model, again, branches }) => [model, ...again, ...branches.map(({ says }) => says)])])];
}

/** Words above the level, by the bands of the curriculum: at most one in a line, and none that nobody hears. */
function earlyFaults(scene: Scene): string[] {
  const leveled = { targetLanguage: scene.target, level: scene.level, theory: '' };
  return linesOf(scene).flatMap((line) => levelFaults(leveled, [line]).map((fault) => `“${line}” ${fault}`));
}

/** The most replies that a way from this beat to the end takes, misses aside; infinite when it goes in a circle, NaN when it leads nowhere. */
export function longestWay(scene: Scene, beatId: string, been: readonly string[] = []): number {
  const beat = scene.beats.find(({ id }) => id === beatId);
  if (beat === undefined) return Number.NaN;
  if (been.includes(beatId)) return Number.POSITIVE_INFINITY;
  const ways = beat.branches.map(({ to }) => (to === null ? 0 : longestWay(scene, to, [...been, beatId])));
  return ways.some(Number.isNaN) ? Number.NaN : 1 + Math.max(...ways);
}

function wayFaults(scene: Scene): string[] {
  const faults: string[] = [];
  const ids = scene.beats.map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push('two beats have one name');
  for (const { id, branches } of scene.beats) {
    if (new Set(branches.map((branch) => branch.id)).size < branches.length) faults.push(`${id}: two branches have one name`);
    for (const branch of branches) {
      if (branch.to !== null && !ids.includes(branch.to)) faults.push(`${id}.${branch.id} leads to ${branch.to}, which is not there`);
      // Who is asked nothing does not know what to answer.
      if (branch.to !== null && !branch.says.includes('?')) faults.push(`${id}.${branch.id}: the partner asks nothing, and the scene goes on`);
    }
  }
  if (!scene.opening.includes('?')) faults.push('the opening asks nothing');
  const reached = new Set([ids[0]!]);
  for (const id of reached) for (const { to } of scene.beats.find((beat) => beat.id === id)?.branches ?? []) if (to !== null) reached.add(to);
  for (const id of ids) if (!reached.has(id)) faults.push(`nothing leads to ${id}`);
  const longest = longestWay(scene, ids[0]!);
  if (!(longest + leastSpareTurns <= scene.turns)) faults.push(`its longest way has ${longest} replies, and with ${leastSpareTurns} misses that is more than its ${scene.turns} turns`);
  return faults;
}

function wordFaults(scene: Scene, topics: ReadonlySet<string> | null): string[] {
  const faults: string[] = [];
  const natives = Object.entries(scene.words);
  if (natives.length === 0) faults.push('is explained in no language');
  if (topics && !topics.has(`${scene.target}/${scene.topic}`)) faults.push(`no topic ${scene.topic} is taught`);
  for (const [native, { beats, slips, place, goal }] of natives) {
    if (native === scene.target) faults.push(`${native}: is explained in the language that it practises`);
    const ids = scene.beats.map(({ id }) => id);
    if (ids.toSorted().join() !== Object.keys(beats).toSorted().join()) faults.push(`${native}: explains ${Object.keys(beats).join(', ')} and not ${ids.join(', ')}`);
    if (slips.length !== scene.slips.length) faults.push(`${native}: gives ${slips.length} reasons for ${scene.slips.length} slips`);
    for (const text of [place, goal, ...slips, ...Object.values(beats).flatMap(({ task, did, hint }) => [task, did, hint])]) {
      if ((text.match(/\*/gu)?.length ?? 0) % 2 === 1) faults.push(`${native}: an asterisk without its partner: ${text}`);
    }
    for (const [id, { task, hint, did }] of Object.entries(beats)) {
      const { model } = scene.beats.find((beat) => beat.id === id) ?? {};
      if (model !== undefined && plain(`${task} ${hint}`).includes(plain(model))) faults.push(`${native}: the help for ${id} gives the answer away`);
      if (/[.!?]$/u.test(did) || /^\p{Lu}/u.test(did)) faults.push(`${native}: “${did}” does not stand in a list`);
      if (!/[.?]$/u.test(task)) faults.push(`${native}: “${task}” is no sentence`);
    }
  }
  return faults;
}

const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

function beatFaults(scene: Scene, beat: Beat): string[] {
  const { target } = scene;
  const understood = (reply: string, intents: readonly Branch[] = beat.branches, uiLanguage = 'und') => recognise({ intents, language: target, uiLanguage, reply }).intent;
  const faults: string[] = [];
  if (understood(beat.model) === null) faults.push('the model answer is not understood');
  if (readsLong(beat.model, scene)) faults.push('the model answer is long for the level');
  for (const line of [...beat.again, ...beat.branches.map(({ says }) => says), scene.opening, beat.model]) {
    if (readsLong(line, scene)) faults.push(`a sentence is long for ${scene.level}: ${line}`);
    const odd = unknownWords(line, scene);
    if (odd.length > 0) faults.push(`${odd.join(', ')}: no words of the language`);
  }
  for (const line of beat.again) if (!line.includes('?')) faults.push(`the partner asks nothing: ${line}`);
  for (const branch of beat.branches) {
    const fault = (what: string) => faults.push(`${branch.id}: ${what}`);
    // “No, thanks” is not denied by another no.
    const denies = branch.phrases.some((phrase) => negations(tokensOf(normalise(phrase), target).map(({ key }) => key), target) > 0);
    if (branch.phrases.length === 0) fault('has no phrase that says it');
    if (understood(branch.phrases[0] ?? '', [branch]) === null) fault('cannot be reached');
    for (const phrase of branch.phrases) {
      for (const typed of [phrase, plain(phrase.replaceAll(/['’]/gu, "'")), phrase.toUpperCase()]) {
        // Without its apostrophes “I'll” is another word, and the grader tells its own limits.
        if (typed !== phrase && /['’]/u.test(phrase)) continue;
        if (understood(typed) !== branch.id) fault(`“${typed}” is understood as ${understood(typed)}`);
      }
      const odd = unknownWords(phrase, scene);
      if (odd.length > 0) fault(`${odd.join(', ')} in “${phrase}”: no words of the language`);
      for (const native of Object.keys(scene.words)) {
        if (understood(phrase, beat.branches, native) !== branch.id) fault(`“${phrase}” is not understood from who speaks ${native}`);
        if (readCommand(phrase, native) !== null) fault(`“${phrase}” is a command`);
      }
      if (!denies && branch.open === undefined) {
        const denied = `${denials[target] ?? 'not'} ${plain(phrase)}`;
        if (understood(denied, [branch]) !== null) fault(`“${denied}” is taken for it`);
      }
      const slip = scene.slips.find(({ heard }) => recognise({ intents: [{ id: heard, phrases: [], keys: [heard], tight: true }], language: target, uiLanguage: 'und', reply: phrase }).intent !== null);
      if (slip) fault(`“${phrase}” holds the slip “${slip.heard}”`);
    }
    for (const reply of branch.never) if (understood(reply) === branch.id) fault(`“${reply}” is taken for it`);
  }
  return faults.map((fault) => `${beat.id}: ${fault}`);
}

function readsLong(line: string, { level }: Scene): boolean {
  return line.split(/[.!?]+/u).some((sentence) => sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length > (longestSentence[level] ?? 30));
}

/** The words of a line that its language's dictionary does not have; names excepted, which are written with a capital. */
function unknownWords(line: string, { target }: Scene): string[] {
  const words = wordsOf(target);
  if (words === null) return [];
  return tokensOf(normalise(line), target)
    .filter((token) => !/^\p{Lu}/u.test(token.typed) && /\p{L}/u.test(token.typed) && !/^\d/u.test(token.typed) && !token.typed.startsWith("'") && knownShare([token], target) === 0 && !(target === 'en' && isEnglish(token.bare, words)))
    .map(({ typed }) => typed);
}
