import { textIdOf } from '../../../../shared/caseFileRecord.ts';
import type { Output } from '../../../../shared/contract.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { isBlank, richTextFromPlain } from '../../../../shared/richText.ts';
import { call } from '../../../app/calls.ts';
import { readAgain, useRead } from '../../../app/queries.ts';
import { recordKey } from '../../../app/saving/useRecord.ts';
import { useSaving } from '../../../app/saving/useSaving.tsx';
import { useUndo } from '../../../app/undoLine.tsx';
import { useReview } from '../useReview.tsx';
import type { Offered } from './crossing.ts';
import { useSectionText } from './useSectionText.ts';

export type Sibling = Output<'sibling:list'>[number];

/** Reviews of brothers and sisters that this review's meeting serves too. */
export function useSiblings(): readonly Sibling[] {
  const { review } = useReview();
  return useRead('sibling:list', { id: review.id }).data ?? [];
}

/** Puts words that were looked through at the end of what happened, and says in the history where they came from. */
export function useTaking(section: SectionKey) {
  const { review } = useReview();
  const saving = useSaving();
  const undo = useUndo();
  const text = useSectionText(section, 'account');
  const id = textIdOf(review.id, section, 'account');
  const key = recordKey('text:save', id);
  return async (sibling: Sibling, offered: Offered, words: string): Promise<boolean> => {
    try {
      // What is typed goes first: the words come behind it. Where that cannot be kept now, nothing is put over it.
      if (!(await saving.flushAll())) return false;
      const added = richTextFromPlain(words).content;
      const content = isBlank(text.body) ? added : [...text.body.content, ...added];
      const { audience } = text;
      const value = {
        id,
        childId: review.childId,
        reviewId: review.id,
        section,
        part: 'account' as const,
        body: { type: 'doc' as const, content },
        ...(audience && { audience }),
      };
      const baseVersion = Math.max(saving.version(key), text.version);
      const from = { reviewId: sibling.reviewId, textId: offered.textId, place: offered.place };
      const saved = await call('sibling:take', { text: { value, baseVersion }, from });
      saving.advance(key, saved.version);
      await readAgain();
      undo.done(`A paragraph was taken from ${sibling.name}’s record`);
      return true;
    } catch (cause) {
      undo.failed(cause);
      return false;
    }
  };
}
