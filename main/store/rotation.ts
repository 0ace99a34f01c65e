import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/London';
const pattern = /^golden-thread-backup-(\d{4}-\d{2}-\d{2}T)(\d{2})(\d{2})(\d{2})Z$/;

/** How many of each stay: the newest of so many days, weeks (from Monday) and months that have a backup. */
export const keptBackups = { days: 7, weeks: 4, months: 12 } as const;

/** The folder name of a backup made at `now` (an instant with `Z`): a time and nothing else. */
export function backupName(now: string): string {
  const instant = Temporal.Instant.from(now).round({ smallestUnit: 'second', roundingMode: 'trunc' });
  return `golden-thread-backup-${instant.toString().replaceAll(':', '')}`;
}

/** When a backup of that name was made, as an instant; undefined when it is no backup's name. */
export function instantOfBackup(name: string): string | undefined {
  const parts = pattern.exec(name);
  if (!parts) return undefined;
  const [, day = '', hour = '', minute = '', second = ''] = parts;
  try {
    return Temporal.Instant.from(`${day}${hour}:${minute}:${second}Z`).toString();
  } catch {
    return undefined;
  }
}

/** The day in Europe/London (YYYY-MM-DD) of an instant. */
export function dayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function weekOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/**
 * Which of a folder's backup `names` stay on `today` (Europe/London day). Counted over days that have a backup,
 * so that three weeks of leave cost nothing. Names of another kind, and of days to come (a clock that was wrong),
 * are not ours to judge: they stay and do not count.
 */
export function backupsToKeep(names: readonly string[], today: string): ReadonlySet<string> {
  const kept = new Set<string>();
  const known: { name: string; instant: string; day: string }[] = [];
  for (const name of names) {
    const instant = instantOfBackup(name);
    const day = instant && dayOf(instant);
    if (!instant || !day || day > today) kept.add(name);
    else known.push({ name, instant, day });
  }
  const newestFirst = known.toSorted((a, b) => (a.instant < b.instant ? 1 : -1));
  const keepNewestOf = (count: number, periodOf: (day: string) => string) => {
    const seen = new Set<string>();
    for (const { name, day } of newestFirst) {
      const period = periodOf(day);
      if (seen.has(period)) continue;
      if (seen.size === count) return;
      seen.add(period);
      kept.add(name);
    }
  };
  keepNewestOf(keptBackups.days, (day) => day);
  keepNewestOf(keptBackups.weeks, weekOf);
  keepNewestOf(keptBackups.months, (day) => day.slice(0, 7));
  return kept;
}

/** Whether today (Europe/London day) still lacks its backup; `lastBackup` is the instant of the last one. */
export function backupIsDue(lastBackup: string | undefined, today: string): boolean {
  // A last backup of a day to come means that a clock was wrong: better one too many.
  return lastBackup === undefined || dayOf(lastBackup) !== today;
}
