import { isFlagged } from '../domain/model/common.ts';
import type { Point } from '../domain/model/minutes.ts';
import type { Letter } from '../domain/model/review.ts';
import type { Judge } from './audienceJudge.ts';
import type { ReviewContent } from './content.ts';
import { itemName } from './releaseNames.ts';

/** A point that a letter may speak of: not private, and safe to tell the child about. */
export function isForLetter(point: Pick<Point, 'audience' | 'telling'>): boolean {
  return !isFlagged(point.audience) && point.telling?.kind !== 'not-safe';
}

/**
 * The letter is written for its reader, so what the officer wrote in it is released by being written. A card of a
 * private point goes, unless that point was released to the child by name and with a reason: others may read over
 * the child's shoulder.
 */
export function letterFor({ record, review }: ReviewContent, judge: Judge): Letter | undefined {
  if (review.letter === undefined) return undefined;
  const isOpen = (id: Point['id'] | undefined) => {
    const point = record.points.find((candidate) => candidate.id === id);
    if (point === undefined) return id === undefined;
    return (
      isForLetter(point) || (point.telling?.kind !== 'not-safe' && judge.isGiven(itemName.point(point.id)))
    );
  };
  return { ...review.letter, cards: review.letter.cards.filter((card) => isOpen(card.pointId)) };
}
