import { beforeAll, describe, expect, it } from 'vitest';
import { toBuffer } from '../../main/documents/toBuffer.ts';
import { ActionId, DecisionId } from '../../shared/domain/ids.ts';
import type { ReviewContent } from '../../shared/report/content.ts';
import { assignNumbers } from '../../shared/report/numbering.ts';
import { buildManagersPage } from '../../shared/report/managersPage.ts';
import { readContent } from '../../shared/report/readContent.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { wordsOf } from '../../shared/report/words.ts';
import { frozenSamples } from './support/frozenSamples.ts';
import { pagesFromLibreOffice } from './support/readers.ts';

/** Some sixty characters each with the theme before them: two lines of the table. */
const wordings = [
  'Someone who knows the family rings each Sunday at six.',
  'The bedroom door has a lock, and Joss holds the key.',
  'The swimming club is paid until the end of the year.',
  'The school bus stops at the corner from half term on.',
  'Glasses come before half term, with a second pair.',
];

/** The heaviest manager's page of the demo, with so many decisions of two lines, each with one action. */
function withDecisions(count: number): ReviewContent {
  const [sample] = frozenSamples();
  if (sample === undefined) throw new Error('There is no frozen sample');
  const content = readContent(sample.decisions);
  const own = content.record.decisions.filter(({ reviewId }) => reviewId === content.review.id);
  const [decision] = own;
  const action = content.record.actions.find(({ decisionId }) => decisionId === decision?.id);
  if (decision === undefined || action === undefined)
    throw new Error('The sample has no decision with an action');
  const more = wordings.slice(0, count - own.length).map((wording, index) => ({
    decision: {
      ...decision,
      id: DecisionId.parse(`more-d${index}`),
      wording,
      theme: 'rest' as const,
      pointIds: [],
      position: 50 + index,
    },
    action: {
      ...action,
      id: ActionId.parse(`more-a${index}`),
      decisionId: DecisionId.parse(`more-d${index}`),
    },
  }));
  const record = {
    ...content.record,
    decisions: [...content.record.decisions, ...more.map((one) => one.decision)],
    actions: [...content.record.actions, ...more.map((one) => one.action)],
  };
  return {
    ...content,
    record,
    numbers: assignNumbers(record, content.review, content.settings, content.numbers),
  };
}

const state = { edition: 1, decisionsFinalisedOn: isoDate('2026-10-05'), addenda: [] };
const counts = [7, 8, 9, 12];
const reports = counts.map((count) => buildManagersPage(withDecisions(count), state));
let pages: string[][] = [];

beforeAll(async () => {
  pages = await pagesFromLibreOffice(await Promise.all(reports.map((report) => toBuffer(report))));
});

describe('the manager’s page', () => {
  it('holds eight decisions of two lines on one page', () => {
    expect(pages.slice(0, 2).map((all) => all.length)).toEqual([1, 1]);
    for (const report of reports.slice(0, 2)) expect(wordsOf(report).join(' ')).not.toContain('on page 2');
  });

  it('lets the decision table alone run on where there are more, and says so', () => {
    for (const [index, report] of reports.entries()) {
      expect(pages[index]?.length).toBeLessThan(3);
      const first = pages[index]?.[0] ?? '';
      for (const heading of ['What I need from you', 'Safe today?', 'Promised and not done', 'Also']) {
        expect([index, heading, first.includes(heading)]).toEqual([index, heading, true]);
      }
      const isRunningOn = wordsOf(report).join(' ').includes('on page 2.');
      expect(isRunningOn).toBe(pages[index]?.length === 2);
    }
    expect(pages.at(-1)).toHaveLength(2);
  });
});
