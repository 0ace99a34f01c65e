import { daysBetween } from '../../../shared/domain/dates.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { DatedEvent } from '../../../shared/domain/model/events.ts';
import { episodeKinds, eventName } from '../../../shared/report/contentFacts.ts';
import { standingOf } from '../../../shared/report/datesTable.ts';
import type { ChildView } from './childData.ts';

/** A check, plan or meeting that is late, or due before long. */
export type NearDate = {
  readonly name: string;
  readonly due: IsoDate;
  readonly isLate: boolean;
  readonly lastOn: IsoDate | undefined;
  readonly line: string;
};

const near = 60;

/** Dates past, or within 60 days, the earliest first; a recorded refusal asks for nothing. */
export function nearDates({ events }: Pick<ChildView, 'events'>, today: IsoDate): NearDate[] {
  const byName = new Map<string, DatedEvent[]>();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same shape; what was read is never changed
  for (const event of events as readonly DatedEvent[]) {
    if (episodeKinds.includes(event.kind)) continue;
    const key = `${event.kind} ${eventName(event)}`;
    byName.set(key, [...(byName.get(key) ?? []), event]);
  }
  return [...byName.values()]
    .flatMap((group): NearDate[] => {
      const [first] = group;
      if (!first) return [];
      const label = eventName(first);
      const sorted = group.toSorted((a, b) => ((a.on ?? a.dueOn ?? '') < (b.on ?? b.dueOn ?? '') ? -1 : 1));
      const { last, nextDue, told } = standingOf({ label, kind: first.kind, events: sorted }, today);
      if (!nextDue || told?.isRefused === true || daysBetween(today, nextDue) > near) return [];
      return [
        { name: label, due: nextDue, isLate: nextDue < today, lastOn: last?.on, line: last?.line ?? '' },
      ];
    })
    .sort((a, b) => (a.due < b.due ? -1 : 1));
}
