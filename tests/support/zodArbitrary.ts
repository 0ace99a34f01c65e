import * as fc from 'fast-check';
import * as z from 'zod';
import type { Def } from './zodDef.ts';
import { checksOf, defOf } from './zodDef.ts';

/** What free text and ids are made of. */
export type ZodArbitraryOptions = {
  /** Begins every free text, so that it can be found again wherever it should not be. */
  readonly mark: string;
  /** Ids that exist, so that calls reach past "not found". */
  readonly ids: readonly string[];
};

const deepest = 4;

const pad = (value: number, length: number) => String(value).padStart(length, '0');
const day = fc
  .tuple(
    fc.constantFrom(1900, 2015, 2025, 2026, 2027, 2199),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, date]) => `${year}-${pad(month, 2)}-${pad(date, 2)}`);
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: length, maxLength: length });

/** Any code point, halves of surrogate pairs too; fast-check's own "binary" takes seconds to set up. */
export const anyCharacter = fc
  .integer({ min: 0, max: 0x10_ffff })
  .map((point) => String.fromCodePoint(point));

function textOf({ mark }: ZodArbitraryOptions): fc.Arbitrary<string> {
  const rest = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 40 }),
    fc.constantFrom(
      '',
      ' ',
      '\ud800',
      'a\ud83d',
      '\u0000\u000b',
      '\ufffe',
      'שלום עולם',
      '🙂🙂',
      '"><script>',
      "'; DROP TABLE child; --",
    ),
  );
  return rest.map((text) => `${mark} ${text}`);
}

/** Generators of strings, most special first; a schema takes those whose samples it accepts. */
function stringCandidates(options: ZodArbitraryOptions): fc.Arbitrary<string>[] {
  const id = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...options.ids) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: fc.constantFrom(...'abcXYZ019'.split('')), minLength: 1, maxLength: 12 }),
    },
  );
  return [
    day,
    day.map((date) => `${date}T09:30:00Z`),
    fc
      .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
      .map(([hour, minute]) => `${pad(hour, 2)}:${pad(minute, 2)}`),
    fc.uuid({ version: 7 }),
    hex(64),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('base64')),
    fc
      .tuple(fc.constantFrom('point', 'decision', 'action', 'section', 'group', 'event'), id)
      .map((parts) => parts.join(':')),
    fc.constantFrom('X-01', 'X-12', 'X-120'),
    fc.constantFrom('R-01', 'S-03b', 'L-07'),
    fc.constantFrom('group:health', 'section:health', 'page-one:sentence:0', 'fact:legal-status'),
    id,
    textOf(options),
  ];
}

function accepts(schema: z.core.$ZodType, arbitrary: fc.Arbitrary<string>): boolean {
  const samples = fc.sample(arbitrary, { numRuns: 12, seed: 7 });
  return samples.filter((sample) => z.safeParse(schema, sample).success).length >= 4;
}

function stringOf(schema: z.core.$ZodType, options: ZodArbitraryOptions): fc.Arbitrary<string> {
  const fitting = stringCandidates(options).filter((candidate) => accepts(schema, candidate));
  const text = textOf(options);
  // Where free text is allowed, that is what is typed; the special forms are for fields that want one.
  const chosen = accepts(schema, text) ? [text] : fitting;
  if (chosen.length === 0) throw new TypeError('No generator makes a string that this schema accepts');
  return fc.oneof(...chosen).filter((value) => z.safeParse(schema, value).success);
}

function lengthsOf(schema: z.core.$ZodType, depth: number): { minLength: number; maxLength: number } {
  const checks = checksOf(schema);
  const limitOf = (name: string, field: string): unknown =>
    checks.flatMap((def) => (def.check === name ? [Reflect.get(def, field)] : []))[0];
  const minimum = Number(limitOf('min_length', 'minimum') ?? 0);
  const maximum = Number(limitOf('max_length', 'maximum') ?? 3);
  return { minLength: minimum, maxLength: Math.max(minimum, Math.min(maximum, depth > deepest ? 0 : 3)) };
}

function numberOf(schema: z.core.$ZodType): fc.Arbitrary<number> {
  return fc
    .oneof(fc.nat({ max: 12 }), fc.constantFrom(1, 2, 100, 2_147_483_647, 0.5, -1))
    .filter((value) => z.safeParse(schema, value).success);
}

type Make = (schema: z.core.$ZodType, depth: number) => fc.Arbitrary<unknown>;

function objectOf({ shape }: z.core.$ZodObjectDef, depth: number, make: Make): fc.Arbitrary<unknown> {
  const entries = Object.entries(shape).map(([field, inner]) => [field, make(inner, depth + 1)] as const);
  return fc.record(Object.fromEntries(entries)).map((value) =>
    // An optional field that came out undefined is one that is not there.
    Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)),
  );
}

function unionOf({ options: all }: z.core.$ZodUnionDef, depth: number, make: Make): fc.Arbitrary<unknown> {
  const [first, ...rest] = all;
  if (!first) throw new TypeError('A union has a member');
  const chosen = depth > deepest ? [first] : [first, ...rest];
  return fc.oneof(...chosen.map((option) => make(option, depth)));
}

/**
 * Values that a schema accepts, for the kinds of schema that the contract is made of; another kind is a
 * `TypeError`, so that a new one is not silently left out.
 */
export function zodArbitrary(schema: z.core.$ZodType, options: ZodArbitraryOptions): fc.Arbitrary<unknown> {
  const strings = new Map<z.core.$ZodType, fc.Arbitrary<string>>();
  const knownString = (inner: z.core.$ZodType): fc.Arbitrary<string> => {
    const known = strings.get(inner) ?? stringOf(inner, options);
    strings.set(inner, known);
    return known;
  };
  const make: Make = (inner, depth) => {
    const arbitrary = unchecked(defOf(inner), inner, depth);
    // Refinements of an object are not in its shape.
    return checksOf(inner).length > 0
      ? arbitrary.filter((value) => z.safeParse(inner, value).success)
      : arbitrary;
  };
  const unchecked = (def: Def, inner: z.core.$ZodType, depth: number): fc.Arbitrary<unknown> => {
    switch (def.type) {
      case 'string':
        return knownString(inner);
      case 'number':
        return numberOf(inner);
      case 'boolean':
        return fc.boolean();
      case 'enum':
        return fc.constantFrom(...Object.values(def.entries));
      case 'literal':
        return fc.constantFrom(...def.values);
      case 'optional':
        return depth > deepest
          ? fc.constant(undefined)
          : fc.option(lazily(def.innerType, depth), { nil: undefined });
      case 'default':
      case 'readonly':
        return make(def.innerType, depth);
      case 'nullable':
        return fc.option(make(def.innerType, depth), { nil: null });
      case 'array':
        return fc.array(lazily(def.element, depth + 1), lengthsOf(inner, depth));
      case 'tuple':
        return fc.tuple(...def.items.map((item) => make(item, depth + 1)));
      case 'object':
        return objectOf(def, depth, make);
      case 'union':
        return unionOf(def, depth, make);
      case 'record':
        return fc.dictionary(
          fc
            .constantFrom('R-01', 'A-02', 'A-08', `${options.mark}key`)
            .filter((key) => z.safeParse(def.keyType, key).success),
          make(def.valueType, depth + 1),
          { maxKeys: 3 },
        );
      case 'unknown':
        return fc.jsonValue({ maxDepth: 3 });
      default:
        throw new TypeError(`No generator for a schema of type ${def.type}`);
    }
  };
  /** Built when it is needed: a schema may hold itself. */
  const lazily = (inner: z.core.$ZodType, depth: number) =>
    fc.constant(undefined).chain(() => make(inner, depth));
  return make(schema, 0);
}
