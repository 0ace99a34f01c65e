import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import type { OpenedApp } from './support/openApp.ts';
import { openApp } from './support/openApp.ts';

let app: OpenedApp;
let page: Page;
beforeAll(async () => {
  app = await openApp({ caseload: 'demo' });
  ({ page } = app);
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
});
afterAll(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of the whole file: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const groups = () =>
  page.locator('.due section > h2').evaluateAll((all) => all.map((h2) => h2.firstChild?.nodeValue));
const dues = () =>
  page.locator('.due li[data-due]').evaluateAll((all) => all.map((li) => li.getAttribute('data-due')));
const arrange = (name: string) =>
  page.getByRole('group', { name: 'Arranged' }).getByRole('button', { name }).press('Enter');

describe('today', () => {
  it('stands by day, by child and by kind, with the same lines', async () => {
    const times = ['Late', 'Today', 'This week', 'Within four weeks', 'Later'];
    const byDay = await groups();
    expect(byDay).toEqual(times.filter((name) => byDay.includes(name)));
    expect(byDay.length).toBeGreaterThan(2);
    const lines = await dues();
    await arrange('By child');
    const names = await groups();
    expect(names).toContain('Juniper Samplewick');
    await arrange('By kind');
    expect(await groups()).toContain('Other dates');
    await arrange('By date');
    expect(await dues()).toEqual(lines);
  });

  it('opens the working of a date by keyboard, and from there lets it rest', async () => {
    const row = page.locator('.due li[data-due^="date "]').last();
    const key = await row.getAttribute('data-due');
    const sum = row.locator('.sumof');
    await sum.press('Enter');
    expect(await sum.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('button', { name: 'Copy the sum' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Let it rest' }).press('Enter');
    await page.getByLabel('Rests until').and(page.locator(':focus')).fill('1 Dec 2027');
    await page.getByLabel('Because').fill('the clinic rings back');
    await page.keyboard.press('Enter');
    await page.locator(`[data-due="${key}"]`).waitFor({ state: 'detached' });
    await page.locator('[data-due] :focus').waitFor();
  });

  it('shows what is of a kind alone, with its number on the button', async () => {
    const show = page.getByRole('group', { name: 'Show' });
    const words = (await show.getByRole('button', { name: /^Reviews/ }).textContent()) ?? '';
    await show.getByRole('button', { name: /^Reviews/ }).press('Enter');
    const shown = await page.locator('.due li[data-due]').count();
    expect(shown).toBeGreaterThan(0);
    expect(words).toBe(`Reviews ${shown}`);
  });
});
