import { fail, ok } from '../../../shared/domain/result.ts';
import { londonDay } from '../../../shared/domain/london.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { standingFinalisation } from '../../../shared/domain/reviews.ts';
import type { ReviewContent } from '../../../shared/report/content.ts';
import type { Context, SyncHandler } from '../context.ts';
import { frozenContent } from '../frozen.ts';
import { loadReview } from '../loadReview.ts';
import { childViewOf } from './children.ts';
import { findingsOf } from './finalise.ts';
import { reviewViewOf } from './reviews.ts';

/** What came after the freezing is not in the frozen content: it stays as it is now. */
function withWhatCameAfter(content: ReviewContent, now: ChildRecord): ChildRecord {
  const { notes, finalisations, addenda, releases, issued, filings } = now;
  return { ...content.record, notes, finalisations, addenda, releases, issued, filings };
}

/** A review whose record is finalised, as it was frozen. Fails with `not-found` when the review is gone. */
const getFrozenReview: SyncHandler<'review:frozen'> = ({ id }, context) => {
  const loaded = loadReview(context, id);
  if (!loaded) return fail('not-found', 'This review is no longer there.');
  const standing = standingFinalisation(loaded.record, loaded.review.id, 'record');
  const content = standing && frozenContent(context, standing);
  if (!standing || !content) return ok({});
  const record = withWhatCameAfter(content, loaded.record);
  const { review, settings, numbers, earlierNumbers = {}, clocks } = content;
  const then: Context = { ...context, today: content.gatheredOn, settings };
  const { versions } = loaded;
  const view = { ...reviewViewOf({ record, review, versions }, then, clocks), numbers, earlierNumbers };
  const findings = findingsOf(then, record, review).map((finding) => ({ ...finding }));
  const child = childViewOf({ record, versions });
  return ok({ frozen: { on: londonDay(standing.at), view, child, findings, settings } });
};

export const frozenSync = { 'review:frozen': getFrozenReview };
