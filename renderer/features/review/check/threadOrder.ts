/** A line from the point at `point` (its place from above, from 0) to a decision. */
export type Line = { readonly point: number; readonly decision: string };

/** How often lines cross when the decisions stand in this order. Lines that share an end do not cross. */
export function crossings(lines: readonly Line[], order: readonly string[]): number {
  const place = new Map(order.map((id, index) => [id, index]));
  const ends = lines.flatMap(({ point, decision }) => {
    const end = place.get(decision);
    return end === undefined ? [] : [{ point, end }];
  });
  return ends.reduce(
    (sum, a, index) =>
      sum + ends.slice(index + 1).filter((b) => (a.point - b.point) * (a.end - b.end) < 0).length,
    0,
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Decisions by where their points stand; those that answer none come last, all else as it was. */
function sortedBy(
  lines: readonly Line[],
  order: readonly string[],
  weigh: (places: readonly number[]) => number,
): string[] {
  const weight = new Map(
    order.map((id) => {
      const places = lines.filter((line) => line.decision === id).map((line) => line.point);
      return [id, places.length === 0 ? Number.POSITIVE_INFINITY : weigh(places)];
    }),
  );
  const of = (id: string) => weight.get(id) ?? Number.POSITIVE_INFINITY;
  return [...order].sort((a, b) => (of(a) === of(b) ? 0 : of(a) - of(b)));
}

/** Changes neighbours places while that takes a crossing away. */
function withFewerCrossings(lines: readonly Line[], order: readonly string[]): string[] {
  let best = [...order];
  let fewest = crossings(lines, best);
  for (let round = 0; round < order.length && fewest > 0; round += 1) {
    const before = fewest;
    for (let index = 0; index + 1 < best.length; index += 1) {
      const swapped = [...best];
      swapped.splice(index, 2, ...best.slice(index, index + 2).reverse());
      const count = crossings(lines, swapped);
      if (count < fewest) [best, fewest] = [swapped, count];
    }
    if (fewest === before) break;
  }
  return best;
}

/**
 * The order of the decisions in which lines cross least, as far as the barycentre, the median and swaps of
 * neighbours find it (the exact least is not worth its time). Never worse than the order given.
 */
export function orderDecisions(lines: readonly Line[], decisions: readonly string[]): string[] {
  const tried = [
    withFewerCrossings(lines, sortedBy(lines, decisions, mean)),
    withFewerCrossings(lines, sortedBy(lines, decisions, median)),
    withFewerCrossings(lines, decisions),
  ];
  return tried.reduce((best, next) => (crossings(lines, next) < crossings(lines, best) ? next : best));
}
