import type { Person } from '../domain/model/child.ts';
import type { ChildRecord } from '../domain/model/record.ts';
import { emptyRecord } from '../domain/model/record.ts';
import type { Review } from '../domain/model/review.ts';
import { previousReview } from '../domain/reviews.ts';
import {
  childFor,
  meetingsFor,
  papersFor,
  namedPerson,
  periodsFor,
  serviceMeetings,
} from './audienceFacts.ts';
import type { Judge } from './audienceJudge.ts';
import type { ReviewContent } from './content.ts';
import { headerOf } from './contentFacts.ts';

/** What the service’s sheets and the released copies filter alike, item by item. */
export type Common = Pick<
  ChildRecord,
  'events' | 'risks' | 'sections' | 'texts' | 'points' | 'decisions' | 'actions' | 'progress'
>;

/** What an earlier review said to its own readers is not said again. */
const noOwnWords = { pageOne: undefined, forManager: undefined, letter: undefined };

/** The service's own sheets: everything but what is restricted or not for this reader, and no address or phone. */
export function serviceRecord(
  content: ReviewContent,
  judge: Judge,
  common: Common,
  review: Review,
): ChildRecord {
  const { record } = content;
  return {
    ...emptyRecord(record.child),
    ...common,
    periods: record.periods.map((period) =>
      'address' in period ? { ...period, address: undefined } : period,
    ),
    people: record.people
      .filter((person) => judge.isPersonGiven(person.id))
      .map(({ phone: _phone, email: _email, address: _address, mustNotLearn: _rules, ...person }) => person),
    reviews: record.reviews.map((row) => (row.id === review.id ? review : { ...row, ...noOwnWords })),
    meetings: serviceMeetings(content, judge),
    papers: papersFor(content, judge),
  };
}
/** People whom something in the copy names by id, and its reader. */
function peopleNamed(content: ReviewContent, judge: Judge, record: ChildRecord): Person[] {
  const ids = new Set<string | undefined>([
    judge.reader.person?.id,
    ...record.points.map((point) => point.source?.personId),
    ...record.actions.map((action) => action.accountable?.personId),
    ...record.meetings.flatMap((meeting) => meeting.attendees.flatMap(({ personIds = [] }) => personIds)),
    ...record.reviews.flatMap((review) => review.duties?.parents.map(({ personId }) => personId) ?? []),
    ...record.periods.flatMap((period) => ('carerIds' in period ? (period.carerIds ?? []) : [])),
  ]);
  return content.record.people
    .filter((person) => ids.has(person.id) && judge.isPersonGiven(person.id))
    .map((person) => namedPerson(person, judge));
}

/** A released copy: built up from what was released to this reader. */
export function releasedRecord(
  content: ReviewContent,
  judge: Judge,
  common: Common,
  review: Review,
): ChildRecord {
  const { record } = content;
  const occasions = common.progress.flatMap(({ occasion }) =>
    occasion.kind === 'review' ? [occasion.reviewId] : [],
  );
  const needed = new Set<string | undefined>([
    previousReview(record, review.id)?.id,
    ...common.actions.map((action) => action.reviewId),
    ...occasions,
  ]);
  const reviews = record.reviews.flatMap((row) => {
    if (row.id === review.id) return [review];
    return needed.has(row.id) ? [headerOf(record, row)] : [];
  });
  const filtered: ChildRecord = {
    ...emptyRecord(childFor(record, judge)),
    ...common,
    periods: periodsFor(content, judge),
    reviews,
    meetings: meetingsFor(content, judge),
    papers: papersFor(content, judge),
  };
  return { ...filtered, people: peopleNamed(content, judge, filtered) };
}
