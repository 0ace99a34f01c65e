import { deadlineRecord } from '../../main/core/deadlines/deadlineRecord.ts';
import { createRepositories } from '../../main/core/repositories.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { countDays } from '../../shared/domain/deadlines/count.ts';
import { deadlinesOf, ruleSetOf } from '../../shared/domain/deadlines/deadlinesOf.ts';
import type { RuleInForce } from '../../shared/domain/rules/ruleSet.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import type { Bed } from '../bed.ts';
import { benchDay } from '../caseload/sizes.ts';
import type { Line } from '../lines.ts';
import { repeat, repeatByTurns } from '../timing.ts';

const ruleSet = ruleSetOf(defaultSettings);

/** Every date of every child, from records in memory; by turns with the counting of those same dates and nothing else. */
export async function measureDeadlines(bed: Bed, times: number): Promise<Line[]> {
  const repos = createRepositories(bed.reader);
  const ids = repos.caseload.children();
  const readAll = () => ids.flatMap((id) => deadlineRecord(repos, id, benchDay) ?? []);
  const records = readAll();
  const computeAll = () => records.map((record) => deadlinesOf(record, benchDay, ruleSet));
  const counts = computeAll()
    .flatMap(({ deadlines }) => deadlines)
    .flatMap(({ date }): { rule: RuleInForce; start: IsoDate; end: IsoDate | undefined }[] =>
      date.kind === 'computed' && date.dueAt === undefined
        ? [{ rule: date.rule, start: date.start, end: date.intervalEnd }]
        : [],
    );
  const countAll = () => counts.map(({ rule, start, end }) => countDays(rule, start, ruleSet.calendar, end));
  const computed = await repeatByTurns(times, computeAll, countAll);
  const withReading = await repeat(Math.max(2, Math.floor(times / 10)), () =>
    readAll().map((record) => deadlinesOf(record, benchDay, ruleSet)),
  );
  return [
    {
      id: 'deadlines',
      what: 'All deadlines of all children recomputed, from records in memory',
      unit: 'ms',
      sample: computed.sample,
      budget: { figure: 'median', most: 200 },
      floor: { what: 'dates alone', sample: computed.floor },
      note: `${ids.length} children, ${counts.length} dates`,
    },
    {
      id: 'deadlines-read',
      what: '· the same with reading the records from the store',
      unit: 'ms',
      sample: withReading,
      note: 'what happens once when the rules change',
    },
  ];
}
