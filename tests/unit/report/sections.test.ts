import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { linkFaults } from '../../../shared/report/links.ts';
import { buildServiceFile } from '../../../shared/report/serviceFile.ts';
import {
  finalState,
  headingsOf,
  leahContent,
  linesOf,
  rowsOf,
  tablesOf,
  under,
} from '../support/leahReport.ts';

const report = buildServiceFile(leahContent(), finalState);
const lines = linesOf(report);

describe('the sections of the service file', () => {
  it('stand in the authority’s order, page 2 first saying who took part', () => {
    expect(headingsOf(report).slice(6)).toEqual([
      'Who took part',
      'What we promised last time',
      'Your views',
      'Health',
      'Feelings and emotional wellbeing',
      'Risk and safety',
      'Home and daily care',
      'Social worker’s visits',
      'Family time and relationships',
      'Identity',
      'Education',
      'Interests and friendships',
      'Legal status',
      'Permanence',
      'Life story',
      'Rights and advocacy',
      'Parents’, carers’ and professionals’ views',
      'The IRO’s view',
      'Decisions and actions',
    ]);
  });

  it('show dates and not ticks, lateness with its mark', () => {
    const dates = rowsOf(under(report, 'Health').find((block) => block.kind === 'table'));
    expect(dates).toContainEqual(['Eye test', '9 Jun 2025', '▲ Late 9 Jun 2026', 'Headaches when you read']);
    expect(dates).toContainEqual([
      'Teenage vaccinations',
      'Not yet',
      '▲ Late 12 Mar 2026',
      'Two missed at school',
    ]);
    const feelings = rowsOf(
      under(report, 'Feelings and emotional wellbeing').find((block) => block.kind === 'table'),
    );
    expect(feelings).toContainEqual([
      'Mental health clinic',
      'Asked 20 May 2026',
      '▲ No date',
      '19 weeks waited; rung twice',
    ]);
  });

  it('have what happened, what the child says, what it means, what matters and what is agreed, in that order', () => {
    const titles = under(report, 'Health').flatMap((block) =>
      block.kind === 'heading'
        ? [block.runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')]
        : [],
    );
    expect(titles).toEqual([
      'What happened and how we know',
      'What you say',
      'What it means',
      'What matters, and our answer',
      'What is agreed',
    ]);
  });

  it('answer each point by a decision, by what is in hand, or by why not', () => {
    const rows = tablesOf(report, 'Points and answers').flatMap((table) => rowsOf(table));
    expect(rows).toContainEqual([
      'N3',
      'Need two vaccinations (Ruth)',
      'No action because you said no, 30 Sep 2026',
    ]);
    expect(rows).toContainEqual([
      'V5',
      'Wish no new people',
      '◊ Agreed in part, D5: Ruth first, but the clinic is new. Tomasz told you on 9 Oct 2026',
    ]);
  });

  it('label what is flagged, and print privilege and police information', () => {
    const text = lines.join('\n');
    expect(text).toContain('Need a private clinic visit (Ruth) Only worker and IRO');
    expect(text).toContain('Police information');
    expect(text).toContain('Legal privilege');
  });

  it('end a section that was not discussed with why, and when it will be', () => {
    expect(
      under(report, 'Life story').map((block) => (block.kind === 'paragraph' ? block.runs : [])),
    ).toHaveLength(1);
    expect(lines).toContain(
      'Not discussed because you wanted the time for staying safe. Tomasz will ask you again by 6 Nov 2026.',
    );
  });

  it('tie decisions to points and actions both ways', () => {
    expect(
      lines.some((line) =>
        line.startsWith('D5 Better sleep: Ruth helps, then the clinic. Answers N1, N4, V4, V5.'),
      ),
    ).toBe(true);
    expect(rowsOf(tablesOf(report, 'Actions for D5')[0]).map((row) => row[0])).toEqual(['A7', 'A8']);
    expect(linkFaults(report.blocks)).toEqual({ dangling: [], repeated: [] });
  });

  it('name an earlier review’s point by its number and day, without a link', () => {
    const content = leahContent({ earlierNumbers: { 'leah-r10-r1': 'R2' } });
    const file = buildServiceFile(content, finalState);
    expect(linesOf(file).join('\n')).toContain('(R2, review of 14 Apr 2026)');
    expect(linkFaults(file.blocks).dangling).toEqual([]);
  });

  it('hold the whole plan in one table and what is still open from before', () => {
    const plan = under(report, 'Decisions and actions');
    expect(plan.filter((block) => block.kind === 'table')).toHaveLength(2);
    expect(rowsOf(tablesOf(report, 'Actions')[0]).map((row) => row[0])).toEqual(
      Array.from({ length: 10 }, (_, index) => `A${index + 1}`),
    );
  });

  it('keep the authority’s order and words, and what stands in a hidden section', () => {
    const settings = {
      ...defaultSettings,
      words: { ...defaultSettings.words, review: 'meeting', familyTime: 'contact' },
      sectionOrder: [...defaultSettings.sectionOrder].reverse(),
      hiddenSections: ['identity', 'pathway'] as typeof defaultSettings.hiddenSections,
    };
    const file = buildServiceFile(leahContent({ settings }), finalState);
    expect(headingsOf(file, 1)).toEqual(['Leah’s meeting']);
    const headings = headingsOf(file);
    expect(headings).toContain('Contact and relationships');
    expect(headings).toContain('Identity');
    expect(headings.indexOf('Decisions and actions')).toBeLessThan(headings.indexOf('Health'));
  });
});
