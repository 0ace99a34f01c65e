import { createHash } from 'node:crypto';
import { sideFileName } from '../store/sideFiles.ts';

/**
 * The name of a record's side file. A file name shows to anyone who sees the folder, so an id that a case file
 * brought (it may say anything) is hashed into a UUID (RFC 9562, version 8); a UUID stands as it is.
 */
export function fileIdOf(id: string): string {
  if (sideFileName.test(id)) return id;
  const hex = createHash('sha256').update(`golden-thread-file:${id}`, 'utf8').digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
