import type { IsoDate } from '../../shared/domain/dates.ts';
import { addDays } from '../../shared/domain/dates.ts';
import type { ChildId } from '../../shared/domain/ids.ts';
import { EventId, PaperId, PeriodId, PersonId, RiskId } from '../../shared/domain/ids.ts';
import type { Child, Paper, Period, Person } from '../../shared/domain/model/child.ts';
import type { DatedEvent, EventKind, Risk } from '../../shared/domain/model/events.ts';
import type { TextSource } from '../text/zipfText.ts';
import { idOn } from './ids.ts';

/** What the record of one child starts from. */
export type Beginning = {
  readonly source: TextSource;
  readonly childId: ChildId;
  readonly since: IsoDate;
  readonly today: IsoDate;
  readonly isTeenager: boolean;
};

const name = (source: TextSource) => {
  const word = source.word();
  return word.charAt(0).toUpperCase() + word.slice(1);
};

export function childOf({ source, childId, since, isTeenager }: Beginning): Child {
  const first = name(source);
  return {
    id: childId,
    fullName: `${first} Benchmark-${name(source)}`,
    preferredName: first,
    pronouns: source.random.pick(['she/her', 'he/him', 'they/them']),
    // Eight years of reviews: a teenager now was seven when they began, another child two.
    dateOfBirth: addDays(since, isTeenager ? -365 * 7 - 200 : -365 * 2 - 90),
    communication: source.sentence(8),
    voice: 'about',
  };
}

export function peopleOf({ source, childId, since }: Beginning): Person[] {
  const roles = [
    'parent',
    'parent',
    'relative',
    'brother-or-sister',
    'carer',
    'carer',
    'social-worker',
    'team-manager',
    'supervising-social-worker',
    'school',
    'health',
    'advocate',
  ] as const;
  return roles.map((role) => ({
    id: PersonId.parse(idOn(since, source.random)),
    childId,
    name: `${name(source)} Mock-${name(source)}`,
    role,
    relationship: source.word(),
    ...(role === 'parent' && { hasParentalResponsibility: true, copy: 'parent' as const }),
    ...(role === 'carer' && { copy: 'carer' as const }),
  }));
}

export function periodsOf(given: Beginning, people: readonly Person[]): Period[] {
  const { source, childId, since, today } = given;
  const id = () => PeriodId.parse(idOn(since, source.random));
  const carerIds = people.filter(({ role }) => role === 'carer').map((person) => person.id);
  const years = (count: number) => addDays(since, Math.round(365 * count));
  const spans = (lengths: readonly number[]) =>
    lengths.map((from, place) => {
      const next = lengths[place + 1];
      return { from: years(from), ...(next !== undefined && { to: addDays(years(next), -1) }) };
    });
  const placements = spans([0, 0.3, 2, 4.5]).map((span): Period => ({
    id: id(),
    childId,
    kind: 'placement',
    placement: 'foster-carers',
    carerIds,
    address: `${source.random.between(1, 90)} ${name(source)} Lane`,
    ...span,
  }));
  const workers = spans([0, 0.8, 2.2, 3.1, 4.9, 6.4]).map((span): Period => ({
    id: id(),
    childId,
    kind: 'social-worker',
    name: `${name(source)} Sample`,
    ...span,
  }));
  const schools = spans([0, 3, 5.5]).map((span): Period => ({
    id: id(),
    childId,
    kind: 'school',
    name: `${name(source)} School`,
    ...span,
  }));
  const periods: Period[] = [
    { id: id(), childId, kind: 'looked-after', from: since },
    { id: id(), childId, kind: 'legal-status', status: 'interim-care-order', from: since, to: years(0.9) },
    { id: id(), childId, kind: 'legal-status', status: 'care-order', from: addDays(years(0.9), 1) },
    ...placements,
    ...workers,
    ...schools,
  ];
  return periods.filter((period) => period.from <= today);
}

/** How often what happens to a looked-after child, days. */
const rhythms: readonly (readonly [EventKind, number])[] = [
  ['visit', 42],
  ['health-assessment', 360],
  ['dental-check', 180],
  ['eye-test', 365],
  ['vaccination', 700],
  ['sdq', 365],
  ['pep', 120],
  ['care-plan', 180],
  ['assessment', 400],
];

export function eventsOf({ source, childId, since, today, isTeenager }: Beginning): DatedEvent[] {
  const all = isTeenager
    ? [...rhythms, ['missing', 60] as const, ['return-interview', 60] as const]
    : rhythms;
  return all.flatMap(([kind, every]) => {
    const events: DatedEvent[] = [];
    for (let on = addDays(since, 14); on <= today; on = addDays(on, every + source.random.between(-9, 9))) {
      events.push({
        id: EventId.parse(idOn(on, source.random)),
        childId,
        kind,
        on,
        by: name(source),
        line: source.sentence(12),
        ...(kind === 'sdq' && { score: source.random.between(4, 28) }),
      });
    }
    return events;
  });
}

export function risksOf({ source, childId, today }: Beginning): Risk[] {
  const types = ['missing', 'online', 'placement-breakdown'] as const;
  return types.map((type, place) => ({
    id: RiskId.parse(idOn(today, source.random)),
    childId,
    type,
    title: source.sentence(4),
    rating: place === 0 ? 'medium' : 'low',
    ratedOn: addDays(today, -source.random.between(20, 200)),
    covers: [{ kind: 'assessment', on: addDays(today, -source.random.between(10, 19)), by: name(source) }],
    events: Array.from({ length: 5 }, () => {
      const on = addDays(today, -source.random.between(20, 300));
      return {
        id: EventId.parse(idOn(on, source.random)),
        on,
        what: source.sentence(9),
        considered: { on: addDays(on, 3), by: name(source), outcome: 'stands' as const },
      };
    }),
    urgentSteps: [],
  }));
}

/** Two papers came in for each review; their bytes are side files, which no measure here reads. */
export function papersOf(given: Beginning, reviewDays: readonly IsoDate[]): Paper[] {
  const { source, childId } = given;
  return reviewDays.flatMap((day) =>
    (['worker-report', 'carer-report'] as const).map((kind) => ({
      id: PaperId.parse(idOn(day, source.random)),
      childId,
      kind,
      title: source.sentence(4),
      receivedOn: addDays(day, -5),
      dueOn: addDays(day, -5),
    })),
  );
}
