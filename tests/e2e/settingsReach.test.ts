import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callCore } from './support/callCore.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { leah, leahReview } from './support/openLeah.ts';

/** Long enough for two cores that do other things as well. */
const soon = { timeout: 20_000 } as const;

let app: OpenedApp;
let page: Page;
beforeAll(async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [leah()] });
  ({ page } = app);
  await page.getByRole('button', { name: 'Lock' }).waitFor();
});
afterAll(async () => {
  const thrown = [...app.pageErrors];
  await app.close();
  expect(thrown).toEqual([]);
});

async function go(path: string, heading: string | RegExp): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
}

const openSettings = async () => {
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
};
/** Types into a field as one who has no mouse. */
async function type(label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}
const press = async (name: string) => {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
};
const settings = async () => (await callCore(page, 'settings:get', {})).settings;
const printed = async (document: 'service-file' | 'manager') =>
  JSON.stringify((await callCore(page, 'document:preview', { reviewId: leahReview, document })).report);
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('without a mouse', () => {
  it('Tab comes to every control of the settings, and goes on', async () => {
    await openSettings();
    const count = await page.evaluate(() => {
      const all = [...document.querySelectorAll('.settings :is(button, input, select, summary, a[href])')];
      // Of a group of choices Tab comes to one; arrows walk the others.
      const first = (radio: HTMLInputElement) =>
        document.querySelector(`input[name="${CSS.escape(radio.name)}"]:checked`) === radio;
      const reached = all.filter(
        (one) =>
          one.checkVisibility() &&
          !one.matches(':disabled') &&
          !(one instanceof HTMLInputElement && one.type === 'radio' && !first(one)),
      );
      for (const one of reached) one.setAttribute('data-untouched', '');
      document.querySelector<HTMLElement>('.settings a[href]')?.focus();
      document.activeElement?.removeAttribute('data-untouched');
      return reached.length;
    });
    expect(count).toBeGreaterThan(40);
    for (let step = 0; step < count + 5; step += 1) {
      await page.keyboard.press('Tab');
      await page.evaluate(() => document.activeElement?.removeAttribute('data-untouched'));
    }
    const untouched = await page.evaluate(() =>
      [...document.querySelectorAll('[data-untouched]')].map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(untouched).toEqual([]);
  });
});

describe('what is set', () => {
  it('in words, order and sections reaches Write up, Check and the documents', async () => {
    await openSettings();
    await type('For family time', 'contact');
    await type('For a child', 'young person');
    await type('For a placement', 'where you live');
    await type('For a review', 'child in care review');
    await press('Earlier: Identity');
    await page.getByRole('checkbox', { name: 'Life story' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(async () => (await settings()).hiddenSections, soon).toEqual(['life-story']);
    await go(`#/reviews/${leahReview}/write-up?at=group:family`, 'Contact and relationships');
    const headings = () => page.locator('.sheet .sechead h2').allTextContents();
    expect(await headings()).toEqual(['Identity', 'Contact and relationships']);
    await go(`#/reviews/${leahReview}/write-up?at=group:home`, 'Where you live and daily care');
    await go(`#/reviews/${leahReview}/write-up?at=group:words`, 'The young person’s views');
    await go(`#/reviews/${leahReview}/write-up?at=group:plan`, 'Legal status');
    expect(await headings()).not.toContain('Life story');
    const file = await printed('service-file');
    expect(file).toContain('Contact and relationships');
    expect(file).toContain('Where you live and daily care');
    expect(file).toContain('child in care review');
    expect(file).not.toMatch(/"Family time and relationships"/);
  });

  it('as days off moves the clocks, and as local rule stands on the manager’s page', async () => {
    await go(`#/reviews/${leahReview}/check`, 'Check');
    await page.getByText('Decisions by Mon 12 Oct').waitFor();
    await openSettings();
    await type('Day', '12 oct');
    await type('What it is', 'Moving house');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove: Moving house' }).waitFor();
    await type('When the manager does not reply', 'silence is a yes');
    await expect.poll(async () => (await settings()).noReplyMeans, soon).toBe('silence is a yes');
    await go(`#/reviews/${leahReview}/check`, 'Check');
    await page.getByText('Decisions by Tue 13 Oct').waitFor();
    expect(await printed('manager')).toContain('silence is a yes');
  });

  it('as a limit makes Check look; what is no limit is kept on screen and not set', async () => {
    await openSettings();
    const field = page.getByLabel('More new actions than');
    await type('More new actions than', '0');
    await page.getByText('Write a whole number, 1 or more; 10 stands until you do').waitFor();
    expect((await settings()).thresholds.newActions).toBe(10);
    await type('More new actions than', '2');
    expect(await field.getAttribute('aria-invalid')).toBe('false');
    await expect.poll(async () => (await settings()).thresholds.newActions, soon).toBe(2);
    await type('More open actions than', '3');
    await expect.poll(async () => (await settings()).thresholds.openActions, soon).toBe(3);
    const found = await callCore(page, 'review:check', { id: leahReview });
    expect(found.map(({ code }) => code)).toContain('many-open-actions');
  });

  it('as terms of school is added, refused by halves, and removed with the focus kept', async () => {
    await go('#/rules', 'Rules of time');
    await type('Name of the term', 'Autumn 2026');
    await type('First day', '2 sep 2026');
    await type('Last day', '18 dec 2026');
    await type('Half term from', '26 oct 2026');
    await page.keyboard.press('Enter');
    await page.getByText('Give the last day of the half term too, or neither.').waitFor();
    await type('Half term to', '30 oct 2026');
    await page.keyboard.press('Enter');
    await page.getByText('2 Sep 2026 to 18 Dec 2026, half term 26 Oct 2026 to 30 Oct 2026').waitFor();
    await expect.poll(async () => (await settings()).schoolTerms?.length, soon).toBe(1);
    await press('Remove: Autumn 2026');
    await page.getByText('2 Sep 2026 to 18 Dec 2026').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    expect(await focused()).toBe('');
  });
});
