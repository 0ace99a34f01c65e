import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import { checkReview } from '../../../shared/domain/findings/check.ts';
import { findingTable } from '../../../shared/domain/findings/table.ts';
import { hasOnlyVagueVerb } from '../../../shared/domain/findings/vague.ts';
import { keysOf } from '../../../shared/domain/keysOf.ts';
import { ReviewId } from '../../../shared/domain/ids.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { aPoint, aRecord, aReview, aRisk, aText, anAction } from '../support/builders.ts';
import { anOrdinaryRecord } from '../support/ordinaryRecord.ts';
import { check } from './corpus/corpus.ts';
import { lookWords } from './corpus/lookWords.ts';

describe('a verb that says nothing by itself', () => {
  it.each([
    ['Support Leah with school', true],
    ['To support Leah', true],
    ['Support Leah to book her dentist', true],
    ['Social worker to monitor sleep', true],
    ['The home will consider a later bedtime', true],
    ['Continue to monitor', true],
    ['Exploring a club', true],
    ['Options to be explored', true],
    ['Monitor sleep and report by 2 November', false],
    ['Monitor sleep, and then tell Bel', false],
    ['Support Leah by meeting her each Friday', false],
    ['Consider options and agree a plan', false],
    ['Write to the school to support her reading', false],
    ['Agree a support plan', false],
    ['Support plan to be written', false],
    ['Book the dentist', false],
    ['', false],
  ])('%s: %s', (what, isVague) => {
    expect(hasOnlyVagueVerb(what)).toBe(isVague);
  });
});

describe('what a finding says', () => {
  it('calls things by their numbers where they are known, and by their first words', () => {
    const point = aPoint({
      id: 'p-new',
      kind: 'risk',
      words: 'A very long account of a car that waits outside the school gate each Friday afternoon',
    });
    const record = { ...anOrdinaryRecord(), points: [...anOrdinaryRecord().points, point] };
    const found = checkReview(record, ReviewId.parse('review-1'), {
      today: isoDate('2026-10-06'),
      settings: defaultSettings,
      otherChildren: [],
      numbers: { 'p-new': 'R2' },
    });
    expect(found.map(({ what }) => what)).toEqual([
      'The risk R2 “A very long account of a car that waits outside the school…” has no answer.',
    ]);
    expect(found[0]?.target).toEqual({
      review: 'review-1',
      section: 'health',
      point: 'p-new',
      field: 'answer',
    });
  });

  it('shows a translation, and the gist before the words', () => {
    const points = [
      aPoint({
        id: 'p-1',
        kind: 'worry',
        words: 'کجاست',
        translation: { from: 'Dari', words: 'Where is he' },
      }),
      aPoint({ id: 'p-2', kind: 'worry', words: 'a long story', gist: 'His brother' }),
    ];
    const base = anOrdinaryRecord();
    const found = check({ record: { ...base, points: [...base.points, ...points] } });
    expect(found.map(({ what }) => what)).toEqual([
      'The worry “Where is he” has no answer.',
      'The worry “His brother” has no answer.',
    ]);
  });

  it('shows the sentences that stood there last time', () => {
    const [repeated] = lookWords;
    expect(repeated).toBeDefined();
    const found = repeated ? check(repeated) : [];
    expect(found[0]?.sentences).toContain('Juniper has found a home in which she is known.');
    expect(found[0]?.sentences?.some((sentence) => sentence.includes('Her teacher'))).toBe(false);
  });

  it('counts the events that nobody considered', () => {
    const risk = aRisk({
      rating: 'high',
      title: 'A car that waits',
      covers: [{ kind: 'assessment', on: '2026-02-11' }],
      events: ['2026-09-20', '2026-10-01'].map((on, place) => ({ id: `ev-${place}`, on, what: 'It came.' })),
    });
    const found = check({ record: { ...anOrdinaryRecord(), risks: [risk] } });
    expect(found.map(({ what }) => what)).toEqual([
      'The high risk “A car that waits” was last assessed on 11 Feb 2026; 2 events since, the last on 1 Oct 2026, have not been considered.',
    ]);
    expect(found[0]?.target.event).toBe('ev-0');
  });
});

describe('a risk is judged as it stood', () => {
  const risk = aRisk({
    rating: 'high',
    ratedOn: '2026-10-20',
    earlierRatings: [{ rating: 'medium', ratedOn: '2026-09-01' }],
  });
  it.each([
    ['2026-10-06', []],
    ['2026-10-20', ['high-risk-not-covered']],
  ])('on %s', (today, codes) => {
    const found = check({ record: { ...anOrdinaryRecord(), risks: [risk] }, today });
    expect(found.map(({ code }) => code)).toEqual(codes);
  });
});

describe('a review that is only prepared', () => {
  const record = aRecord({ reviews: [aReview()], meetings: [] });
  it('is checked as of today, and no date is before it', () => {
    const action = anAction({ due: { kind: 'date', on: '2026-01-01' } });
    const codes = check({ record: { ...record, actions: [action] } }).map(({ code }) => code);
    expect(codes).not.toContain('action-due-before-review');
    expect(codes).toContain('section-without-ending');
  });
  it('is not there by another id: that is a bug', () => {
    const given = { today: isoDate('2026-10-06'), settings: defaultSettings, otherChildren: [] };
    expect(() => checkReview(record, ReviewId.parse('review-9'), given)).toThrow(RangeError);
  });
});

describe('an authority’s own limits', () => {
  const thresholds = { ...defaultSettings.thresholds, newActions: 2, openActions: 4, recordWords: 50 };
  it('move what is worth a look', () => {
    const found = check({ record: anOrdinaryRecord(), settings: { thresholds } });
    expect(found.map(({ code }) => code)).toEqual([
      'record-too-long',
      'many-new-actions',
      'many-open-actions',
    ]);
  });
  it('add initials that its readers know', () => {
    const record = {
      ...anOrdinaryRecord(),
      texts: [...anOrdinaryRecord().texts, aText({ section: 'identity', body: 'The TAF met.' })],
    };
    expect(check({ record }).map(({ code }) => code)).toEqual(['unknown-initials']);
    expect(check({ record, settings: { knownInitials: ['TAF'] } })).toEqual([]);
  });
  it('move the statutory interval only through the rules', () => {
    const rules = {
      'R-03': { period: { value: 5, unit: 'calendar-month' as const }, why: 'Local policy 4' },
    };
    const found = check({ record: anOrdinaryRecord(), settings: { rules } });
    expect(found.map(({ code }) => code)).toEqual(['next-review-too-late']);
  });
});

describe('the table', () => {
  it('names every finding by a stable code, with a sentence why and what to do', () => {
    for (const code of keysOf(findingTable)) {
      const row = findingTable[code];
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(row.why).toMatch(/^[A-Z“].*[.)]$/);
      expect(row.remedy).toMatch(/^[A-Z].*[.]$/);
    }
  });

  it('lets the decisions wait for these, and no other (design.md, marked there)', () => {
    const marked = keysOf(findingTable).filter((code) => {
      const row = findingTable[code];
      return row.severity === 'must' && row.blocks === 'decisions';
    });
    expect(marked).toEqual([
      'need-without-answer',
      'risk-without-answer',
      'wish-without-answer',
      'worry-without-answer',
      'question-without-answer',
      'action-without-what',
      'action-without-who',
      'action-without-date',
      'court-date-without-check-by',
      'action-due-before-review',
      'high-risk-not-covered',
      'high-risk-event-not-considered',
    ]);
  });
});
