// The README says what the code does: tables, commands, promises, links and the schema's dump are compared with it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copy } from '../machines/copy.ts';
import { errors } from '../src/errors.ts';
import { openStore, type Store } from '../src/store/postgres.ts';
import { files, root, textOf } from './architecture/tree.ts';
import { scenarios } from './bench/scenarios.ts';
import { corner, type Corner } from './corner.ts';
import { generated, withGenerated } from './docs/generated.ts';
import { dumpSchema } from './migrations/schema-dump.ts';

const readme = textOf('README.md');
const pages = files.filter((file) => file.endsWith('.md'));
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
const says = (command: string) => (command === 'start' || command === 'test' ? `npm ${command}` : `npm run ${command}`);
/** Not in the table of scenarios: it needs no engine. */
const stepScenario = 'step';

describe('the README', () => {
  test.each(Object.keys(generated))('has the table of %s as the code has it', (name) => {
    expect(readme, 'npm run docs writes it').toContain(`<!-- ${name}:begin -->\n${generated[name]!()}\n<!-- ${name}:end -->`);
    expect(withGenerated(readme)).toBe(readme);
  });

  test('begins with a chat that was really held', () => {
    const chat = /^```\n([\s\S]*?)\n```/m.exec(readme)![1]!;
    const held = textOf('test/scenarios/first-minutes.es.chat').split('\n').filter((line) => !/^[$=]/.test(line)).join('\n');
    expect(held).toContain(chat);
    expect(chat.split('\n').filter((line) => line.startsWith('> ')).length).toBeGreaterThanOrEqual(3);
  });

  test('explains every npm script, and names none that does not exist', () => {
    const rows = readme.split('\n').flatMap((line) => /^\| `(npm [^`]+)` \| \S/.exec(line)?.[1] ?? []);
    expect(rows.toSorted()).toEqual(Object.keys(scripts).map(says).toSorted());
    const named = pages.flatMap((page) => [...textOf(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => `${page}: ${name}`));
    expect(named.filter((at) => !(at.split(': ')[1]! in scripts))).toEqual([]);
  });

  test('names a test for each of its seven promises, and each test of a promise', () => {
    const promises = [...readme.matchAll(/^\| (\d) \| .+ \| \[\w+\]\((test\/[^)]+)\) \|$/gm)].map(([, number, file]) => ({ number: Number(number), file: file! }));
    expect(promises.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(promises.filter(({ file }) => !files.includes(file))).toEqual([]);
    const headed = files.flatMap((file) => {
      const head = file.endsWith('.test.ts') ? /^\/\/ Promise (\d):/.exec(textOf(file)) : null;
      return head ? [{ number: Number(head[1]), file }] : [];
    });
    expect(headed.filter(({ number, file }) => !promises.some((promise) => promise.number === number && promise.file === file))).toEqual([]);
  });

  test('names scenarios of the bench that exist', () => {
    const named = [...readme.matchAll(/--only ([\w,-]+)/g)].flatMap(([, names]) => names!.split(','));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => name !== stepScenario && !scenarios.some((scenario) => scenario.name === name))).toEqual([]);
  });

  test('names metrics and tables that exist', () => {
    const metrics = [...readme.matchAll(/`(charla_\w+)`/g)].map(([, name]) => name!);
    expect(metrics.length).toBeGreaterThan(0);
    expect(metrics.filter((name) => !textOf('src/metrics.ts').includes(`'${name}'`))).toEqual([]);
    const tables = /to look at:\*\* the tables ([^.]+)\./.exec(readme)![1]!.matchAll(/`(\w+)`/g);
    expect([...tables].map(([, name]) => name!).filter((name) => !textOf('migrations/schema.sql').includes(`create table ${name} (`))).toEqual([]);
  });

  test('leads to every folder', () => {
    const folders = new Set(files.flatMap((file) => /^(src\/[^/]+|machines|jobs|migrations|test)\//.exec(file)?.[1] ?? []));
    expect([...folders].filter((folder) => !readme.includes(`| [${folder}](${folder}`))).toEqual([]);
  });
});

describe('every page', () => {
  test('is there for each folder of the product', () => {
    const folders = new Set(files.flatMap((file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? []));
    expect([...folders].filter((folder) => !files.includes(`src/${folder}/README.md`))).toEqual([]);
  });

  test('links to what exists', () => {
    const links = pages.flatMap((page) => [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => ({ page, link: link! })));
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(({ page, link }) => !/^https?:/.test(link) && !existsSync(path.join(root, path.dirname(page), link.split('#')[0]!)))).toEqual([]);
  });

  test('names files that exist', () => {
    const named = pages.filter((page) => page !== 'CHANGELOG.md').flatMap((page) =>
      [...textOf(page).matchAll(/`([\w./-]+\.(?:ts|cjs|sql|json|chat))`/g)].map(([, name]) => ({ page, name: name! })));
    const from = (page: string, name: string) => [path.dirname(page), path.join('test', path.dirname(page)), '.', 'src', 'test', 'machines', 'migrations', 'src/channels/whatsapp', 'src/exercises/curriculum/es-en'].some((folder) => existsSync(path.join(root, folder, name)));
    const examples = ['name.ts', 'name.logic.ts', 'name.copy.es.ts', 'es-en/ordering-food.a1.json'];
    expect(named.filter(({ page, name }) => !examples.includes(name) && !from(page, name))).toEqual([]);
  });

  test('of src names each file of its folder, or the place that does', () => {
    const pagesOfSrc = ['mailbox', 'conversation', 'outbox', 'http', 'store', 'learning'];
    const missing = pagesOfSrc.flatMap((folder) => files.filter((file) => new RegExp(`^src/${folder}/[^/]+\\.ts$`).test(file) && !textOf(`src/${folder}/README.md`).includes(`\`${path.basename(file)}\``)));
    expect(missing).toEqual([]);
  });
});

test('what an error lets the learner hear is there in every language', () => {
  const heard = Object.values(errors).flatMap(({ learnerHears }) => (learnerHears === null ? [] : [learnerHears as string]));
  expect(heard.length).toBeGreaterThan(0);
  for (const [language, entries] of Object.entries(copy)) expect(heard.filter((key) => entries[key] === undefined), language).toEqual([]);
});

describe('migrations/schema.sql', () => {
  let own: Corner;
  let store: Store;
  beforeAll(async () => {
    own = await corner('docs');
    store = openStore(own.databaseUrl, 1);
  });
  afterAll(async () => {
    await store?.close();
    await own?.close();
  });

  test('is what the migrations make', async () => {
    expect(await dumpSchema(store.knex), 'npm run docs writes it').toBe(textOf('migrations/schema.sql'));
  });

  test('shows a column, a key, an index and a label that a migration adds', async () => {
    const before = await dumpSchema(store.knex);
    for (const change of ['alter table facts add column source text default \'x\'', 'alter table facts add constraint once unique (user_id, at)', 'create index facts_source on facts (source) where source is not null', `alter type cefr_level add value 'D1'`]) {
      const so = await dumpSchema(store.knex);
      await store.knex.raw(change);
      expect(await dumpSchema(store.knex)).not.toBe(so);
    }
    expect(await dumpSchema(store.knex)).not.toBe(before);
  });
});
