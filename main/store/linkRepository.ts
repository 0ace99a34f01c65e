import type { Database } from 'better-sqlite3';
import { textOf } from './rows.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { Progress } from '../../shared/domain/model/plan.ts';
import { occasionKey } from './entities.ts';
import { statementCache } from './entityRepository.ts';

function progressLinksOf(prepared: ReturnType<typeof statementCache>) {
  const otherProgress = (entry: Progress): { id: string; version: number } | undefined => {
    const row = prepared(
      'SELECT id, version FROM progress WHERE action_id = ? AND occasion = ? AND id <> ? AND removed_at IS NULL',
    ).get(entry.actionId, occasionKey(entry.occasion), entry.id);
    return row && { id: textOf(row, 'id'), version: Number(row['version']) };
  };

  return {
    /** True when another entry already says what happened with this action on this occasion. */
    hasOtherProgress: (entry: Progress): boolean => otherProgress(entry) !== undefined,

    /** That other entry's id and version. */
    otherProgress,

    /** Whether an action is still open, as its progress says. */
    setClosed: (actionId: string): void => {
      prepared(
        `UPDATE action SET is_closed = EXISTS (SELECT 1 FROM progress WHERE action_id = action.id
           AND removed_at IS NULL AND value IN ('done', 'not_needed', 'replaced')) WHERE id = ?`,
      ).run(actionId);
    },
  };
}

/** Rows and columns that follow from records: the store keeps them so that queries and foreign keys can. */
export function createLinkRepository(db: Database) {
  const prepared = statementCache(db);

  const heldOn = (reviewId: string): IsoDate | undefined => {
    const day = prepared('SELECT held_on FROM review WHERE id = ?').get(reviewId)?.['held_on'];
    return typeof day === 'string' ? isoDate(day) : undefined;
  };

  return {
    ...progressLinksOf(prepared),

    /** The day a review was or will be held. */
    heldOn,

    /** The points a decision answers, as rows with their own foreign keys. */
    linkPoints: (decisionId: string, pointIds: readonly string[]): void => {
      prepared('DELETE FROM decision_point WHERE decision_id = ?').run(decisionId);
      const add = prepared('INSERT INTO decision_point (decision_id, point_id, position) VALUES (?, ?, ?)');
      for (const [position, pointId] of [...new Set(pointIds)].entries())
        add.run(decisionId, pointId, position);
    },

    /** The reviews a meeting serves; their `held_on` follows the last meeting. Gives back those whose day moved. */
    linkReviews: (meetingId: string, reviewIds: readonly string[]): string[] => {
      const touched = prepared('SELECT review_id FROM review_meeting WHERE meeting_id = ?').all(meetingId);
      prepared('DELETE FROM review_meeting WHERE meeting_id = ?').run(meetingId);
      const add = prepared('INSERT INTO review_meeting (review_id, meeting_id) VALUES (?, ?)');
      for (const reviewId of reviewIds) add.run(reviewId, meetingId);
      const all = new Set([...touched.map((row) => textOf(row, 'review_id')), ...reviewIds]);
      const hold = prepared(
        `UPDATE review SET held_on = coalesce(
           (SELECT max(on_day) FROM review_meeting JOIN meeting ON meeting.id = meeting_id
            WHERE review_id = review.id AND meeting.removed_at IS NULL),
           body ->> '$.heldOn')
         WHERE id = ?`,
      );
      return [...all].filter((reviewId) => {
        const before = heldOn(reviewId);
        hold.run(reviewId);
        return heldOn(reviewId) !== before;
      });
    },

    /** Keeps the day of a review that has no meeting (one held before this store began). */
    setHeldOnWithoutMeeting: (reviewId: string, day: string | null): void => {
      prepared(
        `UPDATE review SET held_on = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM review_meeting WHERE review_id = review.id)`,
      ).run(day, reviewId);
    },

    /** The decisions that answer a point. */
    decisionsAnswering: (pointId: string): string[] =>
      prepared(
        `SELECT decision_id FROM decision_point JOIN decision ON decision.id = decision_id
         WHERE point_id = ? AND removed_at IS NULL`,
      )
        .all(pointId)
        .map((row) => textOf(row, 'decision_id')),
  };
}
export type LinkRepository = ReturnType<typeof createLinkRepository>;
