import { deadlineView } from '../../shared/contract/deadlineView.ts';
import { pathsOf } from '../../shared/caseFileReferences.ts';
import { recordFromCaseFile } from '../../shared/caseFileRecord.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { FactFault } from '../../shared/domain/deadlines/childDeadline.ts';
import { deadlinesOf, ruleSetOf } from '../../shared/domain/deadlines/deadlinesOf.ts';
import type { RuleSet } from '../../shared/domain/deadlines/facts.ts';
import { fail } from '../../shared/domain/result.ts';
import { readRuleFile } from '../../shared/domain/rules/ruleFile.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import type { Arguments } from './arguments.ts';
import { todayOf } from './arguments.ts';
import { Failed } from './client.ts';
import type { ReadAsFar } from './lenientCaseFile.ts';
import { readAsFarAsItGoes } from './lenientCaseFile.ts';
import { readJsonFile, readTextFile } from './readFiles.ts';

/** The shipped rules, or those of an authority's file (`--rules`). */
function rulesFrom(path: string | undefined): RuleSet {
  if (path === undefined) return ruleSetOf(defaultSettings);
  const read = readRuleFile(readTextFile(path, 'the file of rules'));
  if (!read.ok) throw new Failed(read.error);
  const { rules, localRules, schoolTerms, extraNonWorkingDays } = read.value;
  return ruleSetOf({ ...defaultSettings, rules, localRules, schoolTerms, extraNonWorkingDays });
}

function findingsOf({ file, unread }: ReadAsFar, faults: readonly FactFault[]) {
  const paths = pathsOf(file);
  const ofFacts = faults.map(({ code, what, remedy, of, field }) => {
    const place = of.entity === 'child' ? 'child' : (paths.get(of.id) ?? of.entity);
    return { code, what, remedy, path: field === 'periods' ? field : `${place}.${field}` };
  });
  const ofFile = unread.map(({ path, message }) => ({
    code: 'not-readable' as const,
    what: `This could not be read, and is left out: ${message}.`,
    remedy: 'Mend it in the file.',
    path,
  }));
  return [...ofFile, ...ofFacts];
}

function datesOf(name: string, read: ReadAsFar, today: IsoDate, rules: RuleSet) {
  const record = recordFromCaseFile(read.file);
  const { dateOfBirth, ...child } = record.child;
  const known = { ...record, child: { ...child, ...(!read.isBirthUnknown && { dateOfBirth }) } };
  const { deadlines, faults } = deadlinesOf(known, today, rules);
  return {
    file: name,
    today,
    findings: findingsOf(read, faults),
    deadlines: deadlines.map((deadline) => deadlineView(deadline, { today }, rules.calendar, 'full')),
  };
}

/** Every date that the rules give each child: what cannot be right in a file is a finding, and the rest is computed. */
export async function deadlines({ files, values }: Arguments): Promise<{ readonly value: unknown }> {
  const today = todayOf(values);
  if (files.length === 0) throw new Failed(fail('invalid-input', 'Give at least one case file.').error);
  const rules = rulesFrom(values.rules);
  const value = files.map((path, place) => {
    const name = `file ${place + 1}`;
    const read = readAsFarAsItGoes(readJsonFile(path, name));
    if (read) return datesOf(name, read, today, rules);
    throw new Failed(
      fail('invalid-input', `${name} is not a Golden Thread case file that this program reads.`).error,
    );
  });
  return { value };
}
