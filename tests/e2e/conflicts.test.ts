import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { callCore } from './support/callCore.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { leah, leahReview } from './support/openLeah.ts';
import { goToStage } from './support/stages.ts';

const childId = leah().child.id;
let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [leah()], day: '2026-10-06' });
  ({ page } = app);
  await page.waitForSelector('.app');
});
afterAll(async () => {
  await app.close();
  expect(app.pageErrors).toEqual([]);
});

async function go(hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const panel = () => page.locator('.conflict');
const first = () => panel().getByRole('region', { name: /^First: what is saved/ });
const second = () => panel().getByRole('region', { name: /^Second: what you typed here/ });
const keep = (which: 'first' | 'second') =>
  panel()
    .getByRole('button', { name: `Keep ${which}` })
    .click();

async function value(field: Locator): Promise<string> {
  return field.inputValue();
}

describe('what was changed in two places is chosen beside its field', () => {
  it('in the facts of a child', async () => {
    await go(`#/children/${childId}/overview`);
    await page.getByRole('button', { name: 'Facts' }).click();
    await page.getByRole('button', { name: /^Tomasz Mockford/ }).click();
    const team = page.getByRole('textbox', { name: 'Team', exact: true });
    await team.waitFor();
    const { periods, versions } = await callCore(page, 'child:get', { id: childId });
    const worker = periods.find((period) => period.kind === 'social-worker' && period.to === undefined);
    if (worker?.kind !== 'social-worker') throw new Error('Leah has a worker');
    await callCore(page, 'period:save', {
      value: { ...worker, team: 'Team of the other place' },
      baseVersion: versions[worker.id] ?? 0,
    });
    await team.fill('Team that was typed here');
    await first().getByText('Team: Team of the other place').waitFor();
    expect(await second().innerText()).toContain('Team: Team that was typed here');
    expect(await axeFindings(page)).toEqual([]);
    await keep('second');
    await panel().waitFor({ state: 'hidden' });
    await expect
      .poll(async () => JSON.stringify(await callCore(page, 'child:get', { id: childId })))
      .toContain('Team that was typed here');
  });

  it('in people', async () => {
    await go(`#/children/${childId}/people`);
    await page
      .getByRole('button', { name: /Kerry Fauxton/ })
      .first()
      .click();
    const phone = page.getByRole('textbox', { name: 'Phone' });
    await phone.waitFor();
    const { people, versions } = await callCore(page, 'child:get', { id: childId });
    const kerry = people.find(({ name }) => name === 'Kerry Fauxton');
    if (!kerry) throw new Error('Leah has a mother');
    const changed = { ...kerry, phone: '01632 960 111' };
    await callCore(page, 'person:save', { value: changed, baseVersion: versions[kerry.id] ?? 0 });
    await phone.fill('01632 960 222');
    await first().getByText('01632 960 111').waitFor();
    await keep('first');
    await panel().waitFor({ state: 'hidden' });
    await expect.poll(() => value(phone)).toBe('01632 960 111');
  });

  it('in a line of the running note', async () => {
    await goToStage(page, 'chair');
    const view = await callCore(page, 'review:get', { id: leahReview });
    const note = view.notes.find(({ kind }) => kind === 'note');
    if (!note) throw new Error('Leah has a note');
    await page.getByRole('button', { name: note.text }).click();
    const text = 'What the other place wrote';
    await callCore(page, 'note:save', {
      value: { ...note, text },
      baseVersion: view.versions[note.id] ?? 0,
    });
    await page.getByRole('textbox', { name: /^Change the line of/ }).fill('What was typed here');
    await first().getByText(text).waitFor();
    await panel().getByRole('button', { name: 'Keep both' }).click();
    await page.getByRole('button', { name: `${text} / What was typed here` }).waitFor();
    expect(await panel().count()).toBe(0);
  });

  it('in the plan, before new terms are sent over newer ones', async () => {
    await go(`#/children/${childId}/plan`);
    await page.getByRole('button', { name: 'Change' }).first().click();
    const what = page.getByRole('textbox', { name: 'What', exact: true });
    const before = await value(what);
    await what.fill('What was typed here');
    await page.getByRole('textbox', { name: 'Why it changes' }).fill('The clinic moved.');
    const { actions, versions } = await callCore(page, 'child:get', { id: childId });
    const action = actions.find((one) => one.what === before);
    if (!action) throw new Error('The plan has this action');
    await callCore(page, 'action:amend', {
      id: action.id,
      baseVersion: versions[action.id] ?? 0,
      what: 'What the other place wrote',
      because: 'It was put off.',
    });
    await page.getByRole('button', { name: 'Change, with the reason' }).click();
    await first().getByText('What the other place wrote').waitFor();
    await keep('second');
    await page.getByRole('button', { name: 'Change, with the reason' }).click();
    await expect
      .poll(async () => {
        const now = await callCore(page, 'child:get', { id: childId });
        const found = now.actions.find(({ id }) => id === action.id);
        return [found?.what, found?.history.at(-1)?.before.what];
      })
      .toEqual(['What was typed here', 'What the other place wrote']);
  });

  it('in the settings', async () => {
    await page.keyboard.press('Control+,');
    const field = page.getByRole('textbox', { name: 'For a placement' });
    await field.waitFor();
    const { settings, version } = await callCore(page, 'settings:get', {});
    const words = { ...settings.words, placement: 'home' };
    await callCore(page, 'settings:save', { value: { ...settings, words }, baseVersion: version });
    await field.fill('lodging');
    await field.blur();
    await first().getByText(/home/).waitFor();
    expect(await second().innerText()).toContain('lodging');
    await keep('first');
    await panel().waitFor({ state: 'hidden' });
    await expect.poll(() => value(field)).toBe('home');
  });
});
