import type { Result } from '../../shared/domain/result.ts';
import type { Report } from '../../shared/report/blocks.ts';
import { textsOfReport } from '../../shared/report/leak.ts';
import type { Context } from './context.ts';
import { workHere } from './longWork/longWork.ts';

/**
 * Characters from which a document is printed in a process of its own: starting one takes longer than printing a
 * dozen pages, and this is about five dozen, beyond which typing would be kept waiting.
 */
export const longReport = 150_000;

/** A report as the bytes of a Word file; a long one is printed where it keeps nobody waiting. */
export function printReport({ work }: Pick<Context, 'work'>, report: Report): Promise<Result<Uint8Array>> {
  const length = textsOfReport(report).reduce((sum, { text }) => sum + text.length, 0);
  const place = length < longReport ? workHere : work;
  return place.print({ report }, {});
}
