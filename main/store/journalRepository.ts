import type { Database } from 'better-sqlite3';
import { textOf, textOrNull } from './rows.ts';
import { statementCache } from './entityRepository.ts';

export type AuditRow = {
  readonly at: string;
  /** The officer's id. */
  readonly by: string;
  readonly childId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly what:
    | 'made'
    | 'changed'
    | 'removed'
    | 'settled'
    | 'undone'
    | 'finalised'
    | 'withdrawn'
    | 'issued'
    | 'imported'
    | 'taken-over';
  readonly version: number;
  readonly hashBefore: string | null;
  readonly hashAfter: string | null;
  /** Turns the new body back into the old one; null where there was none. */
  readonly beforeDiff: string | null;
  /** The text of another child's record that words came from. */
  readonly sourceId?: string;
};

export type UndoRow = {
  readonly token: string;
  readonly childId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly versionAfter: number;
  readonly bodyBefore: string | null;
  /** The way back that is gone after this one, in the same step. */
  readonly also?: string | undefined;
  readonly at: string;
};

/** The beginning of every UUIDv7 made at an instant: ids below it are older. */
function firstIdAt(instant: string): string {
  const time = Date.parse(instant).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}`;
}

/** The first results of requests, by the client's id, and when the last of them was made. */
function createRequestLog(prepared: ReturnType<typeof statementCache>) {
  // Read once: every change passes through here, and a month of them is not searched at each look.
  let lastAt: string | null | undefined;
  return {
    /** The first result of a request, as JSON. */
    findRequest: (requestId: string): { channel: string; result: string } | undefined => {
      const row = prepared('SELECT channel, result FROM request WHERE request_id = ?').get(requestId);
      return row && { channel: textOf(row, 'channel'), result: textOf(row, 'result') };
    },
    addRequest: (requestId: string, channel: string, result: string, at: string): void => {
      prepared('INSERT INTO request (request_id, channel, result, at) VALUES (?, ?, ?, ?)').run(
        requestId,
        channel,
        result,
        at,
      );
      // Never less: after a clock was set back the newest entry is still the one to compare with.
      if (lastAt !== undefined && (lastAt === null || at > lastAt)) lastAt = at;
    },
    /** When the last change was made that a client asked for; undefined when there was none lately. */
    lastRequestAt: (): string | undefined => {
      const read = () => textOrNull(prepared('SELECT max(at) AS at FROM request').get() ?? {}, 'at');
      if (lastAt === undefined) lastAt = read();
      return lastAt ?? undefined;
    },
    /** A clock was ahead for a while: what was asked for after `now`, an instant, counts as asked for by then. */
    bringBackRequests: (now: string): void => {
      prepared('UPDATE request SET at = ? WHERE at > ?').run(now, now);
      lastAt = undefined;
    },
  };
}

/** What has happened: the audit trail, the ways back, and the first results of requests. */
export function createJournalRepository(db: Database) {
  const prepared = statementCache(db);
  return {
    ...createRequestLog(prepared),
    addAudit: (row: AuditRow): void => {
      prepared(
        `INSERT INTO audit (at, by, child_id, entity, entity_id, what, version, hash_before, hash_after, before_diff, source_id)
         VALUES (@at, @by, @childId, @entity, @entityId, @what, @version, @hashBefore, @hashAfter, @beforeDiff, @sourceId)`,
      ).run({ sourceId: null, ...row });
    },
    addUndo: (row: Omit<UndoRow, 'also'>): void => {
      prepared(
        `INSERT INTO undo (token, child_id, entity, entity_id, version_after, body_before, at)
         VALUES (@token, @childId, @entity, @entityId, @versionAfter, @bodyBefore, @at)`,
      ).run(row);
    },
    findUndo: (token: string): UndoRow | undefined => {
      const row = prepared('SELECT * FROM undo WHERE token = ?').get(token);
      return (
        row && {
          token,
          childId: textOf(row, 'child_id'),
          entity: textOf(row, 'entity'),
          entityId: textOf(row, 'entity_id'),
          versionAfter: Number(row['version_after']),
          bodyBefore: textOrNull(row, 'body_before'),
          also: textOrNull(row, 'also') ?? undefined,
          at: textOf(row, 'at'),
        }
      );
    },
    /** Makes one way back of two: taking back `token` takes back `also` after it, or neither. */
    joinUndo: (token: string, also: string): void => {
      prepared('UPDATE undo SET also = ? WHERE token = ?').run(also, token);
    },
    /** Voids every way back of a child: what is finalised takes nothing back. */
    voidUndo: (childId: string): void => {
      prepared('DELETE FROM undo WHERE child_id = ?').run(childId);
    },
    spendUndo: (token: string): void => {
      prepared('DELETE FROM undo WHERE token = ?').run(token);
    },
    /** Forgets requests and ways back older than `before`, an instant: no client retries or undoes after so long. */
    prune: (before: string): void => {
      // By id first: a month of saves is not read through at every unlock.
      const id = firstIdAt(before);
      prepared('DELETE FROM request WHERE request_id < ? AND at < ?').run(id, before);
      prepared('DELETE FROM undo WHERE token < ? AND at < ?').run(id, before);
    },
  };
}
export type JournalRepository = ReturnType<typeof createJournalRepository>;
