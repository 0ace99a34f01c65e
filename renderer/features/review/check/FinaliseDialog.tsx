import { useId, useState } from 'react';
import { IsoDate } from '../../../../shared/domain/dates.ts';
import type { FinalisationKind } from '../../../../shared/domain/model/issue.ts';
import { useChange } from '../../../app/queries.ts';
import { useKept } from '../../../app/saving/useKept.ts';
import { useSaving } from '../../../app/saving/useSaving.tsx';
import { counted } from '../../../app/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { TextField } from '../../../ui/Field.tsx';
import type { Finding } from '../useReview.tsx';
import { useReview } from '../useReview.tsx';
import { placeInWords } from './findingWords.ts';
import type { Reason } from './finaliseWords.ts';
import { aboutFinding, knownReason, nameOfFinding } from './finaliseWords.ts';

const titles = { decisions: 'Finalise decisions', record: 'Finalise record' } as const;
const effects = {
  decisions:
    'The decisions, their actions and their numbers are fixed, and the manager’s time to reply begins. The record stays open.',
  record:
    'The record is fixed as it stands, with the manager’s replies. Afterwards only dated additions are possible.',
} as const;

type BlockerProps = {
  readonly finding: Finding;
  readonly reason: Reason;
  readonly onChange: (reason: Partial<Reason>) => void;
  readonly isAsked: boolean;
  readonly today: IsoDate;
};

function Blocker({ finding, reason, onChange, isAsked, today }: BlockerProps) {
  const isMissing = isAsked && !/\S/.test(reason.because);
  const { settings } = useReview();
  return (
    <li className="blocker">
      <p className="b">{finding.what}</p>
      <p className="note">
        {finding.why} {placeInWords(finding, settings.words)}
      </p>
      <div className="row">
        <TextField
          label="Go on because"
          value={reason.because}
          onChange={(because) => onChange({ because })}
          fault={isMissing ? 'Say why this can wait, or settle it first.' : undefined}
        />
        <DateField
          label="Expected on, if known"
          value={reason.expectedOn}
          today={today}
          onChange={(expectedOn) => onChange({ expectedOn })}
        />
      </div>
    </li>
  );
}

type BlockersProps = Pick<ReturnType<typeof useReasons>, 'reasonFor' | 'setReason'> & {
  readonly blockers: readonly Finding[];
  readonly isAsked: boolean;
};

function Blockers({ blockers, reasonFor, setReason, isAsked }: BlockersProps) {
  const { today } = useReview();
  if (blockers.length === 0) return null;
  return (
    <>
      <p className="b blocked-by">
        {counted(blockers.length, 'thing is', 'things are')} still open. Settle{' '}
        {blockers.length === 1 ? 'it' : 'each'} first, or give a reason: it is printed in the service file and
        on the manager’s page only.
      </p>
      <ul className="blockers">
        {blockers.map((finding) => (
          <Blocker
            key={nameOfFinding(finding)}
            finding={finding}
            reason={reasonFor(finding)}
            onChange={(reason) => setReason(finding, reason)}
            isAsked={isAsked}
            today={today}
          />
        ))}
      </ul>
    </>
  );
}

type Props = {
  readonly kind: FinalisationKind;
  readonly blockers: readonly Finding[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: (done: FinalisationKind) => void;
};

const dayOf = (raw: string) => IsoDate.safeParse(raw).data;

/**
 * The reasons as they are written, by the name of their finding; those given before are there already. They stay
 * until it is finalised, whatever screen is looked at meanwhile.
 */
function useReasons(kind: FinalisationKind) {
  const { view, review } = useReview();
  const { rawOf, put } = useKept({ childId: review.childId, record: review.id, entity: 'review' });
  const gaps =
    view.finalisations.find((row) => row.kind === 'decisions' && row.withdrawn === undefined)?.gaps ?? [];
  const field = (finding: Finding, part: keyof Reason) => `gap.${kind}.${nameOfFinding(finding)}.${part}`;
  return {
    reasonFor: (finding: Finding): Reason => {
      const known = knownReason(finding, gaps);
      const expected = rawOf(field(finding, 'expectedOn'));
      return {
        because: rawOf(field(finding, 'because')) ?? known.because,
        expectedOn: expected === undefined ? known.expectedOn : dayOf(expected),
      };
    },
    setReason: (finding: Finding, reason: Partial<Reason>) => {
      if ('because' in reason) put(field(finding, 'because'), reason.because);
      if ('expectedOn' in reason) put(field(finding, 'expectedOn'), reason.expectedOn ?? '');
    },
    dropReason: (finding: Finding) => {
      for (const part of ['because', 'expectedOn'] as const) {
        if (rawOf(field(finding, part)) !== undefined) put(field(finding, part), undefined);
      }
    },
  };
}

/** Fixes the decisions or the record. What is still open needs a reason each, which the service file prints. */
export function FinaliseDialog({ kind, blockers, isOpen, onClose, onDone }: Props) {
  const { review } = useReview();
  const saving = useSaving();
  const finalise = useChange('review:finalise');
  const { reasonFor, setReason, dropReason } = useReasons(kind);
  const [asked, setAsked] = useState<FinalisationKind>();
  const isAsked = asked === kind;
  const form = useId();
  const isReady = blockers.every((finding) => /\S/.test(reasonFor(finding).because));
  const go = async () => {
    setAsked(kind);
    if (!isReady) {
      document
        .querySelector<HTMLElement>(`[id="${form}"] [aria-invalid="true"], [id="${form}"] input`)
        ?.focus();
      return;
    }
    if (!(await saving.flushAll())) return;
    const gaps = blockers.map((finding) => {
      const { because, expectedOn } = reasonFor(finding);
      return { code: finding.code, about: aboutFinding(finding), because, ...(expectedOn && { expectedOn }) };
    });
    await finalise.mutateAsync({ id: review.id, kind, gaps }).then(
      () => {
        blockers.forEach(dropReason);
        onDone(kind);
      },
      // Shown in place.
      () => undefined,
    );
  };
  return (
    <Dialog title={titles[kind]} isOpen={isOpen} onClose={onClose}>
      <p>{effects[kind]}</p>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <Blockers {...{ blockers, reasonFor, setReason, isAsked }} />
        {finalise.error && <ErrorNote error={finalise.error.error} />}
        <div className="btns">
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the safe button of a dialog takes the focus */}
          <Button autoFocus onClick={onClose}>
            Not yet
          </Button>
          <Button type="submit" look={blockers.length === 0 ? 'go' : 'plain'} disabled={finalise.isPending}>
            {titles[kind]}
            {blockers.length > 0 && ` with ${counted(blockers.length, 'reason')}`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
