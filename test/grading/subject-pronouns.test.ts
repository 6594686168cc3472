// Proves that a pronoun goes with a verb of its own person, and with nothing that only ends like one.

import { expect, test } from 'vitest'
import { isImpliedSubject } from '../../src/grading/subject-pronouns.ts'
import { tokenOf, tokensOf } from '../../src/grading/tokens.ts'
import { wordsOf } from '../../src/grading/words.ts'

const fits = (pronoun: string, sentence: string): boolean => isImpliedSubject(tokenOf(pronoun, 'es'), tokensOf(sentence, 'es'), wordsOf('es'))

const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  yo: ['vivo aquí', 'no tengo tiempo', 'soy médico', 'me levanto', 'te quiero', 'puedo ir', 'hago la cena', 'conozco Lima', 'comí tarde', 'hablé con ella', 'llegué', 'busqué', 'empecé', 'hablaré', 'tendré tiempo', 'fui al cine', 'no lo sé'],
  tú: ['vives aquí', 'eres médico', 'te levantas', 'tienes tiempo', 'estás bien', 'hablaste', 'comiste', 'hiciste la cena', 'vivías', 'hablarás', 'fuiste'],
  nosotros: ['vivimos aquí', 'tenemos', 'hablamos', 'somos', 'estamos', 'íbamos', 'hicimos', 'hablaremos', 'comíamos', 'nos levantamos'],
}

test.each(Object.entries(SENTENCES).flatMap(([pronoun, list]) => list.map((sentence) => [pronoun, sentence] as const)))('%s goes with %s, and no other person does', (pronoun, sentence) => {
  expect(Object.keys(SENTENCES).filter((other) => fits(other, sentence))).toEqual([pronoun])
})

test.each([
  'mucho gusto', 'bueno', 'claro que sí', 'cuatro gatos', 'primero el café', 'café con leche', 'aquí vive Ana', 'así es', 'gracias por todo', 'buenas tardes', 'entonces ven', 'me gusta', 'vamos al cine', 'hablemos', 'comamos', 'triste',
  'vivía en Lima', 'vive en Lima', 'es muy buena', 'o vive aquí', 'toma la primera', 'ven aquí', 'no', 'qué hora es', 'después', 'lunes', 'adiós',
])('no pronoun goes with %s', (sentence) => {
  expect(['yo', 'tú', 'nosotros', 'nosotras', 'él', 'ella', 'usted', 'constructor'].filter((pronoun) => fits(pronoun, sentence))).toEqual([])
})
