import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bridge } from '../../shared/bridge.ts';
import { axeOn } from './support/axe.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';

/** The open review of the demo: its meeting is adjourned, so its note is still being written. */
const review = '#/reviews/pip-r2';

describe('chairing a review by keyboard alone', () => {
  let app: OpenedApp;
  beforeEach(async () => {
    app = await openApp({ caseload: 'demo' });
    await app.page.waitForSelector('.app');
    await app.page.evaluate((hash) => {
      location.hash = hash;
    }, `${review}/chair`);
    await app.page.getByRole('heading', { name: 'Running note' }).waitFor();
  });
  afterEach(async () => {
    expect(app.pageErrors).toEqual([]);
    await app.close();
  });

  const composer = () => app.page.getByRole('textbox', { name: /^Running note/ });

  it('keeps what is said, makes a wish of a line that starts so, and files it with one key', async () => {
    const { keyboard } = app.page;
    await expect.poll(() => composer().evaluate((field) => field === document.activeElement)).toBe(true);
    await keyboard.type('A good day');
    await keyboard.press('Enter');
    await keyboard.type('w: My own key for the front door');
    await keyboard.press('Alt+5');
    const row = app.page.getByRole('listitem').filter({ hasText: 'My own key for the front door' });
    await row.getByText('Home').waitFor();
    await row.getByText('Wish').waitFor();
    expect(
      await app.page.getByRole('listitem').filter({ hasText: 'A good day' }).getByText('Not filed').count(),
    ).toBe(1);
    await app.page.evaluate(() => {
      location.hash = '#/reviews/pip-r2/check';
    });
    await app.page.getByText('My own key for the front door').first().waitFor();
  });

  it('takes a filing back with one key, and what the line became with it', async () => {
    const { keyboard } = app.page;
    const row = app.page.getByRole('listitem').filter({ hasText: 'A lamp by the bed' });
    await keyboard.type('n: A lamp by the bed');
    await keyboard.press('Alt+5');
    await app.page.getByText('Filed to Home, and made a need').first().waitFor();
    await row.getByText('Home').waitFor();
    await keyboard.press('Control+z');
    await row.getByText('Not filed').waitFor();
    // What is being typed keeps the key to itself.
    await keyboard.press('ArrowUp');
    await keyboard.press('Alt+5');
    await row.getByText('Home').waitFor();
    await keyboard.press('Escape');
    await keyboard.type('half a line');
    await keyboard.press('Control+z');
    expect(await row.getByText('Home').count()).toBe(1);
  });

  it('loses no word of a line that is being typed when the core dies', async () => {
    const { keyboard } = app.page;
    await keyboard.type('n: a coat', { delay: 40 });
    app.killCore();
    await keyboard.type(' that fits', { delay: 40 });
    await keyboard.press('Enter');
    const kept = () =>
      app.page.evaluate(async () => {
        const id = `0190f0c4-7a4e-7c3e-8f00-${String(Math.trunc(Math.random() * 1e12)).padStart(12, '0')}`;
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the shell puts into the page's world
        const { goldenThread } = window as unknown as { goldenThread: Bridge };
        const result = await goldenThread.invoke('review:get', { id: 'pip-r2' }, id);
        return JSON.stringify(result);
      });
    await expect.poll(kept, { timeout: 60_000 }).toContain('"a coat that fits"');
    await app.page.getByText('a coat that fits').waitFor();
  });

  it('shows the child only what is theirs, and a blank screen comes back as the child saw it', async () => {
    const { page } = app;
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Alt+p');
    await page.getByText('Private', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Pip can see' }).click();
    const turned = page.getByRole('dialog', { name: 'What Pip can see' });
    await turned.getByText('Ask me a question that has not got Dot in it.').waitFor();
    expect(await turned.getByText('Adjourn to 14 October').count()).toBe(0);
    await page.keyboard.press('F9');
    await page.getByRole('dialog', { name: /^The screen is blank/ }).waitFor();
    await page.keyboard.press('F9');
    await turned.getByText('Ask me a question that has not got Dot in it.').waitFor();
  });

  it.each(['light', 'dark'] as const)('gives axe nothing to say in %s', async (colorScheme) => {
    await app.page.emulateMedia({ colorScheme });
    for (const stage of ['prepare', 'chair']) {
      await app.page.evaluate((hash) => {
        location.hash = hash;
      }, `${review}/${stage}`);
      await app.page.getByRole('heading', { level: 2 }).first().waitFor();
      const { violations } = await axeOn(app.page).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
});
