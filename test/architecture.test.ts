// The layout holds: who imports whom, where packages live, what files are called and how long they are, and that tables agree with folders.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { interfaceLanguages } from '../machines/vocabulary.ts';
import { back, direction, emptyIdentifiers, emptyNames, homes, loadedByName, mayWait, testedBy, topLevel, typesElsewhere } from './architecture/rules.ts';
import { code, files, folderOf, importsOf, product, root, textOf, type Import } from './architecture/tree.ts';

const imports = code.flatMap(importsOf);
const ofProduct = imports.filter(({ from }) => product.includes(from));
const own = ofProduct.filter((i) => !i.package && folderOf(i.from) !== folderOf(i.target));
const show = (list: readonly Import[]) => list.map(({ from, target, typeOnly }) => `${from} → ${target}${typeOnly ? ' (type)' : ''}`);
const exception = (i: Import) => back.find((b) => b.from === folderOf(i.from) && b.to === folderOf(i.target) && (i.typeOnly || b.values.includes(i.target)));

/** One way round a graph, or null. */
function cycleIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (node: string): string[] | null => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
    if (done.has(node)) return null;
    way.push(node);
    for (const next of edges.get(node) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    way.pop();
    done.add(node);
    return null;
  };
  for (const node of edges.keys()) {
    const found = visit(node);
    if (found) return found;
  }
  return null;
}

function graphOf(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of pairs) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
}

describe('imports', () => {
  test('go the way of a message, folder by folder', () => {
    expect(show(own.filter((i) => !direction[folderOf(i.from)]?.includes(folderOf(i.target)) && !exception(i)))).toEqual([]);
  });

  test('that go against it are few, listed, and still needed', () => {
    expect(back.filter((b) => !own.some((i) => exception(i) === b)).map((b) => `${b.from} → ${b.to}`)).toEqual([]);
    expect(back.length).toBeLessThanOrEqual(3);
  });

  test('make no circle of folders but by those exceptions', () => {
    expect(cycleIn(graphOf(own.filter((i) => !exception(i)).map((i) => [folderOf(i.from), folderOf(i.target)])))).toBeNull();
    expect(cycleIn(graphOf(Object.entries(direction).flatMap(([from, to]) => to.map((one) => [from, one] as const))))).toBeNull();
  });

  test('make no circle of files when the program runs', () => {
    expect(cycleIn(graphOf(ofProduct.filter((i) => !i.package && !i.typeOnly).map((i) => [i.from, i.target])))).toBeNull();
  });

  test('of a package are in its home', () => {
    const astray = ofProduct.filter((i) => i.package && !i.target.startsWith('node:')).filter(({ from, target, typeOnly }) =>
      !homes[target]?.includes(folderOf(from)) && !(typeOnly && typesElsewhere[target]?.includes(folderOf(from))));
    expect(show(astray)).toEqual([]);
  });

  test('of product code never reach into the tests', () => {
    expect(show(ofProduct.filter((i) => !i.package && i.target.startsWith('test/')))).toEqual([]);
  });

  test('lead to files that exist, by their full name', () => {
    expect(show(imports.filter((i) => !i.package && !existsSync(path.join(root, i.target))))).toEqual([]);
  });

  test('cover every dependency that package.json names', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };
    const used = new Set(ofProduct.map((i) => i.target));
    expect(Object.keys(dependencies).filter((name) => !used.has(name) && !(name in loadedByName))).toEqual([]);
    for (const [name, file] of Object.entries(loadedByName)) expect(textOf(file)).toContain(name.split('-')[0]);
  });
});

describe('tables agree with their folders', () => {
  test('effects: what machines may ask for, the table, and one file each', async () => {
    const { effectNames } = await import('../machines/vocabulary.ts');
    const { records } = await import('../src/outbox/records.ts');
    expect([...Object.keys(records), 'say'].toSorted()).toEqual([...effectNames].toSorted());
    const headed = files.filter((file) => file.startsWith('src/outbox/')).flatMap((file) => {
      const head = /^\/\/ The effects? (.+?):/.exec(textOf(file));
      return head ? [...head[1]!.matchAll(/`(\w+)`/g)].map(([, name]) => name!) : [];
    });
    expect(headed.toSorted()).toEqual([...effectNames, 'start'].toSorted());
  });

  test('exercise types: the table and one file each', async () => {
    const { exerciseTypes } = await import('../src/exercises/table.ts');
    const typed = files.filter((file) => /^src\/exercises\/[a-z-]+\.ts$/.test(file) && /(?:satisfies ExerciseType;|: ExerciseType = )/.test(textOf(file)));
    const named = Object.keys(exerciseTypes).map((name) => `src/exercises/${name.replaceAll('_', '-')}.ts`);
    expect(typed.toSorted()).toEqual(named.toSorted());
  });

  test('flows: copy in every language, and its place in the table of copy', () => {
    const spoken = new Set(files.flatMap((file) => /^machines\/(\w+)\.copy\.\w+\.ts$/.exec(file)?.[1] ?? []));
    expect(spoken.size).toBeGreaterThan(0);
    for (const flow of spoken) {
      expect(files.filter((file) => file.startsWith(`machines/${flow}.copy.`)).toSorted()).toEqual(interfaceLanguages.map((language) => `machines/${flow}.copy.${language}.ts`).toSorted());
      expect(files).toContain(`machines/${flow}.ts`);
      for (const language of interfaceLanguages) expect(textOf('machines/copy.ts')).toContain(`./${flow}.copy.${language}.ts`);
    }
  });

  test('migrations: dated, in order, each with a way back', () => {
    const names = files.filter((file) => /^migrations\/.*\.ts$/.test(file));
    for (const name of names) {
      expect(name).toMatch(/^migrations\/\d{8}_\d\d_[a-z_]+\.ts$/);
      expect(textOf(name)).toMatch(/export async function up\b[\s\S]*export async function down\b/);
    }
    expect(new Set(names.map((name) => name.slice(0, 'migrations/00000000_00'.length))).size).toBe(names.length);
  });

  test('chats: every one has a first line that says what it shows', () => {
    expect(files.filter((file) => file.endsWith('.chat') && !/^# \S/.test(textOf(file)))).toEqual([]);
  });
});

describe('files', () => {
  const lengths = code.map((file) => ({ file, lines: textOf(file).trimEnd().split('\n').length }));

  test('are at most 400 lines long', () => {
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
  });

  test('are as a rule at most 80 lines long', () => {
    const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });

  test('begin with one sentence on what they are for', () => {
    const sentence: Record<string, RegExp> = {
      code: /^\/\/ \S.*[.:]$/, css: /^\/\* \S.*[.] \*\/$/, words: /^# \S/, script: /^#!.*\n# \S.*[.:]$/m, other: /^# \S.*[.:]?$/,
    };
    const kindOf = (file: string) => (/\.(ts|cjs|js)$/.test(file) ? 'code' : file.endsWith('.css') ? 'css' : file.endsWith('.md') ? 'words' : file === '.ci/run' ? 'script' : /(\.yml|Dockerfile)$/.test(file) ? 'other' : null);
    const without = files.filter((file) => {
      const kind = kindOf(file);
      if (kind === null) return false;
      const text = textOf(file);
      const head = kind === 'script' ? text.split('\n', 2).join('\n') : text.split('\n', 1)[0]!;
      return !sentence[kind]!.test(head) || (kind === 'code' && /[.?!] [A-ZÁÉÍ]/.test(head));
    });
    expect(without).toEqual([]);
  });

  test('have names that say something', () => {
    const called = files.filter((file) => emptyNames.test(path.basename(file)) || /(^|\/)index\.ts$/.test(file));
    const inside = product.flatMap((file) => [...textOf(file).matchAll(emptyIdentifiers)].map(([, a, b]) => `${file}: ${a ?? b}`));
    expect([...called, ...inside]).toEqual([]);
  });

  test('at the top are the project\'s own and those that tools expect', () => {
    expect([...new Set(files.map((file) => file.split('/')[0]!))].filter((name) => !topLevel.includes(name))).toEqual([]);
  });

  test('re-export nothing wholesale', () => {
    expect(code.filter((file) => /^export \* from/m.test(textOf(file)))).toEqual([]);
  });
});

describe('texts', () => {
  const texts = files.filter((file) => !/\.(png|ico|json)$/.test(file) || file === 'package.json');
  const matching = (list: readonly string[], pattern: RegExp) => list.flatMap((file) => textOf(file).split('\n').flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}`] : [])));

  test('leave nothing for later', () => {
    expect(matching(texts.filter((file) => file !== 'test/architecture.test.ts'), /\b(TODO|FIXME|XXX)\b/)).toEqual([]);
  });

  test('get round the type checker nowhere', () => {
    expect(matching(code, /\bas an[y]\b|@ts-(?:ignore|nocheck|expect-error)\b/)).toEqual([]);
  });

  test('name no machine and no registry', () => {
    expect(matching(texts, /[/](?:work|home|root|Users)[/]|registry[.](?:npm|yarn)|artifactor[y]|verdacci[o]/)).toEqual([]);
    expect(textOf('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });
});

describe('tests', () => {
  const tests = code.filter((file) => file.startsWith('test/'));

  test('are neither left out nor singled out', () => {
    expect(tests.filter((file) => /\b(?:it|test|describe)\.(?:skip|only|todo|fails)\b/.test(textOf(file)))).toEqual([]);
  });

  test('wait for what happens and not for the clock', () => {
    const waiting = tests.filter((file) => /\bsetTimeout\(|timers\/promises/.test(textOf(file)) && file !== 'test/architecture.test.ts');
    const allowed = (file: string) => Object.keys(mayWait).find((one) => file === one || file.startsWith(`${one}/`));
    expect(waiting.filter((file) => !allowed(file))).toEqual([]);
    expect(Object.keys(mayWait).filter((one) => !waiting.some((file) => allowed(file) === one))).toEqual([]);
  });

  test('have names of their own within a file', () => {
    const twice = tests.filter((file) => file.endsWith('.test.ts')).flatMap((file) => {
      let group = '';
      const seen = new Set<string>();
      return [...textOf(file).matchAll(/^\s*(describe|it|test)(?:\.\w+(?:\([^)]*\))?)?\(\s*(['"`])(.+?)\2,/gm)].flatMap(([, kind, , name]) => {
        if (kind === 'describe') return ((group = name!), []);
        const full = `${group} ${name}`;
        return seen.has(full) ? [`${file}: ${full}`] : (seen.add(full), []);
      });
    });
    expect(twice).toEqual([]);
  });

  test('stand beside every file that has logic, or its place says what tests it', () => {
    const mirrored = (file: string) => existsSync(path.join(root, 'test', file.replace(/^src\//, '').replace(/\.\w+$/, '.test.ts')));
    const logic = product.filter((file) => /=>|function/.test(textOf(file)));
    const elsewhere = (file: string) => testedBy.find(({ files: pattern }) => pattern.test(file));
    const bare = logic.filter((file) => !mirrored(file) && !elsewhere(file) && file !== 'knexfile.ts');
    const stale = testedBy.filter(({ files: pattern, test: named }) => !files.includes(named) || !product.some((file) => pattern.test(file))).map(({ files: pattern }) => `nothing behind ${pattern.source}`);
    expect([...bare, ...stale]).toEqual([]);
  });

  test('mirror the folders of the product', () => {
    const beside = ['architecture', 'bench', 'docs', 'end-to-end', 'engine', 'scenarios', 'simulate'];
    const folders = readdirSync(path.join(root, 'test'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const known = new Set([...Object.keys(direction), ...beside]);
    expect(folders.filter((name) => !known.has(name))).toEqual([]);
  });
});
