import * as z from 'zod';
import { CaseDeadlineMark } from './domain/model/deadlineMarks.ts';
import { CaseEvent, CaseRisk } from './domain/model/events.ts';
import { CasePaper, CasePeriod, CasePerson, childFields } from './domain/model/child.ts';
import { Audience, FilledLine, Line } from './domain/model/common.ts';
import {
  CaseAddendum,
  CaseFiling,
  CaseFinalisation,
  CaseIssued,
  CaseRelease,
  FieldDraft,
} from './domain/model/issue.ts';
import { CaseMidwayCheck } from './domain/model/midway.ts';
import { CaseNote, CasePoint, GivenEnding, SectionKeySchema } from './domain/model/minutes.ts';
import { CaseAction, CaseDecision, CaseProgress } from './domain/model/plan.ts';
import { CaseMeeting, reviewFields } from './domain/model/review.ts';
import { ChildId, ReviewId } from './domain/ids.ts';
import { RichText } from './richText.ts';

/** The case file's own version, not the store's. A reader refuses any other. */
export const caseFileVersion = 1;
export const caseFileFormat = 'golden-thread/case-file';

/** A limit of its own: `Passage.max` would keep the smaller one of a passage beside it. */
const PlainNarrative = z.string().max(400_000);

/** A narrative: plain text (a blank line starts a paragraph), the editor's JSON, or either with its audience. */
const Narrative = z.union([
  PlainNarrative,
  RichText,
  z.strictObject({ body: z.union([PlainNarrative, RichText]), audience: Audience.optional() }),
]);

const CaseSection = z.strictObject({
  key: SectionKeySchema,
  account: Narrative.optional(),
  meaning: Narrative.optional(),
  ending: GivenEnding.optional(),
});

const listOf = <T extends z.ZodType>(schema: T) => z.array(schema).default([]);

const CaseReview = z.strictObject({
  id: ReviewId,
  ...reviewFields,
  meetings: listOf(CaseMeeting),
  sections: listOf(CaseSection),
  notes: listOf(CaseNote),
  points: listOf(CasePoint),
  decisions: listOf(CaseDecision),
  finalisations: listOf(CaseFinalisation),
  addenda: listOf(CaseAddendum),
  releases: listOf(CaseRelease),
  issued: listOf(CaseIssued),
  filings: listOf(CaseFiling),
});

const CaseActionWithProgress = CaseAction.extend({ progress: listOf(CaseProgress.omit({ actionId: true })) });

/** The officer whose caseload the child is in: the chair's name and how to reach them. */
export const Officer = z.strictObject({ name: FilledLine, phone: Line.optional(), email: Line.optional() });
export type Officer = z.infer<typeof Officer>;

/**
 * One child's whole record: the open format for hand-over, import, demo data and tests. Nesting says what
 * belongs to what; ids tie the rest. `npm run -s cli -- schema` prints it as JSON Schema.
 */
export const CaseFile = z.strictObject({
  format: z.literal(caseFileFormat),
  version: z.literal(caseFileVersion),
  officer: Officer,
  child: z.strictObject({ id: ChildId, ...childFields }),
  periods: listOf(CasePeriod),
  people: listOf(CasePerson),
  events: listOf(CaseEvent),
  risks: listOf(CaseRisk),
  papers: listOf(CasePaper),
  /** What the officer said of computed dates: done, why late, another day, may rest. */
  deadlineMarks: listOf(CaseDeadlineMark),
  reviews: listOf(CaseReview),
  actions: listOf(CaseActionWithProgress),
  midwayChecks: listOf(CaseMidwayCheck),
  drafts: listOf(FieldDraft.omit({ childId: true })),
});
export type CaseFile = z.infer<typeof CaseFile>;
export type CaseFileInput = z.input<typeof CaseFile>;
export type CaseReview = z.infer<typeof CaseReview>;
export type Narrative = z.infer<typeof Narrative>;

/** JSON Schema (2020-12) of what a case file may hold. */
export function caseFileJsonSchema(): object {
  return z.toJSONSchema(CaseFile, { io: 'input', reused: 'ref' });
}
