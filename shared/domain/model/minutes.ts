import * as z from 'zod';
import { RichText } from '../../richText.ts';
import { Instant, IsoDate } from '../dates.ts';
import { ChildId, MeetingId, PersonId, PointId, RecordId, ReviewId, RiskId, TextId } from '../ids.ts';
import { Audience, FilledLine, Line, Passage } from './common.ts';
import { sectionKeys } from './sections.ts';

export const SectionKeySchema = z.enum(sectionKeys);

/** An ending given in one key. *Discussed* is never given: it is derived from the section's content. */
export const GivenEnding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('no-change'), checkedWith: Line, on: IsoDate.optional() }),
  z.strictObject({
    kind: z.literal('not-discussed'),
    because: Line,
    /** Who will cover it, and when: printed on page 1. */
    who: Line.optional(),
    by: IsoDate.optional(),
  }),
  z.strictObject({ kind: z.literal('does-not-apply'), because: Line }),
]);
export type GivenEnding = z.infer<typeof GivenEnding>;

/** One section of one review, where it holds more than its texts and points. */
export const Section = z.strictObject({
  reviewId: ReviewId,
  childId: ChildId,
  key: SectionKeySchema,
  ending: GivenEnding.optional(),
});
export type Section = z.infer<typeof Section>;

export const textParts = ['account', 'meaning'] as const;
export type TextPart = (typeof textParts)[number];

/** One rich text of a section: what happened and how we know (`account`), or what it means (`meaning`). */
export const SectionText = z.strictObject({
  id: TextId,
  childId: ChildId,
  reviewId: ReviewId,
  section: SectionKeySchema,
  part: z.enum(textParts),
  body: RichText,
  /** The whole text's own limit; single points carry theirs. */
  audience: Audience.optional(),
});
export type SectionText = z.infer<typeof SectionText>;

export const noteKinds = [
  'note',
  'wish',
  'worry',
  'question',
  'need',
  'risk',
  'action',
  'decision',
  'strength',
] as const;

/** One timestamped line of the running note, until filed to a section. */
export const noteFields = {
  at: Instant,
  kind: z.enum(noteKinds),
  text: Passage,
  meetingId: MeetingId.optional(),
  /** Not for the child's eyes on the screen, and flagged when it becomes a point. */
  isPrivate: z.boolean().optional(),
  filedSection: SectionKeySchema.optional(),
  filedAt: Instant.optional(),
  filedAs: RecordId.optional(),
};
export const CaseNote = z.strictObject({ id: RecordId, ...noteFields });
export const NoteLine = z.strictObject({ id: RecordId, childId: ChildId, reviewId: ReviewId, ...noteFields });
export type NoteLine = z.infer<typeof NoteLine>;

export const pointKinds = [
  'need',
  'risk',
  'wish',
  'worry',
  'question',
  'news',
  'view',
  'observation',
  'strength',
  'description',
] as const;
export type PointKind = (typeof pointKinds)[number];
/** Points of these kinds may not be left without an answer (design.md, Words). */
export const kindsThatNeedAnswer: readonly PointKind[] = ['need', 'risk', 'wish', 'worry', 'question'];
/** Points of these kinds are the child's own words. */
export const kindsFromTheChild: readonly PointKind[] = ['wish', 'worry', 'question', 'news'];

export const Source = z.strictObject({
  who: FilledLine,
  personId: PersonId.optional(),
  how: Line.optional(),
  on: IsoDate.optional(),
  wasAlone: z.boolean().optional(),
});

export type Source = z.infer<typeof Source>;

/** An answer other than a decision; a decision answers by being linked to the point. */
export const OwnAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('in-hand'), what: Line, who: Line, since: IsoDate.optional() }),
  z.strictObject({ kind: z.literal('no-action'), because: Line }),
]);
export type OwnAnswer = z.infer<typeof OwnAnswer>;

/** What became of a wish, and why, in plain words. */
export const WishOutcome = z.strictObject({
  result: z.enum(['agreed', 'partly', 'not-agreed', 'referred-on']),
  because: Line.optional(),
});

/** How the child is told. */
export const Telling = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('told'),
    by: Line.optional(),
    on: IsoDate.optional(),
    reaction: Line.optional(),
  }),
  z.strictObject({ kind: z.literal('will-be-told'), by: Line, due: IsoDate.optional() }),
  z.strictObject({ kind: z.literal('in-letter') }),
  z.strictObject({ kind: z.literal('not-safe'), because: Line }),
]);
export type Telling = z.infer<typeof Telling>;

export const ReadBack = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes') }),
  z.strictObject({ kind: z.literal('changed'), to: FilledLine }),
  z.strictObject({ kind: z.literal('not-yet') }),
]);

export const pointFields = {
  section: SectionKeySchema,
  kind: z.enum(pointKinds),
  /** The words themselves. The child's are exact and uncorrected, in their own language. */
  words: Passage,
  /** A short name for tables and cards: "Your phone overnight". Never instead of the words. */
  gist: Line.optional(),
  /** The words in English, where the child spoke another language. */
  translation: z.strictObject({ from: FilledLine, words: Passage }).optional(),
  /** What an adult understood by it: always a line of its own, named. */
  understood: z.strictObject({ by: FilledLine, words: FilledLine }).optional(),
  source: Source.optional(),
  readBack: ReadBack.optional(),
  audience: Audience.optional(),
  /** The words the anchor stood on when the point was made; kept when the anchor goes. */
  quote: Passage.optional(),
  continuesPointId: PointId.optional(),
  riskId: RiskId.optional(),
  answer: OwnAnswer.optional(),
  outcome: WishOutcome.optional(),
  telling: Telling.optional(),
};
export const CasePoint = z.strictObject({ id: PointId, ...pointFields });
export const Point = z.strictObject({ id: PointId, childId: ChildId, reviewId: ReviewId, ...pointFields });
export type Point = z.infer<typeof Point>;
