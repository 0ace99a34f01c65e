import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel, Input } from '../../shared/contract.ts';
import type { Bridge } from '../../shared/bridge.ts';
import { axeOn } from './support/axe.ts';
import { messyChild } from './support/messyChild.ts';
import type { OpenedApp } from './support/openApp.ts';
import { openApp } from './support/openApp.ts';
import { aPdf, aPicture, aWordFile } from './support/papers.ts';

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp({ caseload: 'demo' });
  await app.page.waitForSelector('.app');
  await callCore('caseFile:import', { files: [messyChild()], onConflict: 'refuse' });
  await reload();
});
afterAll(async () => {
  await app.close();
});

async function callCore<C extends Channel>(channel: C, input: Input<C>): Promise<string> {
  return app.page.evaluate(
    async ([name, given]) => {
      const id = `0190f0c4-7a4e-7c3e-8f00-${String(Math.trunc(Math.random() * 1e12)).padStart(12, '0')}`;
      const goldenThread: Bridge = Reflect.get(window, 'goldenThread');
      return JSON.stringify(await goldenThread.invoke(name, given, id));
    },
    [channel, input] as const,
  );
}

/** As the page reloads itself: to a browser's own reload the shell answers as to a window that closes. */
async function reload(): Promise<void> {
  const loaded = app.page.waitForEvent('load');
  await app.page.evaluate(() => void setTimeout(() => location.reload(), 0));
  await loaded;
  await app.page.waitForSelector('.app');
}

async function go(path: string, heading: string | RegExp): Promise<void> {
  await app.page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await app.page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

async function faults(): Promise<string[]> {
  const { violations } = await axeOn(app.page).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}

const focused = () => app.page.evaluate(() => document.activeElement?.textContent ?? '');
const overflow = () =>
  app.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('today', () => {
  it('records that a child was told, and the line is gone', async () => {
    await go('/', 'Today');
    const button = app.page.getByRole('button', { name: /^Record telling: Ruby/ });
    await button.focus();
    await app.page.keyboard.press('Enter');
    const by = app.page.getByRole('textbox', { name: 'Told by' });
    await by.waitFor();
    expect(await by.inputValue()).toBe('Abel Chalkley');
    await by.focus();
    await app.page.keyboard.press('Enter');
    await button.waitFor({ state: 'detached' });
    expect(await callCore('child:asks', { id: 'child-ruby' })).toContain(
      'Abel Chalkley told Ruby on 5 Oct 2026',
    );
  });
});

describe('the caseload', () => {
  it('is filtered as one types, and says when nobody matches', async () => {
    await go('/children', 'Children');
    const finder = app.page.getByRole('textbox', { name: 'Show only' });
    await finder.fill('inventwell nobody');
    await app.page.getByText('Nobody in the caseload matches.').waitFor();
    await finder.fill('mockford');
    await app.page.getByRole('link', { name: 'Leah Fauxton' }).waitFor();
    await expect.poll(() => app.page.locator('.caseload tbody tr').count()).toBe(1);
  });

  it('opens a way in beside it, and gives the focus back', async () => {
    await go('/children', 'Children');
    const button = app.page.getByRole('button', { name: 'Add a child' });
    await button.focus();
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('complementary', { name: 'Add a child' }).waitFor();
    await app.page
      .getByRole('complementary', { name: 'Add a child' })
      .getByRole('button', { name: 'Cancel' })
      .click();
    await expect.poll(focused).toBe('Add a child');
  });
});

describe('the facts of a child', () => {
  it('are added by keyboard: a date, then it stands in the list and in the life line', async () => {
    await go('/children/child-leah/overview', /Leah Fauxton/);
    await app.page.getByRole('button', { name: 'Facts', exact: true }).focus();
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('heading', { name: 'Facts of Leah' }).waitFor();
    await expect.poll(focused).toBe('Facts of Leah');
    await app.page.getByRole('button', { name: 'Add a date' }).focus();
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('button', { name: 'Add the date' }).focus();
    await app.page.keyboard.press('Enter');
    // Nothing is added while it is not complete; what is missing stands beside its field.
    await app.page.getByText('This is needed.').waitFor();
    await app.page.getByRole('combobox', { name: 'What', exact: true }).selectOption('strategy-meeting');
    await app.page.getByRole('textbox', { name: 'Done, or began, on' }).fill('2 oct');
    await app.page
      .getByRole('textbox', { name: 'What it showed, in one line' })
      .fill('Police and health came');
    await app.page.getByRole('button', { name: 'Add the date' }).focus();
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('button', { name: /Strategy meeting.*Police and health came/ }).waitFor();
    await app.page.getByRole('heading', { name: 'Facts of Leah' }).focus();
    await app.page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Facts');
    await app.page.getByRole('button', { name: 'Show as a list' }).click();
    await app.page.getByRole('cell', { name: /Police and health came/ }).waitFor();
    await app.page.getByRole('button', { name: 'Show as a picture' }).click();
  });

  it('are saved as they are typed; what is not valid stays as typed, over a reload', async () => {
    await go('/children/child-leah/overview', /Leah Fauxton/);
    await app.page.getByRole('button', { name: 'Facts', exact: true }).click();
    await app.page.getByRole('button', { name: /^Leah Fauxton/ }).click();
    await app.page.getByRole('textbox', { name: 'Religion' }).fill('Asks about Ramadan');
    await expect
      .poll(() => callCore('child:get', { id: 'child-leah' }), { timeout: 15_000 })
      .toContain('Asks about Ramadan');
    await app.page.getByRole('textbox', { name: 'Full name' }).fill('');
    await app.page.getByText('This is needed.').waitFor();
    await expect.poll(() => callCore('draft:list', { id: 'child-leah' })).toContain('fullName');
    await reload();
    await app.page.getByRole('heading', { level: 1, name: /Leah Fauxton/ }).waitFor();
    await app.page.getByRole('button', { name: 'Facts', exact: true }).click();
    await app.page.getByRole('button', { name: /^Leah Fauxton/ }).click();
    const field = app.page.getByRole('textbox', { name: 'Full name' });
    await expect.poll(() => field.inputValue()).toBe('');
    await field.fill('Leah Fauxton');
    await expect.poll(() => callCore('draft:list', { id: 'child-leah' })).not.toContain('fullName');
    await app.page.getByRole('button', { name: 'Close' }).click();
  });

  it('hold a risk with what covers it', async () => {
    await go('/children/child-leah/overview', /Leah Fauxton/);
    await app.page.getByRole('button', { name: 'Facts', exact: true }).click();
    await app.page.getByRole('button', { name: /^Missing 11 times/ }).click();
    await app.page.getByRole('button', { name: 'Add an assessment, meeting or safety plan' }).click();
    await app.page.getByRole('combobox', { name: 'What covers it' }).selectOption('safety-plan');
    await app.page.getByRole('textbox', { name: 'By whom' }).fill('Farah Testerby');
    await app.page.getByRole('button', { name: 'Keep' }).click();
    await app.page.getByText('Safety plan, 5 Oct 2026, Farah Testerby').waitFor();
    await expect
      .poll(() => callCore('child:get', { id: 'child-leah' }), { timeout: 15_000 })
      .toContain('"kind":"safety-plan","on":"2026-10-05"');
    await app.page.getByRole('button', { name: 'Close' }).click();
  });
});

describe('the plan', () => {
  it('changes a promise only with a reason, and keeps the terms before it', async () => {
    await go('/children/child-leah/plan', /Leah Fauxton/);
    const change = app.page.getByRole('button', { name: /^Change A3: Agree the night number/ });
    await change.click();
    await app.page.getByRole('textbox', { name: 'Day' }).fill('20 oct');
    const keep = app.page.getByRole('button', { name: 'Change, with the reason' });
    expect(await keep.isDisabled()).toBe(true);
    await app.page.getByRole('textbox', { name: 'Why it changes' }).fill('The home asked for a week more');
    await keep.click();
    await expect.poll(() => app.page.getByText(/due 20 Oct 2026, moved once/).count()).toBe(1);
    const row = app.page.locator('li').filter({ hasText: 'due 20 Oct 2026, moved once' });
    await row.getByRole('button', { name: 'History' }).click();
    await row.getByText('The home asked for a week more').waitFor();
    await row.getByText('due 16 Oct 2026').waitFor();
  });
});

describe('papers', () => {
  const add = async (title: string) => {
    await go('/children/child-leah/papers', /Leah Fauxton/);
    await app.page.getByRole('button', { name: 'Add a paper' }).click();
    await app.page.getByRole('button', { name: 'Choose a file' }).click();
    await expect.poll(() => app.page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(title);
    await app.page.getByRole('textbox', { name: 'Was due, if a day was agreed' }).fill('1 oct');
    await app.page.getByRole('button', { name: 'Keep the paper' }).click();
  };

  it('come in as PDF, Word or picture, stamped with how late, and are read beside the page', async () => {
    app.answers.files = [aPdf(['Seen alone on Tuesday'])];
    await add('workers report');
    await app.page.getByText(/received 5 Oct 2026, 2 working days late/).waitFor();
    await app.page.getByText('Seen alone on Tuesday').waitFor();
    expect(await faults()).toEqual([]);

    app.answers.files = [await aWordFile('What the night staff saw', 'A green car in the lane')];
    await add('home report');
    await app.page.getByText('A green car in the lane').waitFor();

    app.answers.files = [aPicture];
    await add('drawing');
    const picture = app.page.getByRole('img', { name: 'drawing' });
    await picture.waitFor();
    expect(await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(
      1,
    );
    await expect.poll(() => app.page.locator('.caseload tbody tr').count()).toBe(7);
  });

  it('refuses what it cannot show, and says what it can', async () => {
    await go('/children/child-leah/papers', /Leah Fauxton/);
    app.answers.files = [{ name: 'old.doc', content: 'AAAA' }];
    await app.page.getByRole('button', { name: 'Add a paper' }).click();
    await app.page.getByRole('button', { name: 'Choose a file' }).click();
    await expect
      .poll(() => app.page.getByText('Choose a PDF, a Word file (.docx) or a picture.').count())
      .toBe(1);
    await app.page.getByRole('button', { name: 'Close' }).click();
  });
});

const tabs = ['overview', 'reviews', 'plan', 'views', 'people', 'papers'] as const;

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('axe finds nothing on any of these screens, panes open and closed', async () => {
    await app.page.emulateMedia({ colorScheme });
    await go('/', 'Today');
    expect(await faults()).toEqual([]);
    await go('/children', 'Children');
    await app.page.getByRole('link', { name: 'Leah Fauxton' }).waitFor();
    expect(await faults()).toEqual([]);
    for (const tab of tabs) {
      await go(`/children/child-leah/${tab}`, /Leah Fauxton/);
      await app.page.locator('.ctabs [aria-current]').waitFor();
      expect(await faults()).toEqual([]);
    }
    await go('/children/child-leah/people', /Leah Fauxton/);
    await app.page.getByRole('button', { name: 'Kerry Fauxton' }).click();
    await app.page.getByRole('heading', { name: 'Kerry Fauxton' }).waitFor();
    expect(await faults()).toEqual([]);
    await app.page.getByRole('button', { name: 'Facts', exact: true }).click();
    await app.page.getByRole('button', { name: /^Sexual exploitation/ }).click();
    await app.page.getByRole('button', { name: 'Rate again' }).click();
    expect(await faults()).toEqual([]);
    await app.page.getByRole('button', { name: 'Close' }).click();
  });
});

describe.each([
  ['a laptop', 1280, 800],
  ['text at 200%', 640, 400],
])('long and messy data on %s', (_, width, height) => {
  it('stays within the window on every page of the child', async () => {
    await app.page.setViewportSize({ width, height });
    for (const path of ['/', '/children', ...tabs.map((tab) => `/children/child-messy/${tab}`)]) {
      await go(
        path,
        path === '/' ? 'Today' : path === '/children' ? 'Children' : /Placeholder-Featherstonehaugh/,
      );
      expect([path, await overflow()]).toEqual([path, 0]);
    }
  });
});

describe('the page behind all this', () => {
  it('threw nothing', () => {
    expect(app.pageErrors).toEqual([]);
  });
});
