import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { readAgain, useChange } from '../../app/queries.ts';
import { useSaving } from '../../app/saving/useSaving.tsx';
import { counted } from '../../app/words.ts';
import { host } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { Status } from '../../ui/Status.tsx';
import type { MidwayPart, MidwayView } from './midwayData.ts';

function FilingForm({ data }: { readonly data: MidwayView }) {
  const file = useChange('midway:file');
  const say = useSay();
  const [on, setOn] = useState<IsoDate | undefined>(data.today);
  const [reference, setReference] = useState('');
  const isReady = on !== undefined && /\S/.test(reference);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        file.mutate(
          { id: data.check.id, baseVersion: data.version, filed: { on, reference } },
          { onSuccess: () => say('Filed to the case record') },
        );
      }}
    >
      <div className="row">
        <DateField label="Filed on" value={on} today={data.today} onChange={setOn} />
        <TextField label="Reference in the case record" value={reference} onChange={setReference} />
      </div>
      {file.error && <ErrorNote error={file.error.error} />}
      <div className="btns">
        <Button type="submit" disabled={!isReady}>
          Stamp as filed
        </Button>
      </div>
    </form>
  );
}

function useMidwayActions({ check, version }: MidwayView) {
  const saving = useSaving();
  const say = useSay();
  const complete = useChange('midway:complete');
  const reopen = useChange('midway:reopen');
  const [failed, setFailed] = useState<AppError>();
  const finish = async () => {
    setFailed(undefined);
    // What was typed last is part of it.
    await saving.flushAll();
    await readAgain();
    const now = await call('midway:get', { id: check.id });
    complete.mutate({ id: check.id, baseVersion: now.version }, { onSuccess: () => say('Completed') });
  };
  const openAgain = () =>
    reopen.mutate({ id: check.id, baseVersion: version }, { onSuccess: () => say('Open again') });
  const print = async () => {
    setFailed(undefined);
    try {
      await saving.flushAll();
      const { fileName: name, content } = await call('midway:export', { id: check.id });
      const kind = { name: 'Word document', extensions: ['docx'] };
      const saved = await host('host:saveFile', { title: 'Save the midway check', name, kind, content });
      if (saved.ok) say('The midway check is saved in Word.');
      else if (saved.error.code !== 'cancelled') setFailed(saved.error);
    } catch (cause) {
      setFailed(failureOf(cause));
    }
  };
  const error = failed ?? complete.error?.error ?? reopen.error?.error;
  return { finish, openAgain, print, error };
}

function Gaps({ gaps }: { readonly gaps: MidwayView['gaps'] }) {
  if (gaps.length === 0) return <Status kind="done">Everything is answered</Status>;
  return (
    <details className="gaps">
      <summary>
        <Status kind="look">Not yet answered: {counted(gaps.length, 'thing')}</Status>
      </summary>
      <ul className="faults">
        {gaps.map(({ field, what }) => (
          <li key={`${field} ${what}`}>{what}</li>
        ))}
      </ul>
    </details>
  );
}

/** What is still missing, and what can be done with the check: complete it, print it, file it, open it again. */
export function MidwayFoot({ data, isClosed }: MidwayPart) {
  const { finish, openAgain, print, error } = useMidwayActions(data);
  const { filed } = data.check;
  return (
    <section aria-label="Completing the check" className="midwayfoot">
      {!isClosed && <Gaps gaps={data.gaps} />}
      {error && error.code !== 'invalid-input' && <ErrorNote error={error} />}
      <div className="btns">
        {isClosed ? (
          <Button onClick={openAgain}>Open again</Button>
        ) : (
          <Button look="go" aria-disabled={data.gaps.length > 0} onClick={() => void finish()}>
            Complete the check
          </Button>
        )}
        <Button icon="print" onClick={() => void print()}>
          Save in Word
        </Button>
      </div>
      {isClosed && !filed && <FilingForm data={data} />}
      {filed && (
        <Status kind="settled">
          Filed to the case record {formatDate(filed.on)}, {filed.reference}
        </Status>
      )}
    </section>
  );
}
