import type { PointId } from '../ids.ts';
import type { Audience } from '../model/common.ts';
import { isFlagged } from '../model/common.ts';
import type { FindingTarget } from './finding.ts';

/** Some words of a review, where they stand, and who meets them. */
export type Passage = {
  readonly text: string;
  readonly target: FindingTarget;
  readonly point?: PointId;
  /** The child's own words: exact, and nobody's to mend. */
  readonly isChildsWords: boolean;
  /** In the record itself, not only in the letter or for the manager. */
  readonly isPrinted: boolean;
  /** May reach a parent, carer or the child without a release of its own. */
  readonly isForLayCopies: boolean;
};

/** A field and what is written in it. */
export type Written = readonly [field: string, text: string | undefined];

/** The passages of one place: its fields in order, those with nothing in them left out. */
export function passages(
  target: FindingTarget,
  written: readonly Written[],
  more: Partial<Omit<Passage, 'text' | 'target'>> & { audience?: Audience | undefined } = {},
): Passage[] {
  const { audience, ...rest } = more;
  return written.flatMap(([field, text]) =>
    text === undefined || text.trim() === ''
      ? []
      : [
          {
            text,
            target: { ...target, field },
            isChildsWords: false,
            isPrinted: true,
            isForLayCopies: !isFlagged(audience),
            ...rest,
          },
        ],
  );
}
