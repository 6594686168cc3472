// Every environment variable: type, default and help in one table; all faults are named at once.
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(1);
const url = (protocols: readonly string[]) => z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), `must be a URL that begins with ${protocols.join('// or ')}//`);
const roles = ['web', 'worker', 'scheduler'] as const;

interface Variable {
  schema: z.ZodType;
  default?: string;
  help: string;
}

export const variables = {
  PORT: { schema: port, default: '3000', help: 'Where HTTP is served.' },
  HOST: { schema: z.string().min(1), default: '127.0.0.1', help: 'The address HTTP is served on; 0.0.0.0 in a container.' },
  ROLES: {
    schema: z.string().transform((text, context) => {
      const names = text.split(',').map((name) => name.trim()).filter(Boolean);
      const wrong = names.filter((name) => !(roles as readonly string[]).includes(name));
      if (wrong.length > 0 || names.length === 0) context.addIssue(`must name some of ${roles.join(', ')}`);
      return new Set(names as (typeof roles)[number][]);
    }),
    default: 'web,worker,scheduler', help: 'What this process does: web takes webhooks, worker takes turns and sends, scheduler sweeps.',
  },
  DATABASE_URL: { schema: url(['postgres:', 'postgresql:']).optional(), help: 'PostgreSQL 15 or newer. Without it a private one is brought up.' },
  DATABASE_POOL: { schema: count, default: '10', help: 'The most connections to PostgreSQL.' },
  REDIS_URL: { schema: url(['redis:', 'rediss:']).optional(), help: 'Redis 7 or Valkey, with maxmemory-policy noeviction. Without it a private one is brought up.' },
  WHATSAPP_APP_SECRET: { schema: z.string().min(1).optional(), help: 'Signs the webhooks. Required with WHATSAPP_ACCESS_TOKEN.' },
  WHATSAPP_VERIFY_TOKEN: { schema: z.string().min(1).optional(), help: 'Answers Meta\'s handshake. Required with WHATSAPP_ACCESS_TOKEN.' },
  WHATSAPP_ACCESS_TOKEN: { schema: z.string().min(1).optional(), help: 'Lets us send. Without it the simulator is served.' },
  WHATSAPP_PHONE_NUMBER_ID: { schema: z.string().regex(/^\d+$/, 'must be digits').optional(), help: 'The number we are. Required with WHATSAPP_ACCESS_TOKEN.' },
  WHATSAPP_API_URL: { schema: url(['http:', 'https:']), default: 'https://graph.facebook.com/v25.0', help: 'The Graph API with its version.' },
  MESSAGES_PER_DAY: { schema: count, default: '1000', help: 'How many messages of one learner are answered in 24 hours.' },
  HUMAN_CONTACT: { schema: z.string().min(1), default: 'hola@charla.example', help: 'Where a learner reaches a person: an address or a link, shown on request.' },
  WORKER_CONCURRENCY: { schema: count, default: '4', help: 'How many wake-ups one worker answers at a time.' },
  RETENTION_DAYS: { schema: z.coerce.number().int().min(8), default: '90', help: 'How long raw chat is kept; at least 8, because WhatsApp delivers again for seven days.' },
  REMINDERS_PER_SECOND: { schema: z.coerce.number().positive(), default: '40', help: 'How many reminders are let go a second: half of what WhatsApp takes from one number.' },
  TEMPLATE_REACH: { schema: z.coerce.number().int().min(0), default: '250', help: 'How many different learners may hear a template in 24 hours: WhatsApp\'s limit for the account.' },
  LOG_LEVEL: { schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), default: 'info', help: 'How much is logged.' },
} as const satisfies Record<string, Variable>;

type Values = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name]['schema']> };

export interface Config extends Values {
  /** Set when WhatsApp's own variables are: then there is no simulator. */
  whatsapp: { appSecret: string; verifyToken: string; accessToken: string; phoneNumberId: string } | null;
}

/** The environment has faults; `faults` names each variable and what is wrong with it. */
export class ConfigFaults extends Error {
  override name = 'ConfigFaults';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The environment has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Reads the environment. An empty variable counts as missing. @throws {ConfigFaults} naming all faults at once */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(variables) as [string, Variable][]) {
    const parsed = variable.schema.safeParse(environment[name] || variable.default);
    if (parsed.success) values[name] = parsed.data;
    else faults.push(`${name} ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
  }
  const own = ['WHATSAPP_ACCESS_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN', 'WHATSAPP_PHONE_NUMBER_ID'] as const;
  const missing = own.filter((name) => !environment[name]);
  if (missing.length > 0 && missing.length < own.length) for (const name of missing) faults.push(`${name} is missing, but ${own.filter((n) => environment[n]).join(' and ')} is set: set all four or none`);
  if (faults.length > 0) throw new ConfigFaults(faults);
  const config = values as unknown as Values;
  return {
    ...config,
    whatsapp: missing.length > 0 ? null : {
      appSecret: config.WHATSAPP_APP_SECRET!, verifyToken: config.WHATSAPP_VERIFY_TOKEN!,
      accessToken: config.WHATSAPP_ACCESS_TOKEN!, phoneNumberId: config.WHATSAPP_PHONE_NUMBER_ID!,
    },
  };
}
