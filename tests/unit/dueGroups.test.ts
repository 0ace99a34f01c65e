import { describe, expect, it } from 'vitest';
import type { DueLine } from '../../renderer/features/today/dueGroups.ts';
import {
  arrange,
  firstDuty,
  groupLines,
  isBesideList,
  keyOf,
  matches,
  summaryOf,
} from '../../renderer/features/today/dueGroups.ts';
import { dayInWords, weeksAhead } from '../../renderer/features/today/weeks.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { ActionId, ChildId } from '../../shared/domain/ids.ts';

// A Monday.
const today = isoDate('2026-10-05');

function line(due: string, more: Partial<DueLine> = {}): DueLine {
  return {
    kind: 'record',
    due: isoDate(due),
    workingDaysLeft: 0,
    childId: ChildId.parse('child-one'),
    childName: 'Quill Inkwell',
    about: '9, care order',
    what: 'Finalise the record',
    rule: 'Review + 15 working days',
    ...more,
  };
}

const promise = (due: string, id: string, childId = 'child-one') =>
  line(due, { kind: 'action', actionId: ActionId.parse(id), childId: ChildId.parse(childId) });

describe('the groups of today', () => {
  it('puts each day into its time: Sunday ends this week, and four weeks are counted from today', () => {
    const lines = [
      '2026-10-02',
      '2026-10-05',
      '2026-10-06',
      '2026-10-11',
      '2026-10-12',
      '2026-11-02',
      '2026-11-03',
    ].map((due) => line(due));
    const groups = groupLines(lines, today);
    expect(groups.map(({ name, rows }) => [name, rows.map(({ line: { due } }) => due.slice(8))])).toEqual([
      ['Late', ['02']],
      ['Today', ['05']],
      ['This week', ['06', '11']],
      ['Within four weeks', ['12', '02']],
      ['Later', ['03']],
    ]);
  });

  it('stand under each child, or under what they are, and whoever is due first comes first', () => {
    const lines = [
      line('2026-10-06', { childName: 'Quill Inkwell' }),
      line('2026-10-07', { childName: 'Bo Nib', childId: ChildId.parse('child-two'), kind: 'issue' }),
      line('2026-10-08', { childName: 'Quill Inkwell', kind: 'issue' }),
    ];
    const told = (by: 'child' | 'kind') =>
      arrange(lines, today, by).map(({ name, rows }) => `${name} ${rows.length}`);
    expect(told('child')).toEqual(['Quill Inkwell 2', 'Bo Nib 1']);
    expect(told('kind')).toEqual(['Records to finalise 1', 'Copies to issue 2']);
    expect(arrange(lines, today, 'date')).toEqual(groupLines(lines, today));
  });

  it('tells the late promises of one child in one line, and keeps those ahead apart', () => {
    const lines = [
      promise('2026-09-01', 'a1'),
      promise('2026-09-02', 'a2'),
      promise('2026-09-03', 'a3', 'child-two'),
      promise('2026-10-07', 'a4'),
      promise('2026-10-08', 'a5'),
    ];
    const groups = groupLines(lines, today);
    expect(groups[0]?.rows.map(({ together }) => together.length)).toEqual([2, 1]);
    expect(groups[1]?.rows.map(({ together }) => together.length)).toEqual([1, 1]);
  });

  it('tells the late dates of one child in one line too, apart from its promises', () => {
    const date = (due: string, deadlineKey: string) => line(due, { kind: 'date', deadlineKey });
    const lines = [promise('2026-09-01', 'a1'), date('2026-09-02', 'd1'), date('2026-09-03', 'd2')];
    const [late] = groupLines([...lines, date('2026-10-06', 'd3')], today);
    expect(late?.rows.map(({ together }) => together.map(({ kind }) => kind))).toEqual([
      ['action'],
      ['date', 'date'],
    ]);
    const keys = groupLines([date('2026-10-06', 'd1'), date('2026-10-06', 'd2')], today)[0]?.rows;
    expect(new Set(keys?.map(({ key }) => key)).size).toBe(2);
  });

  it('keeps two children of one name apart', () => {
    const twin = line('2026-10-07', { childId: ChildId.parse('child-two') });
    const groups = arrange([line('2026-10-06'), twin], today, 'child');
    expect(groups.map(({ key, name }) => [key, name])).toEqual([
      ['child-one', 'Quill Inkwell'],
      ['child-two', 'Quill Inkwell'],
    ]);
  });

  it('fills the button of the first duty, before what others have promised', () => {
    const duty = line('2026-10-07');
    expect(firstDuty(groupLines([promise('2026-09-01', 'a1'), duty], today))).toBe(keyOf(duty));
    const only = promise('2026-09-01', 'a1');
    expect(firstDuty(groupLines([only], today))).toBe(keyOf(only));
    const date = line('2026-09-01', { kind: 'date', deadlineKey: 'd1' });
    expect(firstDuty(groupLines([date, duty], today))).toBe(keyOf(duty));
    const midway = line('2026-09-01', { kind: 'midway', deadlineKey: 'm1' });
    expect(firstDuty(groupLines([midway, duty], today))).toBe(keyOf(midway));
    expect(firstDuty([])).toBeUndefined();
  });

  it('says in a sentence what there is', () => {
    const lines = [
      line('2026-10-01'),
      line('2026-10-05', { kind: 'review' }),
      line('2026-10-05'),
      line('2026-10-06'),
    ];
    expect(summaryOf(groupLines(lines, today))).toBe('1 late, 1 review today, 1 due today, 1 more this week');
    expect(summaryOf([])).toBe('Nothing late, nothing due this week');
  });

  it('keeps a review without a day beside the list until it is two weeks away', () => {
    expect(isBesideList(line('2026-10-18', { kind: 'book' }), today)).toBe(false);
    expect(isBesideList(line('2026-10-19', { kind: 'book' }), today)).toBe(true);
    expect(isBesideList(line('2026-10-19'), today)).toBe(false);
    expect(groupLines([line('2026-11-19', { kind: 'book' })], today)).toEqual([]);
  });

  it('filters by what a line is about', () => {
    expect(matches(line('2026-10-06', { kind: 'telling' }), 'promises')).toBe(true);
    expect(matches(line('2026-10-06', { kind: 'book' }), 'reviews')).toBe(true);
    expect(matches(line('2026-10-06', { kind: 'filing' }), 'reviews')).toBe(false);
    expect(matches(line('2026-10-06', { kind: 'filing' }), 'all')).toBe(true);
    expect(matches(line('2026-10-06', { kind: 'midway' }), 'dates')).toBe(true);
    expect(matches(line('2026-10-06', { kind: 'date' }), 'promises')).toBe(false);
  });
});

describe('the eight weeks', () => {
  it('begins on the Monday of this week, counts reviews still to come, and names days off', () => {
    const lines = [
      line('2026-10-05', { kind: 'review' }),
      line('2026-10-07'),
      line('2026-10-07', { kind: 'review' }),
      line('2026-10-07', { kind: 'decisions' }),
      line('2026-10-07', { kind: 'issue' }),
      line('2026-10-07', { kind: 'date' }),
      line('2026-10-09', { kind: 'midway' }),
      line('2026-11-27', { kind: 'review' }),
      line('2026-11-30', { kind: 'review' }),
    ];
    const weeks = weeksAhead(
      lines,
      [{ date: isoDate('2026-10-08'), name: 'Council closed' }],
      isoDate('2026-10-06'),
    );
    expect(weeks).toHaveLength(8);
    expect(weeks[0]?.monday).toBe('2026-10-05');
    // Monday's review is past by now.
    expect(weeks.map(({ reviews }) => reviews)).toEqual([1, 0, 0, 0, 0, 0, 0, 1]);
    expect(weeks[0]?.days.map(dayInWords)).toEqual([
      '1 review',
      '',
      '1 review, 1 set of decisions due, 1 record due',
      'Council closed',
      '1 midway check due',
    ]);
  });

  it('show the writing that a review ahead will bring', () => {
    const writing = { decisions: isoDate('2026-10-14'), record: isoDate('2026-10-28') };
    const weeks = weeksAhead([line('2026-10-07', { kind: 'review', writing })], [], today);
    const told = weeks.flatMap(({ days }) => days).filter((day) => dayInWords(day) !== '');
    expect(told.map((day) => `${day.date} ${dayInWords(day)}`)).toEqual([
      '2026-10-07 1 review',
      '2026-10-14 1 set of decisions due',
      '2026-10-28 1 record due',
    ]);
  });
});
