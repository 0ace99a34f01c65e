/** Prints dates that must not depend on the machine's zone or locale; a test runs it under several. */
import { recordFromCaseFile } from '../../shared/caseFileRecord.ts';
import { deadlineView } from '../../shared/contract/deadlineView.ts';
import { bankHolidays } from '../../shared/domain/bankHolidays.ts';
import { ageOn, instant, isoDate } from '../../shared/domain/dates.ts';
import { formatInstant, formatLongDate, londonDay } from '../../shared/domain/london.ts';
import { deadlinesOf, ruleSetOf } from '../../shared/domain/deadlines/deadlinesOf.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { addWorkingDays } from '../../shared/domain/workingDays.ts';
import { readCaseload } from './caseload.ts';

const ruleSet = ruleSetOf(defaultSettings);
/** Every date of the demo caseload with its sum in words. */
const demoDates = readCaseload().map(({ file }) => {
  const { deadlines, faults, holdsUntil } = deadlinesOf(
    recordFromCaseFile(file),
    isoDate('2026-10-05'),
    ruleSet,
  );
  const views = deadlines.map((each) =>
    deadlineView(each, { today: isoDate('2026-10-05') }, ruleSet.calendar, 'full'),
  );
  return { views, faults, holdsUntil };
});

const years = Array.from({ length: 28 }, (_, index) => 2008 + index);
const moment = instant('2026-06-30T23:15:00Z');

console.log(
  JSON.stringify({
    due: addWorkingDays(isoDate('2026-12-11'), 20),
    day: londonDay(moment),
    shown: [formatInstant(moment), formatLongDate(isoDate('2026-10-25'))],
    age: ageOn(isoDate('2008-02-29'), isoDate('2026-03-01')),
    holidays: years.flatMap(bankHolidays).length,
    list: years.flatMap(bankHolidays),
    deadlines: demoDates,
  }),
);
