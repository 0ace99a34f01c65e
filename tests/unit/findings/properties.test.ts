import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocking, unexplained } from '../../../shared/domain/findings/check.ts';
import type { Finding } from '../../../shared/domain/findings/finding.ts';
import { aboutOf } from '../../../shared/domain/findings/finding.ts';
import { rowOf } from '../../../shared/domain/findings/table.ts';
import { addDays, isoDate } from '../../../shared/domain/dates.ts';
import type { OwnAnswer } from '../../../shared/domain/model/minutes.ts';
import { kindsThatNeedAnswer, pointKinds } from '../../../shared/domain/model/minutes.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { aPoint, aProgress, aRisk, anAction } from '../support/builders.ts';
import { anOrdinaryRecord } from '../support/ordinaryRecord.ts';
import { badAnswers } from './corpus/badAnswers.ts';
import { badPlan } from './corpus/badPlan.ts';
import { badReview } from './corpus/badReview.ts';
import type { CorpusRecord } from './corpus/corpus.ts';
import { check } from './corpus/corpus.ts';
import { goodOlder } from './corpus/goodOlder.ts';
import { goodYoung } from './corpus/goodYoung.ts';
import { lookPlan } from './corpus/lookPlan.ts';
import { lookWords } from './corpus/lookWords.ts';

const corpus: readonly CorpusRecord[] = [
  ...goodYoung,
  ...goodOlder,
  ...badAnswers,
  ...badPlan,
  ...badReview,
  ...lookPlan,
  ...lookWords,
];
const anyOfCorpus = fc.constantFrom(...corpus);
const good = anOrdinaryRecord();
const musts = (findings: readonly Finding[]) =>
  findings
    .filter(({ severity }) => severity === 'must')
    .map((finding) => `${finding.code} ${aboutOf(finding)}`);

/** A list in another order, by a number for each row. */
function inOrderOf<T>(rows: readonly T[], weights: readonly number[]): T[] {
  return rows
    .map((row, place) => ({ row, weight: weights[place % weights.length] ?? 0, place }))
    .sort((a, b) => a.weight - b.weight || b.place - a.place)
    .map(({ row }) => row);
}

function shuffled(record: ChildRecord, weights: readonly number[]): ChildRecord {
  return {
    ...record,
    periods: inOrderOf(record.periods, weights),
    people: inOrderOf(record.people, weights),
    events: inOrderOf(record.events, weights),
    risks: inOrderOf(record.risks, weights),
    reviews: inOrderOf(record.reviews, weights),
    meetings: inOrderOf(record.meetings, weights),
    sections: inOrderOf(record.sections, weights),
    texts: inOrderOf(record.texts, weights),
    points: inOrderOf(record.points, weights),
    decisions: inOrderOf(record.decisions, weights),
    actions: inOrderOf(record.actions, weights),
    progress: inOrderOf(record.progress, weights),
    drafts: inOrderOf(record.drafts, weights),
  };
}

describe('every rule together', () => {
  it('does not hang on the order of the record’s lists', () => {
    fc.assert(
      fc.property(anyOfCorpus, fc.array(fc.nat(1_000), { minLength: 3, maxLength: 20 }), (given, weights) => {
        expect(check({ ...given, record: shuffled(given.record, weights) })).toEqual(check(given));
      }),
    );
  });

  it('puts what must be done first, and takes severity, reason and remedy from the table', () => {
    fc.assert(
      fc.property(anyOfCorpus, (given) => {
        const findings = check(given);
        const severities = findings.map(({ severity }) => severity);
        expect(severities).toEqual([...severities].sort((a, b) => (a === b ? 0 : a === 'must' ? -1 : 1)));
        for (const { code, severity, why, remedy, what } of findings) {
          expect({ severity, why, remedy }).toEqual({
            severity: rowOf(code).severity,
            why: rowOf(code).why,
            remedy: rowOf(code).remedy,
          });
          expect(what).toMatch(/\S.*[.]$/u);
        }
      }),
    );
  });

  it('names each thing that blocks once, by its code and what it is about', () => {
    fc.assert(
      fc.property(anyOfCorpus, (given) => {
        const found = musts(check(given));
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  it('lets the decisions wait only for what is marked so, and the record for every must', () => {
    fc.assert(
      fc.property(anyOfCorpus, (given) => {
        const findings = check(given);
        const [decisions, record] = [blocking(findings, 'decisions'), blocking(findings, 'record')];
        expect(record).toEqual(findings.filter(({ severity }) => severity === 'must'));
        expect(record).toEqual(expect.arrayContaining(decisions));
        expect(decisions.every(({ blocks }) => blocks === 'decisions')).toBe(true);
        expect(unexplained(findings, 'record', record)).toEqual([]);
      }),
    );
  });
});

const anyAnswer: fc.Arbitrary<OwnAnswer> = fc.constantFrom<OwnAnswer>(
  { kind: 'in-hand', what: 'a seat', who: 'Sam', since: isoDate('2026-09-01') },
  { kind: 'no-action', because: 'It has passed.' },
);

describe('answers', () => {
  it('never add a finding that blocks', () => {
    fc.assert(
      fc.property(anyOfCorpus, fc.nat(50), anyAnswer, fc.boolean(), (given, place, answer, byDecision) => {
        const { record } = given;
        const point = record.points[place % Math.max(1, record.points.length)];
        fc.pre(point !== undefined && (!byDecision || record.decisions.length > 0));
        const mended: ChildRecord = byDecision
          ? {
              ...record,
              decisions: record.decisions.map((row) => ({
                ...row,
                pointIds: [...row.pointIds, ...(point ? [point.id] : [])],
              })),
            }
          : {
              ...record,
              points: record.points.map((row) => (row.id === point?.id ? { ...row, answer } : row)),
            };
        const before = new Set(musts(check(given)));
        expect(musts(check({ ...given, record: mended })).filter((found) => !before.has(found))).toEqual([]);
      }),
    );
  });

  it('are asked of needs, risks, wishes, worries and questions, and of nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pointKinds), fc.boolean(), (kind, hasAnswer) => {
        const point = aPoint({
          id: 'p-new',
          kind,
          telling: { kind: 'told' },
          ...(hasAnswer && { answer: { kind: 'no-action', because: 'It has passed.' } }),
        });
        const found = musts(check({ record: { ...good, points: [...good.points, point] } }));
        const expected =
          kindsThatNeedAnswer.includes(kind) && !hasAnswer ? [`${kind}-without-answer p-new`] : [];
        expect(found).toEqual(expected);
      }),
    );
  });

  it('never repeat the words of privilege or police information', () => {
    const secret = 'Officer Zzyzx rang at noon';
    fc.assert(
      fc.property(fc.constantFrom('privilege' as const, 'police' as const), (restriction) => {
        const audience = { level: 'worker-and-iro' as const, restriction };
        const record: ChildRecord = {
          ...good,
          points: [...good.points, aPoint({ kind: 'risk', words: secret, gist: secret, audience })],
          actions: [...good.actions, anAction({ what: secret, due: undefined, audience })],
          risks: [aRisk({ rating: 'high', title: secret, audience })],
        };
        const findings = blocking(check({ record }), 'record');
        expect(findings).toHaveLength(3);
        expect(JSON.stringify(findings)).not.toContain('Zzyzx');
      }),
    );
  });
});

const dayBefore = (days: number) => addDays(isoDate('2026-10-05'), -days);

describe('dates', () => {
  it('a new action may be due on the day of the review and later, not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const action = anAction({
          id: 'a-new',
          decisionId: 'd-story',
          due: { kind: 'date', on: dayBefore(days) },
        });
        const found = musts(check({ record: { ...good, actions: [...good.actions, action] } }));
        expect(found).toEqual(days > 0 ? ['action-due-before-review a-new'] : []);
      }),
    );
  });

  it('a promise asks what happened once it is due, and no longer once that is said', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 150 }), fc.boolean(), (days, isSaid) => {
        const due = dayBefore(days);
        const promise = anAction({
          id: 'a-old',
          reviewId: 'review-0',
          decisionId: 'd-old',
          due: { kind: 'date', on: due },
        });
        const record: ChildRecord = {
          ...good,
          actions: [...good.actions, promise],
          progress: [
            ...good.progress,
            ...(isSaid ? [aProgress({ actionId: 'a-old', value: 'part_done' })] : []),
          ],
        };
        const expected = days >= 0 && !isSaid ? ['due-action-without-progress a-old'] : [];
        expect(musts(check({ record }))).toEqual(expected);
      }),
    );
  });

  it('a high risk is covered by what is not older than any event left unconsidered', () => {
    const anEventOf = fc.record({ days: fc.integer({ min: 0, max: 300 }), isConsidered: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 4 }),
        fc.array(anEventOf, { maxLength: 6 }),
        (covers, events) => {
          const risk = aRisk({
            id: 'risk-1',
            rating: 'high',
            covers: covers.map((days) => ({ kind: 'assessment', on: dayBefore(days) })),
            events: events.map(({ days, isConsidered }, place) => ({
              id: `ev-${place}`,
              on: dayBefore(days),
              what: 'Something happened.',
              ...(isConsidered && { considered: { on: dayBefore(0), by: 'Dele', outcome: 'stands' } }),
            })),
          });
          const newest = Math.min(...covers);
          const isOpen = events.some(({ days, isConsidered }) => !isConsidered && days < newest);
          const expected =
            covers.length === 0
              ? ['high-risk-not-covered risk-1']
              : isOpen
                ? ['high-risk-event-not-considered risk-1']
                : [];
          expect(musts(check({ record: { ...good, risks: [risk] } }))).toEqual(expected);
        },
      ),
    );
  });
});
