import { useState } from 'react';
import type { Person } from '../../../../shared/domain/model/child.ts';
import { standingFinalisation } from '../../../../shared/domain/reviews.ts';
import { Button } from '../../../ui/Button.tsx';
import { useReview } from '../useReview.tsx';
import type { Selection } from './Matrix.tsx';
import { filedOn, issuedKinds } from './matrix.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

export type PaneName = 'reply' | 'filing' | 'addendum' | undefined;

type Props = {
  readonly pane: PaneName;
  readonly onPane: (pane: PaneName) => void;
};

type WithoutProps = {
  readonly without: readonly Person[];
  readonly onSelect: (selection: Selection) => void;
};

/** People for whom no copy is chosen: nobody gets one by default. */
export function Without({ without, onSelect }: WithoutProps) {
  if (without.length === 0) return null;
  return (
    <p className="without">
      <span className="soft">No copy chosen: </span>
      {without.map((person) => (
        <Button key={person.id} look="link" onClick={() => onSelect({ rowId: person.id, column: 'copy' })}>
          {person.name}
        </Button>
      ))}
    </p>
  );
}

/** What happens around the copies: the reply, the filing, additions, and taking back. Only what can be done now. */
export function Tools({ pane, onPane }: Props) {
  const { record, review } = useReview();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const hasDecisions = standingFinalisation(record, review.id, 'decisions') !== undefined;
  const hasRecord = standingFinalisation(record, review.id, 'record') !== undefined;
  const own = record.decisions.filter((decision) => decision.reviewId === review.id);
  const answered = own.filter(({ reply }) => reply !== undefined).length;
  const kinds = issuedKinds({ record, review });
  const toFile = kinds.filter((kind) => filedOn({ record, review }, kind) === undefined).length;
  const tool = (name: Exclude<PaneName, undefined>, words: string) => (
    <Button
      look="small"
      aria-pressed={pane === name}
      onClick={() => onPane(pane === name ? undefined : name)}
    >
      {words}
    </Button>
  );
  return (
    <>
      {hasDecisions && (
        <fieldset className="btns tools">
          <legend className="hide">After finalising</legend>
          {tool('reply', `Manager’s reply, ${answered} of ${own.length}`)}
          {kinds.length > 0 && tool('filing', toFile > 0 ? `File to the case record, ${toFile}` : 'Filed')}
          {hasRecord && tool('addendum', 'Addendum')}
          <Button look="small" onClick={() => setWithdrawing(true)}>
            Withdraw
          </Button>
        </fieldset>
      )}
      <WithdrawDialog isOpen={isWithdrawing} onClose={() => setWithdrawing(false)} />
    </>
  );
}
