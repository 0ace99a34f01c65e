import * as z from 'zod';
import { Instant, IsoDate } from '../dates.ts';
import { ActionId, ChildId, DecisionId, PersonId, PointId, ProgressId, RecordId, ReviewId } from '../ids.ts';
import { Audience, FilledLine, Line, Passage } from './common.ts';
import { SectionKeySchema } from './minutes.ts';

/** Decisions keep this order in every document: safety, permanence, stalled, the rest. */
export const decisionThemes = ['safety', 'permanence', 'stalled', 'rest'] as const;
export type DecisionTheme = (typeof decisionThemes)[number];

export const replyOutcomes = ['agreed', 'no-reply', 'with-change', 'not-agreed'] as const;
/** The manager's answer to one decision. The IRO's wording and the manager's both stay. */
export const ManagerReply = z
  .strictObject({
    outcome: z.enum(replyOutcomes),
    on: IsoDate,
    by: Line.optional(),
    /** The manager's own wording, when the decision was agreed with a change. */
    wording: Passage.optional(),
    because: Line.optional(),
  })
  .refine((reply) => reply.outcome !== 'with-change' || /\S/.test(reply.wording ?? ''), {
    message: 'give the wording that was agreed instead',
    path: ['wording'],
  })
  .refine((reply) => reply.outcome !== 'not-agreed' || /\S/.test(reply.because ?? ''), {
    message: 'give the reason why it was not agreed',
    path: ['because'],
  });
export type ManagerReply = z.infer<typeof ManagerReply>;

export const decisionFields = {
  /** What will change for the child, in words without "you" or "she", so that one sentence serves every reader. */
  wording: Passage,
  howWeWillKnow: Line.optional(),
  changesCarePlan: z.boolean(),
  theme: z.enum(decisionThemes),
  /** The section it is agreed in; that of its first point where nothing is set. */
  section: SectionKeySchema.optional(),
  /** Many to many: one decision may answer four points. */
  pointIds: z.array(PointId),
  /** Place among the decisions of its theme. */
  position: z.int().min(0),
  reply: ManagerReply.optional(),
  audience: Audience.optional(),
  /** What a copy may say where a private wish stands behind the decision. */
  safeWording: Line.optional(),
};
export const CaseDecision = z.strictObject({ id: DecisionId, ...decisionFields });
export const Decision = z.strictObject({
  id: DecisionId,
  childId: ChildId,
  reviewId: ReviewId,
  ...decisionFields,
});
export type Decision = z.infer<typeof Decision>;

/** The person in the authority who answers for an action. */
export const Accountable = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('named'), name: FilledLine, personId: PersonId.optional() }),
  z.strictObject({ kind: z.literal('not-allocated'), heldBy: FilledLine, personId: PersonId.optional() }),
]);
/** By when: a day, or a date the court will set with a day to check it by. */
export const ActionDue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), on: IsoDate }),
  z.strictObject({ kind: z.literal('court'), checkBy: IsoDate.optional() }),
]);

const actionTerms = {
  what: Passage,
  accountable: Accountable.optional(),
  doneBy: Line.optional(),
  due: ActionDue.optional(),
};

/** The terms of an action before a change: append-only, so that moved dates and rewording can be counted. */
export const ActionChange = z.strictObject({
  id: RecordId,
  at: Instant,
  by: FilledLine,
  because: Line.optional(),
  before: z.strictObject(actionTerms),
});
export type ActionChange = z.infer<typeof ActionChange>;

export const actionFields = {
  /** The review that made it. */
  reviewId: ReviewId,
  /** Missing only for actions of a review held before this store began. */
  decisionId: DecisionId.optional(),
  /** The section it belongs to where it carries no decision. */
  section: SectionKeySchema.optional(),
  ...actionTerms,
  /** What happens while waiting, only where waiting. */
  interimStep: Line.optional(),
  isRecurring: z.boolean().optional(),
  /** Place among the actions of its decision. */
  position: z.int().min(0),
  audience: Audience.optional(),
  safeWording: Line.optional(),
  history: z.array(ActionChange),
};
export const CaseAction = z.strictObject({ id: ActionId, ...actionFields });
/** An action belongs to the child, not to a review. */
export const Action = z.strictObject({ id: ActionId, childId: ChildId, ...actionFields });
export type Action = z.infer<typeof Action>;

export const progressValues = [
  'done',
  'part_done',
  'not_done',
  'on_track',
  'not_needed',
  'replaced',
] as const;
export type ProgressValue = (typeof progressValues)[number];
/** Progress that ends an action. */
export const closingValues: readonly ProgressValue[] = ['done', 'not_needed', 'replaced'];

/** Where progress was found. A midway check is known by its day. */
export const Occasion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('review'), reviewId: ReviewId }),
  z.strictObject({ kind: z.literal('midway'), on: IsoDate }),
]);
export type Occasion = z.infer<typeof Occasion>;

export const progressFields = {
  actionId: ActionId,
  occasion: Occasion,
  value: z.enum(progressValues),
  /** One line of evidence: "Anna, carer, told the review" is enough. */
  evidence: Line.optional(),
  /** Why it is not done, or not needed. */
  because: Line.optional(),
  on: IsoDate.optional(),
  effect: z.enum(['better', 'same', 'worse', 'too-soon']).optional(),
  replacedById: ActionId.optional(),
};
export const CaseProgress = z.strictObject({ id: ProgressId, ...progressFields });
/** What one occasion found of one action. One entry for each action and occasion. */
export const Progress = z.strictObject({ id: ProgressId, childId: ChildId, ...progressFields });
export type Progress = z.infer<typeof Progress>;
