import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  chairByKeys,
  endByKey,
  fillIn,
  firstRun,
  focusIsIn,
  mend as mendOn,
  mustCount,
  oldStore,
} from './support/journey.ts';
import type { OldStore } from './support/journey.ts';
import { openApp, passphrase } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { leah, leahReview } from './support/openLeah.ts';
import { cellOf, finalise, goToStage, seenOn, wordsOfFile } from './support/stages.ts';

let app: OpenedApp;
let page: Page;

const wish = 'I want to see my brother Marek more then just at xmas';
const askedFor = 'Can I have my own front door key';
const lines = [
  { typed: 'Jam tarts on the table, Zofia poured the tea', digit: 1, group: 'Your words' },
  { typed: `w: ${askedFor}`, digit: 1, group: 'Your words' },
  { typed: `w: ${wish}`, digit: 6, group: 'Family and who you are' },
  { typed: 'n: No money for the bus to choir', digit: 4, group: 'Safe' },
  { typed: 'r: Walks home along the canal after dark', digit: 4, group: 'Safe' },
  { typed: 'd: A bus pass for Zofia until Easter', digit: 4, group: 'Safe' },
  { typed: 'a: Order the bus pass', digit: 4, group: 'Safe' },
] as const;

describe('one whole review', () => {
  let reviewId = '';
  const mend = (finding: RegExp, work: () => Promise<unknown>) => mendOn(page, reviewId, finding, work);
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const row = (words: string) => page.locator('[data-row]').filter({ hasText: words }).last();

  /** Opens a section of Write up, with the keys in it. */
  async function writeUpAt(at: string): Promise<void> {
    await page.evaluate((hash) => (location.hash = hash), `#/reviews/${reviewId}/write-up?at=${at}`);
    await page.locator(`.sec[data-row="${at}"]`).focus();
  }

  async function writeAccount(section: string, heading: string, words: string): Promise<void> {
    await writeUpAt(section);
    await page.getByRole('textbox', { name: `What happened ${heading}` }).focus();
    await page.keyboard.type(words);
  }

  beforeAll(async () => {
    app = await openApp({ caseload: 'none', day: '2026-10-05' });
    ({ page } = app);
  });
  afterAll(async () => {
    await app.close();
    expect(app.pageErrors).toEqual([]);
  });

  it('begins on an empty machine: the store, a child added by hand, and her mother', async () => {
    await firstRun(page);
    await page.getByRole('link', { name: 'Children' }).click();
    await page.getByRole('button', { name: 'Add a child' }).click();
    await field('Legal status').selectOption('care-order');
    await fillIn(page, {
      'Full name': 'Zofia Pretendska',
      'Date of birth': '1/2/15',
      'Looked after since': '1 mar 2024',
      'Legal status since': '4 sep 2024',
      'Social worker': 'Tomasz Inventar',
      'Their worker since': '2 feb 2026',
      'Its number': '5',
      'Held on': '20/4/2026',
    });
    await page.getByRole('button', { name: 'Add this child' }).press('Enter');
    await page.getByRole('link', { name: 'Zofia Pretendska' }).click();
    await page.getByRole('link', { name: /^People/ }).click();
    await page.getByRole('button', { name: 'Add a person' }).click();
    await fillIn(page, { Name: 'Alina Pretendska', 'What they are to the child': 'mum' });
    await field('Role').selectOption('parent');
    await field('Has parental responsibility').check();
    await field('Which copy they get').selectOption('parent');
    await page.getByRole('button', { name: 'Add the person' }).press('Enter');
    await page.getByRole('row', { name: /Alina Pretendska.*mum.*Yes/ }).waitFor();
    expect(await page.getByRole('row').count()).toBe(3);
  });

  it('is prepared: the meeting is booked within its last lawful day', async () => {
    await page.getByRole('button', { name: 'Start review 6' }).press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Prepare' }).waitFor();
    reviewId = /reviews\/([^/]+)\//.exec(page.url())?.[1] ?? '';
    expect(await page.locator('#screen').innerText()).toMatch(/Last lawful day\s+Tue 20 Oct/);
    await field('Day of the meeting').fill('5 Oct');
    await field('Day of the meeting').press('Enter');
    await fillIn(page, { Starts: '10:30', Place: 'At home with her carers' });
    await page.getByText('review 6, held today').waitFor();
  });

  it('is chaired by keyboard alone, and every line is filed', async () => {
    await page.getByRole('link', { name: /^Chair/ }).press('Enter');
    await chairByKeys(page, lines);
    expect(await page.getByText('7 lines, 0 not filed').count()).toBe(1);
  });

  it('is written up: accounts, endings by one key, an answer, who took part, duties, page 1', async () => {
    await writeUpAt('childs-views');
    await page.getByRole('tab', { name: /^Notes/ }).click();
    await page.getByRole('button', { name: 'Into the text' }).press('Enter');
    await page
      .getByRole('textbox', { name: /^What happened The child/ })
      .getByText('Jam tarts')
      .waitFor();
    await row(askedFor).getByRole('button', { name: 'Decision', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'New decision' }).press('Enter');
    await focusIsIn(page, 'fieldset.fields textarea');
    await page.keyboard.type('A key cut for Zofia by half term');
    await writeAccount('education', 'Education', 'Zofia moved up a maths set in September.');
    await writeAccount('iro-view', 'The IRO’s view', 'Zofia is settled, and her plan is the right one.');
    for (const section of ['health', 'emotional-wellbeing', 'placement', 'visits', 'interests']) {
      await writeUpAt(section);
      await endByKey(page, 'c', 'Tomasz Inventar');
    }
    for (const section of ['legal-status', 'permanence', 'rights', 'others-views']) {
      await writeUpAt(section);
      await endByKey(page, 'o', 'Time ran out.');
    }
    await page.evaluate((hash) => (location.hash = hash), `#/reviews/${reviewId}/write-up?at=front-sheet`);
    await page.getByRole('button', { name: 'Zofia', exact: true }).press('Enter');
    await field('How Zofia took part').selectOption('PN1');
    await field('Spoke with Zofia alone').selectOption('yes');
    await fillIn(page, { How: 'In the garden, for half an hour', 'Worker’s report received': '30 Sep' });
    await page.evaluate((hash) => (location.hash = hash), `#/reviews/${reviewId}/write-up?at=page-one`);
    await page.getByRole('checkbox', { name: new RegExp(wish) }).check();
    for (const sentence of ['Zofia is well and busy.', 'She is safe.', 'Her plan is on course.']) {
      await page
        .getByLabel(/^Sentence \d$/)
        .last()
        .fill(sentence);
      await page.keyboard.press('Enter');
    }
    await field('Sentence 4').waitFor();
    await goToStage(page, 'check', reviewId);
    await expect.poll(() => mustCount(page), { timeout: 30_000 }).toBe(12);
  });

  it('is checked, and each thing that must be settled is mended at its place', async () => {
    await mend(/^Answer N1: /, async () => {
      await row('No money for the bus').getByRole('button', { name: 'Decision', exact: true }).press('Enter');
      await page
        .getByRole('button', { name: /A bus pass for Zofia/ })
        .first()
        .press('Enter');
    });
    await mend(/^Answer R1: /, async () => {
      await row('along the canal').getByRole('button', { name: 'Already in hand' }).press('Enter');
      // The answer has the keys, not the words that it answers.
      await focusIsIn(page, '[data-own-answer] input');
      await page.keyboard.type('Her carer meets her at the bridge');
      await fillIn(page, { Who: 'Joss Pretendcarer', Since: '1 Sep' });
    });
    await mend(/^Answer V\d: .*brother/, async () => {
      await row(wish).getByRole('button', { name: 'No action because' }).press('Enter');
      await focusIsIn(page, '[data-own-answer] input');
      await page.keyboard.type('Marek’s carers ask for once a month for now');
    });
    await mend(/^Write A1: /, async () => {
      await page.keyboard.press('Enter');
      await fillIn(page, { 'Who answers for it': 'Tomasz Inventar' });
    });
    await mend(/^Date A1: /, async () => {
      await page.keyboard.press('Enter');
      await fillIn(page, { 'By when': '19 Oct' });
    });
    for (const [words, way] of [
      ['front door key', 'told'],
      ['brother Marek', 'in-letter'],
    ] as const) {
      await mend(new RegExp(`^Say how: .*${words}`), async () => {
        await page.keyboard.press('Enter');
        await field('How Zofia hears the answer').selectOption(way);
      });
    }
    await mend(/^Write it: .*which care plan/, async () => {
      await field('Care plan seen: it meets needs').selectOption('yes');
      await fillIn(page, { 'In a sentence': 'The plan of 2 September meets her needs.' });
    });
    await mend(/^Write it: Alina Pretendska/, () =>
      fillIn(page, { 'How Alina Pretendska’s views were obtained': 'By phone on 1 October' }),
    );
    await mend(/^Set it: The next review/, () => fillIn(page, { 'Next review on': '22 Mar 2027' }));
    await mend(/^End it: Identity/, () => endByKey(page, 'o', 'Time ran out.'));
    await mend(/^End it: Life story/, () => endByKey(page, 'x', 'Her book was finished in May.'));
    expect(await mustCount(page)).toBe(0);
  });

  it('is finalised twice without a reason to give, with the manager’s reply between', async () => {
    await seenOn(page, 'Nothing stands in the way').waitFor();
    await finalise(page, 'decisions', '');
    await seenOn(page, /^Decisions finalised Mon 5 Oct, edition 1$/).waitFor();
    await goToStage(page, 'issue', reviewId);
    await page.getByRole('button', { name: /^Manager’s reply, 0 of 2/ }).press('Enter');
    await field('Replied by').fill('Priya Madeup');
    const pass = page.locator('li.reply').filter({ hasText: 'bus pass' });
    await pass.getByRole('combobox').selectOption('with-change');
    await pass.getByRole('textbox', { name: 'The wording agreed' }).fill('A bus pass until the end of July');
    await pass.getByRole('button', { name: 'Record the answer' }).press('Enter');
    await page.getByRole('button', { name: /^Manager’s reply, 1 of 2/ }).waitFor();
    const key = page.locator('li.reply').filter({ hasText: 'A key cut' });
    await key.getByRole('combobox').selectOption('agreed');
    await key.getByRole('button', { name: 'Record the answer' }).press('Enter');
    await page.getByRole('button', { name: /^Manager’s reply, 2 of 2/ }).waitFor();
    await page.evaluate((hash) => (location.hash = hash), `#/reviews/${reviewId}/write-up?at=letter`);
    await page.getByRole('button', { name: 'Draft a letter to Zofia' }).press('Enter');
    await field('Text of card 1').waitFor();
    await goToStage(page, 'check', reviewId);
    expect(await mustCount(page)).toBe(0);
    await finalise(page, 'record', '');
    await seenOn(page, /^Record finalised Mon 5 Oct, edition 1$/).waitFor();
  });

  it('is issued: her mother has what was released, the case record has all of it, in Word', async () => {
    await goToStage(page, 'issue', reviewId);
    await cellOf(page, 'Alina Pretendska', 2)
      .getByRole('button', { name: 'Nothing released' })
      .press('Enter');
    for (const group of ['Your words', 'Safe']) {
      await page.getByRole('button', { name: new RegExp(`^Release ${group}, `) }).press('Enter');
    }
    await cellOf(page, 'Alina Pretendska', 2).getByRole('button', { name: 'Ready' }).waitFor();
    app.answers.savePath = join(app.around, 'alina.docx');
    await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
    await seenOn(page, /^Saved as .*alina\.docx$/).waitFor();
    const hers = wordsOfFile(app.answers.savePath);
    for (const words of [`“${askedFor}”`, 'A bus pass for Zofia until Easter', '19 Oct 2026'])
      expect(hers).toContain(words);
    expect(hers).not.toContain(wish);
    expect(hers).not.toContain('maths set');

    app.answers.folder = join(app.around, 'out');
    mkdirSync(app.answers.folder);
    await page.getByRole('button', { name: /^Export 4 ready documents$/ }).press('Enter');
    await seenOn(page, /^4 documents saved/).waitFor({ timeout: 60_000 });
    const wordsOf = (kind: string) => {
      const name = readdirSync(join(app.around, 'out')).find((file) => file.startsWith(kind)) ?? '';
      return wordsOfFile(join(app.around, 'out', name));
    };
    const record = wordsOf('service-file');
    for (const words of [
      ...lines.map(({ typed }) => typed.replace(/^\w: /, '')),
      'A key cut for Zofia by half term',
      'A bus pass until the end of July',
      'Mon 5 Oct 2026',
      '19 Oct 2026',
      '22 Mar 2027',
      'Zofia moved up a maths set in September.',
      'By phone on 1 October',
      'Her carer meets her at the bridge',
    ])
      expect(record).toContain(words);
    expect(wordsOf('letter')).toContain(wish);

    await page.getByRole('button', { name: /^File to the case record, / }).press('Enter');
    await page.getByRole('textbox', { name: 'Reference in the case record' }).fill('CR 2026 407');
    await page.getByRole('button', { name: 'Filed to the case record' }).press('Enter');
    await seenOn(page, 'Everything that went out is filed').waitFor();
    await page.getByRole('link', { name: 'Zofia Pretendska' }).click();
    await page.getByRole('link', { name: /^Reviews/ }).click();
    await page.getByRole('row', { name: /Review 6 .*Filed/ }).waitFor();
  });
});

describe('a store of last month', () => {
  let store: OldStore;
  beforeAll(async () => {
    store = await oldStore();
    app = await openApp({ caseload: 'empty', dir: store.dir, isLocked: true, day: '2026-11-06' });
    ({ page } = app);
  });
  afterAll(async () => {
    await app.close();
    store.remove();
    expect(app.pageErrors).toEqual([]);
  });

  it('opens by its passphrase, says what is due, and prints a finalised review in its words', async () => {
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.keyboard.press('Enter');
    const due = (what: string) => page.locator('[data-due]').filter({ hasText: what });
    await due('Issue the copies: review 11, held Mon 5 Oct').getByText('4 days late').waitFor();
    await due('Write to Leah that this home is hers until she is 18').getByText('Today').waitFor();
    await goToStage(page, 'issue', leahReview);
    await cellOf(page, 'Case record', 4).getByRole('button', { name: 'Ready' }).press('Enter');
    app.answers.savePath = join(app.around, 'leah.docx');
    await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
    await seenOn(page, /^Saved as .*leah\.docx$/).waitFor({ timeout: 60_000 });
    const printed = wordsOfFile(app.answers.savePath);
    const review = leah().reviews.find(({ id }) => id === leahReview);
    const said = (review?.points ?? []).filter(({ kind }) => kind === 'wish' || kind === 'worry');
    expect(said.length).toBeGreaterThan(2);
    for (const { words } of said) expect(printed).toContain(words);
    for (const { wording } of review?.decisions ?? []) expect(printed).toContain(wording.replace(/\.$/, ''));
    expect(printed).toContain('5 Oct 2026');
  });
});
