import { createHash } from 'node:crypto';
import type { ChildDeadline } from '../../../shared/domain/deadlines/childDeadline.ts';
import { deadlinesOf, ruleSetOf } from '../../../shared/domain/deadlines/deadlinesOf.ts';
import type { RuleSet } from '../../../shared/domain/deadlines/facts.ts';
import type { MovedBy } from '../../../shared/domain/deadlines/movedInWords.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { DeadlineRow, StaleChild } from '../../store/deadlineRepository.ts';
import { codeOfSqlError } from '../../store/storeErrors.ts';
import type { Context } from '../context.ts';
import { readSettings } from '../readSettings.ts';
import { deadlineRecord } from './deadlineRecord.ts';
import { rowOf } from './storedDeadline.ts';

/** Raised when the program computes dates otherwise than before: then all are computed again. */
const engine = 3;

/** A name for everything that an authority decides about dates: another name, other dates. */
export function nameOfRules(settings: Settings): string {
  const { rules, localRules = [], extraNonWorkingDays, schoolTerms = [], noReplyMeans } = settings;
  const decided = JSON.stringify([engine, rules, localRules, extraNonWorkingDays, schoolTerms, noReplyMeans]);
  return createHash('sha256').update(decided, 'utf8').digest('hex').slice(0, 32);
}

function causeOf({ entity, entityId, isByOtherRules }: StaleChild): MovedBy {
  if (entity !== null && entityId !== null) return { kind: 'record', entity, id: entityId };
  return { kind: isByOtherRules ? 'rules' : 'day' };
}

/** Writes what differs, and notes each date that moved. */
function keep(
  context: Context,
  childId: string,
  deadlines: readonly ChildDeadline[],
  cause: MovedBy | undefined,
): void {
  const { repos, now, officer } = context;
  const before = new Map(repos.deadlines.ofChild(childId).map((row) => [row.key, row]));
  const notes = (old: DeadlineRow, row: DeadlineRow) => {
    if (cause === undefined || old.due === row.due) return;
    const { key, kind } = row;
    const [ruleBefore, ruleAfter, dueBefore, dueAfter] = [old.rule, row.rule, old.due, row.due];
    const moved = { childId, key, kind, ruleBefore, ruleAfter, dueBefore, dueAfter };
    repos.deadlines.addChange({ ...moved, at: now, by: officer.id, cause: JSON.stringify(cause) });
  };
  for (const deadline of deadlines) {
    const row = rowOf(childId, deadline);
    const old = before.get(row.key);
    before.delete(row.key);
    if (old && old.body === row.body && old.rule === row.rule && old.due === row.due) continue;
    repos.deadlines.save(row);
    if (old) notes(old, row);
  }
  for (const key of before.keys()) repos.deadlines.remove(childId, key);
}

function refreshChild(context: Context, stale: StaleChild, ruleSet: RuleSet, name: string): void {
  const { repos, today } = context;
  const record = deadlineRecord(repos, stale.childId, today);
  if (!record) return;
  const { deadlines, holdsUntil } = deadlinesOf(record, today, ruleSet);
  keep(context, stale.childId, deadlines, stale.isNew ? undefined : causeOf(stale));
  const { childId } = stale;
  repos.deadlines.setState({ childId, computedOn: today, holdsUntil: holdsUntil ?? null, rules: name });
}

/**
 * Computes again the dates of each child whose facts or rules have changed, or whose day has come; inside the caller's
 * transaction. The settings are read anew: this may be the end of the change that set them.
 */
export function refreshDeadlines(context: Context): void {
  const settings = readSettings(context.repos);
  const name = nameOfRules(settings);
  const stale = context.repos.deadlines.stale(context.today, name);
  if (stale.length === 0) return;
  const ruleSet = ruleSetOf(settings);
  for (const child of stale) refreshChild(context, child, ruleSet, name);
}

/** The same in a transaction of its own. A full disk keeps nobody out: what is stale is computed when it is read. */
export function refreshIfPossible(context: Context): void {
  try {
    context.store.db.transaction(() => refreshDeadlines(context)).immediate();
  } catch (cause) {
    if (codeOfSqlError(cause) === 'internal') throw cause;
  }
}
