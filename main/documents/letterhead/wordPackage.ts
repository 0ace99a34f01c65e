// Its build for Node declares a `require` of its own, which the bundle of the core has already.
import { type UnzipFileInfo, unzipSync } from 'fflate/browser';
import { damaged, LetterheadFault } from './fault.ts';
import { childrenOf, parseXml, type XmlElement } from './xml.ts';

/** Most bytes of the file; a letterhead with scanned pictures has a few MB. */
export const largestFile = 15 * 1024 * 1024;
const mostEntries = 500;
/** Most bytes of all that is in it, unpacked. */
const largestContent = 60 * 1024 * 1024;
const largestXml = 10 * 1024 * 1024;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

export type Relationship = { readonly type: string; readonly target: string; readonly isExternal: boolean };

/** A Word file that was looked through before anything of it was unpacked. */
export type WordPackage = {
  readonly has: (path: string) => boolean;
  /** Throws `LetterheadFault` when the part is not there or not XML. */
  readonly xml: (path: string) => XmlElement;
  readonly bytes: (path: string) => Uint8Array;
  /** The relationships of a part by their ids; none when it has none. Targets are paths in the file. */
  readonly relationshipsOf: (path: string) => ReadonlyMap<string, Relationship>;
  /** The content type of a part. */
  readonly typeOf: (path: string) => string;
  readonly paths: readonly string[];
};

const startsWith = (bytes: Uint8Array, start: string | readonly number[]): boolean =>
  Array.from(typeof start === 'string' ? Buffer.from(start, 'latin1') : start).every(
    (wanted, at) => bytes[at] === wanted,
  );

const saveAs = 'Open it in Word, save it as a Word Document (.docx), then choose that file.';
const encryptedName = Buffer.from('EncryptedPackage', 'utf16le');

/** Says of a file that is no zip what it is. */
function notAZip(bytes: Uint8Array): LetterheadFault {
  if (bytes.length === 0) return new LetterheadFault('This file is empty. Choose another.');
  // A compound file of Microsoft's: an old document, or a new one inside its encryption.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encryptedName)
      ? new LetterheadFault(
          'This document is protected by a password. Open it in Word, take the password off (File, Info, Protect Document, Encrypt with Password), save it, then choose it again.',
        )
      : new LetterheadFault(`This is a document of an older Word (.doc). ${saveAs}`);
  }
  if (startsWith(bytes, '%PDF'))
    return new LetterheadFault(
      `This is a PDF. A letterhead is the Word document it was made from. ${saveAs}`,
    );
  if (startsWith(bytes, '{\\rtf')) return new LetterheadFault(`This is a Rich Text document. ${saveAs}`);
  return new LetterheadFault('This is not a Word document. Choose the .docx file of the letterhead.');
}

/** The entries with the sizes they claim, without unpacking any. */
function entriesOf(bytes: Uint8Array): UnzipFileInfo[] {
  const entries: UnzipFileInfo[] = [];
  unzipSync(bytes, {
    filter: (entry) => {
      if (entries.push(entry) > mostEntries)
        throw new LetterheadFault(
          `There are more than ${mostEntries} parts in this file; a letterhead has a few dozen. Copy its header and footer into a new document and save that.`,
        );
      return false;
    },
  });
  return entries;
}

function unpack(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (bytes.length > largestFile) {
    throw new LetterheadFault(
      `This file has ${megabytes(bytes.length)}; a letterhead may have ${megabytes(largestFile)}. Make its pictures smaller in Word (Picture Format, Compress Pictures), save it, then choose it again.`,
    );
  }
  if (!startsWith(bytes, 'PK')) throw notAZip(bytes);
  try {
    const entries = entriesOf(bytes);
    if (entries.reduce((sum, { originalSize }) => sum + originalSize, 0) > largestContent) {
      throw new LetterheadFault(
        `What is in this file unpacks to more than ${megabytes(largestContent)}, which no letterhead does. Copy its header and footer into a new document and save that.`,
      );
    }
    // An entry that holds more than it claims is cut where its claim ends, and is then no longer what it was.
    return new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/')));
  } catch (cause) {
    if (cause instanceof LetterheadFault) throw cause;
    throw damaged();
  }
}

/** A target of a relationship as a path in the file: they are relative to the folder of the part. */
function resolve(part: string, target: string): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const steps = (target.startsWith('/') ? target : `/${folder}${target}`).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

const relationshipsPath = (part: string): string => {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
};

function isOpenDocument(parts: ReadonlyMap<string, Uint8Array>): boolean {
  const type = parts.get('mimetype');
  return type !== undefined && startsWith(type, 'application/vnd.oasis.opendocument');
}

/**
 * Opens the bytes of a file as a Word document. Throws `LetterheadFault` for what is too large, no zip, encrypted, of
 * another program or without the parts that every Word file has.
 */
export function openWordPackage(bytes: Uint8Array): WordPackage {
  const parts = unpack(bytes);
  if (isOpenDocument(parts)) throw new LetterheadFault(`This is an OpenDocument file (.odt). ${saveAs}`);
  if (!parts.has('[Content_Types].xml'))
    throw new LetterheadFault(
      'This is a zip file without a Word document in it. Choose the .docx file of the letterhead.',
    );
  const read = (path: string): Uint8Array => {
    const part = parts.get(path);
    if (!part) throw damaged();
    return part;
  };
  const xml = (path: string): XmlElement => {
    const part = read(path);
    if (part.length > largestXml)
      throw new LetterheadFault(
        `A part of this document has more than ${megabytes(largestXml)} of text, which no letterhead has. Copy its header and footer into a new document and save that.`,
      );
    return parseXml(textOf(part));
  };
  const types = xml('[Content_Types].xml');
  return {
    has: (path) => parts.has(path),
    xml,
    bytes: read,
    relationshipsOf: (path) => {
      const from = relationshipsPath(path);
      return new Map(parts.has(from) ? relationshipsIn(xml(from), path) : []);
    },
    typeOf: (path) => {
      const own = childrenOf(types, 'ct:Override').find(
        (type) => type.attributes.get('PartName') === `/${path}`,
      );
      const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
      const usual = childrenOf(types, 'ct:Default').find(
        (type) => type.attributes.get('Extension')?.toLowerCase() === ending,
      );
      return (own ?? usual)?.attributes.get('ContentType') ?? '';
    },
    paths: [...parts.keys()],
  };
}

/** Word writes UTF-8; UTF-16 is allowed and told by its first two bytes. */
function textOf(part: Uint8Array): string {
  const encoding = startsWith(part, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(part, [0xfe, 0xff])
      ? 'utf-16be'
      : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(part);
  } catch {
    throw damaged();
  }
}

function relationshipsIn(root: XmlElement, part: string): [string, Relationship][] {
  return childrenOf(root, 'rel:Relationship').map(({ attributes }) => {
    const isExternal = attributes.get('TargetMode') === 'External';
    const target = attributes.get('Target') ?? '';
    return [
      attributes.get('Id') ?? '',
      { type: attributes.get('Type') ?? '', target: isExternal ? '' : resolve(part, target), isExternal },
    ];
  });
}
