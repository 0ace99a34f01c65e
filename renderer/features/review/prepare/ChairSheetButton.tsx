import { useState } from 'react';
import type { AppError } from '../../../../shared/domain/result.ts';
import { host } from '../../../bridge.ts';
import { call, failureOf } from '../../../app/calls.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useSay } from '../../../ui/LiveRegion.tsx';
import { useReview } from '../useReview.tsx';

/** The chair's sheet as a Word file, to print: many keep the laptop shut when a child talks. */
export function ChairSheetButton() {
  const { review } = useReview();
  const say = useSay();
  const [error, setError] = useState<AppError>();
  const [path, setPath] = useState<string>();
  const save = async () => {
    setError(undefined);
    try {
      const { fileName, content } = await call('document:export', { reviewId: review.id, document: 'chair' });
      const kind = { name: 'Word document', extensions: ['docx'] };
      const saved = await host('host:saveFile', {
        title: 'Save the chair’s sheet',
        name: fileName,
        kind,
        content,
      });
      if (saved.ok) {
        setPath(saved.value.path);
        say('The chair’s sheet is saved.');
      } else if (saved.error.code !== 'cancelled') setError(saved.error);
    } catch (cause) {
      setError(failureOf(cause));
    }
  };
  return (
    <>
      <Button look="go" icon="print" onClick={() => void save()}>
        Chair’s sheet in Word
      </Button>
      {path !== undefined && (
        <p className="note">
          Saved. Print it, and write it up by its date.{' '}
          <Button look="link" onClick={() => void host('host:showFile', { path })}>
            Show the file
          </Button>
        </p>
      )}
      {error && <ErrorNote error={error} />}
    </>
  );
}
