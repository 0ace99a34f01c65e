import { TextField } from '../../ui/Field.tsx';
import { DayOfForm } from './DayOfForm.tsx';
import type { FormParts } from './formParts.ts';

/** The review held before this store began, from which the next one's last lawful day is counted. */
export function AboutReviews(parts: FormParts) {
  const { form, edit, faultOf } = parts;
  return (
    <fieldset className="form">
      <legend>The last review, if there was one</legend>
      <div className="row top-aligned">
        <TextField
          label="Its number"
          value={form.lastReviewNumber}
          onChange={(lastReviewNumber) => edit({ lastReviewNumber })}
          fault={faultOf('lastReview')}
        />
        <DayOfForm {...parts} field="lastReviewOn" label="Held on" />
        <DayOfForm {...parts} field="nextReviewOn" label="Next review, if booked" />
      </div>
      <p className="note">Its actions can be pasted from the Word table on the child’s page.</p>
    </fieldset>
  );
}
