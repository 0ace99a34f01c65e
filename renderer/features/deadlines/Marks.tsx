import { useEffect, useRef, useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { MarkKind } from '../../../shared/domain/model/deadlineMarks.ts';
import { Button } from '../../ui/Button.tsx';
import type { MarkOf } from './MarkForm.tsx';
import { MarkForm } from './MarkForm.tsx';

const names = {
  late: 'Say why it is late',
  done: 'Record as done',
  override: 'Another day',
  snooze: 'Let it rest',
} as const satisfies Record<MarkKind, string>;

/** What may be said of any date that is still open. */
export const marksOfOpen = ['done', 'override', 'snooze'] as const satisfies readonly MarkKind[];

type Props = {
  readonly kinds: readonly MarkKind[];
  readonly deadline: MarkOf;
  readonly officer: string;
  readonly today: IsoDate;
  /** After one is kept. */
  readonly onDone?: () => void;
};

/** What the officer may say of a date: a button each, and the form of the one that was pressed, which has the focus. */
export function Marks({ kinds, deadline, officer, today, onDone }: Props) {
  const [marking, setMarking] = useState<MarkKind>();
  const list = useRef<HTMLDivElement>(null);
  const left = useRef<MarkKind>(undefined);
  useEffect(() => {
    if (marking) left.current = marking;
    else if (left.current) list.current?.querySelector<HTMLElement>(`[data-mark="${left.current}"]`)?.focus();
  }, [marking]);
  const close = () => setMarking(undefined);
  if (marking) {
    return (
      <MarkForm
        kind={marking}
        deadline={deadline}
        officer={officer}
        today={today}
        onDone={() => {
          close();
          onDone?.();
        }}
        onCancel={close}
      />
    );
  }
  return (
    <div className="btns" ref={list}>
      {kinds.map((kind) => (
        <Button key={kind} look="small" data-mark={kind} onClick={() => setMarking(kind)}>
          {names[kind]}
        </Button>
      ))}
    </div>
  );
}
