import { useState } from 'react';
import type { Officer } from '../../../shared/caseFile.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { AppError } from '../../../shared/domain/result.ts';
import '../../styles/firstDay.css';
import { call, failureOf } from '../../app/calls.ts';
import { newId } from '../../app/ids.ts';
import { readAgain, useRead } from '../../app/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { AboutChild } from './AboutChild.tsx';
import { AboutReviews } from './AboutReviews.tsx';
import type { ChildForm } from './childForm.ts';
import { childOf, emptyChildForm } from './childForm.ts';
import type { FieldFault } from './newChild.ts';
import { caseFileOfNewChild } from './newChild.ts';
import { identityOf } from './sheetRows.ts';

type Props = {
  /** The child is kept; its page can open. */
  readonly onDone: (childId: string) => void;
  readonly onCancel: () => void;
};

function useAddChild(officer: Officer, today: IsoDate, onDone: (childId: string) => void) {
  const children = useRead('child:list', {});
  const [form, setForm] = useState<ChildForm>(emptyChildForm);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [error, setError] = useState<AppError>();
  // One name for one child: a second press, or a retry after a lost answer, adds nobody twice.
  const [childId] = useState(newId);
  const say = useSay();
  const known = new Set((children.data ?? []).map(identityOf));
  const save = async () => {
    setError(undefined);
    const result = childOf(form, today);
    setFaults(result.ok ? [] : result.faults);
    if (!result.ok) return say('Not added yet: look at the fields that are marked.');
    if (known.has(identityOf(result.child))) {
      return setFaults([
        { field: 'fullName', message: 'A child of this name and date of birth is already here' },
      ]);
    }
    const file = caseFileOfNewChild(result.child, { officer, today, newId });
    try {
      const files = [{ ...file, child: { ...file.child, id: childId } }];
      await call('caseFile:import', { files, onConflict: 'refuse' });
      await readAgain();
      say(`${result.child.preferredName} is added.`);
      onDone(childId);
    } catch (cause) {
      setError(failureOf(cause));
    }
  };
  return {
    form,
    edit: (part: Partial<ChildForm>) => setForm((now) => ({ ...now, ...part })),
    faults,
    error,
    save,
  };
}

function AddChildForm({
  officer,
  today,
  onDone,
  onCancel,
}: Props & { readonly officer: Officer; readonly today: IsoDate }) {
  const { form, edit, faults, error, save } = useAddChild(officer, today, onDone);
  const parts = {
    form,
    edit,
    today,
    faultOf: (name: string) => faults.find(({ field }) => field === name)?.message,
  };
  return (
    <form
      className="form bring"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>Add a child</h2>
      <AboutChild {...parts} />
      <AboutReviews {...parts} />
      {error && <ErrorNote error={error} />}
      <div className="btns">
        <Button type="submit" look="go">
          Add this child
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

/** A child in two minutes: who they are, since when, under what, and the last review. The rest can follow. */
export function AddChild(props: Props) {
  const settings = useRead('settings:get', {});
  if (settings.error) return <ErrorNote error={settings.error.error} />;
  if (!settings.data) return null;
  return <AddChildForm {...props} officer={settings.data.officer} today={settings.data.today} />;
}
