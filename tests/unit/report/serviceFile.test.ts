import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import { fitsOnPage } from '../../../shared/report/fitting.ts';
import { draftState } from '../../../shared/report/issueState.ts';
import { linkFaults } from '../../../shared/report/links.ts';
import { buildServiceFile } from '../../../shared/report/serviceFile.ts';
import { splitWords, wordsOf } from '../../../shared/report/words.ts';
import { aDecision, anAction } from '../support/builders.ts';
import {
  finalState,
  headingsOf,
  leah,
  leahContent,
  linesOf,
  plain,
  rowsOf,
  tablesOf,
  under,
  withReview,
} from '../support/leahReport.ts';

const report = buildServiceFile(leahContent(), finalState);
const lines = linesOf(report);

/** Page 1: everything before the first page break. */
function pageOneOf(file: typeof report) {
  const end = file.blocks.findIndex((block) => 'pageBreakBefore' in block && block.pageBreakBefore);
  return file.blocks.slice(0, end);
}

describe('page 1 of the service file', () => {
  it('has the parts of the design in their order', () => {
    expect(headingsOf(report).slice(0, 7)).toEqual([
      'In your words',
      'Where things are',
      'What we promised on 14 Apr 2026: 3 of 8 done',
      'What we decided',
      'What you asked for that we could not agree, and why',
      'Not covered this time, and when it will be',
      'Who took part',
    ]);
    expect(pageOneOf(report).at(-1)?.kind).toBe('facts');
  });

  it('says what it is, whom it is for, and to whom it speaks', () => {
    expect(lines.slice(0, 3)).toEqual([
      'Leah’s review',
      'Review 11, held on Mon 5 Oct 2026 · chaired by Helen Draftwell, independent reviewing officer',
      'For the service file · written to Leah: “you” means Leah',
    ]);
    expect(report.header).toEqual({
      left: 'Service file: not for circulation',
      right: 'Leah’s review 11, 5\u00A0Oct\u00A02026',
      isBoxed: true,
    });
    expect(plain(report.footer.left)).toBe(
      'Decisions finalised 5 Oct 2026 · record finalised 20 Oct 2026 · edition 1',
    );
  });

  it('fits one page', () => {
    expect(fitsOnPage(pageOneOf(report), { layout: 'record', isLay: false })).toBe(true);
  });

  it('quotes the child exactly, says who heard it and when, and gives each quote its number', () => {
    expect(lines).toContain(
      '“They only ask where I was, never why.”  To Nadia, your advocate, 1 Oct 2026 V1',
    );
    expect(lines).toContain('“I made curry for the whole house and nobody died.”  To Joss, 27 Sep 2026 V3');
  });

  it('puts done things in one line and gives each of the others its reason', () => {
    expect(lines).toContain(
      '▲ Not done\tWhat Leah says after going missing, into the plan, due 30 Apr 2026; second review running. Why: nobody was asked to do it.',
    );
    expect(lines).toContain(
      '◊ Part done\tKian every month: you met in 4 months of 6. Why: the driver’s hours ended in July.',
    );
    expect(lines.filter((line) => line.startsWith('● Done\t'))).toEqual([
      '● Done\tAn advocate, 6 May 2026. Cookery course, 6 Jun 2026. Dentist, 3 Jul 2026.',
    ]);
  });

  it('gives each decision its last date and the manager’s reply', () => {
    const rows = rowsOf(tablesOf(report, 'Decisions')[0]);
    expect(rows[0]).toEqual([
      'D1',
      'Adults find out why, and the safety plan follows. V1',
      'Farah Testerby',
      '23 Oct 2026',
      '● Agreed',
    ]);
    expect(rows.map((row) => row[4])).toContain('○ By no reply');
    expect(rows.map((row) => row[4])).toContain('◊ With change');
  });

  it('has the nine facts, and never an address', () => {
    const facts = report.blocks.find((block) => block.kind === 'facts');
    expect(facts?.kind === 'facts' && facts.facts.map(({ label }) => label)).toEqual([
      'Age',
      'Care order since',
      'Lives in',
      'Social worker',
      'Your part',
      'Seen alone by Helen',
      'Report received',
      'Care plan dated',
      'Next review',
    ]);
    expect(lines.join('\n')).not.toContain('Nowhere Lane');
  });

  it('keeps quotes to three and to sixty words; a longer one stands in its section, uncut', () => {
    const long = Array.from({ length: 58 }, (_, word) => `word${word}`).join(' ');
    const record = {
      ...leah,
      points: leah.points.map((point) => (point.id === 'leah-r11-v1' ? { ...point, words: long } : point)),
    };
    const file = buildServiceFile(leahContent({ record }), finalState);
    const quotes = under(file, 'In your words').flatMap((block) =>
      block.kind === 'paragraph'
        ? block.runs.flatMap((run) => (run.kind === 'text' && run.look === 'plain' ? [run.text] : []))
        : [],
    );
    expect(splitWords(quotes.join(' ')).filter((word) => word !== '').length).toBeLessThanOrEqual(60);
    expect(linesOf(file).join('\n')).toContain(long);
  });

  it('sends sentences beyond five overleaf and loses none', () => {
    const whereThingsAre = [1, 2, 3, 4, 5, 6, 7].map((count) => `Sentence number ${count}.`);
    const file = buildServiceFile(
      leahContent({ record: withReview({ pageOne: { quotePointIds: [], whereThingsAre } }) }),
      finalState,
    );
    expect(linesOf(file)).toContain(
      'Sentence number 1. Sentence number 2. Sentence number 3. Sentence number 4. Sentence number 5.',
    );
    expect(linesOf(file)).toContain('Sentence number 6. Sentence number 7.');
    expect(headingsOf(file)).toContain('Where things are, continued');
  });

  it('lets only the decision table run on, and says where the rest is', () => {
    const more = Array.from({ length: 9 }, (_, index) =>
      aDecision({
        id: `more-${index}`,
        childId: 'child-leah',
        reviewId: 'leah-r11',
        wording: `One more thing changes, number ${index}, in a sentence that takes two lines of the table.`,
        position: 10 + index,
      }),
    );
    const actions = more.map((decision) =>
      anAction({
        id: `${decision.id}-a`,
        childId: 'child-leah',
        reviewId: 'leah-r11',
        decisionId: decision.id,
      }),
    );
    const record = {
      ...leah,
      decisions: [...leah.decisions, ...more],
      actions: [...leah.actions, ...actions],
    };
    const file = buildServiceFile(leahContent({ record }), finalState);
    const [first, second] = tablesOf(file, 'Decisions');
    expect([...rowsOf(first), ...rowsOf(second)].map((row) => row[0])).toEqual(
      Array.from({ length: 16 }, (_, index) => `D${index + 1}`),
    );
    const left = rowsOf(second).map((row) => row[0] ?? '');
    expect(linesOf(file).find((line) => line.endsWith('on page 2.'))).toContain(
      `${left[0]} to ${left.at(-1)}`,
    );
    expect(fitsOnPage(pageOneOf(file), { layout: 'record', isLay: false })).toBe(true);
    const headings = headingsOf(file);
    expect(headings[headings.indexOf('What we decided, continued') + 1]).toBe('Who took part');
    expect(linkFaults(file.blocks)).toEqual({ dangling: [], repeated: [] });
  });
});

describe('what came after, and what is missing', () => {
  it('says in title and footer that a draft is one', () => {
    const draft = buildServiceFile(leahContent(), draftState);
    expect(draft.footer.left).toBe('Draft: not finalised · edition 1');
    expect(linesOf(draft)[2]).toContain('Draft: not finalised');
  });

  it('names an addendum under the title and has it whole at the end', () => {
    const addenda = [
      {
        kind: 'note',
        on: isoDate('2026-10-30'),
        by: 'Helen Draftwell',
        text: 'The clinic will see Leah on 10 Nov 2026.',
      },
    ] as const;
    const file = buildServiceFile(leahContent(), { ...finalState, addenda });
    expect(linesOf(file)[3]).toBe('Addendum, 30 Oct 2026, by Helen Draftwell: at the end.');
    expect(headingsOf(file).at(-1)).toBe('Addendum');
    expect(linesOf(file).at(-1)).toContain('The clinic will see Leah on 10 Nov 2026.');
    expect(linkFaults(file.blocks)).toEqual({ dangling: [], repeated: [] });
  });

  it('says which edition it replaces, why, and who had that one', () => {
    const replaces = {
      edition: 1,
      because: 'it gave a wrong date',
      on: isoDate('2026-11-02'),
      receivedBy: ['Kerry Fauxton'],
    };
    const file = buildServiceFile(leahContent(), { ...finalState, edition: 2, replaces });
    expect(linesOf(file)[3]).toBe(
      'Edition 2, 2 Nov 2026, replaces edition 1, withdrawn because it gave a wrong date. Edition 1 had gone to Kerry Fauxton.',
    );
  });

  it('boxes each gap with who went on, and why', () => {
    const gaps = [
      {
        code: 'progress-missing',
        what: 'no progress is recorded for “Kian every month”',
        because: 'the driver’s log comes on 23 Oct 2026',
        by: 'Helen Draftwell',
        on: isoDate('2026-10-20'),
      },
    ];
    const file = buildServiceFile(leahContent({ gaps }), finalState);
    expect(linesOf(file)).toContain(
      'Gap: no progress is recorded for “Kian every month”. Helen Draftwell finalised with this gap on 20 Oct 2026 because the driver’s log comes on 23 Oct 2026.',
    );
  });

  it('says what is not recorded instead of leaving it out', () => {
    const bare = buildServiceFile(
      leahContent({
        record: { ...withReview({ duties: undefined, nextReview: undefined }), texts: [], sections: [] },
      }),
      draftState,
    );
    expect(linesOf(bare)).toContain('Seen alone by Helen Not recorded');
    expect(linesOf(bare)).toContain('Next review Not recorded');
    expect(
      under(bare, 'Life story').flatMap((block) => (block.kind === 'paragraph' ? block.runs : [])),
    ).not.toEqual([]);
    expect(linkFaults(bare.blocks)).toEqual({ dangling: [], repeated: [] });
  });

  it('speaks about the child where that is the child’s voice', () => {
    const record = { ...leah, child: { ...leah.child, voice: 'about' as const } };
    const file = buildServiceFile(leahContent({ record }), finalState);
    expect(headingsOf(file)).toEqual(expect.arrayContaining(['In Leah’s words', 'Leah’s views']));
    expect(headingsOf(file, 3)).toContain('What Leah says');
    expect(linesOf(file)[2]).toContain('written about Leah');
    expect(wordsOf(file).length).toBeGreaterThan(4_000);
  });
});
