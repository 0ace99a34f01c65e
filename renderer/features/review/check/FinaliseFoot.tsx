import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Instant } from '../../../../shared/domain/dates.ts';
import { whyNotFinalisableAt } from '../../../../shared/domain/lifecycle.ts';
import { londonDay } from '../../../../shared/domain/london.ts';
import type { FinalisationKind } from '../../../../shared/domain/model/issue.ts';
import { standingFinalisation } from '../../../../shared/domain/reviews.ts';
import { formatDay } from '../../../app/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { useSay } from '../../../ui/LiveRegion.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { ReviewData } from '../useReview.tsx';
import { useReview } from '../useReview.tsx';
import { FinaliseDialog } from './FinaliseDialog.tsx';
import { blockersOf, nextFinalisation } from './finaliseWords.ts';

const labels = { decisions: 'Finalise decisions', record: 'Finalise record' } as const;

/** "Mon 12 Oct", where a clock has a day. */
function dayOf({ view, today }: ReviewData, clock: string): string | undefined {
  const found = view.clocks[clock];
  return found?.kind === 'computed' ? formatDay(found.due, today) : undefined;
}

/** What was finalised, and what comes next. */
function done(
  data: ReviewData,
  kind: FinalisationKind,
): { readonly did: string; readonly next: string } | undefined {
  const row = standingFinalisation(data.record, data.review.id, kind);
  if (!row) return undefined;
  const on = formatDay(londonDay(Instant.parse(row.at)), data.today);
  if (kind === 'record') {
    const by = dayOf(data, 'issueDue');
    return {
      did: `Record finalised ${on}, edition ${row.edition}`,
      next: `Next: give each reader their copy${by ? ` by ${by}` : ''}.`,
    };
  }
  const reply = dayOf(data, 'replyDue');
  return {
    did: `Decisions finalised ${on}, edition ${row.edition}`,
    next: `The manager’s page and the decisions sheet can go out now.${reply ? ` The manager replies by ${reply}.` : ''}`,
  };
}

function Done({ kind }: { readonly kind: FinalisationKind }) {
  const data = useReview();
  const words = done(data, kind);
  if (!words) return null;
  return (
    <div className="finalised">
      <Status kind="done">{words.did}</Status>
      <p className="note">{words.next}</p>
      <Link
        className="act"
        to="/reviews/$reviewId/$stage"
        params={{ reviewId: data.review.id, stage: 'issue' }}
      >
        Go to Issue
      </Link>
    </div>
  );
}

/** The way to finalise, with what it waits for; afterwards what was done and what comes next. */
export function FinaliseFoot() {
  const data = useReview();
  const say = useSay();
  // By its kind: once the decisions are final the same place offers the record, and must not open by itself.
  const [open, setOpen] = useState<FinalisationKind>();
  const kind = nextFinalisation(data.stage);
  if (kind === undefined)
    return (
      <div className="foot stack">
        <Done kind="record" />
      </div>
    );
  const why = whyNotFinalisableAt(data.stage, kind);
  const blockers = blockersOf(data.findings, kind);
  const note =
    why ??
    (blockers.length === 0
      ? 'Nothing stands in the way'
      : `${blockers.length} to settle first, or give a reason`);
  return (
    <div className="foot stack">
      {kind === 'record' && <Done kind="decisions" />}
      <div className="foot-line">
        <Button
          look={why === undefined && blockers.length === 0 ? 'go' : 'plain'}
          disabled={why !== undefined}
          aria-describedby="finalise-note"
          onClick={() => setOpen(kind)}
        >
          {labels[kind]}
        </Button>
        <span className="note" id="finalise-note">
          {note}
        </span>
      </div>
      <FinaliseDialog
        kind={kind}
        blockers={blockers}
        isOpen={open === kind}
        onClose={() => setOpen(undefined)}
        onDone={(done) => {
          setOpen(undefined);
          say(done === 'decisions' ? 'Decisions finalised' : 'Record finalised');
        }}
      />
    </div>
  );
}
