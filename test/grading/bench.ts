// Measures grade(): median and 99th percentile over a mix of answers, and what each dictionary costs to load.

import { grade, type Answered } from '../../src/grading/grade.ts'
import { wordsOf } from '../../src/grading/words.ts'
import { CASES } from './cases.ts'
import { CHOICES, OPTION_CASES } from './option-cases.ts'
import { ALL_SENTENCES } from './sentences.ts'

for (const language of ['en', 'es', 'fr', 'pt']) {
  globalThis.gc?.()
  const [memory, start] = [process.memoryUsage().rss, performance.now()]
  wordsOf(language)
  const took = performance.now() - start
  globalThis.gc?.()
  console.log(`${language}: dictionary loaded in ${took.toFixed(0)} ms, ${((process.memoryUsage().rss - memory) / 1e6).toFixed(0)} MB resident`)
}

const inputs: Answered[] = [
  ...CASES,
  ...OPTION_CASES.map(([choice, answer]): Answered => ({ type: 'multiple_choice', ...CHOICES[choice], answer })),
  ...ALL_SENTENCES.map(([language, sentence]): Answered => ({ type: 'translation', language, accepted: [sentence], answer: sentence.toLowerCase() })),
]
const times: number[] = []
const slowest: { time: number; answer: string }[] = []
for (let round = 0; round < 40; round++) {
  for (const input of inputs) {
    const start = performance.now()
    grade(input)
    const time = performance.now() - start
    if (round < 5) continue
    times.push(time)
    slowest.push({ time, answer: input.answer.slice(0, 40) })
  }
}
times.sort((left, right) => left - right)
const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(4)
console.log(`${times.length} grades: median ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms, longest ${at(1 - 1e-9)} ms`)
console.log('slowest:', slowest.sort((left, right) => right.time - left.time).slice(0, 5))
