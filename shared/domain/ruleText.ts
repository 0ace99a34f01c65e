import * as z from 'zod';

z.config({ jitless: true });

/** Text that an authority writes into its rules: no half of a character, which no file or document can hold. */
export const ruleText = (most: number) =>
  z
    .string()
    .max(most, `is too long: at most ${most} characters`)
    .regex(/\S/, 'must not be empty')
    .refine((text) => text.isWellFormed(), 'holds half of a character; write it again');
