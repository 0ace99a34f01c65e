import type { Output } from '../../../shared/contract.ts';
import { counted } from '../../app/words.ts';
import type { StatusKind } from '../../ui/Status.tsx';

/** One date of a child as the screens get it. */
export type DateLine = Output<'child:deadlines'>['deadlines'][number];

/** How one of them moved. */
export type MovedDate = Output<'child:deadlines'>['moved'][number];

type Told = Pick<
  DateLine,
  'state' | 'isLate' | 'left' | 'workingDaysLeft' | 'isRefused' | 'isUnrecorded' | 'doneOn'
>;

const units = { 'working-day': 'working day', 'calendar-day': 'day', hour: 'hour' } as const;

/** How a date stands, as shape and word: "12 working days", "3 days late", "Done", "Done late". */
export function standingOf(line: Told): { readonly kind: StatusKind; readonly words: string } {
  const { state, isLate, left } = line;
  if (line.isRefused === true) return { kind: 'none', words: 'Refused' };
  if (state === 'done')
    return isLate ? { kind: 'late', words: 'Done late' } : { kind: 'done', words: 'Done' };
  if (state === 'unknown') return { kind: 'look', words: 'No date' };
  if (!left)
    return { kind: state === 'overdue' ? 'late' : 'due', words: state === 'overdue' ? 'Late' : 'Due' };
  const count = counted(Math.abs(left.value), units[left.unit]);
  if (state === 'overdue') return { kind: 'late', words: left.value === 0 ? 'Late' : `${count} late` };
  return { kind: 'due', words: left.value === 0 ? 'Today' : count };
}
