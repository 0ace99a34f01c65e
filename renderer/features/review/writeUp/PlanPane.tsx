import type { SectionRow } from '../../../../shared/domain/model/sections.ts';
import { decisionsInOrder } from '../../../../shared/domain/promises.ts';
import { closingValues } from '../../../../shared/domain/model/plan.ts';
import { useRead } from '../../../app/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionMark, DecisionMark } from '../../../ui/Marks.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { ReviewData } from '../useReview.tsx';
import { useReview } from '../useReview.tsx';
import { actionsOf } from './agreed.ts';
import type { LastTime, StandingPromise } from './lastTime.ts';
import { sectionOfPromise } from './lastTime.ts';
import { goTo } from './opened.tsx';
import { sectionOfPlan } from './place.ts';
import { PromiseItem } from './PromiseItem.tsx';
import { useMaking } from './useMaking.ts';
import { dueWords, shortDay, whoWords } from './words.ts';

/** Decisions that are at home in these sections. */
export function ownedDecisions(
  { record, review }: Pick<ReviewData, 'record' | 'review'>,
  rows: readonly SectionRow[],
) {
  const own = decisionsInOrder(record.decisions.filter((decision) => decision.reviewId === review.id));
  return own.filter((decision) => rows.some(({ key }) => key === sectionOfPlan({ record }, decision)));
}

function stillOpen(
  view: ReviewData['view'],
  last: LastTime | undefined,
  rows: readonly SectionRow[],
): StandingPromise[] {
  return view.promised.filter(
    (promise) =>
      rows.some(({ key }) => key === sectionOfPromise(promise, last)) &&
      (!promise.progress || !closingValues.includes(promise.progress.value)),
  );
}

function Owned({ decision }: { readonly decision: ReturnType<typeof ownedDecisions>[number] }) {
  const { record, numbers, today } = useReview();
  const answers = decision.pointIds.flatMap((id) => numbers[id] ?? []);
  const about = [
    answers.length > 0 ? `Answers ${answers.join(', ')}.` : undefined,
    decision.howWeWillKnow ? `We will know: ${decision.howWeWillKnow.replace(/\.$/, '')}.` : undefined,
    decision.changesCarePlan ? 'Changes the care plan.' : undefined,
  ].filter((part) => part !== undefined);
  return (
    <section>
      <ul className="prom">
        <li>
          <DecisionMark number={numbers[decision.id] ?? 'D'} />
          <div>
            <button type="button" className="words b" onClick={() => goTo(decision.id)}>
              {decision.wording.trim() || 'No words yet'}
            </button>
            <br />
            <span className="note">{about.join(' ')}</span>
            {answers.length === 0 && <Status kind="look">Answers no point</Status>}
          </div>
        </li>
        {actionsOf(record, decision).map((action) => (
          <li key={action.id}>
            <ActionMark number={numbers[action.id] ?? 'A'} />
            <div>
              {action.what.trim() || 'No words yet'}
              <br />
              <span className="note">
                {[whoWords(action) ?? 'No name', `by ${dueWords(action, today) ?? '…'}`].join(', ')}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What these sections own: their decisions with actions, and what is still open from before. */
export function PlanPane({ rows }: { readonly rows: readonly SectionRow[] }) {
  const data = useReview();
  const last = useRead('review:lastTime', { id: data.review.id });
  const { decide } = useMaking();
  const owned = ownedDecisions(data, rows);
  const open = stillOpen(data.view, last.data, rows);
  const [first] = rows;
  const since = last.data?.heldOn;
  return (
    <>
      {owned.map((decision) => (
        <Owned key={decision.id} decision={decision} />
      ))}
      {owned.length === 0 && <p className="empty">Nothing decided here yet.</p>}
      {open.length > 0 && (
        <section>
          <h3 className="sub">
            {since ? `Still open from ${shortDay(since, data.today)} or before` : 'Still open'}
          </h3>
          <ul className="prom">
            {open.map((promise) => (
              <PromiseItem key={promise.action.id} promise={promise} />
            ))}
          </ul>
        </section>
      )}
      {first && data.isEditable('decision') && (
        <section>
          <Button icon="plus" onClick={() => void decide(first.key, '', [])}>
            Decision
          </Button>
        </section>
      )}
    </>
  );
}
