/** Prints dates that must not depend on the machine's zone or locale; a test runs it under several. */
import { bankHolidays } from '../../shared/domain/bankHolidays.ts';
import { ageOn, instant, isoDate } from '../../shared/domain/dates.ts';
import { formatInstant, formatLongDate, londonDay } from '../../shared/domain/london.ts';
import { addWorkingDays } from '../../shared/domain/workingDays.ts';

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
  }),
);
