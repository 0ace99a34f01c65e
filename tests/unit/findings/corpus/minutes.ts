import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import { sectionsForAge } from '../../../../shared/domain/model/sections.ts';
import { ageAtReview } from '../../../../shared/domain/reviews.ts';
import { aCompleteReview, unchanged } from '../../support/ordinaryRecord.ts';
import { aMeeting, aRecord } from '../../support/builders.ts';

type Given = Partial<ChildRecord> & {
  /** The day of the review. */
  readonly on?: string;
  readonly review?: Parameters<typeof aCompleteReview>[0];
  /** With whom the sections were checked in which nothing was written or raised. */
  readonly checkedWith?: string;
};

/**
 * Minutes in which every section ends: what is not written or raised was checked and has not changed. Rows are
 * given as they matter; no parent, no earlier review unless given.
 */
export function minutesOf({
  on = '2026-10-05',
  review,
  checkedWith = 'the carer',
  ...parts
}: Given): ChildRecord {
  const held = aCompleteReview({
    duties: {
      spokeAlone: { outcome: 'yes', on, how: 'in the garden before the meeting' },
      parents: [],
      workerReport: { receivedOn: on },
      carePlan: { datedOn: on, meetsNeeds: 'yes', sentence: 'It meets every need raised today.' },
    },
    ...review,
  });
  const { reviews = [], meetings = [], sections = [], ...rest } = parts;
  const record = aRecord({
    ...rest,
    reviews: [...reviews, held],
    meetings: [...meetings, aMeeting({ id: 'meeting-1', on })],
  });
  const written = new Set(
    [...record.texts, ...record.points].filter((row) => row.reviewId === held.id).map((row) => row.section),
  );
  const given = new Set(sections.map(({ key }) => key));
  const silent = sectionsForAge(ageAtReview(record, held, aMeeting({ on }).on))
    .filter(({ takesEnding, key }) => takesEnding && !written.has(key) && !given.has(key))
    .map(({ key }) => key);
  return { ...record, sections: [...sections, ...unchanged(checkedWith, on, silent)] };
}
