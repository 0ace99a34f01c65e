export type Row = Readonly<Record<string, unknown>>;

/** A TEXT column that may be null. Throws on any other type: STRICT tables make that a bug. */
export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw new TypeError(`${column} is text`);
  return value;
}

/** A TEXT column that is never null. */
export function textOf(row: Row, column: string): string {
  const value = textOrNull(row, column);
  if (value === null) throw new TypeError(`${column} is not null`);
  return value;
}
