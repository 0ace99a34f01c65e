import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../shared/caseFile.ts';
import { caseFileAsOf } from '../../shared/caseFileAsOf.ts';
import { checkReferences } from '../../shared/caseFileReferences.ts';
import { addDays, isoDate } from '../../shared/domain/dates.ts';
import { readCaseload } from '../support/caseload.ts';

const caseload = readCaseload();
const dayOne = isoDate('2010-01-01');
const day = fc.nat({ max: 6_500 }).map((days) => addDays(dayOne, days));
const file = fc.constantFrom(...caseload.map((entry) => entry.file));

/** Every record that a file holds, by its id. */
function idsIn(value: unknown): Set<string> {
  const ids = new Set<string>();
  const walk = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return;
    if ('id' in inner && typeof inner.id === 'string') ids.add(inner.id);
    Object.values(inner).forEach(walk);
  };
  walk(value);
  return ids;
}

/** The days that tell when something was known; what is due or planned may lie ahead. */
function knownDays(given: CaseFile): string[] {
  return [
    ...given.periods.map(({ from }) => from),
    ...given.events.flatMap(({ on }) => on ?? []),
    ...given.risks.flatMap((risk) => [
      risk.ratedOn,
      ...risk.covers.map(({ on }) => on),
      ...risk.events.flatMap(({ on, considered }) => [on, ...(considered ? [considered.on] : [])]),
      ...risk.urgentSteps.map(({ on }) => on),
    ]),
    ...given.papers.map(({ receivedOn }) => receivedOn),
    ...given.reviews.flatMap((review) => [
      ...review.meetings.map(({ on }) => on),
      ...review.decisions.flatMap(({ reply }) => reply?.on ?? []),
      ...review.addenda.map(({ on }) => on),
      ...review.filings.map(({ on }) => on),
    ]),
  ];
}

describe('a case file as of a day', () => {
  it.each(caseload)('is the file itself once everything has happened: $name', ({ file: whole }) => {
    expect(caseFileAsOf(whole, isoDate('2199-12-31'))).toEqual(whole);
  });

  it('property: grows with the day, and holds nothing that the file does not', () => {
    fc.assert(
      fc.property(file, day, day, (whole, one, two) => {
        const [earlier, later] = one <= two ? [one, two] : [two, one];
        const [before, after] = [idsIn(caseFileAsOf(whole, earlier)), idsIn(caseFileAsOf(whole, later))];
        expect([...before].filter((id) => !after.has(id))).toEqual([]);
        expect([...after].filter((id) => !idsIn(whole).has(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('property: knows nothing of the days after it', () => {
    fc.assert(
      fc.property(file, day, (whole, today) => {
        expect(knownDays(caseFileAsOf(whole, today)).filter((known) => known > today)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('property: of an earlier day is the same whether it is taken at once or by way of a later one', () => {
    fc.assert(
      fc.property(file, day, day, (whole, one, two) => {
        const [earlier, later] = one <= two ? [one, two] : [two, one];
        expect(caseFileAsOf(caseFileAsOf(whole, later), earlier)).toEqual(caseFileAsOf(whole, earlier));
      }),
      { numRuns: 60 },
    );
  });

  it('property: is whole in itself, whatever the day', () => {
    fc.assert(
      fc.property(file, day, (whole, today) => {
        expect(checkReferences(caseFileAsOf(whole, today))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
