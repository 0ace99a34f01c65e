import { Packer } from 'docx';
import type { Report } from '../../shared/report/blocks.ts';
import { cleanLine } from '../../shared/text/clean.ts';
import type { LetterheadParts } from './letterhead/letterheadParts.ts';
import { ontoLetterhead } from './letterhead/ontoLetterhead.ts';
import { type OwnPages, toDocument } from './toDocument.ts';

/**
 * A report as the bytes of a Word file. The same report always gives the same bytes, since issued files are kept
 * byte for byte and known by their hash: no time, no author and no random id is in them. `letterhead` belongs to the
 * paper that the report was built for.
 */
export async function toBuffer(report: Report, letterhead?: LetterheadParts): Promise<Uint8Array> {
  const core = { path: 'docProps/core.xml', data: coreProperties(report.title) };
  const packed = await Packer.toBuffer(toDocument(report, ownPagesOf(letterhead)), undefined, [core]);
  const bytes = new Uint8Array(packed);
  stopClock(bytes);
  return letterhead === undefined ? bytes : ontoLetterhead(bytes, letterhead);
}

function ownPagesOf(letterhead: LetterheadParts | undefined): OwnPages {
  return {
    first: letterhead?.headers.first !== undefined,
    even: letterhead?.headers.even !== undefined,
  };
}

/** Without author, editor and times; the library fills each in when it has none. */
function coreProperties(title: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escapeXml(cleanLine(title))}</dc:title>`,
    '<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy><dc:language>en-GB</dc:language>',
    '</cp:coreProperties>',
  ].join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;
const endRecordLength = 22;
/** The first day a zip file can name: 1 January 1980, 00:00. */
const firstDosDay = (1 << 5) | 1;

/** Sets every time in a zip file to its first day, in place: the library stamps each part with the present. */
function stopClock(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - endRecordLength;
  expectSignature(view, end, endRecord);
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry += 1) {
    expectSignature(view, at, centralHeader);
    const local = view.getUint32(at + 42, true);
    expectSignature(view, local, localHeader);
    setTime(view, at + 12);
    setTime(view, local + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

function setTime(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, firstDosDay, true);
}

/** A zip of another shape is a change of the library's, to be seen and not written over. */
function expectSignature(view: DataView, at: number, signature: number): void {
  if (at < 0 || view.getUint32(at, true) !== signature)
    throw new TypeError('Not the zip file that was expected');
}
