import { rmSync } from 'node:fs';
import { caseFileJsonSchema } from '../../shared/caseFile.ts';
import type { Output } from '../../shared/contract.ts';
import { documentKinds } from '../../shared/domain/model/issue.ts';
import type { DocumentKind } from '../../shared/domain/model/issue.ts';
import { fail } from '../../shared/domain/result.ts';
import { createCore } from '../core/core.ts';
import type { Arguments } from './arguments.ts';
import { required, secretOf, todayOf } from './arguments.ts';
import type { Call } from './client.ts';
import { Failed, callerOf } from './client.ts';
import { deadlines } from './deadlines.ts';
import { exportDocuments } from './exportDocuments.ts';
import { newestReview } from './newestReview.ts';
import type { CommandName } from './outputs.ts';
import { readCaseFiles, readLetterheadFile } from './readFiles.ts';
import { clockAt, coreLog, withThrowAwayStore } from './throwAwayStore.ts';

/** What a command gives back: a value for stdout, and whether something blocks (exit 1). */
export type Outcome = { readonly value: unknown; readonly isBlocked?: boolean };

const conflictRules = ['refuse', 'keep-mine', 'take-theirs'] as const;

function bad(message: string): Failed {
  return new Failed(fail('invalid-input', message).error);
}

/** Opens the store in `--store` with the passphrase from a file or the prompt, and locks it afterwards. */
async function withStore<T>(args: Arguments, work: (call: Call) => Promise<T>): Promise<T> {
  const { values } = args;
  const core = createCore({
    dir: required(values, 'store'),
    clock: clockAt(todayOf(values)).now,
    log: coreLog,
  });
  try {
    const call = callerOf(core);
    const { state } = await call('vault:status', {});
    if (state === 'none')
      throw bad('There is no store in --store. Make one with: import FILE… --store DIR --new');
    const passphrase = await secretOf(values['passphrase-file'], 'Passphrase: ');
    await call('vault:unlock', { passphrase });
    return await work(call);
  } finally {
    await core.close();
  }
}

async function importFiles(args: Arguments): Promise<Outcome> {
  const { values } = args;
  const read = readCaseFiles(filesOf(args));
  const onConflict = conflictRules.find((rule) => rule === (values['on-conflict'] ?? 'refuse'));
  if (!onConflict) throw bad(`--on-conflict is one of ${conflictRules.join(', ')}.`);
  const importAll = async (call: Call) =>
    call('caseFile:import', { files: read.map(({ raw }) => raw), onConflict });
  if (values.new !== true) return { value: await withStore(args, importAll) };
  const first = read[0];
  if (!first) throw bad('Give at least one case file.');
  let [isMade, isKept] = [false, false];
  const core = createCore({
    dir: required(values, 'store'),
    clock: clockAt(todayOf(values)).now,
    log: coreLog,
  });
  try {
    const call = callerOf(core);
    const passphrase = await secretOf(values['passphrase-file'], 'New passphrase: ');
    const { recoveryKey } = await call('vault:create', { passphrase, officer: first.file.officer });
    isMade = true;
    const report = await importAll(call);
    isKept = true;
    return { value: { recoveryKey, ...report } };
  } finally {
    await core.close();
    // Made a moment ago, and nobody has seen its recovery key: an empty store would only be in the way.
    if (isMade && !isKept) rmSync(required(values, 'store'), { recursive: true, force: true });
  }
}

function filesOf({ files }: Arguments): readonly string[] {
  if (files.length === 0) throw bad('Give at least one case file.');
  return files;
}

type CheckedFile = {
  readonly file: string;
  readonly review: string | null;
  readonly findings: Output<'review:check'>;
};

/** Findings for the newest review of each file that is not finalised. */
async function check(args: Arguments): Promise<Outcome> {
  const today = todayOf(args.values);
  const read = readCaseFiles(filesOf(args));
  const officer = read[0]?.file.officer;
  if (!officer) throw bad('Give at least one case file.');
  const checked = await withThrowAwayStore(officer, today, async ({ call }) => {
    await call('caseFile:import', { files: read.map(({ raw }) => raw), onConflict: 'refuse' });
    const results: CheckedFile[] = [];
    for (const { name, file } of read) {
      const review = newestReview(file, 'open');
      const findings = review ? await call('review:check', { id: review.id }) : [];
      results.push({ file: name, review: review?.id ?? null, findings });
    }
    return results;
  });
  const isBlocked = checked.some(({ findings }) => findings.some((finding) => finding.severity === 'must'));
  return { value: checked, isBlocked };
}

function documentOf(name: string): DocumentKind {
  const kind = documentKinds.find((candidate) => candidate === name);
  if (!kind) throw bad(`--document is one of ${documentKinds.join(', ')}.`);
  return kind;
}

async function exportFiles(args: Arguments): Promise<Outcome> {
  const { values } = args;
  const today = todayOf(values);
  const document = documentOf(required(values, 'document'));
  const out = required(values, 'out');
  const read = readCaseFiles(filesOf(args));
  const officer = read[0]?.file.officer;
  if (!officer) throw bad('Give at least one case file.');
  const letterhead = values.letterhead === undefined ? undefined : readLetterheadFile(values.letterhead);
  const written = await withThrowAwayStore(officer, today, async ({ call }) => {
    await call('caseFile:import', { files: read.map(({ raw }) => raw), onConflict: 'refuse' });
    if (letterhead) {
      await call('letterhead:add', { name: 'Letterhead', content: letterhead.toString('base64') });
    }
    const wanted = { document, out, ...(values.for !== undefined && { role: values.for }) };
    const results: Awaited<ReturnType<typeof exportDocuments>> = [];
    for (const { file } of read) {
      const review =
        file.reviews.find((candidate) => candidate.id === values.review) ?? newestReview(file, 'any');
      if (!review) throw bad('A file has no review to print.');
      results.push(...(await exportDocuments(call, file, review, wanted)));
    }
    return results;
  });
  return { value: written, isBlocked: written.some((row) => row.problems.length > 0) };
}

async function exportCase(args: Arguments): Promise<Outcome> {
  const id = required(args.values, 'child');
  return { value: await withStore(args, (call) => call('caseFile:export', { id })) };
}

async function backup(args: Arguments): Promise<Outcome> {
  const folder = required(args.values, 'to');
  return { value: await withStore(args, (call) => call('backup:run', { folder })) };
}

async function restore(args: Arguments): Promise<Outcome> {
  const { values } = args;
  const core = createCore({
    dir: required(values, 'store'),
    clock: clockAt(todayOf(values)).now,
    log: coreLog,
  });
  try {
    const recoveryFile = values['recovery-key-file'];
    const proof =
      recoveryFile === undefined
        ? { passphrase: await secretOf(values['passphrase-file'], 'Passphrase of the backup: ') }
        : { recoveryKey: await secretOf(recoveryFile, '') };
    await callerOf(core)('restore:run', { folder: required(values, 'from'), proof });
    return { value: { restored: true } };
  } finally {
    await core.close();
  }
}

/** Every command but `demo` and `help`, by its name. */
export const commands: Readonly<Record<Exclude<CommandName, 'demo'>, (args: Arguments) => Promise<Outcome>>> =
  {
    schema: async () => ({ value: caseFileJsonSchema() }),
    import: importFiles,
    check,
    deadlines,
    export: (args) => (args.values.child === undefined ? exportFiles(args) : exportCase(args)),
    backup,
    restore,
  };
