// Random keys, questions and evasions are asked about once; no real name is among them, however short, long or rare.
import { expect, test } from 'vitest';
import { asksBack, isOddName } from '../../machines/odd-names.ts';

test.each([
  'asdf', 'asdf qwer', 'ASDF', 'qwerty', 'Qwertyuiop', 'zxcvbn', 'hjkl', 'lkjh', 'poiuy', 'asdasd', 'qweqweqwe', 'zzzz', 'aaaaaa', 'sdkfjhg', 'azerty', 'qsdf',
  'no', 'Sí', 'ok', 'me da igual', 'test',
])('%j is odd', (text) => {
  expect(isOddName(text)).toBe(true);
});

test.each(['¿para qué?', 'why?', 'por qué', 'no quiero decirlo', 'prefiero no decirlo', 'I’d rather not say', 'I don’t want to', 'não quero', 'je préfère pas', 'no me llamo Ana'])('%j asks back', (text) => {
  expect(asksBack(text)).toBe(true);
});

test.each([
  'Ng', 'Li', 'Xóchitl', 'Bjørn', 'Siobhán', 'María de los Ángeles', 'O\'Neil', 'Wert', 'Trew', 'Krk', 'Vlk', 'Srđan', 'Smrž', 'Hrvoje', 'Grzegorz', 'Zbigniew', 'Szczęsny', 'Schwartz', 'Llwyd', 'Bwlch', 'Nguyễn', 'Ngozi', 'Mbappé',
  'Aa', 'Bo', 'Ana', 'Anna Ana', 'Lulu', 'Coco', 'Kiki', 'Noa', 'Noel', 'Nora', 'Nonô', 'Sisi', 'Sian', 'Simão', 'Silvia', 'Okan', 'Clara', 'Testino', 'Valeria', 'Porfirio', 'Pilar', 'Je-won', 'Whyte', 'Jo', 'J. P.', 'JR', 'DJ', 'Juan Carlos I',
  'Dulce Nombre de Jesús', 'Isaac', 'Aaron', 'Lee', 'Desi', 'Fred', 'Poli', 'Assad', '李娜', '김민준', 'Олег', 'محمد', 'ขวัญ', 'Ñusta', 'Iñaki', 'Þór', 'Dwyn', 'Rhys', 'Mhairi', 'Tyr', 'Wes', 'Dre', 'Uio',
])('%j is none of it', (text) => {
  expect([isOddName(text), asksBack(text)]).toEqual([false, false]);
});
