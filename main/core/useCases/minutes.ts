import type { FieldDraft } from '../../../shared/domain/model/issue.ts';
import type { SectionText } from '../../../shared/domain/model/minutes.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { textIdOf } from '../../../shared/caseFileRecord.ts';
import { isEntityName } from '../../store/entities.ts';
import type { Context, SyncHandler } from '../context.ts';
import { editableReview, knownChild, sameChild } from '../editing.ts';
import { removeRecord } from '../recordWriter.ts';
import { saveText, settleText } from '../textWriter.ts';
import { fileNote } from './fileNote.ts';
import { saveInReview } from './saveInReview.ts';

const saveNote: SyncHandler<'note:save'> = (input, context) =>
  saveInReview(context, 'note_line', 'narrative', input);

/** A text is known by its review, section and part: an id that says otherwise would put words in another place. */
export function checkText(context: Context, text: SectionText): Result<undefined> {
  if (text.id !== textIdOf(text.reviewId, text.section, text.part)) {
    return fail('forbidden', 'This text belongs to another section. Nothing was saved.');
  }
  const review = editableReview(context, text.reviewId, 'narrative');
  if (!review.ok) return review;
  return sameChild(review.value, text.childId);
}

const saveTextCall: SyncHandler<'text:save'> = ({ value, baseVersion }, context) => {
  const allowed = checkText(context, value);
  return allowed.ok ? saveText(context, value, baseVersion) : allowed;
};

const settleTexts: SyncHandler<'text:settle'> = ({ ids }, context) => {
  for (const id of ids) settleText(context, id);
  return ok({});
};

const saveEnding: SyncHandler<'ending:save'> = ({ baseVersion, section, ending, ...owner }, context) =>
  saveInReview(context, 'section', 'narrative', {
    value: { ...owner, key: section, ...(ending && { ending }) },
    baseVersion,
  });

const savePoint: SyncHandler<'point:save'> = (input, context) =>
  saveInReview(context, 'point', 'point', input);

const makePoint: SyncHandler<'point:make'> = ({ point, text }, context) => {
  const saved = saveInReview(context, 'point', 'point', point);
  if (!saved.ok) return saved;
  if (!text) return ok({ point: saved.value });
  if (text.value.reviewId !== point.value.reviewId) {
    return fail('forbidden', 'The text and the point belong to different reviews. Nothing was saved.');
  }
  const allowed = checkText(context, text.value);
  if (!allowed.ok) return allowed;
  const kept = saveText(context, text.value, text.baseVersion);
  return kept.ok ? ok({ point: saved.value, text: kept.value }) : kept;
};

const removePoint: SyncHandler<'point:remove'> = ({ id, baseVersion }, context) => {
  const point = context.repos.entities.find('point', id)?.value;
  if (!point) return fail('not-found', 'This is no longer there.');
  const review = editableReview(context, point.reviewId, 'point');
  if (!review.ok) return review;
  if (context.repos.links.decisionsAnswering(id).length > 0) {
    return fail('forbidden', 'A decision answers this. Take it out of the decision first.');
  }
  return removeRecord(context, 'point', id, baseVersion);
};

/** A draft may come before its record, but never lands at another child's record or draft. */
function ownsDraft(context: Context, draft: FieldDraft): boolean {
  const { drafts, entities } = context.repos;
  const kept = drafts.find(draft.record, draft.field);
  if (kept && kept.childId !== draft.childId) return false;
  if (!isEntityName(draft.entity)) return true;
  const found = entities.findRaw(draft.entity, draft.record);
  const owner = draft.entity === 'child' && found ? draft.record : found?.owners['childId'];
  return owner === undefined || owner === draft.childId;
}

const saveDraft: SyncHandler<'draft:save'> = (draft, context) => {
  const known = knownChild(context, draft.childId);
  if (!known.ok) return known;
  if (!ownsDraft(context, draft)) {
    return fail('forbidden', 'This field belongs to another child. Nothing was saved.');
  }
  context.repos.drafts.save(draft, context.now);
  return ok({});
};

const listDrafts: SyncHandler<'draft:list'> = ({ id }, context) => {
  const known = knownChild(context, id);
  return known.ok ? ok(context.repos.drafts.listByChild(id)) : known;
};

const clearDraft: SyncHandler<'draft:clear'> = ({ record, field }, context) => {
  context.repos.drafts.clear(record, field);
  return ok({});
};

export const minutesSync = {
  'note:save': saveNote,
  'note:file': fileNote,
  'text:save': saveTextCall,
  'text:settle': settleTexts,
  'ending:save': saveEnding,
  'point:save': savePoint,
  'point:make': makePoint,
  'point:remove': removePoint,
  'draft:save': saveDraft,
  'draft:list': listDrafts,
  'draft:clear': clearDraft,
};
