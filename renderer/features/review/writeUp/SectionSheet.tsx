import { Link } from '@tanstack/react-router';
import type { SectionRow } from '../../../../shared/domain/model/sections.ts';
import { endingOf } from '../../../../shared/domain/endings.ts';
import { possessive } from '../../../../shared/report/phrases.ts';
import { pointsInOrder } from '../../../../shared/report/numbering.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import { Agreed } from './Agreed.tsx';
import { Ending } from './Ending.tsx';
import { Facts } from './Facts.tsx';
import { FromSiblings } from './FromSiblings.tsx';
import { isUnanswered } from './groupState.ts';
import { NotedRow, VoiceRow } from './PointRows.tsx';
import { TextBlock, headingId } from './TextBlock.tsx';
import { useMaking } from './useMaking.ts';
import { isVoice, needsAnswer } from './words.ts';

function SectionHead({ row }: { readonly row: SectionRow }) {
  const { record, review, findings, numbers } = useReview();
  const ending = endingOf(record, review.id, row.key);
  const points = record.points.filter((point) => point.section === row.key && needsAnswer(point));
  const waiting = findings.filter((finding) => finding.target.section === row.key && isUnanswered(finding));
  const names = waiting.flatMap(({ target }) =>
    target.point === undefined ? [] : (numbers[target.point] ?? []),
  );
  return (
    <div className="sechead">
      <h2 id={headingId(row.key)}>{row.heading}</h2>
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

/** The child's own words in this section, and ways to add to them. */
function ChildsWords({ row }: { readonly row: SectionRow }) {
  const { record, review, child, isEditable } = useReview();
  const { raise } = useMaking();
  const points = pointsInOrder(record, review, row.key).filter(isVoice);
  if (points.length === 0 && !isEditable('point')) return null;
  const kinds = ['wish', 'worry', 'question', 'news', 'observation'] as const;
  return (
    <section className="blk">
      <h3>{possessive(child.preferredName)} words</h3>
      <div className="body">
        {points.map((point) => (
          <VoiceRow key={point.id} point={point} />
        ))}
        {isEditable('point') && (
          <div className="adds">
            {kinds.map((kind) => (
              <Button key={kind} look="small" icon="plus" onClick={() => void raise(row.key, kind)}>
                {kind.slice(0, 1).toUpperCase() + kind.slice(1)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

function Noted({ row }: { readonly row: SectionRow }) {
  const { record, review } = useReview();
  const points = pointsInOrder(record, review, row.key).filter(
    (point) => !isVoice(point) && !needsAnswer(point),
  );
  if (points.length === 0) return null;
  return (
    <section className="blk">
      <h3>Also noted</h3>
      <div className="body">
        {points.map((point) => (
          <NotedRow key={point.id} point={point} />
        ))}
      </div>
    </section>
  );
}

/** What the officer's view leads to: page 1, the manager's asks, the letter. */
function AlsoFrom() {
  const { review } = useReview();
  const params = { reviewId: review.id, stage: 'write-up' };
  return (
    <section className="blk">
      <h3>Goes on to</h3>
      <div className="body in ways">
        {alsoParts.map(({ at, name }) => (
          <Link key={at} className="act" to="/reviews/$reviewId/$stage" params={params} search={{ at }}>
            {name}
            <Icon name="go" />
          </Link>
        ))}
      </div>
    </section>
  );
}

const alsoParts = [
  { at: 'page-one', name: 'Page 1: quotes and where things are' },
  { at: 'manager', name: 'For the manager' },
  { at: 'letter', name: 'Letter to the child' },
] as const;

/** One section as set minutes: facts, what happened, the child's words, what it means, what is agreed, its ending. */
export function SectionSheet({ row }: { readonly row: SectionRow }) {
  return (
    <section className="sec" data-row={row.key} aria-label={row.heading} tabIndex={-1}>
      <SectionHead row={row} />
      <Facts section={row.key} />
      <TextBlock section={row.key} part="account" />
      <FromSiblings row={row} />
      <ChildsWords row={row} />
      <TextBlock section={row.key} part="meaning" />
      <section className="blk">
        <h3>Agreed</h3>
        <div className="body">
          <Agreed section={row.key} />
        </div>
      </section>
      <Noted row={row} />
      <Ending row={row} />
      {row.key === 'iro-view' && <AlsoFrom />}
    </section>
  );
}
