import { describe, expect, it } from 'vitest';
import { RuleSettings } from '../../../shared/domain/rules/ruleSet.ts';
import type { Report } from '../../../shared/report/blocks.ts';
import { buildChairSheet } from '../../../shared/report/chairSheet.ts';
import { buildDecisionsSheet } from '../../../shared/report/decisionsSheet.ts';
import { fitsOnPage, heightOfBlocks, pageHeight } from '../../../shared/report/fitting.ts';
import { draftState } from '../../../shared/report/issueState.ts';
import { linkFaults } from '../../../shared/report/links.ts';
import { buildManagersPage, mostWordsBesideDecisions } from '../../../shared/report/managersPage.ts';
import { buildServiceFile } from '../../../shared/report/serviceFile.ts';
import { wordsOfBlocks } from '../../../shared/report/words.ts';
import { aDecision, anAction, aProgress } from '../support/builders.ts';
import {
  finalState,
  headingsOf,
  leah,
  leahContent,
  linesOf,
  personOf,
  plain,
  rowsOf,
  tablesOf,
  under,
  withReview,
} from '../support/leahReport.ts';

const farah = personOf(leah, 'leah-p-farah');
const tomasz = personOf(leah, 'leah-p-tomasz');
const content = leahContent();
const managers = buildManagersPage(content, finalState, farah);
const sheet = buildDecisionsSheet(content, finalState, tomasz);
const chair = buildChairSheet(content, finalState);

/** The numbers that a table gives its rows, and what each row says first. */
function numbered(report: Report, caption: string): string[] {
  return tablesOf(report, caption).flatMap((table) =>
    rowsOf(table).map(([number = '', words = '']) => `${number} ${words}`),
  );
}

function besideDecisions({ blocks }: Report): number {
  return wordsOfBlocks(
    blocks.filter((block) => block.kind !== 'table' || block.caption !== 'Decisions to reply to'),
  ).length;
}

describe('the manager’s page', () => {
  it('has its parts in order, each heading with its answer', () => {
    expect(headingsOf(managers)).toEqual([
      'What I need from you',
      'Safe today? No: two high risks, neither assessed since they grew',
      'Is the plan meeting needs? Partly: not safety, health or school',
      'Decisions',
      'Promised and not done: 3 of 8 done',
      'Also',
    ]);
    expect(headingsOf(managers, 1)).toEqual(['Leah Fauxton, 14: manager’s page']);
    expect(linesOf(managers)[1]).toBe(
      'Care order since 8 Jun 2022 · children’s home · review 11, 5 Oct 2026 · IRO: Helen Draftwell',
    );
  });

  it('says by when to reply and what silence means, in the authority’s words', () => {
    expect(linesOf(managers)[2]).toBe(
      'Please reply by 12 Oct 2026. No reply: these stand as decisions (local rule).',
    );
    const settings = { ...content.settings, noReplyMeans: 'the head of service is asked' };
    expect(linesOf(buildManagersPage(leahContent({ settings }), finalState))[2]).toBe(
      'Please reply by 12 Oct 2026. No reply: the head of service is asked.',
    );
  });

  it('guesses no date before the decisions were sent', () => {
    const unsent = leahContent({ record: withReview({ decisionsSentOn: undefined }) });
    expect(linesOf(buildManagersPage(unsent, draftState))).toContain(
      'Please reply within 5 working days of receiving this. No reply: these stand as decisions (local rule).',
    );
  });

  it('says the period in force on that day, and none where the rule is switched off', () => {
    const record = withReview({ decisionsSentOn: undefined });
    const replyLine = (change: object) => {
      const rules = RuleSettings.parse({ 'A-02': { why: 'policy', ...change } });
      const unsent = leahContent({ record, settings: { ...content.settings, rules } });
      return linesOf(buildManagersPage(unsent, draftState))[2];
    };
    const ten = { period: { value: 10, unit: 'working-day' } };
    expect(replyLine(ten)).toMatch(/^Please reply within 10 working days of receiving this\. No/u);
    expect(replyLine({ ...ten, effectiveFrom: '2099-01-01' })).toMatch(/^Please reply within 5 working/u);
    expect(replyLine({ isOff: true })).toMatch(/^Please reply\. No reply: these stand/u);
  });

  it('asks in date order, verb and date first, or nothing beyond confirming', () => {
    const asks = under(managers, 'What I need from you')[0];
    expect(asks?.kind === 'numbered' && asks.items.length).toBe(3);
    expect(linesOf(managers)).toContain(
      'By 6 Oct 2026 hold the strategy meeting with police and health (D1).',
    );
    const none = leahContent({ record: withReview({ forManager: undefined }) });
    expect(linesOf(buildManagersPage(none, finalState))).toContain(
      'Nothing beyond confirming the decisions.',
    );
  });

  it('gives the age of each high risk’s assessment and who was rung', () => {
    expect(rowsOf(tablesOf(managers, 'High risks')[0]).map((row) => row.slice(1))).toEqual([
      ['■■■ High', '12 Feb 2026, 33 weeks ago', 'Farah Testerby, 5 Oct 2026, 3.25 pm'],
      ['■■■ High', 'Never assessed', 'PC Exampleton, 5 Oct 2026, 3.40 pm'],
    ]);
  });

  it('gives each decision its theme and three boxes to tick, each named', () => {
    const [row] = tablesOf(managers, 'Decisions to reply to')[0]?.rows ?? [];
    const titles = row?.cells.flatMap((cell) =>
      cell.flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'checkbox' ? [run.title] : []))),
    );
    expect(titles).toEqual(['D1: agree', 'D1: change', 'D1: not agree']);
    expect(rowsOf(tablesOf(managers, 'Decisions to reply to')[0])[3]?.slice(0, 2)).toEqual([
      'D4',
      'Permanence. This home until 18, in writing.',
    ]);
  });

  it('names each promise not kept, for how many reviews, why, and the effect', () => {
    expect(rowsOf(tablesOf(managers, 'Promised and not done')[0])[0]).toEqual([
      'What Leah says after going missing, into the plan',
      '▲ Not done, second review',
      'Nobody was asked to do it',
      'Worse',
    ]);
  });

  it('is one page of at most 350 words beside the decisions', () => {
    expect(fitsOnPage(managers.blocks, { layout: 'manager', isLay: false })).toBe(true);
    expect(besideDecisions(managers)).toBeLessThanOrEqual(mostWordsBesideDecisions);
  });

  it('stays within its words however much was promised, and says how many more there are', () => {
    const actions = Array.from({ length: 60 }, (_, index) =>
      anAction({
        id: `old-${index}`,
        childId: 'child-leah',
        reviewId: 'leah-r10',
        decisionId: 'leah-r10-d1',
        what: `Old promise number ${index} with several more words in it`,
      }),
    );
    const progress = actions.map(({ id }) =>
      aProgress({
        childId: 'child-leah',
        actionId: id,
        occasion: { kind: 'review', reviewId: 'leah-r11' },
        value: 'not_done',
        because: 'nobody took it',
      }),
    );
    const record = {
      ...leah,
      actions: [...leah.actions, ...actions],
      progress: [...leah.progress, ...progress],
    };
    const page = buildManagersPage(leahContent({ record }), finalState);
    expect(besideDecisions(page)).toBeLessThanOrEqual(mostWordsBesideDecisions);
    expect(
      linesOf(page).some((line) => line.endsWith(' more promises not done: see page 1 of the record.')),
    ).toBe(true);
    expect(headingsOf(page)).toContain('Promised and not done: 3 of 68 done');
  });

  it('lets only the decisions run on', () => {
    const more = Array.from({ length: 5 }, (_, index) =>
      aDecision({
        id: `more-${index}`,
        childId: 'child-leah',
        reviewId: 'leah-r11',
        wording: `One more thing changes, in two lines of the table, ${index}.`,
        position: 10 + index,
      }),
    );
    const page = buildManagersPage(
      leahContent({ record: { ...leah, decisions: [...leah.decisions, ...more] } }),
      finalState,
    );
    const headings = headingsOf(page);
    expect(headings.slice(-2)).toEqual(['Also', 'Decisions, continued']);
    expect(numbered(page, 'Decisions to reply to').map((row) => row.split(' ')[0])).toEqual(
      Array.from({ length: 12 }, (_, index) => `D${index + 1}`),
    );
    expect(linkFaults(page.blocks)).toEqual({ dangling: [], repeated: [] });
  });

  it('names what the child asked for as an adult would', () => {
    expect(linesOf(managers)).toContain(
      'Asked, not agreed\tLeah’s phone overnight: 9 of the 11 times began with a call on a Thursday or Friday.',
    );
    expect(linesOf(managers)).toContain('Next\tMidway check 6 Nov 2026; next review 7 Dec 2026.');
  });

  it('says when no high risk is open, and counts those that were assessed since', () => {
    const safe = { ...leah, risks: [] };
    expect(headingsOf(buildManagersPage(leahContent({ record: safe }), finalState))).toContain(
      'Safe today? No high risk is open',
    );
    const covered = {
      ...leah,
      risks: leah.risks.slice(0, 1).map((risk) => ({ ...risk, events: [] })),
    };
    expect(headingsOf(buildManagersPage(leahContent({ record: covered }), finalState))).toContain(
      'Safe today? One high risk, assessed since it last changed',
    );
  });
});

describe('the decisions sheet', () => {
  it('has what will change, who does what, and what comes next, on one page', () => {
    expect(headingsOf(sheet)).toEqual([
      'What will change for Leah: 7 decisions',
      'Who does what, by when: 10 actions',
      'What comes next',
    ]);
    const paper = { layout: 'record', isLay: false } as const;
    expect(heightOfBlocks(sheet.blocks, paper)).toBeLessThanOrEqual(pageHeight(paper));
    expect(sheet.header?.left).toBe('Copy for: Tomasz Mockford, social worker');
    expect(plain(sheet.footer.left)).toBe(
      'Decisions finalised 5 Oct 2026 · edition 1 · numbers as in the service file',
    );
  });

  it('says what each decision answers, each number at home where it stands first', () => {
    const rows = rowsOf(tablesOf(sheet, 'Decisions')[0]);
    expect(rows[3]).toEqual([
      'D4',
      'This home until 18, in writing. A6',
      'Leah has the letter and can say what it means',
      'N5 to know it is home',
      'Changes',
    ]);
    expect(linkFaults(sheet.blocks)).toEqual({ dangling: [], repeated: [] });
  });

  it('gives what comes next in date order, from the clocks', () => {
    expect(
      under(sheet, 'What comes next').map((block) =>
        block.kind === 'labelled' ? linesOf({ ...sheet, blocks: [block] })[0] : '',
      ),
    ).toEqual([
      '12 Oct 2026\tLast day for the manager’s reply',
      '19 Oct 2026\tCare plan changed and sent out by Tomasz Mockford',
      '26 Oct 2026\tFull record finalised by Helen Draftwell',
      '6 Nov 2026\tMidway check by Helen Draftwell, with Leah',
      '7 Dec 2026\tNext review, brought forward (last lawful day 5 Apr 2027)',
    ]);
  });

  it('never prints how private a thing is', () => {
    expect(linesOf(sheet).join('\n')).not.toContain('Only worker and IRO');
  });

  it('says that it is a draft until the decisions are finalised', () => {
    expect(linesOf(buildDecisionsSheet(content, draftState))[2]).toContain('Draft: not finalised.');
  });
});

describe('numbers', () => {
  it('mean the same in service file, decisions sheet and manager’s page', () => {
    const file = buildServiceFile(content, finalState);
    const decisions = numbered(file, 'Decisions').map((row) => row.replace(/( V\d+)+$/u, ''));
    expect(numbered(sheet, 'Decisions').map((row) => row.replace(/ A\d.*$/u, ''))).toEqual(decisions);
    expect(
      numbered(managers, 'Decisions to reply to').map((row) =>
        row.replace(/ (?:Safety|Permanence|Stalled|Rest)\./u, ''),
      ),
    ).toEqual(decisions);
    const actionsOf = (report: Report) =>
      numbered(report, 'Actions').map((row) => row.split(' Until then')[0]?.replace(/\.$/u, ''));
    expect(actionsOf(sheet)).toEqual(actionsOf(file));
  });
});

describe('the chair’s sheet', () => {
  it('is one working page with what was asked, promised, and due, and lines to write on', () => {
    expect(headingsOf(chair)).toEqual([
      'Leah asked last time',
      'We promised on 14 Apr 2026',
      'Dates to ask about',
      'What I hear',
    ]);
    expect(linesOf(chair).slice(0, 3)).toEqual([
      'Leah’s review 11: chair’s sheet',
      'Mon 5 Oct 2026, 1.30 pm, at Leah’s home · last lawful day 14 Oct 2026 · advocate: Nadia Protowell',
      'Start here. Something Leah is proud of:',
    ]);
    expect(fitsOnPage(chair.blocks, { layout: 'chair', isLay: false })).toBe(true);
    expect(plain(chair.footer.left)).toBe('Write up by 26 Oct 2026, then shred');
    expect(tablesOf(chair, 'Lines to write on')[0]?.rows.length).toBeGreaterThanOrEqual(3);
  });

  it('knows nothing of what this review will find', () => {
    expect(linesOf(chair).join('\n')).not.toContain('nobody took the lead');
    expect(rowsOf(tablesOf(chair, 'Promises')[0])).toHaveLength(8);
  });

  it('lists dates that are past and risks that nothing covers', () => {
    expect(linesOf(chair)).toContain('▲ Overdue\tEye test, 9 Jun 2026 · Teenage vaccinations, 12 Mar 2026');
    expect(linesOf(chair)).toContain(
      '▲ Not seen\tSexual exploitation: assessment newer than 12 Feb 2026 · Missing 11 times: any assessment',
    );
  });

  it('gives lines away before it takes a second page', () => {
    const actions = Array.from({ length: 6 }, (_, index) =>
      anAction({
        id: `old-${index}`,
        childId: 'child-leah',
        reviewId: 'leah-r10',
        what: `Old promise ${index}`,
      }),
    );
    const full = buildChairSheet(
      leahContent({ record: { ...leah, actions: [...leah.actions, ...actions] } }),
      finalState,
    );
    expect(fitsOnPage(full.blocks, { layout: 'chair', isLay: false })).toBe(true);
    expect(rowsOf(tablesOf(full, 'Promises')[0])).toHaveLength(14);
  });
});
