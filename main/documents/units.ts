import { mmToPoints } from '../../shared/report/units.ts';

/** Points to Word's unit of length, the twentieth of a point. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** mm to twentieths of a point. */
export function mmTwips(mm: number): number {
  return twips(mmToPoints(mm));
}
