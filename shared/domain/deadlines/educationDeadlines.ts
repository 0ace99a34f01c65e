import type { IsoDate } from '../dates.ts';
import { birthday, isoDate, latest } from '../dates.ts';
import { deadlineOf } from './ask.ts';
import type { About, ChildDeadline } from './childDeadline.ts';
import type { Facts } from './facts.ts';

/** School begins in the September after the fourth birthday: the first 1 September that comes after it. */
function schoolAgeFrom(born: IsoDate): IsoDate {
  const fourth = birthday(born, 4);
  const september = isoDate(`${fourth.slice(0, 4)}-09-01`);
  return september > fourth ? september : isoDate(`${Number(fourth.slice(0, 4)) + 1}-09-01`);
}

function firstPlan(facts: Facts, from: IsoDate, start: IsoDate): ChildDeadline[] {
  const { current } = facts;
  if (!current) return [];
  const peps = facts.eventsOf('pep').filter(({ on }) => on >= from);
  const of: About = { entity: 'period', id: current.id };
  const doneOn = peps[0]?.on;
  // Once it was followed by another the first is history.
  if (peps.length > 1) return [];
  const base = { start, of, doneOn, setFor: facts.plannedOf('pep')[0]?.dueOn };
  const isUnrecorded = facts.eventsOf('pep').length === 0;
  return [
    ...deadlineOf({ kind: 'pep-start', rule: 'E-01', ...base, isUnrecorded }, facts),
    ...deadlineOf({ kind: 'pep', rule: 'E-01b', ...base, isUnrecorded }, facts),
  ];
}

/** One each term, and not more than four months apart: the last that was held and the next. */
function nextPlan(facts: Facts, from: IsoDate): ChildDeadline[] {
  const peps = facts.eventsOf('pep').filter(({ on }) => on >= from);
  const last = peps.at(-1);
  const before = peps.at(-2);
  if (!last) return [];
  const setFor = facts.plannedOf('pep')[0]?.dueOn ?? last.nextDueOn;
  const of: About = { entity: 'event', id: last.id };
  return [
    ...(before
      ? deadlineOf(
          {
            kind: 'pep',
            rule: 'E-02',
            start: before.on,
            of: { entity: 'event', id: before.id },
            doneOn: last.on,
          },
          facts,
        )
      : []),
    ...deadlineOf({ kind: 'pep', rule: 'E-02', start: last.on, of, setFor }, facts),
    ...deadlineOf({ kind: 'pep-interval', rule: 'E-02b', start: last.on, of, setFor }, facts),
  ];
}

function afterNewSchool(facts: Facts, from: IsoDate): ChildDeadline[] {
  const schools = facts.schools.filter((school) => facts.hasCome(school.from));
  const school = schools.at(-1);
  if (!school || schools.length < 2 || school.from < from) return [];
  const held = facts.eventsOf('pep').find(({ on }) => on >= school.from);
  const of: About = { entity: 'period', id: school.id };
  return deadlineOf({ kind: 'pep-school', rule: 'E-03', start: school.from, of, doneOn: held?.on }, facts);
}

/** A school place after a move in an emergency, unless the school goes on. */
function schoolPlace(facts: Facts): ChildDeadline[] {
  const { placement } = facts;
  if (placement?.isEmergency !== true) return [];
  const { from } = placement;
  const goesOn = facts.schools.some((school) => school.from < from && (!school.to || school.to > from));
  if (goesOn) return [];
  const place = facts.schools.find((school) => school.from >= from && facts.hasCome(school.from));
  const of: About = { entity: 'period', id: placement.id };
  return deadlineOf({ kind: 'school-place', rule: 'E-04', start: from, of, doneOn: place?.from }, facts);
}

/** E: education, while the child is of school age. */
export function educationDeadlines(facts: Facts): ChildDeadline[] {
  const { born, current } = facts;
  if (!facts.isLookedAfter || !current || born === undefined) return [];
  const schoolAge = schoolAgeFrom(born);
  if (!facts.hasCome(schoolAge)) return [];
  const start = latest([current.from, schoolAge]) ?? current.from;
  return [
    ...firstPlan(facts, current.from, start),
    ...nextPlan(facts, current.from),
    ...afterNewSchool(facts, current.from),
    ...schoolPlace(facts),
  ];
}
