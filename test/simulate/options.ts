// The command line of `npm run simulate`: which options there are, and reading them.
import { parseArgs } from 'node:util';

const table = {
  help: { type: 'boolean', help: 'Shows this.' },
  learners: { type: 'string', value: 'N', help: 'How many learners (20).' },
  days: { type: 'string', value: 'N', help: 'How many days of their time (3).' },
  seed: { type: 'string', value: 'N', help: 'The same number gives the same learners (1).' },
  slot: { type: 'string', value: 'MINUTES', help: 'Learners sit down at times that are multiples of this (120): longer slots run faster.' },
  json: { type: 'boolean', help: 'One JSON object instead of the tables.' },
} as const;

export interface SimulateOptions {
  help: boolean;
  learners: number;
  days: number;
  seed: number;
  slotMinutes: number;
  json: boolean;
}

/** Reads the command line. @throws when an option is unknown or a number is none */
export function readOptions(args: readonly string[]): SimulateOptions {
  const { values } = parseArgs({ args: [...args], options: table, strict: true });
  const number = (name: 'learners' | 'days' | 'seed' | 'slot', otherwise: number, most: number): number => {
    const text = values[name];
    if (text === undefined) return otherwise;
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < 1 || value > most) throw new Error(`--${name} must be a whole number from 1 to ${most}, not "${text}"`);
    return value;
  };
  return {
    help: values.help ?? false, json: values.json ?? false,
    learners: number('learners', 20, 1000), days: number('days', 3, 365), seed: number('seed', 1, 2 ** 31), slotMinutes: number('slot', 120, 240),
  };
}

/** What --help prints. */
export function helpText(): string {
  const lines = Object.entries(table).map(([name, option]) => `  ${`--${name}${'value' in option ? ` ${option.value}` : ''}`.padEnd(20)} ${option.help}`);
  return ['npm run simulate -- [options]', '', 'Simulated learners write to the real engine through its webhook, on a virtual clock.', 'Exits with 1 when something that must hold did not.', '', ...lines].join('\n');
}
