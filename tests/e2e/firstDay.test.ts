import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { testCore } from '../integration/support/testCore.ts';
import { axeFindings } from './support/axe.ts';
import { openApp, passphrase } from './support/openApp.ts';
import type { OpenOptions, OpenedApp } from './support/openApp.ts';

let app: OpenedApp;
afterEach(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of every test: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

async function open(options: OpenOptions = {}) {
  app = await openApp(options);
  return app.page;
}

const bodyText = () => app.page.evaluate(() => document.documentElement.outerHTML);

async function unlock(typed: string) {
  await app.page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(typed);
  await app.page.keyboard.press('Enter');
}

/** Waits until the page that a lock has started anew stands at the door. */
const doorIsShut = () => app.page.getByRole('heading', { name: 'Golden Thread is locked' }).waitFor();

describe('the first day', () => {
  it('goes from an empty machine to a child, by keyboard, and locks without a trace', async () => {
    const page = await open();
    const { keyboard } = page;
    await page.getByLabel('Your name').waitFor();
    await expect
      .poll(() => page.getByLabel('Your name').evaluate((field) => field === document.activeElement))
      .toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await keyboard.type('Helen Draftwell');
    await keyboard.press('Tab');
    await keyboard.type('01632 960 410');
    await keyboard.press('Tab');
    await keyboard.type('paper boats');
    await keyboard.press('Enter');
    await page.getByText('Too short: 1 more character. Three').waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.getByLabel('Passphrase again').fill(`${passphrase}s`);
    await keyboard.press('Enter');
    await page.getByText('The two are not the same').waitFor();
    await page.getByLabel('Passphrase again').fill(passphrase);
    await keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Recovery key of Helen Draftwell' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const groups = await page.locator('.key-groups b').allTextContents();
    expect(groups).toHaveLength(8);
    await page.getByRole('button', { name: 'Print it' }).click();
    await expect.poll(() => app.answers.printed).toBe(1);
    const asked = page.getByLabel(/Type group \d/);
    const number = Number(/\d/.exec((await page.getByText(/Type group \d/).textContent()) ?? '')?.[0]);
    await asked.fill('wrong');
    await keyboard.press('Enter');
    await page.getByText(`This is not group ${number}.`).waitFor();
    await asked.fill((groups[number - 1] ?? '').toLowerCase());
    await keyboard.press('Enter');

    await page.getByRole('link', { name: 'Children' }).click();
    await page.getByRole('button', { name: 'Add a child' }).click();
    await page.getByLabel('Full name').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Full name').fill('Zofia Pretendska');
    await page.getByLabel('Date of birth').fill('1/2/15');
    await page.getByLabel('Looked after since').fill('1 mar 2024');
    await page.getByLabel('Legal status', { exact: true }).selectOption('care-order');
    await page.getByLabel('Its number').fill('5');
    await page.getByLabel('Held on').fill('20/4/2026');
    await page.getByLabel('Next review, if booked').fill('19 Oct');
    await keyboard.press('Enter');
    await page.getByRole('row', { name: /Zofia Pretendska.*19 Oct/ }).waitFor();

    await keyboard.press('Control+Shift+L');
    await doorIsShut();
    expect(await bodyText()).not.toMatch(/Zofia|Pretendska|Draftwell/);
    expect(await axeFindings(page)).toEqual([]);
    await unlock('paper boats in summer');
    await page.locator('.fault').getByText('That passphrase does not open this store').waitFor();
    expect(await bodyText()).not.toMatch(/Zofia|Pretendska|Draftwell/);
    await unlock(passphrase);
    await page.getByRole('link', { name: 'Children' }).click();
    await page.getByRole('row', { name: /Zofia Pretendska/ }).waitFor();
  });

  it('brings a caseload in from a spreadsheet, one message for each bad row, and nothing twice', async () => {
    const page = await open({ caseload: 'empty' });
    const csv = [
      'Name,DOB,LAC since,Legal status,Review No,Last review,Worker',
      'Leah Fauxton,11/06/2012,14/03/2019,C2,17,30/04/2026,Tomasz Inventar',
      'Kofi Mockford,31/02/2011,1/1/2020,C2,3,1/1/2026,Sunniva Example',
      'Maisie Madeupson,2/2/2019,1/7/2026,ICO,,,',
    ].join('\n');
    app.answers.files = [{ name: 'caseload.csv', content: Buffer.from(csv).toString('base64') }];
    await page.getByRole('link', { name: 'Children' }).click();
    await page.getByRole('button', { name: 'From a spreadsheet' }).click();
    await page.getByRole('button', { name: 'Choose the file' }).click();
    const kofi = page.getByRole('listitem').filter({ hasText: 'Kofi Mockford' });
    await kofi.getByText('“Date of birth” is not a day: write it as 5 Oct 2026').waitFor();
    expect(await page.getByRole('button', { name: 'Add 2 children' }).isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Leave out the 1 row').check();
    await page.getByRole('button', { name: 'Add 2 children' }).click();
    await page.getByRole('row', { name: /Maisie Madeupson/ }).waitFor();
    await page.getByRole('button', { name: 'From a spreadsheet' }).click();
    await page.getByRole('button', { name: 'Choose the file' }).click();
    await page.getByText('2 already here').waitFor();
    expect(await page.getByRole('button', { name: 'Add 0 children' }).isDisabled()).toBe(true);
  });

  it('restores a backup on a new laptop with the recovery key, and asks for a new passphrase', async () => {
    const old = await testCore();
    try {
      const backups = join(old.around, 'backups');
      mkdirSync(backups);
      const { folder } = await old.call('backup:run', { folder: backups });
      // A later one that was cut off on its way to the drive.
      cpSync(folder, join(backups, 'golden-thread-backup-2026-10-07T070000Z'), { recursive: true });
      rmSync(join(backups, 'golden-thread-backup-2026-10-07T070000Z', 'manifest.json'));
      const page = await open();
      await page.getByRole('button', { name: 'Restore a backup instead' }).click();
      app.answers.folder = old.around;
      await page.getByRole('button', { name: 'Choose the folder' }).click();
      await page.getByText('No backup is in this folder').waitFor();
      app.answers.folder = backups;
      await page.getByRole('button', { name: 'Choose another folder' }).click();
      const [broken, whole] = [page.getByRole('radio').nth(0), page.getByRole('radio').nth(1)];
      await page.getByText('Not whole: something of it is missing').waitFor();
      expect(await broken.isDisabled()).toBe(true);
      expect(await whole.isChecked()).toBe(true);
      await page.getByLabel('Recovery key').fill('AAAAA');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByLabel('Recovery key').fill(old.recoveryKey.toLowerCase());
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Set a new passphrase' }).waitFor();
      await page.getByLabel('New passphrase', { exact: true }).fill('tall blue teapot lamp');
      await page.getByLabel('New passphrase again').fill('tall blue teapot lamp');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Lock' }).click();
      await doorIsShut();
      await unlock('tall blue teapot lamp');
      await page.getByRole('link', { name: 'Children' }).waitFor();
    } finally {
      await old.remove();
    }
  });
});

describe('locking', () => {
  const settings = () =>
    app.page.evaluate(() => {
      location.hash = '#/settings';
    });

  it('keeps what was typed when the core dies, and saves it after unlocking', async () => {
    const page = await open({ caseload: 'empty', isLocked: true });
    await unlock(passphrase);
    await page.getByRole('button', { name: 'Lock' }).waitFor();
    await settings();
    await page.getByLabel('When the manager does not reply').waitFor();
    app.killCore();
    await page.getByText('What you typed is kept').waitFor();
    expect(await page.getByRole('button', { name: 'Lock', exact: true }).isVisible()).toBe(false);
    await unlock(passphrase);
    const field = page.getByLabel('When the manager does not reply');
    await field.fill('silence is agreement');
    app.killCore();
    await page.getByText('What you typed is kept').waitFor();
    await unlock(passphrase);
    await expect.poll(() => field.inputValue()).toBe('silence is agreement');
    await page.getByText(/^Saved \d/).waitFor();
    await page.keyboard.press('Control+Shift+L');
    await doorIsShut();
    await unlock(passphrase);
    await page.getByRole('button', { name: 'Lock' }).waitFor();
    await settings();
    await expect.poll(() => field.inputValue()).toBe('silence is agreement');
  });

  it('says at the demo’s door what opens it, and at no other', async () => {
    const demo = await open({ caseload: 'empty', isDemo: true });
    await demo.getByRole('button', { name: 'Lock' }).click();
    await demo.getByText(`Its passphrase is ${passphrase}.`).waitFor();
    expect(await axeFindings(demo)).toEqual([]);
    await unlock(passphrase);
    await demo.getByRole('button', { name: 'Lock' }).waitFor();
    await app.close();
    const real = await open({ caseload: 'empty' });
    await real.getByRole('button', { name: 'Lock' }).click();
    await doorIsShut();
    expect(await bodyText()).not.toContain(passphrase);
  });

  it.each([
    ['host:idle', '{"seconds":600}'],
    ['host:locked', '{"reason":"lock-screen"}'],
  ])('locks by itself on %s', async (event, detail) => {
    const page = await open({ caseload: 'demo' });
    await page.getByRole('link', { name: 'Children' }).click();
    await page.getByRole('row', { name: /Leah Fauxton/ }).waitFor();
    await page.evaluate(([name, text]) => globalThis.goldenThreadEvent?.(name, text), [
      event,
      detail,
    ] as const);
    await doorIsShut();
    expect(await bodyText()).not.toMatch(/Fauxton/);
  });

  it('does not lock before the time that is set', async () => {
    const page = await open({ caseload: 'empty' });
    await settings();
    await page.getByLabel('Lock by itself').selectOption('20');
    await page.getByText(/^Saved \d/).waitFor();
    await page.evaluate(() => globalThis.goldenThreadEvent?.('host:idle', '{"seconds":600}'));
    await page.keyboard.press('Control+k');
    const search = page.getByRole('combobox', { name: 'Search' });
    await search.waitFor();
    expect(await search.count()).toBe(1);
  });
});
