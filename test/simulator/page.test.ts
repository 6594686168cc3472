// The phone page in a real browser, against a tutor that answers from a script.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveSimulator, type ServedSimulator } from '../../src/simulator/serve.ts';
import { answerTo, findChromium, openPhone, type OpenPhone, pick, tap, write } from './phone-page.ts';
import { scriptedTutor } from './scripted-tutor.ts';
import { PHONE_NUMBER_ID, SECRET, send, text, TOKEN } from './set-up.ts';

const chromium = findChromium();
const ARTIFACTS = join(import.meta.dirname, '../../artifacts');
const ANA = '34600112233';

describe.skipIf(chromium === undefined)('the phone page', { timeout: 60_000 }, () => {
  let tutor: Awaited<ReturnType<typeof scriptedTutor>>;
  let simulator: ServedSimulator;
  let phone: OpenPhone;
  const faults: string[] = [];

  const shot = (name: string) => phone.page.screenshot({ path: join(ARTIFACTS, `simulator-${name}.png`), animations: 'disabled' });

  beforeAll(async () => {
    mkdirSync(ARTIFACTS, { recursive: true });
    tutor = await scriptedTutor(() => simulator.graphUrl);
    simulator = await serveSimulator({ webhookUrl: () => tutor.webhookUrl, appSecret: SECRET, verifyToken: 'v', accessToken: TOKEN, phoneNumberId: PHONE_NUMBER_ID, pace: { sent: 1, delivered: 5, read: 20 } });
    phone = await openPhone(chromium!, simulator.pageUrl);
    phone.page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    phone.page.on('pageerror', (error) => faults.push(String(error)));
  });
  afterAll(async () => {
    await phone.close();
    await simulator.stop();
    await tutor.close();
  });
  beforeEach(async () => {
    faults.length = 0;
    simulator.reset();
    await phone.page.setViewportSize({ width: 1280, height: 860 });
    await phone.page.goto(simulator.pageUrl);
    await phone.page.locator('body[data-ready=true]').waitFor();
  });
  afterEach(() => {
    expect(faults).toEqual([]);
  });

  test('begins with Ana of Spain and the hint to write hola', async () => {
    expect(await phone.page.getByTestId('learner-tab').allInnerTexts()).toEqual([expect.stringContaining('Ana')]);
    expect(await phone.page.getByTestId('hint').innerText()).toContain('hola');
    expect(simulator.phone(ANA).conversation()).toEqual([]);
    await shot('first-load');
  });

  test('carries a chat of text, button, list and button again', async () => {
    const { page } = phone;
    expect(await answerTo(page, () => write(page, 'hola'))).toContain('Soy Charla');
    await shot('welcome');
    expect(await answerTo(page, () => tap(page, 'Empezar'))).toContain('¿Qué quieres aprender?');
    await page.getByTestId('list-button').last().click();
    await page.getByTestId('sheet').waitFor();
    await shot('list');
    await page.keyboard.press('Escape');
    expect(await answerTo(page, () => pick(page, 'Inglés'))).toContain('They ___ at the office now.');
    expect(await answerTo(page, () => tap(page, 'Are'))).toBe('Me has dicho: Are');
    expect(tutor.heard.slice(-4).map((one) => one.interactive?.type ?? one.type)).toEqual(['text', 'button_reply', 'list_reply', 'button_reply']);
    await shot('chat');
    await page.setViewportSize({ width: 390, height: 844 });
    await shot('chat-390');
  });

  test('shows bold, italic and strike as elements and leaves blanks alone', async () => {
    const { page } = phone;
    await write(page, 'hola');
    await answerTo(page, () => tap(page, 'Empezar'));
    await answerTo(page, () => pick(page, 'Inglés'));
    const bubble = page.getByTestId('bubble-text').last();
    expect(await bubble.locator('strong').allInnerTexts()).toEqual(['Is', 'is', 'is']);
    expect(await bubble.locator('em').allInnerTexts()).toEqual(['she/he/it']);
    expect(await bubble.locator('s').allInnerTexts()).toEqual(['are']);
    expect(await bubble.innerText()).toContain('They ___ at');
    const plain = '2 * 3 * 4, ___ y ___, snake_case_word, ** y **, uno * dos* tres';
    expect(await answerTo(page, () => write(page, plain))).toBe(`Me has dicho: ${plain}`);
    expect(await bubble.locator('strong, em, s').count()).toBe(0);
    await answerTo(page, () => write(page, 'https://example.org/a_b_c?x=*1* y *_las dos_*'));
    expect(await bubble.locator('a').getAttribute('href')).toBe('https://example.org/a_b_c?x=*1');
    expect(await bubble.locator('strong em').innerText()).toBe('las dos');
  });

  test('shows markup in messages, names and choices as text, never as elements', async () => {
    const { page } = phone;
    const evil = '<img src=x onerror="document.title=1"><b>x</b>';
    const luca = simulator.addPhone({ name: evil, country: 'IT' });
    await page.locator(`[data-number="${luca.waId}"]`).click();
    expect(await answerTo(page, () => write(page, evil))).toBe(`Me has dicho: ${evil}`);
    expect(await page.locator('#chat img, #chat b, #tabs img, #tabs b').count()).toBe(0);
    expect(await page.title()).toBe('Phone simulator · Charla');
  });

  test('ticks a message of the learner as read once the tutor has read it', async () => {
    const { page } = phone;
    await answerTo(page, () => write(page, 'hola'));
    await page.locator('[data-from=learner] [data-testid=ticks][data-progress=read]').waitFor();
  });

  test('shows the typing indicator while the tutor thinks', async () => {
    const { page } = phone;
    await write(page, 'piensa');
    await page.getByTestId('typing').waitFor();
    expect(await page.getByTestId('presence').innerText()).toBe('typing…');
    await answerTo(page, () => write(page, 'ya'));
    expect(await page.getByTestId('typing').count()).toBe(0);
  });

  test('keeps learners apart and counts what the other one has not seen', async () => {
    const { page } = phone;
    await answerTo(page, () => write(page, 'hola'));
    await page.getByTestId('add-learner').click();
    await page.getByTestId('add-name').fill('João');
    await page.getByTestId('add-country').selectOption('BR');
    await page.getByTestId('add-submit').click();
    await page.getByTestId('hint').waitFor();
    const joao = await page.getByTestId('learner-tab').nth(1).getAttribute('data-number');
    expect(joao).toMatch(/^55119\d{8}$/);
    await answerTo(page, () => write(page, 'olá'));
    await send(simulator, text(ANA, 'Hola otra vez'));
    await page.locator(`[data-number="${ANA}"] .badge`).waitFor();
    await shot('two-learners');
    await page.locator(`[data-number="${ANA}"]`).click();
    await page.getByText('Hola otra vez').waitFor();
    expect(await page.getByText('olá', { exact: true }).count()).toBe(0);
  });

  test('sends a voice note, a photo, a place and a sticker from the attach menu', async () => {
    const { page } = phone;
    for (const [kind, type] of [['voice', 'audio'], ['image', 'image'], ['location', 'location'], ['sticker', 'sticker']] as const) {
      await page.getByTestId('attach').click();
      expect(await answerTo(page, () => page.getByTestId(`send-${kind}`).click())).toBe(`Me has dicho: ${type}`);
    }
    await shot('attachments');
  });

  test('taps an old button after newer messages, and says which message it answers', async () => {
    const { page } = phone;
    await answerTo(page, () => write(page, 'hola'));
    const first = await page.locator('[data-from=tutor]').first().getAttribute('data-id');
    await answerTo(page, () => write(page, 'otra cosa'));
    await answerTo(page, () => page.getByTestId('reply-button').first().click());
    expect(tutor.heard.at(-1).context.id).toBe(first);
    expect(await page.locator('.quoted').last().innerText()).toContain('Soy *Charla*');
  });

  test('sets mishaps, closes the window a day later and shows the message that did not arrive', async () => {
    const { page } = phone;
    await answerTo(page, () => write(page, 'hola'));
    await page.getByTestId('mishap-duplicates').check();
    await page.getByTestId('mishap-duplicates').and(page.locator(':checked')).waitFor();
    await page.getByTestId('day-later').click();
    await page.getByTestId('banner').waitFor();
    await send(simulator, text(ANA, '¿Sigues ahí?'));
    await page.getByTestId('failed-message').waitFor();
    expect(await page.getByTestId('failed-message').innerText()).toContain('131047');
    await shot('window-closed');
  });

  test('can be used at 390 pixels: drawers open, nothing is wider than the screen', async () => {
    const { page } = phone;
    await page.setViewportSize({ width: 390, height: 844 });
    await answerTo(page, () => write(page, 'hola'));
    await shot('welcome-390');
    await page.getByRole('button', { name: 'Learners' }).click();
    await page.getByTestId('learner-tab').first().waitFor();
    await page.getByTestId('learners').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Mishaps and clock' }).click();
    await page.getByTestId('day-later').waitFor();
    await shot('panel-390');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  test('can be used by keyboard alone: write, reach the button, choose a row with the arrows', async () => {
    const { page } = phone;
    await page.getByTestId('text').focus();
    await page.keyboard.type('hola');
    await answerTo(page, () => page.keyboard.press('Enter'));
    await page.getByTestId('reply-button').first().focus();
    await answerTo(page, () => page.keyboard.press('Enter'));
    await page.getByTestId('list-button').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    expect(await answerTo(page, () => page.keyboard.press('Enter'))).toBe('Me has dicho: Francés');
  });
});
