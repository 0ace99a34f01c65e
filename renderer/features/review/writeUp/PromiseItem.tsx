import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { ActionMark } from '../../../ui/Marks.tsx';
import type { StatusKind } from '../../../ui/Status.tsx';
import { Status } from '../../../ui/Status.tsx';
import { promiseState } from '../promiseWords.ts';
import { useReview } from '../useReview.tsx';
import type { StandingPromise } from './lastTime.ts';
import { dueWords, whoWords } from './words.ts';

/** How a promise stands, with the evidence where it was kept. */
export function promiseStatus(promise: StandingPromise, today: IsoDate): { kind: StatusKind; words: string } {
  const { kind, words } = promiseState(promise, today);
  const { progress } = promise;
  const isKept =
    progress?.value === 'done' && progress.evidence !== undefined && progress.evidence.trim() !== '';
  return { kind, words: isKept ? `${words}: ${progress.evidence ?? ''}` : words };
}

/** A standing promise in a pane: number, what, who, by when, and what happened. */
export function PromiseItem({ promise }: { readonly promise: StandingPromise }) {
  const { earlierNumbers, today } = useReview();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read only
  const action = promise.action as Parameters<typeof whoWords>[0] &
    Parameters<typeof dueWords>[0] & { what: string; id: string };
  const due = dueWords(action, today);
  const status = promiseStatus(promise, today);
  const about = [whoWords(action), due && `by ${due}`].filter((part) => part !== undefined).join(', ');
  return (
    <li>
      <ActionMark number={earlierNumbers[action.id] ?? 'A'} />
      <div>
        {action.what}
        <br />
        <span className="note">{about}</span>
        <br />
        <Status kind={status.kind}>{status.words}</Status>
      </div>
    </li>
  );
}
