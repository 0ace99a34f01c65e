import type { Output } from '../../../shared/contract.ts';
import { deadlineView } from '../../../shared/contract/deadlineView.ts';
import { MoveCause } from '../../../shared/contract/deadlines.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { addDays, asIsoDate, instant, latest } from '../../../shared/domain/dates.ts';
import type { ChildDeadline } from '../../../shared/domain/deadlines/childDeadline.ts';
import { deadlineKinds } from '../../../shared/domain/deadlines/childDeadline.ts';
import { deadlinesOf, ruleSetOf } from '../../../shared/domain/deadlines/deadlinesOf.ts';
import { promiseOfKey } from '../../../shared/domain/deadlines/rests.ts';
import type { DeadlineRecord } from '../../../shared/domain/deadlines/facts.ts';
import { movedInWords } from '../../../shared/domain/deadlines/movedInWords.ts';
import { ChildId } from '../../../shared/domain/ids.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import type { DeadlineMark } from '../../../shared/domain/model/deadlineMarks.ts';
import type { AppError } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { DeadlineChangeRow } from '../../store/deadlineRepository.ts';
import type { Context, SyncHandler } from '../context.ts';
import { deadlineRecord } from '../deadlines/deadlineRecord.ts';
import { deadlineReader } from '../deadlines/reading.ts';
import { knownChild } from '../editing.ts';
import { saveRecord } from '../recordWriter.ts';

type Moved = Output<'child:deadlines'>['moved'][number];

const dayOf = (day: string | null) => (day === null ? undefined : asIsoDate(day));

function movedOf(row: DeadlineChangeRow, record: DeadlineRecord): Moved[] {
  const kind = deadlineKinds.find((each) => each === row.kind);
  const parsed: unknown = JSON.parse(row.cause);
  const cause = MoveCause.parse(parsed);
  if (!kind) return [];
  const [before, after] = [dayOf(row.dueBefore), dayOf(row.dueAfter)];
  const { key, ruleBefore, ruleAfter } = row;
  const days = { ...(before && { dueBefore: before }), ...(after && { dueAfter: after }) };
  const words = movedInWords({ ...days, ruleBefore, ruleAfter, cause }, record);
  return [{ key, kind, at: instant(row.at), ruleBefore, ruleAfter, ...days, cause, words }];
}

const ofChild: SyncHandler<'child:deadlines'> = ({ id }, context) => {
  const { repos, today, now, settings } = context;
  const record = deadlineRecord(repos, id, today);
  if (!record) return fail('not-found', 'This child is not in this store.');
  const ruleSet = ruleSetOf(settings);
  const { deadlines, faults } = deadlinesOf(record, today, ruleSet);
  return ok({
    deadlines: deadlines.map((each) => deadlineView(each, { today, at: now }, ruleSet.calendar, 'full')),
    faults: [...faults],
    moved: repos.deadlines.changes(id).flatMap((row) => movedOf(row, record)),
  });
};

const listOpen: SyncHandler<'deadline:list'> = ({ until }, context) => {
  const { repos, today, now } = context;
  const reader = deadlineReader(context);
  const names = new Map<string, string | undefined>();
  const nameOf = (id: string) => {
    if (!names.has(id)) names.set(id, repos.caseload.childName(id)?.fullName);
    return names.get(id);
  };
  const open = reader.openUntil(until).flatMap(({ childId, deadline }) => {
    const childName = nameOf(childId);
    if (childName === undefined) return [];
    const view = deadlineView(deadline, { today, at: now }, reader.ruleSet.calendar, 'brief');
    return [{ childId: ChildId.parse(childId), childName, deadline: view }];
  });
  const dueOf = ({ deadline }: (typeof open)[number]) => deadline.due ?? '9999';
  return ok(open.sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0)));
};

type Fault = { readonly ok: false; readonly error: AppError } | undefined;

/** A promise can rest, and that is all: what became of it is said at the review or at a midway check. */
function faultOfPromiseMark(mark: DeadlineMark, id: string, { repos, today }: Context): Fault {
  const action = repos.entities.find('action', id)?.value;
  if (!action || action.childId !== mark.childId) {
    return fail('not-found', 'This promise is no longer there. Nothing was saved.');
  }
  if (mark.kind !== 'snooze') {
    return fail('invalid-input', 'What became of a promise is said at the review or at a midway check.');
  }
  return faultOfRest(mark.until, today);
}

/** A limit of the law that lies ahead comes back by its last working day: nobody lets it pass unseen. */
function lastRestOf({ rule, date, state }: ChildDeadline, today: IsoDate): IsoDate | undefined {
  const isLimit = rule.standing === 'statutory' && state === 'due' && date.kind === 'computed';
  return isLimit ? latest([date.lastWorkingDayOnOrBefore, addDays(today, 1)]) : undefined;
}

function faultOfRest(until: IsoDate, today: IsoDate, last?: IsoDate): Fault {
  if (until <= today)
    return fail('invalid-input', 'It can rest only until a day that lies ahead.', { field: 'until' });
  return last !== undefined && until > last
    ? fail(
        'invalid-input',
        `This is a limit of the law: it can rest until ${formatDate(last)} at the latest.`,
        {
          field: 'until',
        },
      )
    : undefined;
}

/** Why a mark cannot be kept, or undefined. */
function faultOfMark(mark: DeadlineMark, context: Context): Fault {
  const { today } = context;
  const promise = promiseOfKey(mark.deadline);
  if (promise !== undefined) return faultOfPromiseMark(mark, promise, context);
  const deadline = deadlineReader(context)
    .ofChild(mark.childId)
    .find(({ key }) => key === mark.deadline);
  if (!deadline) return fail('not-found', 'This date is no longer there. Nothing was saved.');
  if (mark.kind === 'done' && mark.doneOn > today) {
    return fail('invalid-input', 'The day lies ahead of today.', { field: 'doneOn' });
  }
  if (mark.kind === 'late' && !deadline.isLate) {
    return fail('invalid-input', 'This is not late, so it needs no reason.', { field: 'reason' });
  }
  return mark.kind === 'snooze' ? faultOfRest(mark.until, today, lastRestOf(deadline, today)) : undefined;
}

/** What the officer says of a date. A mark is never changed: another one of its kind takes its place. */
const saveMark: SyncHandler<'deadlineMark:save'> = ({ value, baseVersion }, context) => {
  const known = knownChild(context, value.childId);
  if (!known.ok) return known;
  const before: DeadlineMark | undefined = context.repos.entities.find('deadline_mark', value.id)?.value;
  if (before && before.childId !== value.childId) {
    return fail('forbidden', 'This belongs to another child. Nothing was saved.');
  }
  const signed = { ...value, by: context.officer.name, on: context.today };
  return faultOfMark(signed, context) ?? saveRecord(context, 'deadline_mark', signed, baseVersion);
};

export const deadlineSync = {
  'child:deadlines': ofChild,
  'deadline:list': listOpen,
  'deadlineMark:save': saveMark,
};
