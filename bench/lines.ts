import type { Sample } from './statistics.ts';

/** One line of the table: what was measured, against which budget, beside which floor. */
export type Line = {
  /** Stable, for comparing runs. */
  readonly id: string;
  readonly what: string;
  readonly unit: 'ms' | 'MB' | '×';
  readonly sample: Sample;
  /** Which figure the budget is about, and the budget. Without one the line is there to be known. */
  readonly budget?: { readonly figure: 'median' | 'p95' | 'p99'; readonly most: number };
  /** The same work by the least that could do it. */
  readonly floor?: { readonly what: string; readonly sample: Sample };
  /** The most that the ratio to the floor may be, by the same figure (median where there is no budget). */
  readonly ratioBudget?: { readonly figure: 'median' | 'p95' | 'p99'; readonly most: number };
  readonly note?: string;
};

export type Verdict = 'met' | 'MISSED' | 'no budget';

/** The figure that a line is judged by. */
export function judgedBy({
  budget,
  ratioBudget,
}: Pick<Line, 'budget' | 'ratioBudget'>): 'median' | 'p95' | 'p99' {
  return ratioBudget?.figure ?? budget?.figure ?? 'median';
}

/** Measured divided by floor, by the figure that the line is judged by. */
export function ratioOf(line: Line): number | undefined {
  if (!line.floor) return undefined;
  const figure = judgedBy(line);
  const under = line.floor.sample[figure];
  return under === 0 ? undefined : line.sample[figure] / under;
}

/** A budget missed is said, never rounded away. */
export function verdictOf(line: Line): Verdict {
  const ratio = ratioOf(line);
  const isOver = line.budget !== undefined && line.sample[line.budget.figure] > line.budget.most;
  const isTooFar = line.ratioBudget !== undefined && (ratio === undefined || ratio > line.ratioBudget.most);
  if (line.budget === undefined && line.ratioBudget === undefined) return 'no budget';
  return isOver || isTooFar ? 'MISSED' : 'met';
}
