import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { formatInstant, londonDay } from '../../../shared/domain/london.ts';
import { sectionTable } from '../../../shared/domain/model/sections.ts';
import { useCover } from '../../app/covered.ts';
import { useChange, useRead } from '../../app/queries.ts';
import { formatDay } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Status } from '../../ui/Status.tsx';

type Told = Output<'store:notices'>;

/** The clock stands before the last entry: every day that is counted from today is in doubt. */
function ClockBehind({ behind }: { readonly behind: NonNullable<Told['clockBehind']> }) {
  const isRight = useChange('clock:isRight');
  const today = londonDay(behind.now);
  return (
    <div role="alert" className="stopb">
      <Status kind="must">This computer’s clock is earlier than your last entry</Status>
      <p>
        It says {formatInstant(behind.now)}; your last entry was kept on {formatInstant(behind.lastEntryAt)}.
        Nothing is lost. But what is due and the days that are left are counted from {formatDay(today)}: set
        the clock of this computer right before you rely on them, then lock and unlock.
      </p>
      {isRight.error && <ErrorNote error={isRight.error.error} />}
      <div className="btns">
        <Button look="small" disabled={isRight.isPending} onClick={() => isRight.mutate({})}>
          The clock is right now: it was ahead before
        </Button>
      </div>
    </div>
  );
}

const headingOf = (key: string) => sectionTable.find((row) => row.key === key)?.heading ?? '';

/** The session before was killed: everything acknowledged is here, and these are the places to look at. */
function NotClosed({ told, onSeen }: { readonly told: Told; readonly onSeen: () => void }) {
  const keptAt = told.notClosed?.lastKeptAt;
  return (
    <div role="alert" className="stopb told">
      <Status kind="look">Golden Thread was not closed last time: it, or this computer, stopped</Status>
      <p>
        Everything that was saved is here
        {keptAt !== undefined && `; the last of it was kept on ${formatInstant(keptAt)}`}. What was typed in
        the second before it stopped may be missing
        {told.writing.length > 0 ? ': look at the end of what was being written.' : '.'}
      </p>
      {told.writing.length > 0 && (
        <ul>
          {told.writing.map(({ childName, reviewId, reviewNumber, section }) => (
            <li key={`${reviewId} ${section}`}>
              <Link
                className="act"
                to="/reviews/$reviewId/$stage"
                params={{ reviewId, stage: 'write-up' }}
                search={{ at: section }}
              >
                {childName}, review {reviewNumber}: {headingOf(section)}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="btns">
        <Button look="small" onClick={onSeen}>
          Understood
        </Button>
      </div>
    </div>
  );
}

/** What an officer has to know about this store before relying on the list below. */
export function Notices() {
  const { data } = useRead('store:notices', {});
  const { isResumed } = useCover();
  const [isSeen, setSeen] = useState(false);
  if (!data) return null;
  // A page that stood open through it has sent again what it held: nothing is missing then.
  const isTold = data.notClosed !== undefined && !isResumed && !isSeen;
  if (!data.clockBehind && !isTold) return null;
  return (
    <div className="notices">
      {data.clockBehind && <ClockBehind behind={data.clockBehind} />}
      {isTold && <NotClosed told={data} onSeen={() => setSeen(true)} />}
    </div>
  );
}
