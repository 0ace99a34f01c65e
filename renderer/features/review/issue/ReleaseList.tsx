import { useRef, useState } from 'react';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { useChange } from '../../../app/queries.ts';
import { now } from '../../../app/now.ts';
import { newId } from '../../../app/ids.ts';
import { counted } from '../../../app/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useSay } from '../../../ui/LiveRegion.tsx';
import { useReview } from '../useReview.tsx';
import type { Item, OutLine, Withheld } from './releaseLines.ts';
import { headingOf as headingOfRelease, isMovable, outLines } from './releaseLines.ts';

type Release = (names: readonly string[], because?: string) => Promise<void>;

/** Releases things of this review to one reader; the focus then goes to the list, whose rows have moved up. */
function useRelease(personId: PersonId) {
  const { review, officer } = useReview();
  const change = useChange('release:add');
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const release: Release = async (names, because) => {
    const at = await now();
    const releases = names.map((item) => ({
      id: newId(),
      childId: review.childId,
      reviewId: review.id,
      personId,
      item,
      at,
      by: officer.name,
      ...(because !== undefined && { because }),
    }));
    change.mutate(
      { releases },
      {
        onSuccess: () => {
          say('Released');
          list.current?.focus();
        },
      },
    );
  };
  return { release, error: change.error?.error, list };
}

function One({
  item,
  release,
  isFinal,
}: {
  readonly item: Item;
  readonly release: Release;
  readonly isFinal: boolean;
}) {
  const [isAsking, setAsking] = useState(false);
  const [because, setBecause] = useState('');
  const mustWait = isMovable(item) && !isFinal;
  const note = item.isFlagged
    ? `${item.because ?? 'Flagged'}: released alone, with a reason`
    : 'Not released to them';
  return (
    <li>
      <i className={item.isFlagged ? 'private s s-private' : 'withheld s s-withheld'} aria-hidden="true" />
      <div className="b">{item.what}</div>
      {!mustWait && !isAsking && (
        <Button
          look="link"
          aria-label={`Release ${item.what}`}
          onClick={() => (item.isFlagged ? setAsking(true) : void release([item.name]))}
        >
          Release
        </Button>
      )}
      <div className="note">
        {mustWait ? 'Singly once the record is final: until then it may still move' : note}
      </div>
      {isAsking && (
        <div className="ask">
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the field was just asked for */}
          <TextField label="Release it because" value={because} onChange={setBecause} autoFocus />
          <div className="btns">
            <Button
              look="small"
              disabled={!/\S/.test(because)}
              onClick={() => void release([item.name], because)}
            >
              Release
            </Button>
            <Button look="small" onClick={() => setAsking(false)}>
              Not now
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

function GroupLine({
  line,
  release,
  isFinal,
}: {
  readonly line: Extract<OutLine, { kind: 'group' | 'mixed' }>;
  readonly release: Release;
  readonly isFinal: boolean;
}) {
  const title = `${line.heading}, ${counted(line.items.length, 'thing')}`;
  return (
    <li>
      <i className="withheld s s-withheld" aria-hidden="true" />
      <div className="b">{title}</div>
      {line.kind === 'group' && (
        <Button look="link" aria-label={`Release ${title}`} onClick={() => void release([line.name])}>
          Release
        </Button>
      )}
      <div className="note">
        {line.kind === 'group'
          ? 'Not released to them; none flagged'
          : 'Something here is flagged, so each goes singly'}
        <details>
          <summary>One by one</summary>
          <ul>
            {line.items.map((item) => (
              <One key={item.name} item={item} release={release} isFinal={isFinal} />
            ))}
          </ul>
        </details>
      </div>
    </li>
  );
}

function Line({
  line,
  ...rest
}: {
  readonly line: OutLine;
  readonly release: Release;
  readonly isFinal: boolean;
}) {
  if (line.kind === 'one') return <One item={line.item} {...rest} />;
  if (line.kind !== 'fixed') return <GroupLine line={line} {...rest} />;
  return (
    <li>
      <i className="withheld s s-withheld" aria-hidden="true" />
      <div className="b">{line.what}</div>
      <div className="note">{line.because}</div>
    </li>
  );
}

type Props = {
  readonly personId: PersonId;
  readonly items: readonly Item[];
  readonly withheld: readonly Withheld[];
  readonly isFinal: boolean;
};

/** What a copy leaves out and why, and the keys that release it. */
export function ReleaseList({ personId, items, withheld, isFinal }: Props) {
  const { release, error, list } = useRelease(personId);
  const lines = outLines(items, withheld);
  return (
    <div ref={list} tabIndex={-1}>
      <h3>
        Leaves out {withheld.length}
        <span>and shows no gap</span>
      </h3>
      {error && <ErrorNote error={error} />}
      {lines.length === 0 && <p className="empty">This copy leaves nothing out.</p>}
      <ul>
        {lines.map((line) => (
          <Line
            key={line.kind === 'fixed' ? line.key : line.kind === 'one' ? line.item.name : line.name}
            line={line}
            release={release}
            isFinal={isFinal}
          />
        ))}
      </ul>
    </div>
  );
}

/** What was released to this reader, each with its way back. */
export function Released({ personId, items }: Pick<Props, 'personId' | 'items'>) {
  const { record, review, versionOf } = useReview();
  const takeBack = useChange('release:remove');
  const own = record.releases.filter((row) => row.reviewId === review.id && row.personId === personId);
  if (own.length === 0) return null;
  return (
    <details className="released">
      <summary>Released to them, {own.length}</summary>
      {takeBack.error && <ErrorNote error={takeBack.error.error} />}
      <ul>
        {own.map((row) => {
          const what = items.find((item) => item.name === row.item)?.what ?? headingOfRelease(row.item);
          return (
            <li key={row.id}>
              <i className="calm s s-done" aria-hidden="true" />
              <div>{what}</div>
              <Button
                look="link"
                aria-label={`Take back ${what}`}
                onClick={() => takeBack.mutate({ id: row.id, baseVersion: versionOf(row.id) })}
              >
                Take back
              </Button>
              {row.because !== undefined && <div className="note">Because {row.because}</div>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
