import { useEffect, useRef } from 'react';
import { instant } from '../../../shared/domain/dates.ts';
import { formatClock } from '../../../shared/domain/london.ts';
import { Button } from '../../ui/Button.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { Status } from '../../ui/Status.tsx';
import { useOverallState, useSaving } from './useSaving.tsx';

/** Top right, always: saved at, saving, or not saved with a way to try now. A screen reader hears each change once. */
export function SaveState() {
  const saving = useSaving();
  const { state, savedAt } = useOverallState();
  const say = useSay();
  const last = useRef(state.kind);
  useEffect(() => {
    if (last.current === state.kind) return;
    last.current = state.kind;
    if (state.kind === 'saved') say('Saved');
    if (state.kind === 'not-saved') say('Not saved. It is kept here and tried again.');
    if (state.kind === 'conflict') say('Changed in two places. Both are kept.');
  }, [say, state.kind]);
  if (state.kind === 'saving') return <Status kind="part">Saving</Status>;
  if (state.kind === 'conflict') return <Status kind="must">Two versions: choose below</Status>;
  if (state.kind === 'not-saved') {
    return (
      <>
        <Status kind="must">Not saved: kept here, trying again</Status>
        <Button look="small" onClick={saving.retryNow}>
          Try now
        </Button>
      </>
    );
  }
  return savedAt === undefined ? null : <Status kind="done">Saved {formatClock(instant(savedAt))}</Status>;
}
