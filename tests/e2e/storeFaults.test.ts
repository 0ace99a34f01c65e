import { cpSync, openSync, renameSync, rmSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { databaseFileName } from '../../main/store/openStore.ts';
import { takeOwnerLock } from '../../main/store/ownerLock.ts';
import { openBeside } from '../integration/support/storeRows.ts';
import { valueOf } from '../integration/support/tempStore.ts';
import { fillDiskOf, writeProtect } from './support/faults.ts';
import { openApp, passphrase } from './support/openApp.ts';
import type { OpenOptions, OpenedApp } from './support/openApp.ts';
import { leah, leahReview } from './support/openLeah.ts';

let app: OpenedApp;
let page: Page;
/** What brings a folder back to where it can be removed, whatever became of the test. */
let undo: () => void = () => undefined;
afterEach(async () => {
  undo();
  undo = () => undefined;
  // oxlint-disable-next-line vitest/no-standalone-expect -- of every test: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

async function open(options: OpenOptions = {}) {
  app = await openApp({ caseload: 'empty', ...options });
  ({ page } = app);
}

const door = () => page.getByRole('textbox', { name: 'Passphrase', exact: true });

async function tryToUnlock() {
  await door().fill(passphrase);
  await page.keyboard.press('Enter');
}

/** What the screen says is wrong, and that it is said to a screen reader too. */
async function alertSays(...words: readonly (string | RegExp)[]) {
  const alert = page.getByRole('alert');
  for (const each of words) await alert.getByText(each).first().waitFor();
}

type Fault = {
  readonly name: string;
  /** Brings it about; returns how to take it away. */
  readonly cause: () => Promise<() => void>;
  readonly says: readonly (string | RegExp)[];
};

async function moveAway(): Promise<() => void> {
  const { dir } = app;
  renameSync(dir, `${dir}-away`);
  return () => renameSync(`${dir}-away`, dir);
}

async function comeFromTheFuture(): Promise<() => void> {
  const db = await openBeside(app.dir, 'write');
  const version = Number(db.pragma('user_version', { simple: true }));
  db.pragma(`user_version=${version + 1}`);
  return () => {
    db.pragma(`user_version=${version}`);
    db.close();
  };
}

async function damage(): Promise<() => void> {
  const file = join(app.dir, databaseFileName);
  cpSync(file, `${file}.whole`);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(64, 7), 0, 64, 512);
  closeSync(handle);
  return () => renameSync(`${file}.whole`, file);
}

const faults: readonly Fault[] = [
  {
    name: 'open in another window',
    cause: async () => valueOf(takeOwnerLock(app.dir)).release,
    says: ['This store is open in another window or program. Close Golden Thread there, then try again.'],
  },
  {
    name: 'made by a newer version',
    cause: comeFromTheFuture,
    says: [/newer/, /Nothing was changed\. Ask your IT service for the newer Golden Thread/],
  },
  {
    name: 'damaged',
    cause: damage,
    says: [
      /This store is damaged.*Restore the latest backup/,
      /The first screen then offers “Restore a backup”/,
    ],
  },
  {
    name: 'its folder gone',
    cause: moveAway,
    says: ['The folder or file is no longer there. Check that the drive is connected, then try again.'],
  },
  {
    name: 'write-protected',
    cause: async () => writeProtect(app.dir),
    says: [/cannot be written to\. Check that it is not write-protected/, /Nothing can be saved until then/],
  },
];

const today = () => page.getByRole('heading', { name: 'Today', exact: true });

describe('a store that cannot be opened', () => {
  it.each(faults)('says why, and opens once the cause is gone: $name', async ({ cause, says }) => {
    await open({ isLocked: true });
    await door().waitFor();
    undo = await cause();
    await tryToUnlock();
    await alertSays(...says);
    undo();
    undo = () => undefined;
    // The passphrase that was typed is still there, and Enter is enough.
    expect(await door().inputValue()).toBe(passphrase);
    await door().press('Enter');
    await today().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('is asked about before a new one is begun in its place', async () => {
    await open({ isLocked: true });
    await door().waitFor();
    const reload = () => page.evaluate(() => void setTimeout(() => location.reload(), 0));
    undo = await moveAway();
    await reload();
    await page.getByText(/computer before\? Then its folder is missing: do not start anew/).waitFor();
    undo();
    undo = () => undefined;
    await reload();
    await tryToUnlock();
    await today().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

const goTo = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
const interests = () => page.getByRole('textbox', { name: 'What happened Interests and friendships' });
const saveState = () => page.locator('.top .right');

async function writeInterests(words: string) {
  await goTo(`#/reviews/${leahReview}/write-up?at=interests`);
  await interests().focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

/** It is said once, in the bar and beside the text; the text stands; and nothing was acknowledged. */
async function shownAsNotSaved(why: RegExp): Promise<string> {
  await alertSays(why);
  await saveState().getByText('Not saved: kept here, trying again').waitFor();
  await page
    .locator('output[aria-live]')
    .getByText('Not saved. It is kept here and tried again.')
    .waitFor({ state: 'attached' });
  return interests().innerText();
}

/** In the store itself: another look at it, by a core that has never seen this page. */
async function savedWords(): Promise<string> {
  await saveState()
    .getByText(/^Saved \d/)
    .waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  app.killCore();
  await door().waitFor();
  await page.evaluate(() => void setTimeout(() => location.reload(), 0));
  await tryToUnlock();
  return interests().innerText();
}

describe('a store that takes nothing more while somebody types', () => {
  async function openLeah() {
    await open({ caseFiles: [leah()], isLocked: true });
    await tryToUnlock();
    await today().waitFor();
  }

  it('keeps the words on the screen while the disk is full, and saves them when there is room', async () => {
    await openLeah();
    await goTo(`#/reviews/${leahReview}/write-up?at=interests`);
    await interests().waitFor();
    undo = fillDiskOf(app.corePid());
    await writeInterests(' The choir sings on.');
    expect(
      await shownAsNotSaved(
        /The disk is full or takes no more data\. What was saved before is safe\. Make room/,
      ),
    ).toContain('The choir sings on.');
    // Typing goes on meanwhile, and the state stays what it is: no flicker between two tries.
    await page.keyboard.type(' And on.');
    await saveState().getByText('Not saved: kept here, trying again').waitFor();
    undo();
    undo = () => undefined;
    await saveState().getByRole('button', { name: 'Try now' }).click();
    expect(await savedWords()).toContain('The choir sings on. And on.');
  });

  it('keeps the words on the screen while its folder is gone, and saves them by itself when it is back', async () => {
    await openLeah();
    undo = await moveAway();
    await writeInterests(' The choir sings on.');
    expect(
      await shownAsNotSaved(/The folder of this store is no longer where it was.*Put the folder back/),
    ).toContain('The choir sings on.');
    undo();
    undo = () => undefined;
    expect(await savedWords()).toContain('The choir sings on.');
  });

  it('never says “Saved” of a store that was deleted', async () => {
    await openLeah();
    await writeInterests(' First.');
    await saveState()
      .getByText(/^Saved \d/)
      .waitFor();
    rmSync(app.dir, { recursive: true });
    await page.keyboard.type(' Second.');
    expect(await shownAsNotSaved(/no longer where it was/)).toContain('First. Second.');
  });
});

describe('what an officer is told on opening', () => {
  it('a clock that was set back: what it means, and how it ends', async () => {
    await open({ caseFiles: [leah()], isLocked: true });
    await tryToUnlock();
    await writeInterests(' Before.');
    await saveState()
      .getByText(/^Saved \d/)
      .waitFor();
    app.setDay('2026-09-01');
    app.killCore();
    await door().waitFor();
    await tryToUnlock();
    await goTo('#/');
    await alertSays(
      'This computer’s clock is earlier than your last entry',
      /^It says 1 Sep 2026, .*; your last entry was kept on 5 Oct 2026, .*Nothing is lost\. But what is due .* counted from Tue 1 Sep 2026/,
    );
    await page.getByRole('link', { name: 'Is this day right?' }).waitFor();
    // Nothing is refused, and nothing is lost.
    await writeInterests(' After.');
    await saveState()
      .getByText(/^Saved \d/)
      .waitFor();
    await goTo('#/');
    await page.getByRole('button', { name: 'The clock is right now: it was ahead before' }).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Is this day right?' }).count()).toBe(0);
    await goTo(`#/reviews/${leahReview}/write-up?at=interests`);
    expect(await interests().innerText()).toContain('Before. After.');
  });

  it('a session that was killed: where to look, and everything acknowledged is there', async () => {
    await open({ caseFiles: [leah()], isLocked: true });
    await tryToUnlock();
    await writeInterests(' The last words.');
    await saveState()
      .getByText(/^Saved \d/)
      .waitFor();
    app.killCore();
    await door().waitFor();
    const first = app;
    // The window goes without anybody unlocking it again: the machine went down.
    await first.page.close();
    await open({ dir: first.dir, isLocked: true });
    await tryToUnlock();
    await alertSays(
      'Golden Thread was not closed last time: it, or this computer, stopped',
      /Everything that was saved is here; the last of it was kept on 5 Oct 2026/,
    );
    await page.getByRole('link', { name: 'Leah Fauxton, review 11: Interests and friendships' }).click();
    expect(await interests().innerText()).toContain('The last words.');
    await goTo('#/');
    await page.getByRole('button', { name: 'Understood' }).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    await first.close();
  });
});
