import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import { ReviewId } from '../../../shared/domain/ids.ts';
import type { DocumentKind } from '../../../shared/domain/model/issue.ts';
import type { Person } from '../../../shared/domain/model/child.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { heldOn } from '../../../shared/domain/reviews.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { contentFor } from '../../../shared/report/audience.ts';
import { gatherContent } from '../../../shared/report/content.ts';
import * as build from '../support/builders.ts';

const mum = build.aPerson({ id: 'mum', name: 'Kerry Fauxton', role: 'parent', relationship: 'your mum' });
const dad = build.aPerson({ id: 'dad', name: 'Dale Fauxton', role: 'parent' });
const worker = build.aPerson({
  id: 'worker',
  name: 'Tomasz Mockford',
  role: 'social-worker',
  phone: '01632 960 418',
});
const manager = build.aPerson({ id: 'manager', name: 'Farah Testerby', role: 'team-manager' });
const privately = { level: 'worker-and-iro' as const };
const byPolice = { level: 'worker-and-iro' as const, restriction: 'police' as const };

function copy(
  parts: Partial<ChildRecord>,
  items: readonly string[],
  given: { kind?: DocumentKind; person?: Person | undefined; because?: string } = {},
) {
  const { kind = 'parent', person = mum, because } = given;
  const record = build.aRecord({ people: [mum, dad, worker, manager], ...parts });
  const content = gatherContent(record, ReviewId.parse('review-1'), {
    today: isoDate('2026-10-27'),
    officer: { name: 'Helen Draftwell' },
    settings: defaultSettings,
  });
  if (!content) throw new Error('the record has its review');
  const releases = items.map((item) =>
    build.aRelease({ personId: person.id, item, ...(because && { because }) }),
  );
  return contentFor(content, { kind, person, releases });
}

describe('a decision that a private wish stands behind', () => {
  const secret = build.aPoint({ id: 'secret', kind: 'wish', words: 'Bo to tea', audience: privately });
  const openly = build.aPoint({ id: 'openly', kind: 'need' });
  const decision = build.aDecision({
    id: 'd',
    wording: 'Bo comes to tea.',
    pointIds: ['openly', 'secret'],
    section: 'health',
  });
  const action = build.anAction({ id: 'a', decisionId: 'd', what: 'Ring Bo', doneBy: 'Joss Fauxwell' });
  const released = ['decision:d', 'action:a'];

  it('is left out without a safe wording, and blocks issuing because it was released', () => {
    const { content, problems, withheld } = copy(
      { points: [secret, openly], decisions: [decision], actions: [action] },
      released,
    );
    expect(content.record.decisions).toEqual([]);
    expect(content.record.actions).toEqual([]);
    expect(problems.map(({ item }) => item)).toEqual(released);
    expect(withheld.find(({ item }) => item === 'decision:d')?.because).toMatch(/safe wording/u);
  });

  it('blocks nothing where it was not released', () => {
    expect(copy({ points: [secret], decisions: [decision], actions: [action] }, []).problems).toEqual([]);
  });

  it('says the safe wording and nothing else of it', () => {
    const safe = {
      points: [secret, openly],
      decisions: [{ ...decision, safeWording: 'Friends come to tea.' }],
      actions: [{ ...action, safeWording: 'Ring the friends' }],
    };
    const { content, problems } = copy(safe, released);
    expect(problems).toEqual([]);
    expect(content.record.decisions[0]).toMatchObject({ wording: 'Friends come to tea.', pointIds: [] });
    expect(content.record.decisions[0]?.howWeWillKnow).toBeUndefined();
    expect(content.record.actions[0]).toMatchObject({ what: 'Ring the friends', decisionId: 'd' });
    expect(JSON.stringify(content)).not.toContain('Bo');
  });

  it('keeps its own words for a reader who has the wish', () => {
    const { content } = copy(
      { points: [secret, openly], decisions: [decision] },
      ['point:secret', 'decision:d'],
      { because: 'She knows' },
    );
    expect(content.record.decisions[0]).toMatchObject({ wording: 'Bo comes to tea.', pointIds: ['secret'] });
  });

  it('keeps its own words on the manager’s page, unless the wish is police information', () => {
    const on = (audience: typeof privately | typeof byPolice, safeWording?: string) =>
      copy(
        {
          points: [{ ...secret, audience }],
          decisions: [{ ...decision, ...(safeWording && { safeWording }) }],
        },
        [],
        { kind: 'manager', person: manager },
      );
    expect(on(privately, 'Friends come.').content.record.decisions[0]?.wording).toBe('Bo comes to tea.');
    expect(on(byPolice, 'Friends come.').content.record.decisions[0]?.wording).toBe('Friends come.');
    expect(on(byPolice).content.record.decisions).toEqual([]);
    expect(on(byPolice).problems.map(({ item }) => item)).toEqual(['decision:d']);
  });

  it('was decided two reviews ago: its promise is private still', () => {
    const old = {
      reviews: [
        build.aReview({ id: 'review-5', number: 5 }),
        build.aReview({ id: 'review-6', number: 6 }),
        build.aReview(),
      ],
      meetings: [
        build.aMeeting({ reviewIds: ['review-5'], on: '2025-10-14' }),
        build.aMeeting({ reviewIds: ['review-6'], on: '2026-04-14' }),
        build.aMeeting(),
      ],
      points: [{ ...secret, reviewId: ReviewId.parse('review-5') }],
      decisions: [{ ...decision, reviewId: ReviewId.parse('review-5') }],
      actions: [{ ...action, reviewId: ReviewId.parse('review-5') }],
      progress: [build.aProgress({ id: 'p', actionId: 'a', value: 'not_done' })],
    };
    const { content, problems } = copy(old, ['progress:p']);
    expect(content.record.actions).toEqual([]);
    expect(problems.map(({ item }) => item)).toEqual(['progress:p']);
  });
});

describe('a point whose quote alone was released', () => {
  const point = build.aPoint({
    id: 'v',
    kind: 'worry',
    section: 'health',
    words: 'They only ask where I was.',
    outcome: { result: 'partly', because: 'mark-outcome' },
  });
  const parts = {
    points: [point],
    decisions: [build.aDecision({ id: 'd', pointIds: ['v'], section: 'health' })],
    reviews: [build.aReview({ pageOne: { quotePointIds: ['v'], whereThingsAre: [] } })],
  };

  it('stands on page 1 and in no section, without what became of it; decisions link to it', () => {
    const { record, review, numbers } = copy(parts, ['page-one:quote:v', 'decision:d']).content;
    expect(record.points).toMatchObject([
      { id: 'v', section: 'front-sheet', words: 'They only ask where I was.' },
    ]);
    expect(JSON.stringify(record)).not.toContain('mark-outcome');
    expect(review.pageOne?.quotePointIds).toEqual(['v']);
    expect(record.decisions[0]?.pointIds).toEqual(['v']);
    expect(numbers).toEqual({ v: 'V1', d: 'D1' });
  });

  it('stands in its section, and not on page 1, where the point was released and its quote was not', () => {
    const { record, review } = copy(parts, ['point:v']).content;
    expect(record.points[0]?.section).toBe('health');
    expect(review.pageOne).toBeUndefined();
  });
});

describe('a decision whose actions were not released', () => {
  const action = build.anAction({ id: 'a', decisionId: 'd', what: 'mark-what', doneBy: 'mark-done' });
  const decisions = [build.aDecision({ id: 'd' })];

  it('still says who and by when, by an action without words or number', () => {
    const { record, numbers } = copy({ decisions, actions: [action] }, ['decision:d']).content;
    expect(record.actions).toMatchObject([
      { id: 'a', what: '', due: { on: '2026-11-02' }, accountable: { name: 'Tamsin Example' } },
    ]);
    expect(JSON.stringify(record.actions)).not.toContain('mark-');
    expect(numbers).toEqual({ d: 'D1' });
  });

  it('says nothing of a flagged action', () => {
    const { record } = copy({ decisions, actions: [{ ...action, audience: privately }] }, [
      'decision:d',
    ]).content;
    expect(record.actions).toEqual([]);
  });
});

describe('people', () => {
  const meeting = build.aMeeting({
    id: 'm',
    attendees: [
      { name: 'Dale Fauxton', role: 'dad', how: 'attended', personIds: ['dad'] },
      { name: 'Tomasz Mockford', role: 'social worker', how: 'attended', personIds: ['worker'] },
      { name: 'Uncle Bar', role: 'uncle', how: 'excluded', detail: 'injunction' },
    ],
  });
  const names = (result: ReturnType<typeof copy>) =>
    result.content.record.meetings.flatMap(({ attendees }) => attendees.map(({ name }) => name));

  it('are named where they are released, without phones; somebody excluded is released alone', () => {
    const result = copy({ meetings: [meeting] }, ['attendee:m:0', 'attendee:m:1', 'attendee:m:2']);
    expect(names(result)).toEqual(['Dale Fauxton', 'Tomasz Mockford']);
    expect(result.content.record.people.map(({ name }) => name)).toEqual([
      'Kerry Fauxton',
      'Dale Fauxton',
      'Tomasz Mockford',
    ]);
    expect(JSON.stringify(result.content.record)).not.toMatch(/01632|injunction/u);
    expect(names(copy({ meetings: [meeting] }, ['attendee:m:2'], { because: 'She asked why' }))).toEqual([
      'Uncle Bar',
    ]);
  });

  it('are left out, with what they said and do, for a reader who must not know of them', () => {
    const person = { ...mum, mustNotLearn: [{ what: 'person' as const, personId: dad.id }] };
    const point = build.aPoint({
      id: 'v',
      kind: 'news',
      words: 'Maths is fine.',
      source: { who: 'Dale', personId: 'dad' },
    });
    const action = build.anAction({
      id: 'a',
      accountable: { kind: 'named', name: 'Dale Fauxton', personId: 'dad' },
    });
    const parts = { meetings: [meeting], people: [person, dad, worker], points: [point], actions: [action] };
    const result = copy(parts, ['attendee:m:0', 'attendee:m:1', 'point:v', 'action:a', 'person:dad'], {
      person,
    });
    expect(JSON.stringify(result.content)).not.toContain('Dale');
    expect(result.content.record.points).toHaveLength(1);
    expect(result.content.record.actions).toHaveLength(1);
  });

  it('leave no other child’s review behind on a meeting of brothers and sisters', () => {
    const shared = { ...meeting, reviewIds: [ReviewId.parse('review-1'), ReviewId.parse('sisters-review')] };
    for (const kind of ['parent', 'manager'] as const) {
      const result = copy({ meetings: [shared] }, ['attendee:m:1'], {
        kind,
        person: kind === 'parent' ? mum : manager,
      });
      expect(JSON.stringify(result.content.record)).not.toContain('sisters-review');
    }
  });
});

describe('what a copy keeps of a review of which nothing is released', () => {
  it('is its number, day and chair', () => {
    const { content } = copy({}, []);
    expect(content.review).toMatchObject({ number: 7, chairedBy: 'Morwenna Placeholder' });
    expect(heldOn(content.record, content.review)).toBe('2026-10-05');
    expect(content.record.meetings).toEqual([]);
    expect(content.record.child.fullName).toBe('Juniper');
    expect(content.record.reviews).toEqual([content.review]);
  });
});

describe('whom a document may be for', () => {
  it.each([
    ['manager', manager, 0],
    ['decisions', worker, 0],
    ['decisions', mum, 1],
    ['service-file', mum, 1],
    ['parent', mum, 0],
  ] as const)('%s for %o', (kind, person, count) => {
    expect(copy({}, [], { kind, person }).problems).toHaveLength(count);
  });

  it('gaps are on the manager’s page and in the service file only', () => {
    const record = build.aRecord({ people: [mum, worker, manager] });
    const gap = { code: 'x', what: 'No progress', because: 'late', by: 'Helen', on: isoDate('2026-10-20') };
    const content = gatherContent(record, ReviewId.parse('review-1'), {
      today: isoDate('2026-10-27'),
      officer: { name: 'Helen Draftwell' },
      settings: defaultSettings,
      gaps: [gap],
    });
    if (!content) throw new Error('the record has its review');
    const gaps = (kind: DocumentKind, person?: Person) =>
      contentFor(content, { kind, person, releases: [] }).content.gaps.length;
    expect([
      gaps('service-file'),
      gaps('manager', manager),
      gaps('decisions', worker),
      gaps('parent', mum),
    ]).toEqual([1, 1, 0, 0]);
  });
});
