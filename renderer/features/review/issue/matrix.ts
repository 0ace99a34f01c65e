import type { Output } from '../../../../shared/contract.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { Instant } from '../../../../shared/domain/dates.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { londonDay } from '../../../../shared/domain/london.ts';
import type { Person } from '../../../../shared/domain/model/child.ts';
import type { DocumentKind } from '../../../../shared/domain/model/issue.ts';
import { releasedCopies } from '../../../../shared/domain/model/issue.ts';
import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import type { Review } from '../../../../shared/domain/model/review.ts';
import { standingFinalisation } from '../../../../shared/domain/reviews.ts';
import type { Passed } from '../../../../shared/report/leak.ts';
import { notPassed } from '../../../../shared/report/leak.ts';
import type { Offers, OfferColumn } from '../../../../shared/report/offers.ts';
import {
  documentsOf,
  offerColumns,
  offersTo,
  offersToCaseRecord,
  offersToChild,
} from '../../../../shared/report/offers.ts';
import { isCopyKind } from '../../../../shared/report/recipient.ts';

export type Readiness = Output<'document:readiness'>[number];
export type Problem = Readiness['problems'][number];

/** Reasons for letting a common word stand, by the document and its reader. */
export type PassedHits = Readonly<Record<string, readonly Passed[]>>;

export const passKey = (document: DocumentKind, personId: string | undefined) =>
  `${document} ${personId ?? ''}`;

export type CellState =
  | { readonly kind: 'never' | 'none' | 'ready' }
  | { readonly kind: 'gone' | 'filed'; readonly on: IsoDate }
  | { readonly kind: 'waits'; readonly why: string }
  | { readonly kind: 'blocked'; readonly problems: readonly Problem[] }
  | { readonly kind: 'to-file' };

export type Cell = {
  readonly column: OfferColumn;
  readonly document: DocumentKind | undefined;
  readonly state: CellState;
  readonly withheld: number;
};

export type Row = {
  /** `child`, `case-record`, or the person's id. */
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly person: Person | undefined;
  readonly cells: readonly Cell[];
  /** How many things the copy of this reader leaves out; undefined where nothing is offered. */
  readonly leavesOut: number | undefined;
};

export type MatrixGiven = {
  readonly record: ChildRecord;
  readonly review: Review;
  readonly readiness: readonly Readiness[];
  readonly passed: PassedHits;
  readonly age: number;
};

/** Problems that still stand in the way, after what the officer passed with a reason. */
export function openProblems(
  problems: readonly Problem[],
  passed: PassedHits[string] = [],
): readonly Problem[] {
  return notPassed(problems, passed, ({ seen }) => seen);
}

/** The finalisation that a document rests on. */
const restsOn = (document: DocumentKind) =>
  document === 'decisions' || document === 'manager' ? 'decisions' : 'record';

/** The newest time that this document, as it stands, went to this reader; an earlier edition does not count. */
export function goneOn(
  { record, review }: Pick<MatrixGiven, 'record' | 'review'>,
  document: DocumentKind,
  personId: PersonId | undefined,
): IsoDate | undefined {
  const standing = standingFinalisation(record, review.id, restsOn(document));
  if (!standing) return undefined;
  const at = record.issued
    .filter(
      (row) =>
        row.reviewId === review.id &&
        row.document === document &&
        row.personId === personId &&
        row.edition >= standing.edition,
    )
    .map((row) => row.at)
    .sort()
    .at(-1);
  return at === undefined ? undefined : londonDay(Instant.parse(at));
}

function stateOf(given: MatrixGiven, document: DocumentKind, personId: PersonId | undefined): CellState {
  const gone = goneOn(given, document, personId);
  if (gone) return { kind: 'gone', on: gone };
  const ready = given.readiness.find((row) => row.document === document && row.personId === personId);
  if (!ready) return { kind: 'none' };
  if (document === 'letter' && given.review.letter === undefined)
    return { kind: 'waits', why: 'Not written' };
  const isCopy = releasedCopies.includes(document) && document !== 'letter';
  const hasReleases = given.record.releases.some(
    (row) => row.reviewId === given.review.id && row.personId === personId,
  );
  if (isCopy && !hasReleases) return { kind: 'waits', why: 'Nothing released' };
  const problems = openProblems(ready.problems, given.passed[passKey(document, personId)]);
  if (problems.length > 0) return { kind: 'blocked', problems };
  return ready.waitsFor === undefined ? { kind: 'ready' } : { kind: 'waits', why: 'Waits' };
}

/** The documents of a column that went out and are to be in the case record. */
export function issuedKinds({ record, review }: Pick<MatrixGiven, 'record' | 'review'>): DocumentKind[] {
  const kinds = record.issued
    .filter((row) => row.reviewId === review.id && row.document !== 'chair')
    .filter((row) => {
      const standing = standingFinalisation(record, review.id, restsOn(row.document));
      return standing !== undefined && row.edition >= standing.edition;
    })
    .map((row) => row.document);
  return [...new Set(kinds)];
}

/** The day on which a document, as it stands, was filed to the case record. */
export function filedOn(
  { record, review }: Pick<MatrixGiven, 'record' | 'review'>,
  document: DocumentKind,
): IsoDate | undefined {
  const standing = standingFinalisation(record, review.id, restsOn(document));
  if (!standing) return undefined;
  const since = londonDay(Instant.parse(standing.at));
  return record.filings
    .filter((row) => row.reviewId === review.id && row.document === document && row.on >= since)
    .map((row) => row.on)
    .sort()
    .at(-1);
}

const columnOf = (document: DocumentKind): OfferColumn | undefined =>
  isCopyKind(document) ? 'copy' : offerColumns.find((column) => column === document);

/** What the case record has of one column: filed once every document of it that went out is there. */
function filingState(given: MatrixGiven, column: OfferColumn, document: DocumentKind | undefined): CellState {
  const kinds = issuedKinds(given).filter((kind) => columnOf(kind) === column);
  if (kinds.length === 0)
    return document === undefined ? { kind: 'none' } : stateOf(given, document, undefined);
  const days = kinds.flatMap((kind) => filedOn(given, kind) ?? []);
  const last = [...days].sort().at(-1);
  return days.length === kinds.length && last ? { kind: 'filed', on: last } : { kind: 'to-file' };
}

function cellsOf(
  given: MatrixGiven,
  offers: Offers,
  personId: PersonId | undefined,
  isCaseRecord: boolean,
): Cell[] {
  return offerColumns.map((column): Cell => {
    const offer = offers[column];
    const document = offer.kind === 'offered' ? offer.document : undefined;
    const withheld =
      given.readiness.find((row) => row.document === document && row.personId === personId)?.withheld ?? 0;
    const shared = { column, document, withheld };
    if (isCaseRecord) return { ...shared, state: filingState(given, column, document) };
    if (document !== undefined) return { ...shared, state: stateOf(given, document, personId) };
    return { ...shared, state: { kind: offer.kind === 'never' ? 'never' : 'none' } };
  });
}

const lessons = {
  address: 'address',
  school: 'school',
  'carers-surname': 'carers’ surname',
  phone: 'phone number',
  person: 'another person',
  other: 'certain words',
} as const;

/** What they are to the child, for the officer: the "your" of a child's own words goes. */
export function relationOf({ relationship = '', role }: Person): string {
  const words = relationship.trim().replace(/^your /iu, '');
  return words === '' ? role.replaceAll('-', ' ') : words;
}

/** "father; not the address or school": what they are to the child, and what they must not learn. */
export function noteOf(person: Person): string {
  const words = relationOf(person);
  const hidden = [...new Set((person.mustNotLearn ?? []).map(({ what }) => lessons[what]))];
  return hidden.length === 0 ? words : `${words}; not the ${hidden.join(' or ')}`;
}

/** The letter is released by being written: it leaves nothing out that could be counted. */
const mainOrder: readonly OfferColumn[] = ['copy', 'service-file', 'decisions', 'manager'];

function leavesOut(cells: readonly Cell[]): number | undefined {
  for (const column of mainOrder) {
    const cell = cells.find((candidate) => candidate.column === column && candidate.document !== undefined);
    if (cell) return cell.withheld;
  }
  return undefined;
}

/** Who gets what: the child, each person with a copy, the case record; and apart those for whom none is chosen. */
export function matrixOf(given: MatrixGiven): {
  readonly rows: readonly Row[];
  readonly without: readonly Person[];
} {
  const { record, age } = given;
  const people = record.people.filter((person) => documentsOf(offersTo(person)).length > 0);
  const row = (id: string, name: string, note: string, person: Person | undefined, cells: Cell[]): Row => ({
    id,
    name,
    note,
    person,
    cells,
    leavesOut: leavesOut(cells),
  });
  return {
    rows: [
      row(
        'child',
        record.child.fullName,
        `${age}, whose review this is`,
        undefined,
        cellsOf(given, offersToChild, undefined, false),
      ),
      ...people.map((person) =>
        row(
          person.id,
          person.name,
          noteOf(person),
          person,
          cellsOf(given, offersTo(person), person.id, false),
        ),
      ),
      row(
        'case-record',
        'Case record',
        'the council’s own system',
        undefined,
        cellsOf(given, offersToCaseRecord, undefined, true),
      ),
    ],
    without: record.people.filter((person) => !people.includes(person)),
  };
}

export type Tally = { readonly ready: number; readonly blocked: number; readonly toFile: number };

export function tallyOf(rows: readonly Row[]): Tally {
  const states = rows.flatMap(({ cells }) => cells.map(({ state }) => state.kind));
  const count = (kind: CellState['kind']) => states.filter((state) => state === kind).length;
  return { ready: count('ready'), blocked: count('blocked'), toFile: count('to-file') };
}
