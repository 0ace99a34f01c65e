import type * as z from 'zod';
import { dueOn } from '../../shared/domain/promises.ts';
import { Child, Paper, Period, Person } from '../../shared/domain/model/child.ts';
import { DeadlineMark } from '../../shared/domain/model/deadlineMarks.ts';
import { DatedEvent, Risk } from '../../shared/domain/model/events.ts';
import { Addendum, Filing, Finalisation, IssuedDocument, Release } from '../../shared/domain/model/issue.ts';
import { MidwayCheck } from '../../shared/domain/model/midway.ts';
import { NoteLine, Point, Section, SectionText } from '../../shared/domain/model/minutes.ts';
import type { Occasion } from '../../shared/domain/model/plan.ts';
import { Action, Decision, Progress } from '../../shared/domain/model/plan.ts';
import { Meeting, Review } from '../../shared/domain/model/review.ts';

export type SqlValue = string | number | null;

/** Every kind of record the store keeps a row for, with its type. */
export type Entities = {
  child: Child;
  period: Period;
  person: Person;
  dated_event: DatedEvent;
  risk: Risk;
  paper: Paper;
  deadline_mark: DeadlineMark;
  review: Review;
  meeting: Meeting;
  section: Section;
  section_text: SectionText;
  note_line: NoteLine;
  point: Point;
  decision: Decision;
  action: Action;
  progress: Progress;
  midway_check: MidwayCheck;
  finalisation: Finalisation;
  addendum: Addendum;
  release: Release;
  issued_document: IssuedDocument;
  filing: Filing;
};
export type EntityName = keyof Entities;

export type EntitySpec<T> = {
  readonly schema: z.ZodType<T>;
  /** Fields that are key columns of the table, and not repeated in `body`. */
  readonly keys: Readonly<Record<string, string>>;
  /** Columns derived from the fields, for queries and constraints. */
  readonly columns: (value: T) => Readonly<Record<string, SqlValue>>;
};

const none = () => ({});
const id = { id: 'id' };
const childKeys = { ...id, childId: 'child_id' };
const reviewKeys = { ...childKeys, reviewId: 'review_id' };

/** How an occasion is written in the column that makes it unique for an action. */
export function occasionKey(occasion: Occasion): string {
  return occasion.kind === 'review' ? `review:${occasion.reviewId}` : `midway:${occasion.on}`;
}

/** One place for how each record becomes a row. The table's name is the key. */
export const entitySpecs: { readonly [K in EntityName]: EntitySpec<Entities[K]> } = {
  child: {
    schema: Child,
    keys: id,
    columns: (child) => ({ full_name: child.fullName, date_of_birth: child.dateOfBirth }),
  },
  period: {
    schema: Period,
    keys: childKeys,
    columns: (period) => ({ kind: period.kind, from_day: period.from, to_day: period.to ?? null }),
  },
  person: {
    schema: Person,
    keys: childKeys,
    columns: (person) => ({ name: person.name, role: person.role }),
  },
  dated_event: {
    schema: DatedEvent,
    keys: childKeys,
    columns: (event) => ({
      kind: event.kind,
      on_day: event.on ?? null,
      due_day: event.nextDueOn ?? event.dueOn ?? null,
    }),
  },
  risk: {
    schema: Risk,
    keys: childKeys,
    columns: (risk) => ({ type: risk.type, rating: risk.rating, closed_on: risk.closedOn ?? null }),
  },
  // A paper may belong to a review, but is the child's: its review is in the body.
  paper: {
    schema: Paper,
    keys: childKeys,
    columns: (paper) => ({ kind: paper.kind, received_on: paper.receivedOn }),
  },
  deadline_mark: { schema: DeadlineMark, keys: childKeys, columns: (mark) => ({ kind: mark.kind }) },
  review: { schema: Review, keys: childKeys, columns: (review) => ({ number: review.number }) },
  meeting: { schema: Meeting, keys: id, columns: (meeting) => ({ on_day: meeting.on }) },
  section: {
    schema: Section,
    keys: { childId: 'child_id', reviewId: 'review_id', key: 'key' },
    columns: none,
  },
  section_text: { schema: SectionText, keys: reviewKeys, columns: none },
  note_line: { schema: NoteLine, keys: reviewKeys, columns: none },
  point: {
    schema: Point,
    keys: reviewKeys,
    columns: (point) => ({ kind: point.kind, section: point.section }),
  },
  decision: { schema: Decision, keys: reviewKeys, columns: none },
  action: {
    schema: Action,
    keys: reviewKeys,
    // The decision stays in the body too: an undo and the audit's way back must restore it.
    columns: (action) => ({
      decision_id: action.decisionId ?? null,
      due_on: dueOn(action) ?? null,
      accountable:
        (action.accountable?.kind === 'named' ? action.accountable.name : action.accountable?.heldBy) ?? null,
    }),
  },
  progress: {
    schema: Progress,
    keys: { ...childKeys, actionId: 'action_id' },
    columns: (entry) => ({ occasion: occasionKey(entry.occasion), value: entry.value }),
  },
  midway_check: {
    schema: MidwayCheck,
    keys: reviewKeys,
    columns: (check) => ({ on_day: check.on, completed_on: check.completedOn ?? null }),
  },
  finalisation: {
    schema: Finalisation,
    keys: { ...reviewKeys, kind: 'kind', edition: 'edition', sha256: 'sha256' },
    columns: none,
  },
  addendum: { schema: Addendum, keys: reviewKeys, columns: none },
  release: { schema: Release, keys: { ...reviewKeys, personId: 'person_id', item: 'item' }, columns: none },
  issued_document: { schema: IssuedDocument, keys: reviewKeys, columns: none },
  filing: { schema: Filing, keys: reviewKeys, columns: none },
};

/** True for the name of a kind of record, never for what an object inherits. */
export function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(entitySpecs, name);
}

/** The row id of a record: a section is known by its review and key. */
export function rowIdOf(name: EntityName, value: Entities[EntityName]): string {
  if (name === 'section' && 'key' in value) return `${value.reviewId}.${value.key}`;
  if ('id' in value) return value.id;
  throw new TypeError(`A ${name} has an id`);
}
