import type { EditKind } from '../../../../shared/domain/lifecycle.ts';
import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import { plainText } from '../../../../shared/richText.ts';
import { foldSpaces } from './foldSpaces.ts';
import type { Problem } from './matrix.ts';

/** Where a problem can be mended: the id to go to, and what of the review would change there. */
export type Place = { readonly at: string; readonly edit: EditKind };

type Words = { readonly at: string; readonly edit: EditKind; readonly words: string };

/** Everything of one review that a document can quote. */
function wordsOf(record: ChildRecord, reviewId: string): Words[] {
  const own = <T extends { readonly reviewId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.reviewId === reviewId);
  return [
    ...own(record.actions).map(({ id, what }) => ({
      at: id,
      edit: 'action-of-review' as const,
      words: what,
    })),
    ...own(record.decisions).map(({ id, wording }) => ({
      at: id,
      edit: 'decision' as const,
      words: wording,
    })),
    ...own(record.points).map(({ id, words }) => ({ at: id, edit: 'point' as const, words })),
    ...own(record.texts).map(({ section, body }) => ({
      at: section,
      edit: 'narrative' as const,
      words: plainText(body),
    })),
  ];
}

/**
 * The place that a problem speaks of: the item it names, else the words in which its line stands. Undefined where the
 * words come from a fact or from page 1, which have no place of their own in Write up.
 */
export function placeOfProblem(problem: Problem, record: ChildRecord, reviewId: string): Place | undefined {
  const all = wordsOf(record, reviewId);
  const named = problem.item?.split(':')[1];
  const byName = all.find(({ at }) => at === named);
  if (byName) return { at: byName.at, edit: byName.edit };
  if (problem.excerpt === undefined) return undefined;
  const line = foldSpaces(problem.excerpt.replace(/…$/u, ''));
  const found = all.find(({ words }) => {
    const text = foldSpaces(words);
    return text !== '' && (line.includes(text) || text.includes(line));
  });
  return found && { at: found.at, edit: found.edit };
}
