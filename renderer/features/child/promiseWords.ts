import { formatDate } from '../../../shared/domain/london.ts';
import { counted } from '../../app/words.ts';
import type { StatusKind } from '../../ui/Status.tsx';
import type { Promised } from './childData.ts';

export const progressWords = {
  done: 'Done',
  part_done: 'Part done',
  not_done: 'Not done',
  on_track: 'On track',
  not_needed: 'Not needed',
  replaced: 'Replaced',
} as const;

export const progressStatus: Readonly<Record<keyof typeof progressWords, StatusKind>> = {
  done: 'done',
  part_done: 'part',
  not_done: 'not',
  on_track: 'track',
  not_needed: 'none',
  replaced: 'settled',
};

/** How a promise stands today, as shape and word. */
export function standing({ isClosed, latest, workingDaysLeft: left }: Promised): {
  readonly kind: StatusKind;
  readonly words: string;
} {
  if (isClosed) {
    const value = latest?.value ?? 'done';
    return { kind: progressStatus[value], words: progressWords[value] };
  }
  if (left !== undefined && left < 0) {
    if (latest?.value === 'part_done') return { kind: 'part-late', words: 'Part done, late' };
    return { kind: 'late', words: `${counted(-left, 'working day')} late` };
  }
  if (latest?.value === 'part_done' || latest?.value === 'not_done') {
    return { kind: progressStatus[latest.value], words: progressWords[latest.value] };
  }
  if (left === undefined) return { kind: 'look', words: 'No date' };
  return { kind: 'track', words: left === 0 ? 'Due today' : counted(left, 'working day') };
}

/** "carried over 2 reviews"; nothing for a promise that no review has found open. */
export function carriedWords({ reviewsCarried }: Promised): string {
  return reviewsCarried === 0 ? '' : `carried over ${counted(reviewsCarried, 'review')}`;
}

/** "Tomasz Mockford", "Not allocated: held by Farah Testerby; done by Ruth Placeholt". */
export function whoWords({ action }: Pick<Promised, 'action'>): string {
  const { accountable, doneBy } = action;
  const who =
    accountable === undefined
      ? 'Nobody named'
      : accountable.kind === 'named'
        ? accountable.name
        : `Not allocated: held by ${accountable.heldBy}`;
  return doneBy === undefined || doneBy.trim() === '' || doneBy === who ? who : `${who}; done by ${doneBy}`;
}

/** "due 16 Oct 2026, moved once"; a date that a court sets says so. */
export function dueWords({ action, dueOn }: Promised): string {
  const moved = action.history.filter(
    ({ before }) => JSON.stringify(before.due) !== JSON.stringify(action.due) && before.due !== undefined,
  ).length;
  const times = moved === 0 ? '' : moved === 1 ? ', moved once' : `, moved ${moved} times`;
  const court = action.due?.kind === 'court' ? 'set by the court, check by ' : 'due ';
  return dueOn ? `${court}${formatDate(dueOn)}${times}` : 'no date';
}

/** Open promises first due first; those without a day last. */
export function openPromises(promises: readonly Promised[]): Promised[] {
  return promises
    .filter(({ isClosed }) => !isClosed)
    .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999', 'en'));
}
