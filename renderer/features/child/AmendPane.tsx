import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import { useChange } from '../../app/queries.ts';
import { CallConflict } from '../../app/saving/CallConflict.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import type { ChildData, Promised } from './childData.ts';
import { Pane, usePanes } from './panes.tsx';

type Terms = {
  readonly what: string;
  readonly isAllocated: 'named' | 'not-allocated';
  readonly who: string;
  readonly doneBy: string;
  readonly dueKind: 'date' | 'court';
  readonly on: IsoDate | undefined;
  readonly because: string;
};

type Terminable = Pick<Promised['action'], 'what' | 'accountable' | 'doneBy' | 'due'>;

function dayOf(due: Terminable['due']): IsoDate | undefined {
  return due?.kind === 'date' ? due.on : due?.checkBy;
}

/** The terms of an action, ready to be changed. */
function termsOf(action: Terminable): Terms {
  const { accountable, due } = action;
  return {
    what: action.what,
    isAllocated: accountable?.kind ?? 'named',
    who: (accountable?.kind === 'named' ? accountable.name : accountable?.heldBy) ?? '',
    doneBy: action.doneBy ?? '',
    dueKind: due?.kind ?? 'date',
    on: dayOf(due),
    because: '',
  };
}

function accountableOf({ isAllocated, who }: Terms) {
  if (who.trim() === '') return undefined;
  return isAllocated === 'named'
    ? { kind: 'named' as const, name: who }
    : { kind: 'not-allocated' as const, heldBy: who };
}

function dueOf({ dueKind, on }: Terms) {
  if (dueKind === 'court') return { kind: 'court' as const, ...(on && { checkBy: on }) };
  return on && { kind: 'date' as const, on };
}

/** The terms as the call takes them: what is left empty is left as it was. */
function amendmentOf(terms: Terms) {
  const accountable = accountableOf(terms);
  const due = dueOf(terms);
  return {
    what: terms.what,
    because: terms.because,
    ...(accountable && { accountable }),
    ...(terms.doneBy.trim() !== '' && { doneBy: terms.doneBy }),
    ...(due && { due }),
  };
}

/** What the terms say, to be compared: a line each. */
function termsInWords({ what, who, doneBy, on, dueKind, isAllocated }: Terms): string {
  const day = on ? formatDate(on) : 'no day';
  return [
    what,
    isAllocated === 'named' ? who : `Not allocated: held by ${who}`,
    ...(doneBy.trim() === '' ? [] : [`Done by ${doneBy}`]),
    dueKind === 'court' ? `A day that a court sets, to be checked by ${day}` : day,
  ].join('\n');
}

type TermProps = {
  readonly terms: Terms;
  readonly set: (part: Partial<Terms>) => void;
  readonly today: IsoDate;
};

function TermFields({ terms, set, today }: TermProps) {
  return (
    <>
      <TextField label="What" value={terms.what} onChange={(what) => set({ what })} isLong />
      <SelectField
        label="Who answers for it"
        value={terms.isAllocated}
        choices={[
          { value: 'named', name: 'A named person' },
          { value: 'not-allocated', name: 'Not allocated: held by a manager' },
        ]}
        onChange={(isAllocated) => set({ isAllocated })}
      />
      <TextField
        label={terms.isAllocated === 'named' ? 'Name' : 'Held by'}
        value={terms.who}
        onChange={(who) => set({ who })}
      />
      <TextField
        label="Done by, where that is another"
        value={terms.doneBy}
        onChange={(doneBy) => set({ doneBy })}
      />
      <SelectField
        label="By when"
        value={terms.dueKind}
        choices={[
          { value: 'date', name: 'A day' },
          { value: 'court', name: 'A day that a court sets' },
        ]}
        onChange={(dueKind) => set({ dueKind })}
      />
      <DateField
        label={terms.dueKind === 'date' ? 'Day' : 'Check by'}
        value={terms.on}
        today={today}
        onChange={(on) => set({ on })}
      />
      <TextField
        label="Why it changes"
        hint="Kept beside the terms before it; a moved date counts as moved."
        value={terms.because}
        onChange={(because) => set({ because })}
      />
    </>
  );
}

type Props = { readonly promise: Promised; readonly today: IsoDate };

function AmendForm({ promise, today }: Props) {
  const [terms, setTerms] = useState(() => termsOf(promise.action));
  // The version that was read when the form was opened: a newer one is met, and told, when this is sent.
  const [version, setVersion] = useState(promise.version);
  const amend = useChange('action:amend');
  const panes = usePanes();
  const say = useSay();
  const isReady = terms.because.trim() !== '' && terms.what.trim() !== '';
  const keep = () => {
    amend.mutate(
      { id: promise.action.id, baseVersion: version, ...amendmentOf(terms) },
      {
        onSuccess: () => {
          say('Kept, with the terms before it');
          panes.close();
        },
      },
    );
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) keep();
      }}
    >
      <TermFields terms={terms} set={(part) => setTerms({ ...terms, ...part })} today={today} />
      {amend.error && amend.error.error.code !== 'conflict' && <ErrorNote error={amend.error.error} />}
      <CallConflict
        error={amend.error?.error}
        typed={terms}
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the conflict of an action carries the action
        formOf={(stored) => ({ ...termsOf(stored as Terminable), because: terms.because })}
        textOf={termsInWords}
        onChoose={(chosen, newer) => {
          setTerms(chosen);
          setVersion(newer);
          amend.reset();
        }}
      />
      <div className="btns">
        <Button type="submit" disabled={!isReady || amend.isPending}>
          Change, with the reason
        </Button>
        <Button look="link" onClick={panes.close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** New terms for a standing promise: the old ones stay in its history with who changed them, when and why. */
export function AmendPane({ actionId, data }: { readonly actionId: string; readonly data: ChildData }) {
  const promise = data.overview.promises.find(({ action }) => action.id === actionId);
  return (
    <Pane title={promise ? `Change ${promise.number}` : 'Change'} of={actionId}>
      {promise ? (
        <AmendForm key={actionId} promise={promise} today={data.today} />
      ) : (
        <p className="empty">This promise is no longer there.</p>
      )}
    </Pane>
  );
}
