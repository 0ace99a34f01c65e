/** Something that must not stand in a copy. */
export type Forbidden = {
  /**
   * What it is, without any of its words ("A phone number (2)"): kept in the log when a hit is passed. The number
   * tells things of one sort apart, in the order of the record.
   */
  readonly what: string;
  /** The words themselves. Never logged. */
  readonly literal: string;
  /** A literal is found however it is spaced or spelt; a phrase as the same words in a row. */
  readonly kind: 'literal' | 'phrase';
  /** Whether an officer may pass a hit with a reason: a common word, never an address or a number. */
  readonly isPassable: boolean;
  /** How a professional is reached at work: on the authority's own letterhead it is the authority's. */
  readonly isAtWork?: boolean;
};

/** A literal before it is counted among others of its sort. */
export type Literal = {
  readonly sort: string;
  readonly literal: string;
  readonly isPassable: boolean;
  readonly isAtWork?: boolean;
};

/** Counts literals of one sort, so that each has a name of its own. The same words are listed once. */
export function countedLiterals(literals: readonly Literal[]): Forbidden[] {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  return literals.flatMap(({ sort, literal, isPassable, isAtWork = false }) => {
    const key = literal.trim().toLocaleLowerCase('en-GB');
    if (key === '' || seen.has(key)) return [];
    seen.add(key);
    const count = (counts.get(sort) ?? 0) + 1;
    counts.set(sort, count);
    return [
      {
        what: `${sort} (${count})`,
        literal: literal.trim(),
        kind: 'literal',
        isPassable,
        ...(isAtWork && { isAtWork }),
      },
    ];
  });
}
