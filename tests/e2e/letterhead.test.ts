import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleLetterheads } from '../documents/support/letterheads.ts';
import { axeFindings } from './support/axe.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';

let app: OpenedApp;
beforeEach(async () => {
  app = await openApp({ caseload: 'demo', day: '2026-10-21' });
  await app.page.getByRole('button', { name: 'Lock' }).waitFor();
});
afterEach(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of every test: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

/** The file that the next dialog for opening gives. */
function give(name: string, bytes: Uint8Array): void {
  app.answers.files = [{ name, content: Buffer.from(bytes).toString('base64') }];
}

/** The headers of a Word file, as text. */
const headersOf = (path: string): string =>
  Object.entries(unzipSync(readFileSync(path)))
    .filter(([part]) => part.startsWith('word/header'))
    .map(([, part]) => strFromU8(part).replaceAll(/<[^>]*>/g, ' '))
    .join(' ');

describe('the letterhead', () => {
  it('is chosen in the settings, tried, refused with a reason, removed and taken back', async () => {
    const { page } = app;
    await page.keyboard.press('Control+,');
    const part = page.getByRole('region', { name: 'Letterhead' });
    await part.getByText('own plain header').waitFor();
    const table = sampleLetterheads.find(({ name }) => name.startsWith('a table'));
    give('Council letterhead.docx', table?.file ?? new Uint8Array());
    await part.getByRole('button', { name: 'Choose its Word file' }).click();
    await part.getByText('Council letterhead.docx').waitFor();
    await part.getByText('Draftshire County Council').waitFor();
    await part.getByText('Its links are printed as plain words.').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    give('letter.docx', Buffer.from('%PDF-1.7'));
    await part.getByRole('button', { name: 'Choose another Word file' }).click();
    await part
      .getByRole('alert')
      .getByText(/This is a PDF/)
      .waitFor();
    await part.getByText('Council letterhead.docx').waitFor();

    app.answers.savePath = join(app.around, 'sample.docx');
    await part.getByRole('button', { name: 'Save a sample to see in Word' }).click();
    await part.getByText(/^Saved as .*sample\.docx$/).waitFor();
    expect(headersOf(app.answers.savePath)).toContain('Draftshire County Council');

    await part.getByRole('button', { name: 'Remove' }).click();
    await part.getByText('own plain header').waitFor();
    await part.getByRole('button', { name: 'Undo' }).click();
    await part.getByText('Council letterhead.docx').waitFor();
  });

  it('is under a copy that is issued, as its preview says', async () => {
    const { page } = app;
    await page.keyboard.press('Control+,');
    const council = sampleLetterheads.find(({ name }) => name === 'another first page');
    give('Council.docx', council?.file ?? new Uint8Array());
    await page.getByRole('button', { name: 'Choose its Word file' }).click();
    await page.getByText('Council.docx').waitFor();
    await page.evaluate(() => {
      location.hash = '#/reviews/leah-r11/issue';
    });
    const row = page.getByRole('row', { name: /^Kerry/ });
    await row.getByRole('button').first().click();
    await page.getByRole('button', { name: 'Preview' }).click();
    await page
      .getByRole('note', { name: 'Letterhead, at the top' })
      .getByText('Draftshire County Council')
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    app.answers.savePath = join(app.around, 'copy.docx');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page
      .locator('#screen')
      .getByText(/^Saved as .*copy\.docx$/)
      .waitFor();
    expect(headersOf(app.answers.savePath)).toContain('Draftshire County Council');
  });
});
