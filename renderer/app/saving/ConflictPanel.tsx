import { useId } from 'react';
import { instant } from '../../../shared/domain/dates.ts';
import { formatInstant } from '../../../shared/domain/london.ts';
import type { TextPiece } from '../../../shared/text/differences.ts';
import { differences } from '../../../shared/text/differences.ts';
import { Button } from '../../ui/Button.tsx';
import { Status } from '../../ui/Status.tsx';
import type { Conflict } from './slot.ts';

type Props<V> = {
  readonly conflict: Conflict;
  /** What a value says, in plain words: what is compared and shown. */
  readonly textOf: (value: V) => string;
  /** Both in one, the stored one first; without it there is no "Keep both", as for a date. */
  readonly both?: (stored: V, typed: V) => V;
  /** The `resolve` of the record: what is chosen is saved over what the store holds. */
  readonly onResolve: (value: V) => void;
};

function Version({
  title,
  at,
  pieces,
}: {
  readonly title: string;
  readonly at: string | undefined;
  readonly pieces: readonly TextPiece[];
}) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>
        {title}
        <span className="note num">{at === undefined ? '' : formatInstant(instant(at))}</span>
      </h3>
      <p className="version-text">
        {pieces.length === 0 && <span className="soft">empty</span>}
        {pieces.map(({ text, isOwn }, place) =>
          // oxlint-disable-next-line react/no-array-index-key -- pieces of one text, in their order
          isOwn ? <ins key={place}>{text}</ins> : <span key={place}>{text}</span>,
        )}
      </p>
    </section>
  );
}

/** One record changed in two places: both texts, one above the other, what differs underlined, and which to keep. */
export function ConflictPanel<V>({ conflict, textOf, both, onResolve }: Props<V>) {
  // oxlint-disable typescript/no-unsafe-type-assertion -- only values of this record's own channel reach its slot
  const stored = conflict.theirs as V;
  const typed = conflict.mine as V;
  // oxlint-enable typescript/no-unsafe-type-assertion
  const { first, second } = differences(textOf(stored), textOf(typed));
  return (
    <div className="conflict" role="alert">
      <Status kind="must">Changed in two places. Both are kept: choose.</Status>
      <Version title="First: what is saved" at={conflict.theirsAt} pieces={first} />
      <Version title="Second: what you typed here" at={conflict.mineAt} pieces={second} />
      <div className="btns">
        <Button look="small" onClick={() => onResolve(stored)}>
          Keep first
        </Button>
        <Button look="small" onClick={() => onResolve(typed)}>
          Keep second
        </Button>
        {both && (
          <Button look="small" onClick={() => onResolve(both(stored, typed))}>
            Keep both
          </Button>
        )}
      </div>
    </div>
  );
}
