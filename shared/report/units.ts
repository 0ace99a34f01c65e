/** Points are 1/72 of an inch. */
export function mmToPoints(mm: number): number {
  return (mm * 72) / 25.4;
}

/** mm. */
export function pointsToMm(points: number): number {
  return (points * 25.4) / 72;
}
