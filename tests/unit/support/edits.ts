/** The rows with one of them changed. Throws where no row has this id: a test that changes nothing proves nothing. */
export function edit<T extends { readonly id: string }>(
  rows: readonly T[],
  id: string,
  change: (row: T) => T,
): T[] {
  if (!rows.some((row) => row.id === id)) throw new Error(`no row ${id}`);
  return rows.map((row) => (row.id === id ? change(row) : row));
}

/** The rows without one of them. Throws where no row has this id. */
export function drop<T extends { readonly id: string }>(rows: readonly T[], id: string): T[] {
  if (!rows.some((row) => row.id === id)) throw new Error(`no row ${id}`);
  return rows.filter((row) => row.id !== id);
}
