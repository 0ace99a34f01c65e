/** Why a value has no canonical JSON, and where: `path` is made of property names and positions, never values. */
export class CanonicalJsonError extends TypeError {
  readonly path: string;

  constructor(what: string, path: string) {
    super(`Canonical JSON cannot hold ${what}`);
    this.name = 'CanonicalJsonError';
    this.path = path;
  }
}

// The dispatcher admits 100 levels; a view-model adds a few. Beyond it something holds itself.
const deepest = 500;

function stringOf(text: string, path: string): string {
  if (!text.isWellFormed()) throw new CanonicalJsonError('half a surrogate pair', path);
  // ECMAScript's own escapes are those of RFC 8785, section 3.2.2.2.
  return JSON.stringify(text);
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function objectOf(value: object, path: string, depth: number): string {
  if (!isPlainObject(value)) throw new CanonicalJsonError('an object that is not plain', path);
  // Sorted by UTF-16 code units, as section 3.2.3 wants: the default order of strings, never a locale's.
  const members = Object.keys(value)
    .sort()
    .map((key) => {
      const here = `${path}.${key}`;
      return `${stringOf(key, path)}:${write(value[key], here, depth + 1)}`;
    });
  return `{${members.join(',')}}`;
}

function arrayOf(value: readonly unknown[], path: string, depth: number): string {
  return `[${Array.from(value, (entry, index) => write(entry, `${path}[${index}]`, depth + 1)).join(',')}]`;
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > deepest) throw new CanonicalJsonError('so many levels', path);
  switch (typeof value) {
    case 'string':
      return stringOf(value, path);
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new CanonicalJsonError('a number that is not finite', path);
      // -0 becomes 0, as section 3.2.2.3 wants.
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? arrayOf(value, path, depth) : objectOf(value, path, depth);
    default:
      throw new CanonicalJsonError(typeof value, path);
  }
}

/**
 * The one JSON text of a value (RFC 8785), so that equal records have equal bytes and equal hashes. Throws a
 * `CanonicalJsonError` for what JSON cannot say: undefined, functions, NaN and infinities, half a surrogate
 * pair, big integers, dates and other objects that are not plain.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', 0);
}
