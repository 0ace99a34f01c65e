import type { SectionRow } from '../../../../shared/domain/model/sections.ts';
import { endingOf } from '../../../../shared/domain/endings.ts';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import { isUnanswered } from './groupState.ts';
import { TextBlock } from './TextBlock.tsx';

function SectionHead({ row }: { readonly row: SectionRow }) {
  const { record, review, findings, numbers } = useReview();
  const ending = endingOf(record, review.id, row.key);
  const points = record.points.filter((point) => point.section === row.key);
  const waiting = findings.filter((finding) => finding.target.section === row.key && isUnanswered(finding));
  const names = waiting.flatMap(({ target }) =>
    target.point === undefined ? [] : (numbers[target.point] ?? []),
  );
  return (
    <div className="sechead">
      <h2>{row.heading}</h2>
      {ending?.kind === 'discussed' && <span className="note">Ending: discussed</span>}
      {waiting.length > 0 && (
        <Status kind="must">
          {waiting.length} of {points.length} {points.length === 1 ? 'point' : 'points'}{' '}
          {waiting.length === 1 ? 'has' : 'have'} no answer: {names.join(', ')}
        </Status>
      )}
    </div>
  );
}

/** One section as set minutes: facts, what happened, the child's words, what it means, what is agreed, its ending. */
export function SectionSheet({ row }: { readonly row: SectionRow }) {
  return (
    <section className="sec" data-row={row.key} aria-label={row.heading} tabIndex={-1}>
      <SectionHead row={row} />
      <TextBlock section={row.key} heading={row.heading} part="account" />
      <TextBlock section={row.key} heading={row.heading} part="meaning" />
    </section>
  );
}
