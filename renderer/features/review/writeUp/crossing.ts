import type { Output } from '../../../../shared/contract.ts';

export type Offered = Output<'sibling:paragraphs'>['paragraphs'][number];
type Mark = Offered['marks'][number];

/** What was decided of one mark: kept as it is, or other words for it; undefined until somebody has looked. */
export type Decision = { readonly kind: 'kept' } | { readonly kind: 'replaced'; readonly by: string };
export type Decisions = readonly (Decision | undefined)[];

/** A stretch of the paragraph, with its mark's place where it is one. */
export type Piece = { readonly words: string; readonly mark?: number };

export const whyWords: Readonly<Record<Mark['why'], string>> = {
  'other-child': 'a name of the other child',
  'other-person': 'somebody who is not among this child’s people',
  school: 'a school of the other child',
  address: 'an address of the other child',
  pronoun: 'he or she',
  'unknown-name': 'perhaps a name: nobody in either record explains it',
};

/** The paragraph in its pieces, in order: joined, they are its words. */
export function piecesOf({ words, marks }: Pick<Offered, 'words' | 'marks'>): Piece[] {
  let from = 0;
  const pieces = marks.flatMap(({ start, end }, mark): Piece[] => {
    const before = words.slice(from, start);
    from = end;
    return [...(before === '' ? [] : [{ words: before }]), { words: words.slice(start, end), mark }];
  });
  const rest = words.slice(from);
  return rest === '' ? pieces : [...pieces, { words: rest }];
}

/** The next mark nobody has looked at, from `after` on and then from the beginning; undefined when none is left. */
export function nextOpen(decisions: Decisions, after: number): number | undefined {
  const open = decisions.flatMap((decision, place) => (decision ? [] : [place]));
  return open.find((place) => place > after) ?? open[0];
}

/** The words as they would stand in this record; undefined while one mark has not been looked at. */
export function crossedWords(
  offered: Pick<Offered, 'words' | 'marks'>,
  decisions: Decisions,
): string | undefined {
  if (offered.marks.some((_, place) => !decisions[place])) return undefined;
  return piecesOf(offered)
    .map(({ words, mark }) => {
      const decision = mark === undefined ? undefined : decisions[mark];
      return decision?.kind === 'replaced' ? decision.by : words;
    })
    .join('');
}
