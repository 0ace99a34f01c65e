import type { Output } from '../../../shared/contract.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import { sectionOf } from '../../../shared/domain/model/sections.ts';

export type Hit = Output<'search:query'>[number];

export type Target =
  | {
      readonly to: '/reviews/$reviewId/$stage';
      readonly reviewId: string;
      readonly stage: 'write-up' | 'chair';
      readonly at: string;
    }
  | { readonly to: '/children/$childId/$tab'; readonly childId: string; readonly tab: 'plan' | 'overview' };

/** Where a hit is, in words: the child, the review with its day, the section. */
export function placeOf({ childName, reviewNumber, heldOn, section }: Hit): string {
  const review =
    reviewNumber === undefined ? [] : [`review ${reviewNumber}${heldOn ? ` of ${formatDate(heldOn)}` : ''}`];
  return [childName, ...review, ...(section ? [sectionOf(section).heading] : [])].join(', ');
}

/** The screen that a hit opens. An action belongs to the child, so it opens in the child's plan. */
export function targetOf({ entity, id, childId, reviewId, section }: Hit): Target {
  if (reviewId === undefined) return { to: '/children/$childId/$tab', childId, tab: 'overview' };
  if (entity === 'action') return { to: '/children/$childId/$tab', childId, tab: 'plan' };
  const at = entity === 'section_text' ? (section ?? id) : id;
  return {
    to: '/reviews/$reviewId/$stage',
    reviewId,
    stage: entity === 'note_line' ? 'chair' : 'write-up',
    at,
  };
}
