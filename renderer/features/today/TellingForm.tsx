import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';

type Props = {
  readonly pointId: string;
  readonly by: string;
  readonly today: IsoDate;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** Who told the child, when, and how the child took it: the end of a promise to tell. */
export function TellingForm({ pointId, by: promisedBy, today, onDone, onCancel }: Props) {
  const [by, setBy] = useState(promisedBy);
  const [on, setOn] = useState<IsoDate | undefined>(today);
  const [reaction, setReaction] = useState('');
  const record = useChange('telling:record');
  const isReady = by.trim() !== '' && on !== undefined;
  const save = () => {
    if (!isReady || record.isPending) return;
    const value = { pointId, by, on, ...(reaction.trim() !== '' && { reaction }) };
    void record.mutateAsync(value).then(onDone, () => undefined);
  };
  return (
    <form
      className="telling"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="row">
        <TextField label="Told by" value={by} onChange={setBy} />
        <DateField label="On" value={on} today={today} onChange={setOn} />
      </div>
      <TextField
        label="How the child took it, in their words where you can"
        value={reaction}
        onChange={setReaction}
      />
      {record.error && <ErrorNote error={record.error.error} />}
      <div className="btns">
        <Button type="submit" disabled={!isReady || record.isPending}>
          Keep
        </Button>
        <Button look="link" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
