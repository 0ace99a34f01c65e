import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { openApp, passphrase } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';

let app: OpenedApp;
/** A held process of long work never begins, however fast the machine. */
let isWorkHeld = false;
beforeEach(async () => {
  isWorkHeld = false;
  app = await openApp({
    caseload: 'empty',
    onWork: (pid) => void (isWorkHeld && process.kill(pid, 'SIGSTOP')),
  });
  await app.page.getByRole('button', { name: 'Lock' }).waitFor();
  await app.page.keyboard.press('Control+,');
  await app.page.getByRole('heading', { name: 'Settings' }).waitFor();
});
afterEach(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of every test: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const onHtml = (name: string) => app.page.evaluate((key) => document.documentElement.getAttribute(key), name);
const saved = () => app.page.getByText(/^Saved \d/).waitFor();

describe('the settings', () => {
  it('change how the window looks at once, and again after unlocking', async () => {
    const { page } = app;
    await page.getByLabel('Dark', { exact: true }).check();
    await page.getByLabel('High', { exact: true }).check();
    await page.getByLabel('Compact').check();
    await page.getByLabel('Size of text').selectOption('200');
    await expect.poll(() => onHtml('data-mantine-color-scheme')).toBe('dark');
    expect(await onHtml('data-contrast')).toBe('more');
    expect(await onHtml('data-density')).toBe('compact');
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize))
      .toBe('32px');
    // Text twice as large folds as a window half as wide: the rail is a row of words.
    expect(await page.locator('.rail').evaluate((rail) => getComputedStyle(rail).flexDirection)).toBe('row');
    await saved();
    await page.keyboard.press('Control+Shift+L');
    await page.getByRole('heading', { name: 'Golden Thread is locked' }).waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Lock' }).waitFor();
    await expect.poll(() => onHtml('data-contrast')).toBe('more');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('keep words, sections and days, by keyboard and without losing the focus', async () => {
    const { page } = app;
    await page.getByLabel('For family time').fill('contact');
    await page.getByLabel('For a child').fill('');
    await page.getByText('“child” stands until you write another').waitFor();
    const later = page.getByRole('button', { name: 'Later: Identity' });
    await later.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => later.evaluate((button) => button === document.activeElement)).toBe(true);
    await expect
      .poll(() => page.locator('.section-order li').nth(11).getAttribute('data-section'))
      .toBe('identity');
    await page.getByRole('checkbox', { name: 'Life story' }).uncheck();
    await page.getByLabel('Day', { exact: true }).fill('29 Dec 2026');
    await page.getByLabel('What it is').fill('Office closed');
    await page.keyboard.press('Enter');
    await page.getByText('Tue 29 Dec 2026').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await saved();
    await page.keyboard.press('Alt+t');
    await page.keyboard.press('Control+,');
    await expect.poll(() => page.getByLabel('For family time').inputValue()).toBe('contact');
    expect(await page.getByLabel('For a child').inputValue()).toBe('child');
    expect(await page.getByRole('checkbox', { name: 'Life story' }).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Remove: Office closed' }).click();
    await page.getByText('None yet. Add the days').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });

  it('back up to a folder, now, and say when', async () => {
    const { page } = app;
    await page.getByText('None yet: nothing is backed up').waitFor();
    app.answers.folder = app.around;
    await page.getByRole('button', { name: 'Choose the folder' }).click();
    await page.getByText(app.around, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect
      .poll(() => readdirSync(app.around).filter((name) => name.startsWith('golden-thread-backup')), {
        timeout: 30_000,
      })
      .toHaveLength(1);
    await page
      .getByText(/5 Oct 2026/)
      .last()
      .waitFor();
  });

  it('stop a backup that takes long, with nothing left and the focus kept', async () => {
    const { page } = app;
    app.answers.folder = app.around;
    await page.getByRole('button', { name: 'Choose the folder' }).click();
    await page.getByText(app.around, { exact: true }).waitFor();
    isWorkHeld = true;
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).focus();
    expect(await axeFindings(page)).toEqual([]);
    isWorkHeld = false;
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Back up now');
    expect(await page.getByText('Failed').count()).toBe(0);
    expect(readdirSync(app.around).filter((name) => name.includes('backup'))).toEqual([]);
  });

  it('change the passphrase with the old one only, and make a new recovery key', async () => {
    const { page } = app;
    await page.getByLabel('The passphrase now').fill('not the old one');
    await page.getByLabel('New passphrase', { exact: true }).fill('tall blue teapot lamp');
    await page.getByText('Strong').waitFor();
    await page.getByLabel('New passphrase again').fill('tall blue teapot lamp');
    await page.keyboard.press('Enter');
    await page.locator('.fault').getByText('That passphrase does not open this store').waitFor();
    await page.getByLabel('The passphrase now').fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByText('Changed', { exact: true }).waitFor();
    await page.getByLabel('Your passphrase').fill('tall blue teapot lamp');
    await page.keyboard.press('Enter');
    await page.getByText(/Type group \d/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const groups = await page.locator('.key-groups b').allTextContents();
    const number = Number(/\d/.exec((await page.getByText(/Type group \d/).textContent()) ?? '')?.[0]);
    await page.getByLabel(/Type group/).fill(groups[number - 1] ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('The new key is in force').waitFor();
    await page.keyboard.press('Control+Shift+L');
    await page.getByRole('button', { name: 'Use the recovery key' }).click();
    await page.getByLabel('Recovery key').fill(groups.join(' '));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Keep the old passphrase' }).click();
    await page.getByRole('button', { name: 'Lock' }).waitFor();
  });

  it('lead to the page of shortcuts', async () => {
    await app.page.keyboard.press('Control+/');
    await app.page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    await app.page.getByText('From one pane to the next').waitFor();
    expect(await axeFindings(app.page)).toEqual([]);
  });
});
