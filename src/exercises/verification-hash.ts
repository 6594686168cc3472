// The fingerprint by which the same exercise is recognised when it is written a second time.
import { createHash } from 'node:crypto';

export type Fingerprinted = {
  type: string;
  sourceLanguage: string;
  targetLanguage: string;
  level: string;
  input: string;
  expected: string;
};

/**
 * SHA-256 in hexadecimal (64 characters) over type, source, target, level, input and expected output.
 * Case, white space and Unicode form do not make another exercise.
 */
export function verificationHash(exercise: Fingerprinted): string {
  const parts = [
    exercise.type, exercise.sourceLanguage, exercise.targetLanguage, exercise.level, exercise.input, exercise.expected,
  ].map((part) => part.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim());
  // A line break cannot occur within a part any more, so two different exercises never join to the same text.
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
