import type { DatedEvent, Risk } from '../domain/model/events.ts';
import type { Point, SectionText } from '../domain/model/minutes.ts';
import type { Judge } from './audienceJudge.ts';
import { pick } from './audiencePick.ts';
import { keepParagraphs } from './audienceText.ts';
import type { ReviewContent } from './content.ts';
import { itemName } from './releaseNames.ts';

/**
 * A point as a reader has it. A point whose quote alone was released stands on page 1 only: it is moved to the front
 * sheet, which prints no points, and what became of it stays out.
 */
export function pointFor(
  judge: Judge,
  point: Point,
  has: ReadonlySet<string>,
  risks: readonly Risk[],
): Point[] {
  const isWhole = judge.isGiven(itemName.point(point.id));
  if (!isWhole && !has.has(point.id)) return [];
  const { source } = point;
  const isSourceGiven = source?.personId === undefined || judge.isPersonGiven(source.personId);
  const shown: Point = {
    ...pick(
      point,
      'id',
      'childId',
      'reviewId',
      'kind',
      'words',
      'gist',
      'translation',
      'understood',
      'readBack',
    ),
    section: isWhole ? point.section : 'front-sheet',
    ...(isSourceGiven && { source }),
  };
  if (!isWhole) return [shown];
  const { continuesPointId, riskId, telling } = point;
  const isTold = telling?.kind !== 'not-safe' || judge.reader.reading === 'service';
  return [
    {
      ...shown,
      ...pick(point, 'answer', 'outcome'),
      ...(isTold && { telling }),
      ...(continuesPointId !== undefined && has.has(continuesPointId) && { continuesPointId }),
      ...(riskId !== undefined && risks.some((risk) => risk.id === riskId) && { riskId }),
    },
  ];
}

/** The texts of this review, paragraph by paragraph. */
export function textsFor({ record, review }: ReviewContent, judge: Judge): SectionText[] {
  return record.texts
    .filter((text) => text.reviewId === review.id)
    .flatMap(({ audience: _audience, ...text }) => {
      const body = keepParagraphs(text.body, {
        isKept: (index) => judge.isGiven(itemName.paragraph(text.id, index)),
        hasPoint: (id) => judge.isGiven(`point:${id}`),
      });
      return body === undefined ? [] : [{ ...text, body }];
    });
}

/** The dated events of the child that the reader has. */
export function eventsFor({ record }: ReviewContent, judge: Judge): DatedEvent[] {
  const given = record.events.filter((event) => judge.isGiven(itemName.event(event.id)));
  return given.map(({ audience: _audience, aboutEventId, ...event }) => ({
    ...event,
    ...(given.some((other) => other.id === aboutEventId) && { aboutEventId }),
  }));
}
