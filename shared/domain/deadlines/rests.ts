import type { IsoDate } from '../dates.ts';
import type { ActionId } from '../ids.ts';
import type { DeadlineMark } from '../model/deadlineMarks.ts';

const promise = 'action:';

/** The name under which a promise may rest: no rule gives its day, so it is named apart from the computed dates. */
export function promiseKey(id: ActionId): string {
  return `${promise}${id}`;
}

/** The promise that a name means; undefined for the name of a computed date. */
export function promiseOfKey(key: string): string | undefined {
  return key.startsWith(promise) ? key.slice(promise.length) : undefined;
}

/** What rests beyond a day, by name, with the day on which it is back; of several marks the newest holds. */
export function restingOn(marks: readonly DeadlineMark[], today: IsoDate): ReadonlyMap<string, IsoDate> {
  const newest = new Map<string, IsoDate>();
  const inOrder = [...marks].sort((a, b) =>
    `${a.on} ${a.id}` < `${b.on} ${b.id}` ? -1 : `${a.on} ${a.id}` > `${b.on} ${b.id}` ? 1 : 0,
  );
  for (const mark of inOrder) if (mark.kind === 'snooze') newest.set(mark.deadline, mark.until);
  return new Map([...newest].filter(([, until]) => until > today));
}
