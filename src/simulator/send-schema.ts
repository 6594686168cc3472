// Meta's own schema of a send request, used beside our rules when the file and ajv are there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says what is wrong with a request body, or undefined when the schema has nothing against it. */
export type SchemaCheck = (body: unknown) => string | undefined;

const SCHEMA = join(import.meta.dirname, '../../../shared/fixtures/whatsapp/send-message.schema.json');

/**
 * Compiles the schema at `path`. Undefined when the file or ajv is missing: a production install has neither,
 * and then our own rules stand alone.
 */
export function loadSchemaCheck(path: string = SCHEMA): Promise<SchemaCheck | undefined> {
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const check = compile(path);
  loaded.set(path, check);
  return check;
}

// Compiling takes a fifth of a second, which many simulators in one test run would feel.
const loaded = new Map<string, Promise<SchemaCheck | undefined>>();

async function compile(path: string): Promise<SchemaCheck | undefined> {
  try {
    const schema: object = JSON.parse(readFileSync(path, 'utf8'));
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const validate = new Ajv2020({ strict: false, allErrors: false, logger: false, validateFormats: false }).compile(schema);
    return (body) => {
      if (validate(body)) return undefined;
      const first = validate.errors?.[0];
      return `${first?.instancePath ?? ''} ${first?.message ?? 'does not fit the schema'}`.trim();
    };
  } catch {
    return undefined;
  }
}
