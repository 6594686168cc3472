// The parts of the README that are written from code: which they are, between which marks, and what stands there.
import { variables } from '../../src/config.ts';
import { errors, type ErrorEntry } from '../../src/errors.ts';

/** A table of Markdown; a bar inside a cell is escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

const fault: Record<ErrorEntry['fault'], string> = { caller: 'the caller\'s', charla: 'ours', whatsapp: 'WhatsApp\'s', operator: 'the operator\'s', learner: 'nobody\'s: the learner\'s doing' };

/** By name, what stands between `<!-- name:begin -->` and `<!-- name:end -->`. */
export const generated: Readonly<Record<string, () => string>> = {
  variables: () => markdownTable(['variable', 'default', 'what it is for'],
    Object.entries(variables).map(([name, variable]) => [`\`${name}\``, 'default' in variable ? `\`${variable.default}\`` : '–', variable.help])),
  errors: () => markdownTable(['code', 'what it says', 'HTTP', 'again?', 'whose fault', 'the learner hears'],
    Object.entries<ErrorEntry>(errors).map(([code, entry]) => [
      `\`${code}\``, entry.says, entry.status === 0 ? '–' : String(entry.status), entry.retry ? 'yes' : 'no', fault[entry.fault], entry.learnerHears === null ? '–' : `\`${entry.learnerHears}\``,
    ])),
};

/** The text with its generated parts written anew. @throws when a part's marks are missing */
export function withGenerated(text: string): string {
  let result = text;
  for (const [name, write] of Object.entries(generated)) {
    const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
    const from = result.indexOf(begin);
    const to = result.indexOf(end);
    if (from === -1 || to < from) throw new Error(`README.md has no part between ${begin} and ${end}`);
    result = `${result.slice(0, from + begin.length)}\n${write()}\n${result.slice(to)}`;
  }
  return result;
}
