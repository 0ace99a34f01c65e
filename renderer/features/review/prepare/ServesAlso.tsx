import { useRead } from '../../../app/queries.ts';
import type { SavedValue } from '../../../app/saving/useRecord.ts';
import { CheckField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';

type Meeting = SavedValue<'meeting:save'>;
type Props = { readonly meeting: Meeting; readonly onChange: (reviewIds: Meeting['reviewIds']) => void };

function Sibling({
  childId,
  name,
  meeting,
  onChange,
}: Props & { readonly childId: string; readonly name: string }) {
  const sibling = useRead('child:get', { id: childId });
  const open = sibling.data?.reviews.filter((review) => review.isBeforeStore !== true).at(-1);
  if (!sibling.data || !open) return null;
  const isServed = sibling.data.meetings.some((other) => other.id === meeting.id);
  return (
    <CheckField
      label={`${name}’s review ${open.number} too: one meeting, a record of each`}
      isChecked={isServed || meeting.reviewIds.includes(open.id)}
      onChange={(isChecked) => {
        // Once a meeting serves both it goes on doing so: the core never takes another child's review out.
        if (isChecked) onChange([...meeting.reviewIds, open.id]);
      }}
    />
  );
}

/** One meeting can serve the reviews of brothers and sisters: its day and who came are shared, their records never. */
export function ServesAlso({ meeting, onChange }: Props) {
  const { record } = useReview();
  const linked = record.people.flatMap(({ name, linkedChildId }) =>
    linkedChildId === undefined ? [] : [{ name, childId: linkedChildId }],
  );
  if (linked.length === 0) return null;
  return (
    <fieldset>
      <legend>Also serves</legend>
      {linked.map(({ name, childId }) => (
        <Sibling key={childId} childId={childId} name={name} meeting={meeting} onChange={onChange} />
      ))}
    </fieldset>
  );
}
