// The small fixed bank of placement questions that the golden chats are played with: every type and level, one bank per pair of languages.
import { readExercise, type Exercise } from '../../src/exercises/exercise.ts';
import type { ExerciseTypeName } from '../../src/exercises/table.ts';
import type { Drawn } from '../../machines/placement.logic.ts';
import { drawFrom } from '../../src/learning/draw-items.ts';
import type { Askable } from '../../src/learning/item-bank.ts';
import type { Level, PlacementInHand } from '../../machines/vocabulary.ts';

type Item = readonly [Level, ExerciseTypeName, string, string];

const english: readonly Item[] = [
  ['A1', 'fill_blank', 'She ___ from Peru. (to be)', 'is'],
  ['A1', 'multiple_choice', '___ you a doctor? [1] Is [2] Are [3] Am', '2'],
  ['A1', 'multiple_choice', 'I ___ coffee. [1] like [2] likes', '1'],
  ['A2', 'fill_blank', 'Yesterday I ___ to the market. (to go)', 'went'],
  ['A2', 'error_identification', 'She don’t like tea.', 'She doesn’t like tea.'],
  ['A2', 'multiple_choice', 'There isn’t ___ milk. [1] some [2] any [3] no [4] many', '2'],
  ['B1', 'fill_blank', 'I have lived here ___ ten years.', 'for'],
  ['B1', 'fill_blank', 'If I ___ rich, I would travel. (to be)', 'were'],
  ['B1', 'error_identification', 'I am here since Monday.', 'I have been here since Monday.'],
  ['B1', 'fill_blank', 'The house ___ in 1990. (to build)', 'was built'],
  ['B1', 'multiple_choice', 'She asked me where I ___. [1] live [2] lived [3] living', '2'],
];

const banks: Readonly<Record<string, readonly Item[]>> = {
  'es-en': [...english, ['A1', 'translation', 'Tengo hambre.', 'I am hungry.'], ['A2', 'translation', 'Ayer fui al cine.', 'Yesterday I went to the cinema.'], ['B1', 'translation', 'Hace tres años que trabajo aquí.', 'I have worked here for three years.']],
  'pt-en': [...english, ['A1', 'translation', 'Estou com fome.', 'I am hungry.'], ['A2', 'translation', 'Ontem eu fui ao cinema.', 'Yesterday I went to the cinema.']],
  'fr-en': [...english, ['A1', 'translation', 'J’ai faim.', 'I am hungry.'], ['A2', 'translation', 'Hier je suis allé au cinéma.', 'Yesterday I went to the cinema.']],
  'en-es': [
    ['A1', 'fill_blank', 'Nosotros ___ amigos. (ser)', 'somos'],
    ['A1', 'multiple_choice', '___ mesa es grande. [1] El [2] La', '2'],
    ['A1', 'translation', 'I am hungry.', 'Tengo hambre.'],
    ['A2', 'fill_blank', 'Ayer ___ al cine. (ir, yo)', 'fui'],
    ['A2', 'multiple_choice', 'Me ___ los libros. [1] gusta [2] gustan [3] gusto', '2'],
    ['A2', 'error_identification', 'Yo estoy profesor.', 'Yo soy profesor.'],
    ['B1', 'fill_blank', 'Quiero que ___ conmigo. (venir, tú)', 'vengas'],
    ['B1', 'error_identification', 'Me alegro que vienes.', 'Me alegro de que vengas.'],
    ['B1', 'fill_blank', 'Cuando ___ a casa, te llamo. (llegar, yo)', 'llegue'],
    ['B1', 'multiple_choice', 'Cuando era niño, ___ mucho. [1] jugaba [2] jugué [3] juego [4] jugara', '1'],
    ['B1', 'translation', 'I have been living here for two years.', 'Llevo dos años viviendo aquí.'],
  ],
};

let made = 90_000_000;
const readied = Object.entries(banks).map(([pair, items]) => ({ pair, exercises: items.map(([level, type, input, expected]): { askable: Askable; exercise: Exercise } => {
  const id = `${++made}-0000-4000-8000-000000000000`;
  const [source, target] = pair.split('-') as [string, string];
  return {
    askable: { id, level, type, category: 'travel', input, difficulty: null, seen: false },
    exercise: readExercise({ id, topicSlug: 'mixed', topicNames: { en: 'Mixed', es: 'De todo' }, level, type, sourceLanguage: source, targetLanguage: target, introduction: '', theory: '', input, expected, accepted: [], why: null }),
  };
}) }));

const byId = new Map(readied.flatMap(({ exercises }) => exercises.map(({ exercise }) => [exercise.id, exercise])));
export const itemExerciseById = (id: string): Exercise | undefined => byId.get(id);

/** What the job `drawItems` answers in the golden chats, the same every time; nothing for a pair without a bank. */
export function drawItems(source: string, target: string | null, inHand: PlacementInHand | null): Drawn {
  const exercises = readied.find(({ pair }) => pair === `${source}-${target}`)?.exercises ?? [];
  return drawFrom(exercises.map(({ askable }) => askable), inHand, 'A2', () => 0.3);
}
