// The curriculum's validator as a command: prints what it checked, and exits with 1 when anything is at fault.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { curriculumFaults } from './faults.ts';
import { curriculumPaths, readCurriculumFile } from './file.ts';
import type { CurriculumFile } from './file.ts';
import type { Grade } from './faults.ts';

const faults: string[] = [];
const files: [string, CurriculumFile][] = [];
for (const name of curriculumPaths()) {
  try {
    files.push([name, readCurriculumFile(name)]);
  } catch (error) {
    faults.push((error as Error).message);
  }
}

const grader = path.join(import.meta.dirname, '../../grading/grade.ts');
const grade = existsSync(grader)
  ? ((await import(pathToFileURL(grader).href)) as { grade: Grade }).grade
  : undefined;
faults.push(...curriculumFaults(files, grade));

for (const [name, file] of files) {
  const counts = Object.entries(Object.groupBy(file.exercises, (item) => item.type))
    .map(([type, items]) => `${items.length} ${type}`).join(', ');
  console.log(`${name}: ${file.exercises.length} exercises (${counts}), theory of ${[...file.theory].length} characters`);
}
const total = files.reduce((sum, [, file]) => sum + file.exercises.length, 0);
console.log(`Checked ${files.length} files with ${total} exercises: shape, rules of each type, one right option, reasons, `
  + `near-duplicates${grade ? ', every right and wrong answer with the grader' : ' (no grader there: answers not tried)'}.`);
for (const fault of faults) console.error(`✗ ${fault}`);
console.log(faults.length === 0 ? 'No faults.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
