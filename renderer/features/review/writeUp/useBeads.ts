import { useMemo } from 'react';
import type { Beads } from '../../../editor/pointBeads.ts';
import { useReview } from '../useReview.tsx';
import { isUnanswered } from './groupState.ts';

/** The numbers to draw in the texts, and which of them still wait for an answer. */
export function useBeads(): Beads {
  const { numbers, findings, view } = useReview();
  return useMemo(() => {
    const loose = new Set(findings.filter(isUnanswered).map(({ target }) => target.point));
    return Object.fromEntries(
      view.points.flatMap(({ id }) => {
        const number = numbers[id];
        return number === undefined ? [] : [[id, { number, isLoose: loose.has(id) }]];
      }),
    );
  }, [numbers, findings, view.points]);
}
