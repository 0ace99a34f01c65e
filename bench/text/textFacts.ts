/** What a sample of text is like, as far as an index or a compressor would notice. */
export type TextFacts = {
  readonly words: number;
  readonly distinctWords: number;
  /** The share of runs of five words that stood in the sample before: near 0 in real prose, near 1 in filler. */
  readonly repeatedShare: number;
  /** How fast frequency falls with rank, on logarithmic scales, between ranks 10 and 1,000: Zipf's law has -1. */
  readonly slope: number;
};

/** The fewest distinct words, and the most repetition, that a sample of benchmark text may have. */
export const leastDistinctWords = 30_000;
export const mostRepeatedShare = 0.02;
const slopes = { steepest: -1.3, flattest: -0.7 } as const;

const runLength = 5;
const firstRank = 10;
const lastRank = 1_000;

function slopeOf(counts: readonly number[]): number {
  const points = counts
    .slice(firstRank - 1, lastRank)
    .map((count, place) => ({ x: Math.log(firstRank + place), y: Math.log(count) }));
  if (points.length < 2) return 0;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const over = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const under = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

/** Counts a sample. Words are compared without case or marks. */
export function describeText(texts: Iterable<string>): TextFacts {
  const frequency = new Map<string, number>();
  const runs = new Set<string>();
  let words = 0;
  let repeated = 0;
  let allRuns = 0;
  for (const text of texts) {
    const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    words += found.length;
    for (const word of found) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    for (let place = 0; place + runLength <= found.length; place += 1) {
      const run = found.slice(place, place + runLength).join(' ');
      allRuns += 1;
      if (runs.has(run)) repeated += 1;
      else runs.add(run);
    }
  }
  const counts = [...frequency.values()].sort((a, b) => b - a);
  const repeatedShare = allRuns === 0 ? 1 : repeated / allRuns;
  return { words, distinctWords: frequency.size, repeatedShare, slope: slopeOf(counts) };
}

/** Why a sample may not be measured with, or undefined when it may: an index over filler is small and fast. */
export function whyFiller(facts: TextFacts): string | undefined {
  if (facts.distinctWords < leastDistinctWords) {
    return `only ${facts.distinctWords} distinct words; at least ${leastDistinctWords} are needed`;
  }
  if (facts.repeatedShare > mostRepeatedShare) {
    return `${Math.round(facts.repeatedShare * 100)}% of its runs of five words repeat`;
  }
  if (facts.slope < slopes.steepest || facts.slope > slopes.flattest) {
    return `word frequencies fall with a slope of ${facts.slope.toFixed(2)}, not about -1`;
  }
  return undefined;
}

/** Throws where the text is repeated filler or is not spread as a language is. */
export function refuseFiller(texts: Iterable<string>): TextFacts {
  const facts = describeText(texts);
  const why = whyFiller(facts);
  if (why !== undefined) throw new RangeError(`This text would measure nothing: ${why}`);
  return facts;
}
