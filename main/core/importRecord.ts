import type { ImportConflicts } from '../../shared/contract/shapes.ts';
import type { ChildId } from '../../shared/domain/ids.ts';
import { keysOf } from '../../shared/domain/keysOf.ts';
import type { FieldDraft } from '../../shared/domain/model/issue.ts';
import type { ChildRecord } from '../../shared/domain/model/record.ts';
import type { Issue } from '../../shared/domain/result.ts';
import type { Entities, EntityName } from '../store/entities.ts';
import { rowIdOf } from '../store/entities.ts';
import type { Context } from './context.ts';
import type { ConflictRule, Outcome } from './importRow.ts';
import { importRow, withdrawAsTold } from './importRow.ts';
import { rowsOf } from './recordRows.ts';
import { hashOf, writeAudit } from './recordWriter.ts';
import { looseRecords } from './references.ts';
import { isSameValue } from '../../shared/sameValue.ts';

export type { ConflictRule } from './importRow.ts';

export type ImportOutcome = {
  readonly counts: { childId: ChildId; added: number; unchanged: number; changed: number; kept: number };
  readonly conflicts: readonly Issue[];
  /** Those of them where one of the two can be chosen. */
  readonly choices: ImportConflicts;
};

type Counts = { added: number; unchanged: number; changed: number; kept: number };
type Into = { readonly counts: Counts; readonly conflicts: Issue[]; readonly choices: ImportConflicts };
/** What to do with one record, by its id. */
export type RuleOf = (id: string) => ConflictRule;

export type ImportedFile = {
  readonly record: ChildRecord;
  /** Frozen contents by the id of their finalisation. */
  readonly contents: ReadonlyMap<string, string>;
  /** Where each record stands in the file, by its id. */
  readonly paths: ReadonlyMap<string, string>;
};

type Place = { readonly path: string; readonly id: string; readonly kind: string };

function count(into: Into, outcome: Outcome, place: Place): void {
  if (outcome.kind !== 'conflict') {
    into.counts[outcome.kind] += 1;
    return;
  }
  into.conflicts.push({ path: place.path, message: outcome.message });
  if (outcome.choice) into.choices.push({ ...place, ...outcome.choice });
}

function importKind<K extends EntityName>(
  context: Context,
  name: K,
  rows: readonly Entities[K][],
  given: Pick<ImportedFile, 'contents' | 'paths'> & { readonly ruleOf: RuleOf },
  into: Into,
): void {
  for (const row of rows) {
    const id = rowIdOf(name, row);
    const frozen = given.contents.get(id);
    const content = frozen === undefined ? undefined : context.repos.contents.pack(frozen);
    const outcome = importRow(context, name, row, { onConflict: given.ruleOf(id), content });
    count(into, outcome, { path: given.paths.get(id) ?? name, id, kind: name });
  }
}

function importDraft(context: Context, draft: FieldDraft, rule: ConflictRule): Outcome {
  const { drafts } = context.repos;
  const kept = drafts.find(draft.record, draft.field);
  if (kept && kept.childId !== draft.childId) {
    return { kind: 'conflict', message: 'another child has a draft at this field' };
  }
  if (kept && isSameValue(kept, draft)) return { kind: 'unchanged' };
  if (kept && rule === 'refuse') {
    return { kind: 'conflict', message: 'another draft is kept at this field', choice: { mine: kept } };
  }
  if (kept && rule === 'keep-mine') return { kind: 'kept' };
  drafts.save(draft, context.now);
  return { kind: kept ? 'changed' : 'added' };
}

function checkWhole(context: Context, childId: string, { paths }: ImportedFile, into: Into): void {
  for (const id of looseRecords(context, childId)) {
    const message =
      'this record would refer to something that was removed here; bring that back, or remove this';
    into.conflicts.push({ path: paths.get(id) ?? 'this store', message });
  }
}

/** Writes one record into the store inside the caller's transaction; with conflicts the caller must roll back. */
export function importRecord(context: Context, file: ImportedFile, ruleOf: RuleOf): ImportOutcome {
  const { record } = file;
  const into: Into = {
    counts: { added: 0, unchanged: 0, changed: 0, kept: 0 },
    conflicts: [],
    choices: [],
  };
  // Before the minutes: what the file has withdrawn is open again here, and takes the file's new wording.
  for (const finalisation of record.finalisations) {
    if (ruleOf(finalisation.id) === 'take-theirs') withdrawAsTold(context, finalisation);
  }
  const given = { ruleOf, contents: file.contents, paths: file.paths };
  const rows = rowsOf(record);
  for (const name of keysOf(rows)) importKind(context, name, rows[name], given, into);
  for (const [place, draft] of record.drafts.entries()) {
    const id = `${draft.record} ${draft.field}`;
    count(into, importDraft(context, draft, ruleOf(id)), { path: `drafts[${place}]`, id, kind: 'draft' });
  }
  const childId = record.child.id;
  if (into.conflicts.length === 0) checkWhole(context, childId, file, into);
  if (into.counts.added + into.counts.changed > 0) {
    const about = { name: 'child', id: childId, childIds: [childId], what: 'imported', version: 1 } as const;
    writeAudit(context, about, { before: undefined, after: hashOf(JSON.stringify(into.counts)) });
  }
  return { counts: { childId, ...into.counts }, conflicts: into.conflicts, choices: into.choices };
}
