import { formatDate } from '../../../shared/domain/london.ts';
import { legalStatuses } from '../../../shared/domain/model/child.ts';
import { Status } from '../../ui/Status.tsx';
import type { RowResult } from './sheetRows.ts';

function NewRow({ child }: Extract<RowResult, { kind: 'new' }>) {
  const { lastReview } = child;
  return (
    <>
      <td>{child.fullName}</td>
      <td className="num">{formatDate(child.dateOfBirth)}</td>
      <td className="num">{formatDate(child.lookedAfterSince)}</td>
      <td>{legalStatuses[child.legalStatus]}</td>
      <td className="num">
        {lastReview ? `${lastReview.number}, ${formatDate(lastReview.on)}` : 'none yet'}
      </td>
      <td>
        <Status kind="ready">New</Status>
      </td>
    </>
  );
}

function OtherRow({ result }: { readonly result: Exclude<RowResult, { kind: 'new' }> }) {
  return (
    <>
      <td>{result.name}</td>
      <td colSpan={4} className={result.kind === 'fault' ? 'fault-words' : 'soft'}>
        {result.kind === 'fault' ? result.message : 'A child of this name and date of birth is in this store'}
      </td>
      <td>
        {result.kind === 'fault' ? <Status kind="must">Fault</Status> : <Status kind="settled">Here</Status>}
      </td>
    </>
  );
}

/** What each row of the sheet becomes; those with a fault first, since they wait for somebody. */
export function RowTable({ results }: { readonly results: readonly RowResult[] }) {
  const order = { fault: 0, new: 1, known: 2 } as const;
  const rows = results.toSorted((a, b) => order[a.kind] - order[b.kind] || a.row - b.row);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className="scroll rows-read" tabIndex={0} aria-label="Rows of the file">
      <table>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Name</th>
            <th scope="col">Born</th>
            <th scope="col">Looked after since</th>
            <th scope="col">Legal status</th>
            <th scope="col">Last review</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((result) => (
            <tr key={result.row}>
              <th scope="row" className="num">
                {result.row}
              </th>
              {result.kind === 'new' ? <NewRow {...result} /> : <OtherRow result={result} />}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
