// Names every note the grader can put beside a verdict, so that copy in each language can be written per key.

/** What the grader decided: PRD-independent, the same five words everywhere. */
export type Verdict = 'correct' | 'almost' | 'wrong' | 'invalid' | 'command'

/**
 * Every note key, with the verdict it comes with and what it means. `best` and `diff` fill in the words at stake.
 * Two keys have two verdicts: `unsure`, where the grader could not settle the answer and says so, and `short`, which asks for more before it takes what there is (README.md).
 */
export const NOTES = {
  apostrophe: { verdicts: ['correct'], means: 'right, but an apostrophe is missing' },
  number: { verdicts: ['correct'], means: 'right, a number in digits for words or the other way round' },
  contraction: { verdicts: ['correct'], means: 'right, a short form for a full one or the other way round' },
  spelling_variant: { verdicts: ['correct'], means: 'right, in the other regional spelling' },
  pronoun: { verdicts: ['correct'], means: 'right, without the subject pronoun that may be dropped' },
  accent: { verdicts: ['almost'], means: 'an accent is missing, added or of the wrong kind' },
  capital: { verdicts: ['almost'], means: 'a noun without its capital letter' },
  typo: { verdicts: ['almost'], means: 'a slip of the fingers' },
  spacing: { verdicts: ['almost'], means: 'two words written as one, or one as two' },
  article: { verdicts: ['almost'], means: 'one article missing, added, or a for an' },
  doubled_word: { verdicts: ['almost'], means: 'one word written twice' },
  dropped_ne: { verdicts: ['almost'], means: 'French: ne left out, as in speech' },
  courtesy: { verdicts: ['almost'], means: 'a please, or the like, left out' },
  informal: { verdicts: ['almost'], means: 'a spoken form such as gonna' },
  extra_text: { verdicts: ['almost'], means: 'the answer is there, with something after it' },
  script_variant: { verdicts: ['almost'], means: 'Chinese: traditional for simplified or the other way round' },
  short: { verdicts: ['invalid', 'almost'], means: 'a word or two where a sentence is due: asked for once, then taken as it is' },
  unsure: { verdicts: ['almost', 'wrong'], means: 'not settled without a model or a person: the verdict is provisional' },
  negation: { verdicts: ['wrong'], means: 'says the opposite: a negation added or dropped' },
  word_order: { verdicts: ['wrong'], means: 'the right words in another order' },
  other_word: { verdicts: ['wrong'], means: 'one letter away, but another word' },
  accent_word: { verdicts: ['wrong'], means: 'the accent makes it another word' },
  ending: { verdicts: ['wrong'], means: 'the right word with the wrong ending or form' },
  missing_word: { verdicts: ['wrong'], means: 'a word is missing' },
  extra_word: { verdicts: ['wrong'], means: 'a word too many' },
  too_many_slips: { verdicts: ['wrong'], means: 'more slips than can be put down to typing' },
  unchanged: { verdicts: ['wrong'], means: 'the sentence with the error, given back as it was' },
  other_option: { verdicts: ['wrong'], means: 'one of the other options' },
  other_language: { verdicts: ['wrong'], means: 'an answer in another language' },
  other_script: { verdicts: ['wrong'], means: 'an answer in another script' },
  instruction: { verdicts: ['wrong'], means: 'speaks to the grader instead of answering' },
  too_long: { verdicts: ['wrong'], means: 'far longer than any answer; only the beginning was read' },
  different: { verdicts: ['wrong'], means: 'not like any accepted answer' },
  empty: { verdicts: ['invalid'], means: 'nothing left to read' },
  only_emoji: { verdicts: ['invalid'], means: 'a reaction, not an answer' },
  dont_know: { verdicts: ['invalid'], means: 'the learner gives up: offer a hint' },
  no_option: { verdicts: ['invalid'], means: 'names none of the options' },
  two_options: { verdicts: ['invalid'], means: 'names more than one option, or could mean two' },
  out_of_range: { verdicts: ['invalid'], means: 'a number or letter beyond the last option' },
} as const satisfies Record<string, { verdicts: readonly Verdict[]; means: string }>

export type Note = keyof typeof NOTES
