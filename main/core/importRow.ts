import type { Finalisation } from '../../shared/domain/model/issue.ts';
import { standingFinalisation } from '../../shared/domain/reviews.ts';
import { whyNotEditable } from '../../shared/domain/lifecycle.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import type { Entities, EntityName } from '../store/entities.ts';
import { rowIdOf } from '../store/entities.ts';
import type { Context } from './context.ts';
import { editOf } from './editing.ts';
import { followRecord, removeRecord, saveRecord, writeAudit } from './recordWriter.ts';
import { isSameValue } from '../../shared/sameValue.ts';
import { settleText } from './textWriter.ts';

/** What to do with a record that the store holds differently: refuse the import, keep the store's, or take the file's. */
export type ConflictRule = 'refuse' | 'keep-mine' | 'take-theirs';

export type ImportGiven = { readonly onConflict: ConflictRule };
type RowGiven = ImportGiven & { readonly content: Uint8Array | undefined };

export type Outcome =
  | { readonly kind: 'added' | 'unchanged' | 'changed' | 'kept' }
  | {
      readonly kind: 'conflict';
      readonly message: string;
      /** One of the two can be chosen; `mine` is what the store holds, if it is still there. */
      readonly choice?: { readonly mine?: unknown };
    };

const conflict = (message: string): Outcome => ({ kind: 'conflict', message });
const toChoose = (message: string, mine?: unknown): Outcome => ({
  kind: 'conflict',
  message,
  choice: { ...(mine !== undefined && { mine }) },
});
const differs = conflict('this store holds a different version of this record');
const notMine = conflict('this id belongs to another record in this store; give the record an id of its own');
const finalisedHere = 'the review it belongs to is finalised here, so nothing of it changes';

/** A meeting that already serves a brother's or sister's review goes on serving it. */
function merged<K extends EntityName>(context: Context, name: K, value: Entities[K]): Entities[K] {
  if (!('reviewIds' in value)) return value;
  const before = context.repos.entities.find('meeting', value.id)?.value;
  return { ...value, reviewIds: [...new Set([...(before?.reviewIds ?? []), ...value.reviewIds])] };
}

/** Equal but for which reviews a meeting serves: the two files of brother and sister each name their own. */
function isSame(name: EntityName, a: object, b: object): boolean {
  const bare = (value: object) => (name === 'meeting' ? { ...value, reviewIds: undefined } : value);
  return isSameValue(bare(a), bare(b));
}

function finalisationsOf(context: Context, reviewId: string): { finalisations: Finalisation[] } {
  const rows = context.repos.entities.listByReview('finalisation', reviewId);
  return { finalisations: rows.map(({ value }) => value) };
}

/** What a change comes to: a decision that only got its reply, an action that moved on by its history. */
function editFor<K extends EntityName>(name: K, before: Entities[K] | undefined, value: Entities[K]) {
  const edit = editOf(name, value);
  if (!edit || !before) return edit;
  if ('wording' in value && 'wording' in before) {
    const bare = (decision: object) => ({ ...decision, reply: undefined, pointIds: undefined });
    return isSameValue(bare(value), bare(before)) ? { ...edit, what: 'reply' as const } : edit;
  }
  if ('history' in value && 'history' in before) {
    const goesOn =
      value.history.length > before.history.length &&
      isSameValue(value.history.slice(0, before.history.length), before.history);
    return goesOn ? undefined : edit;
  }
  return edit;
}

/** True when the review of this record is finalised in the store, so that the record may not be made or changed. */
function isClosed<K extends EntityName>(
  context: Context,
  name: K,
  before: Entities[K] | undefined,
  value: Entities[K],
): boolean {
  const edit = editFor(name, before, value);
  if (!edit) return false;
  return edit.reviewIds.some((id) => {
    const reviewId = ReviewId.parse(id);
    const finalised = finalisationsOf(context, reviewId);
    // Before there is anything to reply to, a reply is part of the decision.
    const isOpenReply = edit.what === 'reply' && !standingFinalisation(finalised, reviewId, 'decisions');
    return whyNotEditable(finalised, reviewId, isOpenReply ? 'decision' : edit.what) !== undefined;
  });
}

/** A second standing finalisation of one kind: the review was finalised here and there, apart. */
function isFinalisedApart(context: Context, value: Entities[EntityName]): boolean {
  if (!('sha256' in value && 'gaps' in value)) return false;
  const rows = finalisationsOf(context, value.reviewId);
  const isTaken = rows.finalisations.some(
    ({ kind, edition }) => kind === value.kind && edition === value.edition,
  );
  const standing = standingFinalisation(rows, value.reviewId, value.kind);
  return isTaken || (value.withdrawn === undefined && standing !== undefined);
}

function clearOtherProgress(
  context: Context,
  value: Entities[EntityName],
  rule: ConflictRule,
): Outcome | undefined {
  const other = 'occasion' in value ? context.repos.links.otherProgress(value) : undefined;
  if (!other) return undefined;
  if (rule === 'keep-mine') return { kind: 'kept' };
  if (rule === 'refuse') {
    const mine = context.repos.entities.find('progress', other.id)?.value;
    return toChoose('this store holds another entry for this action and occasion', mine);
  }
  return removeRecord(context, 'progress', other.id, other.version).ok ? undefined : differs;
}

function add<K extends EntityName>(context: Context, name: K, value: Entities[K], given: RowGiven): Outcome {
  const { onConflict, content } = given;
  if (isClosed(context, name, undefined, value)) {
    return onConflict === 'refuse' ? toChoose(finalisedHere) : { kind: 'kept' };
  }
  if (isFinalisedApart(context, value)) {
    return onConflict === 'keep-mine'
      ? { kind: 'kept' }
      : conflict('this review was finalised here too; withdraw one of the two first');
  }
  const other = clearOtherProgress(context, value, onConflict);
  if (other) return other;
  context.repos.entities.insert(name, value, context.now, content ? { content } : {});
  followRecord(context, name, value);
  return { kind: 'added' };
}

/** The same meeting in a brother's or sister's file: it serves their review too from now on. */
function joinMeeting(
  context: Context,
  value: Entities['meeting'],
  before: Entities['meeting'],
  version: number,
): void {
  if (value.reviewIds.length === before.reviewIds.length) return;
  context.repos.entities.update('meeting', value, version, context.now);
  followRecord(context, 'meeting', value);
}

function take<K extends EntityName>(
  context: Context,
  name: K,
  value: Entities[K],
  before: { readonly value?: Entities[K]; readonly version: number },
): Outcome {
  // Finalised content and the log of what went out never change, whoever asks.
  if (name === 'finalisation' || name === 'issued_document') return { kind: 'kept' };
  if (isClosed(context, name, before.value, value)) return { kind: 'kept' };
  const other = clearOtherProgress(context, value, 'take-theirs');
  if (other) return other;
  if (name === 'section_text') settleText(context, rowIdOf(name, value));
  return saveRecord(context, name, value, before.version, 'import').ok ? { kind: 'changed' } : differs;
}

/** Brings one record into the store, merged by its id. Takes no half measures: a conflict ends the whole import. */
export function importRow<K extends EntityName>(
  context: Context,
  name: K,
  given: Entities[K],
  more: RowGiven,
): Outcome {
  const { entities } = context.repos;
  const value = merged(context, name, given);
  const id = rowIdOf(name, value);
  const raw = entities.findRaw(name, id);
  if (!raw) return add(context, name, value, more);
  const fields = new Map<string, unknown>(Object.entries(value));
  if (Object.entries(raw.owners).some(([field, owner]) => fields.get(field) !== owner)) return notMine;
  const before = entities.find(name, id);
  if (before && isSame(name, before.value, value)) {
    if ('reviewIds' in value && 'reviewIds' in before.value) {
      joinMeeting(context, value, before.value, before.version);
    }
    return { kind: 'unchanged' };
  }
  if (more.onConflict === 'keep-mine') return { kind: 'kept' };
  if (more.onConflict === 'refuse') {
    return before
      ? toChoose('this store holds a different version of this record', before.value)
      : toChoose('this record was removed here');
  }
  return take(context, name, value, { ...(before && { value: before.value }), version: raw.version });
}

/** A withdrawal that happened elsewhere: the same content is sealed here too. */
export function withdrawAsTold(context: Context, told: Finalisation): void {
  const stored = context.repos.entities.find('finalisation', told.id);
  if (!stored || stored.value.withdrawn || !told.withdrawn || stored.value.sha256 !== told.sha256) return;
  if (stored.value.reviewId !== told.reviewId) return;
  const value = { ...stored.value, withdrawn: told.withdrawn };
  const version = context.repos.entities.update('finalisation', value, stored.version, context.now);
  if (version === undefined) return;
  const about = {
    name: 'finalisation',
    id: told.id,
    childIds: [told.childId],
    what: 'withdrawn',
    version,
  } as const;
  writeAudit(context, about, { before: undefined, after: told.sha256 });
}
