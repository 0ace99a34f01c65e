import type { Report } from './blocks.ts';
import type { ReviewContent } from './content.ts';
import { contextOf } from './context.ts';
import { fileTitle, copyHeader, questionsWords, recordTitle, withDraft, titleOfReview } from './frames.ts';
import type { IssueState } from './issueState.ts';
import { withReasonFor } from './issueState.ts';
import type { LetterheadPaper } from './letterheadPaper.ts';
import { recordBlocks } from './recordBody.ts';
import type { CopyRecipient } from './recipient.ts';
import { nameAndRelation } from './recipient.ts';

/**
 * The record for one reader, from content that holds only what that reader may have, numbered afresh. It says
 * nothing of what was left out: no totals, no empty headings, no labels, no gaps.
 */
export function buildRecordCopy(
  content: ReviewContent,
  state: IssueState,
  recipient: CopyRecipient,
  letterhead?: LetterheadPaper,
): Report {
  const { kind, person, isLay } = recipient;
  const context = contextOf(content, addendaFor(state, recipient), { reader: 'copy', isLay, letterhead });
  const title = titleOfReview(context);
  const forWhom = nameAndRelation(person, content);
  return {
    layout: 'record',
    isLay,
    title: fileTitle('Record of', context),
    header: copyHeader(context, { forWhom, name: person.name }, { layout: 'record', isLay, letterhead }),
    letterhead,
    footer: { left: withDraft(questionsWords(context), state.recordFinalisedOn !== undefined) },
    blocks: recordBlocks(
      context,
      recordTitle(context, kind === 'school' || kind === 'health' ? `${title}: for ${kind}` : title, forWhom),
    ),
  };
}

/** Additions hide like everything else, and so does why an edition was withdrawn: only what was released is left. */
function addendaFor(state: IssueState, { person }: CopyRecipient): IssueState {
  return {
    ...withReasonFor(state, person),
    addenda: state.addenda.filter(({ releasedTo }) => releasedTo?.includes(person.id) === true),
  };
}
