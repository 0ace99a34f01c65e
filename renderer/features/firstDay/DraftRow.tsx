import type { IsoDate } from '../../../shared/domain/dates.ts';
import { CheckField, TextField } from '../../ui/Field.tsx';
import type { ActionDraft } from './pastedActions.ts';
import { noteOnDraft } from './pastedActions.ts';

type Props = {
  readonly number: number;
  readonly draft: ActionDraft;
  readonly reviewOn: IsoDate;
  readonly onEdit: (part: Partial<ActionDraft>) => void;
};

/** One pasted action; whatever the table had wrong is put right here. */
export function DraftRow({ number, draft, reviewOn, onEdit }: Props) {
  const note = draft.isChosen ? noteOnDraft(draft, reviewOn) : undefined;
  return (
    <li>
      <CheckField
        label={draft.isChosen ? `Add ${number}` : `Leave ${number} out`}
        isChecked={draft.isChosen}
        onChange={(isChosen) => onEdit({ isChosen })}
      />
      <TextField label="Action" value={draft.what} onChange={(what) => onEdit({ what })} />
      <TextField label="Who" value={draft.who} onChange={(who) => onEdit({ who })} />
      <TextField
        label="By when"
        value={draft.due}
        onChange={(due) => onEdit({ due })}
        hint={note && !note.isFault ? note.words : undefined}
        fault={note?.isFault ? note.words : undefined}
      />
    </li>
  );
}
