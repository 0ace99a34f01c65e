import { afterEach, expect, it } from 'vitest';
import { leah } from './support/openLeah.ts';
import { readDemo } from '../../main/cli/demo.ts';
import type { CaseFile } from '../../shared/caseFile.ts';
import { axeFindings } from './support/axe.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';

let app: OpenedApp;
afterEach(async () => {
  await app.close();
  expect(app.pageErrors).toEqual([]);
});

const asFile = (name: string, value: unknown) => ({
  name,
  content: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64'),
});

/** Leah's file with other words in two of its points and another name for her school's person. */
function changedLeah(): CaseFile {
  const file = leah();
  const changed = file.reviews.at(-1)?.points.slice(0, 2) ?? [];
  return {
    ...file,
    reviews: file.reviews.map((review) => ({
      ...review,
      points: review.points.map((point) =>
        changed.some(({ id }) => id === point.id) ? { ...point, words: `${point.words} And more.` } : point,
      ),
    })),
  };
}

it('brings in several files, asks record by record where they differ, and tells what became of each', async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [leah()] });
  const { page } = app;
  await page.waitForSelector('.app');
  await page.getByRole('link', { name: 'Children' }).click();
  await page.getByRole('button', { name: /case file/i }).click();
  app.answers.files = [
    asFile('broken.case.json', 'no json'),
    asFile('leah.case.json', changedLeah()),
    asFile('pip.case.json', readDemo().files.get('pip.case.json')),
  ];
  await page.getByRole('button', { name: 'Choose case files' }).click();
  await page.getByText('broken.case.json not imported').waitFor();
  await page.getByText('File 2 of 3').first().waitFor();
  await page.getByText(/^leah\.case\.json: 2 records differ/).waitFor();
  const points = page.getByRole('region', { name: 'Points' });
  expect(await points.getByText('And more.').count()).toBeGreaterThan(0);
  expect(await axeFindings(page)).toEqual([]);
  const isCut = (pane: Element) => pane.scrollWidth > pane.clientWidth;
  expect(await page.locator('.bring').evaluate(isCut)).toBe(false);
  await points.getByRole('button', { name: 'All of these: what the file says' }).click();
  await points.getByRole('radio', { name: 'Keep what is here' }).first().check();
  await page.getByRole('button', { name: 'Import: 1 as here, 1 from the file' }).click();
  await page.getByText('2 of 3 files imported').first().waitFor();
  await page.getByText('0 records added, 1 changed').waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
