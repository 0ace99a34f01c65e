/** The time that an officer means, as HH:MM: `16:00`, `1600`, `4pm`, `4.30 pm`. Undefined for anything else. */
export function parseTime(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?$/.exec(text);
  if (!found) return undefined;
  const [, hours = '', minutes, half] = found;
  // A bare number is no time yet: 4 may be four in the morning.
  if (minutes === undefined && half === undefined) return undefined;
  const isAfternoon = half?.startsWith('p') === true;
  const given = Number(hours);
  if (half !== undefined && (given < 1 || given > 12)) return undefined;
  const hour = half === undefined ? given : (given % 12) + (isAfternoon ? 12 : 0);
  const minute = Number(minutes ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
