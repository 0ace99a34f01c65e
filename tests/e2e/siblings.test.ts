import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import type { CaseFile } from '../../shared/caseFile.ts';
import { caseFileAsOf } from '../../shared/caseFileAsOf.ts';
import { textIdOf } from '../../shared/caseFileRecord.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import { richTextFromPlain } from '../../shared/richText.ts';
import { axeFindings } from './support/axe.ts';
import { callCore } from './support/callCore.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';

const [pip, dot] = ['pip-r2', 'dot-r2'] as const;
const section = 'interests';

/** A brother or sister of the demo on the day of the meeting that serves both, their reviews still open. */
function fileOf(name: string): CaseFile {
  const file = readDemo().files.get(`${name}.case.json`);
  if (!file) throw new Error(`The demo has ${name}`);
  return caseFileAsOf(file, isoDate('2026-10-14'));
}

let app: OpenedApp;
let page: Page;
beforeAll(async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [fileOf('pip'), fileOf('dot')], day: '2026-10-14' });
  ({ page } = app);
  await page.waitForSelector('.app');
  const id = textIdOf(ReviewId.parse(dot), section, 'account');
  const { versions } = await callCore(page, 'review:get', { id: dot });
  const words = 'Dot likes the garden. She digs there with Pip on Sundays.';
  const text = { id, childId: 'child-dot', reviewId: dot, section, part: 'account' } as const;
  const value = { ...text, body: richTextFromPlain(words) };
  await callCore(page, 'text:save', { value, baseVersion: versions[id] ?? 0 });
  await page.evaluate((hash) => (location.hash = hash), `#/reviews/${pip}/write-up?at=${section}`);
});
afterAll(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of the whole file: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const focused = (name: string | RegExp) => page.getByRole('button', { name }).and(page.locator(':focus'));
const interests = () => page.locator(`.sec[data-row="${section}"]`);

describe('a paragraph of a sister’s record', () => {
  it('is looked through word by word, by keyboard, before it stands in the brother’s', async () => {
    await interests().getByRole('button', { name: 'A paragraph from Dot’s record' }).press('Enter');
    await focused(/^What happened; 3 words to look at/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await focused('Keep “Dot”').waitFor();
    const put = interests().getByRole('button', { name: 'Put into Pip’s record' });
    expect(await put.isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Other words for “Dot”').fill('Pip');
    await page.keyboard.press('Enter');
    await focused('Keep “She”').waitFor();
    await page.getByLabel('Other words for “She”').fill('Your sister');
    await page.keyboard.press('Enter');
    await focused('Keep “Sundays”').press('Enter');
    await focused('Put into Pip’s record').press('Enter');
    const text = page.getByRole('textbox', { name: /^What happened Interests/ });
    await text.getByText('Pip likes the garden. Your sister digs there with Pip on Sundays.').waitFor();
    await focused('A paragraph from Dot’s record').waitFor();
    const record = JSON.stringify((await callCore(page, 'review:get', { id: pip })).texts);
    expect(record).toContain('Pip likes the garden.');
    expect(record).not.toContain('Dot likes');
  });
});
