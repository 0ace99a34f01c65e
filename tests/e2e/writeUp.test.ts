import * as fc from 'fast-check';
import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import type { CorePeer } from '../../main/core/coreMessages.ts';
import { readDemo } from '../../main/cli/demo.ts';
import type { Bridge } from '../../shared/bridge.ts';
import type { CaseFile } from '../../shared/caseFile.ts';
import { caseFileAsOf } from '../../shared/caseFileAsOf.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { axeOn } from './support/axe.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { brokenLeah, leah, leahReview } from './support/openLeah.ts';
import { writeUpOf } from './support/writeUp.ts';

/** Long enough for two cores that do other things as well. */
const soon = { timeout: 20_000 } as const;
const late = { timeout: 60_000 } as const;

let app: OpenedApp;
let page: Page;

async function open(caseFiles: readonly CaseFile[], throughCore?: (core: CorePeer) => CorePeer) {
  app = await openApp({
    caseload: 'empty',
    caseFiles,
    day: '2026-10-05',
    ...(throughCore && { throughCore }),
  });
  ({ page } = app);
  await page.waitForSelector('.app');
}
afterEach(async () => {
  await app.close();
  if (app.pageErrors.length > 0) throw new Error(`Thrown in the page: ${app.pageErrors.join('; ')}`);
});

const { goTo, stored, storedText, account, writeIn } = writeUpOf(() => page);

/** What axe finds on the screen, in each look. */
async function axeFinds(schemes: readonly ('light' | 'dark')[] = ['light', 'dark']): Promise<string[]> {
  const all: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await axeOn(page).analyze();
    all.push(
      ...violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => String(target)).join(', ')}`),
    );
  }
  return all;
}

describe('writing up', () => {
  it('keeps what is typed while typing goes on', async () => {
    await open([leah()]);
    await goTo('interests');
    await writeIn('Interests and friendships');
    let isTyping = true;
    const typing = page.keyboard
      .type(' The choir meets on Tuesdays and she has not missed one of them since the summer began.', {
        delay: 60,
      })
      .then(() => (isTyping = false));
    await expect.poll(() => storedText('interests'), { ...soon, interval: 50 }).toContain('The choir meets');
    // Nobody paused: an officer who types on and on is saved all the same.
    expect(isTyping).toBe(true);
    await typing;
    await expect.poll(() => storedText('interests'), soon).toContain('since the summer began.');
  });

  it('keeps what is typed when the core dies in mid-word', async () => {
    await open([leah()]);
    await goTo('interests');
    await writeIn('Interests and friendships');
    await page.keyboard.type(' A drum', { delay: 30 });
    app.killCore();
    await page.keyboard.type('mer, she says', { delay: 30 });
    await expect.poll(() => storedText('interests'), late).toContain('A drummer, she says');
    expect(await account('Interests and friendships').innerText()).toContain('A drummer, she says');
  });

  it('makes selected words a point by one key, anchored and numbered', async () => {
    await open([leah()]);
    await goTo('interests');
    await writeIn('Interests and friendships');
    await page.keyboard.type(' No money for the bus.');
    for (let letter = 0; letter < 'money for the bus.'.length; letter += 1)
      await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Alt+n');
    await expect
      .poll(
        async () => (await stored())?.points.find((point) => point.quote === 'money for the bus.')?.kind,
        soon,
      )
      .toBe('need');
    const id = (await stored())?.points.find((point) => point.quote === 'money for the bus.')?.id ?? '';
    const anchored = page.locator(`[data-point="${id}"]`);
    await expect.poll(() => anchored.first().innerText(), soon).toContain('money for the bus.');
    await page.locator(`[data-bead="${id}"]`).waitFor();
    // It waits for an answer, and says so beside its words and in the list of groups.
    const row = page.locator(`[data-row="${id}"]`);
    await row.getByText('No answer yet').waitFor();
    await page.getByRole('navigation', { name: 'Groups' }).getByText('1 unanswered').waitFor();
    await row.getByRole('button', { name: 'Decision' }).click();
    await row.getByRole('button', { name: 'New decision' }).click();
    await page.getByRole('textbox', { name: /^What will change/ }).fill('A bus pass until Easter');
    await expect
      .poll(
        async () =>
          (await stored())?.decisions.find(({ wording }) => wording === 'A bus pass until Easter')?.pointIds,
        soon,
      )
      .toEqual([id]);
    await expect.poll(() => row.getByText('No answer yet').count(), soon).toBe(0);
  });

  it('offers the same at a slash, and takes the last sentence', async () => {
    await open([leah()]);
    await goTo('interests');
    await writeIn('Interests and friendships');
    await page.keyboard.type(' It was fine. She fears the new coach. /wor');
    await page.getByRole('button', { name: 'Y worry' }).first().waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(
        async () =>
          (await stored())?.points.find(({ kind, words }) => kind === 'worry' && words.includes('coach'))
            ?.words,
        soon,
      )
      .toBe('She fears the new coach.');
    expect(await storedText('interests')).not.toContain('/wor');
  });

  it('opens every place by its key, and takes a change back', async () => {
    await open([brokenLeah()]);
    await goTo('group:words');
    await page.getByRole('heading', { name: 'The child’s views', exact: true }).waitFor();
    await page
      .getByRole('navigation', { name: 'Groups' })
      .getByRole('link', { name: /Your words/ })
      .focus();
    await page.keyboard.press('4');
    await page.getByRole('heading', { name: 'Risk and safety', exact: true }).waitFor();
    await page.keyboard.press('f');
    await page.getByRole('heading', { name: 'Who, when, who took part' }).waitFor();
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Decisions and actions', exact: true }).waitFor();
    const before = (await stored())?.decisions.length ?? 0;
    await page.getByRole('button', { name: 'Decision', exact: true }).first().click();
    await page.getByText('Made a decision').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await stored())?.decisions.length, soon).toBe(before);
  });

  it('shows a finalised record as it stands, and takes no more words', async () => {
    await open([leah()]);
    for (const kind of ['decisions', 'record']) {
      await page.evaluate(
        async ([id, what]) => {
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the bridge is put there before the page
          const { goldenThread } = window as unknown as { goldenThread: Bridge };
          const request = `0190f0c4-7a4e-7c3e-8f00-${String(Math.trunc(Math.random() * 1e12)).padStart(12, '0')}`;
          await goldenThread.invoke('review:finalise', { id, kind: what, gaps: [] }, request);
        },
        [leahReview, kind],
      );
    }
    await goTo('interests');
    await page.getByText('Finalised 5 Oct 2026, edition 1').waitFor();
    const text = account('Interests and friendships');
    expect(await text.getAttribute('contenteditable')).toBe('false');
    expect(await page.locator('.sheet').getByRole('button', { name: 'Need', exact: true }).count()).toBe(0);
    const before = await storedText('interests');
    await text.focus();
    await page.keyboard.type('zz');
    expect(await text.innerText()).not.toContain('zz');
    expect(await storedText('interests')).toBe(before);
  });

  it('gives axe nothing to say in light and dark', async () => {
    await open([brokenLeah()]);
    for (const at of ['group:safe', 'front-sheet', 'plan']) {
      await goTo(at);
      await page.locator('.sec').first().waitFor();
      expect(await axeFinds()).toEqual([]);
    }
    for (const at of ['group:words', 'group:promised', 'letter', 'page-one', 'manager']) {
      await goTo(at);
      await page.locator('.sec').first().waitFor();
      expect(await axeFinds(['light'])).toEqual([]);
    }
    await goTo('group:words');
    await page.locator('.sheet .words').first().click();
    await page.locator('fieldset.fields').waitFor();
    expect(await axeFinds()).toEqual([]);
  });
});

/** Messages to the core come late by some random milliseconds, in their order or not. */
const lateBy =
  (delay: () => number) =>
  (core: CorePeer): CorePeer => ({
    ...core,
    post: (message) => void setTimeout(() => core.post(message), delay()),
  });

function juniper(): CaseFile {
  const file = readDemo().files.get('juniper.case.json');
  if (!file) throw new Error('The demo has Juniper');
  return caseFileAsOf(file, isoDate('2026-10-05'));
}

describe('two children', () => {
  it('never has words of one in the record of another, whatever is late or dies', async () => {
    let slowness = 0;
    await open(
      [leah(), juniper()],
      lateBy(() => Math.random() * slowness),
    );
    const reviews = [leahReview, 'juniper-r17'] as const;
    const names = ['Leah Fauxton', juniper().child.fullName] as const;
    const expected = await Promise.all(reviews.map((id) => storedText('interests', id)));
    const step = fc.record({
      child: fc.constantFrom(0, 1),
      letters: fc
        .array(fc.constantFrom('b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't'), {
          minLength: 3,
          maxLength: 9,
        })
        .map((all) => all.join('')),
      slowness: fc.constantFrom(0, 120, 700),
    });
    type Step = { child: number; letters: string; slowness: number };
    const run = async (steps: readonly Step[], dyingAt: number) => {
      for (const [place, { child, letters, slowness: slow }] of steps.entries()) {
        slowness = slow;
        await goTo('interests', reviews[child]);
        await page.getByRole('heading', { name: names[child] ?? '' }).waitFor();
        await writeIn('Interests and friendships');
        await page.keyboard.type(` ${letters}`, { delay: 5 });
        if (place === dyingAt) app.killCore();
        await page.keyboard.type('zz');
        expected[child] = `${expected[child] ?? ''} ${letters}zz`;
      }
      slowness = 0;
      for (const [child, id] of reviews.entries()) {
        await expect.poll(() => storedText('interests', id), late).toBe(expected[child]);
      }
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 6 }), fc.nat(5), run), {
      numRuns: 3,
      endOnFailure: true,
    });
  });
});
