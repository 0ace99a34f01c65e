import { formatDay } from '../../../app/words.ts';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import type { OfferColumn } from '../../../../shared/report/offers.ts';
import { offerColumns } from '../../../../shared/report/offers.ts';
import type { Cell, Row } from './matrix.ts';

function headings(name: string): Readonly<Record<OfferColumn, string>> {
  return {
    letter: `Letter to ${name}`,
    decisions: 'Decisions sheet',
    copy: 'Record, their version',
    manager: 'Manager’s page',
    'service-file': 'Service file',
  };
}

function CellWords({ state }: { readonly state: Cell['state'] }) {
  const { today } = useReview();
  switch (state.kind) {
    case 'never':
      return <span className="hide">never offered</span>;
    case 'none':
      return (
        <span className="soft">
          <span aria-hidden="true">–</span>
          <span className="hide">not theirs</span>
        </span>
      );
    case 'ready':
      return <Status kind="ready">Ready</Status>;
    case 'gone':
      return <Status kind="done">{formatDay(state.on, today).slice(4)}</Status>;
    case 'filed':
      return <Status kind="done">{formatDay(state.on, today).slice(4)}</Status>;
    case 'to-file':
      return <Status kind="due">To file</Status>;
    case 'blocked':
      return <Status kind="must">Blocked</Status>;
    default:
      return <Status kind="open">{state.why}</Status>;
  }
}

export type Selection = { readonly rowId: string; readonly column: OfferColumn };

type Props = {
  readonly rows: readonly Row[];
  readonly selected: Selection | undefined;
  readonly onSelect: (selection: Selection) => void;
};

const canOpen = ({ state }: Cell) => state.kind !== 'never' && state.kind !== 'none';

type WhoProps = { readonly row: Row; readonly isSelected: boolean; readonly onClick: () => void };

function WhoGets({ row, isSelected, onClick }: WhoProps) {
  return (
    <button type="button" className="who-gets" aria-pressed={isSelected} onClick={onClick}>
      <b>{row.name}</b>
      <span>{row.note}</span>
    </button>
  );
}

function RowOf({ row, selected, onSelect }: Props & { readonly row: Row }) {
  const isSelected = selected?.rowId === row.id;
  const first =
    row.cells.find(({ state }) => state.kind === 'blocked') ?? row.cells.find((cell) => canOpen(cell));
  return (
    <tr className={isSelected ? 'is' : undefined}>
      <th scope="row">
        <WhoGets
          row={row}
          isSelected={isSelected}
          onClick={() => onSelect({ rowId: row.id, column: first?.column ?? 'service-file' })}
        />
      </th>
      {row.cells.map((cell) => (
        <td key={cell.column} className={cell.state.kind === 'never' ? 'never' : 'num'}>
          {canOpen(cell) ? (
            <button
              type="button"
              className="cell"
              aria-pressed={isSelected && selected?.column === cell.column}
              onClick={() => onSelect({ rowId: row.id, column: cell.column })}
            >
              <CellWords state={cell.state} />
            </button>
          ) : (
            <CellWords state={cell.state} />
          )}
        </td>
      ))}
      <td className="out num">{row.leavesOut ?? '–'}</td>
    </tr>
  );
}

/** Readers down, documents across: what is gone, ready, waiting or blocked, and what is never offered to whom. */
export function Matrix(props: Props) {
  const { child } = useReview();
  const names = headings(child.preferredName);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table wider than a narrow window scrolls by keyboard
    <section className="mx-scroll" aria-label="Who gets what" tabIndex={0}>
      <table>
        <caption className="hide">Who gets which document, and how far each is</caption>
        <colgroup>
          <col className="c-who" />
          {offerColumns.map((column) => (
            <col key={column} className={`c-${column}`} />
          ))}
          <col className="c-out" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Who</th>
            {offerColumns.map((column) => (
              <th scope="col" key={column}>
                {names[column]}
              </th>
            ))}
            <th scope="col" className="out">
              Leaves out
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <RowOf key={row.id} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What each shape means. */
export function MatrixKey() {
  return (
    <div className="mxkey">
      <Status kind="done">gone</Status>
      <Status kind="ready">ready</Status>
      <Status kind="open">waits</Status>
      <Status kind="must">blocked</Status>
      <span>
        <i className="h" aria-hidden="true" />
        never offered to them
      </span>
    </div>
  );
}
