import { useEffect, useState } from 'react';
import { onHost } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { Status } from '../ui/Status.tsx';
import { useSaving } from './saving/useSaving.tsx';

/** The words of whatever was typed, one to a line; ids and codes among them are left out. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string')
    return /\s|[a-z]{3}/i.test(value) && !/^[\da-f-]{36}/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsOf);
}

/** The core stays down: nothing more is saved here. Says so above everything and offers what is not saved. */
export function CoreFailed() {
  const saving = useSaving();
  const [isDown, setDown] = useState(false);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => onHost('core:failed', () => setDown(true)), []);
  if (!isDown) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(saving.allUnsaved().flatMap(wordsOf).join('\n'));
    setCopied(true);
  };
  return (
    <div role="alert" className="stopb core-failed">
      <Status kind="must">Golden Thread can save nothing more in this window.</Status>
      <p>
        The part that keeps records stopped too often. What was saved is safe. Copy what was not, close the
        window and start again.
      </p>
      <div className="btns">
        <Button look="small" onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy what is not saved'}
        </Button>
      </div>
    </div>
  );
}
