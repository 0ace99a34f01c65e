import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { ChildDeadline, DeadlineKind } from '../../../shared/domain/deadlines/childDeadline.ts';
import { deadlinesOf, ruleSetOf } from '../../../shared/domain/deadlines/deadlinesOf.ts';
import type { RuleSet } from '../../../shared/domain/deadlines/facts.ts';
import type { DeadlineRow } from '../../store/deadlineRepository.ts';
import type { Context } from '../context.ts';
import { deadlineRecord } from './deadlineRecord.ts';
import { nameOfRules } from './refresh.ts';
import { deadlineOfRow } from './storedDeadline.ts';

export type OfChild = { readonly childId: string; readonly deadline: ChildDeadline };

/** The dates of the caseload as of now. */
export type DeadlineReader = {
  readonly ruleSet: RuleSet;
  /** Open dates of a kind, also those that no rule gives yet. */
  readonly open: (kind: DeadlineKind) => OfChild[];
  /** Open dates of every kind due up to and on a day. */
  readonly openUntil: (day: IsoDate) => OfChild[];
  /** All dates of one child, done ones included. */
  readonly ofChild: (childId: string) => ChildDeadline[];
};

/** The dates of children whose kept ones no longer hold, computed when somebody first asks. */
function liveDates(
  { repos, today }: Context,
  stale: ReadonlySet<string>,
  ruleSet: RuleSet,
): () => readonly OfChild[] {
  let live: readonly OfChild[] | undefined;
  return () => {
    live ??= [...stale].flatMap((childId) => {
      const record = deadlineRecord(repos, childId, today);
      const found = record ? deadlinesOf(record, today, ruleSet).deadlines : [];
      return found.map((deadline) => ({ childId, deadline }));
    });
    return live;
  };
}

/**
 * Reads dates as they were last computed; those of a child whose day has come since, or whose rules changed, are
 * computed on the spot and not kept, since reading changes nothing.
 */
export function deadlineReader(context: Context): DeadlineReader {
  const { repos, today, settings } = context;
  const ruleSet = ruleSetOf(settings);
  const stale = new Set(repos.deadlines.stale(today, nameOfRules(settings)).map(({ childId }) => childId));
  const live = liveDates(context, stale, ruleSet);
  const kept = (rows: readonly DeadlineRow[]): OfChild[] =>
    rows.flatMap((row) => {
      const deadline = stale.has(row.childId) ? undefined : deadlineOfRow(row, today, ruleSet);
      return deadline ? [{ childId: row.childId, deadline }] : [];
    });
  const open = (isWanted: (deadline: ChildDeadline) => boolean) =>
    live().filter(({ deadline }) => deadline.state !== 'done' && isWanted(deadline));
  return {
    ruleSet,
    open: (kind) => [...kept(repos.deadlines.open(kind)), ...open((deadline) => deadline.kind === kind)],
    openUntil: (day) => [
      ...kept(repos.deadlines.openUntil(day)),
      ...open(({ date }) => date.kind === 'computed' && date.due <= day),
    ],
    ofChild: (childId) =>
      [...kept(repos.deadlines.ofChild(childId)), ...live().filter((each) => each.childId === childId)].map(
        ({ deadline }) => deadline,
      ),
  };
}
