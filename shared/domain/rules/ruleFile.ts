import * as z from 'zod';
import { FilledLine } from '../model/common.ts';
import type { Issue, Result } from '../result.ts';
import { fail, ok } from '../result.ts';
import { SchoolTerm } from '../schoolTerms.ts';
import { IsoDate } from '../dates.ts';
import { countFaults } from './countable.ts';
import { LocalRule, RuleSettings } from './ruleSet.ts';

export const ruleFileFormat = 'golden-thread-rules';
export const ruleFileVersion = 1;

/** An authority's set of rules as one file: what differs from the shipped table, its own rules, its days and terms. */
export const RuleFile = z.strictObject({
  format: z.literal(ruleFileFormat),
  version: z.literal(ruleFileVersion),
  /** Whose set it is, as they name it. */
  authority: FilledLine.optional(),
  exportedOn: IsoDate.optional(),
  rules: RuleSettings,
  localRules: z.array(LocalRule).max(100),
  schoolTerms: z.array(SchoolTerm).max(200),
  extraNonWorkingDays: z.array(z.strictObject({ date: IsoDate, name: FilledLine })),
});
export type RuleFile = z.infer<typeof RuleFile>;

const notOne = 'This is not a file of rules. Choose the .json file that another Golden Thread exported.';

function issueOf({ path, message }: { path: PropertyKey[]; message: string }): Issue {
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : String(part))).join('.');
  return { path: place.replaceAll('.[', '['), message };
}

/** What fits the shape and cannot be right all the same: a rule that no date can come of, one id given twice. */
function faultsOfFile(file: RuleFile): Issue[] {
  const ids = file.localRules.map(({ id }) => id);
  const twice = ids.flatMap((id, place) =>
    ids.indexOf(id) < place ? [{ path: `localRules[${place}].id`, message: `${id} stands here twice` }] : [],
  );
  return [...countFaults(file).map(({ path, message }) => ({ path, message })), ...twice];
}

/**
 * The rules that a file's text holds. Failures: `invalid-input` with an issue for each thing that is wrong in it and
 * where, `store-newer` for a version that this program does not know. Nothing is taken of a file with a fault.
 */
export function readRuleFile(text: string): Result<RuleFile> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('invalid-input', notOne);
  }
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== ruleFileFormat)
    return fail('invalid-input', notOne);
  if (!('version' in json) || json.version !== ruleFileVersion) {
    return fail(
      'store-newer',
      'This file of rules was made by a newer Golden Thread. Update this one first.',
    );
  }
  const read = RuleFile.safeParse(json);
  const issues = read.success ? faultsOfFile(read.data) : read.error.issues.map(issueOf);
  if (read.success && issues.length === 0) return ok(read.data);
  const count = issues.length === 1 ? 'One thing' : `${issues.length} things`;
  return fail('invalid-input', `${count} in this file cannot be right. Nothing was taken of it.`, { issues });
}
