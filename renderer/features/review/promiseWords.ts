import type { IsoDate } from '../../../shared/domain/dates.ts';
import { dueOn } from '../../../shared/domain/promises.ts';
import type { StatusKind } from '../../ui/Status.tsx';
import { counted } from '../../app/words.ts';
import type { ReviewView } from './useReview.tsx';

type Promised = ReviewView['promised'][number];

/** Who answers for an action, in words: a name, or by whom it is held while nobody is. */
export function accountableOf({
  accountable,
  doneBy,
}: Pick<Promised['action'], 'accountable' | 'doneBy'>): string {
  if (!accountable) return 'Nobody named';
  const who =
    accountable.kind === 'named' ? accountable.name : `Not allocated: held by ${accountable.heldBy}`;
  return doneBy === undefined ? who : `${who}; done by ${doneBy}`;
}

const found: Readonly<
  Record<NonNullable<Promised['progress']>['value'], { kind: StatusKind; words: string }>
> = {
  done: { kind: 'done', words: 'Done' },
  part_done: { kind: 'part-late', words: 'Part done' },
  not_done: { kind: 'not', words: 'Not done' },
  on_track: { kind: 'track', words: 'On track' },
  not_needed: { kind: 'none', words: 'Not needed' },
  replaced: { kind: 'none', words: 'Replaced' },
};

const ordinals = [
  '',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
] as const;

/** "second review running", once an action was found unfinished at a review before this one. */
export function runningInWords(reviewsCarried: number): string | undefined {
  if (reviewsCarried === 0) return undefined;
  return `${ordinals[reviewsCarried] ?? `${reviewsCarried + 1}th`} review running`;
}

/** How a promise stands: what was found, or how late it is, or that this review still asks. */
export function promiseState(
  promise: Promised,
  today: IsoDate,
): { readonly kind: StatusKind; readonly words: string } {
  const { progress, action, workingDaysLeft } = promise;
  const running = runningInWords(promise.reviewsCarried);
  if (progress) {
    const { kind, words } = found[progress.value];
    const isOpen = progress.value === 'part_done' || progress.value === 'not_done';
    return { kind, words: isOpen && running ? `${words}, ${running}` : words };
  }
  const due = dueOn(action);
  if (due !== undefined && due < today && workingDaysLeft !== undefined) {
    const late = `${counted(Math.abs(workingDaysLeft), 'working day')} late`;
    return { kind: 'late', words: running ? `${late}, ${running}` : late };
  }
  return { kind: 'open', words: 'What happened?' };
}
