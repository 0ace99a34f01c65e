import type { IsoDate } from '../dates.ts';
import { addMonths, birthday, compareDates, latest } from '../dates.ts';
import type { EventKind } from '../model/events.ts';
import type { RuleId } from '../rules/table.ts';
import { deadlineOf } from './ask.ts';
import type { About, ChildDeadline, DeadlineKind } from './childDeadline.ts';
import { computeDue } from './deadline.ts';
import type { Facts, Happened } from './facts.ts';

const of = ({ id }: { readonly id: string }): About => ({ entity: 'event', id });

function plannedFor(facts: Facts, kind: EventKind): IsoDate | undefined {
  const planned = facts.plannedOf(kind)[0]?.dueOn;
  const next = facts.eventsOf(kind).at(-1)?.nextDueOn;
  return planned ?? next;
}

/** The assessment after this one: every six months until the fifth birthday, every twelve from it on. */
function assessmentRule(facts: Facts, last: Happened): RuleId {
  if (facts.born === undefined) return 'H-03';
  const rule = facts.rules.ruleOn('H-02', last.on);
  const six = rule && computeDue(rule, last.on, facts.calendar);
  const fifth = birthday(facts.born, 5);
  // One that would fall due on the birthday itself is that of a child of five.
  const isUnderFive = six?.kind === 'computed' ? six.due < fifth : addMonths(last.on, 6) < fifth;
  return isUnderFive ? 'H-02' : 'H-03';
}

/** The first assessment, then one after another: the last that was done and the next. */
function assessments(facts: Facts): ChildDeadline[] {
  const { current } = facts;
  if (!current) return [];
  const done = facts.eventsOf('health-assessment');
  const own = done.filter(({ on }) => on >= current.from);
  const kind = 'health-assessment';
  const first = own[0];
  const second = own.at(-2);
  const last = own.at(-1) ?? done.at(-1);
  const period: About = { entity: 'period', id: current.id };
  const initial = deadlineOf(
    {
      kind,
      rule: 'H-01',
      start: current.from,
      of: period,
      doneOn: first?.on,
      isRefused: first?.isRefused,
      setFor: plannedFor(facts, kind),
      isUnrecorded: done.length === 0,
    },
    facts,
  );
  if (!first || !last) return initial;
  const lastDone = second
    ? deadlineOf(
        {
          kind,
          rule: assessmentRule(facts, second),
          start: second.on,
          of: of(second),
          doneOn: last.on,
          isRefused: last.isRefused,
        },
        facts,
      )
    : initial;
  const next = deadlineOf(
    {
      kind,
      rule: assessmentRule(facts, last),
      start: last.on,
      of: of(last),
      setFor: plannedFor(facts, kind),
    },
    facts,
  );
  return [...lastDone, ...next];
}

/** What comes round again so long after the last: a dentist, an eye test. Nothing recorded, nothing counted. */
function recurring(facts: Facts, kind: DeadlineKind, event: EventKind, rule: RuleId): ChildDeadline[] {
  const done = facts.eventsOf(event);
  const last = done.at(-1);
  const before = done.at(-2);
  const setFor = plannedFor(facts, event);
  if (!last) {
    const child: About = { entity: 'child', id: facts.record.child.id };
    const why = 'None is recorded: enter the last one.';
    return deadlineOf({ kind, rule, of: child, why, setFor, isUnrecorded: true }, facts);
  }
  return [
    ...(before
      ? deadlineOf(
          { kind, rule, start: before.on, of: of(before), doneOn: last.on, isRefused: last.isRefused },
          facts,
        )
      : []),
    ...deadlineOf({ kind, rule, start: last.on, of: of(last), setFor }, facts),
  ];
}

/** Checks whose next day somebody has set: by name, each the newest, open until one of its name was done since. */
function asSet(facts: Facts, kind: DeadlineKind, event: EventKind, rule: RuleId): ChildDeadline[] {
  const set = new Map<string, { on: IsoDate; of: About }>();
  for (const each of facts.eventsOf(event)) {
    const name = each.label ?? '';
    set.delete(name);
    if (each.nextDueOn !== undefined) set.set(name, { on: each.nextDueOn, of: of(each) });
  }
  for (const each of facts.plannedOf(event)) set.set(each.label ?? '', { on: each.dueOn, of: of(each) });
  return [...set.values()]
    .sort((a, b) => compareDates(a.on, b.on))
    .flatMap((day) => deadlineOf({ kind, rule, start: day.on, of: day.of }, facts));
}

/** Yearly from 4 to 16 (until the seventeenth birthday). */
function questionnaires(facts: Facts): ChildDeadline[] {
  const { born, current } = facts;
  if (born === undefined || !current) return [];
  const [fourth, end] = [birthday(born, 4), birthday(born, 17)];
  if (!facts.hasCome(fourth)) return [];
  const last = facts.eventsOf('sdq').findLast(({ on }) => on >= fourth);
  const start = last?.on ?? latest([current.from, fourth]) ?? fourth;
  const rule = last ? 'H-08' : 'H-08b';
  const asked = deadlineOf(
    {
      kind: 'sdq',
      rule,
      start,
      of: last ? of(last) : { entity: 'period', id: current.id },
      setFor: plannedFor(facts, 'sdq'),
      isUnrecorded: !last,
    },
    facts,
  );
  return asked.filter(({ date }) => date.kind !== 'computed' || date.due < end);
}

/** A doctor and a dentist after each move; the next review ends it. */
function registration(facts: Facts): ChildDeadline[] {
  const { placement } = facts;
  if (!placement || facts.held.some(({ heldOn }) => heldOn >= placement.from)) return [];
  const period: About = { entity: 'period', id: placement.id };
  return deadlineOf({ kind: 'registration', rule: 'H-09', start: placement.from, of: period }, facts);
}

const isAged = ({ born, hasCome }: Facts, years: number) =>
  born === undefined || hasCome(birthday(born, years));

/** H: health. */
export function healthDeadlines(facts: Facts): ChildDeadline[] {
  if (!facts.isLookedAfter) return [];
  const isUnderFive = facts.born !== undefined && !facts.hasCome(birthday(facts.born, 5));
  return [
    ...assessments(facts),
    ...(isUnderFive ? asSet(facts, 'developmental-check', 'developmental-check', 'H-04') : []),
    ...(isAged(facts, 1) ? recurring(facts, 'dentist', 'dental-check', 'H-05') : []),
    ...(isAged(facts, 4) ? recurring(facts, 'eye-test', 'eye-test', 'H-06') : []),
    ...asSet(facts, 'vaccination', 'vaccination', 'H-07'),
    ...questionnaires(facts),
    ...registration(facts),
  ];
}
