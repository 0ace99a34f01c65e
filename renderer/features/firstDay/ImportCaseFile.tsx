import { useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import '../../styles/firstDay.css';
import { call, failureOf } from '../../app/calls.ts';
import { readAgain } from '../../app/queries.ts';
import { counted } from '../../app/words.ts';
import { host } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { Status } from '../../ui/Status.tsx';
import { ImportFaults } from './ImportFaults.tsx';
import { bytesOf } from './readSheetFile.ts';

type Props = { readonly onDone: (childIds: readonly string[]) => void; readonly onCancel: () => void };
type Rule = Input<'caseFile:import'>['onConflict'];
type Report = Output<'caseFile:import'>;

const accept = [{ name: 'Case files', extensions: ['json'] }];

function parsed(files: readonly { readonly name: string; readonly content: string }[]): Result<unknown[]> {
  const read: unknown[] = [];
  for (const { name, content } of files) {
    try {
      read.push(JSON.parse(new TextDecoder().decode(bytesOf(content))));
    } catch {
      return fail('invalid-input', `${name} is not a case file: it is not JSON. Nothing was imported.`);
    }
  }
  return ok(read);
}

/** Files chosen, then imported all or nothing; a conflict waits for a choice and nothing is taken meanwhile. */
function useCaseFiles() {
  const [files, setFiles] = useState<readonly unknown[]>([]);
  const [error, setError] = useState<AppError>();
  const [report, setReport] = useState<Report>();
  const [isBusy, setBusy] = useState(false);
  const say = useSay();
  const run = async (chosen: readonly unknown[], onConflict: Rule) => {
    setBusy(true);
    setError(undefined);
    try {
      const done = await call('caseFile:import', { files: chosen, onConflict });
      await readAgain();
      setReport(done);
      say(`${counted(done.children.length, 'child', 'children')} imported.`);
    } catch (cause) {
      setError(failureOf(cause));
    }
    setBusy(false);
  };
  const choose = async () => {
    const chosen = await host('host:openFile', { title: 'Case files', accept, multiple: true });
    if (!chosen.ok) return chosen.error.code === 'cancelled' ? undefined : setError(chosen.error);
    const read = parsed(chosen.value.files);
    if (!read.ok) return setError(read.error);
    setFiles(read.value);
    return run(read.value, 'refuse');
  };
  return { files, error, report, isBusy, choose, resolve: (rule: Rule) => run(files, rule) };
}

function Done({ report }: { readonly report: Report }) {
  const sum = (key: 'added' | 'unchanged' | 'changed' | 'kept') =>
    report.children.reduce((total, child) => total + child[key], 0);
  return (
    <>
      <p>
        <Status kind="done">{counted(report.children.length, 'child', 'children')} imported</Status>
      </p>
      <p className="note num">
        {counted(sum('added'), 'record')} added, {sum('changed')} changed, {sum('unchanged')} the same as
        here, {sum('kept')} kept as they are here.
      </p>
    </>
  );
}

/** One child's whole record, or several, from case files: by id, with every conflict shown and a choice. */
export function ImportCaseFile({ onDone, onCancel }: Props) {
  const { files, error, report, isBusy, choose, resolve } = useCaseFiles();
  return (
    <div className="bring">
      <h2>From a case file</h2>
      {!report && (
        <p>
          A case file (.case.json) holds one child’s whole record. It comes in whole or not at all; what is
          here already and the same stays as it is.
        </p>
      )}
      {error && <ImportFaults error={error} files={files} onResolve={(rule) => void resolve(rule)} />}
      {report && <Done report={report} />}
      <div className="btns">
        {report ? (
          <Button look="go" onClick={() => onDone(report.children.map(({ childId }) => childId))}>
            Go to {report.children.length === 1 ? 'the child' : 'the children'}
          </Button>
        ) : (
          <>
            <Button look={error ? 'plain' : 'go'} icon="upload" onClick={() => void choose()}>
              {error ? 'Choose other files' : 'Choose case files'}
            </Button>
            <Button onClick={onCancel}>Cancel</Button>
          </>
        )}
        {isBusy && <Status kind="part">Importing</Status>}
      </div>
    </div>
  );
}
