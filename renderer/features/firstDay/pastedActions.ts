import type { CaseFileInput } from '../../../shared/caseFile.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { addMonths } from '../../../shared/domain/dates.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import type { Action } from '../../../shared/domain/model/plan.ts';
import type { DeepReadonly } from '../../../shared/contract.ts';
import { parseDate } from '../../app/parseDate.ts';
import { hasYear } from './hasYear.ts';
import type { ColumnField, Mapping } from './columns.ts';
import { guessMapping, namedFields } from './columns.ts';
import type { Cells } from './sheetRows.ts';

export type ActionKey = 'what' | 'who' | 'due';

export const actionColumns: readonly ColumnField<ActionKey>[] = [
  {
    key: 'what',
    name: 'Action',
    known: [
      'what',
      'actions',
      'recommendation',
      'recommendations',
      'decision',
      'task',
      'agreed action',
      'action required',
      'what needs to happen',
      'action agreed',
    ],
  },
  {
    key: 'who',
    name: 'Who',
    known: [
      'by whom',
      'who by',
      'responsible',
      'person responsible',
      'responsibility',
      'lead',
      'owner',
      'whose',
      'who will do it',
    ],
  },
  {
    key: 'due',
    name: 'By when',
    known: [
      'when',
      'date',
      'timescale',
      'timescales',
      'due',
      'due date',
      'target date',
      'deadline',
      'by',
      'completion date',
    ],
  },
];

export type PastedTable = {
  readonly headings: readonly string[];
  readonly rows: Cells;
  readonly mapping: Mapping<ActionKey>;
};

const widthOf = (rows: Cells) => Math.max(0, ...rows.map((row) => row.length));
const lengthOf = (rows: Cells, place: number) =>
  rows.reduce((sum, row) => sum + (row[place] ?? '').length, 0);

/** Without headings: the longest column is what, the one with most days is by when, the next is who. */
function mappingByContent(rows: Cells, reviewOn: IsoDate): Mapping<ActionKey> {
  const places = Array.from({ length: widthOf(rows) }, (_, place) => place);
  const what = places.toSorted((a, b) => lengthOf(rows, b) - lengthOf(rows, a))[0];
  const daysIn = (place: number) => rows.filter((row) => parseDate(row[place] ?? '', reviewOn)).length;
  const due = places
    .filter((place) => place !== what && daysIn(place) > 0)
    .toSorted((a, b) => daysIn(b) - daysIn(a))[0];
  const who = places.find(
    (place) => place !== what && place !== due && rows.some((row) => /\p{L}{2}/u.test(row[place] ?? '')),
  );
  return {
    ...(what !== undefined && { what }),
    ...(due !== undefined && { due }),
    ...(who !== undefined && { who }),
  };
}

/** Headings, rows and which column is which; the first row is headings only where it names one of them. */
export function readPasted(cells: Cells, reviewOn: IsoDate): PastedTable {
  const [first = [], ...rest] = cells;
  if (namedFields(first, actionColumns) > 0) {
    return { headings: first, rows: rest, mapping: guessMapping(first, actionColumns) };
  }
  const headings = Array.from({ length: widthOf(cells) }, (_, place) => `Column ${place + 1}`);
  return { headings, rows: cells, mapping: mappingByContent(cells, reviewOn) };
}

/** One action as it will be added; each part can still be put right. */
export type ActionDraft = {
  readonly what: string;
  readonly who: string;
  readonly due: string;
  readonly isChosen: boolean;
};

/** A day of the review's time: one without a year is the first such day on or after the review. */
export function dueDay(typed: string, reviewOn: IsoDate): IsoDate | undefined {
  const day = parseDate(typed, reviewOn);
  if (!day) return undefined;
  return day < reviewOn && !hasYear(typed) ? addMonths(day, 12) : day;
}

const sameWords = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** True when the child already has this action of this review: pasting twice adds nothing. */
export function isAlreadyHere(
  draft: ActionDraft,
  existing: readonly DeepReadonly<Action>[],
  reviewOn: IsoDate,
): boolean {
  const words = sameWords(wordingOf(draft, reviewOn));
  return existing.some((action) => sameWords(action.what) === words);
}

/** The rows as drafts; what the child already has is left out unless it is chosen again. */
export function draftsOf(
  table: PastedTable,
  existing: readonly DeepReadonly<Action>[],
  reviewOn: IsoDate,
): ActionDraft[] {
  const { mapping, rows } = table;
  const cell = (row: readonly string[], key: ActionKey) => {
    const place = mapping[key];
    return place === undefined ? '' : (row[place] ?? '').trim();
  };
  return rows
    .map((row) => ({
      what: cell(row, 'what').replace(/^\d{1,2}[.)]\s+/, ''),
      who: cell(row, 'who'),
      due: cell(row, 'due'),
      isChosen: true,
    }))
    .filter((draft) => draft.what !== '')
    .map((draft) => ({ ...draft, isChosen: !isAlreadyHere(draft, existing, reviewOn) }));
}

/** What is wrong with a draft or will become of it; undefined for nothing. */
export function noteOnDraft(
  draft: ActionDraft,
  reviewOn: IsoDate,
): { readonly isFault: boolean; readonly words: string } | undefined {
  if (draft.what.trim() === '')
    return { isFault: true, words: 'Say what is to be done, or leave this row out' };
  if (draft.due.trim() === '') return undefined;
  const day = dueDay(draft.due, reviewOn);
  if (!day) return { isFault: false, words: 'No day: these words go into the action' };
  if (day < reviewOn) return { isFault: true, words: `Before the review of ${formatDate(reviewOn)}` };
  return formatDate(day) === draft.due ? undefined : { isFault: false, words: formatDate(day) };
}

/** What is to be done, with words that stood where a day should be: nothing that was pasted is lost. */
export function wordingOf({ what, due }: ActionDraft, reviewOn: IsoDate): string {
  const isDay = due.trim() === '' || dueDay(due, reviewOn) !== undefined;
  return isDay ? what.trim() : `${what.trim()} (by when: ${due.trim()})`;
}

type CaseActions = NonNullable<CaseFileInput['actions']>;

/** The chosen drafts as actions of the review held before this store began, after those that it has. */
export function actionsOf(
  drafts: readonly ActionDraft[],
  given: {
    readonly reviewId: string;
    readonly reviewOn: IsoDate;
    readonly count: number;
    readonly newId: () => string;
  },
): CaseActions {
  return drafts
    .filter((draft) => draft.isChosen)
    .map((draft, place) => {
      const due = dueDay(draft.due, given.reviewOn);
      return {
        id: given.newId(),
        reviewId: given.reviewId,
        what: wordingOf(draft, given.reviewOn),
        ...(draft.who.trim() !== '' && { accountable: { kind: 'named' as const, name: draft.who.trim() } }),
        ...(due && { due: { kind: 'date' as const, on: due } }),
        position: given.count + place,
        history: [],
      };
    });
}
