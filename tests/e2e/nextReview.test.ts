import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
});
afterAll(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of the whole file: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

describe('the day of the next review', () => {
  it('is chosen among days that would do, with what it costs said as one chooses', async () => {
    const { page } = app;
    await page.evaluate("location.hash = '#/reviews/leah-r11/write-up?at=front-sheet'");
    const days = page.getByRole('region', { name: 'Days that would do' });
    await days.scrollIntoViewIfNeeded();
    const buttons = days.getByRole('button');
    expect(await buttons.count()).toBeGreaterThan(2);
    await buttons.first().press('Enter');
    await expect.poll(() => buttons.first().getAttribute('aria-pressed')).toBe('true');
    await days.getByText(/in hand\.$/).waitFor();
    await days.getByText(/The review after it is then due by/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const day = page.getByLabel('Next review on');
    await day.fill('12 Apr 2027');
    await day.press('Enter');
    await days.getByText('7 days after the last lawful day, Mon 5 Apr 2027: say why.').waitFor();
  });

  it('goes into the officer’s own calendar, without a name', async () => {
    const { page, answers, around } = app;
    await page.evaluate("location.hash = '#/children/child-leah/reviews'");
    await page.getByRole('button', { name: 'For your calendar' }).press('Enter');
    expect(await axeFindings(page)).toEqual([]);
    answers.savePath = join(around, 'reviews.ics');
    await page.getByRole('button', { name: 'Save the file' }).press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('For your calendar');
    const text = readFileSync(join(around, 'reviews.ics'), 'utf8');
    expect(text).toMatch(/^BEGIN:VCALENDAR/);
    expect(text).not.toMatch(/Leah/);
  });
});
