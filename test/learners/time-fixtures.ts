// Reads the time cases that stand beside the repository, or says plainly that they are absent.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where they stand. */
export const timeFixtures = join(import.meta.dirname, '../../../shared/fixtures/time')

/** A file of time cases, parsed, or null when the fixtures are not there. */
export function timeFixture<T>(name: string): T | null {
  const path = join(timeFixtures, name)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as T
  console.log(`skipped: the fixture ${name} is not beside this repository`)
  return null
}
