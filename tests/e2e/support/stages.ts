import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright';
import { leahReview } from './openLeah.ts';

type Stage = 'prepare' | 'chair' | 'write-up' | 'check' | 'issue';

/** Goes to a stage of a review by its address, as a link would. */
export async function goToStage(page: Page, stage: Stage, reviewId = leahReview): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/reviews/${reviewId}/${stage}`);
  const current = page.getByRole('listitem').and(page.locator('[aria-current="step"]'));
  await current.getByRole('link', { name: new RegExp(`^${stage.replace('-', ' ')}`, 'i') }).waitFor();
  // Check and Issue have a heading of their own, which stands once they are drawn.
  if (stage === 'check' || stage === 'issue')
    await page.getByRole('heading', { level: 2, name: new RegExp(`^${stage}$`, 'i') }).waitFor();
}

/** Finalises in Check, giving one reason for each thing that is still open. */
export async function finalise(page: Page, kind: 'decisions' | 'record', because: string): Promise<void> {
  await page.getByRole('button', { name: `Finalise ${kind}`, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Finalise ${kind}` });
  for (const field of await dialog.getByRole('textbox', { name: 'Go on because' }).all()) {
    if ((await field.inputValue()) === '') await field.fill(because);
  }
  await dialog.getByRole('button', { name: new RegExp(`^Finalise ${kind}`) }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** What the screen shows, without the voice that says it to a screen reader. */
export const seenOn = (page: Page, words: string | RegExp, options?: { exact: boolean }): Locator =>
  page.locator('#screen').getByText(words, options);

/** One reader's cell in the table of Issue; columns are counted from the reader's name. */
export const cellOf = (page: Page, row: string, column: number): Locator =>
  page.getByRole('row').filter({ hasText: row }).getByRole('cell').nth(column);

/** The words of a Word file, its parts apart. */
export const wordsOfFile = (path: string): string =>
  strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array())
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
