import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { useRead } from '../../app/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Status } from '../../ui/Status.tsx';
import type { ChildData } from '../child/childData.ts';
import type { FactAt } from '../child/panes.tsx';
import { usePanes } from '../child/panes.tsx';
import { DeadlineRow } from './DeadlineRow.tsx';
import '../../styles/deadlines.css';

type Dates = Output<'child:deadlines'>;
type Line = Dates['deadlines'][number];

const groups: readonly { readonly name: string; readonly holds: (line: Line, today: string) => boolean }[] = [
  {
    name: 'Overdue',
    holds: ({ state, snoozedUntil }, today) => state === 'overdue' && !(snoozedUntil && snoozedUntil > today),
  },
  {
    name: 'Due',
    holds: ({ state, snoozedUntil }, today) => state === 'due' && !(snoozedUntil && snoozedUntil > today),
  },
  {
    name: 'Resting',
    holds: ({ state, snoozedUntil }, today) =>
      state !== 'done' && snoozedUntil !== undefined && snoozedUntil > today,
  },
  { name: 'Without a date', holds: ({ state, snoozedUntil }) => state === 'unknown' && !snoozedUntil },
  { name: 'Done', holds: ({ state }) => state === 'done' },
];

type FaultProps = { readonly fault: Dates['faults'][number]; readonly data: ChildData };

/** The way to the fact itself: its form beside the page, or the page of its review. */
function Mend({ fault: { of, what }, data }: FaultProps) {
  const panes = usePanes();
  const label = `Mend it: ${what}`;
  const { entity, id } = of;
  const isPast = data.view.reviews.some((review) => review.id === id && review.isBeforeStore === true);
  const fact = factOf(entity, id, isPast);
  if (fact) {
    return (
      <Button look="small" aria-label={label} onClick={() => panes.open({ kind: 'facts', fact })}>
        Mend it
      </Button>
    );
  }
  return entity === 'review' ? (
    <Link
      className="act"
      aria-label={label}
      to="/reviews/$reviewId/$stage"
      params={{ reviewId: id, stage: 'prepare' }}
    >
      Mend it
    </Link>
  ) : null;
}

function factOf(
  entity: FaultProps['fault']['of']['entity'],
  id: string,
  isPast: boolean,
): FactAt | undefined {
  if (entity === 'child') return { at: 'child' };
  if (entity === 'period' || entity === 'event') return { at: entity, id };
  return entity === 'review' && isPast ? { at: 'past-review', id } : undefined;
}

/** Facts that cannot be right, each with what to do; the dates that hang on the others are there all the same. */
function Faults({ faults, data }: Pick<Dates, 'faults'> & { readonly data: ChildData }) {
  const panes = usePanes();
  if (faults.length === 0) return null;
  return (
    <section className="stopb" aria-label="Facts to mend">
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.code} ${fault.of.id} ${fault.what}`}>
            <Status kind="must">{fault.what}</Status>
            <p className="note">
              {fault.remedy} <Mend fault={fault} data={data} />
            </p>
          </li>
        ))}
      </ul>
      <div className="btns">
        <Button onClick={() => panes.open({ kind: 'facts' })}>Open the facts</Button>
      </div>
    </section>
  );
}

/** A date of which something was said has the focus, also when it has gone to another group. */
function useKeptFocus() {
  const body = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState<string>();
  useEffect(() => {
    if (kept === undefined || document.activeElement !== document.body) return;
    body.current
      ?.querySelector<HTMLElement>(`[data-deadline="${CSS.escape(kept)}"] button.deadline`)
      ?.focus();
  });
  return { body, setKept };
}

/** Every date of the child that a rule gives: what is overdue, due, resting, without a date, and done. */
export function DatesTab({ data }: { readonly data: ChildData }) {
  const { child } = data.view;
  const dates = useRead('child:deadlines', { id: child.id });
  const settings = useRead('settings:get', {});
  const { body, setKept } = useKeptFocus();
  if (dates.error) return <ErrorNote error={dates.error.error} />;
  if (!dates.data || !settings.data) return null;
  const { deadlines, faults, moved } = dates.data;
  const officer = settings.data.officer.name;
  return (
    <div className="tabbody dates" ref={body}>
      <Faults faults={faults} data={data} />
      {deadlines.length === 0 && (
        <p className="empty">
          No rule gives a date yet. Enter since when {child.preferredName} is looked after.
        </p>
      )}
      {groups.map(({ name, holds }) => {
        const lines = deadlines.filter((line) => holds(line, data.today));
        return lines.length === 0 ? null : (
          <section key={name} aria-label={name}>
            <h2>
              {name} <span className="note num">{lines.length}</span>
            </h2>
            <ul className="datelist">
              {(name === 'Done' ? lines.toReversed() : lines).map((line) => (
                <DeadlineRow
                  key={line.key}
                  line={line}
                  moved={moved.filter(({ key }) => key === line.key)}
                  childId={child.id}
                  officer={officer}
                  today={data.today}
                  onKept={() => setKept(line.key)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
