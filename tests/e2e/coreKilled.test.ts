import type { Locator, Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import type { Screen } from './support/editors.ts';
import { editors, forms } from './support/editors.ts';
import { openApp, passphrase } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { brokenLeah } from './support/openLeah.ts';

// Long enough for two cores that do other things as well.
const late = { timeout: 20_000 } as const;

let app: OpenedApp;
let page: Page;
afterEach(async () => {
  const thrown = [...app.pageErrors];
  // One that stands still would be waited for.
  app.killCore();
  await app.close();
  if (thrown.length > 0) throw new Error(`Thrown in the page: ${thrown.join('; ')}`);
});

async function unlock(): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Lock', exact: true }).waitFor();
}

const turnTo = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

async function goTo({ hash, open }: Screen): Promise<void> {
  await turnTo(hash);
  await page.locator('#screen h1, #screen h2').first().waitFor();
  await open?.(page);
}

const wordsOf = (element: Element) =>
  'value' in element ? String(element.value) : (element.textContent ?? '');
/** What the bar says of the saving; also while the door stands before it. */
const bar = () => page.locator('.top .right').evaluate((element) => element.textContent ?? '');
const isSaved = () => page.getByText(/^Saved \d/).waitFor();

async function openAt(screen: Screen): Promise<void> {
  app = await openApp({ caseload: 'empty', caseFiles: [brokenLeah()], isLocked: true });
  ({ page } = app);
  await unlock();
  await goTo(screen);
}

async function type(field: Locator, words: string): Promise<void> {
  await field.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words, { delay: 5 });
}

/** The core takes nothing more: what is typed from now on has not reached it when it is killed. */
const standStill = () => process.kill(app.corePid(), 'SIGSTOP');

async function kill(): Promise<void> {
  app.killCore();
  await page.getByText('What you typed is kept: unlock, and it is saved.').waitFor();
}

/** From the store, by a page that has seen none of it. */
async function loadAnew(): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.evaluate(() => void setTimeout(() => location.reload(), 0));
  await loaded;
  await page.getByRole('button', { name: 'Lock', exact: true }).waitFor();
}

describe('a core that is killed while somebody types', () => {
  it.each(editors)('loses no word in $name', async (editor) => {
    const { typed = [' Paper boats', ' in win'], field, proof } = editor;
    const words = typed.join('').trim();
    await openAt(editor);
    // A list goes on below the line that is typed: the same field, found while it was the last.
    const same = await field(page).elementHandle();
    await type(field(page), typed[0]);
    await isSaved();
    standStill();
    await page.keyboard.type(typed[1]);
    await expect.poll(bar, late).not.toMatch(/Saved \d/);
    await kill();
    await expect.poll(bar, late).toContain('Not saved');
    await unlock();
    expect(await same?.evaluate(wordsOf)).toContain(words);
    await isSaved();
    await loadAnew();
    await goTo(editor);
    await expect.poll(() => (proof ?? field)(page, words).evaluate(wordsOf), late).toContain(words);
  });

  it.each(forms)('loses no word in the form of $name', async (form) => {
    const words = 'Paper boats in win';
    await openAt(form);
    await type(form.field(page), ' Paper boats');
    standStill();
    await page.keyboard.type(' in win');
    await kill();
    await unlock();
    expect(await form.field(page).evaluate(wordsOf)).toContain(words);
    await form.send(page);
    await form.proof(page, words).waitFor();
    await expect.poll(bar, late).not.toMatch(/Saving|Not saved/);
    await loadAnew();
    await turnTo(form.hash);
    await form.look?.(page);
    await form.proof(page, words).waitFor();
  });
});
