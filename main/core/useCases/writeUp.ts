import * as z from 'zod';
import type { Output } from '../../../shared/contract.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { heldOn, previousReview } from '../../../shared/domain/reviews.ts';
import { draftLetter } from '../../../shared/report/letterDraft.ts';
import type { Context, SyncHandler } from '../context.ts';
import { contentFor, numbersNow } from '../frozen.ts';
import { loadReview } from '../loadReview.ts';

const gone = () => fail('not-found', 'This review is no longer there.');

/** The review before as its record stands, so that each section can be read beside the same section then. */
const getLastTime: SyncHandler<'review:lastTime'> = ({ id }, context) => {
  const loaded = loadReview(context, id);
  if (!loaded) return gone();
  const { record } = loaded;
  const review = previousReview(record, loaded.review.id);
  const own = <T extends { reviewId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.reviewId === review?.id);
  const held = review && heldOn(record, review);
  const view: Output<'review:lastTime'> = {
    ...(review && { review }),
    ...(held && { heldOn: held }),
    sections: own(record.sections),
    texts: own(record.texts),
    points: own(record.points),
    decisions: own(record.decisions),
    numbers: numbersNow(context, record, loaded.review).earlier,
  };
  return ok(view);
};

const getLetterDraft: SyncHandler<'letter:draft'> = ({ id }, context) => {
  const loaded = loadReview(context, id);
  const content = loaded && contentFor(context, loaded.record, loaded.review.id, 'record');
  return content ? ok(draftLetter(content)) : gone();
};

/** Most words an officer's own dictionary holds. */
const mostOwnWords = 5_000;

function ownWords({ repos }: Context): string[] {
  const parsed = z.array(z.string()).safeParse(repos.settings.get('own-words'));
  return parsed.success ? parsed.data : [];
}

const getOwnWords: SyncHandler<'spelling:words'> = (_input, context) => ok({ words: ownWords(context) });

/** Kept apart from the settings: those go into every finalised record, and these can hold names of other children. */
const learnWord: SyncHandler<'spelling:learn'> = ({ word }, context) => {
  const words = [...new Set([...ownWords(context), word])].slice(-mostOwnWords);
  context.repos.settings.set('own-words', words, context.now, context.officer.id);
  return ok({});
};

export const writeUpSync = {
  'review:lastTime': getLastTime,
  'letter:draft': getLetterDraft,
  'spelling:words': getOwnWords,
  'spelling:learn': learnWord,
};
