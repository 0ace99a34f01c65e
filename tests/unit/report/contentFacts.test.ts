import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordFromCaseFile } from '../../../shared/caseFileRecord.ts';
import { addDays, isoDate } from '../../../shared/domain/dates.ts';
import { checkReview } from '../../../shared/domain/findings/check.ts';
import { isFlagged } from '../../../shared/domain/model/common.ts';
import type { DatedEvent } from '../../../shared/domain/model/events.ts';
import type { Release } from '../../../shared/domain/model/issue.ts';
import { documentKinds } from '../../../shared/domain/model/issue.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { sectionKeys } from '../../../shared/domain/model/sections.ts';
import { heldOn, inOrder } from '../../../shared/domain/reviews.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { contentFor } from '../../../shared/report/audience.ts';
import { whatToAskAbout } from '../../../shared/report/chairDates.ts';
import type { ReviewContent } from '../../../shared/report/content.ts';
import { clocksOf, gatherContent } from '../../../shared/report/content.ts';
import { contextOf } from '../../../shared/report/context.ts';
import { checksTable, episodesTable } from '../../../shared/report/datesTable.ts';
import { buildReport } from '../../../shared/report/documents.ts';
import { draftState } from '../../../shared/report/issueState.ts';
import { itemsOf } from '../../../shared/report/releaseItems.ts';
import { readCaseload } from '../../support/caseload.ts';
import {
  aMeeting,
  aPaper,
  aRecord,
  aRelease,
  aReview,
  anAction,
  anEvent,
  legalStatus,
} from '../support/builders.ts';

const given = {
  today: isoDate('2026-10-05'),
  officer: { name: 'Morwenna Placeholder' },
  settings: defaultSettings,
};

function contentOf(record: ChildRecord, id: string): ReviewContent {
  const review = record.reviews.find((row) => row.id === id);
  const content = review && gatherContent(record, review.id, given);
  if (!content) throw new Error('The record has its review');
  return content;
}

/** The content with every fact the child's record has, as it would be if nothing were left out. */
function withEverything(content: ReviewContent, record: ChildRecord): ReviewContent {
  const ordered = inOrder(record);
  const reviews = ordered.slice(0, ordered.findIndex(({ id }) => id === content.review.id) + 1);
  const meetings = record.meetings.filter(({ reviewIds }) =>
    reviews.some(({ id }) => reviewIds.includes(id)),
  );
  const { events, papers } = record;
  return { ...content, record: { ...content.record, reviews, meetings, events, papers } };
}

/** Every group released to a reader, one key after the other. */
function allGroups(content: ReviewContent, personId: string = content.record.child.id): Release[] {
  const groups = new Set(itemsOf(content).flatMap((item) => item.groups));
  return [...groups].map((item) => aRelease({ reviewId: content.review.id, personId, item }));
}

/** What each document of a review says to a reader of its kind who has all the groups of it. */
function said(content: ReviewContent, { people }: ChildRecord): unknown[] {
  return documentKinds
    .filter((kind) => kind !== 'letter')
    .map((kind) => {
      const isForNobody = kind === 'service-file' || kind === 'chair';
      const person = isForNobody ? undefined : (people.find(({ copy }) => copy === kind) ?? people[0]);
      const releases = allGroups(content, person?.id);
      const filtered = contentFor(content, { kind, person, releases }).content;
      return [kind, buildReport(kind, filtered, draftState, person)];
    });
}

/** What the record of a finalised review shows again: its findings, and its clocks. */
function foundIn({ record, review }: ReviewContent) {
  return [
    checkReview(record, review.id, { ...given, otherChildren: [] }),
    clocksOf(record, review, given.settings, given.today),
  ];
}

describe.each(readCaseload())('the facts in the content of each review of $name', ({ file }) => {
  const record = recordFromCaseFile(file);

  it('are all that its documents say, and all that is found in it', () => {
    for (const { id } of record.reviews) {
      const content = contentOf(record, id);
      const whole = withEverything(content, record);
      expect(said(content, record)).toEqual(said(whole, record));
      expect(foundIn(content)).toEqual(foundIn(whole));
    }
  });
});

describe('the dates in a content', () => {
  const on = isoDate('2026-10-05');
  const last = isoDate('2026-05-03');
  // Few days, so that some fall together.
  const day = fc.integer({ min: -30, max: 7 }).map((months) => addDays(on, months * 30));
  const kinds = [
    'dental-check',
    'sdq',
    'health-other',
    'legal-review',
    'court-hearing',
    'missing',
    'return-interview',
    'visit',
  ] as const;
  const dated = fc.record(
    {
      kind: fc.constantFrom(...kinds),
      label: fc.constantFrom('Teenage vaccinations', 'Asthma nurse'),
      on: day,
      dueOn: day,
      nextDueOn: day,
      score: fc.integer({ min: 0, max: 40 }),
      by: fc.constantFrom('Asked the nurse', 'Petra Mockford'),
      line: fc.constantFrom('All well', 'Next in May'),
      isRefused: fc.boolean(),
      audience: fc.constant({ level: 'worker-and-iro' as const }),
    },
    { requiredKeys: ['kind'] },
  );
  const events = fc
    .array(fc.tuple(dated, fc.option(fc.integer({ min: 0, max: 19 }), { nil: undefined })), { maxLength: 20 })
    .map((rows) =>
      rows.map(([row, about], index) =>
        anEvent({
          ...row,
          id: `event-${index}`,
          ...(about !== undefined && about < rows.length && { aboutEventId: `event-${about}` }),
        }),
      ),
    );
  const reviews = [aReview({ id: 'review-0', number: 6 }), aReview({ number: 7 })];
  const meetings = [aMeeting({ reviewIds: ['review-0'], on: last }), aMeeting({ on })];
  // More actions than a plan should have, unless the child is in proceedings; section 20 asks for a legal review.
  const actions = Array.from({ length: 12 }, (_, position) => anAction({ position }));
  const recordWith = (rows: readonly DatedEvent[], isFirst = false) =>
    aRecord({
      actions,
      periods: [legalStatus('section-20', '2024-01-01')],
      events: rows,
      reviews: isFirst ? reviews.slice(1) : reviews,
      meetings: isFirst ? meetings.slice(1) : meetings,
    });

  /** Every table of dates and the chair's list, for a reader who has some of the events. */
  const tablesOf = (content: ReviewContent, has: (event: DatedEvent) => boolean) => {
    const record = { ...content.record, events: content.record.events.filter(has) };
    const context = contextOf({ ...content, record }, draftState, { reader: 'service-file' });
    return [
      ...sectionKeys.map((key) => [checksTable(context, key), episodesTable(context, key)]),
      whatToAskAbout(context),
    ];
  };

  it('give every table that all dates of the child would, with and without what is flagged', () => {
    fc.assert(
      fc.property(events, fc.boolean(), (rows, isFirst) => {
        const record = recordWith(rows, isFirst);
        const content = contentOf(record, 'review-1');
        const whole = withEverything(content, record);
        for (const has of [() => true, ({ audience }: DatedEvent) => !isFlagged(audience)])
          expect(tablesOf(content, has)).toEqual(tablesOf(whole, has));
        expect(foundIn(content)).toEqual(foundIn(whole));
      }),
      { numRuns: 300 },
    );
  });

  it('are those since the last review, and of each check what was last found before it', () => {
    const check = (id: string, when: string, score?: number) =>
      anEvent({ id, kind: 'sdq', on: isoDate(when), ...(score !== undefined && { score }) });
    const rows = [
      check('oldest', '2023-01-10', 12),
      check('before', '2024-01-10', 14),
      check('unscored', '2024-06-10'),
      check('last', '2025-01-10', 17),
      anEvent({ id: 'visit-then', kind: 'visit', on: isoDate('2026-04-01') }),
      anEvent({ id: 'visit-now', kind: 'visit', on: isoDate('2026-06-01') }),
      anEvent({ id: 'gone', kind: 'missing', on: isoDate('2026-04-30') }),
      anEvent({ id: 'talk', kind: 'return-interview', on: isoDate('2026-05-06'), aboutEventId: 'gone' }),
      anEvent({
        id: 'hidden',
        kind: 'visit',
        on: isoDate('2023-01-01'),
        audience: { level: 'worker-and-iro' },
      }),
    ];
    const kept = contentOf(recordWith(rows), 'review-1').record.events.map(({ id }) => id);
    expect(kept).toEqual(['before', 'last', 'visit-now', 'gone', 'talk', 'hidden']);
  });
});

describe('what a content leaves out', () => {
  it('is what earlier reviews said, who met then, and the papers of other reviews', () => {
    const earlier = aReview({
      id: 'review-0',
      number: 6,
      countedOn: isoDate('2026-05-02'),
      pageOne: { quotePointIds: [], whereThingsAre: ['Earlier sentence.'] },
      participation: { offered: 'Earlier offer' },
    });
    const record = aRecord({
      reviews: [earlier, aReview()],
      meetings: [
        aMeeting({
          reviewIds: ['review-0'],
          on: isoDate('2026-05-03'),
          attendees: [{ name: 'Earlier guest', role: 'carer', how: 'attended' }],
        }),
        aMeeting({ id: 'both', reviewIds: ['review-0', 'review-1'], on: isoDate('2026-10-05') }),
      ],
      papers: [
        aPaper({ reviewId: 'review-0', title: 'Earlier paper' }),
        aPaper({ title: 'Earlier paper of none' }),
        aPaper({ id: 'own', reviewId: 'review-1' }),
      ],
    });
    const { record: kept } = contentOf(record, 'review-1');
    expect(JSON.stringify(kept)).not.toContain('Earlier');
    const { id, childId, kind, number, chairedBy, countsAsStatutory, countedOn } = earlier;
    const header = { id, childId, kind, number, chairedBy, countsAsStatutory, countedOn };
    // The day of a meeting that served both stays the earlier review's day too.
    expect(kept.reviews[0]).toEqual({ ...header, heldOn: '2026-10-05' });
    expect(kept.meetings.map((row) => [row.id, row.reviewIds])).toEqual([['both', ['review-1']]]);
    expect(kept.papers.map((row) => row.id)).toEqual(['own']);
    expect(kept.reviews.map((row) => heldOn(kept, row))).toEqual(['2026-10-05', '2026-10-05']);
  });
});
