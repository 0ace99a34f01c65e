import { Suspense, lazy, useState } from 'react';
import '../../styles/firstDay.css';
import { ThreadMark } from '../../ui/ThreadMark.tsx';
import { FirstRun } from './FirstRun.tsx';
import { Unlock } from './Unlock.tsx';

// Seldom needed, and it reads dates: nobody who unlocks waits for it.
const Restore = lazy(async () => ({ default: (await import('./Restore.tsx')).Restore }));

type Props = {
  readonly state: 'none' | 'locked';
  /** The core was restarted under the open window: what was typed waits behind the door. */
  readonly isInterrupted?: boolean;
  readonly onOpen: () => void;
};

/** Before anything of a child is on screen: a first passphrase, the passphrase, or a backup brought back. */
export function Door({ state, isInterrupted = false, onOpen }: Props) {
  const [isRestoring, setRestoring] = useState(false);
  // Kept while a step of the first run is under way, whatever the store says meanwhile. Behind screens that are open
  // there is a store: its folder has gone, and unlocking says so.
  const [isStarting, setStarting] = useState(state === 'none' && !isInterrupted);
  const title = isRestoring ? 'Restore a backup' : isStarting ? 'Golden Thread' : 'Golden Thread is locked';
  return (
    <main className="door">
      <div className="sheet-of-paper">
        <h1>
          <ThreadMark size={36} />
          {title}
        </h1>
        {isRestoring ? (
          <Suspense>
            <Restore onOpen={onOpen} onBack={() => setRestoring(false)} />
          </Suspense>
        ) : isStarting ? (
          <FirstRun
            onOpen={() => {
              setStarting(false);
              onOpen();
            }}
            onRestore={() => setRestoring(true)}
          />
        ) : (
          <Unlock isInterrupted={isInterrupted} onOpen={onOpen} />
        )}
      </div>
    </main>
  );
}
