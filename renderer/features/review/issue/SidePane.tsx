import type { Person } from '../../../../shared/domain/model/child.ts';
import { PanelBoundary } from '../../../ui/PanelBoundary.tsx';
import { AddendumPane } from './AddendumPane.tsx';
import { FilingPane } from './FilingPane.tsx';
import type { Row } from './matrix.ts';
import { noteOf } from './matrix.ts';
import type { Selection } from './Matrix.tsx';
import type { ReaderProps } from './ReaderPane.tsx';
import { ReaderPane } from './ReaderPane.tsx';
import { ReplyPane } from './ReplyPane.tsx';
import type { PaneName } from './Tools.tsx';

type Props = Pick<ReaderProps, 'passed' | 'onPass' | 'issuing' | 'onPreview' | 'onSelect'> & {
  readonly rows: readonly Row[];
  readonly without: readonly Person[];
  readonly selection: Selection | undefined;
  readonly pane: PaneName;
};

/** The row of a reader; one for whom no copy is chosen has a row without documents. */
function rowFor({ rows, without }: Props, id: string): Row | undefined {
  const row = rows.find((candidate) => candidate.id === id);
  if (row) return row;
  const person = without.find((candidate) => candidate.id === id);
  return person && { id, name: person.name, note: noteOf(person), person, cells: [], leavesOut: undefined };
}

/** The next reader below who is to have something. */
function nextOf(rows: readonly Row[], id: string): Row | undefined {
  const place = rows.findIndex((row) => row.id === id);
  return place === -1 ? undefined : rows[place + 1];
}

function Content(props: Props) {
  const { pane, rows, selection, ...rest } = props;
  if (pane === 'reply') return <ReplyPane />;
  if (pane === 'filing') return <FilingPane />;
  if (pane === 'addendum') return <AddendumPane />;
  const row = selection && rowFor(props, selection.rowId);
  if (!row || !selection) {
    return (
      <header>
        <h2>What a copy leaves out</h2>
        <p className="note">
          Choose a reader to see what their copy leaves out and why, and to release what they may have.
        </p>
      </header>
    );
  }
  return <ReaderPane {...rest} row={row} selection={selection} next={nextOf(rows, row.id)} />;
}

/** What belongs to the reader or the task that is chosen. */
export function SidePane(props: Props) {
  return (
    <aside className="outp" aria-label="What this copy leaves out">
      <PanelBoundary name="This pane" key={`${props.pane ?? ''} ${props.selection?.rowId ?? ''}`}>
        <Content {...props} />
      </PanelBoundary>
    </aside>
  );
}
