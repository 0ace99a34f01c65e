import type { Database } from 'better-sqlite3';
import { statementCache } from './entityRepository.ts';
import type { Row } from './rows.ts';
import { textOf, textOrNull } from './rows.ts';

/** One date as it was last computed; `due` is null where no rule gives one. */
export type DeadlineRow = {
  readonly childId: string;
  readonly key: string;
  readonly kind: string;
  readonly rule: string;
  readonly due: string | null;
  readonly isDone: boolean;
  readonly body: string;
};

/** A date that moved. */
export type DeadlineChangeRow = {
  readonly childId: string;
  readonly key: string;
  readonly kind: string;
  readonly at: string;
  /** The officer's id. */
  readonly by: string;
  readonly ruleBefore: string;
  readonly ruleAfter: string;
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
  /** What moved it, as JSON. */
  readonly cause: string;
};

/** From which day until which the dates of a child hold, and by which rules. */
export type DeadlineState = {
  readonly childId: string;
  readonly computedOn: string;
  readonly holdsUntil: string | null;
  readonly rules: string;
};

/** A child whose dates are to be computed again, and the record that changed first; null for the day or the rules. */
export type StaleChild = {
  readonly childId: string;
  readonly entity: string | null;
  readonly entityId: string | null;
  /** Never computed before, or by other rules. */
  readonly isByOtherRules: boolean;
  readonly isNew: boolean;
};

function toDeadline(row: Row): DeadlineRow {
  return {
    childId: textOf(row, 'child_id'),
    key: textOf(row, 'key'),
    kind: textOf(row, 'kind'),
    rule: textOf(row, 'rule'),
    due: textOrNull(row, 'due'),
    isDone: row['is_done'] === 1,
    body: textOf(row, 'body'),
  };
}

function toChange(row: Row): DeadlineChangeRow {
  return {
    childId: textOf(row, 'child_id'),
    key: textOf(row, 'key'),
    kind: textOf(row, 'kind'),
    at: textOf(row, 'at'),
    by: textOf(row, 'by'),
    ruleBefore: textOf(row, 'rule_before'),
    ruleAfter: textOf(row, 'rule_after'),
    dueBefore: textOrNull(row, 'due_before'),
    dueAfter: textOrNull(row, 'due_after'),
    cause: textOf(row, 'cause'),
  };
}

const staleSql = `SELECT child.id, entity, entity_id, rules IS NOT @rules AS by_other_rules,
    deadline_state.child_id IS NULL AS is_new
  FROM child LEFT JOIN deadline_state ON deadline_state.child_id = child.id
    LEFT JOIN deadline_stale ON deadline_stale.child_id = child.id
  WHERE child.removed_at IS NULL
    AND (entity IS NOT NULL OR rules IS NOT @rules OR holds_until <= @today OR computed_on > @today)
  ORDER BY child.seq`;

/** Whose dates hold, until when, and whose are to be computed again. */
function createStates(prepared: ReturnType<typeof statementCache>) {
  return {
    /** The dates of a child hold from a day until another (for good without one), by rules of this name. */
    setState: (state: DeadlineState): void => {
      const { childId } = state;
      prepared(
        `INSERT INTO deadline_state (child_id, computed_on, holds_until, rules)
         VALUES (@childId, @computedOn, @holdsUntil, @rules)
         ON CONFLICT (child_id) DO UPDATE SET computed_on = excluded.computed_on,
           holds_until = excluded.holds_until, rules = excluded.rules`,
      ).run({ ...state });
      prepared('DELETE FROM deadline_stale WHERE child_id = ?').run(childId);
    },

    /** True when a change has touched what dates rest on. */
    hasStale: (): boolean => prepared('SELECT 1 FROM deadline_stale LIMIT 1').get() !== undefined,

    /** The children whose dates are to be computed again: their facts or the rules changed, or the day has come. */
    stale: (today: string, rules: string): StaleChild[] =>
      prepared(staleSql)
        .all({ today, rules })
        .map((row) => ({
          childId: textOf(row, 'id'),
          entity: textOrNull(row, 'entity'),
          entityId: textOrNull(row, 'entity_id'),
          isByOtherRules: row['by_other_rules'] === 1,
          isNew: row['is_new'] === 1,
        })),
  };
}

/** The dates of all children as last computed, and how they moved. Days are `YYYY-MM-DD`, instants end in `Z`. */
export function createDeadlineRepository(db: Database) {
  const prepared = statementCache(db);
  return {
    ...createStates(prepared),

    /** The reviews of a child from first to last, and whether each asks for nothing any more. */
    reviewsOf: (childId: string): { id: string; isHeld: boolean; isSettled: boolean }[] =>
      prepared(
        `SELECT id, is_settled, held_on IS NOT NULL AS is_held FROM review
         WHERE child_id = ? AND removed_at IS NULL ORDER BY coalesce(held_on, '9999'), number`,
      )
        .all(childId)
        .map((row) => ({
          id: textOf(row, 'id'),
          isHeld: row['is_held'] === 1,
          isSettled: row['is_settled'] === 1,
        })),

    /** The dates of one child. */
    ofChild: (childId: string): DeadlineRow[] =>
      prepared('SELECT * FROM deadline WHERE child_id = ?').all(childId).map(toDeadline),

    /** Open dates of one kind, first due first, those without a day before them. */
    open: (kind: string): DeadlineRow[] =>
      prepared('SELECT * FROM deadline WHERE is_done = 0 AND kind = ? ORDER BY due')
        .all(kind)
        .map(toDeadline),

    /** Open dates of every kind due up to and on a day, first due first. */
    openUntil: (day: string): DeadlineRow[] =>
      prepared('SELECT * FROM deadline WHERE is_done = 0 AND due <= ? ORDER BY due').all(day).map(toDeadline),

    save: (row: DeadlineRow): void => {
      prepared(
        `INSERT INTO deadline (child_id, key, kind, rule, due, is_done, body)
         VALUES (@childId, @key, @kind, @rule, @due, @isDone, @body)
         ON CONFLICT (child_id, key) DO UPDATE SET kind = excluded.kind, rule = excluded.rule, due = excluded.due,
           is_done = excluded.is_done, body = excluded.body`,
      ).run({ ...row, isDone: row.isDone ? 1 : 0 });
    },

    remove: (childId: string, key: string): void => {
      prepared('DELETE FROM deadline WHERE child_id = ? AND key = ?').run(childId, key);
    },

    addChange: (change: DeadlineChangeRow): void => {
      prepared(
        `INSERT INTO deadline_change (child_id, key, kind, at, by, rule_before, rule_after, due_before, due_after, cause)
         VALUES (@childId, @key, @kind, @at, @by, @ruleBefore, @ruleAfter, @dueBefore, @dueAfter, @cause)`,
      ).run({ ...change });
    },

    /** How the dates of a child moved, newest first. */
    changes: (childId: string): DeadlineChangeRow[] =>
      prepared('SELECT * FROM deadline_change WHERE child_id = ? ORDER BY seq DESC')
        .all(childId)
        .map(toChange),
  };
}
export type DeadlineRepository = ReturnType<typeof createDeadlineRepository>;
