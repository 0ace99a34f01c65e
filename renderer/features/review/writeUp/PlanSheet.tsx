import { useState } from 'react';
import type { Decision, DecisionTheme } from '../../../../shared/domain/model/plan.ts';
import { decisionThemes } from '../../../../shared/domain/model/plan.ts';
import { decisionsInOrder } from '../../../../shared/domain/promises.ts';
import { Button } from '../../../ui/Button.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import { ActionLine, DecisionTree } from './Agreed.tsx';
import { actionsOf } from './agreed.ts';
import { LetterPart } from './LetterPart.tsx';
import { ManagerPart } from './ManagerPart.tsx';
import { goTo } from './opened.tsx';
import { PageOnePart } from './PageOnePart.tsx';
import { useChanges } from './useChanges.ts';
import { useMaking } from './useMaking.ts';

const themeNames: Readonly<Record<DecisionTheme, string>> = {
  safety: 'Safety',
  permanence: 'Permanence',
  stalled: 'Stalled',
  rest: 'The rest',
};

/** Moves a decision one place up or down among those of its theme. */
function Moves({ decision, own }: { readonly decision: Decision; readonly own: readonly Decision[] }) {
  const { numbers } = useReview();
  const { save } = useChanges();
  const place = own.indexOf(decision);
  const swap = async (step: -1 | 1) => {
    const other = own[place + step];
    if (!other) return;
    // Both get a place of their own: decisions of an older file may share one.
    await save('decision:save', other, (now) => ({ ...now, position: place }), 'Moved');
    await save('decision:save', decision, (now) => ({ ...now, position: place + step }), 'Moved');
    goTo(decision.id);
  };
  const name = numbers[decision.id] ?? 'this decision';
  return (
    <span className="moves">
      <Button look="link" disabled={place === 0} aria-label={`Move ${name} up`} onClick={() => void swap(-1)}>
        Up
      </Button>
      <Button
        look="link"
        disabled={place === own.length - 1}
        aria-label={`Move ${name} down`}
        onClick={() => void swap(1)}
      >
        Down
      </Button>
    </span>
  );
}

function ThemeBlock({ theme, own }: { readonly theme: DecisionTheme; readonly own: readonly Decision[] }) {
  const { record, numbers, isEditable } = useReview();
  return (
    <section className="blk">
      <h3>{themeNames[theme]}</h3>
      <div className="body in">
        {own.map((decision) => {
          const answers = decision.pointIds.flatMap((id) => numbers[id] ?? []);
          return (
            <div key={decision.id} className="thr plan-row">
              <ul className="tree">
                <DecisionTree decision={decision} actions={actionsOf(record, decision)} />
              </ul>
              <p className="src">
                {answers.length > 0 ? (
                  `Answers ${answers.join(', ')}`
                ) : (
                  <Status kind="look">Answers no point</Status>
                )}
                {decision.howWeWillKnow && `. We will know: ${decision.howWeWillKnow}`}
                {isEditable('decision') && own.length > 1 && <Moves decision={decision} own={own} />}
              </p>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Plan() {
  const { record, review, isEditable } = useReview();
  const { decide } = useMaking();
  const decisions = decisionsInOrder(record.decisions.filter((decision) => decision.reviewId === review.id));
  const loose = record.actions.filter(
    (action) => action.reviewId === review.id && action.decisionId === undefined,
  );
  return (
    <>
      {decisions.length === 0 && (
        <p className="empty">No decisions yet. Select words in a section, then Alt + D.</p>
      )}
      {decisionThemes.map((theme) => {
        const own = decisions.filter((decision) => decision.theme === theme);
        return own.length === 0 ? null : <ThemeBlock key={theme} theme={theme} own={own} />;
      })}
      {loose.length > 0 && (
        <section className="blk">
          <h3>No decision</h3>
          <div className="body in">
            {loose.map((action) => (
              <ActionLine key={action.id} action={action} />
            ))}
          </div>
        </section>
      )}
      {isEditable('decision') && (
        <div className="adds end-adds">
          <Button icon="plus" onClick={() => void decide('plan', '', [])}>
            Decision
          </Button>
        </div>
      )}
    </>
  );
}

export const planParts = ['plan', 'page-one', 'manager', 'letter'] as const;
export type PlanPart = (typeof planParts)[number];
const partNames: Readonly<Record<PlanPart, string>> = {
  plan: 'Decisions and actions',
  'page-one': 'Page 1',
  manager: 'For the manager',
  letter: 'Letter',
};

/** Everything decided, by theme; and what goes before it: page 1's own words, the manager's asks, the letter. */
export function PlanSheet({ first }: { readonly first: PlanPart }) {
  const { child, isEditable } = useReview();
  const [part, setPart] = useState<PlanPart>(first);
  return (
    <section className="sec" data-row="plan" aria-label="Decisions and actions" tabIndex={-1}>
      <div className="sechead">
        <h2>{part === 'letter' ? `Letter to ${child.preferredName}` : partNames[part]}</h2>
        <div className="parts">
          {planParts.map((one) => (
            <Button key={one} look="small" aria-pressed={one === part} onClick={() => setPart(one)}>
              {partNames[one]}
            </Button>
          ))}
        </div>
      </div>
      {part === 'plan' && <Plan />}
      <fieldset className="plain" disabled={!isEditable('narrative')}>
        <legend className="hide">{partNames[part]}</legend>
        {part === 'page-one' && <PageOnePart />}
        {part === 'manager' && <ManagerPart />}
        {part === 'letter' && <LetterPart />}
      </fieldset>
    </section>
  );
}
