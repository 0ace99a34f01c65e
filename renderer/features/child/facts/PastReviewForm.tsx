import { Review } from '../../../../shared/domain/model/review.ts';
import type { ChildData } from '../childData.ts';
import { LiveFields } from '../fields/LiveFields.tsx';
import type { FieldSpec } from '../fields/specs.ts';
import { useLiveRecord } from '../fields/useLiveRecord.ts';
import type { FormProps } from './forms.tsx';
import { versionOf } from './forms.tsx';

const pastReviewSpecs: readonly FieldSpec[] = [
  {
    kind: 'date',
    name: 'heldOn',
    label: 'Held on',
    hint: 'The next review is counted from the last one that counts',
  },
  { kind: 'check', name: 'countsAsStatutory', label: 'Counts as a statutory review' },
  {
    kind: 'line',
    name: 'whyNotCounted',
    label: 'It does not count, because',
    when: ({ countsAsStatutory }) => countsAsStatutory !== true,
  },
];

/** The day of a review held before this store began, and whether it counts: the next one is counted from it. */
export function PastReviewForm({ data, id }: FormProps) {
  const stored = data.view.reviews.find((review) => review.id === id);
  return stored ? <PastReview data={data} stored={stored} /> : <p className="empty">No longer there.</p>;
}

type Props = { readonly data: ChildData; readonly stored: ChildData['view']['reviews'][number] };

function PastReview({ data, stored }: Props) {
  const record = useLiveRecord({
    channel: 'review:save',
    entity: 'review',
    schema: Review,
    childId: data.view.child.id,
    id: stored.id,
    stored,
    version: versionOf(data, stored.id),
    // A box that is not ticked is an answer here, not a field left out.
    follow: (next) => ({ ...next, countsAsStatutory: next['countsAsStatutory'] === true }),
  });
  return (
    <div className="form">
      <LiveFields record={record} specs={pastReviewSpecs} today={data.today} people={[]} />
    </div>
  );
}
