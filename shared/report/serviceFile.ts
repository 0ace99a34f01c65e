import type { Report } from './blocks.ts';
import type { ReviewContent } from './content.ts';
import { contextOf } from './context.ts';
import { fileTitle, headerRight, recordTitle, standing, titleOfReview } from './frames.ts';
import type { IssueState } from './issueState.ts';
import { recordBlocks } from './recordBody.ts';

/**
 * The service file: the whole record of one review, in print. It holds everything, flagged things with their labels,
 * gaps, privilege and police information included, and is never offered to parents, carers or children.
 */
export function buildServiceFile(content: ReviewContent, state: IssueState): Report {
  const context = contextOf(content, state, { reader: 'service-file' });
  return {
    layout: 'record',
    isLay: false,
    title: fileTitle('Record of', context),
    header: { left: 'Service file: not for circulation', right: headerRight(context), isBoxed: true },
    footer: { left: standing(state) },
    blocks: recordBlocks(context, recordTitle(context, titleOfReview(context), 'the service file')),
  };
}
