import { LetterheadFault } from './fault.ts';

export const pictureTypes = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
} as const;
export type PictureType = keyof typeof pictureTypes;

const begins = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, place) => bytes[at + place] === byte);

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const emfSignatureAt = 40;

/** By the first bytes, never by the name; undefined for any other kind. */
function typeOf(bytes: Uint8Array): PictureType | undefined {
  if (begins(bytes, pngSignature)) return 'png';
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (begins(bytes, [1, 0, 0, 0]) && begins(bytes, [0x20, 0x45, 0x4d, 0x46], emfSignatureAt)) return 'emf';
  if (begins(bytes, [0xd7, 0xcd, 0xc6, 0x9a]) || begins(bytes, [1, 0, 9, 0, 0, 3])) return 'wmf';
  return undefined;
}

/** What a picture says in words: who made it, when, with what, where. Everything that is needed to show it stays. */
const pngWords = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

function barePng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, pngSignature.length)];
  for (let at = pngSignature.length; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) throw brokenPicture();
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!pngWords.has(name)) kept.push(bytes.subarray(at, end));
    at = end;
    if (name === 'IEND') break;
  }
  return Buffer.concat(kept);
}

/** Segments of a JPEG that hold words: EXIF and XMP (1), IPTC (13), comments. Which way up it is stays. */
const jpegWords = new Set([0xe1, 0xed, 0xfe]);
const startOfScan = 0xda;

function bareJpeg(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) throw brokenPicture();
    if (marker === startOfScan) {
      kept.push(bytes.subarray(at));
      return Buffer.concat(kept);
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) throw brokenPicture();
    if (!jpegWords.has(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  throw brokenPicture();
}

/** The header of an EMF names the program and the file it came from, in UTF-16, at the offset that it gives. */
function bareEmf(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  if (copy.length < 88) throw brokenPicture();
  const view = new DataView(copy.buffer);
  const [length, at] = [view.getUint32(60, true), view.getUint32(64, true)];
  copy.fill(0, Math.min(at, copy.length), Math.min(at + 2 * length, copy.length));
  return copy;
}

const brokenPicture = (): LetterheadFault =>
  new LetterheadFault(
    'A picture in the header or footer is damaged. Delete it in Word, put it in again, save the document, then choose it again.',
  );

export type BarePicture = { readonly type: PictureType; readonly content: Uint8Array };

/** A picture as it may leave the office: without what it tells of its maker. Throws for a kind that is not carried. */
export function barePicture(bytes: Uint8Array): BarePicture {
  const type = typeOf(bytes);
  switch (type) {
    case 'png':
      return { type, content: barePng(bytes) };
    case 'jpeg':
      return { type, content: bareJpeg(bytes) };
    case 'emf':
      return { type, content: bareEmf(bytes) };
    case 'wmf':
      return { type, content: bytes };
    default:
      throw new LetterheadFault(
        'A picture in the header or footer is neither PNG, JPEG, EMF nor WMF. Save it as a PNG, put that in its place, save the document, then choose it again.',
      );
  }
}
