import * as z from 'zod';
import { ChildId, ReviewId, TextId } from '../domain/ids.ts';
import { SectionKeySchema, textParts } from '../domain/model/minutes.ts';
import { channel } from './channel.ts';
import { Saved, TextSave } from './shapes.ts';

const Mark = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  why: z.enum(['other-child', 'other-person', 'school', 'address', 'pronoun', 'unknown-name']),
});

/** A review that the same meeting serves, of a brother or sister. */
export const SiblingReview = z.strictObject({
  childId: ChildId,
  name: z.string(),
  reviewId: ReviewId,
  reviewNumber: z.int().positive(),
});

/** Paragraphs of one section of a brother's or sister's record, each with every word that has to be looked at. */
export const SiblingParagraphs = z.strictObject({
  paragraphs: z.array(
    z.strictObject({
      textId: TextId,
      part: z.enum(textParts),
      place: z.int().nonnegative(),
      words: z.string(),
      marks: z.array(Mark),
    }),
  ),
  /** Private ones, which are not offered. */
  withheld: z.int().nonnegative(),
});

/** Text crosses between the records of brothers and sisters one paragraph at a time. */
export const siblingCalls = {
  'sibling:list': channel('read', z.strictObject({ id: ReviewId }), z.array(SiblingReview)),
  'sibling:paragraphs': channel(
    'read',
    z.strictObject({ reviewId: ReviewId, fromReviewId: ReviewId, section: SectionKeySchema }),
    SiblingParagraphs,
  ),
  /** Saves the text with the paragraph in it, and says in this child's history which text it came from. */
  'sibling:take': channel(
    'change',
    z.strictObject({
      text: TextSave,
      from: z.strictObject({ reviewId: ReviewId, textId: TextId, place: z.int().nonnegative() }),
    }),
    Saved,
  ),
} as const;
