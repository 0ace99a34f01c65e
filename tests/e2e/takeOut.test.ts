import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { callCore } from './support/callCore.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { leah } from './support/openLeah.ts';
import { aPdf } from './support/papers.ts';

/** Long enough for two cores that do other things as well. */
const soon = { timeout: 20_000 } as const;

let app: OpenedApp;
let page: Page;
beforeAll(async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [leah()] });
  ({ page } = app);
  await page.waitForSelector('.app');
});
afterAll(async () => {
  const thrown = [...app.pageErrors];
  await app.close();
  expect(thrown).toEqual([]);
});

async function go(tab: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/children/child-leah/${tab}`);
  await page
    .locator('.ctabs [aria-current]')
    .filter({ hasText: new RegExp(`^${tab}`, 'i') })
    .waitFor();
}

const child = () => callCore(page, 'child:get', { id: 'child-leah' });
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
const press = async (name: string | RegExp) => {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
};
const line = () => page.locator('.undo');

describe('what was entered by mistake', () => {
  it('goes from the facts by keyboard, with the focus on the list, and comes back by one key', async () => {
    await go('overview');
    await press('Facts');
    await press('Add: school');
    await page.getByRole('textbox', { name: 'School', exact: true }).fill('Wrong Road Primary');
    await page.getByRole('textbox', { name: 'From', exact: true }).fill('1 sep');
    await press('Add');
    await press(/^Wrong Road Primary/);
    await page.getByRole('textbox', { name: 'Address' }).fill('1 Wrong Road');
    // What was typed a moment ago is not lost: it comes back with the rest.
    await press('Take out this entry');
    await line().getByText('Taken out: Wrong Road Primary').waitFor();
    await expect.poll(focused).toBe('Facts of Leah');
    await expect.poll(async () => JSON.stringify(await child()), soon).not.toContain('Wrong Road');
    expect(await page.getByRole('button', { name: /^Wrong Road Primary/ }).count()).toBe(0);
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Wrong Road Primary/ }).waitFor();
    await expect.poll(async () => JSON.stringify(await child()), soon).toContain('1 Wrong Road');
    await page.getByRole('button', { name: 'Close' }).click();
  });

  it('goes from the people, the focus on the row beside it; who is relied on stays, and it says by what', async () => {
    await go('people');
    await press('Add a person');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Nobody Atall');
    await page.getByRole('combobox', { name: 'Role' }).selectOption('other');
    await press('Add the person');
    await page.getByRole('button', { name: 'Nobody Atall' }).waitFor();
    const before = await page.locator('.caseload tbody th button').allTextContents();
    expect(before.at(-1)).toBe('Nobody Atall');
    await press('Nobody Atall');
    await press('Take out this person');
    await line().getByText('Taken out: Nobody Atall').waitFor();
    await expect.poll(focused).toBe(before.at(-2));
    await expect
      .poll(() => page.locator('.caseload tbody th button').allTextContents())
      .toEqual(before.slice(0, -1));
    expect(await focused()).toBe(before.at(-2));
    await line().getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Nobody Atall' }).waitFor();
    await press('Kerry Fauxton');
    await press('Take out this person');
    await page
      .getByRole('alert')
      .getByText(/^It stays.*Nothing was taken out\.$/)
      .waitFor();
    expect(await focused()).toBe('Take out this person');
    expect(await axeFindings(page)).toEqual([]);
    expect((await child())?.people.some(({ name }) => name === 'Kerry Fauxton')).toBe(true);
  });

  it('goes from the papers, and can be read again when it comes back', async () => {
    await go('papers');
    app.answers.files = [aPdf(['Of another child altogether'])];
    await press('Add a paper');
    await press('Choose a file');
    await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('workers report');
    await press('Keep the paper');
    await page.getByText('Of another child altogether').waitFor();
    await press('Take out this paper');
    await line().getByText('Taken out: workers report').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'workers report' }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
    await page.keyboard.press('Control+z');
    await press('workers report');
    await page.getByText('Of another child altogether').waitFor();
    await press('Take out this paper');
    await line().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
