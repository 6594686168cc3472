// The project's own files as the architecture tests see them: names, text, and what each imports.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** One `import` or `export … from`, also a dynamic one. `target`: a path from the root, or the package's name. */
export interface Import {
  from: string;
  target: string;
  /** Only types: gone when the program runs. */
  typeOnly: boolean;
  package: boolean;
}

const ignored = new Set(['.git', ...readFileSync(path.join(root, '.gitignore'), 'utf8').split('\n').filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1))]);
const notCode = /^(\.env|.*\.log)$/;

/** Paths from the root, sorted, without what `.gitignore` names. */
export function filesUnder(folder = '.'): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !ignored.has(name) && !notCode.test(name))
    .flatMap((entry) => {
      const inside = path.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(inside) : [inside];
    })
    .toSorted();
}

/** All files, read once. */
export const files: readonly string[] = filesUnder();
export const code: readonly string[] = files.filter((file) => /\.(ts|cjs|js)$/.test(file));
/** Code that runs in production, tests left out. */
export const product: readonly string[] = code.filter((file) => /^(src|machines|jobs|migrations)\/|^knexfile\.ts$/.test(file));

const texts = new Map<string, string>();
export function textOf(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(path.join(root, file), 'utf8');
  texts.set(file, text);
  return text;
}

const statement = /^(?:import|export)\s+(?:(type)\s+)?(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm;
const dynamic = /\bimport\('([^']+)'\)/g;
const named = /^\{([^}]*)\}$/;

/** What a file imports. Names each marked `type` count as types alone. */
export function importsOf(file: string): Import[] {
  const text = textOf(file);
  const found = [...text.matchAll(statement)].map(([, type, names, target]) => {
    const list = named.exec(names?.trim() ?? '')?.[1];
    const allTypes = list !== undefined && list.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
    return { target: target!, typeOnly: type !== undefined || allTypes };
  });
  const later = [...text.matchAll(dynamic)].map(([, target]) => ({ target: target!, typeOnly: false }));
  return [...found, ...later].map(({ target, typeOnly }) => {
    const own = target.startsWith('.') || target.startsWith('/');
    const resolved = own ? path.normalize(path.join(path.dirname(file), target)) : packageOf(target);
    return { from: file, target: resolved, typeOnly, package: !own };
  });
}

const packageOf = (target: string): string => (target.startsWith('node:') ? target : target.split('/').slice(0, target.startsWith('@') ? 2 : 1).join('/'));

/** The folder a file belongs to: `machines`, `mailbox` for `src/mailbox/…`, or the file itself directly under `src`. */
export function folderOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] !== 'src') return parts[0]!;
  return parts.length > 2 ? parts[1]! : file;
}
