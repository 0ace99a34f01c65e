import { formatDate } from '../../../shared/domain/london.ts';
import { legalStatuses } from '../../../shared/domain/model/child.ts';
import { assertNever } from '../../../shared/domain/result.ts';
import { Status } from '../../ui/Status.tsx';
import type { NewChild } from './newChild.ts';
import type { RowResult } from './sheetRows.ts';

function factsOf({
  dateOfBirth,
  lookedAfterSince,
  legalStatus,
  lastReview,
  nextReviewOn,
  worker,
}: NewChild): string {
  const parts = [
    `born ${formatDate(dateOfBirth)}`,
    `looked after since ${formatDate(lookedAfterSince)}`,
    legalStatuses[legalStatus],
    lastReview ? `review ${lastReview.number} on ${formatDate(lastReview.on)}` : 'no review yet',
    ...(nextReviewOn ? [`next on ${formatDate(nextReviewOn)}`] : []),
    ...(worker ? [worker] : []),
  ];
  return parts.join('; ');
}

function Row({ result }: { readonly result: RowResult }) {
  switch (result.kind) {
    case 'new':
      return (
        <>
          <b>{result.child.fullName}</b>
          <Status kind="ready">New</Status>
          <span className="note num">{factsOf(result.child)}</span>
        </>
      );
    case 'known':
      return (
        <>
          <b>{result.name}</b>
          <Status kind="settled">Here</Status>
          <span className="note">A child of this name and date of birth is in this store</span>
        </>
      );
    case 'fault':
      return (
        <>
          <b>{result.name || 'No name'}</b>
          <Status kind="must">Fault</Status>
          <span className="note fault-words">{result.message}</span>
        </>
      );
    default:
      return assertNever(result);
  }
}

/** What each row of the sheet becomes; those with a fault first, since they wait for somebody. */
export function RowTable({ results }: { readonly results: readonly RowResult[] }) {
  const order = { fault: 0, new: 1, known: 2 } as const;
  const rows = results.toSorted((a, b) => order[a.kind] - order[b.kind] || a.row - b.row);
  return (
    <ol className="rows-read" aria-label="Rows of the file">
      {rows.map((result) => (
        <li key={result.row}>
          <span className="note num">
            <span className="hide">Row </span>
            {result.row}
          </span>
          <Row result={result} />
        </li>
      ))}
    </ol>
  );
}
