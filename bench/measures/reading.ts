import { ReviewId } from '../../shared/domain/ids.ts';
import { RichText, plainText } from '../../shared/richText.ts';
import type { Bed, ReviewRow } from '../bed.ts';
import { heavyReviews } from '../bed.ts';
import type { Line } from '../lines.ts';
import { repeatByTurns } from '../timing.ts';

/** The tables a review's page needs: by child what belongs to the child, by review what belongs to it. */
const ofChild = ['period', 'review', 'progress'] as const;
const plan = ['decision', 'action'] as const;
const ofReview = [
  'section',
  'section_text',
  'note_line',
  'point',
  'addendum',
  'release',
  'issued_document',
  'filing',
] as const;

/** The same rows as text, by the bare driver: no schema, no view. */
function rawReview({ reader }: Bed): (row: ReviewRow) => number {
  const child = reader.prepare('SELECT body FROM child WHERE id = ?');
  const byChild = ofChild.map((table) => reader.prepare(`SELECT body FROM ${table} WHERE child_id = ?`));
  const ofItsReviews = plan.map((table) =>
    reader.prepare(`SELECT body FROM ${table} WHERE review_id IN (SELECT id FROM review WHERE child_id = ?)`),
  );
  const byReview = ofReview.map((table) => reader.prepare(`SELECT body FROM ${table} WHERE review_id = ?`));
  return ({ id, childId }) =>
    [child, ...byChild, ...ofItsReviews].reduce((sum, each) => sum + each.all(childId).length, 0) +
    byReview.reduce((sum, each) => sum + each.all(id).length, 0);
}

const wordsIn = (text: string) => text.match(/\p{L}+/gu)?.length ?? 0;

async function describe(bed: Bed, row: ReviewRow): Promise<string> {
  const view = await bed.call('review:get', { id: ReviewId.parse(row.id) });
  const sections = new Set(view.texts.map((text) => text.section));
  const words =
    view.texts.reduce((sum, text) => sum + wordsIn(plainText(RichText.parse(text.body))), 0) +
    view.points.reduce((sum, point) => sum + wordsIn(point.words), 0) +
    view.decisions.reduce((sum, decision) => sum + wordsIn(decision.wording), 0) +
    [...view.actions, ...view.promised.map(({ action }) => action)].reduce(
      (sum, { what }) => sum + wordsIn(what),
      0,
    );
  const actions = view.actions.length + view.promised.length;
  return `${sections.size + 2} sections, ${actions} actions, ${words} words`;
}

/** Opening reviews, one child after another, with everything compiled: what an officer meets all day. */
export async function measureReading(bed: Bed, times: number): Promise<Line[]> {
  const rows = heavyReviews(bed);
  const rowAt = (turn: number): ReviewRow => {
    const row = rows[turn % rows.length];
    if (!row) throw new Error('No review to open');
    return row;
  };
  const raw = rawReview(bed);
  const { sample, floor } = await repeatByTurns(
    times,
    (turn) => bed.call('review:get', { id: ReviewId.parse(rowAt(turn).id) }),
    (turn) => raw(rowAt(turn)),
    10,
  );
  return [
    {
      id: 'review-get',
      what: 'Open a review: contract call',
      unit: 'ms',
      sample,
      budget: { figure: 'median', most: 100 },
      floor: { what: 'the same rows by the raw driver', sample: floor },
      note: await describe(bed, rowAt(0)),
    },
  ];
}
