// Spots an answer that speaks to the grader instead of to the exercise.

const SIGNS: readonly RegExp[] = [
  /<\/?\s*[a-z][\w-]*(?:\s[^<>]*)?\/?>/iu,
  /"?(?:verdict|score|grade)"?\s*[:=]\s*"?(?:correct|\d|full|pass)/iu,
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:rubric|instructions?|rules?|prompts?|above|previous|prior|guidelines?)\b/iu,
  /\b(?:ignora|olvida|omite)\b.{0,40}\b(?:instrucciones|reglas|r[uú]brica|anterior(?:es)?|indicaciones)\b/iu,
  /\b(?:ignore|esqueça|desconsidere)\b.{0,40}\b(?:instruções|regras|rubrica|anterior(?:es)?)\b/iu,
  /\b(?:ignore[zr]?|oublie[zr]?)\b.{0,40}\b(?:instructions|consignes|règles|grille|précédente?s?)\b/iu,
  /\b(?:mark|grade|score|rate|count|accept)\b.{0,20}\b(?:this|it|me|my answer)\b.{0,20}\b(?:correct|right|full|pass|true|perfect|\d+\s*\/\s*\d+)\b/iu,
  /\b(?:marca|califica|pon|cuenta)\b.{0,30}\b(?:correct[ao]|bien|perfect[ao])\b/iu,
  /\b(?:system|developer)\s*(?:prompt|message)\b|^\s*(?:system|assistant|user|human)\s*:|\[\/?(?:inst|system)\]|<\|/imu,
  /\byou are (?:now|no longer)\b|\bact as (?:a|an|the)\b.{0,30}\b(?:grader|teacher|judge|admin)/iu,
  /\bthe (?:answer|student|learner) (?:is|was) (?:100 ?% )?correct\b|\bscore\b.{0,8}\d+\s*\/\s*\d+/iu,
]

/**
 * True when a text carries a sign of talking to a judge (tags, roles, "ignore the rubric", "score: 5/5").
 * Read on the raw text, because the marks are the sign. It only ever keeps an unmatched answer from the benefit
 * of the doubt; an accepted answer is accepted whatever it looks like.
 */
export function isInstruction(text: string): boolean {
  const head = text.slice(0, 2000).normalize('NFKC')
  return SIGNS.some((sign) => sign.test(head))
}
