import { CaseFile, caseFileFormat, caseFileVersion } from '../../shared/caseFile.ts';
import type { Issue } from '../../shared/domain/result.ts';
import { checkLimits } from '../core/limits.ts';

/** A case file read as far as it goes, and each thing in it that could not be read, with its place. */
export type ReadAsFar = {
  readonly file: CaseFile;
  readonly unread: readonly Issue[];
  /** The date of birth was one of them: a stand-in is in the file, which nothing may be computed from. */
  readonly isBirthUnknown: boolean;
};

type Path = readonly PropertyKey[];
type Fault = { readonly path: Path; readonly message: string };

/** Stands in for what the file must have and has not, where no date hangs on it. */
const standIns: Readonly<Record<string, unknown>> = {
  'child.dateOfBirth': '1900-01-01',
  'child.fullName': '–',
  'child.preferredName': '–',
  'child.voice': 'about',
  'officer.name': '–',
};
const rounds = 20;

const placeOf = (path: Path) =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./u, '');

function at(value: unknown, path: Path): unknown {
  let here = value;
  for (const part of path)
    here = typeof here === 'object' && here !== null ? Reflect.get(here, part) : undefined;
  return here;
}

/** Takes out what cannot be read: the value, or the whole entry of a list once a value that it must have is gone. */
function takeOut(file: object, { path }: Fault, isAgain: boolean): boolean {
  const name = placeOf(path);
  if (Object.hasOwn(standIns, name))
    return Reflect.set(Object(at(file, path.slice(0, -1))), path.at(-1) ?? '', standIns[name]);
  if (path.at(-1) === 'placement' && path[0] === 'periods' && !isAgain) {
    return Reflect.set(Object(at(file, path.slice(0, -1))), 'placement', 'other');
  }
  const place = path.findLastIndex((part) => typeof part === 'number');
  const isEntry = place === path.length - 1;
  if (!isAgain && !isEntry && path.length > 0) {
    return Reflect.deleteProperty(Object(at(file, path.slice(0, -1))), path.at(-1) ?? '');
  }
  const list = place === -1 ? undefined : at(file, path.slice(0, place));
  if (!Array.isArray(list)) return false;
  // Emptied first, so that the places of the other entries stay what the file says.
  list[Number(path[place])] = undefined;
  return true;
}

function withoutEmptied(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((entry) => entry !== undefined).map(withoutEmptied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withoutEmptied(inner)]));
}

/** The faults of a file, each at its place; those of an entry that was emptied are known already. */
function faultsIn(file: object): Fault[] {
  const parsed = CaseFile.safeParse(file);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue): Fault[] => {
    const { path, message } = issue;
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key], message: 'is not a field of a case file' }));
    return at(file, path) === undefined && typeof path.at(-1) === 'number' ? [] : [{ path, message }];
  });
}

/**
 * Reads a case file for its dates alone: what cannot be right is left out and told, and the rest is kept. Undefined for
 * what is no case file of this version at all.
 */
export function readAsFarAsItGoes(raw: unknown): ReadAsFar | undefined {
  if (!checkLimits(raw).ok || typeof raw !== 'object' || raw === null) return undefined;
  if (Reflect.get(raw, 'format') !== caseFileFormat || Reflect.get(raw, 'version') !== caseFileVersion)
    return undefined;
  const file: object = structuredClone(raw);
  const unread = new Map<string, string>();
  for (let round = 0; round < rounds; round += 1) {
    const faults = faultsIn(file);
    if (faults.length === 0) break;
    for (const fault of faults) {
      const name = placeOf(fault.path);
      if (!takeOut(file, fault, unread.has(name))) return undefined;
      if (!unread.has(name)) unread.set(name, fault.message);
    }
  }
  const parsed = CaseFile.safeParse(withoutEmptied(file));
  if (!parsed.success) return undefined;
  return {
    file: parsed.data,
    unread: [...unread].map(([path, message]) => ({ path, message })),
    isBirthUnknown: unread.has('child.dateOfBirth'),
  };
}
