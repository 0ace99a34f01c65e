/** The named fields of a row, where it has them. What is not named stays out, also when the model grows. */
export function pick<T extends object, K extends keyof T>(row: T, ...keys: readonly K[]): Pick<T, K> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- filled with exactly the named keys just below
  const picked = {} as Pick<T, K>;
  for (const key of keys) {
    if (row[key] !== undefined) picked[key] = row[key];
  }
  return picked;
}
