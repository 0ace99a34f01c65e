import type { FindingRow } from './findingRow.ts';
import { lookTable } from './lookTable.ts';
import { mustTable } from './mustTable.ts';

/**
 * Every finding there is: its code (stable; kept in gaps and frozen records), what it blocks, why it matters, what
 * to do, whose data it rests on. Source: design.md, *Blocks finalising* and *To look at*, in that order.
 */
export const findingTable = { ...mustTable, ...lookTable } as const satisfies Record<string, FindingRow>;

export type FindingCode = keyof typeof findingTable;

/** The row of a code. */
export function rowOf(code: FindingCode): FindingRow {
  return findingTable[code];
}
