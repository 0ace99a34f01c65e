import * as z from 'zod';
import { useKept } from '../../../app/saving/useKept.ts';
import { useReview } from '../useReview.tsx';
import type { PassedHits, Readiness } from './matrix.ts';
import { passKey } from './matrix.ts';

const Kept = z.array(z.strictObject({ what: z.string(), because: z.string(), seen: z.string() }));
export type PassedHit = z.infer<typeof Kept>[number];

function hitsIn(raw: string | undefined): PassedHit[] {
  if (raw === undefined) return [];
  try {
    return Kept.parse(JSON.parse(raw));
  } catch {
    // What cannot be read passes nothing: the hit is asked about again.
    return [];
  }
}

/**
 * What the officer let stand, document by document, with the reasons: kept in the store until the document is issued.
 * A hit in other words is another hit, and is asked about anew.
 */
export function usePassed(readiness: readonly Readiness[]) {
  const { review } = useReview();
  const { rawOf, put } = useKept({ childId: review.childId, record: review.id, entity: 'review' });
  const field = (key: string) => `passed ${key.trim()}`;
  const keys = readiness.map(({ document, personId }) => passKey(document, personId));
  const passed: PassedHits = Object.fromEntries(keys.map((key) => [key, hitsIn(rawOf(field(key)))]));
  return {
    passed,
    pass: (key: string, hit: PassedHit) =>
      put(field(key), JSON.stringify([...(passed[key] ?? []).filter(({ seen }) => seen !== hit.seen), hit])),
    forget: (key: string) => {
      if (rawOf(field(key)) !== undefined) put(field(key), undefined);
    },
  };
}
