import type * as z from 'zod';

export type Def = z.core.$ZodTypes['_zod']['def'];

/** What a schema is made of, as zod itself keeps it. */
export function defOf(schema: z.core.$ZodType): Def {
  // oxlint-disable-next-line eslint/no-underscore-dangle, typescript/no-unsafe-type-assertion -- zod's own way in
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** The checks that lie over a schema: lengths, patterns, refinements. */
export function checksOf(schema: z.core.$ZodType): readonly z.core.$ZodCheckDef[] {
  // oxlint-disable-next-line eslint/no-underscore-dangle -- the documented way into a check
  return (defOf(schema).checks ?? []).map((check) => check._zod.def);
}
