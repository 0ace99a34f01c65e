import type { IsoDate } from '../../shared/domain/dates.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { calendarOf } from '../../shared/domain/settings.ts';
import { workingDaysBetween } from '../../shared/domain/workingDays.ts';

/** Working days from today to a day: negative when it has passed. */
export function workingDaysLeft(today: IsoDate, due: IsoDate, settings: Settings): number {
  const calendar = calendarOf(settings);
  return due >= today ? workingDaysBetween(today, due, calendar) : -workingDaysBetween(due, today, calendar);
}
