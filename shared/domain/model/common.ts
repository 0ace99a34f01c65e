import * as z from 'zod';
import { PersonId } from '../ids.ts';

/** One line: a name, a label, a sentence. Kept exactly as typed. */
export const Line = z.string().max(1_000);
/** A line that must say something. */
export const FilledLine = Line.regex(/\S/, 'must not be empty');
/** Plain running text, such as a letter's paragraph. Kept exactly as typed. */
export const Passage = z.string().max(20_000);

export const privacyLevels = ['everyone', 'not-read-aloud', 'not-for', 'worker-and-iro'] as const;
export const restrictions = ['privilege', 'police'] as const;

/**
 * Who may have a text, point, decision, action, fact or person. Any level but `everyone` makes the item
 * *flagged*. Privilege and police information print in the service file only (design.md, Documents).
 */
export const Audience = z
  .strictObject({
    level: z.enum(privacyLevels),
    /** With `not-for`: whose copy never has it. */
    notFor: z.array(PersonId).min(1).optional(),
    restriction: z.enum(restrictions).optional(),
  })
  .refine((audience) => (audience.level === 'not-for') === (audience.notFor !== undefined), {
    message: 'notFor names people exactly when the level is not-for',
    path: ['notFor'],
  });
export type Audience = z.infer<typeof Audience>;

export const forEveryone: Audience = { level: 'everyone' };

/** True when an item may never leave with its group: it is released alone, with a reason. */
export function isFlagged(audience: Audience | undefined): boolean {
  return audience !== undefined && (audience.level !== 'everyone' || audience.restriction !== undefined);
}
