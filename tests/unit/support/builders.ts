import type * as z from 'zod';
import type { CaseDeadlineMark } from '../../../shared/domain/model/deadlineMarks.ts';
import { DeadlineMark } from '../../../shared/domain/model/deadlineMarks.ts';
import { DatedEvent, Risk } from '../../../shared/domain/model/events.ts';
import { Child, Paper, Period, Person } from '../../../shared/domain/model/child.ts';
import {
  Addendum,
  FieldDraft,
  Filing,
  Finalisation,
  IssuedDocument,
  Release,
} from '../../../shared/domain/model/issue.ts';
import { MidwayCheck } from '../../../shared/domain/model/midway.ts';
import { NoteLine, Point, Section, SectionText } from '../../../shared/domain/model/minutes.ts';
import { Action, Decision, Progress } from '../../../shared/domain/model/plan.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { emptyRecord } from '../../../shared/domain/model/record.ts';
import { Meeting, Review } from '../../../shared/domain/model/review.ts';
import { richTextFromPlain } from '../../../shared/richText.ts';

/*
 * Rows of a record for tests: invented people only. Each builder takes what matters to the test and fills in the
 * rest; it goes through the row's own schema, so that no test can hold what the store could not. Ids are counted
 * up unless given; everything belongs to `child-1` and `review-1` unless told.
 */

let made = 0;
function nextId(kind: string): string {
  made += 1;
  return `${kind}-${String(made).padStart(5, '0')}`;
}

export const childId = 'child-1';
export const reviewId = 'review-1';

export function aChild(given: Partial<z.input<typeof Child>> = {}): Child {
  return Child.parse({
    id: childId,
    fullName: 'Juniper Samplewick',
    preferredName: 'Juniper',
    pronouns: 'she/her',
    dateOfBirth: '2017-03-02',
    voice: 'to-you',
    ...given,
  });
}

type PeriodGiven = z.input<typeof Period>;
/** A period of any kind: `aPeriod({ kind: 'school', name: 'Mockridge Primary', from: '2022-09-01' })`. */
export function aPeriod(
  given: PeriodGiven extends infer Variant
    ? Variant extends PeriodGiven
      ? Omit<Variant, 'id' | 'childId'> & { id?: string; childId?: string }
      : never
    : never,
): Period {
  return Period.parse({ id: nextId('period'), childId, ...given });
}
export function lookedAfter(from: string, to?: string): Period {
  return aPeriod({ kind: 'looked-after', from, ...(to && { to }) });
}
export function legalStatus(
  status: Extract<PeriodGiven, { kind: 'legal-status' }>['status'],
  from: string,
  to?: string,
): Period {
  return aPeriod({ kind: 'legal-status', status, from, ...(to && { to }) });
}

export function aPerson(given: Partial<z.input<typeof Person>> = {}): Person {
  return Person.parse({ id: nextId('person'), childId, name: 'Petra Mockford', role: 'carer', ...given });
}

export function anEvent(given: Partial<z.input<typeof DatedEvent>> = {}): DatedEvent {
  return DatedEvent.parse({ id: nextId('event'), childId, kind: 'other', ...given });
}

export function aRisk(given: Partial<z.input<typeof Risk>> = {}): Risk {
  return Risk.parse({
    id: nextId('risk'),
    childId,
    type: 'online',
    title: 'Strangers on a game',
    rating: 'medium',
    ratedOn: '2026-09-01',
    covers: [],
    events: [],
    urgentSteps: [],
    ...given,
  });
}

export function aPaper(given: Partial<z.input<typeof Paper>> = {}): Paper {
  return Paper.parse({
    id: nextId('paper'),
    childId,
    kind: 'worker-report',
    title: 'Worker’s report',
    receivedOn: '2026-09-30',
    ...given,
  });
}

/** A third or later review, held unless its meetings say otherwise; nothing about it is filled in yet. */
export function aReview(given: Partial<z.input<typeof Review>> = {}): Review {
  return Review.parse({
    id: reviewId,
    childId,
    kind: 'looked-after',
    number: 7,
    chairedBy: 'Morwenna Placeholder',
    countsAsStatutory: true,
    ...given,
  });
}

export function aMeeting(given: Partial<z.input<typeof Meeting>> = {}): Meeting {
  return Meeting.parse({
    id: nextId('meeting'),
    reviewIds: [reviewId],
    on: '2026-10-05',
    attendees: [],
    ...given,
  });
}

export function aSection(
  given: Partial<z.input<typeof Section>> & Pick<z.input<typeof Section>, 'key'>,
): Section {
  return Section.parse({ reviewId, childId, ...given });
}

type TextGiven = Partial<Omit<z.input<typeof SectionText>, 'body'>> &
  Pick<z.input<typeof SectionText>, 'section'> & { body: string | z.input<typeof SectionText>['body'] };
/** One text of a section, its body plain or rich; the account unless told. */
export function aText({ body, ...given }: TextGiven): SectionText {
  const row = { childId, reviewId, part: 'account' as const, ...given };
  return SectionText.parse({
    id: `${row.reviewId}.${row.section}.${row.part}`,
    ...row,
    body: typeof body === 'string' ? richTextFromPlain(body) : body,
  });
}

export function aNote(given: Partial<z.input<typeof NoteLine>> = {}): NoteLine {
  return NoteLine.parse({
    id: nextId('note'),
    childId,
    reviewId,
    at: '2026-10-05T13:05:00Z',
    kind: 'note',
    text: 'A good day at school.',
    ...given,
  });
}

export function aPoint(given: Partial<z.input<typeof Point>> = {}): Point {
  return Point.parse({
    id: nextId('point'),
    childId,
    reviewId,
    section: 'health',
    kind: 'need',
    words: 'Juniper needs a dentist near the new house.',
    ...given,
  });
}

export function aDecision(given: Partial<z.input<typeof Decision>> = {}): Decision {
  return Decision.parse({
    id: nextId('decision'),
    childId,
    reviewId,
    wording: 'A dentist near home is found and the check done.',
    howWeWillKnow: 'The dentist’s letter.',
    changesCarePlan: false,
    theme: 'rest',
    pointIds: [],
    position: 0,
    ...given,
  });
}

export function anAction(given: Partial<z.input<typeof Action>> = {}): Action {
  return Action.parse({
    id: nextId('action'),
    childId,
    reviewId,
    what: 'Register with the dentist in Lower Sample and book the check',
    accountable: { kind: 'named', name: 'Tamsin Example' },
    due: { kind: 'date', on: '2026-11-02' },
    position: 0,
    history: [],
    ...given,
  });
}

export function aProgress(
  given: Partial<z.input<typeof Progress>> & Pick<z.input<typeof Progress>, 'actionId'>,
): Progress {
  return Progress.parse({
    id: nextId('progress'),
    childId,
    occasion: { kind: 'review', reviewId },
    value: 'done',
    evidence: 'Petra, carer, told the review.',
    effect: 'better',
    ...given,
  });
}

const anyHash = 'a'.repeat(64);

export function aFinalisation(given: Partial<z.input<typeof Finalisation>> = {}): Finalisation {
  return Finalisation.parse({
    id: nextId('finalisation'),
    childId,
    reviewId,
    kind: 'decisions',
    edition: 1,
    at: '2026-10-09T15:00:00Z',
    by: 'Morwenna Placeholder',
    sha256: anyHash,
    gaps: [],
    ...given,
  });
}

export function anAddendum(given: Partial<z.input<typeof Addendum>> = {}): Addendum {
  return Addendum.parse({
    id: nextId('addendum'),
    childId,
    reviewId,
    kind: 'note',
    on: '2026-11-20',
    by: 'Morwenna Placeholder',
    text: 'The reply came after the record was finalised.',
    edition: 1,
    ...given,
  });
}

export function aRelease(
  given: Partial<z.input<typeof Release>> & Pick<z.input<typeof Release>, 'personId'>,
): Release {
  return Release.parse({
    id: nextId('release'),
    childId,
    reviewId,
    item: 'group:health',
    at: '2026-10-27T10:00:00Z',
    by: 'Morwenna Placeholder',
    ...given,
  });
}

export function anIssued(given: Partial<z.input<typeof IssuedDocument>> = {}): IssuedDocument {
  return IssuedDocument.parse({
    id: nextId('issued'),
    childId,
    reviewId,
    document: 'service-file',
    recipient: 'The case record',
    at: '2026-10-27T11:00:00Z',
    by: 'Morwenna Placeholder',
    edition: 1,
    fileName: 'review-7-service-file.docx',
    sha256: anyHash,
    byteLength: 40_000,
    ...given,
  });
}

export function aFiling(given: Partial<z.input<typeof Filing>> = {}): Filing {
  return Filing.parse({
    id: nextId('filing'),
    childId,
    reviewId,
    document: 'service-file',
    on: '2026-10-28',
    reference: 'CR-0001',
    by: 'Morwenna Placeholder',
    ...given,
  });
}

export function aMidwayCheck(given: Partial<z.input<typeof MidwayCheck>> = {}): MidwayCheck {
  return MidwayCheck.parse({
    id: nextId('midway'),
    childId,
    reviewId,
    on: '2027-01-04',
    by: 'Morwenna Placeholder',
    ...given,
  });
}

/** What the officer said of a deadline: `aMark({ kind: 'late', deadline: 'decisions:r1', reason: 'court' })`. */
export function aMark(
  given: z.input<typeof CaseDeadlineMark> extends infer Variant
    ? Variant extends unknown
      ? Omit<Variant, 'id' | 'by' | 'on'> & { by?: string; on?: string }
      : never
    : never,
): DeadlineMark {
  return DeadlineMark.parse({
    id: nextId('mark'),
    childId,
    by: 'Morwenna Placeholder',
    on: '2026-10-14',
    ...given,
  });
}

export function aDraft(
  given: Partial<z.input<typeof FieldDraft>> & Pick<z.input<typeof FieldDraft>, 'record'>,
): FieldDraft {
  return FieldDraft.parse({ childId, entity: 'action', field: 'due', raw: 'TBC', baseVersion: 0, ...given });
}

/**
 * A child of nine in long-term foster care whose seventh review was held on Mon 5 Oct 2026. Nothing is written
 * up: give whole lists to replace those of the record.
 */
export function aRecord(parts: Partial<ChildRecord> = {}): ChildRecord {
  return {
    ...emptyRecord(aChild()),
    periods: [lookedAfter('2019-05-07'), legalStatus('care-order', '2019-11-20')],
    reviews: [aReview()],
    meetings: [aMeeting({ id: 'meeting-1' })],
    ...parts,
  };
}
