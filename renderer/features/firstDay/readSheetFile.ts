import { fail, ok } from '../../../shared/domain/result.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { Cells } from './sheetRows.ts';

/** Bytes of a file that crossed the bridge. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Text of a file: UTF-8, or what Excel on Windows writes when it is not. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  // A spreadsheet's day has no zone; the reader gives it as midnight UTC.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

const unreadable = fail(
  'invalid-input',
  'This file cannot be read as a spreadsheet. Save it as an Excel workbook (.xlsx) or as CSV, then choose it again.',
);

/** The first sheet of a workbook, or the rows of a CSV file, as text. Loaded when asked for: both readers are large. */
export async function readSheetFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<Cells>> {
  try {
    if (/\.xlsx$/i.test(name)) {
      const { readSheet } = await import('read-excel-file/universal');
      const rows: readonly (readonly unknown[])[] = await readSheet(bytes.buffer);
      return ok(rows.map((row) => row.map(cellText)));
    }
    const { default: Papa } = await import('papaparse');
    return ok(Papa.parse<string[]>(textOf(bytes).replace(/^\uFEFF/, ''), { skipEmptyLines: false }).data);
  } catch {
    return unreadable;
  }
}
