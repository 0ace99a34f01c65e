/** The same JSON value, whatever the order of its fields; a field that is undefined is one that is not there. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [fieldsOf(a), fieldsOf(b)];
  return left.size === right.size && [...left].every(([field, value]) => isSameAt(right, field, value));
}

function fieldsOf(value: object): Map<string, unknown> {
  return new Map<string, unknown>(Object.entries(value).filter(([, inner]) => inner !== undefined));
}

function isSameAt(other: ReadonlyMap<string, unknown>, field: string, value: unknown): boolean {
  return other.has(field) && isSameValue(value, other.get(field));
}
