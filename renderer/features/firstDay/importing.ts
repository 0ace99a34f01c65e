import type { ImportChoice, ImportConflicts } from '../../../shared/contract/shapes.ts';
import { ImportConflicts as ConflictsSchema } from '../../../shared/contract/shapes.ts';
import type { Output } from '../../../shared/contract.ts';
import type { AppError, Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { bytesOf } from './readSheetFile.ts';

type Counts = Output<'caseFile:import'>['children'][number];

/** A file that was chosen, as far as it is JSON. */
export type ChosenFile = { readonly name: string; readonly read: Result<unknown> };

/** What became of one file; each comes in whole or not at all. */
export type Outcome =
  | { readonly kind: 'imported'; readonly counts: Counts }
  | { readonly kind: 'faulty'; readonly error: AppError }
  | { readonly kind: 'left-out' };

export type Importing = {
  readonly files: readonly ChosenFile[];
  /** Of the files so far, in their order. */
  readonly outcomes: readonly Outcome[];
  readonly state: 'running' | 'stopping' | 'stopped' | 'done' | 'asking';
  /** While it asks: what the file at hand and this store both hold. */
  readonly error?: AppError;
  readonly conflicts?: ImportConflicts;
};

export type Attempt = (file: unknown, choices: readonly ImportChoice[]) => Promise<Result<Counts>>;

/** Reads what was chosen; a file that is no JSON is told in its turn, and the others come in. */
export function chosenFiles(
  files: readonly { readonly name: string; readonly content: string }[],
): ChosenFile[] {
  return files.map(({ name, content }) => {
    try {
      const value: unknown = JSON.parse(new TextDecoder().decode(bytesOf(content)));
      return { name, read: ok(value) };
    } catch {
      return { name, read: fail('invalid-input', 'This is not a case file: it is not JSON.') };
    }
  });
}

/** The conflicts in a failure where every one of them can be chosen; undefined where one cannot. */
function toAsk(error: AppError): ImportConflicts | undefined {
  if (error.code !== 'conflict') return undefined;
  const found = ConflictsSchema.safeParse(error.current);
  if (!found.success) return undefined;
  const places = new Set(found.data.map(({ path }) => path));
  return error.issues?.every(({ path }) => places.has(path)) === true ? found.data : undefined;
}

/** After one file: the next one is due, unless nothing is left or somebody stopped it. */
function after(now: Importing, outcome: Outcome): Importing {
  const outcomes = [...now.outcomes, outcome];
  const isLast = outcomes.length === now.files.length;
  const state = isLast ? 'done' : now.state === 'stopping' ? 'stopped' : 'running';
  return { files: now.files, outcomes, state };
}

/** Brings in the file whose turn it is. Its own faults never keep the next one out. */
export async function importNext(
  now: Importing,
  choices: readonly ImportChoice[],
  attempt: Attempt,
): Promise<(latest: Importing) => Importing> {
  const file = now.files[now.outcomes.length];
  if (!file) return (latest) => ({ ...latest, state: 'done' });
  const { read } = file;
  if (!read.ok) return (latest) => after(latest, { kind: 'faulty', error: read.error });
  const result = await attempt(read.value, choices);
  if (result.ok) return (latest) => after(latest, { kind: 'imported', counts: result.value });
  const { error } = result;
  const conflicts = toAsk(error);
  if (!conflicts) return (latest) => after(latest, { kind: 'faulty', error });
  return ({ files, outcomes }) => ({ files, outcomes, state: 'asking', error, conflicts });
}

/** The file at hand is not brought in: the next one's turn. */
export function leaveOut(now: Importing): Importing {
  return after({ ...now, state: 'running' }, { kind: 'left-out' });
}
