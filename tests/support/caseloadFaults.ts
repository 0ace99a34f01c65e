import type { CaseFile, CaseReview } from '../../shared/caseFile.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { ageOn } from '../../shared/domain/dates.ts';
import { kindsThatNeedAnswer } from '../../shared/domain/model/minutes.ts';
import { closingValues } from '../../shared/domain/model/plan.ts';
import { sectionsForAge } from '../../shared/domain/model/sections.ts';
import { ruleSetOf } from '../../shared/domain/deadlines/deadlinesOf.ts';
import { lastLawfulDay } from '../../shared/domain/deadlines/reviews.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { participationFault } from '../../shared/domain/participation.ts';
import { dueOn } from '../../shared/domain/promises.ts';
import { addWorkingDays, isWorkingDay } from '../../shared/domain/workingDays.ts';
import { readability } from '../../shared/text/readability.ts';
import { similarity } from '../../shared/text/similarity.ts';
import { fieldInitials, unknownInitials, wordCount } from '../../shared/text/words.ts';
import type { Step } from './caseload.ts';
import { heldOn, wordsIn } from './caseload.ts';

/** Each function says, in words, what is wrong with a file of the demo; nothing when it is in order. */

const { rules, calendar } = ruleSetOf(defaultSettings);

export function fullReviews(file: CaseFile): CaseReview[] {
  return file.reviews.filter((review) => review.isBeforeStore !== true);
}

function countedDay(review: CaseReview): IsoDate {
  return review.countedOn ?? heldOn(review);
}

/** Regulation 33, and meetings on days when people work. */
export function timingFaults(file: CaseFile): string[] {
  const since = file.periods.find((period) => period.kind === 'looked-after')?.from;
  const lastDay = (counted: readonly IsoDate[]): string => {
    const reviews = counted.map((on, place) => ({ id: `review-${place}`, on, number: place + 1 }));
    const facts = { counted: reviews, ...(since && { since: { id: 'since', on: since } }) };
    const due = lastLawfulDay(facts, rules, calendar);
    return due.kind === 'computed' ? due.due : '';
  };
  const counted: IsoDate[] = [];
  return file.reviews.flatMap((review) => {
    const closed = review.meetings.filter((meeting) => !isWorkingDay(meeting.on));
    const faults = closed.map((meeting) => `${meeting.id} on a day without work`);
    if (review.countsAsStatutory) {
      if (countedDay(review) > lastDay(counted)) faults.push(`${review.id} after ${lastDay(counted)}`);
      counted.push(countedDay(review));
    }
    const next = review.nextReview;
    if (next?.kind === 'date' && next.because === undefined && next.on > lastDay(counted)) {
      faults.push(`the review after ${review.id} is too late`);
    }
    return faults;
  });
}

/** Steps in order, on working days; all four exactly for a finalised review; no reply newer than its step. */
export function stepFaults(step: Step, review: CaseReview | undefined): string[] {
  if (!review) return [`${step.reviewId} is in no file`];
  const days = [step.decisionsFinalisedOn, step.repliesRecordedOn, step.recordFinalisedOn, step.issueOn];
  const given = days.flatMap((day) => day ?? []);
  const replies = review.decisions.flatMap((decision) => decision.reply ?? []);
  return [
    ...(given.length === (step.state === 'finalised' ? 4 : 0) ? [] : [`${step.reviewId}: steps missing`]),
    ...([...given].sort().join() === given.join() ? [] : [`${step.reviewId}: steps out of order`]),
    ...given.filter((day) => !isWorkingDay(day)).map((day) => `${step.reviewId}: no work on ${day}`),
    ...replies
      .filter((reply) => reply.on > (step.repliesRecordedOn ?? ''))
      .map((reply) => `${step.reviewId}: a reply of ${reply.on}`),
  ];
}

/** Later than day 5 (decisions), 15 (record) or 20 (issue). */
export function isLate(step: Step, review: CaseReview): boolean {
  const by = (count: number) => addWorkingDays(heldOn(review), count);
  return (
    (step.decisionsFinalisedOn ?? '') > by(5) ||
    (step.recordFinalisedOn ?? '') > by(15) ||
    (step.issueOn ?? '') > by(20)
  );
}

export function participationFaults(file: CaseFile, review: CaseReview): string[] {
  const code = review.participation?.code;
  if (code === undefined) return [`${review.id} has no participation code`];
  const fault = participationFault(code, file.child.dateOfBirth, countedDay(review));
  return fault === undefined ? [] : [`${review.id}: ${code} is ${fault}`];
}

export function decisionFaults(file: CaseFile): string[] {
  return file.reviews
    .flatMap((review) => review.decisions)
    .flatMap((decision) => [
      ...(/\b(?:you|your|she|her|he|his|him)\b/i.test(decision.wording)
        ? [`${decision.id} names a reader`]
        : []),
      ...(/\S/.test(decision.howWeWillKnow ?? '') ? [] : [`${decision.id}: how will we know?`]),
      ...(file.actions.some((action) => action.decisionId === decision.id)
        ? []
        : [`${decision.id} does nothing`]),
    ]);
}

export function pageOneFaults(review: CaseReview): string[] {
  const ids = review.pageOne?.quotePointIds ?? [];
  const quotes = review.points.filter((point) => ids.includes(point.id));
  const sentences = review.pageOne?.whereThingsAre.length ?? 0;
  return [
    ...(quotes.length > 0 ? [] : [`${review.id} has no quote`]),
    ...(quotes.some((point) => point.audience) ? [`${review.id} quotes a flagged point`] : []),
    ...(wordCount(quotes.map((point) => point.words).join(' ')) > 60
      ? [`${review.id}: quotes too long`]
      : []),
    ...(sentences >= 3 && sentences <= 5 ? [] : [`${review.id}: ${sentences} sentences`]),
  ];
}

/** Nothing silently empty: every section ended, every point answered, every wish told. */
export function emptinessFaults(file: CaseFile, review: CaseReview): string[] {
  const due = sectionsForAge(ageOn(file.child.dateOfBirth, heldOn(review))).filter((row) => row.takesEnding);
  const isEnded = (key: string) =>
    review.sections.some(
      (one) => one.key === key && (one.account ?? one.meaning ?? one.ending) !== undefined,
    ) || review.points.some((point) => point.section === key);
  const answered = new Set<string>(review.decisions.flatMap((decision) => decision.pointIds));
  const open = review.points.filter(
    (point) => kindsThatNeedAnswer.includes(point.kind) && !point.answer && !answered.has(point.id),
  );
  const untold = review.points.filter(
    (point) => point.kind === 'wish' && (!point.outcome?.because || !point.telling),
  );
  return [
    ...due.filter((row) => !isEnded(row.key)).map((row) => `${review.id}: ${row.key} is empty`),
    ...open.map((point) => `${point.id} has no answer`),
    ...untold.map((point) => `${point.id}: a wish without outcome, reason or telling`),
  ];
}

/** New actions are owned and lie after the review; what was due has its progress, with evidence or a reason. */
export function promiseFaults(file: CaseFile, review: CaseReview): string[] {
  const places = new Map(file.reviews.map((other, place) => [other.id, place]));
  const here = places.get(review.id) ?? -1;
  const day = heldOn(review);
  return file.actions.flatMap((action) => {
    const made = places.get(action.reviewId) ?? 99;
    const due = dueOn(action) ?? '9999';
    const first = dueOn(action.history[0]?.before ?? action) ?? due;
    const entries = action.progress.filter((entry) => entry.occasion.kind === 'review');
    const at = (entry: (typeof entries)[number]) =>
      entry.occasion.kind === 'review' ? (places.get(entry.occasion.reviewId) ?? 99) : 99;
    const own = entries.filter((entry) => at(entry) === here);
    const isClosed = entries.some((entry) => at(entry) < here && closingValues.includes(entry.value));
    return [
      ...(made === here && (first < day || !action.accountable) ? [`${action.id} is early or nobody's`] : []),
      ...(made < here && due <= day && !isClosed && own.length === 0 ? [`${action.id}: what happened?`] : []),
      ...own
        .filter((entry) => !/\S/.test((entry.value === 'not_done' ? entry.because : entry.evidence) ?? ''))
        .map((entry) => `${entry.id} gives no evidence or reason`),
    ];
  });
}

/** How much of what a review means stood in the one before, 0 to 1. */
export function sameAsBefore(file: CaseFile, review: CaseReview): number {
  const all = fullReviews(file);
  const before = all[all.indexOf(review) - 1];
  if (!before) return 0;
  const meaningOf = (one: CaseReview) => one.sections.map((section) => wordsIn(section.meaning)).join(' ');
  return similarity(meaningOf(before), meaningOf(review))?.ratio ?? 0;
}

/** The words of a record's narratives and points. */
export function recordWords(review: CaseReview): number {
  const texts = review.sections.flatMap((section) => [wordsIn(section.account), wordsIn(section.meaning)]);
  return wordCount([...texts, ...review.points.map((point) => point.words)].join(' '));
}

/** The length that the age asks for, a reading age that fits, no long sentence, no initials. */
export function letterFaults(file: CaseFile, review: CaseReview): string[] {
  const { letter } = review;
  if (!letter) return [];
  const age = ageOn(file.child.dateOfBirth, heldOn(review));
  const cards = letter.cards.flatMap((card) => [`${card.heading}.`, card.text]);
  const parts = [letter.proudOf, ...cards, ...letter.toMend, letter.staysTheSame ?? '', letter.whenWeSpeak];
  const text = parts.join('\n\n');
  const [least, most] = lengthFor(age);
  const names = [file.child.preferredName, ...file.people.map((person) => person.name)];
  const reading = readability(text, names);
  const words = wordCount(text);
  return [
    ...(words >= least && words <= most ? [] : [`${review.id}: ${words} words`]),
    ...((reading.age ?? 0) <= Math.max(age, 6) ? [] : [`${review.id}: reading age ${reading.age}`]),
    ...reading.sentences.filter((one) => one.isLong).map((one) => `${review.id}: long: ${one.text}`),
    ...unknownInitials(text, new Set(Object.keys(fieldInitials))),
  ];
}

function lengthFor(age: number): readonly [number, number] {
  if (age < 8) return [100, 200];
  return age < 13 ? [200, 400] : [300, 600];
}
