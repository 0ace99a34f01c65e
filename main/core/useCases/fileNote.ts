import type { Saved } from '../../../shared/contract/shapes.ts';
import { ActionId, DecisionId, PointId, RecordId } from '../../../shared/domain/ids.ts';
import { londonDay } from '../../../shared/domain/london.ts';
import type { NoteLine, Point } from '../../../shared/domain/model/minutes.ts';
import { kindsFromTheChild } from '../../../shared/domain/model/minutes.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { Context, SyncHandler } from '../context.ts';
import { editableReview } from '../editing.ts';
import { saveRecord } from '../recordWriter.ts';
import { saveInReview } from './saveInReview.ts';

type Section = Point['section'];
type Made = Result<Saved | undefined>;

/** Whose words they are, and the section they go to; what the officer kept private stays so. */
function pointOf(context: Context, note: NoteLine, section: Section, kind: Point['kind']): Point {
  const child = context.repos.entities.find('child', note.childId)?.value;
  const isTheirs = kindsFromTheChild.includes(kind);
  return {
    id: PointId.parse(context.newId()),
    childId: note.childId,
    reviewId: note.reviewId,
    section,
    kind,
    words: note.text,
    ...(isTheirs && child && { source: { who: child.preferredName, on: londonDay(note.at) } }),
    ...(isTheirs && { readBack: { kind: 'not-yet' as const } }),
    ...(note.isPrivate === true && { audience: { level: 'worker-and-iro' as const } }),
  };
}

function makeDecision(context: Context, note: NoteLine, section: Section): Made {
  const review = editableReview(context, note.reviewId, 'decision');
  if (!review.ok) return review;
  const position = context.repos.entities.listByReview('decision', note.reviewId).length;
  const value = {
    id: DecisionId.parse(context.newId()),
    childId: note.childId,
    reviewId: note.reviewId,
    wording: note.text,
    changesCarePlan: false,
    theme: 'rest' as const,
    section,
    pointIds: [],
    position,
  };
  return saveRecord(context, 'decision', value, 0);
}

/** The decision that the nearest line before this one became: an action typed under a decision is tied to it. */
function decisionBefore(context: Context, note: NoteLine): DecisionId | undefined {
  const { entities } = context.repos;
  const before = entities
    .listByReview('note_line', note.reviewId)
    .map(({ value }) => value)
    .filter(
      (other) => other.id !== note.id && other.at <= note.at && ['decision', 'action'].includes(other.kind),
    )
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  const last = before.find(({ kind }) => kind === 'decision');
  return last?.filedAs === undefined ? undefined : entities.find('decision', last.filedAs)?.value.id;
}

function makeAction(context: Context, note: NoteLine, section: Section): Made {
  const review = editableReview(context, note.reviewId, 'action-of-review');
  if (!review.ok) return review;
  const decisionId = decisionBefore(context, note);
  const position = context.repos.entities.listByReview('action', note.reviewId).length;
  const value = {
    id: ActionId.parse(context.newId()),
    childId: note.childId,
    reviewId: note.reviewId,
    ...(decisionId && { decisionId }),
    section,
    what: note.text,
    position,
    history: [],
  };
  return saveRecord(context, 'action', value, 0);
}

/** What a line is when it is filed: a point, a decision, an action; a plain note makes nothing. */
function makeOf(context: Context, note: NoteLine, section: Section): Made {
  switch (note.kind) {
    case 'note':
      return ok(undefined);
    case 'decision':
      return makeDecision(context, note, section);
    case 'action':
      return makeAction(context, note, section);
    default:
      return saveInReview(context, 'point', 'point', {
        value: pointOf(context, note, section, note.kind),
        baseVersion: 0,
      });
  }
}

/** A line filed before moves what it became to the new section, and makes nothing twice. */
function moveMade(context: Context, filedAs: string, section: Section): Made {
  const point = context.repos.entities.find('point', filedAs);
  if (!point) return ok(undefined);
  return saveInReview(context, 'point', 'point', {
    value: { ...point.value, section },
    baseVersion: point.version,
  });
}

/**
 * Files one line of the running note to a section. A line that is a wish, a need, a decision and so on becomes that
 * record in the same step, with the line's own words; the line keeps what it became. Its way back takes back both.
 */
export const fileNote: SyncHandler<'note:file'> = ({ id, baseVersion, section, at }, context) => {
  const note = context.repos.entities.find('note_line', id)?.value;
  if (!note) return fail('not-found', 'This note is no longer there.');
  const made =
    note.filedAs === undefined ? makeOf(context, note, section) : moveMade(context, note.filedAs, section);
  if (!made.ok) return made;
  const filedAs = note.filedAs ?? (made.value && RecordId.parse(made.value.id));
  const value = { ...note, filedSection: section, filedAt: at, ...(filedAs !== undefined && { filedAs }) };
  const saved = saveInReview(context, 'note_line', 'narrative', { value, baseVersion });
  if (saved.ok && saved.value.undo !== undefined && made.value?.undo !== undefined) {
    context.repos.journal.joinUndo(saved.value.undo, made.value.undo);
  }
  return saved;
};
