import type { SectionKey } from '../domain/model/sections.ts';
import type { Point, PointKind } from '../domain/model/minutes.ts';
import { textParts } from '../domain/model/minutes.ts';
import type { ChildRecord } from '../domain/model/record.ts';
import type { Review } from '../domain/model/review.ts';
import { decisionsInOrder } from '../domain/promises.ts';
import type { Settings } from '../domain/settings.ts';
import { anchoredPoints } from '../richText.ts';

/** The letter of a number: N need, R risk, V the child's voice, G good; D decisions, A actions. */
export type NumberLetter = 'N' | 'R' | 'V' | 'G' | 'D' | 'A';
/** Number by the id of the point, decision or action it belongs to: `{"leah-r11-n1": "N1"}`. */
export type Numbers = Readonly<Record<string, string>>;

const letterOfKind: Readonly<Partial<Record<PointKind, NumberLetter>>> = {
  need: 'N',
  risk: 'R',
  wish: 'V',
  worry: 'V',
  question: 'V',
  news: 'V',
  observation: 'V',
  strength: 'G',
};

/** The points of one section in reading order: as the texts anchor them, then the unanchored as they were made. */
export function pointsInOrder(
  record: Pick<ChildRecord, 'points' | 'texts'>,
  review: Review,
  section: SectionKey,
): Point[] {
  const points = record.points.filter((point) => point.reviewId === review.id && point.section === section);
  const texts = record.texts.filter((text) => text.reviewId === review.id && text.section === section);
  const anchored = textParts.flatMap((part) =>
    texts.filter((text) => text.part === part).flatMap((text) => anchoredPoints(text.body)),
  );
  const rank = (point: Point) => {
    const place = anchored.indexOf(point.id);
    return place === -1 ? anchored.length : place;
  };
  return points
    .map((point, made) => ({ point, made }))
    .sort((a, b) => rank(a.point) - rank(b.point) || a.made - b.made)
    .map(({ point }) => point);
}

/** What a document numbers, in its reading order: the quotes of page 1, then section by section; decisions, actions. */
function readingOrder(
  record: ChildRecord,
  review: Review,
  settings: Pick<Settings, 'sectionOrder'>,
): { id: string; letter: NumberLetter }[] {
  const quotes = review.pageOne?.quotePointIds ?? [];
  const own = record.points.filter((point) => point.reviewId === review.id);
  const quoted = quotes.flatMap((id) => own.find((point) => point.id === id) ?? []);
  const rest = settings.sectionOrder.flatMap((section) => pointsInOrder(record, review, section));
  const points = [...new Set([...quoted, ...rest, ...own])];
  const decisions = decisionsInOrder(record.decisions.filter((decision) => decision.reviewId === review.id));
  const ownActions = record.actions.filter((action) => action.reviewId === review.id);
  const placeOfDecision = (id: string | undefined) => {
    const place = decisions.findIndex((decision) => decision.id === id);
    return place === -1 ? decisions.length : place;
  };
  const actions = [...ownActions].sort(
    (a, b) => placeOfDecision(a.decisionId) - placeOfDecision(b.decisionId) || a.position - b.position,
  );
  return [
    ...points.flatMap((point) => {
      const letter = letterOfKind[point.kind];
      return letter ? [{ id: point.id, letter }] : [];
    }),
    ...decisions.map((decision) => ({ id: decision.id, letter: 'D' as const })),
    ...actions.map((action) => ({ id: action.id, letter: 'A' as const })),
  ];
}

/**
 * Numbers for one document over a (possibly already filtered) record. `fixed` numbers are kept as they are; what
 * has none goes on after the highest of its letter. Without `fixed` a copy numbers afresh, so that a number left
 * out tells nothing.
 */
export function assignNumbers(
  record: ChildRecord,
  review: Review,
  settings: Pick<Settings, 'sectionOrder'>,
  fixed: Numbers = {},
): Numbers {
  const numbers: Record<string, string> = {};
  const highest = new Map<string, number>();
  for (const number of Object.values(fixed)) {
    const letter = number.slice(0, 1);
    highest.set(letter, Math.max(highest.get(letter) ?? 0, Number(number.slice(1))));
  }
  for (const { id, letter } of readingOrder(record, review, settings)) {
    const kept = Object.hasOwn(fixed, id) ? fixed[id] : undefined;
    const next = (highest.get(letter) ?? 0) + 1;
    if (kept === undefined) highest.set(letter, next);
    numbers[id] = kept ?? `${letter}${next}`;
  }
  return numbers;
}
