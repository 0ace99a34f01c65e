import { Link } from '@tanstack/react-router';
import { formatLongDate } from '../../../shared/domain/london.ts';
import { formatDay } from '../../app/words.ts';
import { Status } from '../../ui/Status.tsx';
import type { StatusKind } from '../../ui/Status.tsx';
import { CalendarButton } from './CalendarButton.tsx';
import { MidwayChecks } from './MidwayChecks.tsx';
import type { ChildData, Overview } from './childData.ts';

type Line = Overview['reviews'][number];

const stages: Readonly<Record<Line['stage'], { kind: StatusKind; words: string; stage: string }>> = {
  'before-store': { kind: 'settled', words: 'Before this store', stage: 'prepare' },
  prepared: { kind: 'open', words: 'Prepared', stage: 'prepare' },
  held: { kind: 'part', words: 'Held, being written up', stage: 'write-up' },
  'decisions-finalised': { kind: 'part', words: 'Decisions final, reply awaited', stage: 'issue' },
  replied: { kind: 'part', words: 'Decisions final, replied', stage: 'write-up' },
  'record-finalised': { kind: 'ready', words: 'Record final, not issued', stage: 'issue' },
  issued: { kind: 'ready', words: 'Issued, not yet filed', stage: 'issue' },
  filed: { kind: 'settled', words: 'Filed', stage: 'issue' },
};

function Row({ line, data }: { readonly line: Line; readonly data: ChildData }) {
  const review = data.view.reviews.find(({ id }) => id === line.id);
  const { kind, words, stage } = stages[line.stage];
  const isBefore = line.stage === 'before-store';
  const name = `Review ${line.number}`;
  return (
    <tr>
      <th scope="row">
        {isBefore ? (
          name
        ) : (
          <Link className="lnk b" to="/reviews/$reviewId/$stage" params={{ reviewId: line.id, stage }}>
            {name}
          </Link>
        )}
      </th>
      <td className="num nw" data-name="Held">
        {line.heldOn ? formatDay(line.heldOn, data.today) : 'No day yet'}
      </td>
      <td data-name="How far">
        <Status kind={kind}>{words}</Status>
      </td>
      <td data-name="Statutory">
        {line.counts ? 'Counts' : `Does not count${review?.whyNotCounted ? `: ${review.whyNotCounted}` : ''}`}
      </td>
      <td data-name="Took part">{review?.participation?.code ?? ''}</td>
      <td data-name="Chaired by">{review?.chairedBy ?? ''}</td>
    </tr>
  );
}

/** Every review of the child, the newest first, with how far each has come. */
export function ReviewsTab({ data }: { readonly data: ChildData }) {
  const { reviews, next, today } = { ...data.overview, today: data.today };
  const lawful = next.lastLawfulDay;
  return (
    <div className="tabbody">
      <p className="note num">
        {lawful.kind === 'computed'
          ? `Last lawful day of review ${next.number}: ${formatLongDate(lawful.due)}${lawful.due < today ? ', passed' : ''}. ${lawful.sum.join(' ')}`
          : `Last lawful day of review ${next.number} not computed. ${lawful.why}`}
      </p>
      {reviews.length === 0 ? (
        <p className="empty">No review yet. The button above starts the first.</p>
      ) : (
        <table className="caseload">
          <thead>
            <tr>
              <th scope="col">Review</th>
              <th scope="col">Held</th>
              <th scope="col">How far</th>
              <th scope="col">Statutory</th>
              <th scope="col">Took part</th>
              <th scope="col">Chaired by</th>
            </tr>
          </thead>
          <tbody>
            {reviews.toReversed().map((line) => (
              <Row key={line.id} line={line} data={data} />
            ))}
          </tbody>
        </table>
      )}
      <div className="below">
        <CalendarButton childId={data.view.child.id} />
      </div>
      <MidwayChecks data={data} />
    </div>
  );
}
