import type { Locator, Page } from 'playwright';
import { leahReview } from './openLeah.ts';

/** A screen that edits, and how its field is come by. */
export type Screen = {
  readonly name: string;
  readonly hash: string;
  readonly open?: (page: Page) => Promise<unknown>;
  readonly field: (page: Page) => Locator;
};

/** A field that is saved while it is typed. */
export type Editor = Screen & {
  /** Where a new core shows it, if not in the field. */
  readonly proof?: (page: Page, words: string) => Locator;
  /** What is typed, where a field takes no words: before the core dies, and as it dies. */
  readonly typed?: readonly [string, string];
};

/** A form: what is typed is on the screen until its button sends it. */
export type Form = Screen & {
  readonly send: (page: Page) => Promise<unknown>;
  /** What is opened first by somebody who comes back to look. */
  readonly look?: (page: Page) => Promise<unknown>;
  /** Where it stands once it is kept. */
  readonly proof: (page: Page, words: string) => Locator;
};

const text = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name, exact: true }).first();
const click = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const child = '#/children/child-leah';
const stage = (name: string, at?: string) =>
  `#/reviews/${leahReview}/${name}${at === undefined ? '' : `?at=${encodeURIComponent(at)}`}`;
const inFacts =
  (region: string | RegExp, line: string | RegExp = /./) =>
  async (page: Page) => {
    await page.getByRole('button', { name: 'Facts', exact: true }).click();
    await page.getByRole('region', { name: region }).getByRole('button', { name: line }).first().click();
  };
const onScreen = (page: Page, words: string) => page.locator('#screen').getByText(words).first();

/** Every screen that saves while somebody types. */
export const editors: readonly Editor[] = [
  {
    name: 'a child’s facts',
    hash: `${child}/overview`,
    open: inFacts('The child'),
    field: (page) => text(page, 'Religion'),
  },
  {
    name: 'a period',
    hash: `${child}/overview`,
    open: inFacts(/worker/i),
    field: (page) => text(page, 'Team'),
  },
  {
    name: 'a day of a period, half typed',
    hash: `${child}/overview`,
    open: inFacts(/worker/i),
    field: (page) => text(page, 'To'),
    typed: ['30 feb', 'r'],
  },
  {
    name: 'a dated event',
    hash: `${child}/overview`,
    open: inFacts('Dates', /^Dentist/),
    field: (page) => text(page, 'What it showed, in one line'),
  },
  {
    name: 'a risk',
    hash: `${child}/overview`,
    open: inFacts(/^Risk/),
    field: (page) => text(page, 'What it is, in this child’s life'),
  },
  {
    name: 'a person',
    hash: `${child}/people`,
    open: (page) => click(page, 'Kerry Fauxton'),
    field: (page) => text(page, 'Organisation'),
  },
  {
    name: 'the name of a person',
    hash: `${child}/people`,
    open: (page) => click(page, 'Kerry Fauxton'),
    field: (page) => text(page, 'Name'),
  },
  { name: 'the meeting, preparing', hash: stage('prepare'), field: (page) => text(page, 'Place') },
  {
    name: 'the chair’s note',
    hash: stage('chair'),
    field: (page) => page.getByRole('textbox', { name: /^Running note/ }),
    proof: onScreen,
  },
  {
    name: 'the meeting, written up',
    hash: stage('write-up', 'front-sheet'),
    field: (page) => text(page, 'Where'),
  },
  {
    name: 'a day of the front sheet, half typed',
    hash: stage('write-up', 'front-sheet'),
    field: (page) => text(page, 'Midway check on'),
    typed: ['30 feb', 'r'],
  },
  {
    name: 'what was asked of a parent',
    hash: stage('write-up', 'front-sheet'),
    field: (page) => text(page, /^How Kerry Fauxton’s views were obtained/),
  },
  {
    name: 'what happened',
    hash: stage('write-up', 'interests'),
    field: (page) => text(page, /^What happened Interests/),
  },
  {
    name: 'what it means',
    hash: stage('write-up', 'interests'),
    field: (page) => text(page, /^What it means Interests/),
  },
  {
    name: 'a point',
    hash: stage('write-up', 'group:words'),
    open: (page) => page.locator('.sheet .p button').first().click(),
    field: (page) => text(page, 'The exact words, uncorrected'),
  },
  {
    name: 'a decision',
    hash: stage('write-up', 'plan'),
    open: (page) => page.locator('.sheet [data-row] button').filter({ hasText: /\.$/ }).first().click(),
    field: (page) => text(page, 'How we will know'),
  },
  {
    name: 'an action',
    hash: stage('write-up', 'plan'),
    open: (page) => page.locator('.sheet [data-row="leah-r11-a1"] button').first().click(),
    field: (page) => text(page, 'While waiting'),
  },
  {
    name: 'page 1',
    hash: stage('write-up', 'page-one'),
    field: (page) => page.getByLabel(/^Sentence \d$/).last(),
    proof: (page, words) => page.locator(`input[value*="${words}"]`),
  },
  {
    name: 'the manager’s page',
    hash: stage('write-up', 'manager'),
    field: (page) => page.getByLabel(/^Good work \d$/).last(),
    proof: (page, words) => page.locator(`input[value*="${words}"]`),
  },
  {
    name: 'the reason to go on, before finalising',
    hash: stage('check'),
    open: (page) => click(page, /^Finalise decisions/),
    field: (page) => text(page, 'Go on because'),
  },
  {
    name: 'the settings',
    hash: '#/settings',
    field: (page) => text(page, 'When the manager does not reply'),
  },
  { name: 'the officer', hash: '#/settings', field: (page) => text(page, 'Email at work') },
  {
    name: 'a midway check',
    hash: `${child}/reviews`,
    open: async (page) => {
      const begin = page.getByRole('button', { name: 'Begin a midway check' });
      const begun = page.getByRole('region', { name: 'Midway checks' }).getByRole('link').first();
      await begin.or(begun).first().click();
      await page.getByRole('heading', { name: /midway check/ }).waitFor();
    },
    field: (page) => text(page, 'The next step'),
  },
];

/** Forms that are sent by a button. */
export const forms: readonly Form[] = [
  {
    name: 'a new person',
    hash: `${child}/people`,
    open: (page) => click(page, 'Add a person'),
    field: (page) => text(page, 'Name'),
    send: async (page) => {
      await page.getByRole('combobox', { name: 'Role' }).selectOption({ index: 2 });
      await click(page, 'Add the person');
    },
    proof: onScreen,
  },
  {
    name: 'a change of a promise',
    hash: `${child}/plan`,
    open: (page) => click(page, /^Change A/),
    field: (page) => text(page, 'What'),
    send: async (page) => {
      await text(page, 'Why it changes').fill('The home asked');
      await click(page, 'Change, with the reason');
    },
    proof: onScreen,
  },
  {
    name: 'why a date is moved',
    hash: `${child}/dates`,
    open: async (page) => {
      const line = page.locator('[data-deadline="record:leah-r11"]');
      await line.getByRole('button').first().click();
      await line.getByRole('button', { name: 'Another day' }).click();
    },
    field: (page) => text(page, 'Because'),
    send: async (page) => {
      await text(page, 'Due on').fill('30 oct');
      await click(page, 'Set the day');
    },
    look: (page) => page.locator('[data-deadline="record:leah-r11"]').getByRole('button').first().click(),
    proof: (page, words) => page.locator('[data-deadline="record:leah-r11"]').getByText(words).first(),
  },
  {
    name: 'somebody who came, by name',
    hash: stage('write-up', 'front-sheet'),
    field: (page) => text(page, 'Somebody else: name'),
    send: async (page) => {
      const row = page.locator('form').filter({ hasText: 'Somebody else: name' });
      await row.getByLabel('Role').fill('neighbour');
      await row.getByRole('button', { name: 'Add' }).click();
    },
    proof: onScreen,
  },
  {
    name: 'an ask of the manager',
    hash: stage('write-up', 'manager'),
    open: (page) => page.getByRole('button', { name: 'Remove', exact: true }).first().click(),
    field: (page) => text(page, 'What I need from you: a verb'),
    send: async (page) => {
      const row = page.locator('form').filter({ hasText: 'What I need from you' });
      await row.getByLabel('By', { exact: true }).fill('30 oct');
      await page.keyboard.press('Tab');
      await row.getByRole('button', { name: /Add/ }).click();
    },
    proof: (page, words) => page.locator(`input[value*="${words}"]`),
  },
  {
    name: 'a child by hand',
    hash: '#/children',
    open: (page) => click(page, 'Add a child'),
    field: (page) => text(page, 'Full name'),
    send: async (page) => {
      await text(page, 'Date of birth').fill('1/2/15');
      await text(page, 'Looked after since').fill('1 mar 2024');
      await page.getByLabel('Legal status', { exact: true }).selectOption('care-order');
      await click(page, 'Add this child');
    },
    proof: onScreen,
  },
  {
    name: 'a day off',
    hash: '#/settings',
    field: (page) => text(page, 'What it is'),
    send: async (page) => {
      await text(page, 'Day').fill('24 dec 2026');
      await click(page, 'Add the day');
    },
    proof: onScreen,
  },
  {
    name: 'a rule of time',
    hash: '#/rules',
    open: (page) => page.locator('[data-rule="R-01"] button').first().click(),
    field: (page) => text(page, 'Why, or by which policy'),
    send: async (page) => {
      await page.getByLabel('How many').fill('15');
      await click(page, 'Change the rule');
    },
    look: (page) => page.locator('[data-rule="R-01"] button').first().click(),
    proof: onScreen,
  },
];
