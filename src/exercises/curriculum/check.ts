// The curriculum's validator as a command: prints what it checked, and exits with 1 when anything is at fault.
// With a folder as its argument it checks the curriculum files below that folder instead of the product's own.
import path from 'node:path';
import { grade } from '../../grading/grade.ts';
import { curriculumFaults } from './faults.ts';
import { curriculumPaths, readCurriculumFile } from './file.ts';
import { readScene, scenePaths } from '../scenes/all.ts';
import { sceneFaults, taughtTopics } from '../scenes/faults.ts';
import type { Scene } from '../scenes/scene.ts';
import type { CurriculumFile } from './file.ts';

const folder = path.resolve(process.argv[2] ?? import.meta.dirname);
const faults: string[] = [];
const files: [string, CurriculumFile][] = [];
for (const name of curriculumPaths(folder)) {
  try {
    files.push([name, readCurriculumFile(name, folder)]);
  } catch (error) {
    faults.push((error as Error).message);
  }
}
// An empty curriculum has no broken row either, and would pass for a good one.
if (files.length === 0) faults.push(`no curriculum file could be read in ${folder}`);
faults.push(...curriculumFaults(files, grade));

const scenes: Scene[] = [];
if (folder === import.meta.dirname) {
  for (const name of scenePaths()) {
    try {
      scenes.push(readScene(name));
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  faults.push(...sceneFaults(scenes, taughtTopics(curriculumPaths())));
}

for (const [name, file] of files) {
  const counts = Object.entries(Object.groupBy(file.exercises, (item) => item.type))
    .map(([type, items]) => `${items.length} ${type}`).join(', ');
  console.log(`${name}: ${file.exercises.length} exercises (${counts}), theory of ${[...file.theory].length} characters`);
}
const total = files.reduce((sum, [, file]) => sum + file.exercises.length, 0);
console.log(`Checked ${files.length} files with ${total} exercises: shape, rules of each type, one right option, `
  + 'reasons, words of the level, near-duplicates, every right and wrong answer with the grader.');
if (scenes.length > 0) {
  console.log(`Checked ${scenes.length} role-play scenes: ways and turns, every phrase understood as itself and never in its denial, `
    + 'words and lengths of each level, help that gives nothing away.');
}
for (const fault of faults) console.error(`✗ ${fault}`);
console.log(faults.length === 0 ? 'No faults.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
