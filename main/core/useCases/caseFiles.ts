import type { CaseFile, Officer } from '../../../shared/caseFile.ts';
import { pathsOf } from '../../../shared/caseFileReferences.ts';
import { attachmentsOf, caseFileFromRecord, recordFromCaseFile } from '../../../shared/caseFileRecord.ts';
import type { Output, Parsed } from '../../../shared/contract.ts';
import type { ImportConflicts } from '../../../shared/contract/shapes.ts';
import type { FieldDraft } from '../../../shared/domain/model/issue.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { Issue, Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { isEntityName } from '../../store/entities.ts';
import { readCaseFile } from '../caseFileReading.ts';
import { changeOnce } from '../changeOnce.ts';
import type { Context, SyncHandler, TaskHandler } from '../context.ts';
import { fileIdOf } from '../fileIds.ts';
import type { RuleOf } from '../importRecord.ts';
import { importRecord } from '../importRecord.ts';
import { withFiles } from '../keptFiles.ts';
import { loadRecord } from '../loadRecord.ts';

type ChildReport = Output<'caseFile:import'>['children'][number];

function readAll(files: readonly unknown[]): Result<CaseFile[]> {
  const read: CaseFile[] = [];
  const issues: Issue[] = [];
  for (const [place, file] of files.entries()) {
    const result = readCaseFile(file);
    if (result.ok) read.push(result.value);
    else {
      const found = result.error.issues ?? [{ path: '', message: result.error.message }];
      issues.push(
        ...found.map((issue) => ({
          ...issue,
          path: `files[${place}]${issue.path === '' ? '' : '.'}${issue.path}`,
        })),
      );
    }
  }
  const children = read.map((file) => file.child.id);
  for (const [place, id] of children.entries()) {
    if (children.indexOf(id) < place)
      issues.push({ path: `files[${place}].child.id`, message: 'another file holds the same child' });
  }
  if (issues.length === 0) return ok(read);
  return fail('invalid-input', 'A case file has faults. Nothing was imported.', { issues });
}

/**
 * The bytes that a file brings. A file kept here under the same id stays: then its row here and the file's differ
 * in their hash too, and the caller's rule decides over the row.
 */
function bytesIn(context: Context, files: readonly CaseFile[]): Map<string, Uint8Array> {
  const bytes = new Map<string, Uint8Array>();
  const kept = new Set(context.store.files.list());
  for (const file of files) {
    const attached = attachmentsOf(file);
    for (const [id, content] of [...attached.papers, ...attached.issued]) {
      if (!kept.has(fileIdOf(id))) bytes.set(id, Buffer.from(content, 'base64'));
    }
  }
  return bytes;
}

/** A file is written once: bytes that differ from those kept here cannot take their place. */
function otherBytes(context: Context, file: CaseFile, place: number, ruleOf: RuleOf): Issue[] {
  const attached = attachmentsOf(file);
  const paths = pathsOf(file);
  return [...attached.papers, ...attached.issued].flatMap(([id, content]) => {
    if (ruleOf(id) === 'keep-mine') return [];
    const kept = context.store.files.read(fileIdOf(id));
    if (!kept.ok || kept.value.equals(Buffer.from(content, 'base64'))) return [];
    const path = `files[${place}].${paths.get(id) ?? ''}.content`;
    return [{ path, message: 'this store keeps another file under this id' }];
  });
}

function importAll(
  context: Context,
  files: readonly CaseFile[],
  ruleOf: RuleOf,
): Result<Output<'caseFile:import'>> {
  const children: ChildReport[] = [];
  const issues: Issue[] = [];
  const choices: ImportConflicts = [];
  for (const [place, file] of files.entries()) {
    issues.push(...otherBytes(context, file, place, ruleOf));
    const report = importRecord(
      context,
      {
        record: recordFromCaseFile(file),
        contents: attachmentsOf(file).finalisations,
        paths: pathsOf(file),
      },
      ruleOf,
    );
    children.push(report.counts);
    choices.push(...report.choices.map((choice) => ({ ...choice, path: `files[${place}].${choice.path}` })));
    issues.push(...report.conflicts.map((issue) => ({ ...issue, path: `files[${place}].${issue.path}` })));
  }
  if (issues.length === 0) return ok({ children });
  return fail(
    'conflict',
    'This store holds other versions of some of these records. Nothing was imported. Choose which to keep.',
    { issues, ...(choices.length > 0 && { current: choices }) },
  );
}

/** The rule for each record: what was chosen for it, else the one for all. */
function ruleFor({ onConflict, choices = [] }: Parsed<'caseFile:import'>): RuleOf {
  const chosen = new Map(choices.map(({ id, keep }) => [id, keep]));
  const rules = { mine: 'keep-mine', theirs: 'take-theirs' } as const;
  return (id) => {
    const keep = chosen.get(id);
    return keep ? rules[keep] : onConflict;
  };
}

/**
 * Imports case files, all or nothing, merged by id: what is the same stays, what is new is added, what differs is
 * shown as a conflict unless the caller has chosen which to keep. Finalised content never changes.
 */
const importFiles: TaskHandler<'caseFile:import'> = async (input, context) => {
  const read = readAll(input.files);
  if (!read.ok) return read;
  return changeOnce(context, 'caseFile:import', () =>
    withFiles(context.store, bytesIn(context, read.value), () =>
      importAll(context, read.value, ruleFor(input)),
    ),
  );
};

/** What was typed into a record that was taken out since is no part of the child's record. */
function withoutTakenOut(context: Context, record: ChildRecord): ChildRecord {
  const isAside = ({ entity, record: id }: FieldDraft) =>
    isEntityName(entity) && context.repos.entities.findRaw(entity, id)?.isRemoved === true;
  return { ...record, drafts: record.drafts.filter((draft) => !isAside(draft)) };
}

function bytesOf(context: Context, ids: readonly string[]): Result<Map<string, string>> {
  const contents = new Map<string, string>();
  for (const id of ids) {
    const bytes = context.store.files.read(fileIdOf(id));
    if (bytes.ok) contents.set(id, bytes.value.toString('base64'));
    // A paper imported without its bytes has a row and no file: that is what the file said.
    else if (bytes.error.code !== 'not-found') return bytes;
  }
  return ok(contents);
}

/** One child's whole record as a case file, with papers, issued files and frozen contents; withdrawn ones stay sealed. */
export function exportCaseFile(context: Context, childId: string): Result<CaseFile> {
  const loaded = loadRecord(context.repos, childId);
  if (!loaded) return fail('not-found', 'This child is not in this store.');
  const record = withoutTakenOut(context, loaded.record);
  const papers = bytesOf(
    context,
    record.papers.map((paper) => paper.id),
  );
  const issued = bytesOf(
    context,
    record.issued.map((row) => row.id),
  );
  if (!papers.ok) return papers;
  if (!issued.ok) return issued;
  const finalisations = new Map(
    record.finalisations
      .filter((row) => row.withdrawn === undefined)
      .flatMap((row) => {
        const content = context.repos.contents.read(row.id);
        return content === undefined ? [] : [[row.id, content] as const];
      }),
  );
  const { id: _id, ...officer } = context.officer;
  const named: Officer = officer;
  return ok(caseFileFromRecord(record, named, { papers: papers.value, issued: issued.value, finalisations }));
}

const exportFile: SyncHandler<'caseFile:export'> = ({ id }, context) => exportCaseFile(context, id);

export const caseFileSync = { 'caseFile:export': exportFile };
export const caseFileTasks = { 'caseFile:import': importFiles };
