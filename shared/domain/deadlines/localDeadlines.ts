import type { ChildDeadline } from './childDeadline.ts';
import { deadlineOf } from './ask.ts';
import type { Facts } from './facts.ts';
import { startOf } from './starts.ts';

/** The authority's own rules: each from the last time its trigger happened, until its event was done or it is marked so. */
export function localDeadlines(facts: Facts): ChildDeadline[] {
  if (!facts.isLookedAfter) return [];
  return facts.rules.local.flatMap(({ id, trigger, closedBy }) => {
    const start = startOf(facts, trigger);
    const rule = facts.rules.ruleOn(id, start?.on);
    if (!start || rule === undefined) return [];
    const isHours = rule.period?.unit === 'hour';
    if (isHours ? start.at === undefined : start.on === undefined) return [];
    const since = start.on;
    const closing = closedBy && facts.eventsOf(closedBy).find(({ on }) => since !== undefined && on >= since);
    // An event that starts a clock does not end it.
    const doneOn = closing && closing.id !== start.of.id ? closing.on : undefined;
    return deadlineOf(
      {
        kind: 'local',
        rule,
        named: `${id}.${start.of.id}`,
        of: start.of,
        start: start.on,
        ...(isHours && { startAt: start.at }),
        doneOn,
      },
      facts,
    );
  });
}
