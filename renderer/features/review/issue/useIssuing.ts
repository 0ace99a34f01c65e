import { useState } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import type { DocumentKind } from '../../../../shared/domain/model/issue.ts';
import type { ReviewId } from '../../../../shared/domain/ids.ts';
import { PersonId } from '../../../../shared/domain/ids.ts';
import type { AppError, Result } from '../../../../shared/domain/result.ts';
import { call, failureOf } from '../../../app/calls.ts';
import { newId } from '../../../app/ids.ts';
import { readAgain } from '../../../app/queries.ts';
import { host } from '../../../bridge.ts';
import { useSay } from '../../../ui/LiveRegion.tsx';
import { useReview } from '../useReview.tsx';
import { documentNames } from './logLines.ts';
import type { PassedHits } from './matrix.ts';
import { passKey } from './matrix.ts';

export type ToIssue = { readonly document: DocumentKind; readonly personId: string | undefined };

/** What became of the last export. `issuedId`: it is in the log, and can be saved again. */
export type Outcome =
  | { readonly kind: 'saved'; readonly path: string; readonly count: number }
  | {
      readonly kind: 'not-saved';
      readonly error: AppError;
      readonly issuedId: string;
      readonly document: DocumentKind;
    }
  | { readonly kind: 'not-issued'; readonly error: AppError };

type File = Pick<Output<'document:read'>, 'fileName' | 'content'>;

type Save = (file: File) => Promise<Result<{ readonly path: string }>>;

/** Asks where for one file. */
const askAndSave: Save = ({ fileName, content }) =>
  host('host:saveFile', {
    title: 'Save this document',
    name: fileName,
    kind: { name: 'Word document', extensions: ['docx'] },
    content,
  });

/** Into a folder that was chosen before, replacing nothing. */
const saveInto =
  (folder: string): Save =>
  ({ fileName, content }) =>
    host('host:saveInto', { folder, name: fileName, content });

/** What fails while saving is said with the way to try again: the document itself is in the log. */
async function saved(file: File, issuedId: string, document: DocumentKind, save: Save): Promise<Outcome> {
  const result = await save(file);
  return result.ok
    ? { kind: 'saved', path: result.value.path, count: 1 }
    : { kind: 'not-saved', error: result.error, issuedId, document };
}

/** Issues one document and saves its file. Never throws. */
async function issueOne(
  reviewId: ReviewId,
  { document, personId }: ToIssue,
  hits: PassedHits[string],
  how: string | undefined,
  save: Save,
): Promise<Outcome> {
  try {
    const { issued, content } = await call('document:issue', {
      id: newId(),
      reviewId,
      document,
      passed: hits.filter(({ because }) => /\S/.test(because)),
      ...(personId !== undefined && { personId: PersonId.parse(personId) }),
      ...(how !== undefined && /\S/.test(how) && { how }),
    });
    return await saved({ fileName: issued.fileName, content }, issued.id, document, save);
  } catch (cause) {
    return { kind: 'not-issued', error: failureOf(cause) };
  }
}

async function saveAgain(issuedId: string, document: DocumentKind): Promise<Outcome> {
  try {
    return await saved(await call('document:read', { id: issuedId }), issuedId, document, askAndSave);
  } catch (cause) {
    return { kind: 'not-issued', error: failureOf(cause) };
  }
}

function noFolder(error: AppError): AppError {
  const why = error.code === 'cancelled' ? 'No folder was chosen.' : error.message;
  return { ...error, message: `${why} Nothing was issued.` };
}

/**
 * Issues documents and saves their files; an issued one whose file was not saved stays in the log. What was passed
 * for a document is forgotten once it went: the log has it.
 */
export function useIssuing(passed: PassedHits, forget: (key: string) => void) {
  const { review } = useReview();
  const say = useSay();
  const [outcome, setOutcome] = useState<Outcome>();
  const [isBusy, setBusy] = useState(false);
  const hitsOf = ({ document, personId }: ToIssue) => passed[passKey(document, personId)] ?? [];
  const issueAndForget = async (one: ToIssue, how: string | undefined, save: Save) => {
    const done = await issueOne(review.id, one, hitsOf(one), how, save);
    if (done.kind !== 'not-issued') forget(passKey(one.document, one.personId));
    return done;
  };
  const finish = async (work: () => Promise<Outcome | undefined>) => {
    setBusy(true);
    setOutcome(undefined);
    const next = await work();
    await readAgain();
    setOutcome(next);
    setBusy(false);
    if (next) say(outcomeInWords(next));
  };
  return {
    /** One document, to a place that is asked for. */
    issue: (one: ToIssue, how?: string) => finish(() => issueAndForget(one, how, askAndSave)),
    /** All of them into one folder, chosen before anything is issued; the first that fails ends it. */
    issueAll: (all: readonly ToIssue[]) =>
      finish(async () => {
        const folder = await host('host:chooseFolder', { title: 'Where the documents go' });
        if (!folder.ok) return { kind: 'not-issued', error: noFolder(folder.error) };
        let last: Outcome | undefined;
        for (const [index, each] of all.entries()) {
          last = await issueAndForget(each, undefined, saveInto(folder.value.path));
          if (last.kind !== 'saved') break;
          last = { ...last, count: index + 1 };
        }
        return last;
      }),
    /** The file of an issued document once more, byte for byte. */
    saveAgain: (issuedId: string, document: DocumentKind) => finish(() => saveAgain(issuedId, document)),
    outcome,
    isBusy,
    dismiss: () => setOutcome(undefined),
  };
}
export type Issuing = ReturnType<typeof useIssuing>;

/** What happened, and that nothing is lost. */
export function outcomeInWords(outcome: Outcome): string {
  if (outcome.kind === 'saved') {
    return outcome.count === 1
      ? `Saved as ${outcome.path}`
      : `${outcome.count} documents saved, the last as ${outcome.path}`;
  }
  if (outcome.kind === 'not-issued') return outcome.error.message;
  const why = outcome.error.code === 'cancelled' ? 'No place was chosen.' : outcome.error.message;
  return `${documentNames[outcome.document]}: issued and in the log, but not saved to a file. ${why} Nothing is lost: save it again.`;
}
