// The words a learner points at an option with: numbers, ordinals, "the last one", and the words around them.

/** Position (1 is the first, -1 the last) by word, accents off, in the four interface languages and two more. */
export const POSITIONS: ReadonlyMap<string, number> = new Map(Object.entries({
  1: 'one first 1st uno una primero primera primer um uma primeiro primeira un une premier premiere 1er 1re 1ere 1o 1a eins erste ersten erster primo prima',
  2: 'two second 2nd dos segundo segunda dois duas deux deuxieme second seconde 2e 2eme 2o 2a zwei zweite zweiten due secondo seconda',
  3: 'three third 3rd tres tercero tercera tercer terceiro terceira trois troisieme 3e 3eme 3o 3a drei dritte dritten tre terzo terza',
  4: 'four fourth 4th cuatro cuarto cuarta quatro quarto quarta quatre quatrieme 4e 4eme 4o 4a vier vierte quattro',
  5: 'five fifth 5th cinco quinto quinta cinq cinquieme 5e 5eme 5o 5a fuenf funf fuenfte cinque',
  6: 'six sixth 6th seis sexto sexta sixieme', 7: 'seven seventh siete septimo septima sete setimo sept septieme',
  8: 'eight eighth ocho octavo octava oito oitavo oitava huit huitieme', 9: 'nine ninth nueve noveno novena nove nono nona neuf neuvieme',
  10: 'ten tenth diez decimo decima dez dix dixieme', '-1': 'last ultimo ultima dernier derniere letzte letzten',
}).flatMap(([position, words]) => words.split(' ').map((word): [string, number] => [word, Number(position)])))

/** Words that say nothing about which option is meant. Letters are told apart by position, so "a" is not here. */
export const FILLERS: ReadonlySet<string> = new Set(('option opcion opcao number numero num nr n letter letra lettre answer respuesta resposta reponse choice eleccion choix ' +
  'the el la le lo it is its it\'s i think choose pick say would go with my creo que es elijo escojo acho que eu escolho je choisis crois pense c est ce ' +
  'please por favor s il vous plait please thanks gracias obrigado merci one ones ok si yes sim oui nummer antwort die der das').split(' '))

/** Words before a number: "number one" points, "the one" does not. */
export const POINTERS: ReadonlySet<string> = new Set('option opcion opcao number numero num n answer respuesta resposta reponse choice nummer'.split(' '))

/** Words that join two options, or turn one down: after them the answer could mean either. */
export const JOINERS: ReadonlySet<string> = new Set('or and o y ou e et u not no nao pas und oder but pero mas mais'.split(' '))
