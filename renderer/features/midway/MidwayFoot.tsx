import { useNavigate } from '@tanstack/react-router';
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

const notSaved: AppError = {
  code: 'internal',
  message: 'What was typed last is not saved yet. It stays on screen; try again when the top bar says Saved.',
};

function useMidwayActions({ check, version }: MidwayView) {
  const saving = useSaving();
  const say = useSay();
  const navigate = useNavigate();
  const [failed, setFailed] = useState<AppError>();
  /** One thing at a time, on what is saved; why it did not come about stands in `error`. */
  const onSaved = async (work: () => Promise<void>) => {
    setFailed(undefined);
    // What was typed last is part of it.
    if (!(await saving.flushAll())) return setFailed(notSaved);
    return work().catch((cause: unknown) => setFailed(failureOf(cause)));
  };
  const done = async (words: string) => {
    await readAgain();
    say(words);
  };
  const { id } = check;
  const finish = () =>
    onSaved(async () => {
      const now = await call('midway:get', { id });
      if (now.gaps.length > 0) {
        await readAgain();
        return say(
          `Not yet answered: ${counted(now.gaps.length, 'thing')}. The list stands above the button.`,
        );
      }
      await call('midway:complete', { id, baseVersion: now.version });
      return done('Completed');
    });
  const openAgain = () =>
    onSaved(async () => {
      await call('midway:reopen', { id, baseVersion: version });
      await done('Open again');
    });
  const remove = () =>
    onSaved(async () => {
      const now = await call('midway:get', { id });
      await call('midway:remove', { id, baseVersion: now.version });
      await done('The midway check is removed.');
      await navigate({ to: '/children/$childId/$tab', params: { childId: check.childId, tab: 'reviews' } });
    });
  const print = () =>
    onSaved(async () => {
      const { fileName: name, content } = await call('midway:export', { id });
      const kind = { name: 'Word document', extensions: ['docx'] };
      const saved = await host('host:saveFile', { title: 'Save the midway check', name, kind, content });
      if (saved.ok) say('The midway check is saved in Word.');
      else if (saved.error.code !== 'cancelled') setFailed(saved.error);
    });
  return { finish, openAgain, remove, print, error: failed };
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
  const { finish, openAgain, remove, print, error } = useMidwayActions(data);
  const isUntouched = data.promises.every(({ progress }) => progress === undefined);
  const { filed } = data.check;
  return (
    <section aria-label="Completing the check" className="midwayfoot">
      {!isClosed && <Gaps gaps={data.gaps} />}
      {error && <ErrorNote error={error} />}
      <div className="btns">
        {isClosed ? (
          <Button onClick={() => void openAgain()}>Open again</Button>
        ) : (
          <Button look="go" onClick={() => void finish()}>
            Complete the check
          </Button>
        )}
        <Button icon="print" onClick={() => void print()}>
          Save in Word
        </Button>
        {!isClosed && isUntouched && <Button onClick={() => void remove()}>Remove this check</Button>}
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
