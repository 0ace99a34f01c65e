/** Something a table can have a column for, and the headings it is known by. */
export type ColumnField<K extends string = string> = {
  readonly key: K;
  readonly name: string;
  /** Headings as people write them, in lower case, without marks. */
  readonly known: readonly string[];
};

/** Which column (from 0) holds each thing; nothing for what the table does not have. */
export type Mapping<K extends string = string> = Partial<Record<K, number>>;

/** A heading in lower case, single spaces and no marks: "D.O.B." is "d o b". */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The first column that some heading of `known` names exactly, and that is not taken. */
function columnFor(
  known: readonly string[],
  headings: readonly string[],
  taken: ReadonlySet<number>,
): number {
  return headings.findIndex((heading, place) => !taken.has(place) && known.includes(heading));
}

/** The mapping that the headings speak for: whole headings only, so that nothing is taken for something else. */
export function guessMapping<K extends string>(
  headings: readonly string[],
  fields: readonly ColumnField<K>[],
): Mapping<K> {
  const plain = headings.map(plainHeading);
  const taken = new Set<number>();
  const mapping: Mapping<K> = {};
  for (const { key, name, known } of fields) {
    const place = columnFor([plainHeading(name), ...known], plain, taken);
    if (place === -1) continue;
    mapping[key] = place;
    taken.add(place);
  }
  return mapping;
}

/** How many of the fields a row's cells name: a heading row names at least two. */
export function namedFields(row: readonly string[], fields: readonly ColumnField[]): number {
  return Object.keys(guessMapping(row, fields)).length;
}
