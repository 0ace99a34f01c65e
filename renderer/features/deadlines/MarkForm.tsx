import { useEffect, useRef, useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { keysOf } from '../../../shared/domain/keysOf.ts';
import type { LateReason, MarkKind } from '../../../shared/domain/model/deadlineMarks.ts';
import { DeadlineMark, lateReasons } from '../../../shared/domain/model/deadlineMarks.ts';
import { newId } from '../../app/ids.ts';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import type { DateLine } from './deadlineWords.ts';

export type MarkOf = Pick<DateLine, 'key' | 'what'> & { readonly childId: string };

type Props = {
  readonly kind: MarkKind;
  readonly deadline: MarkOf;
  readonly officer: string;
  readonly today: IsoDate;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

const words = {
  done: { title: 'Done on', day: 'Done on', line: 'In a line', submit: 'Record as done' },
  late: { title: 'Why late', day: '', line: 'In your words', submit: 'Record why' },
  override: { title: 'Another day', day: 'Due on', line: 'Because', submit: 'Set the day' },
  snooze: { title: 'Let it rest', day: 'Rests until', line: 'Because', submit: 'Let it rest' },
} as const satisfies Record<MarkKind, unknown>;

const reasonChoices = keysOf(lateReasons).map((value) => ({ value, name: lateReasons[value] }));

type Typed = { readonly day: IsoDate | undefined; readonly line: string; readonly reason: LateReason | '' };

function markOf({ kind, deadline, officer, today }: Props, { day, line, reason }: Typed) {
  const own = { id: newId(), childId: deadline.childId, deadline: deadline.key, by: officer, on: today };
  const said = line.trim();
  const mark = {
    done: { kind, doneOn: day, ...(said !== '' && { line: said }) },
    late: { kind, reason, ...(said !== '' && { words: said }) },
    override: { kind, due: day, because: said },
    snooze: { kind, until: day, because: said },
  }[kind];
  return DeadlineMark.safeParse({ ...own, ...mark });
}

type Faults = Readonly<Record<'day' | 'reason' | 'line', string | undefined>>;

function faultsOf(kind: MarkKind, { day, line, reason }: Typed, isAsked: boolean): Faults {
  if (!isAsked) return { day: undefined, reason: undefined, line: undefined };
  return {
    day: kind !== 'late' && !day ? 'Which day?' : undefined,
    reason: kind === 'late' && reason === '' ? 'Which of these?' : undefined,
    line:
      line.trim() === '' && (kind === 'override' || kind === 'snooze' || reason === 'other')
        ? 'Say why'
        : undefined,
  };
}

function useMarkForm(props: Props) {
  const say = useSay();
  const save = useChange('deadlineMark:save');
  const [typed, setTyped] = useState<Typed>({
    day: props.kind === 'done' ? props.today : undefined,
    line: '',
    reason: '',
  });
  const [isAsked, setAsked] = useState(false);
  const faults = faultsOf(props.kind, typed, isAsked);
  const send = () => {
    setAsked(true);
    const mark = markOf(props, typed);
    if (!mark.success || save.isPending) return;
    const onSuccess = () => {
      say('Kept');
      props.onDone();
    };
    // Reading again may take the row away, and this form with it: what follows is its list's to do all the same.
    void save.mutateAsync({ value: mark.data, baseVersion: 0 }).then(onSuccess, () => undefined);
  };
  return { typed, setTyped, faults, send, error: save.error?.error };
}

/** What the officer says of a computed date: done, why late, another day, or that it may rest. */
export function MarkForm(props: Props) {
  const { kind, today, deadline, onCancel } = props;
  const { typed, setTyped, faults, send, error } = useMarkForm(props);
  const said = words[kind];
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  return (
    <form
      ref={form}
      className="form markform"
      aria-label={`${said.title}: ${deadline.what}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="row top-aligned">
        {kind === 'late' ? (
          <SelectField
            label="It was late because"
            value={typed.reason}
            choices={reasonChoices}
            fault={faults.reason}
            onChange={(reason) => setTyped({ ...typed, reason })}
          />
        ) : (
          <DateField
            label={said.day}
            value={typed.day}
            today={today}
            fault={faults.day}
            onChange={(day) => setTyped({ ...typed, day })}
          />
        )}
        <TextField
          label={said.line}
          value={typed.line}
          fault={faults.line}
          onChange={(line) => setTyped({ ...typed, line })}
        />
      </div>
      {error && <ErrorNote error={error} />}
      <div className="btns">
        <Button type="submit">{said.submit}</Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
