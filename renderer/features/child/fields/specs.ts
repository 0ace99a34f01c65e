/** A value being edited: a record of the contract, or one that is not complete yet. */
export type Loose = Readonly<Record<string, unknown>>;

export type Choice = { readonly value: string; readonly name: string };

type Common = {
  /** The field of the record. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Shown only where this holds of the record. */
  readonly when?: (value: Loose) => boolean;
};

/** How a field is asked for. `lines` is a list typed with commas; `people` are ids ticked from the child's people. */
export type FieldSpec = Common &
  (
    | {
        readonly kind:
          | 'line'
          | 'long'
          | 'date'
          | 'check'
          | 'number'
          | 'lines'
          | 'people'
          | 'moment'
          | 'privacy';
      }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly isOptional?: boolean }
  );

/** A choice for each name of a table. */
export function choicesOf(names: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(names).map(([value, name]) => ({
    value,
    name: name.slice(0, 1).toLocaleUpperCase('en-GB') + name.slice(1),
  }));
}

/** A choice for each key, its words made of the key: `team-manager` becomes "Team manager". */
export function choicesOfKeys(keys: readonly string[]): Choice[] {
  return choicesOf(Object.fromEntries(keys.map((key) => [key, key.replaceAll('-', ' ')])));
}

/** The record with a field set, or without it where nothing is left in it. */
export function withField(value: Loose, name: string, next: unknown): Loose {
  const { [name]: _old, ...rest } = value;
  const isEmpty =
    next === undefined || next === '' || next === false || (Array.isArray(next) && next.length === 0);
  return isEmpty ? rest : { ...rest, [name]: next };
}

/** What was typed into a field as the record keeps it. */
export function typedValue(spec: FieldSpec, raw: string): unknown {
  if (spec.kind === 'number') return raw.trim() === '' ? undefined : Number(raw);
  if (spec.kind === 'lines') {
    return raw
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  return raw;
}

/** A field of a record as text to type in. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

const tooShort = 'This is needed.';

/** The faults of a record by field, the first of each. */
export function faultsOf(issues: readonly Issue[], value: Loose): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { path, message } of issues) {
    const field = String(path[0] ?? '');
    faults[field] ??= value[field] === undefined ? tooShort : message;
  }
  return faults;
}
