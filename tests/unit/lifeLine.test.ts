import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../renderer/features/child/lifeLine/draw.ts';
import { fitting, makeScale, widthOf } from '../../renderer/features/child/lifeLine/draw.ts';
import type { ChildView, Episode, Overview } from '../../renderer/features/child/lifeLine/life.ts';
import { episodesOf, lensRange, patternOf } from '../../renderer/features/child/lifeLine/life.ts';
import { lifeRows } from '../../renderer/features/child/lifeLine/lifeRows.ts';
import { drawLife, oldestShift } from '../../renderer/features/child/lifeLine/picture.ts';
import { addDays, addMonths, isoDate } from '../../shared/domain/dates.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { ChildId, ReviewId } from '../../shared/domain/ids.ts';
import { Period } from '../../shared/domain/model/child.ts';
import { DatedEvent, Risk } from '../../shared/domain/model/events.ts';

const today = isoDate('2026-10-05');
const childId = ChildId.parse('child-life');
const width = 1_156;

function event(id: string, fields: object): ChildView['events'][number] {
  return DatedEvent.parse({ id, childId, ...fields });
}

function viewOf(more: Partial<ChildView> = {}): ChildView {
  return {
    child: {
      id: childId,
      fullName: 'Maximiliana Placeholder-Featherstonehaugh-Inkwell',
      preferredName: 'Maxi',
      dateOfBirth: isoDate('2010-01-01'),
      voice: 'about',
    },
    periods: [
      Period.parse({ id: 'p1', childId, kind: 'looked-after', from: '2014-01-10' }),
      Period.parse({ id: 'p2', childId, kind: 'placement', placement: 'foster-carers', from: '2014-01-10' }),
    ],
    people: [],
    events: [],
    risks: [],
    papers: [],
    reviews: [],
    meetings: [],
    actions: [],
    progress: [],
    midwayChecks: [],
    versions: {},
    ...more,
  };
}

function overviewOf(held: readonly IsoDate[] = [], lawful = '2026-10-30'): Overview {
  return {
    today,
    next: {
      number: held.length + 1,
      isBooked: false,
      lastLawfulDay: {
        kind: 'computed',
        rule: 'R-03',
        due: isoDate(lawful),
        lastWorkingDayOnOrBefore: isoDate(lawful),
        workingDaysLeft: 19,
        certain: true,
        sum: [],
      },
    },
    reviews: held.map((heldOn, place) => ({
      id: ReviewId.parse(`r${place + 1}`),
      number: place + 1,
      heldOn,
      stage: 'filed',
      counts: true,
    })),
    promises: [],
    decisions: [],
    lastSaid: [],
    daysLate: {},
  };
}

const missing = (id: string, from: string, to?: string) =>
  event(id, {
    kind: 'missing',
    on: from.slice(0, 10),
    startedAt: from,
    ...(to !== undefined && { endedAt: to }),
  });

const episode = (weekday: number, place: number): Episode => ({
  id: `e${place}`,
  from: today,
  weekday,
  hours: 5,
});

const textsOf = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.t === 'text' ? [mark.s] : []));

describe('missing episodes', () => {
  it('begin on the weekday that London has, and last whole hours', () => {
    // 23.30 in Z on a Thursday in summer is half past midnight on Friday in London.
    const view = viewOf({ events: [missing('m1', '2026-07-02T23:30:00Z', '2026-07-03T09:40:00Z')] });
    expect(episodesOf(view)).toMatchObject([{ from: '2026-07-03', weekday: 5, hours: 10 }]);
  });

  it('show a pattern only where at least five episodes hold three quarters on two days', () => {
    const days = (...weekdays: number[]) => weekdays.map(episode);
    expect(patternOf(days(4, 4, 5, 4))).toBeUndefined();
    expect(patternOf(days(4, 4, 5, 5, 1))).toEqual({ days: [4, 5], count: 4 });
    expect(patternOf(days(1, 2, 3, 4, 5))).toBeUndefined();
    expect(patternOf(days(7, 7, 7, 7, 7))).toEqual({ days: [7], count: 5 });
  });

  it('are summed in words beside their rows', () => {
    const events = [1, 8, 15, 22, 29].map((day, place) =>
      missing(
        `m${day}`,
        `2026-05-${String(day).padStart(2, '0')}T18:00:00Z`,
        `2026-05-${String(day + (place === 4 ? 1 : 0)).padStart(2, '0')}T23:00:00Z`,
      ),
    );
    const texts = textsOf(drawLife(viewOf({ events }), overviewOf(), width, 0).marks);
    expect(texts).toContain('5 episodes');
    expect(texts).toContain('49 hours');
    expect(texts).toContain('5 of 5 began');
    expect(texts).toContain('Fri');
  });
});

describe('the picture', () => {
  it('puts every day at its place, and what lies outside at the edge', () => {
    const scale = makeScale(isoDate('2026-01-01'), isoDate('2026-12-31'), 100, 464);
    expect(scale.x(isoDate('2026-01-01'))).toBe(100);
    expect(scale.x(isoDate('2026-01-11'))).toBeCloseTo(110);
    expect(scale.x(isoDate('2030-01-01'))).toBe(464);
    expect(scale.x(isoDate('2020-01-01'))).toBe(100);
  });

  it('takes the fullest wording that fits', () => {
    expect(fitting(['a very long name of a home', 'home'], widthOf('home') + 1)).toBe('home');
    expect(fitting(['home'], 3)).toBe('');
  });

  it('holds forty reviews as forty squares, the life of twelve years whole', () => {
    const held = Array.from({ length: 40 }, (_, place) => addMonths(isoDate('2014-02-01'), place * 3 + 24));
    const past = held.filter((day) => day <= today);
    const picture = drawLife(viewOf(), overviewOf(past), width, 0);
    const squares = picture.marks.filter((mark) => mark.t === 'rect' && mark.w === 7);
    expect(squares).toHaveLength(past.length);
    expect(picture.hasLens).toBe(true);
  });

  it('draws a short life in one panel, without a lens', () => {
    const periods = [Period.parse({ id: 'p1', childId, kind: 'looked-after', from: '2026-08-01' })];
    const picture = drawLife(viewOf({ periods }), overviewOf(), width, 0);
    expect(picture.hasLens).toBe(false);
    expect(textsOf(picture.marks)).toContain('Today');
    expect(textsOf(picture.marks)).toContain('Last lawful');
  });

  it('says of a high risk that nothing covers it', () => {
    const risk = Risk.parse({
      id: 'k1',
      childId,
      type: 'missing',
      title: 'Going missing at night',
      rating: 'high',
      ratedOn: '2026-09-01',
      covers: [],
      events: [],
      urgentSteps: [],
    });
    const texts = textsOf(drawLife(viewOf({ risks: [risk] }), overviewOf(), width, 0).marks);
    expect(texts).toContain('Going missing at night: high since 1 Sep 2026, never assessed');
  });

  it('moves its lens back to the beginning and no further', () => {
    const [view, overview] = [viewOf(), overviewOf()];
    const oldest = oldestShift(view, overview);
    expect(lensRange(overview, oldest).from <= '2014-01-10').toBe(true);
    expect(lensRange(overview, oldest + 3).from > '2013-06-01').toBe(true);
  });

  it('writes nothing over the names of today and of the last lawful day', () => {
    const day = fc.integer({ min: -200, max: 60 }).map((days) => addDays(today, days));
    const kinds = fc.constantFrom('dental-check', 'health-assessment', 'pep', 'legal-review');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, kinds), { maxLength: 20 }),
        fc.integer({ min: 0, max: 70 }),
        fc.integer({ min: 680, max: 1_900 }),
        fc.boolean(),
        (happened, ahead, room, hasWorker) => {
          const worker = { id: 'w1', childId, kind: 'social-worker', name: 'Sam', from: '2026-06-01' };
          const more = hasWorker ? [...viewOf().periods, Period.parse(worker)] : viewOf().periods;
          const events = happened.map(([on, kind], place) => event(`e${place}`, { kind, on }));
          const view = viewOf({ periods: more, events });
          const { marks } = drawLife(view, overviewOf([], addDays(today, ahead)), room, 0);
          const texts = marks.flatMap((mark) => (mark.t === 'text' ? [mark] : []));
          const isDayName = (s: string) => /^(?:Today|Last lawful|day \d)/.test(s);
          for (const name of texts.filter(({ s }) => isDayName(s))) {
            const spanOf = ({ x, s, end }: typeof name) =>
              end === true ? [x - widthOf(s), x] : [x, x + widthOf(s)];
            const [from = 0, to = 0] = spanOf(name);
            expect(to).toBeLessThanOrEqual(room);
            for (const other of texts.filter((one) => !isDayName(one.s) && Math.abs(one.y - name.y) < 11)) {
              const [start = 0, stop = 0] = spanOf(other);
              expect([other.s, stop <= from || start >= to]).toEqual([other.s, true]);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never draws outside its room, whatever the dates', () => {
    const day = fc.integer({ min: 0, max: 6_000 }).map((days) => addDays(isoDate('2012-01-01'), days));
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 30 }),
        fc.array(day, { maxLength: 30 }),
        fc.integer({ min: 680, max: 1_900 }),
        fc.integer({ min: -40, max: 0 }),
        (held, missed, room, shift) => {
          const events = missed.map((on, place) => event(`m${place}`, { kind: 'missing', on }));
          const picture = drawLife(viewOf({ events }), overviewOf(held), room, shift);
          for (const mark of picture.marks) {
            const edges =
              mark.t === 'rect' ? [mark.x, mark.x + mark.w] : mark.t === 'line' ? [mark.x1, mark.x2] : [];
            for (const x of edges) expect(x >= -1 && x <= room + 8).toBe(true);
          }
          expect(Number.isFinite(picture.height) && picture.height > 40).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the life line as a list', () => {
  it('holds what the picture shows, newest first, each with its words', () => {
    const events = [
      event('v1', { kind: 'visit', on: '2026-09-29', by: 'Tomasz', line: 'Safe people drawn on a map' }),
      missing('m1', '2026-10-01T18:00:00Z', '2026-10-02T11:00:00Z'),
      event('s1', { kind: 'sdq', on: '2026-03-20', score: 15 }),
    ];
    const rows = lifeRows(viewOf({ events }), overviewOf([isoDate('2026-04-14')]));
    expect(rows.map(({ what, words }) => [what, words])).toEqual([
      ['Missing', '17 hours'],
      ['Social worker’s visit', 'Tomasz; Safe people drawn on a map'],
      ['Review', 'Review 1'],
      ['Strengths and difficulties', 'score 15'],
      ['Looked after', 'Looked after, since 10 Jan 2014'],
      ['Home', 'Foster home, since 10 Jan 2014'],
    ]);
  });
});
