import { useMemo, useState } from 'react';
import type { Officer } from '../../../shared/caseFile.ts';
import type { Output } from '../../../shared/contract.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { newId } from '../../app/ids.ts';
import { readAgain } from '../../app/queries.ts';
import { counted } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { CheckField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { Status } from '../../ui/Status.tsx';
import type { Mapping } from './columns.ts';
import { ColumnMapping } from './ColumnMapping.tsx';
import type { LegalStatus } from './newChild.ts';
import { caseFileOfNewChild } from './newChild.ts';
import { RowTable } from './RowTable.tsx';
import type { RowResult, Sheet, SheetKey } from './sheetRows.ts';
import { guessSheetMapping, identityOf, readRows, sheetFields, unknownStatuses } from './sheetRows.ts';
import { StatusWords } from './StatusWords.tsx';

type Props = {
  readonly sheet: Sheet;
  readonly officer: Officer;
  readonly today: IsoDate;
  readonly here: Output<'child:list'>;
  readonly onDone: () => void;
};

/** All new rows in one call: the core takes them all or none. */
function useImport(results: readonly RowResult[], { officer, today, onDone }: Props) {
  const [error, setError] = useState<AppError>();
  const [isBusy, setBusy] = useState(false);
  const say = useSay();
  const run = async () => {
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    const files = results.flatMap((result) =>
      result.kind === 'new' ? [caseFileOfNewChild(result.child, { officer, today, newId })] : [],
    );
    try {
      await call('caseFile:import', { files, onConflict: 'refuse' });
      await readAgain();
      say(`${counted(files.length, 'child', 'children')} added.`);
      onDone();
    } catch (cause) {
      setError(failureOf(cause));
    }
    setBusy(false);
  };
  return { error, isBusy, run };
}

/** The columns without which no row can be read. */
function isComplete(mapping: Mapping<SheetKey>): boolean {
  const { fullName, surname, dateOfBirth, lookedAfterSince, legalStatus } = mapping;
  return [fullName ?? surname, dateOfBirth, lookedAfterSince, legalStatus].every(
    (place) => place !== undefined,
  );
}

function useRows({ sheet, today, here }: Props) {
  const [mapping, setMapping] = useState<Mapping<SheetKey>>(() => guessSheetMapping(sheet));
  const [statusWords, setStatusWords] = useState<Readonly<Record<string, LegalStatus>>>({});
  const known = useMemo(() => new Set(here.map(identityOf)), [here]);
  const results = useMemo(
    () => readRows(sheet, mapping, { today, known, statusWords }),
    [sheet, mapping, today, known, statusWords],
  );
  return { mapping, setMapping, statusWords, setStatusWords, results };
}

/** Which column is what, what each row becomes, and the one button that brings all of it in. */
export function SheetPreview(props: Props) {
  const { sheet } = props;
  const { mapping, setMapping, statusWords, setStatusWords, results } = useRows(props);
  const [leavesOut, setLeavesOut] = useState(false);
  const { error, isBusy, run } = useImport(results, props);
  const count = (kind: RowResult['kind']) => results.filter((result) => result.kind === kind).length;
  const isHeld = count('new') === 0 || (count('fault') > 0 && !leavesOut);
  return (
    <>
      <ColumnMapping
        headings={sheet.headings}
        fields={sheetFields}
        mapping={mapping}
        onChange={setMapping}
        isOpen={!isComplete(mapping)}
      />
      <StatusWords words={unknownStatuses(sheet, mapping)} meanings={statusWords} onChange={setStatusWords} />
      <p className="counts" aria-live="polite">
        <Status kind="ready">{count('new')} new</Status>
        <Status kind="settled">{count('known')} already here, left as they are</Status>
        {count('fault') > 0 && <Status kind="must">{counted(count('fault'), 'row')} with a fault</Status>}
      </p>
      <RowTable results={results} />
      {count('fault') > 0 && (
        <CheckField
          label={`Leave out the ${counted(count('fault'), 'row')} with a fault; I will add them another way`}
          isChecked={leavesOut}
          onChange={setLeavesOut}
        />
      )}
      {error && <ErrorNote error={error} />}
      <div className="btns">
        <Button look="go" disabled={isHeld} onClick={() => void run()}>
          Add {counted(count('new'), 'child', 'children')}
        </Button>
        {isBusy && <Status kind="part">Adding</Status>}
      </div>
    </>
  );
}
