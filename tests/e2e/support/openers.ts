import type { Page } from 'playwright';
import type { RoutePath } from '../../../renderer/app/routeTable.ts';
import type { Answers } from './openApp.ts';

/** How something that a screen opens is opened: a pane, a dialog, a menu, a message. */
export type Opener = {
  readonly name: string;
  readonly on: RoutePath;
  /** The section or record that the route goes to. */
  readonly at?: string;
  readonly open: (page: Page, answers: Answers) => Promise<void>;
  /** Puts it away again where going to another screen does not. */
  readonly close?: (page: Page) => Promise<void>;
};

const press = (page: Page, name: string | RegExp, exact = true) =>
  page.getByRole('button', { name, exact }).first().click();
const says = (page: Page, words: string | RegExp) =>
  page.locator('#screen').getByText(words).first().waitFor();

const overview = '/children/$childId/overview';
const writeUp = '/reviews/$reviewId/write-up';
const escape = (page: Page) => page.keyboard.press('Escape');

async function openFacts(page: Page): Promise<void> {
  await press(page, 'Facts');
  await page.getByRole('heading', { name: 'Facts of Leah' }).waitFor();
}

async function writeAtEnd(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: /^What happened Interests/ }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

const everywhere: readonly Opener[] = [
  {
    name: 'the command palette with what it found',
    on: '/',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search' }).fill('leah');
      await page.getByRole('option').first().waitFor();
    },
    close: escape,
  },
  {
    name: 'a child by hand, with what is missing',
    on: '/children',
    open: async (page) => {
      await press(page, 'Add a child');
      await press(page, 'Add this child');
      await page.locator('.fault').first().waitFor();
    },
  },
  {
    name: 'a spreadsheet with a fault in a row',
    on: '/children',
    open: async (page, answers) => {
      const csv = 'Name,DOB,LAC since,Legal status\nKofi Mockford,31/02/2011,1/1/2020,C2';
      answers.files = [{ name: 'caseload.csv', content: Buffer.from(csv).toString('base64') }];
      await press(page, 'From a spreadsheet');
      await press(page, 'Choose the file');
      await says(page, /is not a day/);
    },
  },
  {
    name: 'a case file that is none',
    on: '/children',
    open: async (page, answers) => {
      answers.files = [{ name: 'x.case.json', content: Buffer.from('{}').toString('base64') }];
      await press(page, /case file/i, false);
      await press(page, /^Choose/, false);
      await page.locator('#screen [role="alert"]').first().waitFor();
    },
  },
];

const ofChild: readonly Opener[] = [
  { name: 'the facts', on: overview, open: openFacts },
  {
    name: 'a fact that is not valid',
    on: overview,
    open: async (page) => {
      await openFacts(page);
      await page.getByRole('button', { name: /^Leah Fauxton/ }).click();
      await page.getByRole('textbox', { name: 'Full name' }).fill('');
      await says(page, 'This is needed.');
    },
    close: (page) => page.getByRole('textbox', { name: 'Full name' }).fill('Leah Fauxton'),
  },
  {
    name: 'a new date with what is missing',
    on: overview,
    open: async (page) => {
      await openFacts(page);
      await press(page, 'Add a date');
      await press(page, 'Add the date');
      await says(page, 'This is needed.');
    },
  },
  {
    name: 'a risk being rated again',
    on: overview,
    open: async (page) => {
      await openFacts(page);
      await page
        .getByRole('button', { name: /^Missing/ })
        .first()
        .click();
      await press(page, 'Rate again');
    },
  },
  { name: 'the life line as a list', on: overview, open: (page) => press(page, 'Show as a list') },
  {
    name: 'a promise and its history',
    on: '/children/$childId/plan',
    open: async (page) => {
      await press(page, 'History');
      await page
        .getByRole('button', { name: /^Change A/ })
        .first()
        .click();
      await page.getByRole('textbox', { name: 'Why it changes' }).waitFor();
    },
  },
  {
    name: 'a person',
    on: '/children/$childId/people',
    open: async (page) => {
      await press(page, 'Kerry Fauxton');
      await page.getByRole('heading', { name: 'Kerry Fauxton' }).waitFor();
    },
  },
  {
    name: 'a paper that cannot be shown',
    on: '/children/$childId/papers',
    open: async (page, answers) => {
      answers.files = [{ name: 'old.doc', content: 'AAAA' }];
      await press(page, 'Add a paper');
      await press(page, 'Choose a file');
      await says(page, /^Choose a PDF/);
    },
  },
];

const ofReview: readonly Opener[] = [
  {
    name: 'a line of the note being changed',
    on: '/reviews/$reviewId/chair',
    open: async (page) => {
      await page.keyboard.type('w: a lamp');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: /^Change the line/ }).waitFor();
    },
    close: escape,
  },
  {
    name: 'what the child can see',
    on: '/reviews/$reviewId/chair',
    open: async (page) => {
      await press(page, 'Leah can see');
      await page.getByRole('dialog').waitFor();
    },
    close: escape,
  },
  {
    name: 'the blank screen',
    on: '/reviews/$reviewId/chair',
    open: async (page) => {
      await page.keyboard.press('F9');
      await page.getByRole('dialog').waitFor();
    },
    close: (page) => page.keyboard.press('F9'),
  },
  {
    name: 'the list at a slash',
    on: writeUp,
    at: 'interests',
    open: async (page) => {
      await writeAtEnd(page, ' She fears the coach. /');
      await page.getByRole('list', { name: 'Make of these words' }).waitFor();
    },
    close: escape,
  },
  {
    name: 'the spelling of a word',
    on: writeUp,
    at: 'interests',
    open: async (page) => {
      await writeAtEnd(page, ' She sings wonderfuly again and again.');
      await page.locator('.misspelt').filter({ hasText: 'wonderfuly' }).click({ button: 'right' });
      await page.getByRole('list', { name: /^Spelling of/ }).waitFor();
    },
    close: escape,
  },
  {
    name: 'a point and its fields',
    on: writeUp,
    at: 'group:words',
    open: async (page) => {
      await page.locator('.sheet .words, .sheet .p button').first().click();
      await page.locator('fieldset.fields').first().waitFor();
    },
  },
  {
    name: 'who may have a text',
    on: writeUp,
    at: 'interests',
    open: async (page) => {
      await page.locator('summary').filter({ hasText: 'Limit' }).first().click();
      await page.getByLabel('Who may have it').first().waitFor();
    },
  },
  {
    name: 'finalising with a reason missing',
    on: '/reviews/$reviewId/check',
    open: async (page) => {
      await press(page, 'Finalise decisions');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Finalise decisions/ })
        .click();
      await page.getByText('Say why this can wait, or settle it first.').first().waitFor();
    },
    close: escape,
  },
  { name: 'the thread as a list', on: '/reviews/$reviewId/check', open: (page) => press(page, 'As a list') },
];

const ofSettings: readonly Opener[] = [
  {
    name: 'a setting that may not be empty, and a day without a name',
    on: '/settings',
    open: async (page) => {
      await page.getByLabel('When the manager does not reply').fill('');
      await press(page, 'Add the day');
      await says(page, 'Which day?');
    },
    close: (page) => page.getByLabel('When the manager does not reply').fill('They stand'),
  },
  {
    name: 'a rule changed without a reason',
    on: '/rules',
    open: async (page) => {
      await page.locator('[data-rule] button').first().click();
      await page.locator('.rulepane').getByRole('button', { name: 'Change the rule' }).click();
      await page.locator('.rulepane .fault, .rulepane [role="alert"]').first().waitFor();
    },
  },
];

/** Everything that opens over or beside a screen. What only a finalised review opens is in `checkIssue` and `issueKept`. */
export const openers: readonly Opener[] = [...everywhere, ...ofChild, ...ofReview, ...ofSettings];
