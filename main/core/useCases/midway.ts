import { createHash } from 'node:crypto';
import type { Output } from '../../../shared/contract.ts';
import { midwayGaps, midwayPromises } from '../../../shared/domain/midway.ts';
import type { MidwayPromise } from '../../../shared/domain/midway.ts';
import type { MidwayCheck } from '../../../shared/domain/model/midway.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { Review } from '../../../shared/domain/model/review.ts';
import { dueOn } from '../../../shared/domain/promises.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { heldOn, inOrder } from '../../../shared/domain/reviews.ts';
import { buildMidwaySheet, visitsSince } from '../../../shared/report/midwaySheet.ts';
import { contentFor } from '../../../shared/report/audience.ts';
import type { Report } from '../../../shared/report/blocks.ts';
import { gatherContent } from '../../../shared/report/content.ts';
import { forbiddenFor, searchLeaks, textsOfReport } from '../../../shared/report/leak.ts';
import type { Versioned } from '../../store/entityRepository.ts';
import type { Context, SyncHandler, TaskHandler } from '../context.ts';
import { knownChild } from '../editing.ts';
import { numbersNow } from '../frozen.ts';
import { loadRecord, noMinutes } from '../loadRecord.ts';
import { printReport } from '../printReport.ts';
import { removeRecord, saveRecord } from '../recordWriter.ts';

type View = Output<'midway:get'>;

const gone = () => fail('not-found', 'This midway check is no longer there.');

function stored(context: Context, id: string): Result<Versioned<MidwayCheck>> {
  const found = context.repos.entities.find('midway_check', id);
  return found ? ok(found) : gone();
}

/** A check that may still change; a completed one is opened again first, so that nobody changes it unawares. */
function openCheck(context: Context, id: string): Result<Versioned<MidwayCheck>> {
  const found = stored(context, id);
  if (!found.ok) return found;
  return found.value.value.completedOn === undefined
    ? found
    : fail('forbidden', 'This midway check is completed. Open it again to change it. Nothing was saved.');
}

/** The last review held on or before a day. */
function reviewBehind(record: ChildRecord, day: string): Review | undefined {
  return inOrder(record).findLast((review) => (heldOn(record, review) ?? '9999') <= day);
}

const start: SyncHandler<'midway:start'> = ({ id, childId }, context) => {
  const loaded = loadRecord(context.repos, childId, noMinutes);
  if (!loaded) return fail('not-found', 'This child is not in this store.');
  const { record } = loaded;
  const { today: on } = context;
  const review = reviewBehind(record, on);
  if (!review) return fail('forbidden', 'A midway check lies between two reviews. None was held yet.');
  if (record.midwayChecks.some(({ completedOn }) => completedOn === undefined)) {
    return fail(
      'forbidden',
      'A midway check of this child is begun and not completed. Finish that one first.',
    );
  }
  if (record.midwayChecks.some((check) => check.on === on)) {
    return fail('forbidden', 'There is a midway check of today. Open it again to change it.');
  }
  return saveRecord(
    context,
    'midway_check',
    { id, childId, reviewId: review.id, on, by: context.officer.name },
    0,
  );
};

const save: SyncHandler<'midway:save'> = ({ value, baseVersion }, context) => {
  const known = knownChild(context, value.childId);
  if (!known.ok) return known;
  const before = openCheck(context, value.id);
  if (!before.ok) return before;
  const { on, completedOn, childId } = before.value.value;
  if (value.childId !== childId)
    return fail('forbidden', 'This belongs to another child. Nothing was saved.');
  if (value.on !== on || value.completedOn !== completedOn) {
    return fail(
      'forbidden',
      'A midway check keeps its day, and is completed by its own button. Nothing was saved.',
    );
  }
  return saveRecord(context, 'midway_check', value, baseVersion);
};

const complete: SyncHandler<'midway:complete'> = ({ id, baseVersion }, context) => {
  const check = openCheck(context, id);
  if (!check.ok) return check;
  const { value } = check.value;
  const loaded = loadRecord(context.repos, value.childId, noMinutes);
  const gaps = loaded ? midwayGaps(loaded.record, value) : [];
  if (gaps.length > 0) {
    // What they are stands in `midway:get`: an error quotes nothing of a record.
    const count = gaps.length === 1 ? 'One thing is' : `${gaps.length} things are`;
    return fail('invalid-input', `${count} not answered yet. Answer each, then complete the check.`, {
      issues: gaps.map(({ field }) => ({ path: field, message: 'is not answered yet' })),
    });
  }
  return saveRecord(context, 'midway_check', { ...value, completedOn: context.today }, baseVersion);
};

const reopen: SyncHandler<'midway:reopen'> = ({ id, baseVersion }, context) => {
  const check = stored(context, id);
  if (!check.ok) return check;
  // What was filed is not what comes of it now.
  const { completedOn: _done, filed: _filed, ...value } = check.value.value;
  return saveRecord(context, 'midway_check', value, baseVersion);
};

/** A completed check is filed like an issued document: the council's own system holds the record. */
const file: SyncHandler<'midway:file'> = ({ id, baseVersion, filed }, context) => {
  const check = stored(context, id);
  if (!check.ok) return check;
  const { value } = check.value;
  if (value.completedOn === undefined) {
    return fail('forbidden', 'Complete this midway check before it is filed to the case record.');
  }
  return saveRecord(context, 'midway_check', { ...value, filed }, baseVersion);
};

const remove: SyncHandler<'midway:remove'> = ({ id, baseVersion }, context) => {
  const check = openCheck(context, id);
  if (!check.ok) return check;
  const { childId, on } = check.value.value;
  const found = context.repos.entities
    .listByChild('progress', childId)
    .some(({ value: { occasion } }) => occasion.kind === 'midway' && occasion.on === on);
  return found
    ? fail(
        'forbidden',
        'This midway check says what happened with a promise, so it stays. Nothing was removed.',
      )
    : removeRecord(context, 'midway_check', id, baseVersion);
};

/** Numbers that the review behind the check carries in its documents; a promise of an older review has none here, or two would be called A1. */
function numberOf(record: ChildRecord, reviewId: string, context: Context): (actionId: string) => string {
  const review = record.reviews.find(({ id }) => id === reviewId);
  const numbers = new Map(Object.entries(review ? numbersNow(context, record, review).own : {}));
  const own = new Set(
    record.actions.filter((action) => action.reviewId === reviewId).map(({ id }) => id as string),
  );
  return (actionId) => (own.has(actionId) ? (numbers.get(actionId) ?? '') : '');
}

function promiseOf(
  { promise: { action, reviewsCarried }, progress }: MidwayPromise,
  number: string,
  versions: Readonly<Record<string, number>>,
): View['promises'][number] {
  const due = dueOn(action);
  return {
    action,
    number,
    reviewsCarried,
    ...(due && { dueOn: due }),
    ...(progress && { progress, progressVersion: versions[progress.id] ?? 1 }),
  };
}

const get: SyncHandler<'midway:get'> = ({ id }, context) => {
  const check = stored(context, id);
  if (!check.ok) return check;
  const { value, version } = check.value;
  const loaded = loadRecord(context.repos, value.childId, noMinutes);
  if (!loaded) return gone();
  const { record, versions } = loaded;
  const review = record.reviews.find((each) => each.id === value.reviewId);
  const held = review && heldOn(record, review);
  const number = numberOf(record, value.reviewId, context);
  return ok({
    check: value,
    version,
    today: context.today,
    preferredName: record.child.preferredName,
    reviewNumber: review?.number ?? 1,
    ...(held && { heldOn: held }),
    promises: midwayPromises(record, value.on).map((each) =>
      promiseOf(each, number(each.promise.action.id), versions),
    ),
    visits: visitsSince({ record, check: value }),
    events: record.events.filter(
      ({ kind, on }) => kind !== 'visit' && on !== undefined && on > (held ?? '') && on <= value.on,
    ),
    gaps: midwayGaps(record, value),
  });
};

/** The sheet as the manager's page is judged: what is privileged, the police's or private behind it is not in it. */
function sheetOf(context: Context, record: ChildRecord, check: MidwayCheck): Result<Report> {
  const { officer, settings, today, repos } = context;
  const { id: _id, ...chair } = officer;
  const content = gatherContent(record, check.reviewId, { today, officer: chair, settings });
  if (!content) return gone();
  const reader = { kind: 'manager', person: undefined, releases: [] } as const;
  const { content: allowed, problems } = contentFor(content, reader);
  const report = buildMidwaySheet({
    record: { ...record, actions: allowed.record.actions },
    check,
    numberOf: numberOf(record, check.reviewId, context),
  });
  const others = repos.lists.otherChildren(record.child.id);
  const leaks = searchLeaks(textsOfReport(report), forbiddenFor(content, reader, others));
  const inTheWay = [...problems, ...leaks];
  return inTheWay.length === 0
    ? ok(report)
    : fail('forbidden', 'Something stands in the way of printing this. Mend it first.', {
        issues: inTheWay.map(({ what }) => ({ path: 'document', message: what })),
      });
}

const print: TaskHandler<'midway:export'> = async ({ id }, context) => {
  const check = stored(context, id);
  if (!check.ok) return check;
  const { value } = check.value;
  const loaded = loadRecord(context.repos, value.childId);
  if (!loaded) return gone();
  const report = sheetOf(context, loaded.record, value);
  if (!report.ok) return report;
  const printed = await printReport(context, report.value);
  if (!printed.ok) return printed;
  const tag = createHash('sha256').update(value.childId, 'utf8').digest('hex').slice(0, 6);
  return ok({
    fileName: `midway-check-${value.on}-${tag}.docx`,
    content: Buffer.from(printed.value).toString('base64'),
    sha256: createHash('sha256').update(printed.value).digest('hex'),
  });
};

export const midwaySync = {
  'midway:start': start,
  'midway:get': get,
  'midway:save': save,
  'midway:complete': complete,
  'midway:reopen': reopen,
  'midway:file': file,
  'midway:remove': remove,
};
export const midwayTasks = { 'midway:export': print };
