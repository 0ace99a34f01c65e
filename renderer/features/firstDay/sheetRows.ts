import type { IsoDate } from '../../../shared/domain/dates.ts';
import { parseDate } from '../../app/parseDate.ts';
import type { ColumnField, Mapping } from './columns.ts';
import { guessMapping, namedFields } from './columns.ts';
import { hasYear } from './hasYear.ts';
import { legalStatusOf } from './legalStatusWords.ts';
import type { LegalStatus, NewChild } from './newChild.ts';
import { faultsOfNewChild, firstName } from './newChild.ts';

export type Cells = readonly (readonly string[])[];

export type SheetKey =
  | 'fullName'
  | 'forename'
  | 'surname'
  | 'preferredName'
  | 'dateOfBirth'
  | 'caseReference'
  | 'lookedAfterSince'
  | 'legalStatus'
  | 'legalStatusSince'
  | 'worker'
  | 'team'
  | 'workerSince'
  | 'lastReviewNumber'
  | 'lastReviewOn'
  | 'nextReviewOn';

/** What a caseload's spreadsheet can tell, and the headings that case systems give it. */
export const sheetFields: readonly ColumnField<SheetKey>[] = [
  {
    key: 'fullName',
    name: 'Full name',
    known: ['name', 'child', 'childs name', 'child name', 'young person'],
  },
  { key: 'forename', name: 'First name', known: ['forename', 'forenames', 'first names', 'given name'] },
  { key: 'surname', name: 'Surname', known: ['last name', 'family name'] },
  { key: 'preferredName', name: 'Preferred name', known: ['known as', 'likes to be called', 'preferred'] },
  { key: 'dateOfBirth', name: 'Date of birth', known: ['dob', 'd o b', 'born', 'birth date'] },
  {
    key: 'caseReference',
    name: 'Case number',
    known: ['reference', 'case reference', 'id', 'person id', 'client id', 'mosaic id', 'case no', 'ref'],
  },
  {
    key: 'lookedAfterSince',
    name: 'Looked after since',
    known: [
      'in care since',
      'cla start',
      'cla start date',
      'lac since',
      'became looked after',
      'date became looked after',
      'start of care',
    ],
  },
  { key: 'legalStatus', name: 'Legal status', known: ['status', 'order', 'current legal status'] },
  {
    key: 'legalStatusSince',
    name: 'Legal status since',
    known: ['order since', 'order date', 'date of order', 'legal status date'],
  },
  {
    key: 'worker',
    name: 'Social worker',
    known: ['worker', 'allocated worker', 'sw', 'allocated social worker'],
  },
  { key: 'team', name: 'Team', known: ['social work team'] },
  {
    key: 'workerSince',
    name: 'Worker since',
    known: ['social worker since', 'allocated on', 'allocation date', 'date allocated'],
  },
  {
    key: 'lastReviewNumber',
    name: 'Number of the last review',
    known: ['last review number', 'review number', 'review no', 'no of reviews', 'reviews held'],
  },
  {
    key: 'lastReviewOn',
    name: 'Date of the last review',
    known: ['last review', 'last review date', 'previous review', 'date of last review'],
  },
  {
    key: 'nextReviewOn',
    name: 'Date of the next review',
    known: ['next review', 'next review date', 'date of next review'],
  },
];

export type Sheet = {
  readonly headings: readonly string[];
  /** The rows under the headings; `number` is the row's own in the spreadsheet, from 1. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
};

const isFilled = (cell: string) => cell.trim() !== '';

/** Finds the heading row (the first that names two things or more, else the first filled one) and the rows under it. */
export function sheetFrom(cells: Cells): Sheet {
  const filled = cells
    .map((row, place) => ({ number: place + 1, cells: row }))
    .filter((row) => row.cells.some(isFilled));
  const heading = filled.find((row) => namedFields(row.cells, sheetFields) >= 2) ?? filled[0];
  if (!heading) return { headings: [], rows: [] };
  return { headings: heading.cells, rows: filled.filter((row) => row.number > heading.number) };
}

export function guessSheetMapping(sheet: Sheet): Mapping<SheetKey> {
  return guessMapping(sheet.headings, sheetFields);
}

export type RowResult =
  | { readonly kind: 'new'; readonly row: number; readonly child: NewChild }
  | { readonly kind: 'known'; readonly row: number; readonly name: string }
  | { readonly kind: 'fault'; readonly row: number; readonly name: string; readonly message: string };

export type SheetContext = {
  readonly today: IsoDate;
  /** Whom the store already holds, as {@link identityOf} says it. */
  readonly known: ReadonlySet<string>;
  /** What the officer says these words for a legal status mean, by the words in lower case. */
  readonly statusWords: Readonly<Record<string, LegalStatus>>;
};

/** The same child again: the same name, however written, born on the same day. */
export function identityOf({ fullName, dateOfBirth }: Pick<NewChild, 'fullName' | 'dateOfBirth'>): string {
  const names = fullName
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return `${(names ?? []).toSorted().join(' ')} ${dateOfBirth}`;
}

type Reader = {
  readonly text: (key: SheetKey) => string;
  readonly day: (key: SheetKey) => IsoDate | undefined;
};

function readerOf(
  cells: readonly string[],
  mapping: Mapping<SheetKey>,
  today: IsoDate,
  faults: string[],
): Reader {
  const text = (key: SheetKey) => {
    const place = mapping[key];
    return place === undefined ? '' : (cells[place] ?? '').trim().replaceAll(/\s+/g, ' ');
  };
  const nameOf = (key: SheetKey) => sheetFields.find((field) => field.key === key)?.name ?? key;
  return {
    text,
    day: (key) => {
      if (text(key) === '') return undefined;
      const day = parseDate(text(key), today);
      // A year is part of a day in a table: "5 Oct" alone is not taken for this year's.
      if (!day || !hasYear(text(key))) faults.push(`“${nameOf(key)}” is not a day: write it as 5 Oct 2026`);
      return day;
    },
  };
}

function nameIn({ text }: Reader): string {
  return text('fullName') || [text('forename'), text('surname')].filter(isFilled).join(' ');
}

function lastReviewIn({ text, day }: Reader, faults: string[]): NewChild['lastReview'] {
  const typed = text('lastReviewNumber');
  const on = day('lastReviewOn');
  const number = Number(/^\D*(\d{1,3})\D*$/.exec(typed)?.[1]);
  if (typed === '' && text('lastReviewOn') === '') return undefined;
  if (typed === '') faults.push('the last review has a day and no number');
  else if (!Number.isInteger(number) || number < 1 || number > 200)
    faults.push('the number of the last review is not a number');
  else if (text('lastReviewOn') === '') faults.push('the last review has a number and no day');
  return on && number >= 1 ? { number, on } : undefined;
}

function statusIn(
  { text }: Reader,
  { statusWords }: SheetContext,
  faults: string[],
): LegalStatus | undefined {
  const words = text('legalStatus');
  const status = legalStatusOf(words) ?? statusWords[words.toLowerCase()];
  if (words === '') faults.push('the legal status is missing');
  else if (!status) faults.push('the legal status is not known: choose what its words mean');
  return status;
}

/** One row as a child, or one message with everything that is wrong with it. */
function readRow(row: Sheet['rows'][number], mapping: Mapping<SheetKey>, context: SheetContext): RowResult {
  const faults: string[] = [];
  const reader = readerOf(row.cells, mapping, context.today, faults);
  const { text, day } = reader;
  const fullName = nameIn(reader);
  if (fullName === '') faults.push('the name is missing');
  const dateOfBirth = day('dateOfBirth');
  if (text('dateOfBirth') === '') faults.push('the date of birth is missing');
  const lookedAfterSince = day('lookedAfterSince');
  if (text('lookedAfterSince') === '') faults.push('the day they became looked after is missing');
  const legalStatus = statusIn(reader, context, faults);
  const more = {
    preferredName: text('preferredName') || firstName(fullName),
    caseReference: text('caseReference') || undefined,
    legalStatusSince: day('legalStatusSince'),
    worker: text('worker') || undefined,
    team: text('team') || undefined,
    workerSince: day('workerSince'),
    lastReview: lastReviewIn(reader, faults),
    nextReviewOn: day('nextReviewOn'),
  };
  const isWhole = fullName !== '' && dateOfBirth && lookedAfterSince && legalStatus;
  const child = isWhole ? { fullName, dateOfBirth, lookedAfterSince, legalStatus, ...more } : undefined;
  if (child && faults.length === 0) {
    faults.push(
      ...faultsOfNewChild(child, context.today).map(
        ({ message }) => `${message.slice(0, 1).toLowerCase()}${message.slice(1)}`,
      ),
    );
  }
  if (fullName !== '' && dateOfBirth && context.known.has(identityOf({ fullName, dateOfBirth }))) {
    return { kind: 'known', row: row.number, name: fullName };
  }
  if (child && faults.length === 0) return { kind: 'new', row: row.number, child };
  return { kind: 'fault', row: row.number, name: fullName, message: faults.join('; ') };
}

/** Every row of the sheet, in its order: new, already here, or one message about what is wrong. */
export function readRows(sheet: Sheet, mapping: Mapping<SheetKey>, context: SheetContext): RowResult[] {
  const seen = new Map<string, number>();
  return sheet.rows.map((row) => {
    const result = readRow(row, mapping, context);
    if (result.kind !== 'new') return result;
    const identity = identityOf(result.child);
    const before = seen.get(identity);
    if (before === undefined) {
      seen.set(identity, row.number);
      return result;
    }
    const message = `the same child as in row ${before}: keep one of the two`;
    return { kind: 'fault', row: row.number, name: result.child.fullName, message };
  });
}

/** The words for a legal status that nobody has said the meaning of, each once. */
export function unknownStatuses(sheet: Sheet, mapping: Mapping<SheetKey>): string[] {
  const place = mapping.legalStatus;
  if (place === undefined) return [];
  const words = sheet.rows.map((row) => (row.cells[place] ?? '').trim().replaceAll(/\s+/g, ' '));
  return [
    ...new Set(words.filter((word) => word !== '' && !legalStatusOf(word)).map((word) => word.toLowerCase())),
  ];
}
