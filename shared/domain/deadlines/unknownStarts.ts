import type { PeriodKind } from '../model/child.ts';
import type { Ask } from './ask.ts';
import type { ChildDeadline, FactFault } from './childDeadline.ts';
import type { Facts } from './facts.ts';
import { faultTable } from './faultTable.ts';

/** Why no clock runs from a period whose first day nobody gave. */
export const noStartWords: Readonly<Record<PeriodKind, string>> = {
  'looked-after': 'Since when the child is looked after is not recorded.',
  'legal-status': 'Since when this legal status holds is not recorded.',
  placement: 'Since when the child lives in this placement is not recorded.',
  'social-worker': 'Since when this social worker has the case is not recorded.',
  school: 'Since when the child goes to this school is not recorded.',
};

/**
 * An ask whose clock would start on the first day of a period, without that day where nobody gave it: what only stands
 * in for it starts nothing, and shows nothing to have been done since.
 */
export function withKnownStart(ask: Ask, facts: Facts): Ask {
  const period = ask.of.entity === 'period' ? facts.unknownStarts.get(ask.of.id) : undefined;
  if (period === undefined || ask.start !== period.from) return ask;
  return { ...ask, start: undefined, doneOn: undefined, why: noStartWords[period.kind] };
}

/** The periods whose first day is missing for one of these dates, or for the whole time of being looked after. */
export function unknownStartFaults(facts: Facts, deadlines: readonly ChildDeadline[]): FactFault[] {
  const stopped = new Set(
    deadlines.flatMap(({ date, trigger: { of } }) => (date.kind === 'not-computed' ? [of.id] : [])),
  );
  return [...facts.unknownStarts.values()]
    .filter(({ id }) => stopped.has(id) || id === facts.current?.id)
    .map(({ id, kind }) => ({
      code: 'start-unknown',
      what: `${noStartWords[kind].replace(/\.$/u, '')}: what counts from that day is not computed.`,
      of: { entity: 'period', id },
      ...faultTable['start-unknown'],
    }));
}
