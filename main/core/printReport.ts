import type { Letterhead } from '../../shared/domain/letterhead.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Report } from '../../shared/report/blocks.ts';
import type { LetterheadParts } from '../documents/letterhead/letterheadParts.ts';
import { textsOfReport } from '../../shared/report/leak.ts';
import type { Context } from './context.ts';
import { letterheadParts } from './letterheads.ts';
import { workHere } from './longWork/longWork.ts';

/**
 * Characters from which a document is printed in a process of its own: starting one takes longer than printing a
 * dozen pages, and this is about five dozen, beyond which typing would be kept waiting.
 */
export const longReport = 150_000;

/** A report as the bytes of a Word file; a long one is printed where it keeps nobody waiting. */
export function printReport(
  { work }: Pick<Context, 'work'>,
  report: Report,
  letterhead?: LetterheadParts,
): Promise<Result<Uint8Array>> {
  const length = textsOfReport(report).reduce((sum, { text }) => sum + text.length, 0);
  const place = length < longReport ? workHere : work;
  return place.print({ report, letterhead }, {});
}

/** The same on the letterhead that the report was built for. Fails where its file is damaged or gone. */
export async function printOn(
  letterhead: Letterhead | undefined,
  context: Pick<Context, 'work' | 'store'>,
  report: Report,
): Promise<Result<Uint8Array>> {
  if (!letterhead) return printReport(context, report);
  const parts = letterheadParts(context.store, letterhead);
  return parts.ok ? printReport(context, report, parts.value) : parts;
}
