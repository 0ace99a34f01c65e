import type { Output } from '../../../shared/contract.ts';
import { crossingMarks, offeredParagraphs } from '../../../shared/domain/crossing.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { Review } from '../../../shared/domain/model/review.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { plainText } from '../../../shared/richText.ts';
import type { Context, SyncHandler } from '../context.ts';
import { editableReview } from '../editing.ts';
import { loadReview } from '../loadReview.ts';
import { writeAudit } from '../recordWriter.ts';
import { saveText, settleText } from '../textWriter.ts';
import { checkText } from './minutes.ts';

/** The reviews of other children that a meeting of this one serves too. */
function servedTogether({ repos }: Context, reviewId: string): Review[] {
  const review = repos.entities.find('review', reviewId)?.value;
  if (!review) return [];
  const ids = repos.entities.meetingsOf(reviewId).flatMap(({ value }) => value.reviewIds);
  return [...new Set(ids)].flatMap((id) => {
    const other = repos.entities.find('review', id)?.value;
    return other && other.childId !== review.childId ? [other] : [];
  });
}

const apart = () =>
  fail(
    'forbidden',
    'No meeting serves both reviews: nothing can be taken from that record. Nothing was saved.',
  );

type Both = { readonly own: ChildRecord; readonly other: ChildRecord };

function bothRecords(context: Context, reviewId: string, fromReviewId: string): Result<Both> {
  if (!servedTogether(context, reviewId).some(({ id }) => id === fromReviewId)) return apart();
  const own = loadReview(context, reviewId);
  const other = loadReview(context, fromReviewId);
  return own && other
    ? ok({ own: own.record, other: other.record })
    : fail('not-found', 'This review is no longer there.');
}

const listSiblings: SyncHandler<'sibling:list'> = ({ id }, context) =>
  ok(
    servedTogether(context, id).flatMap(({ id: reviewId, childId, number }) => {
      const child = context.repos.entities.find('child', childId)?.value;
      return child ? [{ childId, name: child.preferredName, reviewId, reviewNumber: number }] : [];
    }),
  );

const listParagraphs: SyncHandler<'sibling:paragraphs'> = ({ reviewId, fromReviewId, section }, context) => {
  const both = bothRecords(context, reviewId, fromReviewId);
  if (!both.ok) return both;
  const { own, other } = both.value;
  const usual = [...own.texts, ...other.texts].map(({ body }) => plainText(body)).join('\n');
  const found = other.texts
    .filter((text) => text.reviewId === fromReviewId && text.section === section)
    .map((text) => ({ text, ...offeredParagraphs(text, other.points) }));
  const view: Output<'sibling:paragraphs'> = {
    paragraphs: found.flatMap(({ text, offered }) =>
      offered.map(({ place, words }) => ({
        textId: text.id,
        part: text.part,
        place,
        words,
        marks: crossingMarks(words, own, other, usual),
      })),
    ),
    withheld: found.reduce((sum, { withheld }) => sum + withheld, 0),
  };
  return ok(view);
};

/** What is taken was offered: a private paragraph does not cross because somebody names its place. */
const take: SyncHandler<'sibling:take'> = ({ text: { value, baseVersion }, from }, context) => {
  const allowed = checkText(context, value);
  if (!allowed.ok) return allowed;
  const review = editableReview(context, value.reviewId, 'narrative');
  if (!review.ok) return review;
  const both = bothRecords(context, value.reviewId, from.reviewId);
  if (!both.ok) return both;
  const { texts, points } = both.value.other;
  const source = texts.find(({ id, reviewId }) => id === from.textId && reviewId === from.reviewId);
  const { offered } = source ? offeredParagraphs(source, points) : { offered: [] };
  if (!source || !offered.some(({ place }) => place === from.place)) {
    return fail('forbidden', 'This paragraph is private, or no longer there. Nothing was saved.');
  }
  const saved = saveText(context, value, baseVersion);
  if (!saved.ok) return saved;
  settleText(context, value.id);
  const about = {
    name: 'section_text',
    id: value.id,
    childIds: [value.childId],
    what: 'taken-over',
    version: saved.value.version,
    sourceId: source.id,
  } as const;
  writeAudit(context, about, { before: undefined, after: undefined });
  return saved;
};

export const siblingSync = {
  'sibling:list': listSiblings,
  'sibling:paragraphs': listParagraphs,
  'sibling:take': take,
};
