import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { callerOf } from '../../../main/cli/client.ts';
import { clockAt, coreLog } from '../../../main/cli/throwAwayStore.ts';
import { createCore } from '../../../main/core/core.ts';
import { cheapScrypt, tempFolder } from '../../integration/support/tempStore.ts';
import { officer, passphrase } from './openApp.ts';
import { leah, leahReview } from './openLeah.ts';
import { goToStage } from './stages.ts';

/** Long enough for two cores that do other things as well. */
const late = { timeout: 60_000 } as const;

/** From an empty machine to an open store, by keyboard: name, passphrase, and the recovery key confirmed. */
export async function firstRun(page: Page): Promise<void> {
  const { keyboard } = page;
  const name = page.getByLabel('Your name');
  await name.waitFor();
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
  for (const words of [officer.name, officer.phone, passphrase, passphrase]) {
    await keyboard.type(words);
    await keyboard.press('Tab');
  }
  await page.getByLabel('Passphrase again').press('Enter');
  await page.getByRole('heading', { name: `Recovery key of ${officer.name}` }).waitFor();
  const groups = await page.locator('.key-groups b').allTextContents();
  const asked = page.getByLabel(/Type group \d/);
  const number = Number(/\d/.exec((await page.getByText(/Type group \d/).textContent()) ?? '')?.[0]);
  await asked.fill(groups[number - 1] ?? '');
  await keyboard.press('Enter');
  await page.getByRole('link', { name: 'Children' }).waitFor();
}

/** Fills fields by their labels, and leaves the last one, as a hand on the keyboard would. */
export async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, words] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).last().fill(words);
    await page.keyboard.press('Tab');
  }
}

/** Types lines into the running note, each kept by Enter; then walks them by arrow and files each by Alt and its digit. */
export async function chairByKeys(
  page: Page,
  lines: readonly { readonly typed: string; readonly digit: number; readonly group: string }[],
): Promise<void> {
  const { keyboard } = page;
  const composer = page.getByRole('textbox', { name: /^Running note/ });
  await expect.poll(() => composer.evaluate((field) => field === document.activeElement)).toBe(true);
  for (const { typed } of lines) {
    await keyboard.type(typed);
    await keyboard.press('Enter');
  }
  await page.getByText(`${lines.length} lines, ${lines.length} not filed`).waitFor();
  for (const { typed, digit, group } of lines.toReversed()) {
    const row = page.getByRole('listitem').filter({ hasText: typed.replace(/^\w: /, '') });
    await keyboard.press('ArrowUp');
    await expect
      .poll(() => row.getByRole('button').evaluate((line) => line === document.activeElement))
      .toBe(true);
    await keyboard.press(`Alt+${digit}`);
    await row.getByText(group).waitFor();
  }
  await page.getByText(`${lines.length} lines, 0 not filed`).waitFor();
}

/** How many findings of Check must be settled, as its own head says. */
export async function mustCount(page: Page): Promise<number> {
  return Number(/^\d+/.exec(await page.getByText(/^\d+ must, \d+ to look at$/).innerText())?.[0]);
}

/** Clicks a finding in Check, does what mends it at the place it leads to, and sees in Check that it is gone. */
export async function mend(
  page: Page,
  reviewId: string,
  finding: RegExp,
  work: () => Promise<unknown>,
): Promise<void> {
  await goToStage(page, 'check', reviewId);
  const link = page.getByRole('link', { name: finding });
  await link.waitFor();
  const before = await mustCount(page);
  await link.click();
  await page.waitForURL(/write-up\?at=/);
  await focusIsIn(page, '.sheet');
  await work();
  await goToStage(page, 'check', reviewId);
  await expect.poll(() => link.count(), late).toBe(0);
  expect(await mustCount(page)).toBeLessThan(before);
}

/** Waits until the keys are in a part of the page: whoever arrives there has been led to it. */
export async function focusIsIn(page: Page, selector: string): Promise<void> {
  await expect
    .poll(() => page.evaluate((part) => document.activeElement?.closest(part) !== null, selector), late)
    .toBe(true);
}

/** Gives the section that has the keys its ending by one key, and types the words that it asks for. */
export async function endByKey(page: Page, key: 'c' | 'o' | 'x', words: string): Promise<void> {
  await page.keyboard.press(key);
  await focusIsIn(page, 'section[aria-label^="Ending of"] input');
  await page.keyboard.type(words);
}

export type OldStore = { readonly dir: string; readonly around: string; readonly remove: () => void };

/** A store that the core made, wrote and closed in October: Leah's newest review, finalised and never issued. */
export async function oldStore(): Promise<OldStore> {
  const folder = tempFolder();
  const dir = join(folder.path, 'store');
  const clock = clockAt('2026-10-06');
  const core = createCore({ dir, clock: clock.now, log: coreLog, scrypt: cheapScrypt });
  try {
    const call = callerOf(core);
    await call('vault:create', { passphrase, officer });
    await call('caseFile:import', { files: [leah()], onConflict: 'refuse' });
    await call('review:finalise', { id: leahReview, kind: 'decisions', gaps: [] });
    clock.setDay('2026-10-12');
    await call('review:finalise', { id: leahReview, kind: 'record', gaps: [] });
  } finally {
    await core.close();
  }
  return { dir, around: folder.path, remove: folder.remove };
}
