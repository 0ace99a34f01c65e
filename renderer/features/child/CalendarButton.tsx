import { useRef, useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { counted } from '../../app/words.ts';
import { host } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { CheckField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';

function useCalendar(childId: string | undefined, onDone: () => void) {
  const say = useSay();
  const [error, setError] = useState<AppError>();
  const save = async (isNamed: boolean, isWholeSeries: boolean) => {
    setError(undefined);
    try {
      const { fileName, content, entries } = await call('calendar:export', {
        ...(childId !== undefined && { childIds: [childId] }),
        isNamed,
        isWholeSeries,
      });
      const kind = { name: 'Calendar', extensions: ['ics'] };
      const saved = await host('host:saveFile', {
        title: 'Save for your calendar',
        name: fileName,
        kind,
        content,
      });
      if (!saved.ok) {
        if (saved.error.code !== 'cancelled') setError(saved.error);
        return;
      }
      say(`${counted(entries, 'entry', 'entries')} saved. Open the file to add them to your calendar.`);
      onDone();
    } catch (cause) {
      setError(failureOf(cause));
    }
  };
  return { save, error };
}

type FormProps = { readonly childId: string | undefined; readonly onClose: () => void };

function CalendarForm({ childId, onClose }: FormProps) {
  const [isNamed, setNamed] = useState(false);
  const [isWholeSeries, setWholeSeries] = useState(childId !== undefined);
  const { save, error } = useCalendar(childId, onClose);
  return (
    <form
      className="form calendar"
      aria-label="For your calendar"
      onSubmit={(event) => {
        event.preventDefault();
        void save(isNamed, isWholeSeries);
      }}
    >
      <p className="note">
        An .ics file, which Outlook and other calendars open. A newer one moves the entries of an older one.
      </p>
      <CheckField
        label="With the midway check and the last lawful day"
        isChecked={isWholeSeries}
        onChange={setWholeSeries}
      />
      <CheckField
        label="With names and places: only where nobody else sees your calendar"
        isChecked={isNamed}
        onChange={setNamed}
      />
      {error && <ErrorNote error={error} />}
      <div className="btns">
        <Button type="submit">Save the file</Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

/** Puts next reviews into the officer's own calendar, by a file; without any name unless it is asked for. */
export function CalendarButton({ childId }: { readonly childId?: string }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <Button ref={button} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {childId === undefined ? 'Reviews for your calendar' : 'For your calendar'}
      </Button>
      {isOpen && <CalendarForm childId={childId} onClose={close} />}
    </>
  );
}
