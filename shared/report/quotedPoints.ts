import type { Point } from '../domain/model/minutes.ts';
import type { ReportContext } from './context.ts';
import { ownPoints } from './pointWords.ts';
import { splitWords } from './words.ts';

const mostQuotes = 3;
const mostQuotedWords = 60;

/** At most three quotes of at most 60 words together. One that is too long stands in its section, never cut. */
export function quotesWithinLimit(points: readonly Point[]): Point[] {
  let words = 0;
  const kept: Point[] = [];
  for (const point of points) {
    const more = splitWords(point.words).length;
    if (kept.length < mostQuotes && words + more <= mostQuotedWords) {
      words += more;
      kept.push(point);
    }
  }
  return kept;
}

/** The points that page 1 quotes. */
export function quotedPoints(context: ReportContext): Point[] {
  const own = ownPoints(context);
  const ids = context.content.review.pageOne?.quotePointIds ?? [];
  return quotesWithinLimit(ids.flatMap((id) => own.find((point) => point.id === id) ?? []));
}
