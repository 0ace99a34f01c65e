import { useRef, useState } from 'react';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { RecordId } from '../../../../shared/domain/ids.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import type { DocumentKind } from '../../../../shared/domain/model/issue.ts';
import { call, failureOf } from '../../../app/calls.ts';
import { newId } from '../../../app/ids.ts';
import { readAgain } from '../../../app/queries.ts';
import { KeptNote } from '../../../app/saving/KeptNote.tsx';
import { useKeptForm } from '../../../app/saving/useKept.ts';
import type { AppError } from '../../../../shared/domain/result.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { CheckField, TextField } from '../../../ui/Field.tsx';
import { useSay } from '../../../ui/LiveRegion.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import { documentNames } from './logLines.ts';
import { filedOn, issuedKinds } from './matrix.ts';

/** Files each chosen document and says whether all went; those that were kept stay kept when a later one fails. */
function useFiling() {
  const { review, officer } = useReview();
  const say = useSay();
  const [error, setError] = useState<AppError>();
  const isBusy = useRef(false);
  const file = async (kinds: readonly DocumentKind[], on: IsoDate, reference: string) => {
    // A second press while the first is on its way would file each document twice.
    if (isBusy.current) return false;
    isBusy.current = true;
    setError(undefined);
    try {
      for (const document of kinds) {
        const filing = { document, on, reference, by: officer.name };
        await call('filing:add', {
          id: RecordId.parse(newId()),
          childId: review.childId,
          reviewId: review.id,
          ...filing,
        });
      }
      say('Filed to the case record');
      await readAgain();
      return true;
    } catch (cause) {
      setError(failureOf(cause));
      await readAgain();
      return false;
    } finally {
      isBusy.current = false;
    }
  };
  return { file, error };
}

const nothingTyped = { reference: '' };

function FilingForm({ open }: { readonly open: readonly DocumentKind[] }) {
  const { today, review } = useReview();
  const form = useKeptForm(
    { childId: review.childId, record: review.id, entity: 'review' },
    'filing',
    nothingTyped,
  );
  const { reference } = form.value;
  const { file, error } = useFiling();
  const [left, setLeft] = useState<readonly DocumentKind[]>([]);
  const [on, setOn] = useState<IsoDate | undefined>(today);
  const [isAsked, setAsked] = useState(false);
  const chosen = open.filter((kind) => !left.includes(kind));
  const hasReference = /\S/.test(reference);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!hasReference || !on || chosen.length === 0) return;
        void file(chosen, on, reference).then((isFiled) => isFiled && form.clear());
      }}
    >
      {open.map((kind) => (
        <CheckField
          key={kind}
          label={documentNames[kind]}
          isChecked={chosen.includes(kind)}
          onChange={(isChecked) =>
            setLeft(isChecked ? left.filter((each) => each !== kind) : [...left, kind])
          }
        />
      ))}
      <DateField
        label="Filed on"
        value={on}
        today={today}
        onChange={setOn}
        fault={isAsked && !on ? 'Give the day.' : undefined}
      />
      <TextField
        label="Reference in the case record"
        value={reference}
        onChange={(next) => form.set({ reference: next })}
        fault={
          isAsked && !hasReference ? 'Give the reference: it is how the document is found there.' : undefined
        }
      />
      {error && <ErrorNote error={error} />}
      <div className="btns">
        <Button type="submit" disabled={chosen.length === 0}>
          Filed to the case record
        </Button>
      </div>
      <KeptNote form={form} />
    </form>
  );
}

/** What went out and is to be in the council's own system: each with the date and reference it has there. */
export function FilingPane() {
  const { record, review } = useReview();
  const kinds = issuedKinds({ record, review });
  const open = kinds.filter((kind) => filedOn({ record, review }, kind) === undefined);
  const filed = record.filings.filter((row) => row.reviewId === review.id);
  return (
    <>
      <header>
        <h2>File to the case record</h2>
        <p className="note">
          The council’s own system holds the record. A review stays open until its documents are there.
        </p>
      </header>
      <div className="outl scroll">
        {kinds.length === 0 && (
          <p className="empty">Nothing has gone out yet, so there is nothing to file.</p>
        )}
        {kinds.length > 0 && open.length === 0 && (
          <p>
            <Status kind="done">Everything that went out is filed</Status>
          </p>
        )}
        {open.length > 0 && <FilingForm key={open.join(' ')} open={open} />}
        {filed.length > 0 && (
          <>
            <h3>Filed</h3>
            <ul>
              {filed.map((row) => (
                <li key={row.id}>
                  <i className="done s s-done" aria-hidden="true" />
                  <div className="b">{documentNames[row.document]}</div>
                  <div className="note">
                    {formatDate(row.on)}, {row.reference}
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}
