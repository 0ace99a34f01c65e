import { useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import '../../styles/firstDay.css';
import { host } from '../../bridge.ts';
import { useRead } from '../../app/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { SheetPreview } from './SheetPreview.tsx';
import { bytesOf, readSheetFile } from './readSheetFile.ts';
import type { Sheet } from './sheetRows.ts';
import { sheetFields, sheetFrom } from './sheetRows.ts';

type Props = { readonly onDone: () => void; readonly onCancel: () => void };

const accept = [{ name: 'Spreadsheets', extensions: ['xlsx', 'csv'] }];

/** A file chosen and read; nothing of it is kept until it is imported. */
function useSheet() {
  const [sheet, setSheet] = useState<Sheet>();
  const [error, setError] = useState<AppError>();
  const choose = async () => {
    setError(undefined);
    const chosen = await host('host:openFile', { title: 'A caseload as a spreadsheet', accept });
    if (!chosen.ok) {
      if (chosen.error.code !== 'cancelled') setError(chosen.error);
      return;
    }
    const [file] = chosen.value.files;
    if (!file) return;
    const read = await readSheetFile(file.name, bytesOf(file.content));
    if (!read.ok) return setError(read.error);
    const found = sheetFrom(read.value);
    if (found.rows.length === 0) {
      return setError({
        code: 'invalid-input',
        message: 'There is no row under the headings of this file’s first sheet.',
      });
    }
    setSheet(found);
  };
  return { sheet, error, choose };
}

/** A caseload from a spreadsheet: which column is what, what each row becomes, and then all of it or nothing. */
export function ImportSpreadsheet({ onDone, onCancel }: Props) {
  const { sheet, error, choose } = useSheet();
  const settings = useRead('settings:get', {});
  const children = useRead('child:list', {});
  return (
    <div className="bring">
      <h2>A caseload from a spreadsheet</h2>
      {!sheet && (
        <p>
          An Excel workbook or a CSV file, one child to a row under one row of headings. Needed are the name,
          the date of birth, looked after since and the legal status; it can also hold{' '}
          {sheetFields
            .filter(
              ({ key }) =>
                ![
                  'fullName',
                  'forename',
                  'surname',
                  'dateOfBirth',
                  'lookedAfterSince',
                  'legalStatus',
                ].includes(key),
            )
            .map(({ name }) => name.toLowerCase())
            .join(', ')}
          .
        </p>
      )}
      {error && <ErrorNote error={error} />}
      {sheet && settings.data && children.data && (
        <SheetPreview
          key={sheet.headings.join('|')}
          sheet={sheet}
          officer={settings.data.officer}
          today={settings.data.today}
          here={children.data}
          onDone={onDone}
        />
      )}
      <div className="btns">
        <Button look={sheet ? 'plain' : 'go'} icon="upload" onClick={() => void choose()}>
          {sheet ? 'Choose another file' : 'Choose the file'}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}
