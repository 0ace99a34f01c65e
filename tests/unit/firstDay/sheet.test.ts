import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheetFile } from '../../../renderer/features/firstDay/readSheetFile.ts';
import { legalStatusOf } from '../../../renderer/features/firstDay/legalStatusWords.ts';
import type { SheetContext } from '../../../renderer/features/firstDay/sheetRows.ts';
import {
  guessSheetMapping,
  identityOf,
  readRows,
  sheetFrom,
  unknownStatuses,
} from '../../../renderer/features/firstDay/sheetRows.ts';
import { isoDate } from '../../../shared/domain/dates.ts';

const today = isoDate('2026-10-05');
const nobody: SheetContext = { today, known: new Set(), statusWords: {} };
const headings = [
  'Case No.',
  'Surname',
  'Forename',
  'D.O.B.',
  'LAC since',
  'Legal Status',
  'Review No',
  'Last review',
  'Next review date',
  'Allocated worker',
  'Notes',
];
const leah = [
  '4471',
  'Fauxton',
  'Leah',
  '11/06/2012',
  '14 Mar 2019',
  'C2',
  '17',
  '30/04/2026',
  '30/10/2026',
  'Tomasz Inventar',
  'x',
];

function rowsOf(...rows: readonly string[][]) {
  const sheet = sheetFrom([['Caseload, printed 1 Oct'], [], headings, ...rows]);
  return readRows(sheet, guessSheetMapping(sheet), nobody);
}

describe('a caseload from a spreadsheet', () => {
  it('finds the headings under a title, and reads a row as a child', () => {
    expect(rowsOf(leah)).toEqual([
      {
        kind: 'new',
        row: 4,
        child: {
          fullName: 'Leah Fauxton',
          preferredName: 'Leah',
          dateOfBirth: '2012-06-11',
          caseReference: '4471',
          lookedAfterSince: '2019-03-14',
          legalStatus: 'care-order',
          legalStatusSince: undefined,
          worker: 'Tomasz Inventar',
          team: undefined,
          workerSince: undefined,
          lastReview: { number: 17, on: '2026-04-30' },
          nextReviewOn: '2026-10-30',
        },
      },
    ]);
  });

  it('gives one message for each bad row, with everything that is wrong in it, and skips empty rows', () => {
    const bad = ['1', '', '', '31/02/2012', 'ages ago', 'unknown', 'many', '30/04/2026'];
    const results = rowsOf(bad, ['', '', ''], leah);
    expect(results.map(({ kind, row }) => [kind, row])).toEqual([
      ['fault', 4],
      ['new', 6],
    ]);
    expect(results[0]).toHaveProperty(
      'message',
      'the name is missing; “Date of birth” is not a day: write it as 5 Oct 2026; “Looked after since” is not a day: write it as 5 Oct 2026; the legal status is not known: choose what its words mean; the number of the last review is not a number',
    );
  });

  it.each([
    ['born in the future', 3, '5/10/2027', 'the date of birth is still to come'],
    ['a day without its year', 3, '11/06', '“Date of birth” is not a day: write it as 5 Oct 2026'],
    ['looked after before birth', 4, '1/1/2010', 'looked after since before they were born'],
    [
      'a review still to come',
      7,
      '6/10/2026',
      'the last review is on a day that is still to come: give it as the next one',
    ],
    [
      'a next review before the last',
      8,
      '1/4/2026',
      'the next review is not after the last one, 30 Apr 2026',
    ],
    ['no review number', 6, '', 'the last review has a day and no number'],
    ['no review day', 7, '', 'the last review has a number and no day'],
  ])('%s', (_name, place, cell, message) => {
    const row = leah.with(place, cell);
    const [result] = rowsOf(row.with(8, place === 8 ? cell : ''));
    expect(result).toMatchObject({ kind: 'fault', message });
  });

  it('adds nothing twice: neither within the file nor against the store', () => {
    const sheet = sheetFrom([headings, leah, leah.with(1, 'FAUXTON')]);
    const mapping = guessSheetMapping(sheet);
    const [first, second] = readRows(sheet, mapping, nobody);
    expect(first).toMatchObject({ kind: 'new' });
    expect(second).toMatchObject({
      kind: 'fault',
      message: 'the same child as in row 2: keep one of the two',
    });
    const known = new Set([identityOf({ fullName: 'Fauxton, Leah', dateOfBirth: isoDate('2012-06-11') })]);
    expect(readRows(sheet, mapping, { ...nobody, known }).map(({ kind }) => kind)).toEqual([
      'known',
      'known',
    ]);
  });

  it('asks what an unknown status means and then takes it', () => {
    const sheet = sheetFrom([headings, leah.with(5, 'FCO (s31)'), leah.with(5, 'Type 7').with(1, 'Other')]);
    const mapping = guessSheetMapping(sheet);
    expect(unknownStatuses(sheet, mapping)).toEqual(['type 7']);
    const told = { ...nobody, statusWords: { 'type 7': 'section-20' as const } };
    expect(readRows(sheet, mapping, told)[1]).toMatchObject({ child: { legalStatus: 'section-20' } });
  });

  it('never guesses a legal status', () => {
    expect(legalStatusOf('Care order (section 31)')).toBe('care-order');
    expect(legalStatusOf('C1')).toBe('interim-care-order');
    expect(legalStatusOf('care order or placement order')).toBeUndefined();
    expect(legalStatusOf('section 20; placement order')).toBeUndefined();
    expect(legalStatusOf('')).toBeUndefined();
  });
});

describe('reading the file', () => {
  it('reads CSV in UTF-8 and in what Excel writes', async () => {
    const csv = 'Name,DOB\r\n"Zoë, ""Zo"" Pretendska",1/2/2015\r\n';
    const utf8 = await readSheetFile('a.csv', new TextEncoder().encode(`\uFEFF${csv}`));
    const windows = await readSheetFile(
      'a.CSV',
      Uint8Array.from(csv, (character) => character.charCodeAt(0)),
    );
    expect(utf8).toMatchObject({
      ok: true,
      value: [['Name', 'DOB'], ['Zoë, "Zo" Pretendska', '1/2/2015'], ['']],
    });
    expect(windows).toEqual(utf8);
  });

  it('reads a workbook, its days as days', async () => {
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
      <row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>DOB</t></is></c></row>
      <row r="2"><c r="A2" t="inlineStr"><is><t>Leah Fauxton</t></is></c><c r="B2" s="1"><v>41071</v></c></row>
      </sheetData></worksheet>`;
    const bytes = zipSync({
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      ),
      'xl/workbook.xml': strToU8(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Caseload" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/styles.xml': strToU8(
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
    });
    expect(await readSheetFile('a.xlsx', new Uint8Array(bytes))).toEqual({
      ok: true,
      value: [
        ['Name', 'DOB'],
        ['Leah Fauxton', '2012-06-11'],
      ],
    });
  });

  it('says what to do with a file that is no spreadsheet', async () => {
    const result = await readSheetFile('a.xlsx', new TextEncoder().encode('not a workbook'));
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
});
