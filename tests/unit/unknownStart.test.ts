import { describe, expect, it } from 'vitest';
import { namedPeriods } from '../../renderer/features/child/lifeLine/life.ts';
import { caseFileOfNewChild } from '../../renderer/features/firstDay/newChild.ts';
import { factsOf } from '../../renderer/features/review/writeUp/facts.ts';
import { CaseFile } from '../../shared/caseFile.ts';
import { recordFromCaseFile } from '../../shared/caseFileRecord.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { sectionKeys } from '../../shared/domain/model/sections.ts';
import { buildManagersPage } from '../../shared/report/managersPage.ts';
import { buildServiceFile } from '../../shared/report/serviceFile.ts';
import { finalState, leah, leahContent, linesOf } from './support/leahReport.ts';

const today = isoDate('2026-10-05');
/** A day that nothing else of Leah has. */
const entered = isoDate('2019-02-27');
const told = /27 Feb/;

const isDoubtful = ({ kind }: { kind: string }) => kind !== 'looked-after';

/** Leah as far as nobody told since when her order, home, worker and school are. */
const record = {
  ...leah,
  periods: leah.periods
    .filter((period) => !isDoubtful(period) || period.to === undefined)
    .map((period) => (isDoubtful(period) ? { ...period, from: entered, isFromUnknown: true } : period)),
};

describe('a period whose first day nobody gave', () => {
  it('is what a child added without the days is given, and is marked as not known', () => {
    let ids = 0;
    const child = {
      fullName: 'Ada Notional',
      preferredName: 'Ada',
      dateOfBirth: isoDate('2014-02-03'),
      caseReference: undefined,
      lookedAfterSince: isoDate('2025-01-09'),
      legalStatus: 'care-order' as const,
      legalStatusSince: undefined,
      worker: 'Tom Placeholder',
      team: undefined,
      workerSince: undefined,
      lastReview: undefined,
      nextReviewOn: undefined,
    };
    const newId = () => `ada-${(ids += 1)}`;
    const given = { officer: { name: 'Helen Draftwell' }, today, newId };
    const file = CaseFile.parse(caseFileOfNewChild(child, given));
    const of = (kind: string) => file.periods.find((period) => period.kind === kind);
    expect(of('social-worker')).toMatchObject({ from: today, isFromUnknown: true });
    expect(of('legal-status')).toMatchObject({ from: '2025-01-09', isFromUnknown: true });
    expect(of('looked-after')?.isFromUnknown).toBeUndefined();
    const dated = { ...child, legalStatusSince: isoDate('2025-02-01'), workerSince: isoDate('2026-03-04') };
    const known = recordFromCaseFile(CaseFile.parse(caseFileOfNewChild(dated, given)));
    expect(known.periods.some((period) => period.isFromUnknown)).toBe(false);
  });

  it('prints no day in any document that says since when', () => {
    const content = leahContent({ record });
    for (const report of [buildServiceFile(content, finalState), buildManagersPage(content, finalState)]) {
      const lines = linesOf(report).join('\n');
      expect(lines).not.toMatch(told);
      expect(lines).toContain('Care order');
    }
    expect(linesOf(buildServiceFile(content, finalState)).join('\n')).toContain('Tomasz Mockford');
  });

  it('shows no day beside the text or on the life line', () => {
    const given = { record, on: isoDate('2026-10-05'), since: undefined, today };
    const facts = sectionKeys.flatMap((key) => factsOf(given, key));
    expect(facts.find(({ label }) => label === 'Worker')?.words).toBe('Tomasz Mockford');
    expect(facts.filter(({ words }) => told.test(words))).toEqual([]);
    const view = { ...record, versions: {} };
    const names = namedPeriods(view, 'social-worker', today).flatMap((period) => period.names);
    expect(names).toContain('Tomasz Mockford');
    expect(names.filter((name) => told.test(name))).toEqual([]);
  });
});
