import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ caseload: 'demo' });
  await app.page.getByRole('button', { name: 'Lock' }).waitFor();
});
afterAll(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of every test: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const field = () => app.page.getByRole('combobox', { name: 'Search, or type a command' });
/** Opens it and waits: a key pressed before it is there, or while it still closes, would go elsewhere. */
async function open(): Promise<void> {
  await field().waitFor({ state: 'detached' });
  await app.page.keyboard.press('Control+k');
  await field().waitFor();
}
const chosen = () => app.page.locator('[role="option"][aria-selected="true"]');
const hash = () => app.page.evaluate(() => location.hash);

describe('the command palette', () => {
  beforeEach(async () => {
    await open();
  });
  afterEach(async () => {
    await app.page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached' });
  });

  it('names the chosen one to a screen reader, and goes round with the arrows', async () => {
    const { page } = app;
    expect(await chosen().textContent()).toContain('Go to Today');
    await page.keyboard.press('ArrowUp');
    const last = page.getByRole('option').last();
    await expect.poll(() => last.getAttribute('aria-selected')).toBe('true');
    await expect
      .poll(async () => field().getAttribute('aria-activedescendant'))
      .toBe(await last.getAttribute('id'));
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => chosen().textContent()).toContain('Go to Today');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('runs a command, and opens a child or a review by name', async () => {
    const { page } = app;
    await page.keyboard.type('go sett');
    await page.keyboard.press('Enter');
    await expect.poll(hash).toBe('#/settings');
    await open();
    await page.keyboard.type('leah');
    await page.getByRole('option', { name: /Leah, review 11/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(hash).toMatch(/^#\/children\/[^/]+\/overview$/);
    await open();
    await page.keyboard.type('leah');
    await page.getByRole('option', { name: /Leah, review 11/ }).click();
    await expect.poll(hash).toMatch(/^#\/reviews\/leah-r11\/write-up/);
    await open();
  });

  it('finds words anywhere, newest first, with the place they stand in, and forgets what was looked for', async () => {
    const { page } = app;
    await page.keyboard.type('screening');
    const hits = page.locator('.snippet b', { hasText: /^screening/i });
    await hits.first().waitFor();
    const place = page
      .getByRole('option')
      .filter({ has: page.locator('.snippet') })
      .first();
    expect(await place.textContent()).toMatch(/Leah Fauxton, review 11 of 5 Oct 2026/);
    await expect.poll(() => page.getByRole('status').first().textContent()).toMatch(/\d+ places found/);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await open();
    expect(await field().inputValue()).toBe('');
  });

  it('says so when nothing is found', async () => {
    await app.page.keyboard.type('xylophonist');
    await app.page.getByText('no record says it').waitFor();
    expect(await app.page.getByRole('option').count()).toBe(0);
  });

  it('gives the focus back to where it came from', async () => {
    const { page } = app;
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached' });
    const opener = page.getByRole('button', { name: /Search, or type a command/ });
    await opener.focus();
    await page.keyboard.press('Enter');
    await field().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
    await open();
  });
});
