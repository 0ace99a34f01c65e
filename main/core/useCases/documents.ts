import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Output, Parsed } from '../../../shared/contract.ts';
import { whyNotIssuable } from '../../../shared/domain/lifecycle.ts';
import type { Letterhead } from '../../../shared/domain/letterhead.ts';
import type { Person } from '../../../shared/domain/model/child.ts';
import type { DocumentKind } from '../../../shared/domain/model/issue.ts';
import { IssuedDocument, isOnLetterhead, releasedCopies } from '../../../shared/domain/model/issue.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { ReviewId } from '../../../shared/domain/ids.ts';
import type { Report } from '../../../shared/report/blocks.ts';
import type { ReviewContent } from '../../../shared/report/content.ts';
import { contentFor as contentForReader } from '../../../shared/report/audience.ts';
import { addedItems, addedWithheld } from '../../../shared/report/addedItems.ts';
import { readerOf } from '../../../shared/report/audienceReader.ts';
import type { FilteredContent } from '../../../shared/report/audience.ts';
import { buildReport } from '../../../shared/report/documents.ts';
import {
  forbiddenFor,
  notPassed,
  searchLeaks,
  searchLetterhead,
  textsOfReport,
} from '../../../shared/report/leak.ts';
import type { LeakHit, Passed } from '../../../shared/report/leak.ts';
import { checkRelease } from '../../../shared/report/release.ts';
import { changeOnce } from '../changeOnce.ts';
import type { Context, SyncHandler, TaskHandler } from '../context.ts';
import { editableReview } from '../editing.ts';
import { fileIdOf } from '../fileIds.ts';
import { contentFor } from '../frozen.ts';
import { issueStateOf } from '../issueState.ts';
import { letterheadOf } from '../letterheads.ts';
import { withFiles } from '../keptFiles.ts';
import type { LoadedReview } from '../loadReview.ts';
import { loadReview } from '../loadReview.ts';
import { sha256Of } from '../../store/sideFiles.ts';
import { printOn } from '../printReport.ts';
import { hashOf, removeRecord, saveRecord, writeAudit } from '../recordWriter.ts';
import { saveInReview } from './saveInReview.ts';

type Request = Parsed<'document:preview'>;
type Problem = Output<'document:preview'>['problems'][number];

/** One document for one reader, before it is printed. */
export type Built = {
  readonly report: Report;
  readonly filtered: FilteredContent;
  readonly leaks: readonly LeakHit[];
  readonly person: Person | undefined;
  readonly loaded: LoadedReview;
  /** What it goes out on; undefined for the service's own sheets. */
  readonly letterhead: Letterhead | undefined;
};

/** The decisions sheet, the manager's page and the chair's sheet stand on the decisions; the rest on the record. */
function standsOn(document: DocumentKind): 'decisions' | 'record' {
  return document === 'decisions' || document === 'manager' || document === 'chair' ? 'decisions' : 'record';
}

/** What every document of one review is built from, read once however many are built. */
export type Sources = {
  readonly loaded: LoadedReview;
  readonly contentOf: (kind: 'decisions' | 'record') => ReviewContent | undefined;
  readonly letterhead: Letterhead | undefined;
  readonly otherChildren: readonly { readonly id: string; readonly fullName: string }[];
};

/** Reads what the documents of a review are built from; undefined when the review is gone. */
export function sourcesOf(context: Context, reviewId: ReviewId): Sources | undefined {
  const loaded = loadReview(context, reviewId);
  if (!loaded) return undefined;
  const known = new Map<string, ReviewContent | undefined>();
  return {
    loaded,
    letterhead: letterheadOf(context.repos),
    otherChildren: context.repos.lists.otherChildren(loaded.record.child.id),
    contentOf: (kind) => {
      if (!known.has(kind)) known.set(kind, contentFor(context, loaded.record, reviewId, kind));
      return known.get(kind);
    },
  };
}

/** What a hit was seen in, without the words: they change, and it must be looked at again. */
const seenOf = ({ what, part, lines }: LeakHit) => hashOf(JSON.stringify([what, part, lines]));

/** Builds one document for one reader: content, what this reader may have of it, the report, the leak search. */
export function build(sources: Sources, request: Request, passed: readonly Passed[] = []): Result<Built> {
  const { loaded } = sources;
  const { record } = loaded;
  const person = record.people.find((candidate) => candidate.id === request.personId);
  if (request.personId !== undefined && !person) {
    return fail('not-found', 'This reader is not among the child’s people.', { field: 'personId' });
  }
  // The letter is for the child, under the child's own id; every other copy is for somebody.
  if (person === undefined && releasedCopies.includes(request.document) && request.document !== 'letter') {
    return fail('invalid-input', 'Say whose copy this is: choose one of the child’s people.', {
      field: 'personId',
    });
  }
  const content = sources.contentOf(standsOn(request.document));
  if (!content) return fail('not-found', 'This review is no longer there.');
  const reader = { kind: request.document, person, releases: record.releases };
  const own = contentForReader(content, reader);
  const added = addedWithheld(addedItems(record, request.reviewId), readerOf(content, reader));
  const filtered = { ...own, withheld: [...own.withheld, ...added] };
  const state = issueStateOf(record, request.reviewId);
  const letterhead = isOnLetterhead(request.document) ? sources.letterhead : undefined;
  const report = buildReport(request.document, filtered.content, state, person, letterhead?.paper);
  const forbidden = forbiddenFor(content, reader, sources.otherChildren);
  const hits = [
    ...searchLeaks(textsOfReport(report), forbidden),
    ...(letterhead ? searchLetterhead(letterhead.words, forbidden) : []),
  ];
  const leaks = notPassed(hits, passed, seenOf);
  return ok({ report, filtered, leaks, person, loaded, letterhead });
}

function buildFor(context: Context, request: Request, passed: readonly Passed[] = []): Result<Built> {
  const sources = sourcesOf(context, request.reviewId);
  return sources ? build(sources, request, passed) : fail('not-found', 'This review is no longer there.');
}

/** What stands in the way of issuing what was built. */
export function problemsOf({ report, filtered, leaks }: Built): Problem[] {
  const empty = isOnlyATitle(report)
    ? [{ what: 'Nothing is released to this reader yet, so this copy is empty. Choose what they may have.' }]
    : [];
  const hits = leaks.map(({ lines, ...hit }) => ({ ...hit, seen: seenOf({ ...hit, lines }) }));
  return [...filtered.problems, ...hits, ...empty];
}

/** A sheet of paper with a name on it and nothing else: nobody is helped by that, and it tells that all is withheld. */
function isOnlyATitle({ blocks }: Report): boolean {
  return blocks.every(
    (block) =>
      (block.kind === 'heading' && block.level === 1) ||
      (block.kind === 'paragraph' && block.style === 'meta'),
  );
}

const preview: SyncHandler<'document:preview'> = (request, context) => {
  const built = buildFor(context, request);
  if (!built.ok) return built;
  const { report, filtered, letterhead } = built.value;
  return ok({
    report,
    withheld: filtered.withheld,
    problems: problemsOf(built.value),
    ...(letterhead && { letterhead: letterhead.words }),
  });
};

/** A name that tells the document and nothing about the child: the number is that of the review. */
function fileNameOf(document: DocumentKind, { loaded, person }: Built): string {
  const { record, review } = loaded;
  const tag = createHash('sha256').update(record.child.id, 'utf8').digest('hex').slice(0, 6);
  const reader = person ? `-${createHash('sha256').update(person.id, 'utf8').digest('hex').slice(0, 4)}` : '';
  return `${document}-review-${review.number}-${tag}${reader}.docx`;
}

/** The document as Word bytes, for looking at: a blocked one is not given out. */
const exportDocument: TaskHandler<'document:export'> = async (request, context) => {
  const built = buildFor(context, request);
  if (!built.ok) return built;
  const problems = problemsOf(built.value);
  if (problems.length > 0) return blocked(problems);
  const printed = await printOn(built.value.letterhead, context, built.value.report);
  if (!printed.ok) return printed;
  const bytes = printed.value;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return ok({
    fileName: fileNameOf(request.document, built.value),
    content: Buffer.from(bytes).toString('base64'),
    sha256,
  });
};

function blocked(problems: readonly Problem[]): Result<never> {
  const count = problems.length === 1 ? 'One thing stands' : `${problems.length} things stand`;
  return fail(
    'forbidden',
    `${count} in the way of issuing this. Mend each, or pass a common word with a reason.`,
    {
      issues: problems.map(({ what }) => ({ path: 'document', message: what })),
    },
  );
}

/**
 * Issues a document: nothing this reader must not learn is in it, its bytes are kept as they are, and the log says
 * who received what when. A hit of the leak search can be passed with a reason, which the log keeps.
 */
const issue: TaskHandler<'document:issue'> = async ({ id, passed, how, ...request }, context) => {
  const built = buildFor(context, request, passed);
  if (!built.ok) return built;
  const { loaded, person, report, letterhead } = built.value;
  const why = whyNotIssuable(loaded.record, request.reviewId, request.document);
  if (why !== undefined) return fail('forbidden', why);
  const problems = problemsOf(built.value);
  if (problems.length > 0) return blocked(problems);
  const printed = await printOn(letterhead, context, report);
  if (!printed.ok) return printed;
  const bytes = printed.value;
  const issued: IssuedDocument = {
    id,
    childId: loaded.record.child.id,
    reviewId: request.reviewId,
    document: request.document,
    ...(person && { personId: person.id }),
    recipient:
      person?.name ?? (request.document === 'letter' ? loaded.record.child.preferredName : 'Service'),
    at: context.now,
    by: context.officer.name,
    edition: issueStateOf(loaded.record, request.reviewId).edition,
    fileName: fileNameOf(request.document, built.value),
    sha256: sha256Of(bytes),
    byteLength: bytes.length,
    ...(passed.length > 0 && { passed: passed.map(({ what, because }) => ({ what, because })) }),
    ...(letterhead && { letterheadSha256: letterhead.sha256 }),
    ...(how !== undefined && { how }),
  };
  const kept = changeOnce(context, 'document:issue', () =>
    withFiles(context.store, new Map([[id, bytes]]), () => keepIssued(context, issued)),
  );
  return kept.ok ? issuedAgain(kept.value, context) : kept;
};

/** What is kept of an issued document under its request id: the bytes are a side file already. */
const KeptIssue = z.strictObject({ issued: IssuedDocument });

/** The answer to a call that issued a document, its bytes read from the store. */
export function issuedAgain(kept: unknown, context: Context): Result<Output<'document:issue'>> {
  const { issued } = KeptIssue.parse(kept);
  const bytes = context.store.files.read(fileIdOf(issued.id));
  return bytes.ok ? ok({ issued, content: bytes.value.toString('base64') }) : bytes;
}

function keepIssued(context: Context, issued: IssuedDocument): Result<z.infer<typeof KeptIssue>> {
  // Printing takes time, and what it printed may have been withdrawn meanwhile.
  const now = loadReview(context, issued.reviewId);
  const why = now && whyNotIssuable(now.record, issued.reviewId, issued.document);
  if (!now || why !== undefined) return fail('forbidden', why ?? 'This review is no longer there.');
  if (issueStateOf(now.record, issued.reviewId).edition !== issued.edition) {
    return fail('conflict', 'This edition was withdrawn in the meantime. Nothing was issued. Look again.');
  }
  const saved = saveRecord(context, 'issued_document', issued, 0);
  if (!saved.ok) return saved;
  const about = {
    name: 'issued_document',
    id: issued.id,
    childIds: [issued.childId],
    what: 'issued',
    version: 1,
  } as const;
  writeAudit(context, about, { before: undefined, after: issued.sha256 });
  return ok({ issued });
}

const readIssued: SyncHandler<'document:read'> = ({ id }, { repos, store }) => {
  const issued = repos.entities.find('issued_document', id)?.value;
  if (!issued) return fail('not-found', 'This document is no longer there.');
  const bytes = store.files.read(fileIdOf(id));
  if (!bytes.ok) return bytes;
  return ok({ fileName: issued.fileName, content: bytes.value.toString('base64'), sha256: issued.sha256 });
};

const addReleases: SyncHandler<'release:add'> = ({ releases }, context) => {
  const known = new Map<string, Sources | undefined>();
  for (const release of releases) {
    const { reviewId } = release;
    // What a release is weighed against does not change by releasing: read once, not once for each of forty.
    if (!known.has(reviewId)) known.set(reviewId, sourcesOf(context, reviewId));
    const sources = known.get(reviewId);
    const content = sources?.contentOf('record');
    if (!sources || !content) return fail('not-found', 'This review is no longer there.');
    const allowed = checkRelease(content, release, addedItems(sources.loaded.record, reviewId));
    if (!allowed.ok) return allowed;
    const saved = saveInReview(context, 'release', 'release', { value: release, baseVersion: 0 });
    if (!saved.ok) return saved;
  }
  return ok({});
};

const removeRelease: SyncHandler<'release:remove'> = ({ id, baseVersion }, context) => {
  const release = context.repos.entities.find('release', id)?.value;
  if (!release) return fail('not-found', 'This is no longer there.');
  const review = editableReview(context, release.reviewId, 'release');
  return review.ok ? removeRecord(context, 'release', id, baseVersion) : review;
};

export const documentSync = {
  'document:preview': preview,
  'document:read': readIssued,
  'release:add': addReleases,
  'release:remove': removeRelease,
};
export const documentTasks = { 'document:export': exportDocument, 'document:issue': issue };
