import { heldOn, countedOn } from '../../../../shared/domain/reviews.ts';
import type { ParticipationCode } from '../../../../shared/domain/participation.ts';
import {
  asksWhatWasOffered,
  participationChoices,
  participationFault,
  participationMeanings,
} from '../../../../shared/domain/participation.ts';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';
import { orNothing, withField } from './fields.tsx';
import { useReviewRecord } from './useReviewRecord.ts';

const faults = {
  'under-four': 'Under four on the day that counts: only PN0 fits.',
  'four-or-over': 'Four or over on the day that counts: PN0 does not fit.',
} as const;

/** How the child took part: the code that fits the age, and the words beside it. */
export function ParticipationPart() {
  const { record, review, child, today } = useReview();
  const { value, edit } = useReviewRecord();
  const { participation } = value;
  const day = countedOn(record, review) ?? heldOn(record, review) ?? today;
  const code = participation?.code;
  const choices = [...new Set([...participationChoices(child.dateOfBirth, day), ...(code ? [code] : [])])];
  const fault = code && participationFault(code, child.dateOfBirth, day);
  const set = (field: 'through' | 'offered' | 'nextTime' | 'part', words: string) =>
    edit({ ...value, participation: withField(participation ?? {}, field, orNothing(words)) });
  return (
    <section className="blk">
      <h3>Took part</h3>
      <div className="body in form">
        <SelectField<ParticipationCode>
          label={`How ${child.preferredName} took part`}
          value={code ?? ''}
          choices={choices.map((choice) => ({
            value: choice,
            name: `${choice}: ${participationMeanings[choice]}`,
          }))}
          onChange={(next) => edit({ ...value, participation: { ...participation, code: next } })}
          fault={fault && faults[fault]}
        />
        <div className="row">
          <TextField
            label="Who spoke, or by which route"
            value={participation?.through ?? ''}
            onChange={(words) => set('through', words)}
          />
          <TextField
            label="What was offered"
            value={participation?.offered ?? ''}
            onChange={(words) => set('offered', words)}
            hint={code && asksWhatWasOffered(code) ? 'Asked for with this code' : undefined}
          />
        </div>
        <div className="row">
          <TextField
            label="What will be tried next time"
            value={participation?.nextTime ?? ''}
            onChange={(words) => set('nextTime', words)}
          />
          <TextField
            label="The child’s part in planning or chairing"
            value={participation?.part ?? ''}
            onChange={(words) => set('part', words)}
          />
        </div>
      </div>
    </section>
  );
}
