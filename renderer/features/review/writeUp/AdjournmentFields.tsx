import { useState } from 'react';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';
import { RecordDate, RequiredField, withField } from './fields.tsx';
import type { ReviewEditor } from './useReviewRecord.ts';

type Props = { readonly editor: ReviewEditor };

/** An adjournment is kept once it has its two days and its reason: the core checks that it is not too long. */
function NewAdjournment({ editor }: Props) {
  const { today } = useReview();
  const { value, edit } = editor;
  const [on, setOn] = useState<IsoDate>();
  const [until, setUntil] = useState<IsoDate>();
  const [why, setWhy] = useState('');
  const isReady = on !== undefined && until !== undefined && why.trim() !== '';
  return (
    <details className="more">
      <summary>It was adjourned</summary>
      <div className="row">
        <DateField label="Adjourned on" value={on} today={today} onChange={setOn} />
        <DateField label="Until" value={until} today={today} onChange={setUntil} />
        <TextField label="Why" value={why} onChange={setWhy} />
        <Button
          look="small"
          disabled={!isReady}
          onClick={() => isReady && edit({ ...value, adjournment: { on, until, why } })}
        >
          Keep
        </Button>
      </div>
    </details>
  );
}

/** The one adjournment a review may have (at most 20 working days). */
export function AdjournmentFields({ editor }: Props) {
  const { value, edit } = editor;
  const { adjournment } = value;
  if (!adjournment) return <NewAdjournment editor={editor} />;
  const change = (next: typeof adjournment) => edit({ ...value, adjournment: next });
  return (
    <div className="row">
      <RecordDate
        label="Adjourned on"
        value={adjournment.on}
        onChange={(on) => on && change({ ...adjournment, on })}
        record={value.id}
        entity="review"
        field="adjournment.on"
      />
      <RecordDate
        label="Until"
        value={adjournment.until}
        onChange={(until) => until && change({ ...adjournment, until })}
        record={value.id}
        entity="review"
        field="adjournment.until"
      />
      <RequiredField
        label="Why"
        value={adjournment.why}
        onChange={(why) => change({ ...adjournment, why })}
      />
      <Button look="small" onClick={() => edit(withField(value, 'adjournment', undefined))}>
        Not adjourned
      </Button>
    </div>
  );
}
