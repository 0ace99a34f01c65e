import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { leah, leahReview } from './support/openLeah.ts';
import { spoiling } from './support/spoiltAnswers.ts';
import { cellOf, finalise, goToStage } from './support/stages.ts';

/** Words of a child in what the panel was to draw: no report may repeat them. */
const ofAChild = 'Leah Fauxton was seen at Mockbridge';

let app: OpenedApp;
let page: Page;
const core = spoiling();

beforeAll(async () => {
  app = await openApp({
    caseload: 'empty',
    caseFiles: [leah()],
    day: '2026-11-06',
    throughCore: core.throughCore,
  });
  ({ page } = app);
  await page.getByRole('button', { name: 'Lock' }).waitFor();
});
afterAll(async () => {
  await app.close();
  expect(app.pageErrors).toEqual([]);
});

/** Nothing of before is kept in the page; and what is copied is read there, not from the machine's clipboard. */
async function loadAnew(): Promise<void> {
  await turnTo('#/settings');
  const loaded = page.waitForEvent('load');
  await page.evaluate(() => void setTimeout(() => location.reload(), 0));
  await loaded;
  await page.getByRole('button', { name: 'Lock' }).waitFor();
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void Reflect.set(window, 'copied', text);
  });
}

const turnTo = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

type Fault = {
  readonly screen: string;
  readonly panel: string;
  readonly cause: () => void;
  readonly open: () => Promise<unknown>;
  /** What stands beside it and still works. */
  readonly rest: () => Promise<unknown>;
};

const review = (stage: string) => `#/reviews/${leahReview}/${stage}`;

const faults: readonly Fault[] = [
  {
    screen: 'a child’s overview',
    panel: 'The list of dates',
    cause: () => core.spoil('child:get', (value) => ({ ...value, risks: [{ title: ofAChild }] })),
    open: () => turnTo('#/children/child-leah/overview'),
    rest: async () => {
      await page.getByRole('link', { name: /^People/ }).click();
      await page.getByRole('button', { name: 'Kerry Fauxton' }).first().waitFor();
    },
  },
  {
    screen: 'write up',
    panel: 'This pane',
    cause: () =>
      core.spoil('review:lastTime', (value) => ({
        ...value,
        points: [null],
        texts: [null],
        sections: [null],
      })),
    open: () => turnTo(`${review('write-up')}?at=interests`),
    rest: async () => {
      const text = page.getByRole('textbox', { name: /^What happened Interests/ }).first();
      await text.focus();
      await page.keyboard.type('It goes on. ');
      await page.getByText(/^Saved \d/).waitFor();
    },
  },
  {
    screen: 'Today',
    panel: 'The next eight weeks',
    cause: () => core.spoil('today:daysOff', () => [null]),
    open: () => turnTo('#/'),
    rest: () => page.locator('.due li[data-due]').first().waitFor(),
  },
  {
    screen: 'Issue',
    panel: 'This pane',
    cause: () => core.spoil('document:preview', () => ({ problems: ofAChild })),
    open: async () => {
      await goToStage(page, 'check');
      await finalise(page, 'decisions', 'Asked for by letter.');
      await goToStage(page, 'issue');
      await cellOf(page, 'Farah Testerby', 3).getByRole('button').first().click();
    },
    rest: async () => {
      await page.getByRole('button', { name: /^Manager’s reply/ }).click();
      await page.locator('li.reply').first().waitFor();
    },
  },
  {
    screen: 'a midway check',
    panel: 'What was promised',
    cause: () => core.spoil('midway:get', (value) => ({ ...value, promises: [{ number: ofAChild }] })),
    open: async () => {
      await turnTo('#/children/child-leah/reviews');
      await page.getByRole('button', { name: 'Begin a midway check' }).click();
    },
    rest: async () => {
      await page.getByLabel('The next step', { exact: true }).fill('Ring the worker');
      await page.getByText(/^Saved \d/).waitFor();
    },
  },
];

describe('a panel that cannot be drawn', () => {
  it.each(faults)('says so and leaves the rest: $panel of $screen', async ({ panel, cause, open, rest }) => {
    cause();
    await loadAnew();
    await open();
    const said = page.getByRole('alert').filter({ hasText: `${panel} cannot be shown.` });
    await said.getByText('Everything saved is safe, and the rest works.').waitFor();
    expect(await page.getByRole('alert').filter({ hasText: 'cannot be shown' }).count()).toBe(1);
    await said.getByRole('button', { name: 'Copy a report without personal data' }).click();
    const report = String(await page.evaluate(() => Reflect.get(window, 'copied')));
    // Its name, the kind of fault, and places in our own files: nothing else.
    expect(report).toMatch(
      new RegExp(`^Golden Thread, ${panel}\\n\\w*Error(?:\\n[\\w./-]+\\.js:\\d+:\\d+)+$`),
    );
    expect(report).not.toMatch(/Leah|Fauxton|Mockbridge|child-|leah-/i);
    expect(await axeFindings(page)).toEqual([]);
    await rest();
    core.heal();
  });
});
