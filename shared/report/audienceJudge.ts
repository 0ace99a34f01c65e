import type { Person } from '../domain/model/child.ts';
import type { Action, Decision } from '../domain/model/plan.ts';
import { promisedActions } from '../domain/promises.ts';
import { meetingsOf } from '../domain/reviews.ts';
import { anchorsOf, paragraphsOf } from '../richText.ts';
import type { Reader } from './audienceReader.ts';
import { mustNotLearn } from './audienceReader.ts';
import type { ReviewContent } from './content.ts';
import type { ReleasableItem } from './releaseItem.ts';
import { isReleased, markOf } from './releaseItem.ts';
import { itemsOf } from './releaseItems.ts';
import { itemName } from './releaseNames.ts';

/** Why a copy does not have an item. */
export const reasons = {
  'not-released': 'Not released to this reader',
  flagged: 'Flagged: released alone, with a reason',
  restricted: 'Service file only',
  'not-for-reader': 'Not for this reader',
  'with-point': 'It holds the words of a withheld point',
  'no-safe-wording': 'A private point stands behind it, and it has no safe wording',
} as const;
export type Reason = keyof typeof reasons;

/** What a reader reads in place of a decision's or an action's own words. */
export type Wording = {
  readonly words: string;
  /** The safe wording stands for the own one; what else the row says in free words is left out too. */
  readonly isSafe: boolean;
};

/** What one reader may have of one review. */
export type Judge = {
  readonly reader: Reader;
  readonly items: readonly ReleasableItem[];
  /** Undefined when the reader has it. Names of no item are never given to a released copy. */
  readonly reasonFor: (name: string) => Reason | undefined;
  readonly isGiven: (name: string) => boolean;
  readonly isPersonGiven: (id: string) => boolean;
  /** Undefined: not without a safe wording. */
  readonly wordingOf: (decision: Decision) => Wording | undefined;
  readonly whatOf: (action: Action) => Wording | undefined;
};

/** The item alone, before what it rests on is looked at. */
function firstReason(item: ReleasableItem, { person, reading, releases }: Reader): Reason | undefined {
  if (reading === 'all' || item.name === itemName.fact('age')) return undefined;
  if (item.isRestricted) return 'restricted';
  if (person !== undefined && item.notFor.includes(person.id)) return 'not-for-reader';
  if (reading === 'service' || isReleased(item, releases)) return undefined;
  return item.isFlagged ? 'flagged' : 'not-released';
}

/** Facts that a reader must not learn stay out whatever was released. */
export function forbiddenFacts(reader: Pick<Reader, 'person'>): Set<string> {
  return new Set([
    ...(mustNotLearn(reader, 'address') ? [itemName.fact('address'), itemName.fact('provider')] : []),
    ...(mustNotLearn(reader, 'school') ? [itemName.fact('school')] : []),
    ...(mustNotLearn(reader, 'carers-surname') ? [itemName.fact('carers')] : []),
  ]);
}

function peopleJudge(content: ReviewContent, reader: Reader, isReleasedPerson: (person: Person) => boolean) {
  const hidden = new Set(
    (reader.person?.mustNotLearn ?? []).flatMap((rule) =>
      rule.what === 'person' && rule.personId !== undefined ? [rule.personId] : [],
    ),
  );
  const given = new Set<string>(
    content.record.people
      .filter(
        (person) => person.id === reader.person?.id || (!hidden.has(person.id) && isReleasedPerson(person)),
      )
      .map((person) => person.id),
  );
  return (id: string) => given.has(id);
}

/** The names of paragraphs that anchor a point which the reader does not have. */
function paragraphsWithPoints(content: ReviewContent, isPointGiven: (id: string) => boolean): Set<string> {
  const known = new Set<string>(content.record.points.map((point) => point.id));
  return new Set(
    content.record.texts.flatMap((text) =>
      paragraphsOf(text.body).flatMap((paragraph, index) =>
        anchorsOf(paragraph).some((id) => known.has(id) && !isPointGiven(id))
          ? [itemName.paragraph(text.id, index)]
          : [],
      ),
    ),
  );
}

/**
 * Whether a decision comes from something private that this reader does not have: a flagged point behind it. A
 * point that the record no longer holds may have been flagged, so a released copy takes it as private.
 */
function privateDecisions(content: ReviewContent, reader: Reader, hasWords: (id: string) => boolean) {
  const { points, decisions, people } = content.record;
  const isPrivate = (id: string) => {
    const point = points.find((candidate) => candidate.id === id);
    if (point === undefined) return reader.reading === 'released';
    return markOf([point.audience], people).isFlagged && !hasWords(id);
  };
  const known = new Map(decisions.map((decision) => [decision.id, decision.pointIds.some(isPrivate)]));
  return (id: Decision['id']) => known.get(id) ?? reader.reading === 'released';
}

/** `isSafe` words first in every released copy: the officer wrote them because something private stands behind. */
function chosenWords(
  own: string,
  safe: string | undefined,
  isPrivate: boolean,
  reading: Reader['reading'],
): Wording | undefined {
  const hasSafe = /\S/.test(safe ?? '');
  if (reading === 'all') return { words: own, isSafe: false };
  if (hasSafe && (isPrivate || reading === 'released')) return { words: safe ?? '', isSafe: true };
  return isPrivate ? undefined : { words: own, isSafe: false };
}

/** The items whose words are a decision's or an action's, with what the reader reads there. */
function wordedItems(
  content: ReviewContent,
  wordingOf: Judge['wordingOf'],
  whatOf: Judge['whatOf'],
): Map<string, Wording | undefined> {
  const { record, review } = content;
  return new Map([
    ...record.decisions.map((row) => [itemName.decision(row.id), wordingOf(row)] as const),
    ...record.actions.map((row) => [itemName.action(row.id), whatOf(row)] as const),
    ...promisedActions(record, review.id).flatMap(({ action, progress }) =>
      progress ? [[itemName.progress(progress.id), whatOf(action)] as const] : [],
    ),
  ]);
}

/** Attendees through whom the reader would learn of somebody withheld. */
function attendeesHidden(
  { record, review }: ReviewContent,
  isPersonGiven: (id: string) => boolean,
): Set<string> {
  return new Set(
    meetingsOf(record, review).flatMap((meeting) =>
      meeting.attendees.flatMap((attendee, index) =>
        (attendee.personIds ?? []).some(
          (id) => record.people.some((person) => person.id === id) && !isPersonGiven(id),
        )
          ? [itemName.attendee(meeting.id, index)]
          : [],
      ),
    ),
  );
}

/** Weighs every item of a review for one reader. */
export function judgeFor(content: ReviewContent, reader: Reader): Judge {
  const items = itemsOf(content);
  const first = new Map(items.map((item) => [item.name, firstReason(item, reader)]));
  const isFree = (name: string) => first.has(name) && first.get(name) === undefined;
  const isPersonGiven = peopleJudge(
    content,
    reader,
    (person) => !first.has(itemName.person(person.id)) || isFree(itemName.person(person.id)),
  );
  const isPointGiven = (id: string) => isFree(`point:${id}`);
  const withPoints = paragraphsWithPoints(content, isPointGiven);
  const isPrivate = privateDecisions(
    content,
    reader,
    (id) => isPointGiven(id) || isFree(`page-one:quote:${id}`),
  );
  const wordingOf = (decision: Decision) =>
    chosenWords(decision.wording, decision.safeWording, isPrivate(decision.id), reader.reading);
  const whatOf = ({ what, safeWording, decisionId }: Action) =>
    chosenWords(what, safeWording, decisionId !== undefined && isPrivate(decisionId), reader.reading);
  const worded = wordedItems(content, wordingOf, whatOf);
  const hidden = new Set([...forbiddenFacts(reader), ...attendeesHidden(content, isPersonGiven)]);
  const reasonFor = (name: string): Reason | undefined => {
    if (reader.reading === 'all') return undefined;
    const reason = first.has(name) ? first.get(name) : 'not-released';
    if (reason !== undefined) return reason;
    if (hidden.has(name)) return 'not-for-reader';
    if (withPoints.has(name)) return 'with-point';
    return worded.has(name) && worded.get(name) === undefined ? 'no-safe-wording' : undefined;
  };
  const isGiven = (name: string) => reasonFor(name) === undefined;
  return { reader, items, reasonFor, isGiven, isPersonGiven, wordingOf, whatOf };
}
