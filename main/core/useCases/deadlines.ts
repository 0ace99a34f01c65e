import { deadlineView } from '../../../shared/contract/deadlineView.ts';
import { deadlinesOf, ruleSetOf } from '../../../shared/domain/deadlines/deadlinesOf.ts';
import type { DeadlineMark } from '../../../shared/domain/model/deadlineMarks.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { SyncHandler } from '../context.ts';
import { knownChild } from '../editing.ts';
import { loadRecord } from '../loadRecord.ts';
import { saveRecord } from '../recordWriter.ts';

/** Every date of a child with its working, and what is wrong with the facts. */
const listDeadlines: SyncHandler<'child:deadlines'> = ({ id }, { repos, settings, today, now }) => {
  const loaded = loadRecord(repos, id);
  if (!loaded) return fail('not-found', 'This child is not in this store.');
  const ruleSet = ruleSetOf(settings);
  const { deadlines, faults } = deadlinesOf(loaded.record, today, ruleSet);
  return ok({
    deadlines: deadlines.map((each) => deadlineView(each, { today, at: now }, ruleSet.calendar, 'full')),
    faults: [...faults],
  });
};

/** What the officer says of a date. A mark is never changed: another one of its kind takes its place. */
const saveMark: SyncHandler<'deadlineMark:save'> = ({ value, baseVersion }, context) => {
  const known = knownChild(context, value.childId);
  if (!known.ok) return known;
  const before: DeadlineMark | undefined = context.repos.entities.find('deadline_mark', value.id)?.value;
  if (before && before.childId !== value.childId) {
    return fail('forbidden', 'This belongs to another child. Nothing was saved.');
  }
  return saveRecord(context, 'deadline_mark', value, baseVersion);
};

export const deadlineSync = { 'child:deadlines': listDeadlines, 'deadlineMark:save': saveMark };
