// What a new user sees: the real program, a real browser, from "hola" to the end of the first lesson, also over a stop in between.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { answerTo, countTutorBubbles, findChromium, lastTutorBubble, openPhone, type OpenPhone, pick, write } from '../simulator/phone-page.ts';
import { type Answered, choose, expectFair, type How, learnerOf } from './learner.ts';
import { freshProgram, type Program } from './program.ts';

const chromium = findChromium();
const ARTIFACTS = path.join(import.meta.dirname, '../../artifacts');
const SMALL = { width: 390, height: 844 };
const DESK = { width: 1280, height: 860 };

const ONBOARDING_ES = [
  ['Empezar', 'Vamos con el inglés.'],
  ['Trabajo', 'reuniones, correos'],
  ['Empiezo de cero', '¿Te llamo Ana?'],
  ['Ana', '¿En qué año naciste?'],
  ['=1990', '¿Cómo te corrijo?'],
  ['Con humor', '¿qué hora es ahora donde estás?'],
  ['~Madrid', '¿A qué hora te recuerdo la lección?'],
  ['=19:30', 'te aviso a las 19:30'],
] as const;
const ONBOARDING_PT = [
  ['Começar', 'Então vamos de inglês.'],
  ['Viajar', 'aeroporto, hotel'],
  ['Começo do zero', 'Posso chamar você de João?'],
  ['João', 'Em que ano você nasceu?'],
  ['=1988', 'Como prefere que eu corrija?'],
  ['Direto ao ponto', 'A que horas você quer o lembrete da lição?'],
  ['Sem lembrete', 'Sua primeira lição dura cinco minutos.'],
] as const;

describe.skipIf(chromium === undefined)('the first lesson, in a browser', { timeout: 180_000 }, () => {
  let program: Program;
  let phone: OpenPhone;

  beforeEach(async () => {
    mkdirSync(ARTIFACTS, { recursive: true });
    program = await freshProgram('end-to-end');
    await program.start();
    phone = await openPhone(chromium!, program.phoneUrl, DESK);
  });
  afterEach(async () => {
    await phone.close();
    await program.close();
  });

  const shots = async (name: string) => {
    for (const [size, ending] of [[SMALL, '-390'], [DESK, '']] as const) {
      await phone.page.setViewportSize(size);
      await phone.page.screenshot({ path: path.join(ARTIFACTS, `first-lesson-${name}${ending}.png`), animations: 'disabled' });
    }
  };

  test('goes from hola through onboarding and eight exercises to the summary, over a stop in good order', async () => {
    const { page } = phone;
    const hello = await answerTo(page, () => write(page, 'hola'), 30_000);
    expect(hello).toContain('una tutora de idiomas con inteligencia artificial');
    expect(hello).toContain('PRIVACIDAD');
    await shots('greeting');
    const zone = ONBOARDING_ES.findIndex(([answer]) => answer.startsWith('~'));
    await introduce(page, ONBOARDING_ES.slice(0, zone));
    await page.getByTestId('list-button').last().click();
    await shots('list');
    await page.keyboard.press('Escape');
    await introduce(page, ONBOARDING_ES.slice(zone));
    let bubble = await answerTo(page, () => choose(page, 'Vamos'));
    expect(bubble).toContain('(1 de 8)');
    await shots('theory');

    const ana = learnerOf(page, 'es-en');
    const answers: Answered[] = [];
    const step = async (planned: How) => {
      // The first exercise that can be mistyped is; chance decides which one that is, and whether there is one.
      const answered = await ana.answer(bubble, ...(answers.some(({ how }) => how === 'typo') ? [] : ['typo' as const]), planned);
      expectFair(answered);
      answers.push(answered);
      expect(answered.reply).toContain(answers.length < 8 ? `(${answers.length + 1} de 8)` : 'Fin de la lección');
      bubble = answered.reply;
    };
    for (const planned of ['right', 'wrong', 'wrong', 'right'] as const) await step(planned);
    await shots('lesson');

    expect(await program.end('SIGTERM')).toBe(0);
    await page.getByTestId('banner').getByText('not running').waitFor();
    await write(page, 'are you there?');
    await page.getByTestId('notice').getByText('Not sent').waitFor();
    expect(await page.getByTestId('text').inputValue()).toBe('are you there?');
    await shots('stopped');
    await program.start();
    await page.getByTestId('presence').getByText('online').waitFor();
    expect(await page.getByTestId('banner').isHidden()).toBe(true);
    await page.getByTestId('text').fill('');
    await step('right');
    await page.reload();
    await page.locator('body[data-ready=true]').waitFor();
    for (const planned of ['right', 'wrong', 'right'] as const) await step(planned);

    expect(answers.filter(({ how }) => how === 'typo').length).toBeLessThanOrEqual(1);
    const missed = answers.filter(({ how }) => how === 'wrong');
    expect(answers.length - answers.filter(({ how }) => how === 'right').length).toBeGreaterThan(0);
    expect(bubble).toContain(`Fin de la lección: ${8 - missed.length} de 8.`);
    for (const { right, whole } of missed) if (!whole) expect(bubble.split('Para repasar')[1]).toContain(right);
    await shots('summary');
    expect(await answerTo(page, () => choose(page, 'Hasta mañana'))).toContain('Hasta la próxima, Ana');
    expect(await bubblesPerMessage(page)).toEqual({ learner: ONBOARDING_ES.length + 11, tutor: ONBOARDING_ES.length + 11 });
    expect(program.log().split('\n').filter((line) => /"level":(?:40|50|60)/.test(line))).toEqual([]);
  });

  test('goes on where it was when the program is killed with an answer in hand', async () => {
    const { page } = phone;
    const bubble = await toFirstExercise(page);
    const ana = learnerOf(page, 'es-en');
    const second = (await ana.answer(bubble, 'right')).reply;
    const before = await countTutorBubbles(page);
    await ana.sendRight(second);
    await page.locator('[data-from=learner]').nth(before).waitFor();
    await program.end('SIGKILL');
    await program.start();
    await page.reload();
    await page.locator('body[data-ready=true]').waitFor();
    const third = await lastTutorBubble(page, before, 30_000);
    expect(third).toContain('(3 de 8)');
    const { reply } = await ana.answer(third, 'right');
    expect(reply).toContain('(4 de 8)');
    expect(await bubblesPerMessage(page)).toEqual({ learner: before + 2, tutor: before + 2 });
  });

  test('keeps two learners apart who learn at once in two languages', async () => {
    const { page } = phone;
    const other = await phone.context.newPage();
    await other.goto(program.phoneUrl);
    await other.getByTestId('add-learner').click();
    await other.getByTestId('add-name').fill('João');
    await other.getByTestId('add-country').selectOption('BR');
    await other.getByTestId('add-submit').click();
    await other.getByTestId('viewer').getByText('João').waitFor();
    const hellos = await Promise.all([answerTo(page, () => write(page, 'hola'), 30_000), answerTo(other, () => write(other, 'oi'), 30_000)]);
    expect(hellos).toEqual([expect.stringContaining('¡Hola, Ana!'), expect.stringContaining('Oi, João!')]);
    await Promise.all([introduce(page, ONBOARDING_ES), introduce(other, ONBOARDING_PT)]);
    const [es, pt] = await Promise.all([answerTo(page, () => choose(page, 'Vamos')), answerTo(other, () => choose(other, 'Vamos'))]);
    const [ana, joao] = [learnerOf(page, 'es-en'), learnerOf(other, 'pt-en')];
    const [first, second] = await Promise.all([ana.answer(es, 'right'), joao.answer(pt, 'wrong')]);
    expectFair(first);
    expectFair(second);
    expect([first.reply, second.reply]).toEqual([expect.stringContaining('(2 de 8)'), expect.stringContaining('(2 de 8)')]);
    expect(await bubblesPerMessage(page)).toEqual({ learner: ONBOARDING_ES.length + 3, tutor: ONBOARDING_ES.length + 3 });
    expect(await bubblesPerMessage(other)).toEqual({ learner: ONBOARDING_PT.length + 3, tutor: ONBOARDING_PT.length + 3 });
  });

  test('answers each message once and in order when webhooks come twice and out of order', async () => {
    const { page } = phone;
    await page.getByTestId('mishap-duplicates').check();
    await page.getByTestId('mishap-reorder').check();
    let bubble = await toFirstExercise(page);
    const ana = learnerOf(page, 'es-en');
    for (let place = 1; place < 8; place += 1) {
      const answered = await ana.answer(bubble, place % 3 === 0 ? 'wrong' : 'right');
      expectFair(answered);
      bubble = answered.reply;
      expect(bubble).toContain(`(${place + 1} de 8)`);
    }
    expect((await ana.answer(bubble, 'right')).reply).toContain('Fin de la lección: 6 de 8.');
    expect(await bubblesPerMessage(page)).toEqual({ learner: ONBOARDING_ES.length + 10, tutor: ONBOARDING_ES.length + 10 });
  });
});

/** Answers one question after the other, with a tap, after "=" by typing, after "~" with the row that holds this, and checks what is said next. */
async function introduce(page: Page, script: readonly (readonly [answer: string, reply: string])[]): Promise<void> {
  const doing = (answer: string) => {
    if (answer.startsWith('=')) return write(page, answer.slice(1));
    return answer.startsWith('~') ? pick(page, answer.slice(1)) : choose(page, answer);
  };
  for (const [answer, reply] of script) expect(await answerTo(page, () => doing(answer))).toContain(reply);
}

async function toFirstExercise(page: Page): Promise<string> {
  await answerTo(page, () => write(page, 'hola'), 30_000);
  await introduce(page, ONBOARDING_ES);
  return answerTo(page, () => choose(page, 'Vamos'));
}

async function bubblesPerMessage(page: Page): Promise<{ learner: number; tutor: number }> {
  const count = (from: string) => page.locator(`[data-testid=bubble][data-from=${from}]`).count();
  return { learner: await count('learner'), tutor: await count('tutor') };
}
