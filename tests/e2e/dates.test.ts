import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import { axeFindings } from './support/axe.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';

let app: OpenedApp;
beforeAll(async () => {
  const file = readDemo().files.get('leah.case.json');
  app = await openApp({ caseload: 'empty', caseFiles: file ? [file] : [], day: '2026-10-06' });
  await app.page.getByRole('button', { name: 'Lock' }).waitFor();
  await app.page.evaluate("location.hash = '#/children/child-leah/dates'");
  await app.page.getByRole('heading', { name: /^Overdue/ }).waitFor();
});
afterAll(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of the whole file: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const line = (key: string) => app.page.locator(`[data-deadline="${key}"]`);

describe('the dates of a child', () => {
  it('open to their working, by keyboard, and it can be copied', async () => {
    const { page } = app;
    const record = line('record:leah-r11');
    await record.getByRole('button').press('Enter');
    await record.getByText('Mon 5 Oct 2026 is day 0; working day 15 after it is Mon 26 Oct 2026.').waitFor();
    await record.getByRole('button', { name: 'Copy the sum' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('take another day with its reason, and the sum keeps the computed one', async () => {
    const { page } = app;
    const record = line('record:leah-r11');
    await record.getByRole('button', { name: 'Another day' }).press('Enter');
    await record.getByLabel('Due on').and(page.locator(':focus')).waitFor();
    await record.getByRole('button', { name: 'Cancel' }).press('Enter');
    await record.getByRole('button', { name: 'Another day' }).and(page.locator(':focus')).press('Enter');
    await record.getByLabel('Due on').fill('30 Oct');
    await record.getByRole('button', { name: 'Set the day' }).press('Enter');
    await record.getByText('Say why').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await record.getByLabel('Because').fill('agreed with the service manager');
    await page.keyboard.press('Enter');
    await record.getByText('Fri 30 Oct').first().waitFor();
    await record.getByText(/agreed with the service manager/).waitFor();
  });

  it('that are late ask why, from the list or in words', async () => {
    const { page } = app;
    const late = page.locator('.datelist li').filter({ hasText: 'Late: say why' }).first();
    const key = await late.getAttribute('data-deadline');
    await late.getByRole('button').first().press('Enter');
    await late.getByRole('button', { name: 'Say why it is late' }).press('Enter');
    await late.getByLabel('It was late because').selectOption('worker-away');
    await late.getByRole('button', { name: 'Record why' }).press('Enter');
    await line(key ?? '')
      .getByText(/Late because the social worker was away/)
      .waitFor();
    expect(
      await line(key ?? '')
        .getByText('Late: say why')
        .count(),
    ).toBe(0);
  });

  it('may rest, and stand apart while they do', async () => {
    const { page } = app;
    const first = page.getByRole('region', { name: 'Overdue' }).locator('li').first();
    const key = await first.getAttribute('data-deadline');
    if ((await first.getByRole('button', { name: 'Let it rest' }).count()) === 0)
      await first.getByRole('button').first().press('Enter');
    await first.getByRole('button', { name: 'Let it rest' }).press('Enter');
    await first.getByLabel('Rests until').fill('20 Oct');
    await first.getByLabel('Because').fill('the clinic rings back');
    await page.keyboard.press('Enter');
    const resting = page.getByRole('region', { name: 'Resting' });
    await resting
      .locator(`[data-deadline="${key}"]`)
      .getByRole('button')
      .first()
      .and(page.locator(':focus'))
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
