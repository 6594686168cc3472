// Drives the phone page in a real browser: open it, write, tap, and wait for what the tutor says.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const PLACES = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser's path, or undefined, said plainly, when there is none. */
export function findChromium(): string | undefined {
  const found = PLACES.find((place) => place !== undefined && existsSync(place));
  if (found === undefined) console.log('no chromium found (CHROMIUM_PATH, /usr/bin/chromium, …): browser tests are skipped');
  return found;
}

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export type OpenPhone = { page: Page; context: BrowserContext; close(): Promise<void> };

/** Opens the page and waits until it can be used. Sizes in CSS pixels; 390 × 844 is a phone. */
export async function openPhone(executablePath: string, url: string, size = { width: 1280, height: 860 }): Promise<OpenPhone> {
  const profile = mkdtempSync(join(tmpdir(), 'charla-browser-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: FLAGS, headless: true, viewport: size, locale: 'en-GB', timezoneId: 'Europe/Madrid' });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  await page.locator('body[data-ready=true]').waitFor();
  return {
    page,
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const tutorBubbles = (page: Page) => page.locator('[data-testid=bubble][data-from=tutor]');

/** How many bubbles of the tutor are in the conversation that is shown. */
export function countTutorBubbles(page: Page): Promise<number> {
  return tutorBubbles(page).count();
}

/** Writes a text and sends it with Enter. */
export async function write(page: Page, text: string): Promise<void> {
  await page.getByTestId('text').fill(text);
  await page.getByTestId('text').press('Enter');
}

/** Taps the newest reply button with this title. */
export async function tap(page: Page, title: string): Promise<void> {
  await page.getByTestId('reply-button').filter({ hasText: title }).last().click();
}

/** Opens the newest list and taps the row whose title contains this. */
export async function pick(page: Page, rowTitle: string): Promise<void> {
  await page.getByTestId('list-button').last().click();
  await page.getByTestId('list-row').filter({ hasText: rowTitle }).first().click();
}

/** Waits until the tutor has more than `before` bubbles and returns the text of the last one. */
export async function lastTutorBubble(page: Page, before: number, timeout = 15_000): Promise<string> {
  await tutorBubbles(page).nth(before).waitFor({ timeout });
  return tutorBubbles(page).last().getByTestId('bubble-text').innerText();
}

/** Does something and waits for the tutor's next bubble, whose text it returns. */
export async function answerTo(page: Page, doing: () => Promise<void>, timeout = 15_000): Promise<string> {
  const before = await countTutorBubbles(page);
  await doing();
  return lastTutorBubble(page, before, timeout);
}
