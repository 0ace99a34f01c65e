import { fail, ok } from '../../../shared/domain/result.ts';
import { whatToAskAbout } from '../../../shared/report/chairDates.ts';
import { contextOf } from '../../../shared/report/context.ts';
import type { SyncHandler } from '../context.ts';
import { contentFor } from '../frozen.ts';
import { issueStateOf } from '../issueState.ts';
import { loadReview } from '../loadReview.ts';

/** What to ask about at this review: the same lines that the chair's sheet prints. */
const prepare: SyncHandler<'review:prepare'> = ({ id }, context) => {
  const loaded = loadReview(context, id);
  const content = loaded && contentFor(context, loaded.record, loaded.review.id, 'decisions');
  if (!loaded || !content) return fail('not-found', 'This review is no longer there.');
  const report = contextOf(content, issueStateOf(loaded.record, id), { reader: 'authority', voice: 'about' });
  return ok({ askAbout: whatToAskAbout(report) });
};

export const prepareSync = { 'review:prepare': prepare };
