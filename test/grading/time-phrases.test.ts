// Proves which phrases of time may stand first or last, and in which sentences.

import { expect, test } from 'vitest'
import { withTimeLast } from '../../src/grading/time-phrases.ts'
import { tokensOf } from '../../src/grading/tokens.ts'

const moved = (language: string, fronted: string, trailing: string): string | null => withTimeLast(tokensOf(fronted, language), tokensOf(trailing, language), language)?.map((token) => token.lower).join(' ') ?? null

test.each([
  ['en', 'Yesterday we slept'], ['en', 'Yesterday morning we slept'], ['en', 'Last week my sister left'], ['en', 'On Mondays they work'], ['en', 'Two weeks ago I left'], ['en', 'In the evening we read'], ['en', 'This year the shop is closed'],
  ['es', 'Ayer no tuvimos clase'], ['es', 'Todos los días como pan'], ['es', 'Los lunes trabajo mucho'], ['es', 'El lunes pasado fuimos allí'], ['es', 'Mañana por la tarde te llamo'],
].map(([language, text]) => [language!, text!, [3, 2, 1, 4].map((length) => [...tokensOf(text!, language!).slice(length), ...tokensOf(text!, language!).slice(0, length)].map((token) => token.typed).join(' '))] as const))('%s: %s', (language, text, trailing) => {
  expect(trailing.filter((other) => moved(language, text, other) !== null)).toHaveLength(1)
})

test.each([
  ['en', 'Always I sleep', 'I sleep always'], ['en', 'Never we sleep', 'we sleep never'], ['en', 'Today is my birthday', 'is my birthday today'], ['en', 'Tomorrow the party is', 'the party is tomorrow'],
  ['en', 'Tomorrow we wait until', 'we wait until tomorrow'], ['en', 'Yesterday he said he was ill', 'he said he was ill yesterday'], ['en', 'Yesterday we ate and we slept', 'we ate and we slept yesterday'],
  ['en', 'Yesterday we slept', 'we slept today'], ['en', 'yesterday', 'yesterday'], ['es', 'Mañana hasta', 'hasta mañana'], ['es', 'Mañana me gusta la', 'me gusta la mañana'], ['es', 'Siempre como pan', 'como pan siempre'], ['de', 'Gestern schlief ich', 'schlief ich gestern'],
])('%s: not %s for %s', (language, fronted, trailing) => {
  expect(moved(language, fronted, trailing)).toBeNull()
})
