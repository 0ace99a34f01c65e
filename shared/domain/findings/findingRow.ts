import type * as z from 'zod';
import type { FinalisationKind } from '../model/issue.ts';
import type { Thresholds } from '../settings.ts';

/**
 * Whose data a rule rests on: the law's and national guidance's (changed when they change), the authority's own
 * settings, or the lists and numbers that the product ships.
 */
export type RuleOwner = 'law' | 'authority' | 'product';

type Shared = {
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** What to do. */
  readonly remedy: string;
  readonly owner: RuleOwner;
  /** The settings that turn it on. */
  readonly thresholds?: readonly (keyof z.infer<typeof Thresholds>)[];
  /** Numbers that the rule ships with. */
  readonly shipped?: Readonly<Record<string, number>>;
};

/**
 * One row of the table. A *must* blocks a finalisation until it is mended or the officer goes on with a reason;
 * what blocks the decisions blocks the record too. A *look* never blocks.
 */
export type FindingRow =
  | (Shared & { readonly severity: 'must'; readonly blocks: FinalisationKind })
  | (Shared & { readonly severity: 'look' });

/** A row that blocks. */
export const must = (blocks: FinalisationKind, owner: RuleOwner, why: string, remedy: string) =>
  ({ severity: 'must', blocks, owner, why, remedy }) as const;
/** A row that never blocks. */
export const look = (owner: RuleOwner, why: string, remedy: string) =>
  ({ severity: 'look', owner, why, remedy }) as const;
