import * as z from 'zod';
import { Instant, IsoDate } from '../dates.ts';
import {
  ChildId,
  DecisionId,
  FinalisationId,
  IssuedId,
  PersonId,
  PointId,
  RecordId,
  ReleaseId,
  ReviewId,
} from '../ids.ts';
import { FilledLine, Line, Passage } from './common.ts';

export const finalisationKinds = ['decisions', 'record'] as const;
export type FinalisationKind = (typeof finalisationKinds)[number];

/** A blocking finding the officer went on with, and why. Printed in the service file and the manager's page only. */
export const Gap = z.strictObject({
  code: FilledLine,
  /** What is missing, in the words the finding gave. */
  what: FilledLine,
  because: FilledLine,
  by: FilledLine,
  on: IsoDate,
  /** When it will be there. */
  expectedOn: IsoDate.optional(),
});
export type Gap = z.infer<typeof Gap>;

export const finalisationFields = {
  kind: z.enum(finalisationKinds),
  edition: z.int().min(1),
  at: Instant,
  by: FilledLine,
  /** SHA-256 (hex) of the canonical JSON of the frozen content. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  gaps: z.array(Gap),
  withdrawn: z
    .strictObject({ at: Instant, by: FilledLine, because: FilledLine, receivedBy: z.array(FilledLine) })
    .optional(),
};
/**
 * `content` is the frozen view-model itself as canonical JSON text. A withdrawn one is sealed: never exported.
 */
export const CaseFinalisation = z.strictObject({
  id: FinalisationId,
  ...finalisationFields,
  content: z.string().optional(),
});
export const Finalisation = z.strictObject({
  id: FinalisationId,
  childId: ChildId,
  reviewId: ReviewId,
  ...finalisationFields,
});
export type Finalisation = z.infer<typeof Finalisation>;

/** A dated addition after finalising: a later reply, a correction, the child's own answer to their letter. */
export const addendumFields = {
  kind: z.enum(['reply', 'correction', 'from-the-child', 'note']),
  on: IsoDate,
  by: FilledLine,
  text: Passage.regex(/\S/, 'must not be empty'),
  decisionId: DecisionId.optional(),
  /** The point whose child was told, where that happened after the record was finalised. */
  pointId: PointId.optional(),
  edition: z.int().min(1),
};
export const CaseAddendum = z.strictObject({ id: RecordId, ...addendumFields });
export const Addendum = z.strictObject({
  id: RecordId,
  childId: ChildId,
  reviewId: ReviewId,
  ...addendumFields,
});
export type Addendum = z.infer<typeof Addendum>;

/** The documents there are. */
export const documentKinds = [
  'service-file',
  'decisions',
  'manager',
  'chair',
  'letter',
  'parent',
  'carer',
  'school',
  'health',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
/** Copies that hide by default: nothing in them until it is released to their recipient. */
export const releasedCopies: readonly DocumentKind[] = ['letter', 'parent', 'carer', 'school', 'health'];

/**
 * Whether a document goes out on the authority's letterhead: it leaves the service. The service's own sheets do not:
 * the manager's page and the chair's sheet are made to hold one page, and the service file is not for circulation.
 */
export function isOnLetterhead(document: DocumentKind): boolean {
  return releasedCopies.includes(document);
}

/**
 * What a recipient may have. `item` is one of: `group:<group>`, `section:<section>` (neither takes along
 * anything flagged), `point:<id>`, `decision:<id>`, `action:<id>`, `progress:<id>`, `event:<id>`,
 * `text:<id>:<paragraph, from 0>`, `page-one:quote:<point id>`, `page-one:sentence:<index, from 0>`,
 * `fact:<name>`, `ending:<section>`, `risk:<id>`, `person:<id>`, `attendee:<meeting>:<n>`, `addendum:<id>`,
 * `withdrawal:<finalisation id>` (why it was withdrawn). A flagged item is released by its own name, with a reason.
 */
export const releaseFields = {
  personId: PersonId,
  item: z
    .string()
    .regex(/^[a-z-]+(:[A-Za-z0-9][A-Za-z0-9._:-]*)+$/, 'not the name of an item')
    .max(200),
  at: Instant,
  by: FilledLine,
  because: Line.optional(),
};
export const CaseRelease = z.strictObject({ id: ReleaseId, ...releaseFields });
export const Release = z.strictObject({
  id: ReleaseId,
  childId: ChildId,
  reviewId: ReviewId,
  ...releaseFields,
});
export type Release = z.infer<typeof Release>;

/** The log of what was issued; the bytes are an encrypted side file of the same id. */
export const issuedFields = {
  document: z.enum(documentKinds),
  personId: PersonId.optional(),
  recipient: FilledLine,
  at: Instant,
  by: FilledLine,
  edition: z.int().min(1),
  fileName: FilledLine,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  byteLength: z.int().nonnegative(),
  /** Hits of the leak search that the officer passed, each with a reason. The words themselves are not kept. */
  passed: z.array(z.strictObject({ what: FilledLine, because: FilledLine })).optional(),
  /** SHA-256 of the letterhead that it went out on. */
  letterheadSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** How it went: by hand, by post, by secure email. */
  how: FilledLine.optional(),
};
export const CaseIssued = z.strictObject({ id: IssuedId, ...issuedFields, content: z.base64().optional() });
export const IssuedDocument = z.strictObject({
  id: IssuedId,
  childId: ChildId,
  reviewId: ReviewId,
  ...issuedFields,
});
export type IssuedDocument = z.infer<typeof IssuedDocument>;

/** "Filed to the case record: date, reference": the council's own system holds the record. */
export const filingFields = {
  document: z.enum(documentKinds),
  on: IsoDate,
  reference: FilledLine,
  by: FilledLine,
};
export const CaseFiling = z.strictObject({ id: RecordId, ...filingFields });
export const Filing = z.strictObject({ id: RecordId, childId: ChildId, reviewId: ReviewId, ...filingFields });
export type Filing = z.infer<typeof Filing>;

/** What was typed into a structured field while it is not valid; the typed column keeps its last valid value. */
export const FieldDraft = z.strictObject({
  childId: ChildId,
  record: RecordId,
  entity: FilledLine,
  field: FilledLine,
  raw: Passage,
  baseVersion: z.int().nonnegative(),
});
export type FieldDraft = z.infer<typeof FieldDraft>;
