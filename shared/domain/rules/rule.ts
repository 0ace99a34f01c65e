import * as z from 'zod';
import { IsoDate } from '../dates.ts';
import { keysOf } from '../keysOf.ts';
import { eventKinds } from '../model/events.ts';
import { ruleText } from '../ruleText.ts';
import { Period } from './period.ts';
import { triggers } from './triggers.ts';

export const standings = ['statutory', 'guidance', 'local'] as const;
export const marks = ['V', 'S', 'L', 'U'] as const;

/** The letter of each group of rules and what it is about. Disputes (D) come with challenges. */
export const ruleGroups = {
  R: 'Reviews',
  B: 'Before the review',
  A: 'After the review',
  P: 'Plans and placements',
  H: 'Health',
  E: 'Education',
  S: 'Visits',
  M: 'Missing',
  L: 'Leaving care and life story',
} as const;
export type RuleGroup = keyof typeof ruleGroups;

/** The id of a rule of our own table: its row in the table, and a letter for the further periods of that row. */
const ownId = /[RBAPHESML]-\d{2}[a-z]?/;
/** The id of an authority's own rule. */
const localId = /X-\d{2,3}/;
const anyId = new RegExp(`^(?:${ownId.source}|${localId.source})$`);

/**
 * One rule of time, as data. `standing`: whether law, national guidance or a local habit sets it. `mark`: how
 * far the source was read (V its own text, S a secondary source, L one council's procedure, U unverified).
 */
export const Rule = z.strictObject({
  id: z.string().regex(anyId, 'a letter of the table or X, a hyphen and digits'),
  name: ruleText(200),
  trigger: z.enum(keysOf(triggers)),
  /** Without one: by the trigger's own day. */
  period: Period.optional(),
  direction: z.enum(['after', 'before']),
  /** True where the period before the trigger is the time to do it in, and the trigger's own day ends it. */
  isWindow: z.boolean().optional(),
  /** So many within so many days, for what starts by repeating. */
  repeats: z.strictObject({ count: z.int().min(2).max(100), days: z.int().min(1).max(366) }).optional(),
  /** When it applies, in words; the code that picks a rule is in the function that names it. */
  condition: ruleText(500).optional(),
  source: ruleText(500),
  standing: z.enum(standings),
  mark: z.enum(marks),
  effectiveFrom: IsoDate,
  /** Of an authority's own rule: the dated event that shows that it was done. */
  closedBy: z.enum(keysOf(eventKinds)).optional(),
});
export type Rule = z.infer<typeof Rule>;

/** What a rule that nobody has verified says beside its source. */
export const unverified = 'unverified: check';

/** A row of the shipped table: it counts forward, and came into force with the 2010 Regulations, unless it says otherwise. */
export type RuleRow = Omit<Rule, 'direction' | 'effectiveFrom'> &
  Partial<Pick<Rule, 'direction' | 'effectiveFrom'>>;
