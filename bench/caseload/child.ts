import type { IsoDate } from '../../shared/domain/dates.ts';
import { addDays, ageOn, daysBetween } from '../../shared/domain/dates.ts';
import { ChildId } from '../../shared/domain/ids.ts';
import type { ChildRecord } from '../../shared/domain/model/record.ts';
import { emptyRecord } from '../../shared/domain/model/record.ts';
import type { Language } from '../text/zipfText.ts';
import { textFrom } from '../text/zipfText.ts';
import type { Beginning } from './facts.ts';
import { childOf, eventsOf, papersOf, peopleOf, periodsOf, risksOf } from './facts.ts';
import { idOn } from './ids.ts';
import { minutesOf } from './minutes.ts';
import { actionsOf, decisionsOf, progressOf, stillOpen } from './plan.ts';
import type { Size } from './sizes.ts';
import { benchDay, benchSeed, isHeavy, lastReviewOn, reviewInterval } from './sizes.ts';

/** How long ago a review was held decides how far its writing-up has come. Days. */
export const stages = { decisionsFinalised: 7, recordFinalised: 21, issued: 28 } as const;

/** Words of narrative beside points, decisions and actions; those come to some 670 a review. */
const narrativeWords = 1_886;
const heavyNarrativeWords = 3_300;

/** Ordinary records are between half and twice the mean, with the mean kept. */
function wordsFor(source: Beginning['source']): number {
  return Math.round(narrativeWords * (0.5 + source.random.next()));
}

function withReview(
  record: ChildRecord,
  open: ReturnType<typeof stillOpen>,
  given: { start: Beginning; on: IsoDate; number: number; isHeavyOne: boolean },
): { record: ChildRecord; open: ReturnType<typeof stillOpen> } {
  const { start, on, number, isHeavyOne } = given;
  const { source, childId } = start;
  const age = ageOn(record.child.dateOfBirth, on);
  const words = isHeavyOne ? heavyNarrativeWords : wordsFor(source);
  const people = record.people;
  const minutes = minutesOf({ source, childId, on, number, age, people, words, isHeavy: isHeavyOne });
  const daysAgo = daysBetween(on, benchDay);
  const isSent = daysAgo >= stages.decisionsFinalised;
  const review = { ...minutes.review, ...(isSent && { decisionsSentOn: addDays(on, 5) }) };
  const at = { source, review, on };
  const decisions = decisionsOf(at, minutes.points, daysAgo >= stages.recordFinalised);
  // 150,000 actions over 14,000 reviews are 10.71 each: eleven, and ten at every fourth review.
  const actions = actionsOf(at, decisions, isHeavyOne ? 8 : number % 4 === 0 ? 10 : 11);
  const progress = progressOf(at, open);
  const next: ChildRecord = {
    ...record,
    reviews: [...record.reviews, review],
    meetings: [...record.meetings, minutes.meeting],
    sections: [...record.sections, ...minutes.sections],
    texts: [...record.texts, ...minutes.texts],
    notes: [...record.notes, ...minutes.notes],
    points: [...record.points, ...minutes.points],
    decisions: [...record.decisions, ...decisions],
    actions: [...record.actions, ...actions],
    progress: [...record.progress, ...progress],
  };
  return { record: next, open: stillOpen(open, progress, actions) };
}

/**
 * One child's whole record, by place in the caseload and the seed: eight years, twenty reviews. A place past the
 * end of the size is a child that its store does not hold.
 */
export function childRecord(language: Language, size: Size, index: number): ChildRecord {
  const source = textFrom(language, benchSeed + index * 7_919);
  const last = lastReviewOn(index, size);
  const since = addDays(last, -reviewInterval * size.reviewsPerChild);
  const childId = ChildId.parse(idOn(since, source.random));
  const start: Beginning = { source, childId, since, today: benchDay, isTeenager: isHeavy(index) };
  const days = Array.from({ length: size.reviewsPerChild }, (_none, place) =>
    addDays(last, -reviewInterval * (size.reviewsPerChild - 1 - place)),
  );
  const people = peopleOf(start);
  let record: ChildRecord = {
    ...emptyRecord(childOf(start)),
    people,
    periods: periodsOf(start, people),
    events: eventsOf(start),
    risks: risksOf(start),
    papers: papersOf(start, days),
  };
  let open: ReturnType<typeof stillOpen> = [];
  for (const [place, on] of days.entries()) {
    const isHeavyOne = isHeavy(index) && place === days.length - 1;
    ({ record, open } = withReview(record, open, { start, on, number: place + 1, isHeavyOne }));
  }
  return record;
}
