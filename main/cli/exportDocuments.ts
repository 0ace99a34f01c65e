import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile, CaseReview } from '../../shared/caseFile.ts';
import type { Output } from '../../shared/contract.ts';
import type { DocumentKind } from '../../shared/domain/model/issue.ts';
import { fail } from '../../shared/domain/result.ts';
import { writeFileDurably } from '../store/durableFile.ts';
import { codeOfSqlError, failFrom } from '../store/storeErrors.ts';
import type { Call } from './client.ts';
import { Failed } from './client.ts';

export type WantedDocument = {
  readonly document: DocumentKind;
  readonly out: string;
  readonly role?: string;
};
export type WrittenDocument = {
  readonly document: DocumentKind;
  /** The recipient's role, never a name. */
  readonly recipient: string | null;
  /** Missing when it was blocked. */
  readonly file: string | null;
  readonly sha256: string | null;
  readonly problems: Output<'document:preview'>['problems'];
};

type Person = CaseFile['people'][number];

const forNobody: readonly DocumentKind[] = ['service-file', 'chair', 'letter'];

/** Who gets this document: those whose copy it is, or with `role` those of that role. */
function recipientsOf(file: CaseFile, { document, role }: WantedDocument): (Person | undefined)[] {
  if (forNobody.includes(document) && role === undefined) return [undefined];
  const people = file.people.filter((person) =>
    role === undefined ? person.copy === document : person.role === role,
  );
  if (people.length === 0) {
    const message =
      role === undefined
        ? 'Nobody among the people of this file gets this document. Name a role with --for.'
        : 'Nobody among the people of this file has that role.';
    throw new Failed(fail('invalid-input', message).error);
  }
  return people;
}

/** Writes bytes to a path, whole or not at all; an expected fault of the disk becomes a coded failure. */
export function writeOut(path: string, content: Uint8Array): void {
  try {
    writeFileDurably(path, content);
  } catch (cause) {
    if (codeOfSqlError(cause) === 'internal') throw cause;
    throw new Failed(failFrom(cause).error);
  }
}

/** Makes the folder for documents; `read-only` and `disk-full` become coded failures. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    if (codeOfSqlError(cause) === 'internal') throw cause;
    throw new Failed(failFrom(cause).error);
  }
}

/** Writes one kind of document of one review for each of its recipients. A blocked one is told and not written. */
export async function exportDocuments(
  call: Call,
  file: CaseFile,
  review: CaseReview,
  wanted: WantedDocument,
): Promise<WrittenDocument[]> {
  const { document, out } = wanted;
  makeFolder(out);
  const written: WrittenDocument[] = [];
  for (const person of recipientsOf(file, wanted)) {
    const request = { reviewId: review.id, document, ...(person && { personId: person.id }) };
    const recipient = person?.role ?? null;
    const { problems } = await call('document:preview', request);
    if (problems.length > 0) {
      written.push({ document, recipient, file: null, sha256: null, problems });
      continue;
    }
    const { fileName, content, sha256 } = await call('document:export', request);
    writeOut(join(out, fileName), Buffer.from(content, 'base64'));
    written.push({ document, recipient, file: fileName, sha256, problems });
  }
  return written;
}
