import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import '../../styles/firstDay.css';
import { useRead } from '../../app/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PastedDrafts } from './PastedDrafts.tsx';
import { tableOf } from './clipboardTable.ts';
import type { Cells } from './sheetRows.ts';

type Props = {
  readonly childId: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};
type ChildView = Output<'child:get'>;

/** The newest review held before this store began: the only one that actions can be pasted into. */
function reviewBefore({ reviews }: ChildView) {
  return reviews
    .filter((review) => review.isBeforeStore === true && review.heldOn !== undefined)
    .toSorted((a, b) => b.number - a.number)[0];
}

function PasteHere({ onTable }: { readonly onTable: (cells: Cells) => void }) {
  const [typed, setTyped] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const take = async (pasted: { readonly html: string; readonly text: string }) => {
    const cells = await tableOf(pasted);
    setEmpty(cells.length === 0);
    if (cells.length > 0) onTable(cells);
  };
  return (
    <>
      <div className="field">
        <label htmlFor="paste-actions">Paste the table here (Ctrl+V)</label>
        <textarea
          id="paste-actions"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          aria-describedby="paste-actions-note"
          onChange={(event) => setTyped(event.target.value)}
          onPaste={(event) => {
            event.preventDefault();
            const { clipboardData } = event;
            void take({
              html: clipboardData.getData('text/html'),
              text: clipboardData.getData('text/plain'),
            });
          }}
        />
        <span id="paste-actions-note" className={isEmpty ? 'fault' : 'hint'}>
          {isEmpty
            ? 'There was no row in what was pasted. Select the whole table in Word, copy it, and paste again.'
            : 'Select the table of actions in the last record in Word and copy it. Or type one action to a line.'}
        </span>
      </div>
      <div className="btns">
        <Button disabled={typed.trim() === ''} onClick={() => void take({ html: '', text: typed })}>
          Read these lines
        </Button>
      </div>
    </>
  );
}

/** Last time's actions, out of the Word table of the record before this store began. */
export function PasteActions({ childId, onDone, onCancel }: Props) {
  const child = useRead('child:get', { id: childId });
  const settings = useRead('settings:get', {});
  const [cells, setCells] = useState<Cells>();
  if (child.error) return <ErrorNote error={child.error.error} />;
  if (!child.data || !settings.data) return null;
  const review = reviewBefore(child.data);
  return (
    <div className="bring">
      {!review?.heldOn ? (
        <p>
          Actions are pasted into a review held before this store began, and {child.data.child.preferredName}{' '}
          has none. Add the number and day of the last review first.
        </p>
      ) : cells ? (
        <PastedDrafts
          cells={cells}
          view={child.data}
          review={{ ...review, heldOn: review.heldOn }}
          officer={settings.data.officer}
          onDone={onDone}
          onAgain={() => setCells(undefined)}
        />
      ) : (
        <PasteHere onTable={setCells} />
      )}
      <div className="btns">
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}
