import { useState } from 'react';
import type { Officer } from '../../../shared/caseFile.ts';
import type { Output } from '../../../shared/contract.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { newId } from '../../app/ids.ts';
import { readAgain } from '../../app/queries.ts';
import { counted } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import type { Mapping } from './columns.ts';
import { ColumnMapping } from './ColumnMapping.tsx';
import { fileWithActions } from './fileWithActions.ts';
import { DraftRow } from './DraftRow.tsx';
import type { ActionDraft, ActionKey } from './pastedActions.ts';
import { actionColumns, actionsOf, draftsOf, noteOnDraft, readPasted } from './pastedActions.ts';
import type { Cells } from './sheetRows.ts';

type ChildView = Output<'child:get'>;
type Props = {
  readonly cells: Cells;
  readonly view: ChildView;
  readonly review: ChildView['reviews'][number] & { readonly heldOn: IsoDate };
  readonly officer: Officer;
  readonly onDone: () => void;
  readonly onAgain: () => void;
};

function useDrafts(props: Props) {
  const { cells, view, review, officer, onDone } = props;
  const table = readPasted(cells, review.heldOn);
  const existing = view.actions.filter((action) => action.reviewId === review.id);
  const [mapping, setMapping] = useState<Mapping<ActionKey>>(table.mapping);
  const [drafts, setDrafts] = useState(() => draftsOf(table, existing, review.heldOn));
  const [error, setError] = useState<AppError>();
  const say = useSay();
  const remap = (next: Mapping<ActionKey>) => {
    setMapping(next);
    setDrafts(draftsOf({ ...table, mapping: next }, existing, review.heldOn));
  };
  const edit = (place: number, part: Partial<ActionDraft>) =>
    setDrafts((now) => now.map((draft, index) => (index === place ? { ...draft, ...part } : draft)));
  const chosen = drafts.filter((draft) => draft.isChosen);
  const isHeld = chosen.length === 0 || chosen.some((draft) => noteOnDraft(draft, review.heldOn)?.isFault);
  const save = async () => {
    setError(undefined);
    const given = { reviewId: review.id, reviewOn: review.heldOn, count: existing.length, newId };
    try {
      await call('caseFile:import', {
        files: [fileWithActions(view, officer, actionsOf(drafts, given))],
        onConflict: 'refuse',
      });
      await readAgain();
      say(`${counted(chosen.length, 'action')} added.`);
      onDone();
    } catch (cause) {
      setError(failureOf(cause));
    }
  };
  return { table, mapping, remap, drafts, edit, chosen, isHeld, error, save };
}

/** Each pasted row as an action, to be put right before all chosen ones are added at once. */
export function PastedDrafts(props: Props) {
  const { review, onAgain } = props;
  const { table, mapping, remap, drafts, edit, chosen, isHeld, error, save } = useDrafts(props);
  return (
    <>
      <p>
        They are added to review {review.number} of {formatDate(review.heldOn)}, and the next review asks what
        happened to each.
      </p>
      <ColumnMapping
        headings={table.headings}
        fields={actionColumns}
        mapping={mapping}
        onChange={remap}
        isOpen={mapping.what === undefined || drafts.length === 0}
      />
      <ol className="drafts" aria-label="Actions">
        {drafts.map((draft, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows of a table that keep their places
          <DraftRow
            key={place}
            number={place + 1}
            draft={draft}
            reviewOn={review.heldOn}
            onEdit={(part) => edit(place, part)}
          />
        ))}
      </ol>
      {drafts.length === 0 && (
        <p className="empty">No row has words in the column of actions. Choose another column.</p>
      )}
      {error && <ErrorNote error={error} />}
      <div className="btns">
        <Button look="go" disabled={isHeld} onClick={() => void save()}>
          Add {counted(chosen.length, 'action')}
        </Button>
        <Button onClick={onAgain}>Paste again</Button>
      </div>
    </>
  );
}
